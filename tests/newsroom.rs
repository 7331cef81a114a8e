//! The worked example of a newsroom: its rules hold, its articles are clean, and a slip is found.

use std::path::Path;
use std::process::{Command, Output};

#[expect(clippy::unwrap_used, reason = "a test stops where the program cannot be run")]
fn factlint(args: &[&str]) -> Output {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/newsroom");
    Command::new(env!("CARGO_BIN_EXE_factlint")).args(args).current_dir(folder).output().unwrap()
}

fn shown(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[test]
fn its_rules_hold() {
    let output = factlint(&["test", "courier"]);
    assert!(output.status.success(), "{}", shown(&output));
    assert!(shown(&output).contains("4 rules"), "{}", shown(&output));
}

#[test]
fn its_articles_are_clean() {
    let output = factlint(&["check", "articles"]);
    assert_eq!(shown(&output), "nothing found; 3 articles checked\n");
}

#[test]
fn slips_are_found_by_the_sheets() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("draft.md");
    let text = "# A draft\n\nMayor Tom Okray said that Lantern had reached computers in 90 countries. \
                Ingrid Halfers was there.\n";
    std::fs::write(&draft, text).unwrap();
    let output = factlint(&["check", "--published", "2026-05-01", "--format", "jsonl", draft.to_str().unwrap()]);
    let rules: Vec<String> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["rule"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(rules, ["courier/official", "courier/sheet-figure", "courier/name-spelling"]);
    assert_eq!(output.status.code(), Some(1));
}
