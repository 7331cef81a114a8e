//! Settings: what a newsroom runs, from `factlint.toml`.
//!
//! `read` takes the file to [`Settings`] and keeps the place of everything in it; `choice` puts them
//! to the rules that are loaded and says which of them run on an article, how grave and with what.
//!
//! To add a key: its line in the table of `read` that it stands in, its field here, its case there.

mod choice;
mod read;
#[cfg(test)]
mod tests;
pub(in crate::lint) mod written;

pub use choice::{Asked, Chosen, ChosenFlaw, Origin, adjustments, advice, as_written, choose, fits, flaws};
pub use read::read;

use crate::article::FrontMatterKeys;
use crate::facts::wording::Wording;
use crate::language::rule::{RuleSource, Severity};
use crate::language::{Code, Mistake};
use crate::source::Span;
use globset::GlobMatcher;
use std::sync::Arc;

/// The name of a settings file.
pub const FILE: &str = "factlint.toml";

/// The name by which settings ask for the built-in rules.
pub const BUILT_IN: &str = "core";

/// A settings file, checked but for the names of rules.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The file; none where there are no settings.
    pub source: Option<Arc<RuleSource>>,
    /// The packs to load, each [`BUILT_IN`] or a path that counts from the file's folder; none where the
    /// file does not say.
    pub packs: Option<Vec<Written<String>>>,
    /// Whether drafts run too.
    pub drafts: bool,
    /// The file of signed stets, where the file names one; it counts from the file's folder.
    pub stets: Option<Written<String>>,
    /// The file of findings that are known already, where the file names one; it counts from the file's folder.
    pub baseline: Option<Written<String>>,
    /// The least grave finding that fails a run, where the file says.
    pub fail_on: Option<FailOn>,
    /// Where the articles are, each a file or folder that counts from the file's folder; none where it does not say.
    pub articles: Vec<Written<String>>,
    /// The keys of front matter.
    pub front_matter: FrontMatterKeys,
    /// What rough wordings allow.
    pub wording: Wording,
    /// What is changed of rules, in the order of the file.
    pub rules: Vec<Adjustment>,
    /// What is changed of rules in some articles only, in the order of the file.
    pub sections: Vec<Section>,
}

/// The least grave finding that fails a run; none does where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FailOn(pub Option<Severity>);

/// Something with its place in the settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    /// What is written.
    pub what: T,
    /// Where.
    pub span: Span,
}

/// What is changed of the rules that a name or pattern fits.
#[derive(Clone, Debug)]
pub struct Adjustment {
    /// A rule's id, a group, or a pattern with `*`.
    pub rules: Written<String>,
    /// Whether they run.
    pub enabled: Option<Written<bool>>,
    /// How grave their findings are.
    pub severity: Option<Written<Severity>>,
    /// Their settings, by name; the values are read once the rules are known.
    pub set: Vec<(Written<String>, Raw)>,
}

/// A value of a setting as it stands in the settings file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw {
    /// Where it stands, without quotes.
    pub span: Span,
    /// The text, where it is one.
    pub text: Option<String>,
}

/// Articles by their paths, and what is changed for them.
#[derive(Clone, Debug)]
pub struct Section {
    /// The patterns of the paths, which count from the folder of the settings file.
    pub paths: Vec<GlobMatcher>,
    /// What is changed.
    pub rules: Vec<Adjustment>,
}

impl Section {
    /// Whether an article is meant; `path` counts from the folder of the settings file.
    pub fn fits(&self, path: &str) -> bool {
        self.paths.iter().any(|glob| glob.is_match(path))
    }
}

impl Settings {
    /// The mistake of asking for a pack that cannot be read, at the place where it is asked for.
    pub fn unread_pack(&self, pack: &str, span: Span, why: &str) -> Option<Mistake> {
        let source = self.source.as_ref()?;
        let mistake = Mistake::new(Code::SettingsPack, source, span, format!("the pack `{pack}` cannot be read"));
        let help = "a pack is `core`, or a rule file or folder of them, counted from the folder of this file";
        Some(mistake.labelled(why).help(help))
    }

    /// For each section in its order, whether it holds for an article. Articles of which this gives
    /// the same are checked alike.
    pub fn sections_of(&self, path: &str) -> Vec<bool> {
        self.sections.iter().map(|section| section.fits(path)).collect()
    }
}
