//! The guide is followed as its readers follow it: its files are written, its commands run, its rules tested.
//!
//! A block whose first line names a file, as in ```` ```rules council.rules ````, is written to the folder of the page;
//! a `console` block runs in it. A `rules` block without a name stands alone: it has to load, and its examples
//! to hold. `FACTLINT_OVERWRITE=1 cargo test --test manual` writes what is printed into the pages.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn the_guide_is_true() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let mut pages: Vec<PathBuf> = fs::read_dir(docs).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    let mut wrong = String::new();
    for path in pages {
        let page = fs::read_to_string(&path).unwrap();
        let followed = follow(&page);
        if followed == page {
            continue;
        }
        if std::env::var_os("FACTLINT_OVERWRITE").is_some() {
            fs::write(&path, followed).unwrap();
        } else {
            let changed = page.lines().zip(followed.lines()).find(|(page, printed)| page != printed);
            let (says, printed) = changed.unwrap_or_default();
            let _ = writeln!(wrong, "{}\n  says:    {says}\n  printed: {printed}", path.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The page with what its commands really print.
#[expect(clippy::unwrap_used, reason = "a test stops where a folder cannot be written")]
fn follow(page: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut followed = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let _ = writeln!(followed, "{line}");
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else { continue };
        let mut block = String::new();
        for line in lines.by_ref().take_while(|line| *line != "```") {
            let _ = writeln!(block, "{line}");
        }
        let (of, file) = info.split_once(' ').unwrap_or((info, ""));
        if of == "console" {
            followed.push_str(&run_all(folder.path(), &block));
        } else {
            if !file.is_empty() {
                let path = folder.path().join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, &block).unwrap();
            } else if of == "rules" {
                stands_alone(&block);
            }
            followed.push_str(&block);
        }
        followed.push_str("```\n");
    }
    followed
}

fn run_all(folder: &Path, block: &str) -> String {
    let mut printed = String::new();
    for command in block.lines().filter_map(|line| line.strip_prefix("$ ")) {
        let words = words(command);
        assert_eq!(words.first(), Some(&"factlint"), "{command}");
        let (status, output) = factlint(folder, words.get(1..).unwrap_or_default());
        let status = if status == 0 { String::new() } else { format!("? {status}\n") };
        let _ = write!(printed, "$ {command}\n{status}{}\n\n", output.trim_end());
    }
    printed.truncate(printed.trim_end().len());
    printed + "\n"
}

/// The words of a command; what stands in double quotes is one.
fn words(command: &str) -> Vec<&str> {
    let parts = command.split('"').enumerate();
    parts
        .flat_map(|(number, part)| if number % 2 == 0 { part.split_whitespace().collect() } else { vec![part] })
        .collect()
}

#[expect(clippy::unwrap_used, reason = "a test stops where the program cannot be run")]
fn factlint(folder: &Path, args: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_factlint")).args(args).current_dir(folder).output().unwrap();
    let printed = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(printed).unwrap())
}

#[expect(clippy::unwrap_used, reason = "a test stops where a folder cannot be written")]
fn stands_alone(block: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("block.rules"), block).unwrap();
    let ids: Vec<&str> = block
        .lines()
        .filter_map(|line| line.strip_prefix("rule ").or_else(|| line.strip_prefix("amend ")))
        .map(|id| id.split(' ').next().unwrap_or(id))
        .collect();
    let command = if ids.is_empty() { "rules" } else { "test" };
    let args: Vec<&str> = [&[command, "--isolated", "--rules", "block.rules"], ids.as_slice()].concat();
    let (status, printed) = factlint(folder.path(), &args);
    assert!(status == 0 && (command == "rules" || printed.contains("hold")), "{block}\n{printed}");
}

#[test]
fn the_manual_of_a_newsroom_holds_together() {
    let folder = tempfile::tempdir().unwrap();
    let newsroom = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/newsroom");
    let out = folder.path().join("manual");
    let (status, printed) = factlint(&newsroom, &["doc", "--out", out.to_str().unwrap()]);
    assert_eq!(status, 0, "{printed}");
    let summary = fs::read_to_string(out.join("src/SUMMARY.md")).unwrap();
    assert!(summary.contains("  - [courier/sheet-figure](rules/courier/sheet-figure.md)\n"), "{summary}");
    let page = fs::read_to_string(out.join("src/rules/courier/sheet-figure.md")).unwrap();
    assert!(page.contains("[[90 countries]]") && page.contains("## Why it matters"), "{page}");
    assert!(fs::read_to_string(out.join("book.toml")).unwrap().contains("factlint and courier"));
}
