//! The rules about stets themselves.

use crate::language::rule::Severity;

/// What can be wrong with a stet. Each is a rule with an id and a severity of its own, which settings
/// change as they do those of other rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is not written as stets are.
    Unreadable,
    /// It names no rule that there is.
    UnknownRule,
    /// It gives no reason.
    NoReason,
    /// Its last day is over.
    Expired,
    /// It lets nothing stand.
    Unused,
}

impl Flaw {
    /// All of them, the graver first: of one stet only the first is said.
    pub const ALL: [Self; 5] = [Self::Unreadable, Self::UnknownRule, Self::NoReason, Self::Expired, Self::Unused];

    /// The id of the rule.
    pub fn id(self) -> &'static str {
        match self {
            Self::Unreadable => "stet/unreadable",
            Self::UnknownRule => "stet/unknown-rule",
            Self::NoReason => "stet/no-reason",
            Self::Expired => "stet/expired",
            Self::Unused => "stet/unused",
        }
    }

    /// What is wrong, for lists.
    pub fn title(self) -> &'static str {
        match self {
            Self::Unreadable => "A stet that is not written as stets are",
            Self::UnknownRule => "A stet that names no known rule",
            Self::NoReason => "A stet without a reason",
            Self::Expired => "A stet whose last day is over",
            Self::Unused => "A stet that lets nothing stand",
        }
    }

    /// Why it matters.
    pub fn why(self) -> &'static str {
        match self {
            Self::Unreadable => {
                "A stet lets a finding stand: `<!-- stet RULE until DATE: reason -->` in or before the paragraph.\n\
                 One that cannot be read lets nothing stand."
            }
            Self::UnknownRule => "A rule was renamed, or its name misspelt; the stet lets nothing stand.",
            Self::NoReason => {
                "A stet is an editor's decision against a finding. Whoever reads the article later has to know\n\
                 why it was taken; without a reason the stet lets nothing stand."
            }
            Self::Expired => {
                "A stet with a last day asks to be looked at again after it. It lets nothing stand any more."
            }
            Self::Unused => {
                "The words that it was for have changed, or are no longer found. A stet that stays behind could\n\
                 let a later mistake stand."
            }
        }
    }

    /// How grave it is where the settings do not say.
    pub fn severity(self) -> Severity {
        Severity::Warning
    }
}
