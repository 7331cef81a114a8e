//! `factlint test --archive` says what rules find otherwise than they did.

use std::fs;
use std::path::Path;
use std::process::Command;

const RULES: &str = "rule house/berths\n  title \"x\"\n  severity note\n  for each count c\n  where c.noun is \"boat\"\n  \
                     must c.value <= 60\n  message \"{c.text}, not 60\"\n  mark c \"x\"\n  bad > [[90 boats]] came.\n  \
                     good > There were 40 boats.\n";

#[expect(clippy::unwrap_used, reason = "a test stops where the program cannot be run")]
fn factlint(folder: &Path, args: &str) -> (i32, String) {
    let args = args.split(' ');
    let output = Command::new(env!("CARGO_BIN_EXE_factlint")).args(args).current_dir(folder).output().unwrap();
    let printed = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(printed).unwrap())
}

#[test]
fn findings_are_accepted_and_compared() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let write = |name: &str, text: &str| fs::write(here.join(name), text).unwrap();
    fs::create_dir(here.join("old")).unwrap();
    write("house.rules", RULES);
    write("old/a.md", "There were 90 boats.\n\nThere were 70 boats.\n");
    write("old/b.md", "There were 50 boats.\n");
    let test = "test house --isolated --rules house.rules --archive old";
    let check = |args: &str, status: i32, printed: &str| {
        let (found, said) = factlint(here, &format!("{test}{args}"));
        let said = said.strip_prefix("2 examples of 1 rule: 2 hold\n").unwrap_or(&said);
        assert_eq!((found, said), (status, printed), "{args}");
    };
    let help = "`--accept` writes what is found now, `--accepted FILE` names another\n        file\n";
    check("", 2, &format!("  × cannot read factlint-accepted.txt: there is no such file or folder\n  help: {help}"));
    let added = "house/berths: 2 added, 0 removed\n  + a.md: 70 boats, not 60\n  + a.md: 90 boats, not 60\n";
    check(
        " --accept",
        0,
        &format!("{added}0 findings as accepted, 2 added, 0 removed\naccepted in factlint-accepted.txt\n"),
    );
    check("", 0, "2 findings as accepted, 0 added, 0 removed\n");
    // An edit elsewhere changes nothing, and the order of the file is its own.
    write("old/a.md", "There were no ferries.\n\nThere were 70 boats.\n\nThere were 90 boats.\n");
    check("", 0, "2 findings as accepted, 0 added, 0 removed\n");
    write("old/a.md", "There were 90 boats.\n");
    write("old/b.md", "There were 65 boats.\n");
    let differs = "house/berths: 1 added, 1 removed\n  + b.md: 65 boats, not 60\n  - a.md: 70 boats, not 60\n";
    check("", 1, &format!("{differs}1 finding as accepted, 1 added, 1 removed\n"));
    let accepted = fs::read_to_string(here.join("factlint-accepted.txt")).unwrap();
    let lines: Vec<&str> = accepted.lines().skip(1).collect();
    assert_eq!(lines, ["house/berths\ta.md\t70 boats, not 60", "house/berths\ta.md\t90 boats, not 60"]);
    // Other rules than those asked for stay as they were accepted.
    write("other.txt", "other/rule\ta.md\tsomething\n");
    let (status, _) = factlint(here, &format!("{test} --accept --accepted other.txt"));
    assert_eq!(status, 0);
    let other = fs::read_to_string(here.join("other.txt")).unwrap();
    assert!(other.contains("\nother/rule\ta.md\tsomething\n") && other.contains("65 boats"), "{other}");
    write("other.txt", "no finding\n");
    let (status, said) = factlint(here, &format!("{test} --accepted other.txt"));
    assert!(status == 2 && said.contains("line 1 is no finding: no finding"), "{said}");
}
