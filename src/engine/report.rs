//! Reports: what a rule says about one candidate, in places of the reading text.

use super::answer::Answer;
use super::evaluate::Evaluator;
use super::figures::Manner;
use super::print;
use super::scope::Scope;
use super::term::{Term, What};
use crate::facts::schema::Kind;
use crate::language::rule::{Binding, Rule, Suggest};
use crate::source::Span;

/// What a rule says about one candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// One line that stands alone.
    pub message: String,
    /// What to do, one advice a line.
    pub help: Vec<String>,
    /// The places, each with its label; the first is the main one.
    pub marks: Vec<(Span, String)>,
    /// Alternatives of what could be written instead.
    pub suggestions: Vec<Replacement>,
    /// Whether something marked stands in a quotation: the slip may be the speaker's.
    pub quoted: bool,
}

impl Report {
    /// The report with its places where `place` says.
    #[must_use]
    pub fn placed(mut self, place: &dyn Fn(Span) -> Span) -> Self {
        self.marks.iter_mut().for_each(|(span, _)| *span = place(*span));
        self.suggestions.iter_mut().for_each(|new| new.span = place(new.span));
        self
    }
}

/// Words that could stand at a place instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// What is replaced.
    pub span: Span,
    /// The new words.
    pub text: String,
    /// Why, where the rule says.
    pub because: Option<String>,
}

/// Puts a report together.
pub(super) fn assemble(rule: &Rule, evaluator: Evaluator<'_>, scope: &Scope<'_>) -> Report {
    let places = places(rule, &evaluator, scope);
    let written = |place: &Marked<'_>| evaluator.world.views.written(place.span);
    let decimals = places.iter().filter_map(|place| decimals_of_percent(written(place))).max();
    let manner = Manner { decimals: decimals.map(|decimals| decimals.max(1)), ..Manner::default() };
    let fill = |template, scope: &Scope<'_>| print::fill(template, &evaluator, scope, &manner).unwrap_or_default();
    let marks = places
        .iter()
        .map(|place| {
            let label = place.mark.map(|mark| match (mark.each, &place.member) {
                (Some(slot), Some(member)) => fill(&mark.label, &scope.bind(slot, member.clone())),
                _ => fill(&mark.label, scope),
            });
            (place.span, label.unwrap_or_default())
        })
        .collect();
    let help = rule
        .help
        .iter()
        .filter(|help| help.when.as_ref().is_none_or(|when| evaluator.answer(when, scope) == Answer::Yes));
    let quoted = is_about_statements(rule) && places.iter().any(|place| is_quoted(place.span, &evaluator));
    Report {
        quoted,
        message: fill(&rule.message, scope),
        help: help.map(|help| fill(&help.text, scope)).collect(),
        marks,
        suggestions: rule.suggestions.iter().filter_map(|suggest| replacement(suggest, &evaluator, scope)).collect(),
    }
}

/// Whether a rule looks at what is stated. What it says of quotation marks and printed blocks is the
/// paper's doing, whoever is quoted.
fn is_about_statements(rule: &Rule) -> bool {
    rule.bindings.iter().any(|binding| match binding {
        Binding::Each { kind, .. } | Binding::Pair { kind, .. } | Binding::Group { kind, .. } => {
            !matches!(kind, Kind::Quote | Kind::Attribution | Kind::Unclosed | Kind::Repeat)
        }
        Binding::Row { .. } => false,
    })
}

/// Whether a place lies within a quotation, or in a block that is quoted from elsewhere.
fn is_quoted(place: Span, evaluator: &Evaluator<'_>) -> bool {
    let (view, place) = evaluator.world.views.at(place);
    let quotes = &view.facts.quotes;
    let after = quotes.partition_point(|quote| quote.at.span.start <= place.start);
    let inside = after.checked_sub(1).and_then(|at| quotes.get(at)).is_some_and(|quote| quote.at.span.contains(place));
    let blocks = &view.article.blocks;
    let after = blocks.partition_point(|block| block.span.start <= place.start);
    inside || after.checked_sub(1).and_then(|at| blocks.get(at)).is_some_and(|block| block.quoted)
}

/// A marked place, before its label is written.
struct Marked<'r> {
    span: Span,
    mark: Option<&'r crate::language::rule::Mark>,
    member: Option<Term<'static>>,
}

/// The places that a report marks, each once; the first bound fact where a rule's marks have none.
fn places<'r>(rule: &'r Rule, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> Vec<Marked<'r>> {
    let mut places: Vec<Marked<'r>> = Vec::new();
    let mut add = |span: Span, mark, member| {
        if !places.iter().any(|place| place.span == span) {
            places.push(Marked { span, mark, member });
        }
    };
    for mark in &rule.marks {
        let term = evaluator.term(&mark.expr, scope);
        if let What::Set(members) = &term.what {
            for member in members.sure() {
                if let Some(span) = evaluator.place(&member) {
                    add(span, Some(mark), Some(member.into_owned()));
                }
            }
        } else if let Some(span) = evaluator.place(&term) {
            add(span, Some(mark), Some(term.into_owned()));
        }
    }
    if places.is_empty() {
        let slot = rule.bindings.iter().map(|binding| match binding {
            Binding::Each { slot, .. } | Binding::Group { slot, .. } | Binding::Row { slot, .. } => *slot,
            Binding::Pair { slots: [first, _], .. } => *first,
        });
        let fact = slot.filter_map(|slot| scope.fact(slot)).find_map(|fact| evaluator.place(&Term::fact(fact)));
        places.extend(fact.map(|span| Marked { span, mark: None, member: None }));
    }
    places
}

/// The suggestion, where what it replaces stands in the text and there is one thing to write.
fn replacement(suggest: &Suggest, evaluator: &Evaluator<'_>, scope: &Scope<'_>) -> Option<Replacement> {
    let span = evaluator.place(&evaluator.term(&suggest.replace, scope))?;
    let written = evaluator.world.views.written(span);
    let words = written.chars().next().is_some_and(char::is_alphabetic);
    let decimals = decimals_of_percent(written).or(Some(0));
    let manner = Manner { decimals, words, single: true, ..Manner::default() };
    let text = print::fill(&suggest.with, evaluator, scope, &manner)?;
    let text = cased_like(written, text);
    (text != written).then(|| Replacement { span, text, because: suggest.because.clone() })
}

/// The new words with a capital where the old ones have one.
fn cased_like(written: &str, text: String) -> String {
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if capital && first.is_lowercase() => first.to_uppercase().chain(letters).collect(),
        _ => text,
    }
}

/// How many decimals a written percentage has; `None` where the words hold none.
fn decimals_of_percent(written: &str) -> Option<u32> {
    if !written.contains('%') && !written.contains("per cent") && !written.contains("percent") {
        return None;
    }
    let decimals = written.split_once('.').map_or("", |(_, rest)| rest);
    Some(decimals.bytes().take_while(u8::is_ascii_digit).count() as u32)
}
