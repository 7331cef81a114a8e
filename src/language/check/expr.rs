//! Expressions: values and conditions.

use super::world::column_type;
use super::{Checker, fitting, literal, unknown};
use crate::facts::names::NameList;
use crate::facts::schema::{COMMON, Kind};
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::near::nearest;
use crate::language::rule::{Expr, ExprKind, Operator};
use crate::language::syntax::{self, Node, Quantified, Turn, Word};
use crate::source::Span;

use super::name::Bound;

impl Checker<'_, '_> {
    /// An expression that has to be a condition.
    pub(super) fn condition(&mut self, expr: &syntax::Expr<'_>) -> Expr {
        let checked = self.value(expr, None);
        if matches!(checked.of, Type::YesNo | Type::Unknown) {
            return checked;
        }
        let what = fitting::phrase(&checked.of);
        let mistake = self.mistake(Code::NotACondition, expr.span, format!("{what} is not a condition"));
        let help = match &checked.of {
            Type::Fact(_) => "compare it with something, or ask whether it `is known`",
            _ => "compare it with something, for example by `=`, `is` or `can be`",
        };
        self.say(mistake.labelled(what).help(help));
        unknown(expr.span)
    }

    /// Any expression. `wanted` is the closed list that a bare word may come from.
    pub(super) fn value(&mut self, expr: &syntax::Expr<'_>, wanted: Option<&'static NameList>) -> Expr {
        let span = expr.span;
        match &expr.node {
            Node::Number(number) => self.number(*number, span),
            Node::Date(date) => self.date(*date),
            Node::Text(text) => {
                let words = self.plain(text);
                literal::text(&words, span)
            }
            Node::Name(name) => self.name(name, span, wanted),
            Node::Call(name, args) => self.call(*name, args, span),
            Node::List(items) => self.list(items, span, wanted),
            Node::Bracketed(inner) => self.value(inner, wanted),
            Node::Field(of, name) => self.field(of, *name, span),
            Node::Index(of, key) => self.index(of, key, span),
            Node::Negative(number) => self.negative(number, span),
            Node::Arithmetic(operator, left, right) => self.arithmetic(*operator, left, right, span),
            Node::Compare(compare) => self.compare(compare, span),
            Node::Not(condition) => {
                if matches!(condition.node, Node::Not(_)) {
                    let mistake = self.mistake(Code::Unexpected, span, "`not not` says nothing");
                    self.say(mistake.labelled("turned round twice").help("write one `not`, or none"));
                }
                let condition = self.condition(condition);
                Expr { kind: ExprKind::Not(Box::new(condition)), span, of: Type::YesNo }
            }
            Node::Joined(conditions, joiners) => self.joined(conditions, joiners, span),
            Node::Quantified(quantified) => self.quantified(quantified, span),
        }
    }

    fn list(&mut self, items: &[syntax::Expr<'_>], span: Span, wanted: Option<&'static NameList>) -> Expr {
        let items: Vec<Expr> = items
            .iter()
            .map(|item| {
                let item = self.value(item, wanted);
                self.spelt(item, wanted)
            })
            .collect();
        let first = items.first().map_or(Type::Unknown, |item| item.of.clone());
        for item in items.iter().skip(1) {
            let alike = fitting::same_sort(&first, &item.of) || fitting::comparable(&first, &item.of);
            if !alike {
                let message =
                    format!("a list cannot hold both {} and {}", fitting::phrase(&first), fitting::phrase(&item.of));
                let mistake = self.mistake(Code::Mismatch, item.span, message);
                self.say(mistake.labelled(fitting::phrase(&item.of)));
            }
        }
        Expr { kind: ExprKind::List(items), span, of: Type::Set(Box::new(first)) }
    }

    fn negative(&mut self, number: &syntax::Expr<'_>, span: Span) -> Expr {
        let number = self.value(number, None);
        if !fitting::is_quantity(&number.of) && number.of != Type::Unknown {
            let what = fitting::phrase(&number.of);
            let mistake = self.mistake(Code::Mismatch, number.span, format!("{what} has no sign"));
            self.say(mistake.labelled(what));
            return unknown(span);
        }
        let of = number.of.clone();
        Expr { kind: ExprKind::Negative(Box::new(number)), span, of }
    }

    fn arithmetic(
        &mut self,
        operator: Operator,
        left: &syntax::Expr<'_>,
        right: &syntax::Expr<'_>,
        span: Span,
    ) -> Expr {
        let (left, right) = (self.value(left, None), self.value(right, None));
        if let Some(of) = fitting::arithmetic(operator, &left.of, &right.of) {
            return Expr { kind: ExprKind::Arithmetic(operator, Box::new(left), Box::new(right)), span, of };
        }
        let (a, b) = (fitting::phrase(&left.of), fitting::phrase(&right.of));
        let message = match operator {
            Operator::Plus | Operator::Minus => format!("{b} cannot be {} {a}", fitting::verb(operator)),
            Operator::Times | Operator::Over => format!("{a} cannot be {} {b}", fitting::verb(operator)),
        };
        let mistake = self.mistake(Code::Mismatch, left.span, message).labelled(a).and(right.span, b);
        self.say(mistake.maybe_help(super::advice::advice(&left, &right, self.source)));
        unknown(span)
    }

    fn joined(&mut self, conditions: &[syntax::Expr<'_>], joiners: &[Word<'_>], span: Span) -> Expr {
        let first = joiners.first().map_or("and", |joiner| joiner.text);
        let mixed = joiners.iter().find(|joiner| joiner.text != first);
        if let Some(other) = mixed {
            let mistake = self.mistake(Code::AndOr, other.span, "`and` and `or` are mixed without parentheses");
            let help = "put parentheses round one side: `(a and b) or c`, or `a and (b or c)`";
            self.say(mistake.labelled("which belongs together?").help(help));
        }
        let unclear = self.some_and(conditions, joiners);
        // The names of an unclear condition may be meant where they are not known.
        let conditions = self
            .leniently(unclear, |checker| conditions.iter().map(|condition| checker.condition(condition)).collect());
        if mixed.is_some() {
            return unknown(span);
        }
        let kind = if first == "and" { ExprKind::And(conditions) } else { ExprKind::Or(conditions) };
        Expr { kind, span, of: Type::YesNo }
    }

    /// `some x y with A and B`: does `and B` belong inside?
    fn some_and(&mut self, conditions: &[syntax::Expr<'_>], joiners: &[Word<'_>]) -> bool {
        let mut unclear = false;
        for (condition, joiner) in conditions.iter().zip(joiners) {
            let Node::Quantified(quantified) = &condition.node else { continue };
            if matches!(quantified.with.node, Node::Bracketed(_)) {
                continue;
            }
            let word = if quantified.turn == Turn::Not { "no" } else { "some" };
            let message = format!("it is not clear how far the condition of `{word}` goes");
            let mistake = self.mistake(Code::SomeAnd, joiner.span, message).labelled("inside or outside?");
            let (kind, name) = (quantified.kind.text, quantified.name.text);
            self.say(mistake.help(format!("put parentheses round it: `{word} {kind} {name} with (…)`")));
            unclear = true;
        }
        unclear
    }

    fn quantified(&mut self, quantified: &Quantified<'_>, span: Span) -> Expr {
        let kind = self.kind(quantified.kind);
        let slot = self.new_slot();
        let of = kind.map_or(Type::Unknown, Type::Fact);
        self.bind(quantified.name, of, Bound::Variable(slot));
        let with = self.condition(&quantified.with);
        if let Some(local) = self.locals.pop()
            && !local.used
            && !self.lenient
        {
            let message = format!("the condition says nothing about `{}`", local.name);
            let mistake = self.mistake(Code::Unused, local.span, message).labelled("never used");
            self.say(mistake);
        }
        let Some(kind) = kind else { return unknown(span) };
        let name = quantified.name.text.to_owned();
        let some = Expr { kind: ExprKind::Some { kind, slot, name, with: Box::new(with) }, span, of: Type::YesNo };
        match quantified.turn {
            Turn::Plain => some,
            Turn::Not => Expr { kind: ExprKind::Not(Box::new(some)), span, of: Type::YesNo },
        }
    }

    /// The kind of fact of that name.
    pub(super) fn kind(&mut self, word: Word<'_>) -> Option<Kind> {
        let kind = Kind::named(word.text);
        if kind.is_none() {
            let mistake = self.mistake(Code::UnknownKind, word.span, format!("`{}` is not a kind of fact", word.text));
            let kinds = Kind::ALL.iter().map(|kind| kind.word());
            let plural = Kind::ALL.iter().map(|kind| kind.word()).find(|kind| word.text == format!("{kind}s"));
            let help = match plural.or_else(|| nearest(word.text, kinds)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`factlint schema` lists the kinds of fact".into(),
            };
            self.say(mistake.labelled("no such kind").help(help));
        }
        kind
    }

    fn field(&mut self, of: &syntax::Expr<'_>, name: Word<'_>, span: Span) -> Expr {
        // The key of a group goes before the field of its members.
        if let Node::Name(group) = of.node
            && let Some((slot, of)) = self.group_key(group, name.text)
        {
            return Expr { kind: ExprKind::Slot(slot), span, of };
        }
        let base = self.value(of, None);
        let (inner, mapped) = match &base.of {
            Type::Set(of) => ((**of).clone(), true),
            of => (of.clone(), false),
        };
        let found = match inner {
            Type::Unknown => return unknown(span),
            Type::Fact(kind) => find_field(kind, name.text),
            Type::Row(table) if !mapped => self.column(table, name.text),
            _ => None,
        };
        let Some((field, of)) = found else {
            self.unknown_field(&base, &inner, name);
            return unknown(span);
        };
        let base = Box::new(base);
        let kind = match field {
            Found::Own(kind, field) => ExprKind::Field { of: base, kind, field },
            Found::Common(field) => ExprKind::Common { of: base, field },
            Found::Column(table, column) => ExprKind::Column { row: base, table, column },
        };
        // A set of sets is one set.
        let of = match (mapped, of) {
            (true, Type::Set(of)) => Type::Set(of),
            (true, of) => Type::Set(Box::new(of)),
            (false, of) => of,
        };
        Expr { kind, span, of }
    }

    fn column(&self, table: usize, name: &str) -> Option<(Found, Type)> {
        let columns = &self.world.table_at(table)?.columns;
        let column = columns.iter().position(|column| column.name == name)?;
        let of = columns.get(column).map(|column| column_type(column.of))?;
        Some((Found::Column(table, column), of))
    }

    fn unknown_field(&mut self, base: &Expr, of: &Type, name: Word<'_>) {
        let what = match of {
            Type::Row(table) => {
                format!("a row of `{}`", self.world.table_at(*table).map_or("", |table| &table.name))
            }
            of => fitting::phrase(of),
        };
        let (fields, common) = match of {
            Type::Fact(kind) => {
                let mut fields: Vec<&str> = kind.schema().fields.iter().map(|field| field.name).collect();
                fields.sort_unstable();
                (fields, COMMON.iter().map(|field| field.name).collect())
            }
            Type::Row(table) => {
                let columns = self.world.table_at(*table).map_or(&[][..], |table| &table.columns);
                (columns.iter().map(|column| column.name.as_str()).collect(), Vec::new())
            }
            _ => (Vec::new(), Vec::new()),
        };
        let near = nearest(name.text, fields.iter().chain(&common).copied());
        let near = near.map_or(String::new(), |near| format!("did you mean `{near}`? "));
        let capital = what.replacen("a ", "A ", 1).replacen("an `", "An `", 1).replace('`', "");
        let help = if fields.is_empty() && common.is_empty() {
            format!("{what} has no fields")
        } else if fields.is_empty() {
            format!("{near}{capital} has: {}", common.join(", "))
        } else {
            format!("{near}{capital} has: {}", fields.join(", "))
        };
        let mistake = self.mistake(Code::UnknownField, name.span, format!("{what} has no `{}`", name.text));
        let mistake = mistake.labelled("no such field").and(base.span, format!("this is {what}"));
        let named = self.locals.iter().find(
            |local| matches!((&local.what, &base.kind), (Bound::Let(slot), ExprKind::Slot(used)) if slot == used),
        );
        match named {
            // A slip where the name is given makes all its fields unknown.
            Some(named) if fields.is_empty() => {
                let (named, span) = (named.name.clone(), named.span);
                if !self.unknown_names.contains(&named) {
                    self.unknown_names.push(named);
                    self.say(mistake.and(span, "named here"));
                }
            }
            Some(_) | None => self.say(mistake.help(help)),
        }
    }

    fn index(&mut self, of: &syntax::Expr<'_>, key: &syntax::Expr<'_>, span: Span) -> Expr {
        let (base, key) = (self.value(of, None), self.value(key, None));
        let ExprKind::Table(table) = base.kind else {
            if base.of != Type::Unknown {
                let what = fitting::phrase(&base.of);
                let mistake = self.mistake(Code::Mismatch, base.span, "only tables are looked up in with `[…]`");
                self.say(mistake.labelled(what).help("of a list, `first(…)` and `last(…)` give members"));
            }
            return unknown(span);
        };
        if !self.fits_key(&key) || !self.has_key(table, base.span) {
            return unknown(span);
        }
        Expr { kind: ExprKind::Lookup { table, key: Box::new(key) }, span, of: Type::Row(table) }
    }

    /// Whether rows of a table can be looked up; says so if not.
    pub(super) fn has_key(&mut self, table: usize, span: Span) -> bool {
        let Some(keyless) = self.world.table_at(table).filter(|table| table.key.is_none()) else { return true };
        // What is missing is missing in the table, however often it is looked up in.
        if let Some((source, place)) = self.world.keyless(table) {
            let message = format!("rows of the table `{}` are looked up, and it has no key", keyless.name);
            let mistake = Mistake::new(Code::TableKey, source, place, message).labelled("has no key");
            let mistake = mistake.and_in(self.source, span, "looked up here");
            self.say(mistake.help("write `key` before one of its columns, or go through its rows with `row r of …`"));
        }
        false
    }

    /// Whether a value can be looked up in a table; says so if not.
    pub(super) fn fits_key(&mut self, key: &Expr) -> bool {
        let fits = match &key.of {
            Type::Text | Type::Thing(_) | Type::Unknown | Type::Named(_) => true,
            Type::Fact(kind) => fitting::has_name(*kind),
            _ => false,
        };
        if !fits {
            let what = fitting::phrase(&key.of);
            let mistake = self.mistake(Code::Mismatch, key.span, format!("{what} cannot be the key of a table"));
            self.say(mistake.labelled(what).help("keys are texts, nouns and names"));
        }
        fits
    }
}

/// Where a field was found.
enum Found {
    Own(Kind, usize),
    Common(usize),
    Column(usize, usize),
}

fn find_field(kind: Kind, name: &str) -> Option<(Found, Type)> {
    let fields = kind.schema().fields.iter().enumerate();
    let own =
        fields.filter(|(_, field)| field.name == name).map(|(at, field)| (Found::Own(kind, at), (field.of)())).next();
    let mut common = COMMON.iter().enumerate().filter(|(_, field)| field.name == name);
    own.or_else(|| common.next().map(|(at, field)| (Found::Common(at), (field.of)())))
}
