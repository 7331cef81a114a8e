//! The file of signed stets, for formats without comments: which words of which article stand, and who
//! says so.

use super::Flaw;
use crate::article::{Article, Field};
use crate::language::rule::{Pack, RuleSource};
use crate::language::{Code, Mistake};
use crate::lint::finding::{Finding, Stet};
use crate::lint::known::{Filed, plain, quoted};
use crate::lint::settings::written::{Reader, Table, Value, parsed, place};
use crate::lint::settings::{Written, advice, fits};
use crate::source::Span;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The name of the file.
pub const FILE: &str = "factlint.stets.toml";

/// The key under which each entry stands.
pub(super) const ENTRY: &str = "stet";

/// The signed stets of a newsroom.
#[derive(Clone, Debug, Default)]
pub struct Signed {
    /// The file; none where there is none.
    pub source: Option<Arc<RuleSource>>,
    /// Its entries, in their order.
    pub entries: Vec<Entry>,
    by_path: FxHashMap<String, Vec<usize>>,
}

/// One signed stet.
#[derive(Clone, Debug)]
pub struct Entry {
    /// A rule's id, a group, or a pattern with `*`.
    pub rule: Written<String>,
    /// Words that the finding marks.
    pub words: Vec<String>,
    /// Where they stand in the file.
    pub span: Span,
    /// Where the article is filed; any record of the file where no id is given.
    pub filed: Filed,
    /// Who let it stand, when, why and until when.
    pub stet: Stet,
}

impl Entry {
    /// Whether a finding is meant: all the words are marked in it.
    pub fn means(&self, finding: &Finding, article: &Article) -> bool {
        if !fits(&self.rule.what, &finding.rule) {
            return false;
        }
        let marked = quoted(article, finding);
        self.words.iter().all(|words| marked.contains(words))
    }

    /// Whether its last day is over.
    pub fn is_over(&self, today: Date) -> bool {
        self.stet.until.is_some_and(|until| until < today)
    }
}

impl Signed {
    /// The numbers of the entries for an article.
    pub fn of<'s>(&'s self, filed: &'s Filed) -> impl Iterator<Item = (usize, &'s Entry)> {
        let numbers = self.by_path.get(&filed.path).into_iter().flatten();
        let entries = numbers.filter_map(|&number| Some((number, self.entries.get(number)?)));
        entries.filter(|(_, entry)| entry.filed.id.is_none() || entry.filed.id == filed.id)
    }

    /// The file as an article, for the places of findings in it.
    pub fn article(&self) -> Option<Article> {
        let source = self.source.as_ref()?;
        let fields = vec![Field::new("source", source.text.as_str())];
        Some(Article { id: source.name.clone(), fields, ..Article::default() })
    }
}

/// Reads the file of signed stets.
///
/// # Errors
///
/// Every mistake of the file, each with its place: what is no TOML, unknown and missing keys, days that
/// there are not, rules that are not known.
pub fn read(source: &Arc<RuleSource>, pack: &Pack) -> Result<Signed, Vec<Mistake>> {
    let table = parsed(source)?;
    let mut reader = Reader { source, mistakes: Vec::new() };
    let entries = reader.signed(table.get_ref(), pack);
    let entries = reader.sound(entries)?;
    let mut by_path: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (number, entry) in entries.iter().enumerate() {
        by_path.entry(entry.filed.path.clone()).or_default().push(number);
    }
    Ok(Signed { source: Some(Arc::clone(source)), entries, by_path })
}

/// What an entry needs, and what it may have.
const KEYS: &[&str] = &["rule", "words", "article", "id", "who", "when", "why", "until"];
const NEEDED: &[&str] = &["rule", "words", "article", "who", "when", "why"];

impl Reader<'_> {
    fn signed(&mut self, table: &Table<'_>, pack: &Pack) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (key, value) in table {
            match (key.get_ref().as_ref(), value.get_ref().as_array()) {
                (ENTRY, Some(items)) => entries.extend(items.iter().filter_map(|item| self.entry(item, pack))),
                (ENTRY, None) => self.wrong(value, "a list of stets, each under [[stet]],"),
                _ => self.unknown(key, &[ENTRY], "a file of stets"),
            }
        }
        entries
    }

    fn entry(&mut self, value: &Value<'_>, pack: &Pack) -> Option<Entry> {
        let table = self.table(value, "a table such as [[stet]]")?;
        let mut span = place(value);
        let (mut rule, mut words, mut article, mut id) = (None, None, None, None);
        let (mut who, mut when, mut why, mut until) = (None, None, None, None);
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "rule" => rule = self.text(value),
                "words" => {
                    span = place(value);
                    words = Some(self.words(value));
                }
                "article" => article = self.filled(value, "which article it is"),
                "id" => id = self.text(value),
                "who" => who = self.filled(value, "who lets it stand"),
                "when" => when = self.day(value),
                "why" => why = self.filled(value, "why it stands"),
                "until" => until = self.day(value),
                _ => self.unknown(key, KEYS, "a stet"),
            }
        }
        for needed in NEEDED.iter().filter(|needed| !table.keys().any(|key| key.get_ref().as_ref() == **needed)) {
            let header = place(value);
            let mistake = Mistake::new(Code::SettingsKey, self.source, header, format!("this stet has no `{needed}`"));
            self.mistakes.push(mistake.help(format!("a stet needs {}", NEEDED.join(", "))));
        }
        let rule = rule?;
        if !pack.rules.iter().any(|known| fits(&rule.what, &known.id)) {
            let message = format!("there is no rule `{}`", rule.what);
            let mistake = Mistake::new(Code::UnknownRule, self.source, rule.span, message);
            self.mistakes.push(mistake.labelled("fits no rule").help(advice(pack, &rule.what)));
        }
        let filed = Filed { path: straight(&article?.what), id: id.map(|id| id.what) };
        let stet = Stet { who: Some(who?.what), when: Some(when?), why: why?.what, until };
        Some(Entry { rule, words: words?, span, filed, stet })
    }

    fn words(&mut self, value: &Value<'_>) -> Vec<String> {
        let before = self.mistakes.len();
        let words = match value.get_ref() {
            toml::de::DeValue::Array(_) => self.texts(value),
            _ => self.text(value).into_iter().collect(),
        };
        let empty = words.iter().all(|words| plain(&words.what).is_empty());
        if empty && self.mistakes.len() == before {
            self.empty(place(value), "which words it lets stand");
        }
        words.iter().map(|words| plain(&words.what)).collect()
    }

    /// A text that is not empty.
    fn filled(&mut self, value: &Value<'_>, what: &str) -> Option<Written<String>> {
        let text = self.text(value)?;
        if text.what.trim().is_empty() {
            self.empty(text.span, what);
        }
        Some(text)
    }

    fn empty(&mut self, span: Span, what: &str) {
        let mistake = Mistake::new(Code::SettingsType, self.source, span, format!("this stet does not say {what}"));
        self.mistakes.push(mistake.labelled("nothing is written here"));
    }

    /// A day, with or without quotes.
    fn day(&mut self, value: &Value<'_>) -> Option<Date> {
        let span = place(value);
        let written = value.get_ref().as_str().unwrap_or_else(|| span.of(&self.source.text));
        let day = written.trim().parse().ok();
        if day.is_none() {
            let message = format!("`{}` is no date", written.trim());
            let mistake = Mistake::new(Code::SettingsType, self.source, span, message);
            self.mistakes.push(mistake.labelled("no day of the calendar").help("write a day as 2030-12-31"));
        }
        day
    }
}

/// A path without `./` and with `/` between folders.
fn straight(path: &str) -> String {
    let path = path.replace('\\', "/");
    let steps: Vec<&str> = path
        .split('/')
        .enumerate()
        .filter(|(at, step)| *step != "." && (*at == 0 || !step.is_empty()))
        .map(|(_, step)| step)
        .collect();
    steps.join("/")
}

/// What came of the entries of a run.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    fates: FxHashMap<usize, Fate>,
}

/// What came of an entry in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It lets nothing stand there.
    Idle,
    /// Its last day is over.
    Over,
    /// It lets a finding stand.
    Stands,
}

impl Tally {
    /// Adds what came of entries in one more article.
    pub fn add(&mut self, fates: &[(usize, Fate)]) {
        for (number, fate) in fates {
            let known = self.fates.entry(*number).or_insert(*fate);
            *known = (*known).max(*fate);
        }
    }

    /// What is wrong with entries, in their order.
    pub fn flaws(&self) -> Vec<(usize, Flaw)> {
        let mut flaws: Vec<(usize, Flaw)> = self
            .fates
            .iter()
            .filter_map(|(number, fate)| match fate {
                Fate::Idle => Some((*number, Flaw::Unused)),
                Fate::Over => Some((*number, Flaw::Expired)),
                Fate::Stands => None,
            })
            .collect();
        flaws.sort_unstable_by_key(|(number, _)| *number);
        flaws
    }
}
