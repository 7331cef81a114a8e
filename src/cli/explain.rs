//! `factlint explain`: what a rule is for, and why it fires or not.

use super::explain_across::Near;
use super::flags::{Articles, ExplainFlags};
use super::input::{self, Found, Unread};
use super::output::Output;
use super::rulebook::{Rulebook, flaw, rule};
use super::{Outcome, explain_across, print};
use crate::article::{Article, Shape, reader_for};
use crate::engine::World;
use crate::engine::explain::explain;
use crate::facts::Facts;
use crate::facts::extract::Wanted;
use crate::facts::schema::View;
use crate::language::rule::{Pack, Rule, Setting};
use crate::lint::settings::Chosen;
use crate::report::explanation;
use crate::report::rule::{flaw_page, page, says};
use crate::source::{Lines, Span};
use crate::text::Text;
use std::io;
use std::path::{Path, PathBuf};

/// At most so many candidates of an article are shown.
const CANDIDATES: usize = 8;

/// Prints what a rule is for, or what became of its candidates in an article.
pub(super) fn run(flags: &ExplainFlags) -> io::Result<Outcome> {
    let Some(book) = Rulebook::open(&flags.rules, &[]) else { return Ok(Outcome::Failed) };
    let pack = &*book.pack;
    if let Some(flaw) = flaw(&flags.rule) {
        return print(&flaw_page(flaw, &book.flaws(), &book.settings));
    }
    let Some(rule) = rule(pack, &flags.rule) else { return Ok(Outcome::Failed) };
    let Some(article) = &flags.article else { return print(&page(pack, rule)) };
    let (path, line) = place(article);
    let record = line.filter(|_| reader_for(&path).is_some_and(|reader| reader.shape == Shape::Lines));
    let wanted = record.map(|line| format!("{}:{line}", path.display()));
    let line = line.filter(|_| record.is_none());
    let mut output = Output::new(false, None);
    if let Some(off) = off(&book, rule) {
        output.put(&off)?;
    }
    if rule.across.is_some() {
        let paths = [vec![path], flags.more.clone()].concat();
        let asked = Articles { paths, published: flags.published, ..Articles::default() };
        let near = Near { record: wanted, line };
        return explain_across::run(&book, rule, &asked, &near, output);
    }
    let work = |read: Result<Found, Unread>| match read {
        Ok(found) if wanted.as_ref().is_some_and(|wanted| *wanted != found.name) => Ok(String::new()),
        Ok(found) => {
            let settings = in_force(&book.chosen_for(&found.file), pack, rule);
            Ok(explained(&book, rule, &settings, &found, line))
        }
        Err(unread) => Err(unread),
    };
    let paths = [vec![path], flags.more.clone()].concat();
    let asked = Articles { paths, published: flags.published, ..Articles::default() };
    let asked = book.articles(&asked);
    input::each(&asked, None, work, |done| match done {
        Ok(page) => output.write(&page),
        Err(unread) => output.complain(&unread),
    })?;
    output.end()
}

/// That a rule does not run, and who says so.
fn off(book: &Rulebook, rule: &Rule) -> Option<String> {
    let chosen = book.chosen();
    let choice = chosen.iter().find(|choice| book.pack.rules.get(choice.rule).is_some_and(|one| one.id == rule.id))?;
    let says = says(&book.pack, &book.settings, rule, choice.on.1);
    let who = match (says.is_empty(), &rule.draft, &rule.opt_in) {
        (true, Some(_), _) => "it is a draft".to_owned(),
        (true, None, Some(why)) => format!("it is off unless asked for, because {why}"),
        _ => says,
    };
    (!choice.on.0).then(|| format!("`{}` does not run: {who}\n", rule.id))
}

/// The settings of a rule as they are in force for an article.
pub(super) fn in_force(chosen: &[Chosen], pack: &Pack, rule: &Rule) -> Vec<Setting> {
    let choice = chosen.iter().find(|choice| pack.rules.get(choice.rule).is_some_and(|one| one.id == rule.id));
    choice.map_or_else(|| rule.settings.clone(), |choice| choice.settings_of(rule))
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

fn explained(book: &Rulebook, rule: &Rule, settings: &[Setting], found: &Found, line: Option<usize>) -> String {
    let pack = &*book.pack;
    let article = &found.article;
    let text = Text::read(article);
    let facts = Facts::read_as(&text, &book.settings.wording, Wanted::ALL);
    let world = World::new(View { article, text: &text, facts: &facts }, &pack.tables);
    let lines = lines_of(article);
    let on_line = |span: Span| on_line(article, &lines, span, line);
    let near = line.is_some().then_some(&on_line as &dyn Fn(Span) -> bool);
    explanation::page(pack, rule, &[&found.name], &explain(rule, settings, &world, near, CANDIDATES))
}

/// The lines of each field of an article.
pub(super) fn lines_of(article: &Article) -> Vec<Lines> {
    article.fields.iter().map(|field| Lines::new(&field.text)).collect()
}

/// Whether a place of the reading text is on a line of its file; `lines` are those of [`lines_of`].
pub(super) fn on_line(article: &Article, lines: &[Lines], span: Span, line: Option<usize>) -> bool {
    let place = article.place(span);
    let field = article.fields.get(usize::from(place.field)).zip(lines.get(usize::from(place.field)));
    let start = field.map(|(field, lines)| lines.line_of(field.shown(place.span).start) + 1);
    start == line
}
