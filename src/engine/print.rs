//! Templates: the words of a rule with values in them.

use super::evaluate::Evaluator;
use super::figures::{self, Manner};
use super::scope::Scope;
use super::term::{Term, What};
use crate::facts::date::{DateRange, Precision};
use crate::facts::interval::{End, Interval};
use crate::facts::quantity::Quantity;
use crate::facts::schema::Kind;
use crate::facts::value::ThingKind;
use crate::language::rule::{Format, Piece, Template};
use crate::language::table::Cell;
use crate::source::Span;
use crate::text::lexicon;

/// What stands in a message where a value is absent and the rule gives no other words.
const UNKNOWN: &str = "unknown";

/// Fills a template; `None` where a hole has no one value and `manner` asks for one.
pub(super) fn fill(
    template: &Template,
    evaluator: &Evaluator<'_>,
    scope: &Scope<'_>,
    manner: &Manner,
) -> Option<String> {
    let mut text = String::new();
    for piece in &template.pieces {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Hole { expr, format, fallback } => {
                let term = evaluator.term(expr, scope);
                let term = match fallback {
                    Some(fallback) if term.is_absent() => evaluator.term(fallback, scope),
                    _ => term,
                };
                if term.is_absent() && manner.single {
                    return None;
                }
                let unit = if *format == Some(Format::Short) { unit_as_written(&term, evaluator, scope) } else { None };
                let manner = if unit.is_some() { &Manner { unit, ..manner.clone() } } else { manner };
                text.push_str(&print(&term, *format, evaluator, manner)?);
            }
        }
    }
    Some(text)
}

/// A term in words; `None` where it has no one value and `manner` asks for one.
pub(super) fn print(
    term: &Term<'_>,
    format: Option<Format>,
    evaluator: &Evaluator<'_>,
    manner: &Manner,
) -> Option<String> {
    Some(match &term.what {
        What::Absent => UNKNOWN.to_owned(),
        What::YesNo(yes) => (if *yes { "yes" } else { "no" }).to_owned(),
        What::Quantity(quantity) => figures::print(quantity, format, manner)?,
        What::Date(day) => date(*day, format),
        What::Text(text) => joined(text),
        What::Named(named) => named.word().replace('_', " "),
        What::Thing(thing) => match evaluator.written(term) {
            Some(written) if thing.kind == ThingKind::Noun => as_noun(&joined(written)),
            Some(written) => joined(written),
            None => thing.key.to_string(),
        },
        What::Fact(fact) => match evaluator.written(term) {
            Some(written) => joined(written),
            None if fact.kind == Kind::Source || fact.kind == Kind::Article => "the article".to_owned(),
            None => UNKNOWN.to_owned(),
        },
        What::Set(members) => {
            let members: Option<Vec<String>> =
                members.sure().map(|member| print(&member, format, evaluator, manner)).collect();
            list(&members?)
        }
        What::Row(table, row) => {
            let row = evaluator.world.tables.get(*table).and_then(|table| table.rows.get(*row));
            let name =
                row.and_then(|row| row.iter().find_map(|cell| if let Cell::Text(t) = cell { Some(t) } else { None }));
            name.map_or(UNKNOWN.to_owned(), ToString::to_string)
        }
        What::Table(table) => evaluator.world.tables.get(*table).map_or(UNKNOWN.to_owned(), |table| table.name.clone()),
    })
}

/// All that the wording of a quantity allows, as an interval in its unit: `[180, 200) km`.
pub(super) fn allowed(quantity: &Quantity) -> String {
    let Interval { low, high } = figures::in_own_unit(quantity);
    if let (End::Closed(a), End::Closed(b)) = (low, high)
        && a == b
    {
        return figures::print(quantity, None, &Manner::default()).unwrap_or_default();
    }
    let low = match low {
        End::Unbounded => "(-∞".to_owned(),
        End::Closed(n) => format!("[{}", figures::number(n)),
        End::Open(n) => format!("({}", figures::number(n)),
    };
    let high = match high {
        End::Unbounded => "∞)".to_owned(),
        End::Closed(n) => format!("{}]", figures::number(n)),
        End::Open(n) => format!("{})", figures::number(n)),
    };
    format!("{low}, {high}")
}

/// "a, b and c".
pub(super) fn list(members: &[String]) -> String {
    match members.split_last() {
        None => "none".to_owned(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// Words on one line.
pub(super) fn joined(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut line = words.next().unwrap_or_default().to_owned();
    for word in words {
        line.push(' ');
        line.push_str(word);
    }
    line
}

/// A common noun in lower case, also where it began a sentence or stood in a headline.
fn as_noun(written: &str) -> String {
    let lower = written.to_lowercase();
    let common = lower != written && lexicon::classes(&lower).has(lexicon::Classes::NOUN);
    if common { lower } else { written.to_owned() }
}

fn date(date: DateRange, format: Option<Format>) -> String {
    let month = |form: &str, day: jiff::civil::Date| jiff::fmt::strtime::format(form, day).unwrap_or_default();
    let day = |form: &str, date: jiff::civil::Date| format!("{} {}", date.day(), month(form, date));
    if format == Some(Format::Day) {
        return date.first.day().to_string();
    }
    let form = if format == Some(Format::Short) { "%b %Y" } else { "%B %Y" };
    if date.first == date.last {
        return day(form, date.first);
    }
    match date.precision {
        Precision::Month => month(form, date.first),
        Precision::Year => date.first.year().to_string(),
        Precision::Decade => format!("the {}s", date.first.year()),
        Precision::Day | Precision::Week | Precision::Season | Precision::Century => {
            format!("between {} and {}", day(form, date.first), day(form, date.last))
        }
    }
}

/// A quantity's unit as the text writes it nearest to the last bound fact, with what stands before it.
fn unit_as_written(term: &Term<'_>, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> Option<String> {
    let What::Quantity(quantity) = &term.what else { return None };
    let unit = quantity.unit.as_ref()?;
    let anchor =
        scope.last_fact().and_then(|fact| evaluator.world.columns.at(fact)).map_or(Span::default(), |at| at.span);
    let (view, anchor) = evaluator.world.views.at(anchor);
    let measures = view.facts.measures.iter().filter(|measure| measure.unit.name == unit.name);
    let span = measures.map(|measure| measure.unit_span).min_by_key(|span| span.end.abs_diff(anchor.end))?;
    let text = &view.article.text;
    let before = text.get(..span.start as usize)?.chars().next_back()?;
    let gap = match before {
        '-' | '‑' => before.to_string(),
        before if before.is_whitespace() => " ".to_owned(),
        _ => String::new(),
    };
    Some(gap + &joined(span.of(text)))
}
