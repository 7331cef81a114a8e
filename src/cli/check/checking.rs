//! An article checked: its findings, what stets and changed lines make of them, and what the reports say.

use super::across::Again;
use super::spent::Spent;
use crate::article::{Article, ReadOptions, Shape};
use crate::cli::cache::{Cache, Kept};
use crate::cli::changes::Changes;
use crate::cli::flags::CheckFlags;
use crate::cli::input::{Found, Manuscript, Origin, Unread};
use crate::cli::ledger::Ledger;
use crate::cli::rulebook::Rulebook;
use crate::facts::schema::View;
use crate::lint::across::Given;
use crate::lint::finding::Finding;
use crate::lint::known::Filed;
use crate::lint::stets::{Desk, Fate};
use crate::lint::{self, Linter, Note};
use crate::report::{Backing, Checked, Format};
use crate::text::Text;
use jiff::civil::Date;
use std::path::Path;
use std::sync::Arc;

/// What came of one article.
pub(super) struct Done {
    pub(super) name: String,
    /// The file that it was found in.
    pub(super) file: String,
    /// Where it is filed in the file of signed stets, and in the baseline.
    pub(super) filed: [Filed; 2],
    pub(super) article: Article,
    pub(super) linter: Arc<Linter>,
    pub(super) findings: Vec<Finding>,
    /// Those that the baseline knows.
    pub(super) known: Vec<Finding>,
    /// How many findings touch no changed line.
    pub(super) unchanged: usize,
    /// What came of signed stets.
    pub(super) fates: Vec<(usize, Fate)>,
    /// What the reports say of it, where nothing that comes later can change it.
    pub(super) reports: Option<Vec<String>>,
    pub(super) remarks: Vec<Unread>,
    /// The rules that were given up.
    pub(super) notes: Vec<Note>,
    /// What it gives to rules across the archive.
    pub(super) given: Vec<Given>,
    /// Where it can be read again.
    pub(super) origin: Option<Origin>,
    /// Where it is reported on once more, what is known of the first time.
    pub(super) again: Option<Again>,
}

/// How articles are checked and reported.
pub(super) struct Checking<'c> {
    pub(super) flags: &'c CheckFlags,
    pub(super) book: &'c Rulebook,
    pub(super) ledger: &'c Ledger,
    /// How articles are read.
    pub(super) options: &'c ReadOptions,
    /// The lines that count, where not all do.
    pub(super) changes: Option<Changes>,
    pub(super) formats: Vec<Format>,
    /// What the findings rest on, as far as the formats tell of it.
    pub(super) backing: Backing,
    pub(super) today: Date,
    /// Whether findings are asked for before they are reported.
    pub(super) late: bool,
    /// What was found in earlier runs.
    pub(super) cache: Option<Cache>,
    /// What that took.
    pub(super) spent: Spent,
}

impl Checking<'_> {
    /// Reads and checks an article, or takes what came of it before.
    pub(super) fn checked(&self, manuscript: Manuscript<'_>) -> Result<Done, Unread> {
        let sections = self.book.sections_of(&manuscript.file);
        let (size, shape) = (manuscript.bytes.len(), manuscript.reader.shape);
        let linter = self.book.linter_in(sections.clone());
        let known = self.cache.as_ref().and_then(|cache| Some((cache, cache.key(&manuscript, &sections)?)));
        let kept = known.and_then(|(cache, key)| cache.find(&key));
        let reads = !(kept == Some(Kept::Silent) && self.formats.iter().all(|format| format.passes_over_silent()));
        let found =
            Spent::on(&self.spent.reading, || if reads { manuscript.read() } else { Ok(manuscript.passed_over()) })?;
        let checked = match kept {
            Some(Kept::Silent) => lint::Checked::default(),
            Some(Kept::Checked(checked)) => checked,
            None => {
                let checked = self.lint(&linter, &found.article);
                if let Some((cache, key)) = known {
                    cache.keep(key, &kept_of(&found, &checked, shape), size);
                }
                checked
            }
        };
        Ok(self.settled(found, linter, checked))
    }

    /// What the rules find in an article.
    fn lint(&self, linter: &Linter, article: &Article) -> lint::Checked {
        let (text, facts) = Spent::on(&self.spent.facts, || {
            let text = Text::read(article);
            let facts = linter.facts(&text);
            (text, facts)
        });
        Spent::on(&self.spent.rules, || linter.check_facts(View { article, text: &text, facts: &facts }))
    }

    /// What stets make of the findings of an article, and what the reports say of it.
    fn settled(&self, found: Found, linter: Arc<Linter>, checked: lint::Checked) -> Done {
        let Found { name, file, article, mut remarks, origin } = found;
        let lint::Checked { mut findings, notes, given } = checked;
        let note = |note: &Note| {
            let help = format!("the other rules ran; `factlint rules plan {}` shows what it compares", note.rule);
            Unread::new(name.clone(), format!("{}: {}", note.rule, note.text)).help(help)
        };
        remarks.extend(notes.iter().map(note));
        let filed = self.ledger.filed(&file, &name, &article, self.late);
        let mut fates = Vec::new();
        if !article.comments.is_empty() || !self.ledger.signed.entries.is_empty() {
            let flaws = self.book.flaws_for(&file);
            let [stets, _] = &filed;
            fates = self.desk(&linter, &flaws).settle(&article, stets, &mut findings);
        }
        let (known, unchanged) = (Vec::new(), 0);
        let mut done = Done {
            name,
            file,
            filed,
            article,
            linter,
            findings,
            known,
            unchanged,
            fates,
            reports: None,
            remarks,
            notes,
            given,
            origin,
            again: None,
        };
        if !self.late && self.ledger.baseline.is_none() {
            self.leave_out_unchanged(&mut done);
            done.reports = Some(self.reports(&done));
        }
        done
    }

    pub(super) fn desk<'d>(&'d self, linter: &'d Linter, flaws: &'d [lint::settings::ChosenFlaw]) -> Desk<'d> {
        let (signed, narrowed) = (&self.ledger.signed, self.book.narrowed());
        Desk { linter, flaws, signed, today: self.today, narrowed }
    }

    /// Leaves out the findings that touch no changed line.
    pub(super) fn leave_out_unchanged(&self, done: &mut Done) {
        let Some(changes) = &self.changes else { return };
        let checked = Checked {
            name: &done.name,
            file: &done.file,
            article: &done.article,
            findings: &[],
            known: &[],
            notes: &[],
            backing: &self.backing,
        };
        let path = Path::new(&done.file);
        let touches = |finding: &Finding| {
            // Standard input is no file of the repository.
            done.file == "-" || checked.lines(finding).iter().any(|lines| changes.touch_lines(path, lines))
        };
        let (left, out): (Vec<_>, Vec<_>) = std::mem::take(&mut done.findings).into_iter().partition(touches);
        done.findings = left;
        done.unchanged = out.iter().filter(|finding| finding.stet.is_none()).count();
    }

    pub(super) fn reports(&self, done: &Done) -> Vec<String> {
        let Done { name, file, article, findings, known, notes, .. } = done;
        self.drawn(Checked { name, file, article, findings, known, notes, backing: &self.backing })
    }

    pub(super) fn drawn(&self, checked: Checked<'_>) -> Vec<String> {
        let drawn = self.formats.iter().map(|format| {
            if self.flags.show_stets { format.article_with_stets(checked) } else { format.article(checked) }
        });
        drawn.collect()
    }
}

/// What the cache keeps of an article: the less, the less there is to be said of it.
fn kept_of(found: &Found, checked: &lint::Checked, shape: Shape) -> Kept {
    let Found { article, remarks, .. } = found;
    // A record gives its own name, which some reports say even where nothing is found.
    let lint::Checked { findings, notes, given } = checked;
    let silent = shape == Shape::File && findings.is_empty() && notes.is_empty() && given.is_empty();
    if silent && remarks.is_empty() && article.comments.is_empty() {
        Kept::Silent
    } else {
        Kept::Checked(checked.clone())
    }
}
