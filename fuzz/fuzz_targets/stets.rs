//! Any text as a file of signed stets and as the stet of an article: each is read or refused with its place,
//! lets stand what it fits and nothing else, and what is signed later leaves the rest of the file as it is.

#![no_main]

use factlint::article::{Article, READERS, ReadOptions, read};
use factlint::language::rule::{Pack, RuleSource};
use factlint::language::{Mistake, load};
use factlint::lint::Linter;
use factlint::lint::finding::Stet;
use factlint::lint::known::{Filed, quoted};
use factlint::lint::settings::{Asked, Settings, Written, flaws};
use factlint::lint::stets::{Desk, Entry, Signed, Tally, read as read_signed, with};
use factlint::source::Span;
use libfuzzer_sys::fuzz_target;
use std::sync::{Arc, LazyLock};

const RULES: &str = r#"
rule count/lamps
  title    "Lamps"
  for each count c
  where    c.noun is "lamp"
  must     c.value <= 5
  message  "{c.text}"
  mark     c "too many"
  bad  > It has [[9 lamps]].
  good > It has 4 lamps.
"#;

static LINTER: LazyLock<Linter> = LazyLock::new(|| Linter::new(pack()));

fn pack() -> Pack {
    load(&[("a.rules", RULES)], &|_| Err("no tables".into())).0
}

fuzz_target!(|text: &str| {
    let source = Arc::new(RuleSource { name: "factlint.stets.toml".into(), text: text.into() });
    let signed = match read_signed(&source, LINTER.pack()) {
        Ok(signed) => signed,
        Err(mistakes) => {
            placed(&mistakes);
            Signed::default()
        }
    };
    // What says the same thing to a paragraph, to a whole article and to nothing.
    let page =
        format!("---\nstet: {text}\n---\n\nIt has 9 lamps.\n\n<!-- stet {text} -->\n\nIt has 7 lamps.\n\nIt has 3.\n");
    let Some(reader) = READERS.iter().find(|reader| reader.extensions.contains(&"md")) else { return };
    if let Ok(article) = read("a.md", page.into_bytes(), reader, &ReadOptions::default()) {
        settled(&article, &signed);
    }
    if signed.source.is_none() {
        return;
    }
    let filed = Filed { path: "a.md".into(), id: None };
    let stet =
        Stet { who: Some("Ann Lee".into()), when: "2024-05-01".parse().ok(), why: "counted twice".into(), until: None };
    let rule = Written { what: "count/lamps".to_owned(), span: Span::default() };
    let entry = Entry { rule, words: vec!["9 lamps".into()], span: Span::default(), filed, stet };
    let Ok(written) = with(text, &[entry]) else { return };
    let again = Arc::new(RuleSource { name: "factlint.stets.toml".into(), text: written });
    let again = read_signed(&again, LINTER.pack()).expect("what is signed is read again");
    assert!(again.entries.len() == signed.entries.len() + 1 || again.entries.len() == signed.entries.len());
});

fn settled(article: &Article, signed: &Signed) {
    let flaws = flaws(&Settings::default(), &[], &Asked::default());
    let today = "2024-05-01".parse().expect("a day");
    let desk = Desk { linter: &LINTER, flaws: &flaws, signed, today, narrowed: false };
    let mut findings = LINTER.check(article).findings;
    let found = findings.len();
    let filed = Filed { path: "a.md".into(), id: None };
    let fates = desk.settle(article, &filed, &mut findings);
    assert!(findings.len() >= found);
    for finding in &findings {
        assert!(
            finding.marks.iter().all(|mark| !article.written(mark.place).is_empty())
                || finding.rule.starts_with("stet/")
        );
        assert!(quoted(article, finding).len() == finding.marks.len());
    }
    let mut tally = Tally::default();
    tally.add(&fates);
    let of_file = signed.article();
    for flaw in desk.flaws_of(&tally) {
        let file = of_file.as_ref().expect("a flaw of a file that is there");
        assert!(flaw.marks.iter().all(|mark| !file.written(mark.place).is_empty()), "{flaw:?}");
    }
}

fn placed(mistakes: &[Mistake]) {
    assert!(!mistakes.is_empty());
    for label in mistakes.iter().flat_map(|mistake| &mistake.labels) {
        assert!(label.source.text.get(label.span.range()).is_some(), "{mistakes:?}");
    }
}
