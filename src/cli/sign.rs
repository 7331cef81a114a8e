//! `factlint check --stet`: lets findings stand, one after the other, and signs for it.

use super::flags::SignFlags;
use crate::language::rule::Severity;
use crate::lint::finding::Stet;
use crate::lint::known::Filed;
use crate::lint::settings::Written;
use crate::lint::stets::Entry;
use crate::source::Span;
use jiff::civil::Date;
use std::io::{self, BufRead, IsTerminal, Write};
use std::process::{Command, Stdio};

/// A finding that may be let stand.
pub(super) struct Asked {
    pub(super) filed: Filed,
    pub(super) rule: String,
    pub(super) words: Vec<String>,
    /// The finding as it is shown.
    pub(super) shown: String,
    /// How grave it is.
    pub(super) severity: Severity,
    /// The number of its article among those with findings.
    pub(super) article: usize,
}

/// Who signs, and what is not asked for each finding.
#[derive(Clone, Debug)]
pub(super) struct Signer {
    pub(super) who: String,
    pub(super) when: Date,
    why: Option<String>,
    until: Option<Date>,
    /// Whether there is somebody to ask.
    pub(super) asks: bool,
}

impl Signer {
    /// Finds out who signs; a complaint where nobody can be asked and not all is said.
    pub(super) fn new(flags: &SignFlags, when: Date, reads_input: bool) -> Result<Self, &'static str> {
        let asks = io::stdin().is_terminal() && io::stderr().is_terminal() && !reads_input;
        let why = flags.why.clone();
        if why.as_ref().is_some_and(|why| why.trim().is_empty()) {
            return Err("--why gives no reason");
        }
        if !asks && (why.is_none() || flags.who.is_none()) {
            return Err("--stet asks on a terminal, and there is none: give --why \"…\" and --who NAME");
        }
        let Some(who) = flags.who.clone().or_else(named).filter(|who| !who.trim().is_empty()) else {
            return Err("nobody is known to sign: give --who NAME");
        };
        Ok(Self { who, when, why, until: flags.until, asks })
    }

    fn entry(&self, asked: &Asked, why: String, until: Option<Date>) -> Entry {
        let rule = Written { what: asked.rule.clone(), span: Span::default() };
        let stet = Stet { who: Some(self.who.clone()), when: Some(self.when), why, until };
        Entry { rule, words: asked.words.clone(), span: Span::default(), filed: asked.filed.clone(), stet }
    }

    /// Signs for all findings, unasked.
    pub(super) fn all(&self, asked: &[Asked]) -> Vec<Entry> {
        let why = self.why.clone().unwrap_or_default();
        asked.iter().map(|asked| self.entry(asked, why.clone(), self.until)).collect()
    }

    /// Asks for each finding whether it stands; `None` in the place of those that do not.
    pub(super) fn ask(
        &self,
        asked: &[Asked],
        answers: &mut impl BufRead,
        page: &mut impl Write,
    ) -> io::Result<Vec<Option<Entry>>> {
        let mut entries = Vec::with_capacity(asked.len());
        for (one, number) in asked.iter().zip(1..) {
            write!(page, "{}{number} of {}: ", one.shown, asked.len())?;
            match self.decision(one, answers, page)? {
                Decision::Quit => break,
                Decision::Leave => entries.push(None),
                Decision::Sign(entry) => entries.push(Some(*entry)),
            }
            writeln!(page)?;
        }
        Ok(entries)
    }

    /// What becomes of a finding.
    fn decision(&self, one: &Asked, answers: &mut impl BufRead, page: &mut impl Write) -> io::Result<Decision> {
        loop {
            match question("let it stand? y(es), n(o), q(uit) ", answers, page)?.as_deref() {
                None | Some("q" | "quit") => return Ok(Decision::Quit),
                Some("n" | "no" | "") => return Ok(Decision::Leave),
                Some("y" | "yes") => break,
                Some(_) => {}
            }
        }
        let why = match &self.why {
            Some(why) => why.clone(),
            None => match question("why? (no reason leaves it as it is) ", answers, page)? {
                None => return Ok(Decision::Quit),
                Some(why) if why.is_empty() => return Ok(Decision::Leave),
                Some(why) => why,
            },
        };
        let mut until = self.until;
        while until.is_none() {
            match question("until which day, such as 2030-12-31? (nothing for no end) ", answers, page)? {
                None => return Ok(Decision::Quit),
                Some(day) if day.is_empty() => break,
                Some(day) => until = day.parse().ok(),
            }
        }
        Ok(Decision::Sign(Box::new(self.entry(one, why, until))))
    }
}

/// What somebody says of a finding.
enum Decision {
    /// No more is to be asked.
    Quit,
    Leave,
    Sign(Box<Entry>),
}

/// Asks a question; `None` where there are no more answers.
pub(super) fn question(
    question: &str,
    answers: &mut impl BufRead,
    page: &mut impl Write,
) -> io::Result<Option<String>> {
    write!(page, "{question}")?;
    page.flush()?;
    let mut answer = String::new();
    let read = answers.read_line(&mut answer)?;
    Ok((read > 0).then(|| answer.trim().to_owned()))
}

/// The name that git signs with, else that of the user.
fn named() -> Option<String> {
    let git = Command::new("git").args(["config", "user.name"]).stderr(Stdio::null()).output().ok();
    let git = git.filter(|git| git.status.success()).and_then(|git| String::from_utf8(git.stdout).ok());
    let git = git.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    git.or_else(|| ["USER", "USERNAME"].iter().find_map(|name| std::env::var(name).ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_finding_is_asked_for() {
        let asked = |words: &str| Asked {
            filed: Filed { path: "a.md".into(), id: None },
            rule: "count/boats".into(),
            words: vec![words.into()],
            shown: format!("{words}\n"),
            severity: Severity::Error,
            article: 0,
        };
        let asked = ["85 boats", "90 boats", "95 boats", "99 boats"].map(asked);
        let signer = Signer {
            who: "Ines Calder".into(),
            when: "2026-05-01".parse().unwrap(),
            why: None,
            until: None,
            asks: true,
        };
        let check = |answers: &str, want: &[Option<(&str, &str)>]| {
            let mut page = Vec::new();
            let entries = signer.ask(&asked, &mut answers.as_bytes(), &mut page).unwrap();
            let told: Vec<_> = entries
                .iter()
                .map(|entry| {
                    let entry = entry.as_ref()?;
                    let until = entry.stet.until.map(|day| format!(" until {day}")).unwrap_or_default();
                    Some((entry.words[0].clone(), format!("{}{until}", entry.stet.why)))
                })
                .collect();
            let told: Vec<_> = told.iter().map(|one| one.as_ref().map(|(a, b)| (a.as_str(), b.as_str()))).collect();
            assert_eq!(told, want, "{answers:?}: {}", String::from_utf8_lossy(&page));
        };
        check("", &[]);
        check("q\n", &[]);
        check("n\ny\ncounted twice\n\nq\n", &[None, Some(("90 boats", "counted twice"))]);
        check("what\nyes\ncounted\nsoon\n2026-12-31\n", &[Some(("85 boats", "counted until 2026-12-31"))]);
        check("y\n\nn\n\nq", &[None, None, None]);
        check("y\ncounted", &[]);
    }
}
