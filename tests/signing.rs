//! Findings are let stand and written to a baseline, and are known again wherever the program is run.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod binary;

use binary::{Folder, Ran};

const STORY: &[u8] = b"# Federation grows\n\nIt is in 230 countries.\n\nIts ships call at 260 countries.\n";
const FEED: &[u8] = b"{\"id\": \"f1\", \"body\": \"It is in 230 countries.\"}\n{\"id\": \"f2\", \"body\": \"It is in 230 countries.\"}\n";
const SIGN: &[&str] = &["--why", "the federation counts territories", "--who", "Ines Calder", "--today", "2026-05-01"];

fn run(folder: &Folder, arguments: &[&str]) -> Ran {
    let ran = folder.run(&[&["check", "--format", "short"], arguments].concat());
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
    ran
}

fn sign(folder: &Folder, arguments: &[&str]) -> Ran {
    folder.run(&[&["check", "--stet"], SIGN, arguments].concat())
}

/// The exit status, and how many findings are reported.
fn found(ran: &Ran) -> (i32, usize) {
    (ran.status, ran.out.lines().count())
}

fn written(folder: &Folder, file: &str) -> String {
    std::fs::read_to_string(folder.path().join(file)).expect("the file is there")
}

#[test]
fn what_is_signed_stands() {
    let settings: (&str, &[u8]) = ("factlint.toml", b"");
    let folder = Folder::new(&[settings, ("desk/story.md", STORY), ("feed.jsonl", FEED)]);
    assert_eq!(found(&run(&folder, &["."])), (1, 4));
    let signed = sign(&folder, &["desk"]);
    assert_eq!(signed.status, 0, "{signed:?}");
    assert!(signed.err.contains("2 stets signed by Ines Calder in factlint.stets.toml"), "{}", signed.err);
    assert!(signed.err.contains("nothing found; 1 article checked; 2 findings let stand"), "{}", signed.err);
    assert_eq!(found(&run(&folder, &["."])), (1, 2));
    assert_eq!(found(&run(&folder, &["./desk/../desk/story.md"])), (0, 0));
    let path = folder.path().join("desk/story.md").display().to_string();
    assert_eq!(found(&run(&folder, &[&path])), (0, 0));
    let below =
        folder.command(&["check", "story.md"]).current_dir(folder.path().join("desk")).output().expect("it runs");
    assert_eq!(below.status.code(), Some(0), "{}", String::from_utf8_lossy(&below.stderr));

    let again = sign(&folder, &["."]);
    assert!(again.err.contains("2 stets signed"), "{}", again.err);
    assert_eq!(found(&run(&folder, &["."])), (0, 0));
    assert_eq!(written(&folder, "factlint.stets.toml").matches("[[stet]]").count(), 4);

    let moved = "# Federation grows\n\nIt was cold.\n\nIts ships  call at 260\ncountries.\n";
    std::fs::write(folder.path().join("desk/story.md"), moved).expect("written");
    let told = run(&folder, &["desk"]);
    assert_eq!(found(&told), (0, 1), "{}", told.out);
    assert!(told.out.contains("stet/unused"), "{}", told.out);
}

#[test]
fn a_record_is_known_by_its_id() {
    let folder = Folder::new(&[("feed.jsonl", FEED)]);
    assert!(sign(&folder, &["feed.jsonl"]).err.contains("2 stets signed"));
    let other = String::from_utf8_lossy(FEED).replace("f2", "f3");
    std::fs::write(folder.path().join("feed.jsonl"), other).expect("written");
    let told = run(&folder, &["feed.jsonl"]);
    assert_eq!(told.status, 1);
    assert!(told.out.starts_with("feed.jsonl:2: body"), "{}", told.out);
}

#[test]
fn nobody_is_asked_where_there_is_no_terminal() {
    let folder = Folder::new(&[("story.md", STORY)]);
    for arguments in [&["--stet"] as &[_], &["--stet", "--why", "so"], &["--stet", "--who", "Ines"]] {
        let told = folder.run(&[&["check", "story.md"], arguments].concat());
        assert_eq!(told.status, 2, "{told:?}");
        assert!(told.err.contains("--stet asks on a terminal, and there is none"), "{}", told.err);
    }
    assert!(!folder.path().join("factlint.stets.toml").exists());
    assert_eq!(folder.run(&["check", "--why", "so", "story.md"]).status, 2);
}

#[test]
fn mistakes_in_what_is_written_down_stop_the_run() {
    let check = |files: &[(&str, &[u8])], arguments: &[&str], says: &[&str]| {
        let folder = Folder::new(&[&[("story.md", STORY)], files].concat());
        let told = run(&folder, arguments);
        assert_eq!(told.status, 2, "{told:?}");
        assert_eq!(told.out, "");
        for words in says {
            assert!(told.err.contains(words), "{words:?} is not in:\n{}", told.err);
        }
    };
    let entry = b"[[stet]]\nrule = \"count/countries-plausibel\"\nwords = \"230 countries\"\narticle = \"story.md\"\nwho = \"I\"\nwhen = 2026-05-01\n";
    let says = ["factlint.stets.toml:2:8", "did you mean `count/countries-plausible`?", "this stet has no `why`"];
    check(&[("factlint.stets.toml", entry)], &[], &says);
    check(&[("known", b"{\"article\": 3}\n")], &["--baseline", "known"], &["known:1:13", "expected a string"]);
    check(&[], &["--baseline", "gone"], &["cannot read gone: there is no such file"]);
    let settings: &[u8] = b"stets = \"desk/stets.toml\"\n";
    check(&[("factlint.toml", settings)], &[], &["factlint.toml:1:9", "`desk/stets.toml` cannot be read"]);
    check(&[("factlint.toml", b"baseline = \"gone\"\n")], &[], &["factlint.toml:1:12", "`gone` cannot be read"]);
    check(&[("factlint.toml", b"baseline = 3\n")], &[], &["factlint.toml:1:12"]);
}

#[test]
fn a_baseline_is_known_by_the_words() {
    let settings: (&str, &[u8]) = ("factlint.toml", b"baseline = \"factlint.baseline\"\n");
    let folder = Folder::new(&[settings, ("archive/a.md", STORY), ("archive/b.md", STORY), ("feed.jsonl", FEED)]);
    assert_eq!(run(&folder, &["."]).status, 2, "the settings name a baseline that is not there");
    let told = run(&folder, &["--write-baseline", "."]);
    assert_eq!(found(&told), (0, 0), "{told:?}");
    assert!(told.err.contains("6 findings written to factlint.baseline"), "{}", told.err);
    let known = written(&folder, "factlint.baseline");
    assert_eq!(known.lines().count(), 7, "{known}");

    let told = run(&folder, &["."]);
    assert_eq!(found(&told), (0, 0), "{told:?}");
    assert!(told.err.contains("6 findings known from the baseline"), "{}", told.err);
    let below = folder.command(&["check", "../archive/a.md"]).current_dir(folder.path().join("archive")).output();
    assert_eq!(below.expect("it runs").status.code(), Some(0));

    let more = "# Federation shrinks\n\nIt was cold.\n\nIt is in 230 countries.\n\nIt is still in 230 countries.\n";
    std::fs::write(folder.path().join("archive/a.md"), more).expect("written");
    let told = run(&folder, &["."]);
    assert_eq!(found(&told), (1, 1), "once known, twice found: {told:?}");
    assert!(told.out.contains("archive/a.md:7:"), "{}", told.out);
    let gone = "note: 1 finding of the baseline is no longer found (--write-baseline drops them)\n  archive/a.md: count/countries-plausible: “260 countries”\n";
    assert!(told.err.contains(gone), "{}", told.err);
    assert_eq!(written(&folder, "factlint.baseline"), known, "only asked for is it written");

    assert_eq!(run(&folder, &["--write-baseline", "archive/a.md"]).status, 0);
    let now = written(&folder, "factlint.baseline");
    assert!(now.contains("\"words\":[\"230 countries\"],\"times\":2"), "{now}");
    assert_eq!(now.lines().count(), 6, "what was not checked is kept: {now}");
    std::fs::remove_file(folder.path().join("archive/b.md")).expect("removed");
    assert_eq!(run(&folder, &["--write-baseline", "archive/a.md", "--rule", "date"]).status, 0);
    assert_eq!(
        written(&folder, "factlint.baseline").lines().count(),
        4,
        "what did not run is kept, what is gone is not"
    );
}

#[test]
fn a_baseline_needs_no_settings() {
    let folder = Folder::new(&[("news/story.md", STORY)]);
    assert_eq!(run(&folder, &["--write-baseline=news/known", "news/story.md"]).status, 0);
    assert!(written(&folder, "news/known").contains("\"article\":\"story.md\""));
    let told = run(&folder, &["--baseline", "news/known", "news/story.md"]);
    assert_eq!(found(&told), (0, 0));
    let json = folder.run(&["check", "--format", "json", "--baseline", "news/known", "news/story.md"]);
    assert!(json.out.contains("\"known\":2"), "{}", json.out);
    let told = folder.run_with(&["check", "--baseline", "news/known", "-"], STORY);
    assert_eq!(told.status, 1, "standard input is filed as `-`: {told:?}");
}
