//! `factlint check`: what cannot be true.

use super::changes::{Changes, Unknown};
use super::document::Documents;
use super::flags::{CheckFlags, CheckFormat, FailOn, FormatTo};
use super::found::say_passed_over;
use super::input::{self, Found, Unread};
use super::ledger::{Compared, Ledger};
use super::output::Output;
use super::rulebook::{Rulebook, say};
use super::sign::{Asked, Signer};
use super::{Outcome, terminal, today};
use crate::article::{Article, Part};
use crate::language::rule::Severity;
use crate::lint::baseline::{Baseline, Known};
use crate::lint::finding::Finding;
use crate::lint::known::{Filed, plain, quoted};
use crate::lint::stets::{Desk, Fate, Flaw, Tally};
use crate::lint::{self, Linter, Note};
use crate::report::drawing::Drawing;
use crate::report::{self, Checked, Format, RuleCard, Totals};
use jiff::civil::Date;
use std::fmt::Write;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// At most so many findings that are gone from a baseline are named.
const NAMED: usize = 20;

/// What came of one article.
struct Done {
    name: String,
    /// The file that it was found in.
    file: String,
    /// Where it is filed in the file of signed stets, and in the baseline.
    filed: [Filed; 2],
    article: Article,
    linter: Arc<Linter>,
    findings: Vec<Finding>,
    /// Those that the baseline knows.
    known: Vec<Finding>,
    /// How many findings touch no changed line.
    unchanged: usize,
    /// What came of signed stets.
    fates: Vec<(usize, Fate)>,
    /// What the reports say of it, where nothing that comes later can change it.
    reports: Option<Vec<String>>,
    remarks: Vec<Unread>,
    /// The rules that were given up.
    notes: Vec<Note>,
}

/// Checks all articles and prints what was found in the order of the input.
pub(super) fn run(flags: &CheckFlags) -> io::Result<Outcome> {
    let Some(book) = Rulebook::open(&flags.rules, &flags.only) else { return Ok(Outcome::Failed) };
    let Some(ledger) = Ledger::open(&book, flags) else { return Ok(Outcome::Failed) };
    let changes = match changes(flags) {
        Ok(changes) => changes,
        Err(unknown) => {
            let help: Vec<String> = unknown.help.into_iter().collect();
            say(&Drawing::new(miette::Severity::Error, &unknown.message).help(&help));
            return Ok(Outcome::Failed);
        }
    };
    say_passed_over(&flags.rules.settings, &flags.articles.paths);
    let today = today(flags.today);
    let reads_input = flags.articles.paths.iter().any(|path| path.as_os_str() == "-");
    let signer = match flags.sign.stet.then(|| Signer::new(&flags.sign, today, reads_input)).transpose() {
        Ok(signer) => signer,
        Err(why) => {
            say(&Drawing::new(miette::Severity::Error, why));
            return Ok(Outcome::Failed);
        }
    };
    let human = [FormatTo { format: CheckFormat::Human, path: None }];
    let asked = if flags.formats.is_empty() { &human } else { flags.formats.as_slice() };
    let documents =
        if signer.is_some() { Ok(Documents::alone(Format::Human(terminal::output()))) } else { Documents::open(asked) };
    let documents = match documents {
        Ok(documents) => documents,
        Err(why) => {
            say(&Drawing::new(miette::Severity::Error, &why));
            return Ok(Outcome::Failed);
        }
    };
    let formats = documents.formats();
    let checking = Checking { flags, book: &book, ledger: &ledger, changes, formats, today, late: signer.is_some() };
    let mut rest = Rest {
        checking: &checking,
        signer: signer.as_ref(),
        output: Output::new(!flags.quiet && signer.is_none()),
        totals: Totals::default(),
        documents,
        tally: Tally::default(),
        compared: Compared::new(&ledger, book.narrowed()),
        asked: Vec::new(),
        left: Vec::new(),
    };
    // Only one format says anything of rules that found nothing.
    let rules = if checking.formats.contains(&Format::Sarif) { cards(&book) } else { Vec::new() };
    rest.documents.begin(&rules, &mut rest.output)?;
    let work = |read: Result<Found, Unread>| read.map(|found| checking.checked(found));
    input::each(&flags.articles, checking.changes.as_ref(), work, |done| match done {
        Ok(done) => rest.take(done),
        Err(unread) => {
            rest.totals.unread += 1;
            rest.output.complain(&unread)?;
            rest.output.step();
            let (file, line) = unread.file();
            let told = report::Unread { name: &unread.name, file, line, message: &unread.error.message };
            rest.documents.unread(told, &mut rest.output)
        }
    })?;
    rest.finish()
}

/// How articles are checked and reported.
struct Checking<'c> {
    flags: &'c CheckFlags,
    book: &'c Rulebook,
    ledger: &'c Ledger,
    /// The lines that count, where not all do.
    changes: Option<Changes>,
    formats: Vec<Format>,
    today: Date,
    /// Whether findings are asked for before they are reported.
    late: bool,
}

impl Checking<'_> {
    fn checked(&self, Found { name, file, article, mut remarks }: Found) -> Done {
        let linter = self.book.linter_for(&file);
        let lint::Checked { mut findings, notes } = linter.check(&article);
        let note = |note: &Note| {
            let help = format!("the other rules ran; `factlint rules plan {}` shows what it compares", note.rule);
            Unread::new(name.clone(), format!("{}: {}", note.rule, note.text)).help(help)
        };
        remarks.extend(notes.iter().map(note));
        let filed = self.filed(&file, &name, &article);
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

    /// Where an article is filed in the file of signed stets and in the baseline, as far as it matters.
    fn filed(&self, file: &str, name: &str, article: &Article) -> [Filed; 2] {
        // A record without an id is called after its line, which the next edit changes: its headline lasts longer.
        let record = name.len() > file.len();
        let id = if article.id == name { headline(article).filter(|_| record) } else { Some(article.id.clone()) };
        let id = id.as_deref();
        let nowhere = || Filed { path: String::new(), id: None };
        let stets = self.late || !self.ledger.signed.entries.is_empty();
        let known = self.ledger.baseline.is_some();
        [
            if stets { self.ledger.filed_for_stets(file, id) } else { nowhere() },
            if known { self.ledger.filed_for_baseline(file, id) } else { nowhere() },
        ]
    }

    fn desk<'d>(&'d self, linter: &'d Linter, flaws: &'d [lint::settings::ChosenFlaw]) -> Desk<'d> {
        let (signed, narrowed) = (&self.ledger.signed, self.book.narrowed());
        Desk { linter, flaws, signed, today: self.today, narrowed }
    }

    /// Leaves out the findings that touch no changed line.
    fn leave_out_unchanged(&self, done: &mut Done) {
        let Some(changes) = &self.changes else { return };
        let checked = Checked {
            name: &done.name,
            file: &done.file,
            article: &done.article,
            findings: &[],
            known: &[],
            notes: &[],
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

    fn reports(&self, done: &Done) -> Vec<String> {
        let Done { name, file, article, findings, known, notes, .. } = done;
        self.drawn(Checked { name, file, article, findings, known, notes })
    }

    fn drawn(&self, checked: Checked<'_>) -> Vec<String> {
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

/// What is done with articles one after the other, once they are checked.
struct Rest<'r> {
    checking: &'r Checking<'r>,
    signer: Option<&'r Signer>,
    output: Output,
    totals: Totals,
    documents: Documents,
    tally: Tally,
    compared: Compared,
    /// The findings that may be let stand.
    asked: Vec<Asked>,
    /// How many findings the articles of those have.
    left: Vec<usize>,
}

impl Rest<'_> {
    fn take(&mut self, mut done: Done) -> io::Result<()> {
        self.tally.add(&done.fates);
        if self.checking.ledger.baseline.is_some() {
            self.compare(&mut done);
        }
        if done.reports.is_none() {
            self.checking.leave_out_unchanged(&mut done);
        }
        self.totals.unchanged += done.unchanged;
        self.totals.add(&done.findings);
        self.totals.given_up += done.notes.len();
        self.output.remark(&done.remarks)?;
        if let Some(signer) = self.signer {
            self.ask_later(&done);
            if signer.asks {
                return Ok(());
            }
        }
        let reports = done.reports.take().unwrap_or_else(|| self.checking.reports(&done));
        self.output.step();
        self.documents.article(reports, &mut self.output)
    }

    /// Leaves out the findings that the baseline knows.
    fn compare(&mut self, done: &mut Done) {
        let [_, filed] = &done.filed;
        self.compared.ran(filed, &done.linter);
        let writes = self.checking.ledger.writes();
        let (compared, totals, article) = (&mut self.compared, &mut self.totals, &done.article);
        let (known, left) = std::mem::take(&mut done.findings).into_iter().partition(|finding| {
            if finding.stet.is_some() {
                return false;
            }
            let words = quoted(article, finding);
            let known = compared.knows(&Known { filed: filed.clone(), rule: finding.rule.clone(), words });
            totals.known += usize::from(known || writes);
            known || writes
        });
        (done.known, done.findings) = (known, left);
    }

    /// Keeps the findings of an article to ask for them.
    fn ask_later(&mut self, done: &Done) {
        let [filed, _] = &done.filed;
        let about_stets = |finding: &Finding| Flaw::ALL.iter().any(|flaw| flaw.id() == finding.rule);
        let (article, live) = (self.left.len(), done.findings.iter().filter(|finding| finding.stet.is_none()));
        self.left.push(live.clone().count());
        for finding in live.filter(|finding| !about_stets(finding)) {
            let one = std::slice::from_ref(finding);
            self.asked.push(Asked {
                filed: filed.clone(),
                rule: finding.rule.clone(),
                words: quoted(&done.article, finding),
                shown: Format::Human(terminal::output()).article(Checked {
                    name: &done.name,
                    file: &done.file,
                    article: &done.article,
                    findings: one,
                    known: &[],
                    notes: &[],
                }),
                severity: finding.severity,
                article,
            });
        }
    }

    fn finish(mut self) -> io::Result<Outcome> {
        let flags = self.checking.flags;
        self.report_signed()?;
        let mut whole = self.totals.given_up == 0;
        if let Some(signer) = self.signer {
            whole &= self.sign(signer)?;
        }
        let for_people = self.documents.are_for_people();
        let documents = std::mem::replace(&mut self.documents, Documents::none());
        if let Err(why) = documents.end(&self.totals, &mut self.output)? {
            self.output.flush()?;
            say(&Drawing::new(miette::Severity::Error, &why));
            whole = false;
        }
        if for_people && !flags.quiet {
            let more = if self.totals.stets > 0 && !flags.show_stets && self.signer.is_none() {
                " (--show-stets lists what stands)"
            } else {
                ""
            };
            self.output.say(&format!("{}{more}\n", self.totals))?;
        }
        whole &= self.baseline()?;
        let fail_on = fail_on(self.checking.book, flags.fail_on);
        Ok(match self.output.end()? {
            Outcome::Failed => Outcome::Failed,
            Outcome::Clean | Outcome::Found if !whole => Outcome::Failed,
            Outcome::Clean | Outcome::Found => found(&self.totals, fail_on),
        })
    }

    /// Reports what is wrong with signed stets, as findings of their file.
    fn report_signed(&mut self) -> io::Result<()> {
        let checking = self.checking;
        let Some(article) = checking.ledger.signed.article() else { return Ok(()) };
        let linter = checking.book.linter_for(&article.id);
        let flaws = checking.book.flaws_for(&article.id);
        let findings = checking.desk(&linter, &flaws).flaws_of(&self.tally);
        if findings.is_empty() {
            return Ok(());
        }
        self.totals.add_beside(&findings);
        let reports = checking.drawn(Checked {
            name: &article.id,
            file: &article.id,
            article: &article,
            findings: &findings,
            known: &[],
            notes: &[],
        });
        self.documents.article(reports, &mut self.output)
    }

    /// Lets findings stand as they are asked for; whether the file could be written.
    fn sign(&mut self, signer: &Signer) -> io::Result<bool> {
        let entries = if signer.asks {
            self.output.flush()?;
            let decided = signer.ask(&self.asked, &mut io::stdin().lock(), &mut io::stderr().lock())?;
            decided.into_iter().zip(&self.asked).filter_map(|(entry, asked)| Some((entry?, asked))).collect::<Vec<_>>()
        } else {
            signer.all(&self.asked).into_iter().zip(&self.asked).collect()
        };
        if entries.is_empty() {
            return Ok(true);
        }
        for (_, asked) in &entries {
            let left = self.left.get_mut(asked.article).map(|left| {
                *left = left.saturating_sub(1);
                *left
            });
            self.totals.let_stand(asked.severity, left == Some(0));
        }
        let entries: Vec<_> = entries.into_iter().map(|(entry, _)| entry).collect();
        let Some(file) = self.checking.ledger.sign(&entries) else { return Ok(false) };
        let count = entries.len();
        let stets = if count == 1 { "1 stet".to_owned() } else { format!("{count} stets") };
        self.output.say(&format!("{stets} signed by {} in {file}\n", signer.who))?;
        Ok(true)
    }

    /// Says what the baseline holds and is no longer found, and writes it anew where that is asked for;
    /// whether it could be written.
    fn baseline(&mut self) -> io::Result<bool> {
        let ledger = self.checking.ledger;
        let gone = self.compared.gone(ledger);
        if ledger.writes() {
            let Some(file) = ledger.write(&self.compared) else { return Ok(false) };
            if !self.checking.flags.quiet {
                self.output.say(&format!("{} written to {file}\n", findings(self.compared.count())))?;
            }
        }
        if !self.checking.flags.quiet && gone.count() > 0 {
            self.output.say(&no_longer_found(&gone, ledger.writes()))?;
        }
        Ok(true)
    }
}

fn findings(count: usize) -> String {
    format!("{count} finding{}", if count == 1 { "" } else { "s" })
}

/// What a baseline holds and is no longer found, a line each.
fn no_longer_found(gone: &Baseline, dropped: bool) -> String {
    let (verb, what) = (if gone.count() == 1 { "is" } else { "are" }, findings(gone.count()));
    let then = if dropped { "and dropped" } else { "(--write-baseline drops them)" };
    let mut text = format!("note: {what} of the baseline {verb} no longer found {then}\n");
    for (Known { filed, rule, words }, _) in gone.findings.iter().take(NAMED) {
        let id = filed.id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        let words = words.first().map(|words| report::excerpt::harmless(words)).unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {}{id}: {rule}: “{words}”", filed.path);
    }
    if gone.findings.len() > NAMED {
        let _ = writeln!(text, "  and {} more", gone.findings.len() - NAMED);
    }
    text
}

/// The lines that count, where not all do.
fn changes(flags: &CheckFlags) -> Result<Option<Changes>, Unknown> {
    match &flags.diff {
        Some(base) => Changes::since(base.as_deref()).map(Some),
        None if flags.staged => Changes::staged().map(Some),
        None => Ok(None),
    }
}

/// What the reports say of the rules.
fn cards(book: &Rulebook) -> Vec<RuleCard> {
    let rules = book.pack.rules.iter().map(|rule| RuleCard {
        id: rule.id.clone(),
        title: rule.title.clone(),
        why: rule.why.clone(),
        tags: rule.tags.clone(),
        severity: rule.severity,
    });
    rules.collect()
}

/// The least grave finding that fails the run: as the command line says, else the settings.
fn fail_on(book: &Rulebook, asked: Option<FailOn>) -> Option<Severity> {
    let settings = book.settings.fail_on.map_or(Some(Severity::Error), |settings| settings.0);
    asked.map_or(settings, FailOn::severity)
}

fn found(totals: &Totals, fail_on: Option<Severity>) -> Outcome {
    match fail_on {
        Some(severity) if totals.at_least(severity) > 0 => Outcome::Found,
        Some(_) | None => Outcome::Clean,
    }
}

/// The words of an article's headline, where it has one.
fn headline(article: &Article) -> Option<String> {
    let block = article.blocks.iter().find(|block| block.part == Part::Headline)?;
    Some(plain(block.span.of(&article.text)))
}
