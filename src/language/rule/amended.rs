//! What packs change of a rule.

use super::{Example, Rule, Severity};
use crate::language::diagnostic::Mistake;
use crate::source::Span;

/// A place in a rule file where a rule is amended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// Index into [`Pack::sources`](super::Pack::sources).
    pub source: usize,
    /// The clause, or the words that switch the rule off.
    pub span: Span,
    /// What is changed.
    pub what: Change,
}

/// What an amendment changes of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is switched off, with the reason that is given.
    Off(Option<String>),
    /// How grave its findings are.
    Severity(Severity),
    /// A setting, by its number in [`Rule::settings`].
    Setting(usize),
    /// One more tag.
    Tags,
    /// One more exception, by its number in [`Rule::unless`].
    Unless(usize),
    /// More advice.
    Help,
    /// One more example.
    Example,
    /// An example that the rule no longer has to report, by its number in [`Rule::examples`].
    Excuses(usize),
}

/// What two amendments of a rule say otherwise, unless the settings decide.
#[derive(Clone, Debug)]
pub struct Disagreement {
    /// The setting that they give different values, by its number in [`Rule::settings`]; else it is the severity.
    pub setting: Option<usize>,
    /// The mistake, where nothing decides.
    pub mistake: Mistake,
}

impl Rule {
    /// Why a pack switches the rule off, where one does; an empty text where it gives no reason.
    pub fn off(&self) -> Option<&str> {
        self.amendments.iter().find_map(|amended| match &amended.what {
            Change::Off(because) => Some(because.as_deref().unwrap_or_default()),
            Change::Severity(_)
            | Change::Setting(_)
            | Change::Tags
            | Change::Unless(_)
            | Change::Help
            | Change::Example
            | Change::Excuses(_) => None,
        })
    }

    /// Whether an amendment excuses an example.
    pub fn excuses(&self, example: &Example) -> bool {
        let named = |amended: &Amended| match &amended.what {
            Change::Excuses(number) => {
                let one = self.examples.get(*number);
                one.is_some_and(|one| (one.source, one.span) == (example.source, example.span))
            }
            Change::Off(_)
            | Change::Severity(_)
            | Change::Setting(_)
            | Change::Tags
            | Change::Unless(_)
            | Change::Help
            | Change::Example => false,
        };
        self.amendments.iter().any(named)
    }
}
