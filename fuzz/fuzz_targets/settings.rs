//! Any text as a settings file: it is read or refused, and then holds for rules or is refused with its place.

#![no_main]

use factlint::language::rule::{Pack, RuleSource};
use factlint::language::{Mistake, load};
use factlint::lint::settings::{Asked, choose, read};
use libfuzzer_sys::fuzz_target;
use std::sync::{Arc, LazyLock};

const RULES: &str = r#"
rule count/lamps
  draft
  title    "Lamps"
  setting  most = 5
  setting  slack = 2%
  setting  word = "lamp"
  setting  since = 2010-05
  setting  rooms = ["hall", "kitchen"]
  for each count c
  where    c.noun is word and c.sentence.text contains rooms and c.as_of after since
  must     c.value <= most or c.value within slack of 9
  message  "{c.text}"
  mark     c "too many"
"#;

static PACK: LazyLock<Pack> = LazyLock::new(|| load(&[("a.rules", RULES)], &|_| Err("no tables".into())).0);

fuzz_target!(|text: &str| {
    let source = Arc::new(RuleSource { name: "factlint.toml".into(), text: text.into() });
    let settings = match read(&source) {
        Ok(settings) => settings,
        Err(mistakes) => return placed(&mistakes),
    };
    let sections = settings.sections_of("archive/2020/a.md");
    assert_eq!(sections.len(), settings.sections.len());
    for sections in [sections, vec![true; settings.sections.len()]] {
        match choose(&settings, &sections, &PACK, &Asked::default()) {
            Ok(chosen) => assert_eq!(chosen.len(), PACK.rules.len()),
            Err(mistakes) => placed(&mistakes),
        }
    }
});

fn placed(mistakes: &[Mistake]) {
    assert!(!mistakes.is_empty());
    for label in mistakes.iter().flat_map(|mistake| &mistake.labels) {
        assert!(label.source.text.get(label.span.range()).is_some(), "{mistakes:?}");
    }
}
