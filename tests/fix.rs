//! `fix` changes what is asked for and nothing else, and no article is ever damaged.

#![expect(clippy::expect_used, reason = "a test stops where the program cannot be run")]

mod binary;

use binary::{Folder, ran};
use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const SLIP: &str = "Sales of the harbour shops rose by 50%, from 100 to 130, said the board on its page.";
const MENDED: &str = "Sales of the harbour shops rose by 30%, from 100 to 130, said the board on its page.";
const FIX: &[&str] = &["fix", "--isolated", "--rule", "percent/change-arithmetic", "--yes", "--figures"];

fn read(folder: &Folder, name: &str) -> Vec<u8> {
    fs::read(folder.path().join(name)).expect("a file")
}

/// The files of a folder, hidden ones among them.
fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Fixes one file and compares what it is then.
fn check(name: &str, before: &[u8], after: &[u8]) {
    let folder = Folder::new(&[(name, before)]);
    let ran = folder.run(FIX);
    let (now, want) = (read(&folder, name), after);
    assert_eq!(String::from_utf8_lossy(&now), String::from_utf8_lossy(want), "{}{}", ran.out, ran.err);
    assert_eq!((now.as_slice(), names(&folder)), (want, vec![name.to_owned()]));
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
}

#[test]
fn every_other_byte_stays() {
    let both = |text: &str| (text.replace("{}", SLIP), text.replace("{}", MENDED));
    for (name, text) in [
        ("a.md", "---\r\ntitle: A storm\r\n---\r\n\r\n{} *Really*.\r\n\r\nTwo  \r\n"),
        ("a.md", "\u{feff}# A storm\n\n{}"),
        ("a.md", "---\ntitle: \"{}\"\n---\nIt rained.\n"),
        ("a.txt", "A storm\n\n{}\n"),
        ("a.html", "<html><body><h1>A &amp; B</h1>\n<p>R&amp;D: {}</p></body></html>"),
        (
            "a.jsonl",
            "{\"body\": \"It rained.\"}\r\n\r\n{\"id\": 1, \"body\": \"\\u201cA\\u201d said \\\"B\\\".\\n\\n{}\", \"x\": [1]}\r\n{\"body\": \"Two.\"}",
        ),
    ] {
        let (before, after) = both(text);
        check(name, before.as_bytes(), after.as_bytes());
    }
    let wide = |text: &str| {
        let units = format!("A storm — née\n\n{text}\n").encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
        [&[0xff, 0xfe], units.as_slice()].concat()
    };
    check("a.txt", &wide(SLIP), &wide(MENDED));
    let page = |text: &str| [b"<meta charset=latin1><p>The caf\xe9. ", text.as_bytes(), b"</p>"].concat();
    check("a.html", &page(SLIP), &page(MENDED));
}

#[test]
fn figures_are_not_rewritten_unasked() {
    let text = format!("# A storm\n\n{SLIP}\n\nThe ship sailed on Thursday, June 26.\n");
    let folder = Folder::new(&[("a.md", text.as_bytes())]);
    let quiet = ["fix", "--isolated", "--published", "2018-06-20", "--rule", "percent/*", "--yes"];
    let ran = folder.run(&quiet);
    assert_eq!((ran.status, read(&folder, "a.md")), (1, text.clone().into_bytes()));
    assert!(ran.err.contains("left: 1 that would rewrite a figure (--figures allows it)"), "{}", ran.err);
    let dates = ["fix", "--isolated", "--published", "2018-06-20", "--rule", "date/*", "--yes", "--fail-on", "warning"];
    let ran = folder.run(&dates);
    assert_eq!(String::from_utf8_lossy(&read(&folder, "a.md")), text.replace("Thursday", "Tuesday"), "{}", ran.err);
    assert_eq!(ran.status, 0, "{}{}", ran.out, ran.err);
}

#[test]
fn of_several_suggestions_a_person_picks() {
    let text = "# A storm\n\nThe ship sailed on Thursday, 27 June 2017.\n";
    let folder = Folder::new(&[("a.md", text.as_bytes())]);
    let ran = folder.run(&["fix", "--isolated", "--rule", "date/weekday", "--yes", "--figures"]);
    assert_eq!((ran.status, read(&folder, "a.md").as_slice()), (1, text.as_bytes()));
    assert!(ran.err.contains("left: 1 with several suggestions"), "{}", ran.err);
    let shown = folder.run(&["fix", "--isolated", "--diff"]);
    assert_eq!((shown.status, read(&folder, "a.md").as_slice()), (1, text.as_bytes()));
    assert!(shown.out.contains("+The ship sailed on Tuesday, 27 June 2017.\n"), "{}", shown.out);
    assert!(shown.out.contains("+The ship sailed on Thursday, 29 June 2017.\n"), "{}", shown.out);
}

#[test]
fn what_stands_or_is_known_is_left_alone() {
    let stands = format!("# A\n\n<!-- stet percent: the board counts so -->\n{SLIP}\n");
    let folder = Folder::new(&[("a.md", stands.as_bytes()), ("b.md", format!("# B\n\n{SLIP}\n").as_bytes())]);
    folder.run(&["check", "--isolated", "--write-baseline=known", "b.md"]);
    let ran = folder.run(&[FIX, &["--baseline", "known"]].concat());
    assert_eq!((ran.status, read(&folder, "a.md")), (0, stands.into_bytes()), "{}", ran.err);
    assert!(String::from_utf8_lossy(&read(&folder, "b.md")).contains(SLIP));
    assert!(ran.err.contains("1 finding let stand; 1 finding known from the baseline"), "{}", ran.err);
}

#[test]
fn what_cannot_be_asked_for() {
    let folder = Folder::new(&[("a.md", SLIP.as_bytes())]);
    for (arguments, said) in [
        (&["fix"][..], "asks on a terminal"),
        (&["fix", "--yes"], "--rule <RULE>"),
        (&["fix", "--figures", "--rule", "percent"], "--yes"),
        (&["fix", "-", "--diff"], "standard input cannot be mended"),
        (&["fix", "--rule", "percent/nothing", "--yes"], "there is no rule `percent/nothing`"),
        (&["fix", "--diff", "b.md"], "there is no such file or folder"),
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.status, read(&folder, "a.md").as_slice()), (2, SLIP.as_bytes()), "{}", ran.err);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn modes_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let text = format!("# A\n\n{SLIP}\n");
    let folder = Folder::new(&[("in/a.md", text.as_bytes()), ("read-only.md", text.as_bytes())]);
    let mode = |name: &str, mode: u32| {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).expect("a mode");
    };
    mode("in/a.md", 0o640);
    mode("read-only.md", 0o444);
    symlink("in/a.md", folder.path().join("b.md")).expect("a link");
    // Both names are one file, which is changed once.
    let ran = folder.run(&[FIX, &["b.md", "in/a.md", "read-only.md"]].concat());
    assert_eq!(read(&folder, "in/a.md"), format!("# A\n\n{MENDED}\n").into_bytes(), "{}", ran.err);
    assert!(fs::symlink_metadata(folder.path().join("b.md")).expect("a link").is_symlink());
    let kept = fs::metadata(folder.path().join("in/a.md")).expect("a file").permissions().mode() & 0o777;
    assert_eq!((kept, ran.status), (0o640, 2));
    assert!(
        ran.err.contains("cannot write read-only.md, which is left as it was: it may not be written"),
        "{}",
        ran.err
    );
    assert_eq!(read(&folder, "read-only.md"), text.into_bytes());
    assert_eq!(names(&folder), ["b.md", "in", "read-only.md"]);
}

#[cfg(unix)]
#[test]
fn a_full_disk_loses_nothing() {
    let text = format!("# A\n\n{}\n\n{SLIP}\n", "It rained on the harbour. ".repeat(4_000));
    let folder = Folder::new(&[("a.md", text.as_bytes())]);
    // No file may grow beyond some blocks, and who tries is told so instead of being ended.
    let script = "trap '' XFSZ; ulimit -f 20; exec \"$0\" \"$@\"";
    let mut shell = Command::new("sh");
    shell.args(["-c", script, env!("CARGO_BIN_EXE_factlint")]).args(FIX).current_dir(folder.path());
    let ran = ran(&mut shell, b"");
    assert_eq!(ran.status, 2, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("cannot write a.md, which is left as it was"), "{}", ran.err);
    assert_eq!((read(&folder, "a.md"), names(&folder)), (text.into_bytes(), vec!["a.md".to_owned()]));
}

/// How many articles are fixed in a run that is killed.
const ARTICLES: usize = 12;

/// `FACTLINT_KILLS` says how often; once in a while it is to be 200.
#[test]
fn killed_at_any_moment_it_damages_nothing() {
    let kills = std::env::var("FACTLINT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(8_u32);
    let text = |number: usize, words: &str| {
        format!("# Article {number}\n\n{}\n\n{words}\n", "It rained on the harbour. ".repeat(40 + number * 30))
    };
    let folder = Folder::new(&[]);
    let write = || {
        for number in 0..ARTICLES {
            fs::write(folder.path().join(format!("{number}.md")), text(number, SLIP)).expect("a file");
        }
    };
    write();
    let begun = Instant::now();
    folder.run(FIX);
    let whole = begun.elapsed();
    let (mut old, mut new) = (0, 0);
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    for _ in 0..kills {
        write();
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let wait = whole.mul_f64(f64::from(u32::try_from(random % 1_000).expect("below a thousand")) / 1_000.0);
        let mut child = folder
            .command(FIX)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        std::thread::sleep(wait.max(Duration::from_micros(1)));
        // It may have ended already.
        let _ = child.kill();
        child.wait().expect("it ends");
        for number in 0..ARTICLES {
            let now = read(&folder, &format!("{number}.md"));
            if now == text(number, SLIP).as_bytes() {
                old += 1;
            } else if now == text(number, MENDED).as_bytes() {
                new += 1;
            } else {
                unreachable!("{number}.md is damaged: {} bytes", now.len());
            }
        }
    }
    eprintln!("{kills} kills: {old} articles as they were, {new} mended, none damaged");
}
