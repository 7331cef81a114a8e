//! Any text as a rule file: it is read or refused with places that exist, and what is sound stays so when loaded again
//! and runs over its own examples, within an article and across articles.

#![no_main]

use factlint::language::{Grade, Mistake, load};
use factlint::lint::examples::try_examples;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (pack, mistakes) = load(&[("fuzz/fuzz.rules", text)], &|_| Ok("name,price\nlamp,20\nsun,\n".to_owned()));
    for mistake in &mistakes {
        placed(mistake);
    }
    let (_, again) = load(&[("fuzz/fuzz.rules", text)], &|_| Ok("name,price\nlamp,20\nsun,\n".to_owned()));
    assert_eq!(mistakes, again);
    if mistakes.iter().all(|mistake| mistake.grade == Grade::Warning) {
        for rule in pack.rules.iter().take(8) {
            let tried = try_examples(&pack, rule);
            assert_eq!(tried.len(), rule.examples.len());
        }
    }
});

fn placed(mistake: &Mistake) {
    assert!(!mistake.message.is_empty() && !mistake.labels.is_empty(), "{mistake:?}");
    for label in &mistake.labels {
        assert!(label.source.text.get(label.span.range()).is_some(), "{mistake:?}");
    }
}
