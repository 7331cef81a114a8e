//! `factlint fmt` in the world: files are replaced whole and stay what they were otherwise.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod binary;

use binary::Folder;
use std::fs;

const LOOSE: &str = "words a=b\n";
const TIGHT: &str = "words a = b\n";

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = Folder::new(&[]);
    let check = |arguments: &[&str], input: &str, status: i32, out: &str| {
        let ran = folder.run_with(arguments, input.as_bytes());
        assert_eq!((ran.status, ran.out.as_str()), (status, out), "{arguments:?} {input}\n{}", ran.err);
    };
    check(&["fmt", "-"], LOOSE, 0, TIGHT);
    check(&["fmt", "-"], TIGHT, 0, TIGHT);
    check(&["fmt", "-"], "word", 2, "");
    check(&["fmt", "--check", "-"], LOOSE, 1, "-\n");
    check(&["fmt", "--check", "-"], TIGHT, 0, "");
    check(&["fmt", "--diff", "-"], LOOSE, 1, "--- -\n+++ -\n@@ -1 +1 @@\n-words a=b\n+words a = b\n");
}

#[test]
fn folders_are_walked_for_rule_files() {
    let folder = Folder::new(&[
        ("a.rules", LOOSE.as_bytes()),
        ("in/b.rules", LOOSE.as_bytes()),
        ("in/c.txt", LOOSE.as_bytes()),
        ("d.rules", TIGHT.as_bytes()),
    ]);
    let ran = folder.run(&["fmt", "--check"]);
    assert_eq!((ran.status, ran.out.as_str()), (1, "a.rules\nin/b.rules\n"));
    let ran = folder.run(&["fmt"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, "formatted a.rules\nformatted in/b.rules\n"));
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("the file");
    assert_eq!([read("a.rules"), read("in/b.rules"), read("in/c.txt")], [TIGHT, TIGHT, LOOSE]);
    let names: Vec<_> = fs::read_dir(folder.path()).expect("the folder").collect();
    assert_eq!(names.len(), 3, "nothing is left behind");
}

#[test]
fn the_packs_of_the_settings_are_formatted() {
    let settings = "packs = [\"core\", \"house\"]\n";
    let files = [("factlint.toml", settings), ("house/a.rules", LOOSE), ("other.rules", LOOSE), ("in/story.md", "x")];
    let folder = Folder::new(&files.map(|(name, text)| (name, text.as_bytes())));
    let mut command = folder.command(&["fmt"]);
    let ran = binary::ran(command.current_dir(folder.path().join("in")), b"");
    assert_eq!((ran.status, ran.err.as_str()), (0, "formatted ../house/a.rules\n"));
    assert_eq!(fs::read_to_string(folder.path().join("other.rules")).expect("the file"), LOOSE);
}

#[cfg(unix)]
#[test]
fn modes_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new(&[("real/a.rules", LOOSE.as_bytes()), ("kept.rules", LOOSE.as_bytes())]);
    let path = |name: &str| folder.path().join(name);
    let mode = |name: &str| fs::metadata(path(name)).expect("the file").permissions().mode() & 0o777;
    symlink("real/a.rules", path("a.rules")).expect("a link");
    fs::set_permissions(path("real/a.rules"), fs::Permissions::from_mode(0o640)).expect("a mode");
    fs::set_permissions(path("kept.rules"), fs::Permissions::from_mode(0o444)).expect("a mode");
    let ran = folder.run(&["fmt", "a.rules", "kept.rules"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("cannot write kept.rules: it may not be written"), "{}", ran.err);
    assert!(fs::symlink_metadata(path("a.rules")).expect("the link").is_symlink());
    assert_eq!(fs::read_to_string(path("real/a.rules")).expect("the file"), TIGHT);
    assert_eq!(fs::read_to_string(path("kept.rules")).expect("the file"), LOOSE);
    assert_eq!([mode("real/a.rules"), mode("kept.rules")], [0o640, 0o444]);
}
