//! The worked example of a newsroom: its rules hold, its articles are clean, and a slip is found.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test stops where the program cannot be run")]

mod binary;
mod repository;

use binary::Folder;
use repository::git;
use std::path::Path;
use std::process::{Command, Output};

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
    assert_eq!(
        shown(&output),
        "nothing found; 20 articles checked; 2 findings let stand; 2 findings known from the baseline \
         (--show-stets lists what stands)\n"
    );
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

/// Three slips of a branch, and an old error whose paragraph is written anew: file, what it says, what it says then.
const BRANCH: [(&str, &str, &str); 4] = [
    ("articles/2026/library.html", "up 20% from 80,000", "up 25% from 80,000"),
    ("articles/2026/school-count.md", "63 (15%)", "63 (51%)"),
    ("articles/2026/bridge.md", "Ingrid Halvers", "Ingrid Halfers"),
    ("articles/archive/2018-trawler.html", "without an engine", "with no engine"),
];

/// The example as a repository of its own, on a branch from `main`.
fn repository() -> Folder {
    let folder = Folder::new(&[]);
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/newsroom"), folder.path());
    for arguments in ["init -q -b main", "add .", "commit -q -m first", "checkout -q -b story"] {
        git(folder.path(), arguments);
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_branch_is_told_of_its_own_errors() {
    let folder = repository();
    // The README's command, on the first commit and on the branch.
    let command = ["check", "--diff=main", "--format", "github", "--format", "sarif=factlint.sarif"];
    let first = folder.run(&["check"]);
    assert_eq!((first.status, first.out.as_str()), (0, ""), "{first:?}");
    let unchanged = folder.run(&command);
    assert_eq!((unchanged.status, unchanged.out.as_str()), (0, ""), "{unchanged:?}");
    for (file, old, new) in BRANCH {
        let path = folder.path().join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{file}");
        std::fs::write(path, text.replace(old, new)).unwrap();
    }
    git(folder.path(), "commit -q -a -m second");
    let ran = folder.run(&command);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert_eq!(ran.err, "3 errors in 3 articles; 4 articles checked; 1 finding known from the baseline\n");
    let mut rules: Vec<&str> =
        ran.out.lines().filter_map(|line| line.split("title=").nth(1)?.split("::").next()).collect();
    rules.sort_unstable();
    assert_eq!(rules, ["courier/name-spelling", "percent/change-arithmetic", "percent/share"], "{ran:?}");
    let sarif = std::fs::read_to_string(folder.path().join("factlint.sarif")).unwrap();
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    let reported = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(reported.iter().filter(|result| result["suppressions"].as_array().is_none_or(Vec::is_empty)).count(), 3);
}
