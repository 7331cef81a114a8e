//! Rules across the archive join articles of one run, whatever their format and wherever they come from.

#![expect(clippy::expect_used, reason = "a test stops where the program cannot be run")]

mod binary;

use binary::Folder;

const RULES: &str = "\
rule archive/born-twice
  title     \"Two articles give one person two years of birth\"
  severity  warning
  across    archive
  for each  pair of birth a, b
  where     a.person is b.person and a.person.full_name is known
  must      a.date can be b.date
  once per  a.person
  message   \"{a.person} was born {a.date} here, {b.date} in “{b.article.title | \"another\"}”\"
  mark      a \"here\"
  mark      b \"and there\"
  bad
    > Ida Q. Sample was [[born in 1950]].
    > ===
    > Ida Q. Sample, [[born in 1960]], wrote it.
  good
    > Ida Q. Sample was born in 1950.
    > ===
    > Ida Q. Sample, born on 3 May 1950, wrote it.
";

const FIRST: &str = "# Prize for Penn\n\nThe novelist Harold Penn was born in 1950 in Leeds.\n";
const SECOND: &str = "<html><body><h1>Penn &amp; friends</h1><p>Ann Lee said so.</p><p>Harold Penn, born in 1960, wrote it.</p></body></html>\n";
const FEED: &str = "{\"id\":\"x1\",\"headline\":\"None\",\"body\":\"Mr Penn was born in 1980.\"}\n\n\
                    {\"id\":\"x2\",\"headline\":\"Fünf\",\"body\":\"Olga Brandt, born in 1971, won.\"}\n\
                    {\"id\":\"x3\",\"headline\":\"Six\",\"body\":\"Olga Brandt, born in 1972, won.\"}\n";

const CHECK: &[&str] = &["check", "--isolated", "--rules", "house.rules", "--rule", "archive", "--color", "never"];

fn folder(files: &[(&str, &str)]) -> Folder {
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    Folder::new(&bytes)
}

fn all() -> Folder {
    folder(&[("house.rules", RULES), ("old/a.md", FIRST), ("old/b.html", SECOND), ("old/feed.jsonl", FEED)])
}

fn check(folder: &Folder, more: &[&str]) -> (i32, String) {
    let ran = folder.run(&[CHECK, more].concat());
    (ran.status, ran.out)
}

#[test]
fn articles_are_joined_and_both_are_shown() {
    let folder = all();
    let (status, lines) = check(&folder, &["--format", "short", "old"]);
    let penn = "old/a.md:3:30: warning: Harold Penn was born 1950 here, 1960 in “Penn & friends” (also old/b.html:1:79) [archive/born-twice]\n";
    let brandt = "old/feed.jsonl:3: body:1:14: warning: Olga Brandt was born 1971 here, 1972 in “Six” (also old/feed.jsonl:4: body:1:14) [archive/born-twice]\n";
    assert_eq!((status, lines), (0, format!("{penn}{brandt}")));
    let (_, drawn) = check(&folder, &["old"]);
    for shown in ["old/a.md:3:30", "old/b.html:1:79", "here", "and there", "born in 1960"] {
        assert!(drawn.contains(shown), "{shown}\n{drawn}");
    }
    let (status, lines) = check(&folder, &["--format", "jsonl", "--fail-on", "warning", "old"]);
    let marks = "\"marks\":[{\"field\":\"source\",\"start\":47,\"end\":59,\"text\":\"born in 1950\",\"label\":\"here\"},\
                 {\"article\":\"old/b.html\",\"field\":\"source\",\"start\":78,\"end\":90,\"text\":\"born in 1960\",\"label\":\"and there\"}]";
    assert!(status == 1 && lines.contains(marks), "{lines}");
    for format in ["sarif", "rdjson", "gitlab", "github", "junit", "checkstyle", "markdown", "html", "json"] {
        let (_, report) = check(&folder, &["--format", format, "old"]);
        let other = if format == "html" { "Penn" } else { "old/b.html" };
        assert!(report.contains(other), "{format}: {report}");
    }
    // What is found does not hang on the number of threads.
    let one = folder.command(&[CHECK, &["--format", "jsonl", "old"]].concat()).env("RAYON_NUM_THREADS", "1").output();
    assert_eq!(one.map(|one| String::from_utf8_lossy(&one.stdout).into_owned()).unwrap_or_default(), lines);
}

#[test]
fn articles_by_themselves_and_from_a_stream() {
    let folder = all();
    assert_eq!(check(&folder, &["--format", "short", "old/a.md"]), (0, String::new()));
    let same = "# Penn\n\nHarold Penn was born in 1950. Harold Penn, born in 1960, wrote it.\n";
    std::fs::write(folder.path().join("one.md"), same).expect("written");
    assert_eq!(check(&folder, &["--format", "short", "one.md"]), (0, String::new()));
    let ran = folder.run_with(&[CHECK, &["--format", "short", "-"]].concat(), FEED.as_bytes());
    assert!(ran.out.contains("Olga Brandt was born 1971 here, 1972 in “Six”"), "{}", ran.out);
}

#[test]
fn articles_are_read_again_as_they_were_read() {
    let story = |headline: &str, text: &str| format!("---\nheading: {headline}\n---\n\n{text}\n");
    let one = story("Ann Lee, born in 1930, is back", "Harold Penn was born in 1950 in Leeds.");
    let other = story("Tom Haddow, born in 1931, sings", "Harold Penn, born in 1960, wrote it.");
    let settings = "[front-matter]\nheadline = \"heading\"\n";
    let files = [("house.rules", RULES), ("factlint.toml", settings), ("old/a.md", &one), ("old/b.md", &other)];
    let ran = folder(&files).run(&["check", "--rules", "house.rules", "--rule", "archive", "--format", "short", "old"]);
    assert!(ran.out.contains("Harold Penn was born 1950 here, 1960") && ran.out.lines().count() == 1, "{ran:?}");
}

#[test]
fn stets_and_baselines_let_it_stand() {
    let stet = format!("<!-- stet archive/born-twice: the two are namesakes -->\n\n{FIRST}");
    let folder =
        folder(&[("house.rules", RULES), ("old/a.md", &stet), ("old/b.html", SECOND), ("old/c.md", "Rain.\n")]);
    let short = ["--format", "short", "old"];
    assert_eq!(check(&folder, &short), (0, String::new()));
    let (_, shown) = check(&folder, &["--show-stets", "--format", "short", "old"]);
    assert!(shown.contains("stet: Harold Penn") && shown.contains("the two are namesakes"), "{shown}");
    std::fs::write(folder.path().join("old/a.md"), FIRST).expect("written");
    let elsewhere = SECOND.replace("<p>Harold", "<!-- stet archive/born-twice: namesakes --><p>Harold");
    std::fs::write(folder.path().join("old/b.html"), elsewhere).expect("written");
    assert_eq!(check(&folder, &short), (0, String::new()));
    std::fs::write(folder.path().join("old/b.html"), SECOND).expect("written");
    let known = ["--baseline", "known.jsonl", "--format", "short", "old"];
    assert!(check(&folder, &short).1.contains("Harold Penn"));
    assert_eq!(check(&folder, &[&["--write-baseline"], known.as_slice()].concat()).0, 0);
    assert_eq!(check(&folder, &known), (0, String::new()));
}

#[test]
fn articles_may_be_joined_within_a_time() {
    let within = RULES.replace("across    archive", "across    archive within 2 years");
    let dated = |name: &str, day: &str, year: u16| {
        format!("---\ndate: {day}\n---\n\n# {name}\n\nHarold Penn was born in {year} in Leeds.\n")
    };
    let check = |days: [&str; 2], found: bool| {
        let folder = folder(&[
            ("house.rules", &within),
            ("old/a.md", &dated("One", days[0], 1950)),
            ("old/b.md", &dated("Two", days[1], 1960)),
        ]);
        let (_, said) = check(&folder, &["--format", "short", "old"]);
        assert_eq!(!said.is_empty(), found, "{days:?} {said}");
    };
    check(["2015-03-01", "2016-12-01"], true);
    check(["2016-12-01", "2015-03-01"], true);
    check(["2012-03-01", "2016-12-01"], false);
}

#[test]
fn it_is_tested_explained_and_accepted() {
    let folder = all();
    let rules = ["--isolated", "--rules", "house.rules"];
    let tested = folder.run(&[&["test"], rules.as_slice(), &["--thorough", "archive/born-twice"]].concat());
    assert!(tested.out.contains("2 examples of 1 rule: 2 hold"), "{}{}", tested.out, tested.err);
    let explain =
        |paths: &[&str]| folder.run(&[&["explain"], rules.as_slice(), &["archive/born-twice"], paths].concat()).out;
    assert!(explain(&["old/a.md"]).contains("joins facts of two articles"), "{}", explain(&["old/a.md"]));
    let all = explain(&["old"]);
    let penn = "reported: a = “born in 1950” (body of old/a.md), b = “born in 1960” (body of old/b.html)\n";
    let keyed = "where  a.person is b.person         yes     (Harold Penn, Harold Penn)\n";
    assert!(all.starts_with("old/a.md and old/b.html\n") && all.contains(penn) && all.contains(keyed), "{all}");
    let other = "not reported: a = “born in 1960” (body of old/b.html), b = “born in 1971” (body of old/feed.jsonl:3)";
    let one = explain(&["old/b.html", "old/feed.jsonl"]);
    assert!(one.contains(other) && one.contains("← this decided"), "{one}");
    let record = explain(&["old/feed.jsonl:4", "old/b.html"]);
    assert!(record.contains("born in 1972") && !record.contains("old/b.html and old/feed.jsonl:3"), "{record}");
    let plan = folder.run(&[&["rules", "plan"], rules.as_slice(), &["archive/born-twice"]].concat());
    assert!(plan.out.contains("across  the archive"), "{}{}", plan.out, plan.err);
    let test = ["test", "archive", "--isolated", "--rules", "house.rules", "--archive", "old"];
    let accepted = folder.run(&[test.as_slice(), &["--accept"]].concat());
    assert!(accepted.out.contains("archive/born-twice: 2 added, 0 removed"), "{}{}", accepted.out, accepted.err);
    let again = folder.run(&test);
    assert!(again.out.contains("2 findings as accepted, 0 added, 0 removed"), "{}{}", again.out, again.err);
}

#[test]
fn what_articles_give_is_kept_between_runs() {
    let folder = all();
    let kept = ["--cache-dir", "kept", "--format", "jsonl", "old"];
    let (status, cold) = check(&folder, &kept);
    assert!(status == 0 && cold.contains("Harold Penn") && cold.contains("Olga Brandt"), "{cold}");
    assert_eq!(check(&folder, &kept), (0, cold.clone()));
    std::fs::write(folder.path().join("old/b.html"), SECOND.replace("1960", "1950")).expect("written");
    let (_, mended) = check(&folder, &kept);
    assert!(!mended.contains("Harold Penn") && mended.contains("Olga Brandt"), "{mended}");
    assert_eq!(check(&folder, &["--no-cache", "--format", "jsonl", "old"]), (0, mended));
}
