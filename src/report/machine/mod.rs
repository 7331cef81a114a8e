//! Reports for machines: other linters' formats, and what code hosts and CI systems read.

pub(super) mod checkstyle;
pub(super) mod github;
pub(super) mod gitlab;
pub(super) mod json;
pub(super) mod junit;
pub(super) mod rdjson;
pub(super) mod sarif;
mod xml;

use super::{Checked, FieldLines};
use crate::article::{Article, Place};
use crate::lint::finding::{Elsewhere, Finding, MarkedPlace};
use crate::lint::known::quoted;
use crate::source::{Lines, Position};
use serde::Serialize;

/// The lines and columns of a place, from one, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Region {
    start: Position,
    /// Where it ends: the character after it.
    end: Position,
    /// The columns of both in bytes, from one.
    bytes: (usize, usize),
    /// Whether the columns are those of the file: those of a record are not.
    exact: bool,
}

/// The findings of an article that do not stand, each with the region of its main place.
fn live(checked: Checked<'_>) -> impl Iterator<Item = (&Finding, Option<Region>)> {
    all(checked).filter(|(finding, _)| finding.stet.is_none())
}

/// The findings of an article, each with the region of its main place.
fn all(checked: Checked<'_>) -> impl Iterator<Item = (&Finding, Option<Region>)> {
    let mut lines = FieldLines::new(checked);
    checked.findings.iter().map(move |finding| {
        let place = finding.marks.first().map(|mark| mark.place);
        (finding, place.and_then(|place| region(&mut lines, place)))
    })
}

/// Where in its file a place is; a record stands on one line.
fn region(lines: &mut FieldLines<'_>, place: Place) -> Option<Region> {
    if let Some(line) = lines.checked.record_line() {
        let at = Position { line, column: 1 };
        return Some(Region { start: at, end: at, bytes: (1, 1), exact: false });
    }
    lines.find(std::iter::once(place));
    let field = lines.checked.article.fields.get(usize::from(place.field))?;
    let (found, span) = (lines.of(place)?, field.shown(place.span));
    let (start, end) = (found.position(&field.text, span.start), found.position(&field.text, span.end));
    let line_start = |at: u32| found.span(&field.text, found.line_of(at)).start;
    let byte = |at: u32| (at - line_start(at).min(at)) as usize + 1;
    let bytes = (byte(span.start), byte(span.end));
    Some(Region { start, end, bytes, exact: true })
}

/// The path of an article's file as CI systems have it: with `/`, and without `./`.
fn path(checked: Checked<'_>) -> String {
    plain_path(checked.file)
}

fn plain_path(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    match path.strip_prefix("./").unwrap_or(&path) {
        "-" => "stdin".to_owned(),
        path => path.to_owned(),
    }
}

/// A finding's message with its advice and its places in other articles, a line each.
fn in_full(finding: &Finding) -> String {
    let elsewhere = finding.marks.iter().filter_map(in_other_article);
    let lines = std::iter::once(&finding.message).chain(&finding.help).cloned().chain(elsewhere);
    lines.collect::<Vec<_>>().join("\n")
}

/// `path:line: label` of a place in another article than the finding's.
fn in_other_article(mark: &MarkedPlace) -> Option<String> {
    let Elsewhere { name, file, article } = mark.elsewhere.as_deref()?;
    let field = article.fields.get(usize::from(mark.place.field)).filter(|_| name == file);
    let line = field.map(|field| Lines::new(&field.text).line_of(field.shown(mark.place.span).start) + 1);
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    Some(format!("{name}{line}: {}", mark.label))
}

/// What tells a finding from all others and stays the same while the article around it changes: its rule, file and
/// marked words, and how many of the same kind stand before it.
struct Fingerprints(Vec<u128>);

impl Fingerprints {
    fn new() -> Self {
        Self(Vec::new())
    }

    fn next(&mut self, checked: Checked<'_>, finding: &Finding) -> String {
        let path = path(checked);
        let words = quoted(checked.article, finding);
        let id = checked.record_line().map_or("", |_| checked.article.id.as_str());
        let parts = [finding.rule.as_str(), &path, id].into_iter().chain(words.iter().map(String::as_str));
        let own = parts.fold(FNV_OFFSET, hashed);
        let before = self.0.iter().filter(|other| **other == own).count();
        self.0.push(own);
        format!("{:032x}", if before == 0 { own } else { hashed(own, &before.to_string()) })
    }
}

/// FNV-1a of 128 bits (draft-eastlake-fnv-17): the same in every version and on every machine.
const FNV_OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const FNV_PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

fn hashed(before: u128, part: &str) -> u128 {
    // A byte that no text holds ends each part.
    part.bytes().chain([0xff]).fold(before, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(FNV_PRIME))
}

/// JSON of plain data, which cannot fail.
fn written(data: &impl Serialize) -> String {
    serde_json::to_string(data).unwrap_or_default()
}

/// What an article has to say for itself where a report names it: its id, where that is not its path.
fn named(article: &Article, name: &str) -> String {
    if article.id == name || article.id.is_empty() { name.to_owned() } else { format!("{name} ({})", article.id) }
}
