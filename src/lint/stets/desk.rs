//! Puts stets to the findings of an article.

use super::Flaw;
use super::line::{Line, SHAPE, Unusable, read};
use super::signed::{Entry, Fate, Signed, Tally};
use crate::article::{Article, Comment, Place, Reach};
use crate::language::rule::{Rule, Severity};
use crate::lint::Linter;
use crate::lint::finding::{Finding, MarkedPlace, Stet};
use crate::lint::known::Filed;
use crate::lint::settings::{ChosenFlaw, advice, fits};
use jiff::civil::Date;

/// What is known when stets are put to the findings of an article.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'d> {
    /// The rules that gave the findings, and all others that there are.
    pub linter: &'d Linter,
    /// The rules about stets, as they are in force for the article.
    pub flaws: &'d [ChosenFlaw],
    /// The signed stets.
    pub signed: &'d Signed,
    /// The day of the check.
    pub today: Date,
    /// Whether only some of the rules were asked for.
    pub narrowed: bool,
}

impl Desk<'_> {
    /// Says of each finding which stet lets it stand, and adds what is wrong with stets in the article.
    /// What came of signed ones is given, for [`Desk::flaws_of`] in the end.
    pub fn settle(&self, article: &Article, filed: &Filed, findings: &mut Vec<Finding>) -> Vec<(usize, Fate)> {
        self.settle_comments(article, findings);
        let entries = self.signed.of(filed);
        entries.filter_map(|(number, entry)| Some((number, self.fate(entry, article, findings)?))).collect()
    }

    /// Says of findings of rules across the archive which stet lets each stand, one of the other article among them.
    /// What is wrong with stets was told when their article was checked.
    pub fn let_across(&self, article: &Article, filed: &Filed, findings: &mut [Finding]) -> Vec<(usize, Fate)> {
        for comment in &article.comments {
            if let Ok(line) = self.usable(&comment.words) {
                self.let_stand(comment, &line, findings);
            }
        }
        for finding in findings.iter_mut().filter(|finding| finding.stet.is_none()) {
            finding.stet = self.stet_elsewhere(finding);
        }
        let mut fates = Vec::new();
        for (number, entry) in self.signed.of(filed).filter(|(_, entry)| !entry.is_over(self.today)) {
            for finding in findings.iter_mut().filter(|finding| entry.means(finding, article)) {
                finding.stet.get_or_insert_with(|| entry.stet.clone());
                fates.push((number, Fate::Stands));
            }
        }
        fates
    }

    /// The stet in another article that a finding marks, where it reaches what is marked there.
    fn stet_elsewhere(&self, finding: &Finding) -> Option<Stet> {
        finding.marks.iter().find_map(|mark| {
            let elsewhere = mark.elsewhere.as_ref()?;
            elsewhere.article.comments.iter().find_map(|comment| {
                let line = self.usable(&comment.words).ok().filter(|line| fits(line.rule, &finding.rule))?;
                let meant = match comment.reach {
                    Reach::Article => true,
                    Reach::Block(block) => mark.place.overlaps(block),
                };
                meant.then(|| Stet { who: None, when: None, why: line.why.to_owned(), until: line.until })
            })
        })
    }

    /// What came of a signed stet; none where its rule did not run.
    fn fate(&self, entry: &Entry, article: &Article, findings: &mut [Finding]) -> Option<Fate> {
        if entry.is_over(self.today) {
            return Some(Fate::Over);
        }
        let mut fate = self.ran(&entry.rule.what).then_some(Fate::Idle);
        for finding in findings.iter_mut().filter(|finding| entry.means(finding, article)) {
            finding.stet.get_or_insert_with(|| entry.stet.clone());
            fate = Some(Fate::Stands);
        }
        fate
    }

    /// What is wrong with signed stets, after all articles; places are those of [`Signed::article`].
    pub fn flaws_of(&self, tally: &Tally) -> Vec<Finding> {
        let flaws = tally.flaws().into_iter().filter_map(|(number, flaw)| {
            let entry = self.signed.entries.get(number)?;
            let place = Place { field: 0, span: entry.span };
            let rule = &entry.rule.what;
            let until = entry.stet.until.map(|day| day.to_string()).unwrap_or_default();
            let (message, label, help) = match flaw {
                Flaw::Expired => (
                    format!("this stet of `{rule}` ran out on {until}"),
                    format!("{}: these words stand no more", entry.filed.path),
                    "Look at the finding again: delete the stet, or give it a later day.",
                ),
                Flaw::Unused | Flaw::Unreadable | Flaw::UnknownRule | Flaw::NoReason => (
                    format!("this stet of `{rule}` lets nothing stand"),
                    format!("nothing is found in {} that marks these words", entry.filed.path),
                    "Delete it, or give the words as they stand now.",
                ),
            };
            self.flaw(Unusable { flaw, message }, &label, help.to_owned(), place)
        });
        flaws.collect()
    }

    /// Puts the stets in the article to its findings.
    fn settle_comments(&self, article: &Article, findings: &mut Vec<Finding>) {
        let mut flawed = Vec::new();
        for comment in &article.comments {
            let judged = self.usable(&comment.words).map(|line| self.let_stand(comment, &line, findings));
            match judged {
                Ok(Work::Done | Work::Unknown) => {}
                Ok(Work::Nothing) => flawed.extend(self.flaw(
                    Unusable { flaw: Flaw::Unused, message: "this stet lets nothing stand".to_owned() },
                    "nothing is found that it fits",
                    "Delete it, or put it in or right before the paragraph that it is meant for.".to_owned(),
                    comment.place,
                )),
                Err((unusable, label, help)) => flawed.extend(self.flaw(unusable, label, help, comment.place)),
            }
        }
        for flaw in flawed {
            let at = flaw.marks.first().map_or(Place::default(), |mark| mark.place);
            let behind = |finding: &Finding| finding.marks.first().is_some_and(|mark| mark.place > at);
            let at = findings.iter().position(behind).unwrap_or(findings.len());
            findings.insert(at, flaw);
        }
    }

    /// What a comment says, where it can be put to use; else why not, with a label and help.
    fn usable<'w>(&self, words: &'w str) -> Result<Line<'w>, (Unusable, &'static str, String)> {
        let line = read(words).map_err(|unusable| {
            let (label, help) = match unusable.flaw {
                Flaw::NoReason => ("a reason is wanted here", format!("Write {SHAPE}.")),
                Flaw::Unreadable | Flaw::UnknownRule | Flaw::Expired | Flaw::Unused => {
                    ("this lets nothing stand", format!("Write {SHAPE}."))
                }
            };
            (unusable, label, help)
        })?;
        let pack = self.linter.pack();
        if !pack.rules.iter().any(|rule| fits(line.rule, &rule.id)) {
            let message = format!("there is no rule `{}` for this stet to let stand", line.rule);
            return Err((
                Unusable { flaw: Flaw::UnknownRule, message },
                "this lets nothing stand",
                advice(pack, line.rule),
            ));
        }
        if let Some(until) = line.until.filter(|until| *until < self.today) {
            let message = format!("this stet of `{}` ran out on {until}", line.rule);
            let help = "Look at the finding again: delete the stet, or give it a later day.".to_owned();
            return Err((Unusable { flaw: Flaw::Expired, message }, "this lets nothing stand any more", help));
        }
        Ok(line)
    }

    fn let_stand(&self, comment: &Comment, line: &Line<'_>, findings: &mut [Finding]) -> Work {
        let stet = Stet { who: None, when: None, why: line.why.to_owned(), until: line.until };
        let mut work = if self.ran(line.rule) { Work::Nothing } else { Work::Unknown };
        for finding in findings.iter_mut().filter(|finding| fits(line.rule, &finding.rule)) {
            let meant = match comment.reach {
                Reach::Article => true,
                Reach::Block(block) => {
                    finding.marks.iter().any(|mark| mark.elsewhere.is_none() && mark.place.overlaps(block))
                }
            };
            if meant {
                finding.stet.get_or_insert_with(|| stet.clone());
                work = Work::Done;
            }
        }
        work
    }

    /// Whether enough rules ran to say that a stet of them lets nothing stand.
    fn ran(&self, name: &str) -> bool {
        // What rules across the archive find is known when all articles are read.
        let fits = |rule: &Rule| rule.across.is_none() && fits(name, &rule.id);
        let fitting = || self.linter.in_force().filter(|(rule, _)| fits(rule)).count();
        let all = || self.linter.pack().rules.iter().filter(|rule| fits(rule)).count();
        if self.narrowed { fitting() == all() } else { fitting() > 0 }
    }

    fn flaw(&self, Unusable { flaw, message }: Unusable, label: &str, help: String, place: Place) -> Option<Finding> {
        let severity = self.in_force(flaw)?;
        Some(Finding {
            rule: flaw.id().to_owned(),
            severity,
            message,
            help: vec![help],
            marks: vec![MarkedPlace { place, label: label.to_owned(), elsewhere: None }],
            suggestions: Vec::new(),
            stet: None,
        })
    }

    fn in_force(&self, flaw: Flaw) -> Option<Severity> {
        let chosen = self.flaws.iter().find(|chosen| chosen.flaw == flaw)?;
        chosen.on.0.then_some(chosen.severity.0)
    }
}

/// What came of a stet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Work {
    /// It lets something stand.
    Done,
    /// It lets nothing stand.
    Nothing,
    /// It lets nothing stand, and its rule did not run.
    Unknown,
}
