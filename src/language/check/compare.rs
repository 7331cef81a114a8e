//! Comparisons: which two values go together, and by which words.

use super::name::member;
use super::{Checker, advice, fitting, literal, unknown};
use crate::facts::names::NameList;
use crate::facts::value::{ThingKind, Type};
use crate::language::code::Code;
use crate::language::near::did_you_mean;
use crate::language::rule::{Comparison, Expr, ExprKind, Literal};
use crate::language::syntax::{self, Compare, Node, Relation, Turn};
use crate::source::Span;
use crate::text::lexicon::{self, VerbForms};

impl Checker<'_, '_> {
    pub(super) fn compare(&mut self, compare: &Compare<'_>, span: Span) -> Expr {
        if let Some(second) = compare.chained {
            let mistake = self.mistake(Code::Chained, second, "comparisons do not chain");
            let help = "write two comparisons with `and`, or a range: `x in 1 to 5`";
            self.say(mistake.labelled("a second comparison").and(compare.at, "the first").help(help));
        }
        let left = &compare.left;
        match &compare.relation {
            Relation::Symbol(sign, right) => self.symbol(sign, compare.at, left, right, span),
            Relation::Before(right) => self.ordered(Comparison::Less, left, right, span),
            Relation::After(right) => self.ordered(Comparison::Greater, left, right, span),
            Relation::CanBe(right) => self.ordered(Comparison::CanBe, left, right, span),
            Relation::CannotBe(right) => self.cannot_be(compare.at, left, right, span),
            Relation::Is(turn, right) => self.is(*turn, compare.at, left, right, span),
            Relation::OneOf(turn, right) => self.one_of(*turn, left, right, span),
            Relation::KindOf(turn, right) => self.kind_of(*turn, left, right, span),
            Relation::Known => self.known(Turn::Plain, left, span),
            Relation::Missing => self.known(Turn::Not, left, span),
            Relation::Within(tolerance, of) => self.within(left, tolerance, of, span),
            Relation::Range(turn, low, high) => self.range(*turn, left, low, high, span),
            Relation::In(turn, right) => self.inside(*turn, left, right, span),
            Relation::Matches(pattern) => self.matches(left, *pattern, span),
            Relation::Contains(right) => self.contains(left, right, span),
        }
    }

    pub(super) fn made(&mut self, comparison: Comparison, left: Expr, right: Expr, span: Span) -> Expr {
        if left.of == Type::Unknown || right.of == Type::Unknown {
            return unknown(span);
        }
        self.not_itself(&left, &right, span);
        Expr { kind: ExprKind::Compare(comparison, Box::new(left), Box::new(right)), span, of: Type::YesNo }
    }

    /// Says of two sides that they are one.
    pub(super) fn not_itself(&mut self, left: &Expr, right: &Expr, span: Span) {
        let literal = |expr: &Expr| matches!(expr.kind, ExprKind::Literal(_));
        if left.of != Type::Unknown && !literal(left) && !literal(right) && left.same_as(right) {
            let mistake = self.mistake(Code::Itself, span, "this compares something with itself");
            self.say(mistake.labelled("both sides are the same").help("write what it is to be compared with"));
        }
    }

    /// Both sides, a bare word on one being a value of the list that the other comes from.
    fn sides(&mut self, left: &syntax::Expr<'_>, right: &syntax::Expr<'_>) -> (Expr, Expr) {
        let bare = matches!(left.node, Node::Name(name) if self.is_unbound(name));
        let (left, right) = if bare {
            let right = self.value(right, None);
            (self.beside(left, &right.of), right)
        } else {
            let checked = self.value(left, None);
            let right = self.beside(right, &checked.of);
            let ambiguous = match (&left.node, list_of(&right.of)) {
                (Node::Name(name), Some(list)) => self.ambiguous(name, left.span, list),
                _ => false,
            };
            (if ambiguous { unknown(left.span) } else { checked }, right)
        };
        let (to_right, to_left) = (list_of(&left.of), list_of(&right.of));
        (self.spelt(left, to_left), self.spelt(right, to_right))
    }

    /// A value beside one of the type `of`, whose list a bare word comes from.
    pub(super) fn beside(&mut self, expr: &syntax::Expr<'_>, of: &Type) -> Expr {
        // Beside something with a mistake, a bare word may be a value of any list.
        self.leniently(*of == Type::Unknown, |checker| checker.value(expr, list_of(of)))
    }

    /// A value of a list that is written as a text.
    pub(super) fn spelt(&mut self, expr: Expr, wanted: Option<&'static NameList>) -> Expr {
        let (Some(list), ExprKind::Literal(Literal::Text(word))) = (wanted, &expr.kind) else { return expr };
        if let Some(named) = member(list, word) {
            return literal::literal(Literal::Named(named), Type::Named(list), expr.span);
        }
        let mistake = self.mistake(Code::UnknownName, expr.span, format!("{} has no value “{word}”", list.name));
        let members = || list.members.iter().copied();
        let help = did_you_mean(word, members())
            .unwrap_or_else(|| format!("{} is one of {}", list.name, list.members.join(", ")));
        self.say(mistake.labelled("no such value").help(help));
        unknown(expr.span)
    }

    fn symbol(&mut self, sign: &str, at: Span, left: &syntax::Expr<'_>, right: &syntax::Expr<'_>, span: Span) -> Expr {
        let (comparison, ours) = match sign {
            "=" | "==" | "===" => (Comparison::Equal, "="),
            "!=" | "<>" | "!==" | "≠" => (Comparison::Unequal, "!="),
            "<" => (Comparison::Less, "<"),
            "<=" | "=<" | "≤" => (Comparison::AtMost, "<="),
            ">" => (Comparison::Greater, ">"),
            _ => (Comparison::AtLeast, ">="),
        };
        if sign != ours {
            let mistake = self.mistake(Code::Symbol, at, format!("`{sign}` is not a sign of this language"));
            self.say(mistake.labelled("not known").help(format!("write `{ours}`")));
        }
        let (left, right) = self.sides(left, right);
        if matches!(comparison, Comparison::Equal | Comparison::Unequal) && (is_thing(&left.of) || is_thing(&right.of))
        {
            let is = if comparison == Comparison::Equal { "is" } else { "is not" };
            let thing = if is_thing(&left.of) { &left } else { &right };
            let message = format!("`{ours}` compares figures and dates, and this is {}", fitting::phrase(&thing.of));
            let mistake = self.mistake(Code::UseIs, at, message).and(thing.span, fitting::phrase(&thing.of));
            self.say(mistake.help(format!("things, names and texts are compared with `{is}`")));
            return unknown(span);
        }
        if comparison == Comparison::Equal && is_value(&left) && is_value(&right) {
            let message = "two values as meant are surely equal only if both are exact";
            let mistake = self.mistake(Code::HedgedEqual, at, message);
            self.say(mistake.help("did you mean `can be`, or the `figure` as written?"));
        }
        self.scaled(comparison, left, right, span)
    }

    fn ordered(
        &mut self,
        comparison: Comparison,
        left: &syntax::Expr<'_>,
        right: &syntax::Expr<'_>,
        span: Span,
    ) -> Expr {
        let (left, right) = self.sides(left, right);
        self.scaled(comparison, left, right, span)
    }

    /// A comparison of figures or dates.
    fn scaled(&mut self, comparison: Comparison, left: Expr, right: Expr, span: Span) -> Expr {
        if fitting::comparable(&left.of, &right.of) {
            return self.made(comparison, left, right, span);
        }
        self.mismatch(&left, &right);
        unknown(span)
    }

    pub(super) fn mismatch(&mut self, left: &Expr, right: &Expr) {
        let (a, b) = (fitting::phrase(&left.of), fitting::phrase(&right.of));
        let message =
            if a == b { format!("{a} cannot be compared so") } else { format!("{a} cannot be compared with {b}") };
        let mistake = self.mistake(Code::Mismatch, left.span, message).labelled(a).and(right.span, b);
        self.say(mistake.maybe_help(advice::advice(left, right, self.source)));
    }

    fn cannot_be(&mut self, at: Span, left: &syntax::Expr<'_>, right: &syntax::Expr<'_>, span: Span) -> Expr {
        if self.in_must {
            self.only_possible(span);
        } else {
            let mistake = self.mistake(Code::CannotBe, at, "`cannot be` is written `!=`");
            self.say(mistake.labelled("surely different is meant").help("write `!=`"));
        }
        self.ordered(Comparison::Unequal, left, right, span)
    }

    fn is(&mut self, turn: Turn, at: Span, left: &syntax::Expr<'_>, right: &syntax::Expr<'_>, span: Span) -> Expr {
        let (left, right) = self.sides(left, right);
        let comparison = if turn == Turn::Plain { Comparison::Is } else { Comparison::IsNot };
        if fitting::same_sort(&left.of, &right.of) {
            self.base_form(&left, &right);
            self.base_form(&right, &left);
            return self.made(comparison, left, right, span);
        }
        if fitting::comparable(&left.of, &right.of) {
            let (is, sign) = if turn == Turn::Plain { ("is", "=") } else { ("is not", "!=") };
            let what = fitting::phrase(&left.of);
            let mistake = self.mistake(Code::UseEquals, at, format!("`{is}` compares things, and this is {what}"));
            let mistake = mistake.and(left.span, what);
            self.say(mistake.help(format!("figures and dates are compared with `{sign}`, or with `can be`")));
            return unknown(span);
        }
        self.mismatch(&left, &right);
        unknown(span)
    }

    /// Says of a word beside a noun or verb that it stands in no form that nouns or verbs are compared in.
    pub(super) fn base_form(&mut self, thing: &Expr, word: &Expr) {
        let (Type::Thing(kind), ExprKind::Literal(Literal::Text(text))) = (&thing.of, &word.kind) else { return };
        let lower = text.trim().to_lowercase();
        let (rest, last) = lower.rsplit_once(' ').map_or(("", lower.as_str()), |(rest, last)| (rest, last));
        let (base, what) = match kind {
            ThingKind::Noun if lexicon::is_plural(last) => {
                (lexicon::singular(last), "nouns are compared in the singular")
            }
            ThingKind::Verb if !lexicon::verb_form(last).has(VerbForms::BASE) => {
                (lexicon::verb_base(last), "verbs are compared in their base form")
            }
            ThingKind::Noun | ThingKind::Verb | ThingKind::Name | ThingKind::Unit => return,
        };
        if base == last {
            return;
        }
        let mistake = self.mistake(Code::NeverWord, word.span, format!("no text gives “{text}” here: {what}"));
        let space = if rest.is_empty() { "" } else { " " };
        self.say(mistake.labelled("never found").help(format!("write \"{rest}{space}{base}\"")));
    }

    fn known(&mut self, turn: Turn, of: &syntax::Expr<'_>, span: Span) -> Expr {
        let of = self.value(of, None);
        if of.of == Type::Unknown {
            return unknown(span);
        }
        turned(turn, Expr { kind: ExprKind::Known(Box::new(of)), span, of: Type::YesNo })
    }

    fn within(
        &mut self,
        value: &syntax::Expr<'_>,
        tolerance: &syntax::Expr<'_>,
        of: &syntax::Expr<'_>,
        span: Span,
    ) -> Expr {
        let (value, of) = self.sides(value, of);
        let tolerance = self.value(tolerance, None);
        if !fitting::comparable(&value.of, &of.of) {
            self.mismatch(&value, &of);
            return unknown(span);
        }
        // An amount of time is how far two dates are apart, points how far two percentages are.
        let fits = match (&tolerance.of, &value.of) {
            (Type::Percent | Type::Share | Type::Unknown, _) | (_, Type::Unknown) => value.of != Type::Date,
            (Type::Time, Type::Date) | (Type::Points, Type::Percent) => true,
            (_, Type::Date) => false,
            (tolerance, value) => fitting::comparable(tolerance, value),
        };
        if !fits {
            let (a, b) = (fitting::phrase(&tolerance.of), fitting::phrase(&value.of));
            let mistake = self.mistake(Code::Mismatch, tolerance.span, format!("{a} is no tolerance for {b}"));
            let help = match value.of {
                Type::Date => "say how far off it may be as a length of time: `within 3 days of …`",
                _ => "say how far off it may be in per cent or in the same unit: `within 5% of …`",
            };
            self.say(mistake.labelled(a).and(value.span, b).help(help));
            return unknown(span);
        }
        self.not_itself(&value, &of, span);
        let kind = ExprKind::Within { value: Box::new(value), tolerance: Box::new(tolerance), of: Box::new(of) };
        Expr { kind, span, of: Type::YesNo }
    }
}

/// The condition or its opposite.
pub(super) fn turned(turn: Turn, condition: Expr) -> Expr {
    match turn {
        Turn::Plain => condition,
        Turn::Not => {
            let span = condition.span;
            Expr { kind: ExprKind::Not(Box::new(condition)), span, of: Type::YesNo }
        }
    }
}

/// The closed list that values of this type come from.
pub(super) fn list_of(of: &Type) -> Option<&'static NameList> {
    match of {
        Type::Named(list) => Some(list),
        Type::Set(of) => list_of(of),
        _ => None,
    }
}

fn is_thing(of: &Type) -> bool {
    matches!(of, Type::Text | Type::Thing(_) | Type::Named(_) | Type::Fact(_) | Type::YesNo | Type::Row(_))
}

/// Whether it is the `value` of a fact, which rounding and hedges make an interval.
fn is_value(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Field { kind, field, .. } => {
            expr.of != Type::Date && kind.schema().fields.get(*field).is_some_and(|field| field.name == "value")
        }
        _ => false,
    }
}
