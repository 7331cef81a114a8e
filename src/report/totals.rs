//! What a run came to.

use crate::language::rule::Severity;
use crate::lint::finding::Finding;
use serde::Serialize;
use std::fmt;

/// How many articles were checked and what was found in them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Articles that were read and checked.
    pub articles: usize,
    /// Articles, files and folders that could not be read.
    pub unread: usize,
    /// Articles with findings.
    pub with_findings: usize,
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Findings of severity note.
    pub notes: usize,
    /// Findings that a stet lets stand.
    pub stets: usize,
    /// Findings that the baseline knows.
    pub known: usize,
    /// Findings that touch no changed line, where only those count.
    pub unchanged: usize,
    /// How often a rule was given up on an article.
    pub given_up: usize,
}

impl Totals {
    /// Counts the findings of one more article.
    pub fn add(&mut self, findings: &[Finding]) {
        self.articles += 1;
        let (stand, findings): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| finding.stet.is_some());
        self.stets += stand.len();
        self.with_findings += usize::from(!findings.is_empty());
        for finding in findings {
            match finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Note => self.notes += 1,
            }
        }
    }

    /// Counts findings of an article that was counted before; `had` says whether it had findings then.
    pub fn add_again(&mut self, findings: &[Finding], had: bool) {
        let (articles, with_findings) = (self.articles, self.with_findings);
        self.add(findings);
        self.articles = articles;
        self.with_findings = if had { with_findings } else { self.with_findings };
    }

    /// Counts findings that are in no article.
    pub fn add_beside(&mut self, findings: &[Finding]) {
        let (articles, with_findings) = (self.articles, self.with_findings);
        self.add(findings);
        self.articles = articles;
        self.with_findings = with_findings.max(1);
    }

    /// Counts a finding that was counted as one to be let stand instead; `last` says whether its article had
    /// no other.
    pub fn let_stand(&mut self, severity: Severity, last: bool) {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
            Severity::Note => &mut self.notes,
        };
        *count = count.saturating_sub(1);
        self.with_findings = self.with_findings.saturating_sub(usize::from(last));
        self.stets += 1;
    }

    /// How many findings are at least that grave.
    pub fn at_least(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.errors + self.warnings,
            Severity::Note => self.errors + self.warnings + self.notes,
        }
    }
}

/// "3 errors, 1 warning in 2 articles; 5 articles checked".
impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let found: Vec<_> = counts.iter().filter(|(count, _)| *count > 0).map(|&(n, what)| number(n, what)).collect();
        if found.is_empty() {
            f.write_str("nothing found")?;
        } else {
            write!(f, "{} in {}", found.join(", "), number(self.with_findings, "article"))?;
        }
        write!(f, "; {} checked", number(self.articles, "article"))?;
        if self.given_up > 0 {
            write!(f, ", {} given up", number(self.given_up, "rule"))?;
        }
        if self.unread > 0 {
            write!(f, ", {} could not be read", self.unread)?;
        }
        if self.stets > 0 {
            write!(f, "; {} let stand", number(self.stets, "finding"))?;
        }
        if self.known > 0 {
            write!(f, "; {} known from the baseline", number(self.known, "finding"))?;
        }
        if self.unchanged > 0 {
            write!(f, "; {} on lines that did not change left out", number(self.unchanged, "finding"))?;
        }
        Ok(())
    }
}

fn number(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
