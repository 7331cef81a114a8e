//! The rules and tables that factlint comes with.

use crate::language::rule::Pack;
use crate::language::{self, Mistake};

include!(concat!(env!("OUT_DIR"), "/rules.rs"));

/// The rule files, each with its name and text.
pub fn files() -> &'static [(&'static str, &'static str)] {
    FILES
}

/// The text of a table by its path; only its name counts.
pub fn table(path: &str) -> Option<&'static str> {
    let name = |path: &'static str| path.rsplit('/').next().unwrap_or(path);
    let asked = path.rsplit('/').next().unwrap_or(path);
    TABLES.iter().find(|(path, _)| name(path) == asked).map(|(_, text)| *text)
}

/// All built-in rules, and the mistakes that they have.
pub fn pack() -> (Pack, Vec<Mistake>) {
    language::load(FILES, &|path| {
        table(path).map(str::to_owned).ok_or_else(|| "there is no such table among the built-in ones".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::pack;
    use crate::lint::Linter;
    use crate::lint::examples::{Outcome, try_examples};
    use crate::lint::thorough::needless;

    fn shared<T: Send + Sync>(_: &T) {}

    #[test]
    fn the_built_in_rules_load() {
        let (pack, mistakes) = pack();
        let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        assert!(told.is_empty(), "{}", told.join("\n"));
        assert!(!pack.rules.is_empty());
        shared(&Linter::new(pack));
    }

    #[test]
    fn their_examples_hold() {
        let (pack, _) = pack();
        let tried = pack.rules.iter().flat_map(|rule| try_examples(&pack, rule));
        let broken = tried.filter_map(|tried| match tried.outcome {
            Outcome::Held | Outcome::KnownGap(_) => None,
            Outcome::GapClosed => Some(format!("{}: take `todo` from “{}”", tried.rule.id, tried.example.text)),
            Outcome::Failed(failure) => Some(format!("{}: {}: “{}”", tried.rule.id, failure.reason, failure.text)),
        });
        let broken: Vec<String> = broken.collect();
        assert!(broken.is_empty(), "`factlint test` says more of these:\n{}", broken.join("\n"));
    }

    #[test]
    fn their_examples_need_every_condition() {
        let (pack, _) = pack();
        let named = pack.rules.iter().flat_map(|rule| needless(&pack, rule).into_iter().map(move |one| (rule, one)));
        let named = named.map(|(rule, one)| {
            let text = pack.sources.get(one.source).map_or("", |source| source.text.as_str());
            format!("{}: {} {}", rule.id, one.word, one.span.of(text))
        });
        let named: Vec<String> = named.collect();
        assert!(named.is_empty(), "`factlint test --thorough` says more of these:\n{}", named.join("\n"));
    }
}
