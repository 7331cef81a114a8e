//! One file: its suggestions shown, those that are taken written, and the file checked again.

use super::Offer;
use super::checker::{Checker, key, without};
use super::picking::{Answer, Left, Taken, ask, unasked};
use crate::article::mend::{Replacement, Unmendable, mended};
use crate::article::{self, Article, ReadOptions, Reader, Shape, reader_for, sniffed};
use crate::cli::flags::FixFlags;
use crate::cli::input::Unread;
use crate::cli::output::Output;
use crate::cli::terminal;
use crate::cli::walk::reason;
use crate::cli::whole::{Replaced, replace_read};
use crate::lint::finding::{Finding, Suggestion};
use crate::report::diff::{change, diff};
use crate::report::excerpt::harmless;
use crate::report::{Backing, Checked, Format, Totals};
use crate::source::decode;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What is done with the files that have suggestions, one after the other.
pub(super) struct Mender<'m> {
    pub(super) flags: &'m FixFlags,
    /// How articles are read.
    pub(super) options: ReadOptions,
    pub(super) checker: Checker<'m>,
    /// All rules, where only some were asked for: what is new after a change may be of any.
    pub(super) whole: Option<Checker<'m>>,
    pub(super) output: Output,
    pub(super) totals: Totals,
    /// The files that were looked at, by whichever name.
    pub(super) seen: HashSet<PathBuf>,
    /// How many suggestions were applied.
    pub(super) applied: usize,
    /// How many files were written.
    pub(super) written: usize,
    /// How many findings were left, and why.
    pub(super) left: BTreeMap<Left, usize>,
    pub(super) failed: bool,
    /// Whether no more is to be asked.
    pub(super) quit: bool,
}

/// An article of the file at hand.
struct Piece {
    offer: Offer,
    /// Its bytes in the file.
    bytes: Range<usize>,
}

/// A suggestion, with what the article would be.
struct Ready<'f> {
    suggestion: &'f Suggestion,
    /// The article's new bytes.
    new: Vec<u8>,
}

impl Mender<'_> {
    pub(super) fn file(&mut self, file: &str, offers: Vec<Offer>) -> io::Result<()> {
        let path = Path::new(file);
        let found = path.canonicalize().and_then(|whole| Ok((whole, fs::read(path)?)));
        let (whole, old) = match found {
            Ok(found) => found,
            Err(error) => return self.give_up(&offers, &format!("cannot read {file}: {}", reason(&error))),
        };
        // By another name it was looked at already.
        if !self.seen.insert(whole) {
            return Ok(());
        }
        let reader = reader_for(path).unwrap_or_else(|| sniffed(&old));
        let options = self.options.clone();
        let mut pieces = Vec::with_capacity(offers.len());
        for offer in offers {
            let bytes = place(&old, reader, file, &offer.name).unwrap_or(0..0);
            let now = old.get(bytes.clone()).unwrap_or_default();
            let now = article::read(&offer.name, now.to_vec(), reader, &options);
            if now.is_ok_and(|now| now.fields == offer.article.fields) {
                pieces.push(Piece { offer, bytes });
            } else {
                self.give_up(&[offer], &changed(file))?;
            }
        }
        let mut new = Vec::with_capacity(old.len());
        let mut at = 0;
        let before = self.applied;
        for piece in &pieces {
            let bytes = old.get(piece.bytes.clone()).unwrap_or_default();
            new.extend(old.get(at..piece.bytes.start).unwrap_or_default());
            new.extend(self.article(piece, bytes, reader, &options)?);
            at = piece.bytes.end;
        }
        new.extend(old.get(at..).unwrap_or_default());
        if new == old {
            for Piece { offer, .. } in &pieces {
                self.totals.add(&[offer.findings.as_slice(), &offer.stand].concat());
            }
            return Ok(());
        }
        let applied = self.applied - before;
        let failure = match replace_read(path, &old, &new) {
            Ok(Replaced::Done) => None,
            Ok(Replaced::Changed) => Some(changed(file)),
            Err(error) => {
                let why = match error.kind() {
                    io::ErrorKind::PermissionDenied => "it may not be written".to_owned(),
                    io::ErrorKind::NotFound => "it is gone".to_owned(),
                    _ => reason(&error),
                };
                Some(format!("cannot write {file}, which is left as it was: {why}"))
            }
        };
        if let Some(why) = failure {
            self.applied = before;
            let offers: Vec<Offer> = pieces.into_iter().map(|piece| piece.offer).collect();
            return self.give_up(&offers, &why);
        }
        self.written += 1;
        self.say(&format!("{file}: {} applied\n", suggestions(applied)))?;
        self.again(file, &pieces, &new, reader, &options)
    }

    /// Says why nothing is done with some articles of a file.
    fn give_up(&mut self, offers: &[Offer], why: &str) -> io::Result<()> {
        self.failed = true;
        for offer in offers {
            self.totals.add(&[offer.findings.as_slice(), &offer.stand].concat());
        }
        self.output.problem(why)
    }

    /// The bytes of an article with what is taken of its suggestions.
    fn article(&mut self, piece: &Piece, bytes: &[u8], reader: &Reader, options: &ReadOptions) -> io::Result<Vec<u8>> {
        let (article, name) = (&piece.offer.article, piece.offer.name.as_str());
        let mut taken = Taken::default();
        let mut picked: Vec<&Suggestion> = Vec::new();
        let mut new = bytes.to_vec();
        let mut next = false;
        for finding in piece.offer.findings.iter().filter(|finding| !finding.suggestions.is_empty()) {
            if next || self.quit {
                self.leave(Left::Declined);
                continue;
            }
            let mut free = finding.suggestions.iter().filter(|suggestion| !taken.holds(suggestion)).peekable();
            if taken.touches(finding) || free.peek().is_none() {
                self.leave(Left::Touched);
                continue;
            }
            let mut why = None;
            let ready = free.filter_map(|suggestion| {
                let replacement = Replacement { place: suggestion.place, words: &suggestion.text };
                match mended(bytes, reader, options, &[replacement]) {
                    Ok(new) => Some(Ready { suggestion, new }),
                    Err(unmendable) => {
                        why = Some(unmendable);
                        None
                    }
                }
            });
            let ready: Vec<Ready<'_>> = ready.collect();
            let decided = match (ready.is_empty(), why) {
                (true, Some(why)) => {
                    self.unwritable(name, finding, &why)?;
                    Err(Left::Unwritable)
                }
                _ if self.flags.diff => {
                    for (number, one) in (1..).zip(&ready) {
                        let way = (number, ready.len());
                        self.show(name, finding, (one, way), bytes, reader)?;
                    }
                    continue;
                }
                _ if self.flags.yes => {
                    // What cannot be written is no reason to take the other.
                    let all: Vec<_> = finding.suggestions.iter().map(|one| (one, article.written(one.place))).collect();
                    unasked(&all, self.flags.figures)
                }
                _ => match self.asked(piece, finding, bytes, &ready, reader)? {
                    Answer::Take(number) => Ok(number),
                    Answer::Leave => Err(Left::Declined),
                    Answer::Next => {
                        next = true;
                        Err(Left::Declined)
                    }
                    Answer::Quit => {
                        self.quit = true;
                        Err(Left::Declined)
                    }
                },
            };
            match decided.map(|number| ready.get(number)) {
                Ok(Some(ready)) => {
                    picked.push(ready.suggestion);
                    let all: Vec<_> =
                        picked.iter().map(|one| Replacement { place: one.place, words: &one.text }).collect();
                    match mended(bytes, reader, options, &all) {
                        Ok(mended) => {
                            new = mended;
                            taken.add(finding, ready.suggestion);
                            self.applied += 1;
                        }
                        // Each can be written, but not beside the other.
                        Err(why) => {
                            picked.pop();
                            self.unwritable(name, finding, &why)?;
                            self.leave(Left::Unwritable);
                        }
                    }
                }
                Ok(None) => self.leave(Left::Unwritable),
                Err(left) => self.leave(left),
            }
        }
        Ok(new)
    }

    fn leave(&mut self, left: Left) {
        *self.left.entry(left).or_default() += 1;
    }

    fn unwritable(&mut self, name: &str, finding: &Finding, why: &Unmendable) -> io::Result<()> {
        let message = format!("{}: {}: {why}", finding.rule, harmless(&finding.message));
        self.output.remark(&[Unread::new(name.to_owned(), message)])
    }

    /// Shows a suggestion as a diff, and which it is of how many that exclude each other.
    fn show(
        &mut self,
        name: &str,
        finding: &Finding,
        (ready, (number, ways)): (&Ready<'_>, (usize, usize)),
        old: &[u8],
        reader: &Reader,
    ) -> io::Result<()> {
        let shown = diff(name, &text(old, reader), &text(&ready.new, reader));
        let shown = if io::stdout().is_terminal() { harmless(&shown.replace('\r', "")) } else { shown };
        let because = ready.suggestion.because.iter().map(|because| format!(": {}", harmless(because)));
        let way = if ways > 1 { format!(" (way {number} of {ways}") } else { String::new() };
        let way = if way.is_empty() { way } else { way + &because.collect::<String>() + ")" };
        self.output.put(&format!("{}: {}{way}\n{shown}\n", finding.rule, harmless(&finding.message)))
    }

    /// Shows a finding with its suggestions, and asks which is taken.
    fn asked(
        &mut self,
        piece: &Piece,
        finding: &Finding,
        old: &[u8],
        ready: &[Ready<'_>],
        reader: &Reader,
    ) -> io::Result<Answer> {
        let style = terminal::error();
        let findings = [Finding { suggestions: Vec::new(), ..finding.clone() }];
        let mut shown = Format::Human(style).article(checked(
            &piece.offer.name,
            &piece.offer.name,
            &piece.offer.article,
            &findings,
        ));
        let old = text(old, reader);
        for (ready, number) in ready.iter().zip(1..) {
            if ready.suggestion.because.is_some() || finding.suggestions.len() > 1 {
                let because = ready.suggestion.because.as_deref().map(harmless).unwrap_or_default();
                // Writing to a string cannot fail.
                let _ = writeln!(shown, "{number}: {because}");
            }
            shown.push_str(&change(&old, &text(&ready.new, reader), style.width, style.colour));
        }
        self.output.flush()?;
        let mut page = io::stderr().lock();
        page.write_all(shown.as_bytes())?;
        let answer = ask(ready.len(), &mut io::stdin().lock(), &mut page)?;
        writeln!(page)?;
        Ok(answer)
    }

    /// Checks the articles of a file that was written, and says what remains and what is new.
    fn again(
        &mut self,
        file: &str,
        pieces: &[Piece],
        new: &[u8],
        reader: &Reader,
        options: &ReadOptions,
    ) -> io::Result<()> {
        let now = fs::read(file);
        if !now.as_ref().is_ok_and(|now| now == new) {
            self.failed = true;
            self.output.problem(&format!("{file} has changed right after it was written, and is not checked again"))?;
        }
        for piece in pieces {
            let Offer { name, article: old, findings, known, .. } = &piece.offer;
            let bytes = place(new, reader, file, name).and_then(|range| new.get(range)).unwrap_or_default();
            let now = match article::read(name, bytes.to_vec(), reader, options) {
                Ok(now) => now,
                Err(error) => {
                    self.failed = true;
                    self.output.problem(&format!("{name} cannot be read any more: {}", error.message))?;
                    continue;
                }
            };
            let checked_again = self.checker.check(name, file, &now);
            let (stand, live): (Vec<_>, Vec<_>) =
                checked_again.findings.into_iter().partition(|finding| finding.stet.is_some());
            let (live, _) = without(live, &now, known.clone());
            self.totals.add(&[live.as_slice(), &stand].concat());
            let before = findings.iter().map(|finding| key(old, finding)).collect();
            let (mut only_now, remain) = without(live, &now, before);
            if let Some(whole) = &self.whole {
                let live = |found: Vec<Finding>| found.into_iter().filter(|finding| finding.stet.is_none());
                let before: Vec<_> =
                    live(whole.check(name, file, old).findings).map(|finding| key(old, &finding)).collect();
                let (others, _) = without(live(whole.check(name, file, &now).findings).collect(), &now, before);
                let others: Vec<Finding> = others.into_iter().filter(|other| !only_now.contains(other)).collect();
                if !others.is_empty() {
                    self.totals.add_beside(&others);
                }
                only_now.extend(others);
            }
            self.found_in(name, file, &now, "still found", &remain)?;
            self.found_in(name, file, &now, "found only now", &only_now)?;
        }
        Ok(())
    }

    fn found_in(
        &mut self,
        name: &str,
        file: &str,
        article: &Article,
        when: &str,
        findings: &[Finding],
    ) -> io::Result<()> {
        if findings.is_empty() {
            return Ok(());
        }
        self.say(&format!("{when}:\n"))?;
        self.output.put(&Format::Short.article(checked(name, file, article, findings)))
    }

    fn say(&mut self, text: &str) -> io::Result<()> {
        if self.flags.quiet { Ok(()) } else { self.output.say(text) }
    }

    /// Says what was done in all.
    pub(super) fn report(&mut self) -> io::Result<()> {
        let mut said = match self.applied {
            _ if self.flags.diff => String::new(),
            0 if self.left.is_empty() && !self.failed => {
                "nothing to apply: no finding comes with a suggestion\n".to_owned()
            }
            0 => "nothing applied\n".to_owned(),
            applied => {
                let files = if self.written == 1 { "1 file".to_owned() } else { format!("{} files", self.written) };
                format!("{} applied in {files}\n", suggestions(applied))
            }
        };
        for (left, count) in Left::ALL.iter().filter_map(|left| Some((left, self.left.get(left)?))) {
            let _ = writeln!(said, "left: {}", left.said(*count));
        }
        let only = if self.whole.is_some() { " for the rules that are named" } else { "" };
        let _ = writeln!(said, "{}{only}", self.totals);
        self.say(&said)
    }
}

fn suggestions(count: usize) -> String {
    format!("{count} suggestion{}", if count == 1 { "" } else { "s" })
}

fn changed(file: &str) -> String {
    format!("{file} has changed since it was read, and is left as it is: run fix again")
}

/// The bytes of an article in its file: all, or the line that its name says.
fn place(bytes: &[u8], reader: &Reader, file: &str, name: &str) -> Option<Range<usize>> {
    match reader.shape {
        Shape::File => Some(0..bytes.len()),
        Shape::Lines => {
            let number: usize = name.strip_prefix(file)?.strip_prefix(':')?.parse().ok()?;
            let mut lines = bytes.split_inclusive(|&byte| byte == b'\n');
            let start: usize = lines.by_ref().take(number.checked_sub(1)?).map(<[u8]>::len).sum();
            Some(start..start + lines.next()?.len())
        }
    }
}

/// The words of a source.
fn text(bytes: &[u8], reader: &Reader) -> String {
    decode(bytes.to_vec(), (reader.charset)(bytes).as_deref()).map(|decoded| decoded.text).unwrap_or_default()
}

fn checked<'c>(name: &'c str, file: &'c str, article: &'c Article, findings: &'c [Finding]) -> Checked<'c> {
    // Only reports in HTML say what stands behind findings.
    static NOTHING: LazyLock<Backing> = LazyLock::new(Backing::default);
    Checked { name, file, article, findings, known: &[], notes: &[], backing: &NOTHING }
}
