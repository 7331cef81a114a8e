//! The clauses of a rule.

use super::token::blank;
use super::{Read, Reader};
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::layout::RawClause;
use crate::language::rule::RuleSource;
use crate::language::syntax::{Clause, ExampleOption, Expr, Node, Setting, Word};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, opt};
use nom::multi::separated_list1;
use nom::sequence::{delimited, preceded};
use std::sync::Arc;

/// Reads one clause.
pub(in crate::language) fn clause<'a>(
    raw: &RawClause<'a>,
    source: &'a Arc<RuleSource>,
) -> Result<Clause<'a>, Box<Mistake>> {
    let reader = Reader::new(source, raw.keyword);
    let has_text = !raw.text.is_empty();
    reader.all(raw.body, |reader, body| reader.clause(body, raw.keyword, has_text))
}

/// Reads a literal by itself, where a settings file gives a rule's setting.
pub(in crate::language) fn setting_literal<'a>(
    written: &'a str,
    source: &'a Arc<RuleSource>,
) -> Result<Expr<'a>, Box<Mistake>> {
    Reader::new(source, "setting").all(written, Reader::literal)
}

impl<'a> Reader<'a> {
    fn clause(&self, body: &'a str, keyword: &str, has_text: bool) -> Read<'a, Clause<'a>> {
        match keyword {
            "title" => self.strings(body).map(|(rest, text)| (rest, Clause::Title(text))),
            "severity" => {
                let (rest, word) = self.any_word(body, "`error`, `warning` or `note`")?;
                Ok((rest, Clause::Severity(word)))
            }
            "tags" => {
                let (rest, tags) = self.comma_separated(body, |rest| self.tag(rest))?;
                Ok((rest, Clause::Tags(tags)))
            }
            "why" if has_text => Ok((body, Clause::Why(None))),
            "why" => self.strings(body).map(|(rest, text)| (rest, Clause::Why(Some(text)))),
            "setting" => self.setting(body),
            "instead" => {
                let (rest, _) = self.keyword(body, "of", "`of`")?;
                let (rest, rules) = self.comma_separated(rest, |rest| self.id(rest))?;
                Ok((rest, Clause::Instead(rules)))
            }
            "across" => self.across(body),
            "for" => self.for_each(body),
            "let" => self.let_name(body),
            "where" => self.expr(body).map(|(rest, expr)| (rest, Clause::Where(expr))),
            "must" => self.expr(body).map(|(rest, expr)| (rest, Clause::Must(expr))),
            "unless" => {
                let (rest, expr) = self.expr(body)?;
                let (rest, because) = opt(|rest| self.because(rest)).parse(rest)?;
                Ok((rest, Clause::Unless(expr, because)))
            }
            "once" => {
                let (rest, _) = self.keyword(body, "per", "`per`")?;
                let (rest, sums) = self.sums(rest)?;
                Ok((rest, Clause::Once(sums)))
            }
            "message" => self.strings(body).map(|(rest, text)| (rest, Clause::Message(text))),
            "mark" => self.mark(body),
            "help" if has_text => Ok((body, Clause::Help(None, None))),
            "help" => self.help(body),
            "suggest" => self.suggest(body),
            "bad" => self.options(body).map(|(rest, options)| (rest, Clause::Bad(options))),
            "good" => self.options(body).map(|(rest, options)| (rest, Clause::Good(options))),
            "becomes" => Ok((body, Clause::Becomes)),
            "excuses" => {
                let (rest, names) = self.comma_separated(body, |rest| self.string(rest))?;
                Ok((rest, Clause::Excuses(names)))
            }
            "off" => {
                let (rest, reason) = opt(|rest| self.because(rest)).parse(body)?;
                let (rest, reason) = match reason {
                    Some(reason) => (rest, reason),
                    None => self.strings(rest)?,
                };
                Ok((rest, Clause::Off(reason)))
            }
            "says" => self.strings(body).map(|(rest, text)| (rest, Clause::Says(text))),
            _ => {
                let (rest, why) = opt(|rest| self.strings(rest)).parse(body)?;
                Ok((rest, Clause::Draft(why)))
            }
        }
    }

    fn comma_separated<T>(&self, body: &'a str, item: impl Fn(&'a str) -> Read<'a, T>) -> Read<'a, Vec<T>> {
        let comma = |rest| self.sign(rest, ",", "`,`");
        // A comma promises another one.
        let (mut rest, first) = item(body)?;
        let mut items = vec![first];
        while let (after, Some(item)) = opt(preceded(comma, cut(&item))).parse(rest)? {
            rest = after;
            items.push(item);
        }
        Ok((rest, items))
    }

    /// A tag may hold hyphens.
    fn tag(&self, rest: &'a str) -> Read<'a, Word<'a>> {
        let (after, first) = self.any_word(rest, "a tag")?;
        let mut end = after;
        while let Some(next) = end.strip_prefix('-').filter(|next| next.starts_with(char::is_alphanumeric)) {
            end = next.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
        }
        let span = self.span(blank(rest), end);
        let text = span.of(&self.source.text);
        Ok((end, Word { text: if text.is_empty() { first.text } else { text }, span }))
    }

    /// ```text
    /// setting = "setting" NAME "=" literal [ STRING ]
    /// ```
    fn setting(&self, body: &'a str) -> Read<'a, Clause<'a>> {
        let (rest, name) = self.new_name(body, "a name")?;
        let (rest, _) = cut(|rest| self.sign(rest, "=", "`=`")).parse(rest)?;
        let (rest, value) = if blank(rest).starts_with('"') {
            // A text and what it is about would run into one string.
            let (after, text) = self.string(rest)?;
            self.node(rest, after, Node::Text(text))?
        } else {
            cut(|rest| self.literal(rest)).parse(rest)?
        };
        let (rest, about) = opt(|rest| self.strings(rest)).parse(rest)?;
        Ok((rest, Clause::Setting(Setting { name, value, about })))
    }

    /// ```text
    /// across = "across" "archive" [ "within" NUMBER ]
    /// ```
    fn across(&self, body: &'a str) -> Read<'a, Clause<'a>> {
        let (rest, _) = self.keyword(body, "archive", "`archive`")?;
        let within = |rest| self.keyword(rest, "within", "`within`");
        let (rest, within) = opt(preceded(within, cut(|rest| self.literal(rest)))).parse(rest)?;
        Ok((rest, Clause::Across(within)))
    }

    /// ```text
    /// let = "let" NAME "=" expr
    /// ```
    fn let_name(&self, body: &'a str) -> Read<'a, Clause<'a>> {
        let (rest, name) = self.new_name(body, "a name")?;
        let (rest, _) = cut(|rest| self.sign(rest, "=", "`=`")).parse(rest)?;
        let (rest, expr) = cut(|rest| self.expr(rest)).parse(rest)?;
        Ok((rest, Clause::Let(name, expr)))
    }

    pub(super) fn because(&self, rest: &'a str) -> Read<'a, crate::language::syntax::Text<'a>> {
        let because = |rest| self.keyword(rest, "because", "`because` and a reason");
        preceded(because, cut(|rest| self.strings(rest))).parse(rest)
    }

    /// ```text
    /// mark = "mark" [ "each" ] atom STRING
    /// ```
    fn mark(&self, body: &'a str) -> Read<'a, Clause<'a>> {
        let (rest, each) = opt(|rest| self.keyword(rest, "each", "`each`")).parse(body)?;
        let (after, thing) = self.atom(rest)?;
        if each.is_none() && blank(after).is_empty() && matches!(thing.node, Node::Text(_)) {
            let mistake =
                Mistake::new(Code::Unexpected, self.source, thing.span, "this mark says nothing of what it marks");
            let mistake = mistake.labelled("its label");
            return self.stop(mistake.help("write what is marked before the label, such as `mark c \"too many\"`"));
        }
        let (rest, label) = self.strings(after)?;
        Ok((rest, Clause::Mark { each: each.is_some(), thing, label }))
    }

    /// ```text
    /// help = "help" ( STRING [ "when" expr ] | TEXT )
    /// ```
    fn help(&self, body: &'a str) -> Read<'a, Clause<'a>> {
        let (rest, advice) = self.strings(body)?;
        let when = |rest| self.keyword(rest, "when", "`when` and a condition");
        let (rest, when) = opt(preceded(when, cut(|rest| self.expr(rest)))).parse(rest)?;
        Ok((rest, Clause::Help(Some(advice), when)))
    }

    /// ```text
    /// suggest = "suggest" "replace" atom "with" STRING [ "because" STRING ]
    /// ```
    fn suggest(&self, body: &'a str) -> Read<'a, Clause<'a>> {
        let (rest, _) = self.keyword(body, "replace", "`replace`")?;
        let (rest, replace) = self.atom(rest)?;
        let (rest, _) = self.keyword(rest, "with", "`with`")?;
        let (rest, with) = self.strings(rest)?;
        let (rest, because) = opt(|rest| self.because(rest)).parse(rest)?;
        Ok((rest, Clause::Suggest { replace, with, because }))
    }

    /// ```text
    /// [ "(" example-option { "," example-option } ")" ]
    /// ```
    fn options(&self, body: &'a str) -> Read<'a, Vec<ExampleOption<'a>>> {
        if blank(body).is_empty() {
            return Ok((body, Vec::new()));
        }
        let comma = |rest| self.sign(rest, ",", "`,`");
        let open = |rest| self.sign(rest, "(", "options in brackets, or a line of text that starts with `>`");
        let close = |rest| self.sign(rest, ")", "`)`");
        let options = separated_list1(comma, |rest| self.option(rest));
        delimited(open, cut(options), cut(close)).parse(body)
    }

    /// ```text
    /// example-option = "published" DATE | "name" STRING | "setting" NAME "=" literal | "todo"
    /// ```
    fn option(&self, rest: &'a str) -> Read<'a, ExampleOption<'a>> {
        const OPTIONS: &str = "`published`, `name`, `setting` or `todo`";
        let published = |rest| {
            let (rest, _) = self.keyword(rest, "published", OPTIONS)?;
            let (rest, date) = cut(|rest| self.date(rest)).parse(rest)?;
            Ok((rest, ExampleOption::Published(date)))
        };
        let name = |rest| {
            let (rest, _) = self.keyword(rest, "name", OPTIONS)?;
            let (rest, name) = cut(|rest| self.strings(rest)).parse(rest)?;
            Ok((rest, ExampleOption::Name(name)))
        };
        let setting = |rest| {
            let (rest, _) = self.keyword(rest, "setting", OPTIONS)?;
            let (rest, name) = cut(|rest| self.name(rest, "the name of a setting")).parse(rest)?;
            let (rest, _) = cut(|rest| self.sign(rest, "=", "`=`")).parse(rest)?;
            let (rest, value) = cut(|rest| self.literal(rest)).parse(rest)?;
            Ok((rest, ExampleOption::Setting(name, value)))
        };
        let todo = |rest| Ok((self.keyword(rest, "todo", OPTIONS)?.0, ExampleOption::Todo));
        alt((published, name, setting, todo)).parse(rest)
    }
}
