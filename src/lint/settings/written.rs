//! Values of a TOML file as they are written, each mistake with its place.

use super::Written;
use crate::language::rule::RuleSource;
use crate::language::{Code, Mistake, nearest};
use crate::source::Span;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(in crate::lint) type Table<'t> = DeTable<'t>;
pub(in crate::lint) type Value<'t> = Spanned<DeValue<'t>>;

/// The keys and values of a file.
pub(in crate::lint) fn parsed(source: &Arc<RuleSource>) -> Result<Spanned<Table<'_>>, Vec<Mistake>> {
    DeTable::parse(&source.text).map_err(|error| {
        let at = error.span().unwrap_or_default();
        let why = error.message().lines().next().unwrap_or_default().to_owned();
        let message = "this file is no valid TOML";
        let mistake = Mistake::new(Code::SettingsSyntax, source, Span::new(at.start, at.end), message);
        vec![mistake.labelled(why)]
    })
}

/// Reads values of a file and notes what is wrong with them.
pub(in crate::lint) struct Reader<'s> {
    pub(in crate::lint) source: &'s Arc<RuleSource>,
    pub(in crate::lint) mistakes: Vec<Mistake>,
}

/// The bytes of something written.
pub(in crate::lint) fn place<T>(spanned: &Spanned<T>) -> Span {
    Span::new(spanned.span().start, spanned.span().end)
}

impl Reader<'_> {
    /// Notes a key that is not one of `known`; `what` is what has keys.
    pub(in crate::lint) fn unknown(&mut self, key: &Spanned<toml::de::DeString<'_>>, known: &[&str], what: &str) {
        let name = key.get_ref();
        let mistake = Mistake::new(Code::SettingsKey, self.source, place(key), format!("`{name}` is not known here"));
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("{what} has {}", known.join(", ")),
        };
        self.mistakes.push(mistake.labelled("no such key").help(help));
    }

    /// What was read, where no mistake was found; else the mistakes in the order of the file, since the keys of a table
    /// come in none.
    pub(in crate::lint) fn sound<T>(mut self, read: T) -> Result<T, Vec<Mistake>> {
        self.mistakes.sort_by_key(|mistake| mistake.labels.first().map(|label| label.span));
        if self.mistakes.is_empty() { Ok(read) } else { Err(self.mistakes) }
    }

    /// Notes a value of another type than `wanted`.
    pub(in crate::lint) fn wrong(&mut self, value: &Value<'_>, wanted: &str) {
        let found = value.get_ref().type_str();
        let mistake = Mistake::new(Code::SettingsType, self.source, place(value), format!("{wanted} is wanted here"));
        self.mistakes.push(mistake.labelled(format!("this is of the type {found}")));
    }

    /// A text.
    pub(in crate::lint) fn text(&mut self, value: &Value<'_>) -> Option<Written<String>> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong(value, "a text in quotes");
        }
        Some(Written { what: text?.to_owned(), span: place(value) })
    }

    /// A yes or no.
    pub(in crate::lint) fn yes_no(&mut self, value: &Value<'_>) -> Option<Written<bool>> {
        let what = value.get_ref().as_bool();
        if what.is_none() {
            self.wrong(value, "`true` or `false`");
        }
        Some(Written { what: what?, span: place(value) })
    }

    /// A list of texts.
    pub(in crate::lint) fn texts(&mut self, value: &Value<'_>) -> Vec<Written<String>> {
        let items = value.get_ref().as_array();
        if items.is_none() {
            self.wrong(value, "a list of texts");
        }
        items.into_iter().flatten().filter_map(|item| self.text(item)).collect()
    }

    /// A table.
    pub(in crate::lint) fn table<'v, 't>(&mut self, value: &'v Value<'t>, wanted: &str) -> Option<&'v Table<'t>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong(value, wanted);
        }
        table
    }

    /// Notes a text that is none of those that are known.
    pub(in crate::lint) fn no_such(&mut self, written: &Written<String>, what: &str, known: &[&str]) {
        let message = format!("there is no {what} `{}`", written.what);
        let mistake = Mistake::new(Code::SettingsType, self.source, written.span, message);
        let help = match nearest(&written.what, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write one of {}", known.join(", ")),
        };
        self.mistakes.push(mistake.labelled(format!("no such {what}")).help(help));
    }
}
