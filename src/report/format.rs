//! The formats of findings: one line of each table here for each file beside it.

use super::machine::{checkstyle, github, gitlab, json, junit, rdjson, sarif};
use super::{Checked, RuleCard, Totals, Unread, html, markdown, short, stets};
#[cfg(feature = "cli")]
use super::{Style, human};

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The article's own lines with every place marked, for people.
    #[cfg(feature = "cli")]
    Human(Style),
    /// One line a finding: `path:line:column: severity: message [rule]`.
    Short,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of a `GitHub` workflow.
    Github,
    /// `GitLab`'s code quality report.
    Gitlab,
    /// `JUnit`'s XML.
    Junit,
    /// Checkstyle's XML.
    Checkstyle,
    /// Reviewdog's JSON.
    Rdjson,
    /// A table for a comment or a summary.
    Markdown,
    /// A page with the articles as they read, every place marked, for people who have never seen a terminal.
    Html,
}

impl Format {
    /// What comes before everything else.
    pub fn opening(self, rules: &[RuleCard]) -> String {
        match self {
            #[cfg(feature = "cli")]
            Self::Human(_) => String::new(),
            Self::Short | Self::Jsonl | Self::Github | Self::Html => String::new(),
            Self::Json => json::OPENING.to_owned(),
            Self::Sarif => sarif::opening(rules),
            Self::Gitlab => gitlab::OPENING.to_owned(),
            Self::Junit => junit::OPENING.to_owned(),
            Self::Checkstyle => checkstyle::OPENING.to_owned(),
            Self::Rdjson => rdjson::OPENING.to_owned(),
            Self::Markdown => markdown::OPENING.to_owned(),
        }
    }

    /// What comes between the findings of one article and those of the next.
    pub fn between(self) -> &'static str {
        match self {
            #[cfg(feature = "cli")]
            Self::Human(_) => "",
            Self::Short | Self::Jsonl | Self::Github | Self::Junit | Self::Checkstyle | Self::Markdown | Self::Html => {
                ""
            }
            Self::Json => json::BETWEEN,
            Self::Sarif => sarif::BETWEEN,
            Self::Gitlab => gitlab::BETWEEN,
            Self::Rdjson => rdjson::BETWEEN,
        }
    }

    /// The findings of one article; mostly empty where there are none.
    pub fn article(self, checked: Checked<'_>) -> String {
        match self {
            #[cfg(feature = "cli")]
            Self::Human(style) => human::article(checked, style),
            Self::Short => short::article(checked),
            Self::Json => json::article(checked, json::BETWEEN),
            Self::Jsonl => json::article(checked, "\n") + if checked.is_silent() { "" } else { "\n" },
            Self::Sarif => sarif::article(checked),
            Self::Github => github::article(checked),
            Self::Gitlab => gitlab::article(checked),
            Self::Junit => junit::article(checked),
            Self::Checkstyle => checkstyle::article(checked),
            Self::Rdjson => rdjson::article(checked),
            Self::Markdown => markdown::article(checked),
            Self::Html => html::article(checked),
        }
    }

    /// The findings of one article, and those that stand: by a word of the format for them, or as notes.
    pub fn article_with_stets(self, checked: Checked<'_>) -> String {
        match self {
            Self::Github | Self::Gitlab | Self::Checkstyle | Self::Rdjson => {
                self.article(Checked { findings: &stets::as_notes(checked.findings), ..checked })
            }
            #[cfg(feature = "cli")]
            Self::Human(_) => self.article(checked) + &self.stets(checked),
            Self::Short | Self::Markdown => self.article(checked) + &self.stets(checked),
            Self::Json | Self::Jsonl | Self::Sarif | Self::Junit | Self::Html => self.article(checked),
        }
    }

    /// The findings of one article that stets let stand, for people.
    pub(super) fn stets(self, checked: Checked<'_>) -> String {
        match self {
            #[cfg(feature = "cli")]
            Self::Human(_) => stets::listed(checked),
            Self::Short => stets::lines(checked),
            Self::Markdown => markdown::stets(checked),
            Self::Json
            | Self::Jsonl
            | Self::Sarif
            | Self::Github
            | Self::Gitlab
            | Self::Junit
            | Self::Checkstyle
            | Self::Rdjson
            | Self::Html => String::new(),
        }
    }

    /// What machines are told of an article that could not be read; people are told apart from the findings.
    pub fn unread(self, unread: Unread<'_>) -> String {
        match self {
            #[cfg(feature = "cli")]
            Self::Human(_) => String::new(),
            Self::Short => String::new(),
            Self::Json => json::unread(unread),
            Self::Jsonl => json::unread(unread) + "\n",
            Self::Sarif => sarif::unread(unread),
            Self::Github => github::unread(unread),
            Self::Gitlab => gitlab::unread(unread),
            Self::Junit => junit::unread(unread),
            Self::Checkstyle => checkstyle::unread(unread),
            Self::Rdjson => rdjson::unread(unread),
            Self::Markdown => markdown::unread(unread),
            Self::Html => html::unread(unread),
        }
    }

    /// Whether it says nothing of what stands in an article without findings.
    pub fn passes_over_silent(self) -> bool {
        match self {
            #[cfg(feature = "cli")]
            Self::Human(_) => true,
            // It shows the article as it reads.
            Self::Html => false,
            Self::Short
            | Self::Json
            | Self::Jsonl
            | Self::Sarif
            | Self::Github
            | Self::Gitlab
            | Self::Junit
            | Self::Checkstyle
            | Self::Rdjson
            | Self::Markdown => true,
        }
    }

    /// Whether what is said of articles is held back for the end.
    pub fn holds_articles(self) -> bool {
        matches!(self, Self::Github | Self::Html)
    }

    /// Whether what could not be read is held back for the end.
    pub fn holds_unread(self) -> bool {
        matches!(self, Self::Github | Self::Sarif | Self::Html)
    }

    /// Whether anything is said of the rules themselves.
    pub fn tells_of_rules(self) -> bool {
        matches!(self, Self::Sarif | Self::Html)
    }

    /// What comes after everything else; `held` is what was held back, in order.
    pub fn closing(self, totals: &Totals, held: &[String]) -> String {
        match self {
            #[cfg(feature = "cli")]
            Self::Human(_) => String::new(),
            Self::Short | Self::Jsonl => String::new(),
            Self::Json => json::closing(totals),
            Self::Sarif => sarif::closing(totals, held),
            Self::Github => github::closing(&held.concat()),
            Self::Gitlab => gitlab::CLOSING.to_owned(),
            Self::Junit => junit::CLOSING.to_owned(),
            Self::Checkstyle => checkstyle::CLOSING.to_owned(),
            Self::Rdjson => rdjson::CLOSING.to_owned(),
            Self::Markdown => markdown::closing(totals),
            Self::Html => html::closing(totals, held),
        }
    }
}
