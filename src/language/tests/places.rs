//! Places: examples keep the bytes of the file, and no text makes the reader panic.

use super::{WHOLE, read_whole};
use crate::language::{self, table::Cell};
use proptest::prelude::*;
use std::fmt::Write as _;

#[test]
fn lines_of_text_keep_their_places() {
    let text = "rule a/b\r\n  title \"x\"\r\n  draft\r\n  for each count c\r\n  must c.negated\r\n  message \"x\"\r\n  mark c \"x\"\r\n  bad\r\n    > # Över [[90 lamps]]\r\n    >\r\n    >   two \r\n  good >none\r\n";
    let (pack, mistakes) = language::load(&[("x.rules", text)], &|_| Err(String::new()));
    assert!(mistakes.is_empty(), "{mistakes:?}");
    let examples = &pack.rules[0].examples;
    assert_eq!(examples[0].text, "# Över [[90 lamps]]\n\n  two ");
    assert_eq!(examples[1].text, "none");
    for example in examples {
        for (line, &start) in example.text.lines().zip(&example.line_starts) {
            assert_eq!(text.get(start as usize..start as usize + line.len()).unwrap(), line);
        }
    }
    let rule = &pack.rules[0];
    assert_eq!(rule.id_span.of(text), "a/b");
    assert!(rule.span.of(text).starts_with("rule a/b") && rule.span.of(text).ends_with("good >none"));
}

#[test]
fn tables_hold_what_their_file_says() {
    let (pack, _) = language::load(&[("rules/whole.rules", WHOLE)], &read_whole);
    let table = &pack.tables[0];
    assert_eq!(table.row("LIGHT"), Some(0));
    assert_eq!(table.row("sun"), Some(1));
    assert_eq!(table.row("moon"), None);
    let kinds: Vec<bool> = table.rows[1].iter().map(|cell| *cell == Cell::Absent).collect();
    assert_eq!(kinds, [false, true, true, true, true, true]);
    assert_eq!(table.rows[0][2], Cell::Texts(["hall".into(), "kitchen".into()].into()));
    assert_eq!(
        pack.sources.iter().map(|source| source.name.as_str()).collect::<Vec<_>>(),
        ["rules/whole.rules", "rules/shops.csv", "rules/prices.csv",]
    );
}

/// Pieces of rule files, to be put together at random.
const PIECES: &[&str] = &[
    "rule a/b\n",
    "  where ",
    "  must ",
    "for each count c",
    "\n",
    "\"",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "not ",
    "some count x with ",
    "c.noun",
    " is ",
    "one of ",
    "a kind of ",
    " and ",
    " or ",
    "5%",
    "1,000",
    "2017-12-19",
    "year 2017",
    "/x(/",
    " matches ",
    "\n> text [[",
    "]]",
    "# no",
    "define d(c: count) means d(c)",
    "table t from \"t.csv\"\n key k text\n",
    "words w = a, b\n",
    "“",
    "‘",
    "é",
    "\u{feff}",
    "\r\n",
    "\t",
    "  bad (published 2018-13-40) > x\n",
    "{c.text | \"",
    ":percent}",
    "within ",
    "of ",
    "can be ",
    "cannot be ",
    "-",
    "*",
    "/",
    "+",
    "=",
    "<>",
    ".",
    ",",
    "let x = ",
    "mark each c \"",
    "sum(",
    "t[",
    "99999999999999999999999999999999999999999",
];

fn sound(text: &str, table: &str) {
    let (_, mistakes) = language::load(&[("x.rules", text)], &|_| Ok(table.to_owned()));
    for mistake in &mistakes {
        for label in &mistake.labels {
            let range = label.span.range();
            assert!(label.source.text.get(range.clone()).is_some(), "{range:?} of {:?}", label.source.text);
        }
        super::shown(std::slice::from_ref(mistake));
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}", table in "[a-c,\"\\n|0-9é]{0,60}") {
        sound(&text, &table);
        sound(&format!("table t from \"t.csv\"\n  key a text also b split \"|\"\n  c exact\n{text}"), &table);
    }

    #[test]
    fn no_mixture_makes_it_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        sound(&pieces.concat(), "k,a\nb,c\n");
    }

    #[test]
    fn no_cut_makes_it_panic(at in 0..WHOLE.len(), length in 0..40_usize) {
        let start = WHOLE.floor_char_boundary(at);
        let end = WHOLE.floor_char_boundary((at + length).min(WHOLE.len()));
        sound(&format!("{}{}", WHOLE.get(..start).unwrap(), WHOLE.get(end..).unwrap()), "name\nx\n");
    }
}

#[test]
fn names_made_of_names_cost_what_is_written() {
    let mut text = String::from("rule a/b\n  for each count c\n  let x0 = c.value\n");
    for n in 1..3_000 {
        writeln!(text, "  let x{n} = x{} + x{} * x{}", n - 1, n - 1, n / 2).unwrap();
    }
    text.push_str("  must x99 can be x98\n  message \"{x99}\"\n  mark c \"x\"\n");
    for n in 0..3_000 {
        writeln!(text, "define d{n}(c: count) means c.negated and d{}(c) and d{}(c)", n + 1, n + 1).unwrap();
    }
    writeln!(text, "define d3000(c: count) means c.negated").unwrap();
    let start = std::time::Instant::now();
    let (pack, mistakes) = language::load(&[("x.rules", &text)], &|_| Err(String::new()));
    assert!(pack.rules.is_empty() && !mistakes.is_empty());
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[test]
fn depth_is_bounded() {
    for open in ["(", "[", "not ", "-", "abs(", "\"{", "some count x with ", "c[", "some count x with not ("] {
        let text = format!("rule a/b\n  for each count c\n  must {}", open.repeat(20_000));
        sound(&text, "");
    }
    for link in ["+ c", " and c.negated", ".noun", "[c]", "* 2", ", c"] {
        let text = format!(
            "rule a/b\n  for each count c\n  must c{}\n  once per c{}",
            link.repeat(20_000),
            link.repeat(20_000)
        );
        sound(&text, "");
    }
}
