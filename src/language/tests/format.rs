//! The formatter: what it changes, what it leaves, and what always holds of it.

use super::mutation::{Dice, slips, tokens};
use super::{WHOLE, cases, load, read_whole, shipped, shown};
use crate::language::{self, Unformatted, format};
use regex::Regex;
use std::fmt::Write as _;

const CASES: &str = include_str!("../../../fixtures/language/format.txt");

fn formatted(name: &str, text: &str) -> String {
    match format(name, text) {
        Ok(formatted) => formatted,
        Err(Unformatted::Mistakes(mistakes)) => panic!("{name}\n{}", shown(&mistakes)),
        Err(Unformatted::Differs) => panic!("{name}: formatting would change what this says:\n{text}"),
    }
}

#[test]
fn the_shipped_rules_are_formatted() {
    let mut files = shipped();
    let house = "examples/newsroom/rules/house.rules";
    files.push((house.into(), std::fs::read_to_string(house).unwrap()));
    for (name, text) in files {
        assert!(formatted(&name, &text) == text, "{name} is not formatted: `cargo run -- fmt {name}`");
    }
}

#[test]
fn files_and_their_canonical_forms() {
    let mut checked = 0;
    for case in CASES.split("\n== ").skip(1) {
        let (title, case) = case.split_once('\n').unwrap();
        let (before, after) = case.split_once("--\n").unwrap_or((case, ""));
        // Without a second half, the first is formatted already.
        let after = if after.is_empty() { before } else { after };
        let ended = |text: &str| format!("{}\n", text.trim_end_matches('\n'));
        let (before, after) = (ended(before), ended(after));
        assert_eq!(formatted(title, &before), after, "{title}");
        assert_eq!(formatted(title, &after), after, "{title}, again");
        checked += 1;
    }
    assert!(checked > 20);
}

#[test]
fn line_ends_and_marks_stay() {
    let check = |before: &str, after: &str| assert_eq!(formatted("a.rules", before), after);
    check("", "");
    check("\n\n", "");
    check("# x", "# x\n");
    check("words a = b,\r\n c\r\n", "words a = b,\r\n  c\r\n");
    check("\u{feff}words  a = b\n\n\n", "\u{feff}words a = b\n");
    check("words a = b\nwords  c = d\r\n", "words a = b\nwords c = d\n");
    // What an example says is its own, with the blanks at the ends of its lines.
    let example = "rule a/b\n  good\n    > Two blanks.  \n    >\n    >   - three before\n";
    check(example, example);
}

#[test]
fn files_that_cannot_be_read_are_left() {
    for text in
        ["rule\n", "rule a/b\n  must c.value <\n", "words = a\n", "lamp\n", "rule a/b\n  titel \"x\"\n", "> x\n"]
    {
        assert!(matches!(format("a.rules", text), Err(Unformatted::Mistakes(_))), "{text}");
    }
}

/// What a pack says, without the places.
fn said(files: &[(String, String)]) -> String {
    let (pack, mistakes) = load(files);
    assert!(mistakes.is_empty(), "\n{}", shown(&mistakes));
    let places = Regex::new(r"Span \{ start: \d+, end: \d+ \}|line_starts: \[[^\]]*\]|span: [0-9.]+").unwrap();
    places.replace_all(&format!("{:?}{:?}", pack.headers, pack.rules), "").into_owned()
}

/// The same file with its clauses in another order and other blanks; with comments, `# note 1` and so on.
fn scrambled(text: &str, dice: &mut Dice, comments: bool) -> (String, usize) {
    let mut items: Vec<Vec<&str>> = Vec::new();
    for line in text.lines() {
        if line.starts_with(|c: char| !c.is_whitespace()) || items.is_empty() {
            items.push(Vec::new());
        }
        items.last_mut().unwrap().push(line);
    }
    let mut lines = Vec::new();
    for item in items {
        if !item[0].starts_with("rule ") {
            lines.extend(item);
            continue;
        }
        lines.push(item[0]);
        // Clauses of one kind keep their order.
        let mut kinds: Vec<(usize, Vec<Vec<&str>>)> = Vec::new();
        for line in &item[1..] {
            // What belongs to an example stays under it.
            let follows = ["  says", "  becomes"].iter().any(|word| line.starts_with(word));
            let starts = line.starts_with("  ") && !line.starts_with("   ") && !follows;
            let first = line.split_whitespace().next().unwrap_or_default();
            let order = language::layout::order([first].into_iter())[0];
            if line.is_empty() {
                continue;
            }
            if !starts {
                kinds.last_mut().unwrap().1.last_mut().unwrap().push(line);
            } else if kinds.last().is_some_and(|(last, _)| *last == order) {
                kinds.last_mut().unwrap().1.push(vec![line]);
            } else {
                kinds.push((order, vec![vec![line]]));
            }
        }
        while !kinds.is_empty() {
            let kind = dice.below(kinds.len());
            lines.extend(kinds[kind].1.remove(0));
            if kinds[kind].1.is_empty() {
                kinds.remove(kind);
            }
        }
        lines.push("");
    }
    let (mut out, mut notes) = (String::new(), 0);
    let mut note = |dice: &mut Dice, before: &str, one_in: usize, after: &str| {
        let wanted = comments && dice.below(one_in) == 0;
        notes += usize::from(wanted);
        if wanted { format!("{before}# note {notes}.{after}") } else { String::new() }
    };
    for line in lines {
        let column = line.len() - line.trim_start().len();
        let blanks = |dice: &mut Dice| " ".repeat(dice.below(3));
        let margin = if dice.below(2) == 0 { "" } else { "   " };
        out.push_str(&note(dice, margin, 6, "\n"));
        out.push_str(&" ".repeat(column));
        if column > 0 {
            out.push_str(&blanks(dice));
        }
        let shown = line.trim_start();
        // Lines of text, and strings with strings in them, stay as they are.
        if shown.is_empty() || shown.starts_with(['>', '#']) || shown.contains("> ") || shown.contains("| \"") {
            writeln!(out, "{shown}").unwrap();
            continue;
        }
        let mut end = column;
        for (start, token) in tokens(line).into_iter().map(|(start, end)| (start, line.get(start..end).unwrap())) {
            let gap = line.get(end..start).unwrap();
            out.push_str(gap);
            if !gap.is_empty() && start > column {
                out.push_str(&blanks(dice));
            }
            out.push_str(token);
            end = start + token.len();
        }
        out.push_str(line.get(end..).unwrap().trim_end());
        writeln!(out, "{}", note(dice, " ", 6, "")).unwrap();
    }
    (out, notes)
}

#[test]
fn a_file_in_any_layout_has_one_form() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut files = shipped();
    files.push(("rules/whole.rules".into(), formatted("whole.rules", WHOLE)));
    for (name, text) in &files {
        for _ in 0..20 {
            let (scrambled, _) = scrambled(text, &mut dice, false);
            assert_eq!(formatted(name, &scrambled), *text, "{name}\n{scrambled}");
        }
    }
}

#[test]
fn comments_survive_and_rules_stay_what_they_are() {
    let mut dice = Dice(0xda94_2042_e4dd_58b5);
    let files = shipped();
    let whole = [("rules/whole.rules".to_owned(), formatted("whole.rules", WHOLE))];
    for files in [&files[..], &whole[..]] {
        let before = said(files);
        for _ in 0..10 {
            let mut after = Vec::new();
            for (name, text) in files {
                let (scrambled, notes) = scrambled(text, &mut dice, true);
                let new = formatted(name, &scrambled);
                assert_eq!(formatted(name, &new), new, "{name} formatted twice, from\n{scrambled}");
                for note in 1..=notes {
                    let found = new.matches(&format!("# note {note}.")).count();
                    assert_eq!(found, 1, "{name}: note {note} of\n{scrambled}\nin\n{new}");
                }
                after.push((name.clone(), new));
            }
            assert!(said(&after) == before, "the rules are others than before");
        }
    }
}

/// The stable names of what is wrong with a file; without what formatting mends.
fn mistakes(text: &str) -> Vec<&'static str> {
    let (_, mistakes) = language::load(&[("rules/test.rules", text)], &read_whole);
    let mut codes: Vec<_> = mistakes.iter().map(|mistake| mistake.code.name()).collect();
    codes.retain(|code| !matches!(*code, "syntax/symbol" | "syntax/cannot-be"));
    codes.sort_unstable();
    codes
}

#[test]
fn wrong_files_are_left_or_stay_as_wrong() {
    let mut files = shipped();
    files.push(("rules/whole.rules".into(), WHOLE.into()));
    let slips = slips(&files, 500).into_iter().map(|slip| (slip.what, slip.text));
    let cases = cases::files().into_iter().map(|text| ("a case".to_owned(), text));
    let mut count = 0;
    for (what, text) in slips.chain(cases) {
        let new = match format("test.rules", &text) {
            Ok(new) => new,
            Err(Unformatted::Mistakes(_)) => continue,
            Err(Unformatted::Differs) => panic!("{what}: formatting would change what this says:\n{text}"),
        };
        count += 1;
        assert_eq!(formatted("test.rules", &new), new, "{what}: formatted twice");
        assert_eq!(mistakes(&new), mistakes(&text), "{what}:\n{text}\nas\n{new}");
    }
    assert!(count > 300, "{count}");
}
