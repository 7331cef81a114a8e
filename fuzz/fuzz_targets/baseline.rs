//! Any text as a baseline: it is read or refused with its place, and what is written of it is read as the same.

#![no_main]

use factlint::language::rule::RuleSource;
use factlint::lint::baseline::read;
use libfuzzer_sys::fuzz_target;
use std::sync::Arc;

fuzz_target!(|text: &str| {
    let source = |text: &str| Arc::new(RuleSource { name: "factlint.baseline".into(), text: text.into() });
    match read(&source(text)) {
        Ok(baseline) => {
            let written = baseline.written();
            assert_eq!(read(&source(&written)).as_ref(), Ok(&baseline), "{written}");
            assert_eq!(read(&source(&written)).map(|again| again.written()), Ok(written));
        }
        Err(mistakes) => {
            assert!(!mistakes.is_empty());
            for label in mistakes.iter().flat_map(|mistake| &mistake.labels) {
                assert!(label.source.text.get(label.span.range()).is_some(), "{mistakes:?}");
            }
        }
    }
});
