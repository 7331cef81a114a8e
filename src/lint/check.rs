//! Checks articles: text, facts, rules, and findings in the order of the text.

use super::across::Given;
use super::finding::{Finding, MarkedPlace, Suggestion};
use super::settings::{Chosen, as_written};
use crate::article::Article;
use crate::engine::{Needs, Plan, Report, Running, Starting, World, asked, run};
use crate::facts::Facts;
use crate::facts::extract::Wanted;
use crate::facts::schema::View;
use crate::facts::wording::Wording;
use crate::language::rule::{Pack, Rule, Setting, Severity};
use crate::source::Span;
use crate::text::Text;
use std::sync::Arc;

/// Rules ready to be run over any number of articles, from any number of threads.
#[derive(Clone, Debug)]
pub struct Linter {
    pack: Arc<Pack>,
    pub(super) running: Running,
    wording: Wording,
    /// The rules in force, with their plans.
    pub(super) ready: Vec<Ready>,
    /// What they need, in the same order.
    pub(super) needs: Needs,
    /// Which extractors give what they look at.
    wanted: Wanted,
}

#[derive(Clone, Debug)]
pub(super) struct Ready {
    /// The rule's number in the pack.
    pub(super) rule: usize,
    pub(super) severity: Severity,
    pub(super) settings: Vec<Setting>,
    pub(super) plan: Plan,
}

/// What checking an article gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// What cannot be true, in the order of the text.
    pub findings: Vec<Finding>,
    /// What a reader of the findings should know about the run.
    pub notes: Vec<Note>,
    /// What it gives to rules across the archive.
    pub given: Vec<Given>,
}

/// Something about the run of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The rule's id.
    pub rule: String,
    /// One line that stands alone.
    pub text: String,
}

impl Linter {
    /// A linter that runs the rules of a pack as they are written, and no drafts.
    pub fn new(pack: Pack) -> Self {
        let chosen = as_written(&pack);
        Self::with(Arc::new(pack), &chosen, Running::default())
    }

    /// A linter that runs the rules that were [chosen](super::settings::choose).
    pub fn with(pack: Arc<Pack>, chosen: &[Chosen], running: Running) -> Self {
        let on = chosen.iter().filter(|choice| choice.on.0);
        let ready = on.filter_map(|choice| {
            let rule = pack.rules.get(choice.rule)?;
            let settings = choice.settings_of(rule);
            Some(Ready { rule: choice.rule, severity: choice.severity.0, settings, plan: Plan::new(rule) })
        });
        let ready: Vec<Ready> = ready.collect();
        let planned = ready.iter().filter_map(|ready| Some((pack.rules.get(ready.rule)?, &ready.plan)));
        let needs = Needs::of(planned.clone());
        let wanted = match running.starting {
            Starting::ByNeeds => Wanted::by(&asked(planned.map(|(rule, _)| rule))),
            Starting::All => Wanted::ALL,
        };
        Self { pack, running, wording: Wording::default(), ready, needs, wanted }
    }

    /// The linter, reading rough wordings as `wording` says.
    #[must_use]
    pub fn reading(self, wording: Wording) -> Self {
        Self { wording, ..self }
    }

    /// The facts of an article that its rules look at.
    pub fn facts(&self, text: &Text<'_>) -> Facts {
        Facts::read_as(text, &self.wording, self.wanted)
    }

    /// How many candidates of a rule are tried before it is given up.
    pub fn fuel(&self) -> u64 {
        self.running.fuel
    }

    /// All rules, those that do not run among them.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The rules that run, with the severities of their findings.
    pub fn in_force(&self) -> impl Iterator<Item = (&Rule, Severity)> {
        self.ready.iter().filter_map(|ready| Some((self.pack.rules.get(ready.rule)?, ready.severity)))
    }

    /// Reads of an article what its rules look at, and runs every rule in force over it. Stets are put to the findings by a
    /// [`Desk`](super::stets::Desk).
    pub fn check(&self, article: &Article) -> Checked {
        let text = Text::read(article);
        let facts = self.facts(&text);
        self.check_facts(View { article, text: &text, facts: &facts })
    }

    /// Runs every rule in force over an article whose facts are read already.
    pub fn check_facts(&self, view: View<'_>) -> Checked {
        let world = World::new(view, &self.pack.tables);
        let mut notes = Vec::new();
        let mut said: Vec<Said<'_>> = Vec::new();
        let met = self.needs.met(&world);
        for (number, ready) in self.ready.iter().enumerate() {
            if self.running.starting == Starting::ByNeeds && !self.needs.may_start(number, &met) {
                continue;
            }
            let Some(rule) = self.pack.rules.get(ready.rule).filter(|rule| rule.across.is_none()) else { continue };
            let run = run(rule, &ready.plan, &ready.settings, &world, self.running);
            if run.given_up {
                notes.push(Note { rule: rule.id.clone(), text: given_up(self.running.fuel) });
            }
            said.extend(folded(run.reports).into_iter().map(|report| Said { rule, severity: ready.severity, report }));
        }
        let special: Vec<&Said<'_>> = said.iter().filter(|said| !said.rule.instead_of.is_empty()).collect();
        let replaced: Vec<bool> = said.iter().map(|one| special.iter().any(|other| replaces(other, one))).collect();
        let mut kept = replaced.into_iter();
        said.retain(|_| !kept.next().unwrap_or(false));
        said.sort_by(|a, b| order(a).cmp(&order(b)));
        let findings = said.into_iter().map(|said| finding(said, view.article)).collect();
        Checked { findings, notes, given: self.given(view) }
    }
}

/// A report and the rule that makes it.
struct Said<'r> {
    rule: &'r Rule,
    severity: Severity,
    report: Report,
}

/// Why a finding inside a quotation is one grade less grave.
pub(super) const QUOTED: &str = "It stands in a quotation: the slip may be the speaker's own.";

/// Why a rule was given up.
pub fn given_up(fuel: u64) -> String {
    format!("there is too much to compare: the rule was given up after {fuel} candidates and may have missed something")
}

/// Reports without those that mark the same words as one before them.
pub(super) fn folded(reports: Vec<Report>) -> Vec<Report> {
    let mut seen = rustc_hash::FxHashSet::default();
    let marked = |report: &Report| {
        let mut spans: Vec<Span> = report.marks.iter().map(|(span, _)| *span).collect();
        spans.sort_unstable();
        spans
    };
    reports.into_iter().filter(|report| seen.insert(marked(report))).collect()
}

/// Whether one says more exactly what the other says: its rule stands instead of the other's, and
/// they mark the same words.
fn replaces(one: &Said<'_>, other: &Said<'_>) -> bool {
    one.rule.instead_of.contains(&other.rule.id)
        && one.report.marks.iter().any(|(a, _)| other.report.marks.iter().any(|(b, _)| a.overlaps(*b)))
}

fn order<'s>(said: &'s Said<'_>) -> (Span, &'s str, &'s [(Span, String)]) {
    let main = said.report.marks.first().map_or(Span::default(), |(span, _)| *span);
    (main, &said.rule.id, &said.report.marks)
}

fn finding(said: Said<'_>, article: &Article) -> Finding {
    let Report { message, mut help, marks, suggestions, quoted } = said.report;
    if quoted {
        help.push(QUOTED.to_owned());
    }
    Finding {
        rule: said.rule.id.clone(),
        severity: if quoted { said.severity.lower() } else { said.severity },
        message,
        help,
        marks: marks
            .into_iter()
            .map(|(span, label)| MarkedPlace { place: article.place(span), label, elsewhere: None })
            .collect(),
        suggestions: suggestions
            .into_iter()
            .map(|new| Suggestion { place: article.place(new.span), text: new.text, because: new.because })
            .collect(),
        stet: None,
    }
}
