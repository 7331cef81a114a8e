//! `factlint explain`: what a rule is for, and why it fires or not.

use super::flags::{Articles, ExplainFlags};
use super::input::{self, Found, Unread};
use super::output::Output;
use super::rulebook::{load_rules, rule};
use super::{Outcome, print};
use crate::article::{Article, Shape, reader_for};
use crate::engine::World;
use crate::engine::explain::explain;
use crate::facts::Facts;
use crate::facts::schema::View;
use crate::language::rule::{Pack, Rule};
use crate::report::{explanation, rule::page};
use crate::source::{Lines, Span};
use crate::text::Text;
use std::io;
use std::path::{Path, PathBuf};

/// At most so many candidates of an article are shown.
const CANDIDATES: usize = 8;

/// Prints what a rule is for, or what became of its candidates in an article.
pub(super) fn run(flags: &ExplainFlags) -> io::Result<Outcome> {
    let Some(pack) = load_rules(&flags.rules) else { return Ok(Outcome::Failed) };
    let Some(rule) = rule(&pack, &flags.rule) else { return Ok(Outcome::Failed) };
    let Some(article) = &flags.article else { return print(&page(&pack, rule)) };
    let (path, line) = place(article);
    let record = line.filter(|_| reader_for(&path).is_some_and(|reader| reader.shape == Shape::Lines));
    let wanted = record.map(|line| format!("{}:{line}", path.display()));
    let line = line.filter(|_| record.is_none());
    let mut output = Output::new(false);
    let work = |read: Result<Found, Unread>| match read {
        Ok(found) if wanted.as_ref().is_some_and(|wanted| *wanted != found.name) => Ok(String::new()),
        Ok(found) => Ok(explained(&pack, rule, &found.name, &found.article, line)),
        Err(unread) => Err(unread),
    };
    let asked = Articles { paths: vec![path], published: flags.published };
    input::each(&asked, work, |done| match done {
        Ok(page) => output.write(&page),
        Err(unread) => output.complain(&unread),
    })?;
    output.end()
}

/// A path, and the line after it where what stands before the colon is a file and the whole is not.
fn place(article: &str) -> (PathBuf, Option<usize>) {
    let whole = PathBuf::from(article);
    let split = article.rsplit_once(':').and_then(|(path, line)| Some((path, line.parse().ok()?)));
    match split {
        Some((path, line)) if !whole.exists() && Path::new(path).exists() => (PathBuf::from(path), Some(line)),
        _ => (whole, None),
    }
}

fn explained(pack: &Pack, rule: &Rule, name: &str, article: &Article, line: Option<usize>) -> String {
    let text = Text::read(article);
    let facts = Facts::read(&text);
    let world = World::new(View { article, text: &text, facts: &facts }, &pack.tables);
    let lines: Vec<_> = article.fields.iter().map(|field| Lines::new(&field.text)).collect();
    let on_line = |span: Span| {
        let place = article.place(span);
        let field = article.fields.get(usize::from(place.field));
        let lines = lines.get(usize::from(place.field));
        let start = field.zip(lines).map(|(field, lines)| lines.line_of(field.shown(place.span).start) + 1);
        start == line
    };
    let near = line.is_some().then_some(&on_line as &dyn Fn(Span) -> bool);
    explanation::page(pack, rule, name, &explain(rule, &rule.settings, &world, near, CANDIDATES))
}
