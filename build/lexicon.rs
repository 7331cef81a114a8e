//! The lexicon: four tables in, its slots, entries and kinds out.
//!
//! An entry is, in bytes: the length of the word; the word; its classes (2); its usual class as a
//! bit number (1); how frequent it is as a noun, verb, adjective, adverb (4); its marks (1), see
//! [`mark`]; its verb forms (1); the place of the noun that it is a form of (3) and of the verb (3),
//! 0 for none; the number of its kinds (1); its kinds (2 each).

use crate::slots::slots;
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;
use std::path::Path;

type Outcome<T> = Result<T, Box<dyn Error>>;

const CLASSES: &[&str] = &["noun", "verb", "adj", "adv", "prep", "det", "pron", "conj", "aux", "num", "intj"];

/// What an entry says of itself.
mod mark {
    /// The base form of a noun.
    pub(crate) const NOUN: u8 = 1;
    /// The base form of a verb.
    pub(crate) const VERB: u8 = 2;
    /// A noun that is, or may be, a plural.
    pub(crate) const PLURAL: u8 = 4;
    /// Its classes are complete: nothing is added by its ending.
    pub(crate) const COMPLETE: u8 = 8;
    /// Its number is known: its ending says nothing.
    pub(crate) const NUMBER: u8 = 16;
}

/// The forms of a verb, as in `VerbForms`.
mod form {
    pub(crate) const THIRD_PERSON: u8 = 2;
    pub(crate) const PAST: u8 = 4;
    pub(crate) const PARTICIPLE: u8 = 8;
    pub(crate) const GERUND: u8 = 16;
}

#[derive(Default)]
struct Entry {
    classes: u16,
    usual: u8,
    frequency: [u8; 4],
    marks: u8,
    forms: u8,
    noun: Option<String>,
    verb: Option<String>,
    kinds: Vec<u16>,
}

impl Entry {
    fn as_verb(&self) -> u8 {
        let [_, verb, _, _] = self.frequency;
        verb
    }
}

#[derive(Default)]
struct Lexicon {
    entries: BTreeMap<String, Entry>,
    parents: Vec<Vec<u16>>,
}

/// Writes `lexicon.slots`, `lexicon.entries`, `lexicon.starts` and `lexicon.parents`.
pub(crate) fn write(out: &Path) -> Outcome<()> {
    let mut lexicon = Lexicon::default();
    lexicon.wordnet(&fs::read_to_string("tables/lexicon.txt")?)?;
    lexicon.irregular_verbs(&fs::read_to_string("tables/irregular_verbs.txt")?)?;
    lexicon.irregular_nouns(&fs::read_to_string("tables/irregular_nouns.txt")?)?;
    lexicon.words(&fs::read_to_string("tables/words.txt")?)?;

    let mut starts = Vec::new();
    let mut parents = Vec::new();
    for node in &lexicon.parents {
        starts.extend(u16::try_from(parents.len() / 2)?.to_le_bytes());
        parents.extend(node.iter().flat_map(|parent| parent.to_le_bytes()));
    }
    starts.extend(u16::try_from(parents.len() / 2)?.to_le_bytes());
    let (entries, places) = lexicon.laid_out()?;
    fs::write(out.join("lexicon.slots"), slots(places.iter().map(|(word, place)| (word.as_str(), *place)))?)?;
    fs::write(out.join("lexicon.entries"), entries)?;
    fs::write(out.join("lexicon.starts"), starts)?;
    fs::write(out.join("lexicon.parents"), parents)?;
    Ok(())
}

/// The lines of a table without comments and empty lines.
fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty())
}

fn broken(line: &str) -> Box<dyn Error> {
    format!("this line of a table does not read: {line}").into()
}

impl Lexicon {
    fn entry(&mut self, word: &str) -> &mut Entry {
        self.entries.entry(word.to_owned()).or_default()
    }

    fn wordnet(&mut self, table: &str) -> Outcome<()> {
        for line in lines(table) {
            if let Some(nodes) = line.strip_prefix('^') {
                self.parents.push(numbers(nodes)?);
            } else if let Some(exception) = line.strip_prefix("= ") {
                match exception.split(' ').collect::<Vec<_>>().as_slice() {
                    // A form that is a word of its own is irregular only where our own list says so.
                    ["n", form, _] if self.has(form, mark::NOUN) => {}
                    ["n", form, base] => self.plural(form, base),
                    ["v", form, base] if self.has(form, mark::VERB) || self.is_regular(form, base) => {}
                    ["v", form, base] => self.verb_form(form, base, forms_by_ending(form)),
                    _ => return Err(broken(line)),
                }
            } else {
                self.word(line)?;
            }
        }
        Ok(())
    }

    fn has(&self, word: &str, marks: u8) -> bool {
        self.entries.get(word).is_some_and(|entry| entry.marks & marks == marks)
    }

    /// Whether a verb form is rather one of another verb with a regular ending: "installed" of "install", not "instal".
    fn is_regular(&self, form: &str, base: &str) -> bool {
        let frequency = |word: &str| self.entries.get(word).map_or(0, Entry::as_verb);
        ["ed", "ing"]
            .iter()
            .filter_map(|ending| form.strip_suffix(ending))
            .any(|regular| self.has(regular, mark::VERB) && frequency(regular) >= frequency(base))
    }

    fn word(&mut self, line: &str) -> Outcome<()> {
        let mut fields = line.split(' ');
        let word = fields.next().ok_or_else(|| broken(line))?;
        let entry = self.entry(word);
        let mut most = 0;
        for field in fields {
            let class = field.chars().next().and_then(|c| "nvar".find(c)).ok_or_else(|| broken(line))?;
            let (count, nodes) =
                field.get(1..).and_then(|rest| rest.split_once(':')).unwrap_or((field.get(1..).unwrap_or(""), ""));
            let count: u32 = if count.is_empty() { 0 } else { count.parse()? };
            entry.classes |= 1 << class;
            entry.kinds.extend(numbers(nodes)?);
            if let Some(frequency) = entry.frequency.get_mut(class) {
                *frequency = frequency_of(count)?;
            }
            entry.marks |= match class {
                0 => mark::NOUN,
                1 => mark::VERB,
                _ => 0,
            };
            if count > most {
                most = count;
                entry.usual = u8::try_from(class)?;
            } else if most == 0 && entry.classes.is_power_of_two() {
                entry.usual = u8::try_from(class)?;
            }
        }
        Ok(())
    }

    fn plural(&mut self, form: &str, base: &str) {
        let entry = self.entry(form);
        entry.noun = Some(base.to_owned());
        entry.marks |= mark::PLURAL | mark::NUMBER;
    }

    fn verb_form(&mut self, form: &str, base: &str, forms: u8) {
        let entry = self.entry(form);
        if entry.verb.as_deref() != Some(base) {
            entry.forms = 0;
        }
        entry.verb = Some(base.to_owned());
        entry.forms |= forms;
    }

    fn irregular_verbs(&mut self, table: &str) -> Outcome<()> {
        let mut parts: HashMap<&str, (&str, &str)> = HashMap::new();
        for line in lines(table) {
            if let Some(prefixed) = line.strip_prefix('+') {
                let (prefix, bases) = prefixed.split_once(' ').ok_or_else(|| broken(line))?;
                for base in bases.split(' ') {
                    let (past, participle) = parts.get(base).ok_or_else(|| broken(line))?;
                    self.irregular_verb(prefix, base, past, participle);
                }
            } else if let [base, past, participle] = line.split(' ').collect::<Vec<_>>().as_slice() {
                parts.insert(base, (past, participle));
                self.irregular_verb("", base, past, participle);
            } else {
                return Err(broken(line));
            }
        }
        for (form, base, forms) in [
            ("am", "be", 0),
            ("are", "be", 0),
            ("is", "be", form::THIRD_PERSON),
            ("being", "be", form::GERUND),
            ("has", "have", form::THIRD_PERSON),
            ("having", "have", form::GERUND),
            ("does", "do", form::THIRD_PERSON),
            ("doing", "do", form::GERUND),
        ] {
            self.entry(form).forms = 0;
            self.verb_form(form, base, forms);
        }
        Ok(())
    }

    fn irregular_verb(&mut self, prefix: &str, base: &str, past: &str, participle: &str) {
        let base = format!("{prefix}{base}");
        let entry = self.entry(&base);
        entry.classes |= 2;
        entry.marks |= mark::VERB;
        // WordNet's list of exceptions does not tell the past from the participle.
        for form in past.split('/').chain(participle.split('/')) {
            self.entry(&format!("{prefix}{form}")).forms = 0;
        }
        for (written, form) in [(past, form::PAST), (participle, form::PARTICIPLE)] {
            for written in written.split('/') {
                self.verb_form(&format!("{prefix}{written}"), &base, form);
            }
        }
    }

    fn irregular_nouns(&mut self, table: &str) -> Outcome<()> {
        for line in lines(table) {
            let (first, rest) = line.split_once(' ').ok_or_else(|| broken(line))?;
            let marks = match first {
                "=" | "+" => mark::NUMBER | mark::PLURAL,
                "!" => mark::NUMBER,
                plural => {
                    self.plural(plural, rest);
                    let singular = self.entry(rest);
                    singular.classes |= 1;
                    singular.marks |= mark::NOUN;
                    continue;
                }
            };
            for word in rest.split(' ') {
                let entry = self.entry(word);
                entry.noun = Some(word.to_owned());
                entry.marks = entry.marks & !mark::PLURAL | marks;
            }
        }
        Ok(())
    }

    fn words(&mut self, table: &str) -> Outcome<()> {
        for line in lines(table) {
            let (head, words) = line.split_once(": ").ok_or_else(|| broken(line))?;
            let (names, kind) = head.split_once(" < ").map_or((head, None), |(names, kind)| (names, Some(kind)));
            if let Some(kind) = head.strip_prefix("< ") {
                let node = self.entry(kind).kinds.first().copied();
                words.split(' ').for_each(|word| self.entry(word).kinds.extend(node));
                continue;
            }
            let kinds = kind.map(|kind| self.entry(kind).kinds.clone()).unwrap_or_default();
            let classes = names
                .split(' ')
                .map(|name| CLASSES.iter().position(|class| *class == name).ok_or_else(|| broken(line)))
                .collect::<Outcome<Vec<_>>>()?;
            for word in words.split(' ') {
                let (word, inflected) = word.strip_prefix('~').map_or((word, false), |word| (word, true));
                let entry = self.entry(word);
                if entry.marks & mark::COMPLETE != 0 {
                    return Err(format!("tables/words.txt has `{word}` twice").into());
                }
                entry.classes = classes.iter().fold(0, |all, class| all | 1 << class);
                entry.usual = u8::try_from(classes.first().copied().unwrap_or_default())?;
                entry.kinds.extend(kinds.first());
                entry.marks |= mark::COMPLETE;
                if !inflected && entry.verb.is_none() {
                    let base = entry.classes.to_le_bytes()[0] & (mark::NOUN | mark::VERB);
                    entry.marks = entry.marks & !(mark::NOUN | mark::VERB) | base;
                }
            }
        }
        Ok(())
    }

    /// The entries one after the other, and where each begins.
    fn laid_out(&self) -> Outcome<(Vec<u8>, BTreeMap<&String, usize>)> {
        let mut places = BTreeMap::new();
        let mut at = 1;
        for (word, entry) in &self.entries {
            places.insert(word, at);
            at += 1 + word.len() + 2 + 1 + 4 + 1 + 1 + 3 + 3 + 1 + 2 * entry.kinds.len();
        }
        let place = |word: &Option<String>| -> Outcome<[u8; 3]> {
            let Some(word) = word else { return Ok([0; 3]) };
            let place = places.get(word).ok_or_else(|| format!("no entry for the base form `{word}`"))?;
            let [a, b, c, _] = u32::try_from(*place)?.to_le_bytes();
            Ok([a, b, c])
        };
        let mut bytes = vec![0];
        for (word, entry) in &self.entries {
            bytes.push(u8::try_from(word.len())?);
            bytes.extend(word.as_bytes());
            bytes.extend(entry.classes.to_le_bytes());
            bytes.push(entry.usual);
            bytes.extend(entry.frequency);
            bytes.push(entry.marks);
            bytes.push(entry.forms);
            bytes.extend(place(&entry.noun)?);
            bytes.extend(place(&entry.verb)?);
            bytes.push(u8::try_from(entry.kinds.len())?);
            bytes.extend(entry.kinds.iter().flat_map(|kind| kind.to_le_bytes()));
        }
        Ok((bytes, places))
    }
}

/// Sixteen times the binary logarithm, in steps of two: small enough for a byte, fine enough to compare.
fn frequency_of(count: u32) -> Outcome<u8> {
    Ok(u8::try_from((u128::from(count) + 1).pow(8).ilog2() * 2)?)
}

fn forms_by_ending(form: &str) -> u8 {
    if form.ends_with("ing") {
        form::GERUND
    } else if form.ends_with('s') {
        form::THIRD_PERSON
    } else {
        form::PAST | form::PARTICIPLE
    }
}

fn numbers(list: &str) -> Outcome<Vec<u16>> {
    list.split(',').filter(|number| !number.is_empty()).map(|number| Ok(number.parse()?)).collect()
}
