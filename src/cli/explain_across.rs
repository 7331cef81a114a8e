//! `factlint explain` of a rule across the archive: what becomes of its candidates in every two of some articles.

use super::Outcome;
use super::explain::{in_force, lines_of, on_line};
use super::flags::Articles;
use super::input::{self, Found, Unread};
use super::output::Output;
use super::rulebook::Rulebook;
use crate::engine::explain::Explained;
use crate::engine::{Plan, Side, Views, explained, is_of_pairs};
use crate::facts::Facts;
use crate::facts::extract::Wanted;
use crate::facts::schema::View;
use crate::language::rule::Rule;
use crate::lint::across::near_enough;
use crate::report::explanation::{looked_at, page};
use crate::source::Span;
use crate::text::Text;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use std::cmp::Reverse;
use std::fmt::Write;
use std::io;

/// At most so many articles are joined.
const ARTICLES: usize = 64;
/// At most so many pairs of them are shown.
const PAIRS: usize = 4;
/// At most so many candidates of a pair are shown.
const CANDIDATES: usize = 4;

/// What is asked for of the articles.
pub(super) struct Near {
    /// The record by its name, as `feed.jsonl:3`.
    pub(super) record: Option<String>,
    /// The line of the first article.
    pub(super) line: Option<usize>,
}

/// Explains a rule in every two of the articles.
pub(super) fn run(
    book: &Rulebook,
    rule: &Rule,
    asked: &Articles,
    near: &Near,
    mut output: Output,
) -> io::Result<Outcome> {
    let (mut articles, mut passed_over) = (Vec::new(), 0);
    input::each(
        &book.articles(asked),
        None,
        |read| read,
        |read| match read {
            // A folder may hold what is named by itself too.
            Ok(found) if articles.iter().any(|known: &Found| known.name == found.name) => Ok(()),
            Ok(found) if articles.len() < ARTICLES => {
                articles.push(found);
                Ok(())
            }
            Ok(_) => {
                passed_over += 1;
                Ok(())
            }
            Err(unread) => output.complain(&unread),
        },
    )?;
    if passed_over > 0 {
        let told = Unread::new(
            "explain".to_owned(),
            format!("{ARTICLES} articles are looked at together, and {passed_over} more are passed over"),
        );
        output.remark(&[told.help("name those that it is about".to_owned())])?;
    }
    if articles.len() < 2 {
        output.put(&format!(
            "`{id}` joins facts of two articles: name both, as in `factlint explain {id} one.md other.md`, or their folder\n",
            id = rule.id
        ))?;
        return output.end();
    }
    output.put(&told(book, rule, &articles, near))?;
    output.end()
}

/// What became of the candidates, those of the nearest articles first.
fn told(book: &Rulebook, rule: &Rule, articles: &[Found], near: &Near) -> String {
    let texts: Vec<Text<'_>> = articles.par_iter().map(|found| Text::read(&found.article)).collect();
    let read = |text: &Text<'_>| Facts::read_as(text, &book.settings.wording, Wanted::ALL);
    let facts: Vec<Facts> = texts.par_iter().map(read).collect();
    let both = articles.iter().zip(texts.iter().zip(&facts));
    let views: Vec<(&Found, View<'_>)> =
        both.map(|(found, (text, facts))| (found, View { article: &found.article, text, facts })).collect();
    let first_lines = articles.first().map(|first| lines_of(&first.article)).unwrap_or_default();
    let first_name = articles.first().map(|first| first.name.as_str());
    let plan = Plan::new(rule);
    let in_order = is_of_pairs(&plan);
    let within = rule.across.as_ref().and_then(|across| across.within);
    let (mut pairs, mut apart) = (Vec::new(), 0);
    for (number, (one, first)) in views.iter().enumerate() {
        for (other_number, (other, second)) in views.iter().enumerate() {
            if number == other_number || (in_order && number > other_number) || !near.is_of([one, other]) {
                continue;
            }
            if !near_enough(within, [one.article.published, other.article.published]) {
                apart += 1;
                continue;
            }
            let Some(views) = Views::two(*first, *second) else { continue };
            let settings = in_force(&book.chosen_for(&one.file), &book.pack, rule);
            let is_near = |side: Side, span: Span| {
                let of = match side {
                    Side::First => one,
                    Side::Second => other,
                };
                first_name == Some(of.name.as_str()) && on_line(&of.article, &first_lines, span, near.line)
            };
            let is_near = near.line.is_some().then_some(&is_near as &dyn Fn(Side, Span) -> bool);
            let of = explained(rule, &plan, &settings, (views, &book.pack.tables), is_near, CANDIDATES);
            if !of.nearest.is_empty() {
                pairs.push(([one.name.as_str(), other.name.as_str()], of));
            }
        }
    }
    let nearness = |of: &Explained| of.nearest.first().map(|nearest| (nearest.reported, nearest.nearness()));
    pairs.sort_by_key(|(_, of)| Reverse(nearness(of)));
    let mut told: String =
        pairs.iter().take(PAIRS).map(|(names, of)| page(&book.pack, rule, names.as_slice(), of)).collect();
    if pairs.is_empty() {
        told = format!("nothing in these articles that the rule looks at ({})\n", looked_at(rule));
    }
    let rest = pairs.iter().skip(PAIRS).collect::<Vec<_>>();
    if !rest.is_empty() {
        let reported = rest.iter().filter(|(_, of)| of.nearest.iter().any(|nearest| nearest.reported)).count();
        // Writing to a string cannot fail.
        let _ = writeln!(told, "{} other pairs of articles, {reported} of them reported", rest.len());
    }
    if apart > 0 {
        let _ = writeln!(told, "{apart} pairs of articles are not published near enough to each other");
    }
    told
}

impl Near {
    /// Whether two articles are asked for.
    fn is_of(&self, pair: [&Found; 2]) -> bool {
        self.record.as_ref().is_none_or(|record| pair.iter().any(|found| found.name == *record))
    }
}
