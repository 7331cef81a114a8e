//! `--diff` and `--staged` report what touches changed lines, and nothing else.

#![expect(clippy::expect_used, reason = "a test stops where the program cannot be run")]

mod binary;
mod repository;

use binary::Folder;
use repository::git;

const OLD: &str = "# Storm\n\nSales rose by 50%, from 100 to 130.\n\nIt rained.\n\nThe worm hit 300,000 computers in 150 computers.\n";

fn write(folder: &Folder, name: &str, text: &str) {
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().expect("in the folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// A repository whose branch `main` has two articles with errors, and a new branch.
fn repository() -> Folder {
    let folder = Folder::new(&[]);
    git(folder.path(), "init -q -b main");
    write(&folder, "old.md", OLD);
    write(&folder, "sub/é \"b\".md", OLD);
    git(folder.path(), "add .");
    git(folder.path(), "commit -q -m one");
    git(folder.path(), "checkout -q -b story");
    folder
}

/// Runs `check` and gives the status, the findings and what is said on standard error.
fn check(folder: &Folder, arguments: &[&str]) -> (i32, Vec<String>, String) {
    let ran = folder.run(&[&["check", "--isolated", "--format", "short"], arguments].concat());
    let places = ran.out.lines().map(|line| line.split(": ").next().unwrap_or_default().to_owned());
    (ran.status, places.collect(), ran.err.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn only_what_touches_a_changed_line() {
    let folder = repository();
    assert_eq!(check(&folder, &["--diff=main"]).1, [""; 0], "nothing changed");
    // A line above moves the others, the second mark of a finding is enough, a new file counts whole.
    write(&folder, "old.md", &format!("\n{}", OLD.replace("It rained.", "It snowed.")));
    git(folder.path(), "commit -q -a -m two");
    let b = OLD.replace("in 150 computers", "\nin 150 computers");
    write(&folder, "sub/é \"b\".md", &b);
    write(&folder, "new.md", "# New\n\nSales rose by 50%, from 100 to 130.\n");
    let (status, places, said) = check(&folder, &["--diff=main"]);
    assert_eq!(
        (status, places.as_slice()),
        (1, ["new.md:3:15".to_owned(), "sub/é \"b\".md:8:8".to_owned()].as_slice())
    );
    assert_eq!(said, "2 errors in 2 articles; 3 articles checked; 3 findings on lines that did not change left out");
    // Paths are those of the folder, wherever the repository begins.
    let (_, places, _) = check(&folder, &["--diff=main", "sub"]);
    assert_eq!(places, ["sub/é \"b\".md:8:8"]);
    // What is on the base meanwhile is not what changed here.
    git(folder.path(), "stash -q -u");
    git(folder.path(), "checkout -q main");
    write(&folder, "old.md", "# Other\n");
    git(folder.path(), "commit -q -a -m three");
    git(folder.path(), "checkout -q story");
    git(folder.path(), "stash pop -q");
    assert_eq!(check(&folder, &["--diff=main"]).1.len(), 2);
}

#[test]
fn renamed_files_are_followed() {
    let folder = repository();
    git(folder.path(), "mv old.md renamed.md");
    write(&folder, "renamed.md", &OLD.replace("It rained.", "Sales rose by 60%, from 100 to 130."));
    git(folder.path(), "commit -q -a -m two");
    assert_eq!(check(&folder, &["--diff=main"]).1, ["renamed.md:5:15"]);
}

#[test]
fn the_base_is_the_branch_that_is_followed() {
    let folder = repository();
    let (status, _, said) = check(&folder, &["--diff"]);
    assert_eq!(status, 2);
    assert!(said.contains("nothing says what this branch is based on") && said.contains("`--diff=main`"), "{said}");
    git(folder.path(), "branch -q --set-upstream-to=main");
    write(&folder, "old.md", &OLD.replace("It rained.", "Sales rose by 60%, from 100 to 130."));
    assert_eq!(check(&folder, &["--diff"]).1, ["old.md:5:15"]);
}

#[test]
fn what_is_staged_is_checked_as_it_is_staged() {
    let folder = repository();
    write(&folder, "old.md", &OLD.replace("It rained.", "Sales rose by 60%, from 100 to 130."));
    assert_eq!(check(&folder, &["--staged"]).1, [""; 0], "not staged");
    git(folder.path(), "add old.md");
    write(&folder, "old.md", "# Mended\n");
    assert_eq!(check(&folder, &["--staged"]).1, ["old.md:5:15"]);
}

#[test]
fn a_baseline_and_changed_lines() {
    let folder = repository();
    check(&folder, &["--write-baseline=known"]);
    write(&folder, "old.md", &OLD.replace("It rained.", "Sales rose by 60%, from 100 to 130."));
    let (_, places, said) = check(&folder, &["--baseline", "known", "--diff=main"]);
    assert_eq!(places, ["old.md:5:15"]);
    assert!(said.ends_with("2 findings known from the baseline"), "{said}");
}

#[test]
fn what_git_cannot_tell() {
    let folder = repository();
    let said = |arguments: &[&str], folder: &Folder| {
        let (status, places, said) = check(folder, arguments);
        assert_eq!((status, places.len()), (2, 0), "{said}");
        said
    };
    assert!(said(&["--diff=none"], &folder).contains("git knows no commit `none`"));
    assert!(said(&["--diff=--help"], &folder).contains("git knows no commit `--help`"));
    let clone = Folder::new(&[]);
    write(&folder, "old.md", "# Storm\n");
    git(folder.path(), "commit -q -a -m two");
    let from = format!("file://{}", folder.path().display());
    git(clone.path(), &format!("clone -q --depth 1 --branch story {from} ."));
    let shallow = said(&["--diff=main"], &clone);
    assert!(shallow.contains("git knows no commit `main`") && shallow.contains("git fetch --unshallow"), "{shallow}");
    let nowhere = Folder::new(&[("a.md", b"# A")]);
    let outside = said(&["--diff=main"], &nowhere);
    assert!(outside.contains("not a git repository") && outside.contains("run them in a repository"), "{outside}");
}
