//! An article checked: its findings, what stets and changed lines make of them, and what the reports say.

use crate::article::Article;
use crate::cli::changes::Changes;
use crate::cli::flags::CheckFlags;
use crate::cli::input::{Found, Unread};
use crate::cli::ledger::Ledger;
use crate::cli::rulebook::Rulebook;
use crate::lint::finding::Finding;
use crate::lint::known::Filed;
use crate::lint::stets::{Desk, Fate};
use crate::lint::{self, Linter, Note};
use crate::report::{Backing, Checked, Format};
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
}

/// How articles are checked and reported.
pub(super) struct Checking<'c> {
    pub(super) flags: &'c CheckFlags,
    pub(super) book: &'c Rulebook,
    pub(super) ledger: &'c Ledger,
    /// The lines that count, where not all do.
    pub(super) changes: Option<Changes>,
    pub(super) formats: Vec<Format>,
    /// What the findings rest on, as far as the formats tell of it.
    pub(super) backing: Backing,
    pub(super) today: Date,
    /// Whether findings are asked for before they are reported.
    pub(super) late: bool,
}

impl Checking<'_> {
    pub(super) fn checked(&self, Found { name, file, article, mut remarks }: Found) -> Done {
        let linter = self.book.linter_for(&file);
        let lint::Checked { mut findings, notes } = linter.check(&article);
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
            let mut report = format.article(checked);
            if self.flags.show_stets {
                report.push_str(&format.stets(checked));
            }
            report
        });
        drawn.collect()
    }
}
