//! Marks and suggestions: what they show has a place in the text.

use super::name::Bound;
use super::{Checker, fitting};
use crate::facts::schema::Kind;
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::rule::{Expr, ExprKind, Mark, Suggest};
use crate::language::syntax::{self, Text, Word};
use crate::source::Span;

impl Checker<'_, '_> {
    pub(super) fn mark(&mut self, each: bool, thing: &syntax::Expr<'_>, label: &Text<'_>) -> Mark {
        let expr = self.value(thing, None);
        let set = match &expr.of {
            Type::Set(of) => Some((**of).clone()),
            _ => None,
        };
        let fits = expr.of == Type::Unknown || each == set.is_some();
        if !fits {
            let (what, help) = if each {
                (fitting::phrase(&expr.of), "leave out `each`")
            } else {
                ("a list".into(), "write `mark each`; inside its label, `it` is the member")
            };
            let word = if each { "mark each" } else { "mark" };
            let mistake = self.mistake(Code::MarkEach, expr.span, format!("`{word}` does not fit {what}"));
            self.say(mistake.labelled(what).help(help));
        }
        if fits && !self.has_place(&expr) {
            let mistake = self.mistake(Code::NoPlace, expr.span, "this has no place in the text");
            let help = "mark a fact, or a field of one that stands in the text";
            self.say(mistake.labelled(origin(&expr)).help(help));
        }
        let it = each.then(|| {
            let slot = self.new_slot();
            let of = set.unwrap_or(Type::Unknown);
            self.bind(Word { text: "it", span: expr.span }, of, Bound::Variable(slot));
            slot
        });
        let label = self.template(label);
        if it.is_some() {
            self.locals.pop();
        }
        Mark { expr, each: it, label }
    }

    pub(super) fn suggest(
        &mut self,
        replace: &syntax::Expr<'_>,
        with: &Text<'_>,
        because: Option<&Text<'_>>,
    ) -> Suggest {
        let replace = self.value(replace, None);
        if replace.of != Type::Unknown && (!self.has_place(&replace) || matches!(replace.of, Type::Set(_))) {
            let mistake = self.mistake(Code::Computed, replace.span, "only words of the text can be replaced");
            self.say(mistake.labelled(origin(&replace)).help("name a fact or a field that stands in the text"));
        }
        let with = self.template(with);
        Suggest { replace, with, because: because.map(|because| self.plain(because)) }
    }

    /// Whether a value comes from words of the article.
    pub(super) fn has_place(&self, expr: &Expr) -> bool {
        match &expr.kind {
            _ if matches!(expr.of, Type::Row(_) | Type::Fact(Kind::Article)) => false,
            ExprKind::Slot(_) => self.named_at(expr).is_none_or(|named| named.has_place),
            ExprKind::Field { of, .. } | ExprKind::Common { of, .. } => self.has_place(of),
            ExprKind::Call(function, args) => {
                use crate::language::rule::Function::{Distinct, First, Last};
                matches!(function, First | Last | Distinct) && args.iter().all(|arg| self.has_place(arg))
            }
            ExprKind::Literal(_)
            | ExprKind::Setting(_)
            | ExprKind::Article
            | ExprKind::Column { .. }
            | ExprKind::Lookup { .. }
            | ExprKind::Table(_)
            | ExprKind::List(_)
            | ExprKind::Negative(_)
            | ExprKind::Arithmetic(..)
            | ExprKind::Compare(..)
            | ExprKind::Within { .. }
            | ExprKind::InRange { .. }
            | ExprKind::Known(_)
            | ExprKind::Matches(..)
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Not(_)
            | ExprKind::Some { .. } => expr.of == Type::Unknown,
        }
    }

    pub(super) fn only_possible(&mut self, span: Span) {
        let mistake = self.mistake(Code::Possible, span, "this rule would report something that is only possible");
        let help = "`must` has to be broken for certain. Use `!=` (surely different), or turn the rule round and say what must hold";
        self.say(mistake.labelled("broken as soon as the two could be equal").help(help));
    }
}

/// Where a value comes from that has no place.
fn origin(expr: &Expr) -> &'static str {
    match &expr.kind {
        ExprKind::Literal(_) | ExprKind::Setting(_) | ExprKind::List(_) => "written in the rule",
        ExprKind::Column { .. } | ExprKind::Lookup { .. } | ExprKind::Table(_) => "from a table",
        ExprKind::Article => "the whole article",
        _ => "worked out, not written in the text",
    }
}
