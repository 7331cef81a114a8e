//! What cannot be read is said with its place, the rest is still checked, and the exit status tells.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod binary;

use binary::{Folder, Ran, ran};
use std::io::Read;
use std::process::Stdio;

/// An article in which nothing is wrong.
const GOOD: (&str, &[u8]) = ("good.txt", b"Ferry delayed\n\nThe ferry came two hours late.\n");

/// Checks `good.txt` and other files: the exit status, and what standard error says.
fn check(files: &[(&str, &[u8])], status: i32, says: &[&str]) {
    let folder = Folder::new(&[&[GOOD], files].concat());
    assert_says(&folder.run(&["check", "--color", "never"]), status, says);
}

fn assert_says(ran: &Ran, status: i32, says: &[&str]) {
    assert_eq!(ran.status, status, "{}", ran.err);
    for words in says {
        assert!(ran.err.contains(words), "{words:?} is not in:\n{}", ran.err);
    }
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn a_missing_file() {
    let folder = Folder::new(&[GOOD]);
    let says = ["cannot read gone.txt: there is no such file or folder", "1 article checked, 1 could not be read"];
    assert_says(&folder.run(&["check", "gone.txt", "good.txt"]), 2, &says);
}

#[test]
fn a_folder_without_articles() {
    let folder = Folder::new(&[GOOD, ("empty/notes.xyz", b"3 boats")]);
    let says = ["cannot read empty: there are no articles in this folder", ".txt", "1 article checked"];
    assert_says(&folder.run(&["check", "empty", "good.txt"]), 2, &says);
}

#[test]
fn a_binary_file() {
    check(&[("a.txt", b"\x7fELF\x02\x01\0\0")], 2, &["cannot read a.txt: not a text", "byte 6", "1 article checked"]);
}

#[test]
fn bytes_that_are_no_utf8() {
    check(
        &[("a.txt", b"Two\ncaf\xe9s.")],
        2,
        &["cannot read a.txt: not UTF-8", "byte 7 (line 2)", "1 article checked"],
    );
}

#[test]
fn an_empty_file() {
    check(&[("a.txt", b"")], 0, &["a.txt: there is nothing to read in it", "2 articles checked"]);
}

#[test]
fn an_unknown_extension_is_read_when_it_is_asked_for() {
    let folder = Folder::new(&[("story.draft", b"The ferry came two hours late.")]);
    assert_says(&folder.run(&["check", "story.draft"]), 0, &["1 article checked"]);
}

/// Without optimisation one megabyte stands for fifty.
#[test]
fn one_endless_line() {
    let megabytes = if cfg!(debug_assertions) { 1 } else { 50 };
    let line = "The harbour office counted 40 boats on Monday. ".repeat(megabytes * 22_000);
    check(&[("a.txt", line.as_bytes())], 0, &["2 articles checked"]);
}

#[test]
fn a_million_nested_quotations_and_elements() {
    let quotation = format!("# Boats\n\n{} 40 boats.\n", ">".repeat(1_000_000));
    let elements = format!("<h1>Boats</h1>{}40 boats.", "<div>".repeat(1_000_000));
    check(&[("a.md", quotation.as_bytes()), ("a.html", elements.as_bytes())], 0, &["3 articles checked"]);
}

#[test]
fn records_that_are_no_articles() {
    let feed = b"{\"body\": 12}\n{\"id\": \"x\"}\n\nThe ferry\n{\"body\": \"The ferry.\"}\n";
    let says = [
        "cannot read feed.jsonl:1: `body` is a number, not a string",
        "cannot read feed.jsonl:2: the record has no `body`",
        "cannot read feed.jsonl:4: the line is no JSON object",
        "2 articles checked, 3 could not be read",
    ];
    check(&[("feed.jsonl", feed)], 2, &says);
    let folder = Folder::new(&[("feed.jsonl", feed)]);
    let told = folder.run(&["check", "--format", "jsonl"]);
    let records: Vec<serde_json::Value> =
        told.out.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect();
    let bad: Vec<_> =
        records.iter().filter(|record| record["error"].is_string()).map(|record| &record["article"]).collect();
    assert_eq!(bad, ["feed.jsonl:1", "feed.jsonl:2", "feed.jsonl:4"]);
}

#[test]
fn a_record_s_date_that_is_none() {
    let feed = b"{\"body\": \"The ferry.\", \"published\": \"soon\"}";
    check(&[("feed.jsonl", feed)], 0, &["feed.jsonl:1: `published` is no date", "2 articles checked"]);
}

#[test]
fn front_matter_that_does_not_parse() {
    let story = b"---\ntitle: [Ferry\n---\n\nThe ferry came two hours late.\n";
    check(&[("a.md", story)], 2, &["cannot read a.md", "a.md:2", "1 article checked"]);
}

#[test]
fn a_rule_file_with_mistakes() {
    let rules = b"rule house/boats\n  title \"Boats\"\n  severity loud\n  for each count c\n  must c.values <= 3\n  message \"no\"\n  mark c \"here\"\n";
    let folder = Folder::new(&[GOOD, ("house.rules", rules)]);
    let told = folder.run(&["check", "--rules", "house.rules", "good.txt"]);
    assert_says(&told, 2, &["house.rules:3:", "house.rules:5:", "did you mean"]);
    assert_says(&folder.run(&["check", "--rules", "gone.rules", "good.txt"]), 2, &["cannot read gone.rules"]);
}

const HARBOURS: &str = "\
table harbours from \"harbours.csv\"
  key name text
  berths exact

rule house/berths
  title \"More boats than berths\"
  severity error
  for each count c
  where c.noun is \"boat\"
  let berths = harbours[\"Marren\"].berths
  where berths is known
  must c.value <= berths
  message \"more boats than Marren has berths\"
  mark c \"too many\"
  bad > There were [[90 boats]] in Marren.
  good > There were 30 boats in Marren.
";

#[test]
fn a_row_of_the_wrong_type() {
    let table = b"name,berths\nMarren,40\nOster,many\n";
    let folder = Folder::new(&[GOOD, ("house.rules", HARBOURS.as_bytes()), ("harbours.csv", table)]);
    assert_says(&folder.run(&["check", "--rules", "house.rules", "good.txt"]), 2, &["harbours.csv:3:", "many"]);
}

#[test]
fn an_example_that_does_not_hold() {
    let table = b"name,berths\nMarren,100\n";
    let folder = Folder::new(&[("house.rules", HARBOURS.as_bytes()), ("harbours.csv", table)]);
    let told = folder.run(&["test", "--rules", "house.rules", "house"]);
    assert_eq!(told.status, 1, "{told:?}");
    for words in ["house/berths", "this must be reported, and is not", "house.rules:15:", "2 examples of 1 rule"] {
        assert!(told.out.contains(words), "{words:?} is not in:\n{}", told.out);
    }
}

#[test]
fn a_rule_that_does_not_exist() {
    let folder = Folder::new(&[GOOD]);
    for arguments in [
        &["check", "--rule", "count/noun-repeatd", "good.txt"] as &[_],
        &["explain", "count/noun-repeatd"],
        &["rules", "show", "count/noun-repeatd"],
        &["test", "count/noun-repeatd"],
    ] {
        let says = ["there is no rule `count/noun-repeatd`", "did you mean `count/noun-repeated`?"];
        assert_says(&folder.run(arguments), 2, &says);
    }
}

#[test]
fn a_closed_pipe() {
    let feed = "{\"body\": \"There were 40 boats in 30 harbours.\", \"id\": 1}\n".repeat(20_000);
    let folder = Folder::new(&[("feed.jsonl", feed.as_bytes())]);
    let mut command = folder.command(&["facts", "--format", "jsonl", "feed.jsonl"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts");
    let mut first = [0; 64];
    child.stdout.take().expect("its output").read_exact(&mut first).expect("the first bytes");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(2), "the run was not whole");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn output_does_not_depend_on_threads() {
    let story = |n: usize| format!("{{\"id\": {n}, \"body\": \"There were {n} boats in {n} boats.\"}}\n");
    let feed: String = (1..400).map(story).collect();
    let folder = Folder::new(&[GOOD, ("feed.jsonl", feed.as_bytes()), ("z.jsonl", b"nonsense")]);
    for arguments in [["check", "--format", "jsonl", "."], ["check", "--format", "human", "."]] {
        let runs = ["1", "2", "7"].map(|threads| {
            let ran = ran(folder.command(&arguments).env("RAYON_NUM_THREADS", threads), b"");
            (ran.status, ran.out, ran.err)
        });
        assert_eq!(runs[0], runs[1]);
        assert_eq!(runs[1], runs[2]);
    }
}

#[test]
fn rule_files_that_are_no_text() {
    for (bytes, says) in [
        (&b"\xff\xfer\0u\0l\0e\0"[..], "cannot read house.rules: it is written in UTF-16; save it as UTF-8"),
        (b"rule\0", "cannot read house.rules: it is no text: byte 5 is zero"),
        (b"# one\n# caf\xe9\n", "cannot read house.rules: it is not UTF-8 text (byte 12 on line 2)"),
    ] {
        let folder = Folder::new(&[GOOD, ("house.rules", bytes)]);
        assert_says(&folder.run(&["check", "--color", "never", "--rules", "house.rules", "good.txt"]), 2, &[says]);
    }
    let folder = Folder::new(&[GOOD, ("house.rules", b" \n")]);
    let says = ["house.rules is empty", "1 article checked"];
    assert_says(&folder.run(&["check", "--color", "never", "--rules", "house.rules", "good.txt"]), 0, &says);
}

#[test]
fn rule_files_with_thousands_of_mistakes() {
    let unknown: Vec<String> = (0..20_000).map(|n| format!("define d{n}(c: count) means e{n}(c)")).collect();
    for (text, says) in [
        ("rule a\n  mesage \"x\"\n".repeat(20_000), "more mistakes"),
        ("x".repeat(3_000_000), "layout/unknown-item"),
        (unknown.join("\n"), "more mistakes"),
    ] {
        let folder = Folder::new(&[GOOD, ("house.rules", text.as_bytes())]);
        let start = std::time::Instant::now();
        let ran = folder.run(&["check", "--rules", "house.rules", "good.txt"]);
        assert_says(&ran, 2, &[says]);
        assert!(ran.err.len() < 100_000, "{} bytes", ran.err.len());
        assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
    }
}

/// Whatever was found stands, the run counts as not whole, and scripts get a record.
#[test]
fn a_rule_that_is_given_up() {
    let rule = b"rule house/all\n  title \"All\"\n  severity note\n  draft\n  for each pair of count a, b\n  where a.article is b.article\n  must a.value <= b.value\n  message \"{a.text}\"\n  mark a \"a\"\n  mark b \"b\"\n";
    let mut text = "The hall holds 31 June weddings.\n\nThe ferry comes on 31 June.\n\n".to_owned();
    text.push_str(&"They have 7 cows. ".repeat(1_600));
    let folder = Folder::new(&[("house.rules", rule), ("long.txt", text.as_bytes())]);
    let rules = ["check", "--color", "never", "--rules", "house.rules", "--drafts", "long.txt"];
    let says =
        ["long.txt: house/all: there is too much to compare", "factlint rules plan house/all", "1 rule given up"];
    let ran = folder.run(&rules);
    assert_says(&ran, 2, &says);
    assert!(ran.out.contains("date/"), "{}", ran.out);
    assert!(!ran.err.contains("cannot read"), "{}", ran.err);
    let ran = folder.run(&[&rules[..], &["--format", "jsonl"]].concat());
    assert_eq!(ran.status, 2);
    let last = ran.out.lines().last().unwrap_or_default();
    assert!(last.contains("\"given_up\":\"house/all\"") && last.contains("\"error\":\""), "{last}");
}
