//! What a rule looks at: `for each`.

use super::token::blank;
use super::{Read, Reader};
use crate::language::syntax::{Binding, Clause};
use nom::Parser;
use nom::combinator::{cut, opt};
use nom::sequence::preceded;

impl<'a> Reader<'a> {
    /// ```text
    /// for = "for" "each" binding { "," binding }
    /// ```
    pub(super) fn for_each(&self, body: &'a str) -> Read<'a, Clause<'a>> {
        let (rest, _) = self.keyword(body, "each", "`each`")?;
        let (mut rest, first) = self.binding(rest)?;
        let mut bindings = vec![first];
        let comma = |rest| self.sign(rest, ",", "`,`");
        let next = |rest| self.binding(rest);
        while let (after, Some(binding)) = opt(preceded(comma, cut(next))).parse(rest)? {
            rest = after;
            bindings.push(binding);
        }
        Ok((rest, Clause::For(bindings)))
    }

    /// ```text
    /// binding = KIND NAME | "pair" "of" … | "group" … | "row" NAME "of" TABLE
    /// ```
    fn binding(&self, start: &'a str) -> Read<'a, Binding<'a>> {
        match super::token::shown(blank(start)) {
            "pair" => self.pair(start),
            "group" => self.group(start),
            "row" => self.row(start),
            _ => {
                let (rest, kind) = self.name(start, "a kind of fact")?;
                let (rest, name) = cut(|rest| self.new_name(rest, "a name for it")).parse(rest)?;
                Ok((rest, Binding::Each { kind, name }))
            }
        }
    }

    /// ```text
    /// "pair" "of" KIND NAME "," NAME
    /// ```
    fn pair(&self, start: &'a str) -> Read<'a, Binding<'a>> {
        let (rest, _) = cut(|rest| self.phrase(rest, &["pair", "of"], "`pair of`")).parse(start)?;
        let (rest, kind) = cut(|rest| self.name(rest, "a kind of fact")).parse(rest)?;
        let (rest, first) = cut(|rest| self.new_name(rest, "a name for the first")).parse(rest)?;
        let (rest, _) = cut(|rest| self.sign(rest, ",", "`,` and a name for the second")).parse(rest)?;
        let (rest, second) = cut(|rest| self.new_name(rest, "a name for the second")).parse(rest)?;
        Ok((rest, Binding::Pair { kind, names: [first, second] }))
    }

    /// ```text
    /// "group" NAME "of" KIND NAME [ "with" unary ] "by" sum { "," sum }
    /// ```
    fn group(&self, start: &'a str) -> Read<'a, Binding<'a>> {
        let (rest, _) = cut(|rest| self.keyword(rest, "group", "`group`")).parse(start)?;
        let (rest, name) = cut(|rest| self.new_name(rest, "a name for the group")).parse(rest)?;
        let (rest, _) = cut(|rest| self.keyword(rest, "of", "`of`")).parse(rest)?;
        let (rest, kind) = cut(|rest| self.name(rest, "a kind of fact")).parse(rest)?;
        let (rest, member) = cut(|rest| self.new_name(rest, "a name for a member")).parse(rest)?;
        let with = |rest| self.keyword(rest, "with", "`with` and a condition");
        let (rest, with) = opt(preceded(with, cut(|rest| self.unary(rest)))).parse(rest)?;
        let (rest, _) = cut(|rest| self.keyword(rest, "by", "`by`")).parse(rest)?;
        let (rest, by) = cut(|rest| self.sums(rest)).parse(rest)?;
        Ok((rest, Binding::Group { name, kind, member, with, by }))
    }

    /// ```text
    /// "row" NAME "of" TABLE
    /// ```
    fn row(&self, start: &'a str) -> Read<'a, Binding<'a>> {
        let (rest, _) = cut(|rest| self.keyword(rest, "row", "`row`")).parse(start)?;
        let (rest, name) = cut(|rest| self.new_name(rest, "a name for the row")).parse(rest)?;
        let (rest, _) = cut(|rest| self.keyword(rest, "of", "`of`")).parse(rest)?;
        let (rest, table) = cut(|rest| self.name(rest, "the name of a table")).parse(rest)?;
        Ok((rest, Binding::Row { name, table }))
    }
}
