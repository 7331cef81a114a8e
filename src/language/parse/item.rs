//! Items other than rules, and the heads of rules.

use super::token::blank;
use super::{Read, Reader};
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::near::did_you_mean;
use crate::language::rule::RuleSource;
use crate::language::syntax::{AmendHead, Column, Define, Off, Param, Piece, TableHead, Text, Use, Word, Words};
use crate::language::table::ColumnType;
use crate::source::Span;
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, opt};
use nom::sequence::preceded;
use std::cell::Cell;
use std::sync::Arc;

type Result<T> = std::result::Result<T, Box<Mistake>>;

/// The id after `rule`, and the mistake of what stands where it should, or of what follows it.
pub(in crate::language) fn rule_id<'a>(
    head: &'a str,
    source: &'a Arc<RuleSource>,
) -> (Option<Word<'a>>, Option<Box<Mistake>>) {
    let reader = Reader::new(source, "rule");
    let read = Cell::new(None);
    let all = reader.all(head, |reader, head| {
        let (rest, id) = reader.id(head)?;
        read.set(Some(id));
        Ok((rest, id))
    });
    (read.get(), all.err())
}

/// ```text
/// pack = "pack" NAME STRING "version" NUMBER
/// ```
pub(in crate::language) fn pack<'a>(
    head: &'a str,
    source: &'a Arc<RuleSource>,
) -> Result<(Word<'a>, Text<'a>, &'a str)> {
    Reader::new(source, "pack").all(head, |reader, head| {
        let (rest, name) = reader.name(head, "the name of the pack")?;
        let (rest, title) = cut(|rest| reader.strings(rest)).parse(rest)?;
        let (rest, _) = cut(|rest| reader.keyword(rest, "version", "`version`")).parse(rest)?;
        let (rest, version) = cut(|rest| reader.number(rest)).parse(rest)?;
        Ok((rest, (name, title, version.digits)))
    })
}

/// ```text
/// use = "use" NAME | "use" ( "words" | "table" | "define" ) NAME "from" NAME
/// ```
pub(in crate::language) fn uses<'a>(head: &'a str, source: &'a Arc<RuleSource>) -> Result<Use<'a>> {
    Reader::new(source, "use").all(head, |reader, head| {
        const EXPECTED: &str = "the name of a pack, or `words`, `table` or `define` and a name";
        let (rest, first) = reader.any_word(head, EXPECTED)?;
        if !matches!(first.text, "words" | "table" | "define") {
            let (rest, pack) = reader.name(head, EXPECTED)?;
            return Ok((rest, Use::All(pack)));
        }
        let (rest, name) = cut(|rest| reader.name(rest, "a name of that pack")).parse(rest)?;
        let (rest, _) = cut(|rest| reader.keyword(rest, "from", "`from` and the name of a pack")).parse(rest)?;
        let (rest, pack) = cut(|rest| reader.name(rest, "the name of a pack")).parse(rest)?;
        Ok((rest, Use::One { what: first, name, pack }))
    })
}

/// ```text
/// amend = "amend" RULE-ID [ "off" [ "because" STRING ] ]
/// ```
///
/// The clauses stand on lines of their own.
pub(in crate::language) fn amend<'a>(head: &'a str, source: &'a Arc<RuleSource>) -> Result<AmendHead<'a>> {
    Reader::new(source, "amend").all(head, |reader, head| {
        let (rest, id) = reader.id(head)?;
        let off = |rest| reader.keyword(rest, "off", "`off`, or clauses on lines of their own");
        let (rest, word) = opt(off).parse(rest)?;
        let Some(span) = word else { return Ok((rest, AmendHead { id, off: None })) };
        let (rest, because) = opt(|rest| reader.because(rest)).parse(rest)?;
        Ok((rest, AmendHead { id, off: Some(Off { span, because }) }))
    })
}

/// ```text
/// words = "words" NAME "=" word { "," word } | "words" NAME "from" STRING "column" NAME
/// ```
pub(in crate::language) fn words<'a>(head: &'a str, source: &'a Arc<RuleSource>) -> Result<Words<'a>> {
    Reader::new(source, "words").all(head, |reader, head| {
        let (rest, name) = reader.new_name(head, "the name of the list")?;
        let listed = |rest| {
            let (rest, _) = reader.sign(rest, "=", "`=`")?;
            let (rest, entries) = reader.entries(rest)?;
            Ok((rest, Words::Listed(name, entries)))
        };
        let from = |rest| {
            let (rest, _) = reader.keyword(rest, "from", "`from`")?;
            let (rest, file) = cut(|rest| reader.strings(rest)).parse(rest)?;
            let (rest, _) = cut(|rest| reader.keyword(rest, "column", "`column`")).parse(rest)?;
            let (rest, column) = cut(|rest| reader.any_word(rest, "the name of a column")).parse(rest)?;
            Ok((rest, Words::From { name, file, column }))
        };
        alt((listed, from)).parse(rest)
    })
}

/// ```text
/// table = "table" NAME "from" STRING { column }
/// ```
///
/// The columns stand on lines of their own; this reads what stands before them.
pub(in crate::language) fn table<'a>(head: &'a str, source: &'a Arc<RuleSource>) -> Result<TableHead<'a>> {
    Reader::new(source, "table").all(head, |reader, head| {
        let (rest, name) = reader.new_name(head, "the name of the table")?;
        let (rest, _) = reader.keyword(rest, "from", "`from`")?;
        let (rest, file) = reader.strings(rest)?;
        Ok((rest, TableHead { name, file }))
    })
}

/// The columns on one line of a table.
pub(in crate::language) fn columns<'a>(line: &'a str, source: &'a Arc<RuleSource>) -> Result<Vec<Column<'a>>> {
    Reader::new(source, "table").all(line, |reader, line| {
        let (mut rest, first) = reader.column(line)?;
        let mut columns = vec![first];
        while !blank(rest).is_empty() {
            let (after, column) = reader.column(rest)?;
            rest = after;
            columns.push(column);
        }
        Ok((rest, columns))
    })
}

/// ```text
/// define = "define" NAME "(" param { "," param } ")" "means" expr
/// ```
pub(in crate::language) fn define<'a>(head: &'a str, source: &'a Arc<RuleSource>) -> Result<Define<'a>> {
    Reader::new(source, "define").all(head, |reader, head| {
        let (rest, name) = reader.new_name(head, "the name of the definition")?;
        let (rest, _) = reader.sign(rest, "(", "`(`")?;
        let (mut rest, first) = reader.param(rest)?;
        let mut params = vec![first];
        let comma = |rest| reader.sign(rest, ",", "`,`");
        while let (after, Some(param)) = opt(preceded(comma, cut(|rest| reader.param(rest)))).parse(rest)? {
            rest = after;
            params.push(param);
        }
        let (rest, _) = reader.sign(rest, ")", "`)`")?;
        let (rest, _) = reader.keyword(rest, "means", "`means`")?;
        let (rest, body) = reader.expr(rest)?;
        Ok((rest, Define { name, params, body }))
    })
}

impl<'a> Reader<'a> {
    /// The words of a list: bare or in quotes.
    fn entries(&self, start: &'a str) -> Read<'a, Vec<Text<'a>>> {
        let comma = |rest| self.sign(rest, ",", "`,`");
        let entry = |rest| self.entry(rest);
        let (mut rest, first) = cut(entry).parse(start)?;
        let mut entries = vec![first];
        while let (after, Some(entry)) = opt(preceded(comma, cut(entry))).parse(rest)? {
            rest = after;
            entries.push(entry);
        }
        Ok((rest, entries))
    }

    fn entry(&self, start: &'a str) -> Read<'a, Text<'a>> {
        if blank(start).starts_with(['"', '“']) {
            return self.strings(start);
        }
        let (mut rest, word) = self.any_word(start, "a word, or a string in quotes")?;
        let mut span = word.span;
        // Words with a hyphen or apostrophe inside.
        while let Some(next) = rest.strip_prefix(['-', '\'', '’']).filter(|next| next.starts_with(char::is_alphabetic))
        {
            let (after, part) = self.any_word(next, "a word")?;
            span = span.to(part.span);
            rest = after;
        }
        let words = span.of(&self.source.text).to_owned();
        Ok((rest, Text { pieces: vec![Piece::Words(words)], span, run_together: None }))
    }

    /// ```text
    /// column = [ "key" ] NAME column-type [ "also" NAME "split" STRING ] [ "split" STRING ] [ STRING ]
    /// ```
    fn column(&self, start: &'a str) -> Read<'a, Column<'a>> {
        const TYPES: &str = "the column's type: `text`, `number`, `exact`, `date`, `yes_no` or `list of text`";
        let (after_key, first) = self.any_word(start, "the name of a column")?;
        // A column may itself be called `key`: then its type follows at once.
        let next = self.any_word(after_key, TYPES)?.1;
        let is_type = matches!(next.text, "text" | "number" | "exact" | "date" | "yes_no" | "yes" | "list");
        let key = first.text == "key" && !(is_type && self.column_ends(after_key));
        let (rest, name) = if key { self.any_word(after_key, "the name of a column")? } else { (after_key, first) };
        let (rest, of) = self.any_word(rest, TYPES)?;
        let (rest, (of, type_span)) = self.column_type(rest, first, of)?;
        let split = |rest| {
            let (rest, _) = self.keyword(rest, "split", "`split`")?;
            // What the column is about may follow, and is no part of this string.
            cut(|rest| self.string(rest)).parse(rest)
        };
        let also = |rest| {
            let (rest, _) = self.keyword(rest, "also", "`also`")?;
            let (rest, name) = cut(|rest| self.any_word(rest, "the name of a column")).parse(rest)?;
            let (rest, split) = cut(split).parse(rest)?;
            Ok((rest, (name, split)))
        };
        let (rest, also) = opt(also).parse(rest)?;
        let (rest, split) = opt(split).parse(rest)?;
        let (rest, _about) = opt(|rest| self.strings(rest)).parse(rest)?;
        Ok((rest, Column { key, name, of, type_span, also, split }))
    }

    /// Whether a type is all that stands here.
    fn column_ends(&self, rest: &'a str) -> bool {
        let Ok((rest, of)) = self.any_word(rest, "") else { return false };
        let Ok((rest, _)) = self.column_type(rest, of, of) else { return false };
        let next = blank(rest);
        next.is_empty() || next.starts_with('"') || matches!(super::token::shown(next), "split" | "also")
    }

    /// A type from its first word on; `first` is the first word of the column.
    fn column_type(&self, rest: &'a str, first: Word<'a>, word: Word<'a>) -> Read<'a, (ColumnType, Span)> {
        let of = match word.text {
            "text" => ColumnType::Text,
            "number" => ColumnType::Number,
            "exact" => ColumnType::Exact,
            "date" => ColumnType::Date,
            "yes_no" => ColumnType::YesNo,
            "list" => {
                let (rest, more) = cut(|rest| self.phrase(rest, &["of", "text"], "`of text`")).parse(rest)?;
                return Ok((rest, (ColumnType::Texts, word.span.to(more))));
            }
            "yes" => {
                let slash = |rest| self.sign(rest, "/", "`/no`");
                let no = |rest| self.keyword(rest, "no", "`no`");
                let (rest, more) = preceded(cut(slash), cut(no)).parse(rest)?;
                return Ok((rest, (ColumnType::YesNo, word.span.to(more))));
            }
            _ => return self.no_column_type(first, word),
        };
        Ok((rest, (of, word.span)))
    }

    fn no_column_type<T>(&self, first: Word<'a>, word: Word<'a>) -> Read<'a, T> {
        let message = format!("`{}` is not a type of column", word.text);
        let mistake = Mistake::new(Code::TableColumn, self.source, word.span, message).labelled("no such type");
        let key = did_you_mean(first.text, ["key"]).filter(|_| first.text != "key");
        let help = did_you_mean(word.text, ["text", "number", "exact", "date", "yes_no", "list"])
            .or(key)
            .unwrap_or_else(|| "the types are text, number, exact, date, yes_no and list of text".into());
        self.stop(mistake.help(help))
    }

    /// ```text
    /// param = NAME ":" KIND [ "value" ] | NAME ":" TYPE
    /// ```
    fn param(&self, start: &'a str) -> Read<'a, Param<'a>> {
        let (rest, name) = self.new_name(start, "a name")?;
        let (rest, _) = cut(|rest| self.sign(rest, ":", "`:` and a kind of fact")).parse(rest)?;
        let (rest, of) = cut(|rest| self.any_word(rest, "a kind of fact")).parse(rest)?;
        let (rest, value) = opt(|rest| self.keyword(rest, "value", "`value`")).parse(rest)?;
        Ok((rest, Param { name, of, value: value.is_some() }))
    }
}
