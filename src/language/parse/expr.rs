//! Expressions, from `and` and `or` down to names and literals.

use super::token::blank;
use super::{Read, Reader};
use crate::language::rule::Operator;
use crate::language::syntax::{Compare, Expr, Node, Quantified, Turn};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::{cut, opt};
use nom::multi::separated_list0;
use nom::sequence::{delimited, preceded};

impl<'a> Reader<'a> {
    /// ```text
    /// expr = unary { "and" unary } | unary { "or" unary }
    /// ```
    ///
    /// Mixed, they are read too; the checker explains.
    pub(super) fn expr(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        let (mut rest, first) = self.unary(start)?;
        let (mut conditions, mut joiners) = (vec![first], Vec::new());
        loop {
            let joiner = |rest: &'a str| {
                let (after, word) = self.any_word(rest, "`and`/`or`")?;
                if matches!(word.text, "and" | "or") { Ok((after, word)) } else { self.fail(rest, "`and`/`or`") }
            };
            let (after, joiner) = opt(joiner).parse(rest)?;
            let Some(joiner) = joiner else { break };
            let (after, condition) = cut(|rest| self.unary(rest)).parse(after)?;
            rest = after;
            conditions.push(condition);
            joiners.push(joiner);
        }
        match (conditions.pop(), joiners.is_empty()) {
            (Some(only), true) => Ok((rest, only)),
            (last, _) => {
                conditions.extend(last);
                self.node(start, rest, Node::Joined(conditions, joiners))
            }
        }
    }

    /// ```text
    /// unary = "not" unary | quantified | comparison
    /// ```
    pub(super) fn unary(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        let word = super::token::shown(blank(start));
        match word {
            "not" => {
                let (rest, _) = self.keyword(start, "not", "`not`")?;
                let (rest, condition) = cut(|rest| self.deeper(rest, |rest| self.unary(rest))).parse(rest)?;
                self.node(start, rest, Node::Not(Box::new(condition)))
            }
            "some" | "no" => self.quantified(start),
            _ => self.comparison(start),
        }
    }

    /// ```text
    /// quantified = ( "some" | "no" ) KIND NAME "with" unary
    /// ```
    fn quantified(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        let (rest, word) = self.any_word(start, "`some` or `no`")?;
        let turn = if word.text == "no" { Turn::Not } else { Turn::Plain };
        let (rest, kind) = cut(|rest| self.name(rest, "a kind of fact")).parse(rest)?;
        let (rest, name) = cut(|rest| self.new_name(rest, "a name for it")).parse(rest)?;
        let (rest, _) = cut(|rest| self.keyword(rest, "with", "`with` and a condition")).parse(rest)?;
        let (rest, with) = cut(|rest| self.deeper(rest, |rest| self.unary(rest))).parse(rest)?;
        self.node(start, rest, Node::Quantified(Box::new(Quantified { turn, kind, name, with })))
    }

    /// ```text
    /// comparison = sum [ relation ]
    /// ```
    fn comparison(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        let (rest, left) = self.sum(start)?;
        let (rest, relation) = opt(|rest| self.relation(rest)).parse(rest)?;
        let Some((at, relation)) = relation else { return Ok((rest, left)) };
        // A second relation is read to be explained.
        let (after, second) = opt(|rest| self.relation(rest)).parse(rest)?;
        let chained = second.map(|(at, _)| at);
        self.node(start, after, Node::Compare(Box::new(Compare { left, relation, at, chained })))
    }

    /// ```text
    /// sum = product { ( "+" | "-" ) product }
    /// ```
    pub(super) fn sum(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        let operators = [("+", Operator::Plus), ("-", Operator::Minus)];
        self.chain(start, operators, |rest| self.product(rest))
    }

    /// ```text
    /// product = neg { ( "*" | "/" ) neg }
    /// ```
    fn product(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        let operators = [("*", Operator::Times), ("/", Operator::Over)];
        self.chain(start, operators, |rest| self.neg(rest))
    }

    fn chain(
        &self,
        start: &'a str,
        operators: [(&str, Operator); 2],
        operand: impl Fn(&'a str) -> Read<'a, Expr<'a>>,
    ) -> Read<'a, Expr<'a>> {
        let (mut rest, mut left) = operand(start)?;
        loop {
            let next = blank(rest);
            let found = operators.iter().find_map(|&(sign, operator)| Some((next.strip_prefix(sign)?, operator)));
            let Some((after, operator)) = found else { return Ok((rest, left)) };
            let (after, right) = cut(&operand).parse(after)?;
            (rest, left) = self.node(start, after, Node::Arithmetic(operator, Box::new(left), Box::new(right)))?;
        }
    }

    /// ```text
    /// neg = [ "-" ] atom
    /// ```
    fn neg(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        let Some(rest) = blank(start).strip_prefix('-') else { return self.atom(start) };
        let (rest, number) = cut(|rest| self.atom(rest)).parse(rest)?;
        self.node(start, rest, Node::Negative(Box::new(number)))
    }

    /// ```text
    /// atom = primary { "." NAME | "[" expr "]" }
    /// ```
    pub(super) fn atom(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        let (mut rest, mut atom) = self.primary(start)?;
        loop {
            // A bracket on another line or behind a blank is a list of its own.
            if rest.starts_with('[') {
                let (after, _) = self.sign(rest, "[", "`[`")?;
                let (after, key) = cut(|rest| self.deeper(rest, |rest| self.expr(rest))).parse(after)?;
                let (after, _) = cut(|rest| self.sign(rest, "]", "`]`")).parse(after)?;
                (rest, atom) = self.node(start, after, Node::Index(Box::new(atom), Box::new(key)))?;
            } else if let Some(after) = blank(rest).strip_prefix('.') {
                let (after, name) = cut(|rest| self.any_word(rest, "the name of a field")).parse(after)?;
                (rest, atom) = self.node(start, after, Node::Field(Box::new(atom), name))?;
            } else {
                return Ok((rest, atom));
            }
        }
    }

    /// ```text
    /// primary = NUMBER | DATE | STRING | NAME | NAME "(" [ expr { "," expr } ] ")"
    ///         | "[" [ expr { "," expr } ] "]" | "(" expr ")"
    /// ```
    fn primary(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        match blank(start).chars().next() {
            Some(c) if c.is_ascii_digit() => self.quantity(start),
            Some('"' | '“') => {
                let (rest, text) = self.strings(start)?;
                self.node(start, rest, Node::Text(text))
            }
            Some('[') => {
                let (rest, list) = self.listed(start, "[", "]", "`]`")?;
                self.node(start, rest, Node::List(list))
            }
            Some('(') => {
                let inside = |rest| self.deeper(rest, |rest| self.expr(rest));
                let open = |rest| self.sign(rest, "(", "`(`");
                let close = |rest| self.sign(rest, ")", "`)`");
                let (rest, expr) = delimited(open, cut(inside), cut(close)).parse(start)?;
                self.node(start, rest, Node::Bracketed(Box::new(expr)))
            }
            _ => self.named(start),
        }
    }

    /// A number or a date.
    fn quantity(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        let date = |rest| self.date(rest).map(|(rest, date)| (rest, Node::Date(date)));
        let number = |rest| self.number(rest).map(|(rest, number)| (rest, Node::Number(number)));
        let (rest, node) = alt((date, number)).parse(start)?;
        self.node(start, rest, node)
    }

    /// A name, a call, or a year.
    fn named(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        let (rest, name) = self.name(start, "a value")?;
        if name.text == "year" && blank(rest).starts_with(|c: char| c.is_ascii_digit()) {
            let (rest, date) = cut(|rest| self.date(rest)).parse(start)?;
            return self.node(start, rest, Node::Date(date));
        }
        if rest.starts_with('(') {
            let (rest, args) = self.listed(rest, "(", ")", "`)`")?;
            return self.node(start, rest, Node::Call(name, args));
        }
        self.node(start, rest, Node::Name(name.text))
    }

    /// Expressions with commas between them, in brackets.
    fn listed(
        &self,
        start: &'a str,
        open: &'static str,
        close: &'static str,
        expected: &'static str,
    ) -> Read<'a, Vec<Expr<'a>>> {
        let (rest, _) = self.sign(start, open, "a list")?;
        let item = |rest| self.deeper(rest, |rest| self.expr(rest));
        let comma = |rest| self.sign(rest, ",", "`,`");
        if let Some(rest) = blank(rest).strip_prefix(close) {
            return Ok((rest, Vec::new()));
        }
        let (rest, items) = separated_list0(comma, item).parse(rest)?;
        let (rest, _) = cut(|rest| self.sign(rest, close, expected)).parse(rest)?;
        Ok((rest, items))
    }

    /// A literal where one is given, with its sign.
    pub(super) fn literal(&self, start: &'a str) -> Read<'a, Expr<'a>> {
        self.neg(start)
    }

    /// Sums with commas between them.
    pub(super) fn sums(&self, start: &'a str) -> Read<'a, Vec<Expr<'a>>> {
        let (mut rest, first) = self.sum(start)?;
        let mut sums = vec![first];
        let comma = |rest| self.sign(rest, ",", "`,`");
        while let Ok((after, sum)) = preceded(comma, cut(|rest| self.sum(rest))).parse(rest) {
            rest = after;
            sums.push(sum);
        }
        Ok((rest, sums))
    }
}
