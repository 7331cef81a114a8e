//! What no rule in force looks at is not read, and that changes no finding.

use super::builtin;
use super::example_text::ExampleText;
use super::settings::{Asked, Chosen, Settings, choose};
use super::{Checked, Linter};
use crate::article::{Article, ReadOptions, read, reader_for};
use crate::engine::{Running, Starting};
use crate::language::rule::Pack;
use std::path::Path;
use std::sync::Arc;

fn linter(pack: &Arc<Pack>, chosen: &[Chosen], starting: Starting) -> Linter {
    Linter::with(Arc::clone(pack), chosen, Running { starting, ..Running::default() })
}

/// The rules of the pack that a name stands for, whatever the pack says of when they run.
fn only(pack: &Pack, name: &str) -> Vec<Chosen> {
    let asked = Asked { only: vec![name.to_owned()], drafts: true };
    choose(&Settings::default(), &[], pack, &asked).unwrap()
}

/// The articles of the fixtures.
fn fixtures() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles");
    let mut articles = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_string_lossy().into_owned();
        let Some(reader) = reader_for(&path) else { continue };
        articles.extend(read(&name, std::fs::read(&path).unwrap(), reader, &ReadOptions::default()));
    }
    articles
}

#[test]
fn each_rule_says_the_same_of_all_facts_and_of_those_that_it_wants() {
    let pack = Arc::new(builtin::pack().0);
    let fixtures = fixtures();
    assert!(!fixtures.is_empty());
    let mut found = 0;
    for rule in &pack.rules {
        let chosen = only(&pack, &rule.id);
        let (wanted, all) = (linter(&pack, &chosen, Starting::ByNeeds), linter(&pack, &chosen, Starting::All));
        let same = |article: &Article| {
            let checked: Checked = wanted.check(article);
            assert_eq!(checked, all.check(article), "{}: {}", rule.id, article.text);
            checked.findings.len()
        };
        for example in &rule.examples {
            let articles = ExampleText::read(&example.text).articles(example.published);
            found += articles.iter().map(|(_, article)| same(article)).sum::<usize>();
        }
        found += fixtures.iter().map(same).sum::<usize>();
    }
    assert!(found > 300, "{found}");
}
