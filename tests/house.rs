//! The house holds: floors build on what is below them, files stay short and say what they are.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

/// The floors, the lowest first.
const FLOORS: [&str; 9] = ["source", "article", "text", "facts", "language", "engine", "lint", "report", "cli"];
/// No file is longer.
const LONGEST: usize = 600;
/// Names that say nothing of what is inside. (`language/check/types.rs` is about types.)
const EMPTY_NAMES: [&str; 4] = ["utils", "util", "helpers", "common"];

/// Every file under `folder` that ends with `.rs`.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn all_files() -> Vec<(String, String)> {
    let files = ["src", "tests", "benches"].iter().flat_map(|folder| rust_files(&root().join(folder)));
    let read = files.map(|path| {
        let name = path.strip_prefix(root()).expect("under the root").display().to_string();
        (name, fs::read_to_string(&path).expect("a source file is text"))
    });
    read.collect()
}

/// The floors that a file names after `crate::`, with the numbers of the lines.
fn named_floors(text: &str) -> Vec<(usize, &str)> {
    let mut named = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let code = line.split("//").next().unwrap_or_default();
        for (at, _) in code.match_indices("crate::") {
            let rest = code.get(at + "crate::".len()..).unwrap_or_default();
            for name in rest.trim_start_matches('{').split(|c: char| !c.is_alphanumeric() && c != '_') {
                named.push((number, name));
                // Only a list in braces names more than one floor.
                if !rest.starts_with('{') {
                    break;
                }
            }
        }
    }
    named
}

#[test]
fn no_floor_imports_a_higher_one() {
    let mut wrong = Vec::new();
    for (floor, height) in FLOORS.iter().zip(0..) {
        for path in rust_files(&root().join("src").join(floor)) {
            let text = fs::read_to_string(&path).expect("a source file is text");
            for (line, name) in named_floors(&text) {
                if FLOORS.iter().position(|floor| *floor == name).is_some_and(|other| other > height) {
                    wrong.push(format!("{}:{line}: `{floor}` may not use `{name}`", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "the floors are {}:\n{}", FLOORS.join(" → "), wrong.join("\n"));
}

#[test]
fn every_floor_is_there() {
    let missing: Vec<_> = FLOORS.iter().filter(|floor| !root().join("src").join(floor).is_dir()).collect();
    assert!(missing.is_empty(), "this test has to know every floor: {missing:?}");
    let folders = fs::read_dir(root().join("src")).expect("src").flatten().filter(|entry| entry.path().is_dir());
    for folder in folders {
        let name = folder.file_name().display().to_string();
        assert!(FLOORS.contains(&name.as_str()), "`{name}` has no place among the floors of tests/house.rs");
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    for (name, text) in all_files() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{name} has {lines} lines; the house stops at {LONGEST}");
        assert!(text.starts_with("//! "), "{name} does not begin with one sentence of what it is");
        let stem = Path::new(&name).file_stem().map(|stem| stem.display().to_string()).unwrap_or_default();
        assert!(!EMPTY_NAMES.contains(&stem.as_str()), "{name}: name it after what it is about");
        for (line, number) in text.lines().zip(1..) {
            let unfinished = line.split_once("//").is_some_and(|(_, comment)| comment.contains(concat!("TO", "DO")));
            assert!(!unfinished, "{name}:{number}: unfinished work belongs into an issue");
        }
    }
}

#[test]
fn the_test_command_is_the_readme_s() {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let ci = fs::read_to_string(root().join(".ci/run")).expect(".ci/run");
    let commands = readme.lines().filter(|line| line.trim_start_matches("$ ") == "cargo test").count();
    assert!(commands >= 1, "the README says how to run the tests: `cargo test`");
    assert!(ci.lines().any(|line| line == "cargo test"), ".ci/run runs the README's test command");
}
