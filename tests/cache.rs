//! What comes out of the cache is what a check would have given, whatever happens to the cache.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod binary;

use binary::{Folder, Ran, ran};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

const FORMATS: [&str; 12] = [
    "human",
    "short",
    "json",
    "jsonl",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "checkstyle",
    "rdjson",
    "markdown",
    "html",
];

/// One that is given up on many figures.
const HOUSE: &str = "rule house/all\n  title \"All\"\n  severity note\n  draft\n  for each pair of count a, b\n  where a.article is b.article\n  must a.value <= b.value\n  message \"{a.text}\"\n  mark a \"a\"\n  mark b \"b\"\n\nrule house/boats\n  title \"Boats\"\n  severity warning\n  for each count c\n  where c.noun is \"boat\"\n  must c.value <= 60\n  message \"{c.text}\"\n  mark c \"x\"\n  bad > [[90 boats]] came.\n  good > There were 40 boats.\n";
const SETTINGS: &str = "[[for]]\npath = \"web/**\"\nrules.\"percent/*\" = { severity = \"note\" }\n";

/// Sentences without a mistake, no two articles alike, so that there is enough to do for a cache.
fn plain(number: usize) -> String {
    let mut text = String::new();
    for sentence in 0..40 {
        let (hour, bus) = (number % 12 + 1, number * 100 + sentence);
        writeln!(text, "Bus {bus} left the yard after {hour} and came back with nobody on board.\n").expect("text");
    }
    text
}

/// Articles of every kind: clean, wrong, with stets and flawed stets, with remarks, unreadable, in many formats.
fn articles() -> Folder {
    let folder = Folder::new(&[("house.rules", HOUSE.as_bytes()), ("factlint.toml", SETTINGS.as_bytes())]);
    for number in 0..60 {
        file(&folder, &format!("clean/{number:02}.md"), &format!("# Buses\n\n{}", plain(number)));
    }
    let wrong =
        "Sales rose by 50%, from 100 to 130.\n\nThe worm hit 300,000 computers\nin 150 computers.\n\n90 boats came.\n";
    let stet = "<!-- stet percent/*: checked with \"them\" -->";
    for (name, text) in [
        ("wrong.md", format!("# Wrong\n\n{wrong}")),
        ("again.md", format!("# Wrong\n\n{wrong}")),
        ("a <b> & \"c\", 100%: é.md", format!("# <b>Storm</b> 😀\n\n{wrong} \u{7} تل أبيب\n")),
        ("stet.md", format!("# Stet\n\n{stet}\n\n{wrong}")),
        ("idle.md", format!("# Idle\n\n{stet}\n\nIt rained.\n")),
        ("until.md", format!("# Until\n\n<!-- stet percent/* until 2026-06-01: for now -->\n\n{wrong}")),
        ("remark.md", format!("---\ntitle: Remark\ndate: soon\n---\n\n{wrong}")),
        ("remark-clean.md", "---\ntitle: Remark\ndate: 31 February 2020\n---\n\nIt rained.\n".to_owned()),
        ("dated.md", "---\ndate: 2024-05-17\n---\n\nIt opens on Monday, 18 May 2024.\n".to_owned()),
        ("undated.txt", "Undated\n\nIt opens on Thursday, 17 May.\n".to_owned()),
        ("empty.md", String::new()),
        ("web/page.html", format!("<h1>Page</h1><p>{wrong}</p><p>A &amp; B</p>")),
        ("web/clean.html", "<h1>Page</h1><p>It rained.</p>".to_owned()),
        (
            "feed.jsonl",
            format!(
                "{{\"id\": \"é<1>\", \"body\": {}}}\n{{\"id\": \n{{\"headline\": \"H\", \"body\": \"It rained.\"}}\n{{\"id\": \"z\", \"body\": \"It rained.\"}}\n",
                serde_json::to_string(wrong).expect("JSON")
            ),
        ),
    ] {
        file(&folder, name, &text);
    }
    fs::write(folder.path().join("utf16.md"), b"\xff\xfeS\0a\0l\0e\0s\0 \0r\0o\0s\0e\0").expect("a file");
    folder
}

fn file(folder: &Folder, name: &str, text: &str) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("in the folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

fn checked(folder: &Folder, arguments: &[&str]) -> Ran {
    let ran = folder.run(&[&["check"], arguments].concat());
    assert!(!ran.err.contains("panicked") && !ran.err.contains("mistake of factlint"), "{}", ran.err);
    ran
}

fn same(one: &Ran, other: &Ran, what: &str) {
    assert_eq!(one.out, other.out, "{what}");
    assert_eq!((&one.err, one.status), (&other.err, other.status), "{what}");
}

/// The files of a cache but for those that say what it is, with the times of their writing.
fn entries(cache: &Path) -> Vec<(PathBuf, SystemTime)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(cache).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(entries(&path));
        } else if path.file_name().is_some_and(|name| name.len() == 1) {
            found.push((path, entry.metadata().expect("a file").modified().expect("a time")));
        }
    }
    found.sort();
    found
}

/// Runs without a cache, with one that is yet to be filled, and with the full one.
fn three_times(folder: &Folder, cache: &str, arguments: &[&str]) -> Ran {
    let without = checked(folder, &[&["--no-cache"], arguments].concat());
    let with = [&["--cache-dir", cache], arguments].concat();
    same(&checked(folder, &with), &without, &format!("cold: {arguments:?}"));
    let written = entries(&folder.path().join(cache));
    assert!(!written.is_empty(), "{arguments:?}");
    same(&checked(folder, &with), &without, &format!("warm: {arguments:?}"));
    assert_eq!(entries(&folder.path().join(cache)), written, "nothing is left to keep: {arguments:?}");
    without
}

#[test]
fn every_report_is_the_same() {
    let folder = articles();
    for format in FORMATS {
        let ran =
            three_times(&folder, ".formats", &["--rules", "house.rules", "--today", "2026-05-01", "--format", format]);
        assert_eq!(ran.status, 2, "a record cannot be read");
        assert!(ran.out.contains("count/noun-repeated"), "{}", ran.out);
    }
}

#[test]
fn whatever_is_asked_for() {
    let folder = articles();
    file(
        &folder,
        "factlint.stets.toml",
        "[[stet]]\narticle = \"again.md\"\nrule = \"percent/change-arithmetic\"\nwords = \"50%\"\nwho = \"Ines\"\nwhen = 2026-01-02\nwhy = \"so\"\n\n[[stet]]\narticle = \"clean/03.md\"\nrule = \"percent/change-arithmetic\"\nwords = \"50%\"\nwho = \"Ines\"\nwhen = 2026-01-02\nwhy = \"so\"\n",
    );
    // Too many figures for one of the drafts.
    file(&folder, "cows.txt", &"They have 7 cows. ".repeat(1_600));
    let mut seen = Vec::new();
    for arguments in [
        &["--today", "2026-05-01"] as &[&str],
        &["--today", "2026-07-01"],
        &["--published", "2024-05-18"],
        &["--published", "2023-05-18"],
        &["--rule", "percent/*"],
        &["--rule", "count/noun-repeated"],
        &["--rules", "house.rules"],
        &["--rules", "house.rules", "--drafts"],
        &["--isolated"],
        &["--show-stets"],
        &["--write-baseline=known"],
        &["--baseline", "known"],
        &["--baseline", "known", "--format", "sarif"],
        &["--fail-on", "never"],
        &["--quiet"],
        &["clean", "wrong.md", "no/such.md"],
    ] {
        let ran = three_times(&folder, ".asked", &[&["--format", "short"], arguments].concat());
        seen.push((ran.out, ran.err, ran.status));
    }
    let said = |number: usize, words: &str| {
        let (out, err, _): &(String, String, i32) = &seen[number];
        assert!(out.contains(words) || err.contains(words), "{words}: {out}\n{err}");
    };
    said(0, "web/page.html:1:31: note: from 100 to 130");
    said(0, "stet/unused");
    said(1, "stet/expired");
    assert_ne!(seen[2].0, seen[3].0, "the year counts");
    said(6, "house/boats");
    said(7, "1 rule given up");
    said(8, "web/page.html:1:31: error: from 100 to 130");
    said(11, "known from the baseline");
}

#[test]
fn what_is_staged_and_what_changed() {
    let folder = articles();
    let git = |arguments: &str| {
        let mut command = Command::new("git");
        command.current_dir(folder.path()).args(["-c", "user.name=a", "-c", "user.email=a@example.org"]);
        let done = command.args(arguments.split(' ')).stderr(Stdio::null()).status().expect("git runs");
        assert!(done.success(), "git {arguments}");
    };
    file(&folder, ".gitignore", ".cache\n");
    git("init -q -b main");
    git("add .");
    git("commit -q --no-gpg-sign -m one");
    for number in 0..60 {
        file(
            &folder,
            &format!("clean/{number:02}.md"),
            &format!("# Buses\n\n{}Sales rose by 50%, from 100 to 130.\n", plain(number)),
        );
    }
    let ran = three_times(&folder, ".diff", &["--diff=main", "--format", "short"]);
    assert_eq!(ran.out.lines().count(), 60);
    git("add clean");
    file(&folder, "clean/07.md", "# Other\n\nIt rained.\n");
    let ran = three_times(&folder, ".diff", &["--staged", "--format", "short"]);
    assert_eq!(ran.out.lines().count(), 60, "what is staged counts");
}

#[test]
fn a_change_of_anything_counts() {
    let folder = articles();
    let check = |what: &str, words: &str, there: bool| {
        let arguments = ["--rules", "house.rules", "--format", "short"];
        let ran = three_times(&folder, ".changes", &arguments);
        assert_eq!(ran.out.contains(words), there, "{what}: {}", ran.out);
    };
    check("as it is", "house/boats", true);
    file(&folder, "house.rules", &HOUSE.replace("<= 60", "<= 100"));
    check("another rule", "house/boats", false);
    file(&folder, "house.rules", HOUSE);
    check("the rule as it was", "house/boats", true);
    file(&folder, "factlint.toml", "[rules]\n\"house/boats\" = { enabled = false }\n");
    check("other settings", "house/boats", false);
    check("an article", "clean/07.md", false);
    file(&folder, "clean/07.md", "# Buses\n\nSales rose by 50%, from 100 to 130.\n");
    // As long, and as old, as the one before.
    check("an article", "clean/07.md:3:15: error: from 100 to 130 is a change of 30%", true);
    file(&folder, "clean/07.md", "# Buses\n\nSales rose by 30%, from 100 to 130.\n");
    check("an article", "clean/07.md", false);
}

#[test]
fn little_is_not_worth_a_cache() {
    let folder = Folder::new(&[("a.md", b"# A\n\nSales rose by 50%, from 100 to 130.\n")]);
    assert_eq!(checked(&folder, &["--cache-dir", "cache"]).status, 1);
    assert!(!folder.path().join("cache").exists());
    let large = articles();
    checked(&large, &["--no-cache"]);
    assert!(!large.path().join(".cache").exists());
    checked(&large, &[]);
    assert!(large.path().join(".cache/factlint/CACHEDIR.TAG").exists());
    let mut command = large.command(&["check"]);
    ran(command.env("FACTLINT_CACHE_DIR", ".named"), b"");
    assert!(large.path().join(".named/CACHEDIR.TAG").exists());
}

/// What is done to the files of a cache, told their number.
type Damage<'d> = &'d dyn Fn(&Path, usize);

#[test]
fn a_damaged_cache_is_none() {
    let folder = articles();
    let arguments = ["--rules", "house.rules", "--drafts", "--format", "json", "--cache-dir", ".damaged"];
    let without = checked(&folder, &["--rules", "house.rules", "--drafts", "--format", "json", "--no-cache"]);
    checked(&folder, &arguments);
    let cache = folder.path().join(".damaged");
    let files = entries(&cache);
    let damage: [Damage<'_>; 5] = [
        &|path, number| {
            let bytes = fs::read(path).expect("an entry");
            fs::write(path, &bytes[..bytes.len() * number / 16]).expect("written");
        },
        &|path, number| {
            let mut bytes = fs::read(path).expect("an entry");
            let at = bytes.len() * number / 16;
            bytes[at] ^= 1 << (number % 8);
            fs::write(path, bytes).expect("written");
        },
        &|path, _| fs::write(path, "x".repeat(9 << 20)).expect("written"),
        // What another file of the cache holds.
        &|path, _| drop(fs::copy(path.with_file_name("0"), path)),
        &|path, _| {
            fs::remove_file(path).expect("removed");
            fs::create_dir(path).expect("a folder");
        },
    ];
    for damage in damage {
        for (number, (path, _)) in files.iter().enumerate() {
            if path.is_dir() {
                fs::remove_dir(path).expect("removed");
            }
            damage(path, number);
        }
        let ran = checked(&folder, &arguments);
        assert_eq!((&ran.out, ran.status), (&without.out, without.status));
        assert!(ran.err == without.err || ran.err.contains("cannot be written"), "{}", ran.err);
    }
}

/// A program that is ended by the test, and whose output nobody reads.
fn begun(folder: &Folder, arguments: &[&str]) -> Child {
    let mut command = folder.command(&[&["check", "--format", "short"], arguments].concat());
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts")
}

/// Whether something is being written to the cache.
fn writes(cache: &Path) -> bool {
    fs::read_dir(cache).into_iter().flatten().flatten().any(|entry| {
        entry.file_name().to_string_lossy().starts_with(".new-") || (entry.path().is_dir() && writes(&entry.path()))
    })
}

/// `FACTLINT_KILLS` says how often; every other time the run is killed while it writes.
#[test]
fn a_kill_at_any_moment() {
    let kills = std::env::var("FACTLINT_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(12);
    let folder = articles();
    let cache = folder.path().join(".killed");
    let arguments = ["--cache-dir", ".killed"];
    // Every round has texts of its own and the findings of one in four.
    let change = |round: usize| {
        for number in 0..60 {
            let percent = if (number + round).is_multiple_of(4) { 50 } else { 30 };
            let text =
                format!("# Buses, {:05}\n\n{}Sales rose by {percent}%, from 100 to 130.\n", round, plain(number));
            file(&folder, &format!("clean/{number:02}.md"), &text);
        }
    };
    let told = |arguments: &[&str]| checked(&folder, &[&["--format", "short"], arguments].concat());
    let expected: Vec<Ran> = (0..4).map(|round| (change(round), told(&["--no-cache"])).1).collect();
    let start = Instant::now();
    told(&["--no-cache"]);
    let whole = start.elapsed();
    let (mut random, mut writing, mut left) = (1_u64, 0, 0);
    for round in 0..kills {
        // Knuth's MMIX generator.
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let percent = ((random >> 33) % 120) as u32;
        if round % 3 == 0 {
            let _ = fs::remove_dir_all(&cache);
        }
        change(round);
        let mut child = begun(&folder, &arguments);
        if round % 2 == 0 {
            thread::sleep(whole * percent / 100);
        } else {
            while child.try_wait().expect("it runs").is_none() && !writes(&cache) {}
            writing += usize::from(writes(&cache));
            thread::sleep(Duration::from_micros(u64::from(percent) * 12));
        }
        let _ = child.kill();
        child.wait().expect("it ends");
        left += usize::from(writes(&cache));
        same(&told(&arguments), &expected[round % 4], &format!("after kill {round}"));
        same(&told(&arguments), &expected[round % 4], &format!("once more after kill {round}"));
    }
    println!(
        "{kills} kills, {writing} of them while something was seen to be written; {left} left a file half written"
    );
}

#[test]
fn several_runs_at_once() {
    let folder = articles();
    let rules = ["*", "percent/*", "*", "count/*", "percent/*", "*"];
    let told = |rule: &str, more: &[&str]| checked(&folder, &[&["--format", "json", "--rule", rule], more].concat());
    let expected = rules.map(|rule| told(rule, &["--no-cache"]));
    for _ in 0..3 {
        thread::scope(|scope| {
            let runs = rules.map(|rule| scope.spawn(move || told(rule, &["--cache-dir", ".shared"])));
            for (run, expected) in runs.into_iter().zip(&expected) {
                same(&run.join().expect("it ends"), expected, "at once");
            }
        });
    }
    let cache = folder.path().join(".shared");
    let written = entries(&cache);
    for (rule, expected) in rules.iter().zip(&expected) {
        same(&told(rule, &["--cache-dir", ".shared"]), expected, "warm");
    }
    assert_eq!(entries(&cache), written, "each of them has left what it found");
    assert!(!writes(&cache));
}

/// A run on a disk that is full, as a shell makes it; none where the system does not let us.
fn full(folder: &Folder, prepare: &str) -> Option<Ran> {
    let mut shell = Command::new("sh");
    let program = folder.command(&[]);
    let script = format!("{prepare} && exec \"$0\" check --format json --cache-dir full");
    shell.arg("-c").arg(script).arg(program.get_program()).current_dir(folder.path());
    let ran = ran(&mut shell, b"");
    (ran.status < 3 && ran.out.contains("totals")).then_some(ran)
}

#[test]
#[cfg(unix)]
fn a_full_disk() {
    let folder = articles();
    let without = checked(&folder, &["--format", "json", "--no-cache"]);
    fs::create_dir(folder.path().join("full")).expect("a folder");
    let mut tried = 0;
    for prepare in [
        // Files that grow beyond half a kilobyte or so.
        "trap '' XFSZ && ulimit -f 1",
        // A disk of a few pages, which only this run sees.
        "unshare --mount --map-root-user true 2>/dev/null && exec unshare --mount --map-root-user sh -c 'mount -t tmpfs -o size=16k tmpfs full && exec \"$0\" check --format json --cache-dir full' \"$0\"",
    ] {
        let Some(ran) = full(&folder, prepare) else {
            println!("not tried, for this system does not allow it: {prepare}");
            continue;
        };
        tried += 1;
        assert_eq!((&ran.out, ran.status), (&without.out, without.status), "the result is whole");
        let said = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(said.matches("the cache in full cannot be written").count(), 1, "{said}");
        assert!(ran.err.len() - without.err.len() < 400, "{said}");
    }
    assert!(tried > 0);
    assert!(!writes(&folder.path().join("full")), "nothing half written is left");
    same(&checked(&folder, &["--format", "json", "--cache-dir", "full"]), &without, "once there is room");
}

#[test]
#[cfg(unix)]
fn a_folder_that_cannot_be_written() {
    let folder = articles();
    let without = checked(&folder, &["--format", "json", "--no-cache"]);
    file(&folder, "taken", "a file");
    let ran = checked(&folder, &["--format", "json", "--cache-dir", "taken"]);
    assert_eq!((ran.out, ran.status), (without.out.clone(), without.status));
    assert!(ran.err.contains("the cache in taken cannot be written"), "{}", ran.err);
    assert!(ran.err.contains("nothing is missing"), "{}", ran.err);
    let quiet = checked(&folder, &["--format", "json", "--cache-dir", "taken", "--quiet"]);
    assert!(!quiet.err.contains("the cache"), "{}", quiet.err);
}
