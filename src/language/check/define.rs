//! Definitions: checked once by their parameters' types, written out wherever they are used.

use super::name::Bound;
use super::world::World;
use super::{Checker, fitting};
use crate::facts::schema::Kind;
use crate::facts::value::{ThingKind, Type};
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::near::did_you_mean;
use crate::language::rule::{Expr, ExprKind, RuleSource};
use crate::language::syntax::{self, Define, Node, Param};
use crate::source::Span;
use std::sync::Arc;

/// How deeply an expression may be nested once definitions are written out.
pub(super) const DEEPEST: usize = 120;

/// How many expressions a rule may hold once definitions are written out.
pub(super) const LARGEST: usize = 5000;

/// A checked definition; the slots of its expression count from its first parameter.
pub(super) struct Definition {
    pub(super) params: Vec<Type>,
    /// How it is called, for messages.
    pub(super) usage: String,
    /// How many slots it needs beside its parameters.
    pub(super) slots: usize,
    /// How many expressions it holds, and how deeply they are nested.
    pub(super) nodes: usize,
    pub(super) depth: usize,
    body: Expr,
}

/// Checks a definition.
pub(super) fn check<'a>(
    world: &World<'a>,
    source: &'a Arc<RuleSource>,
    define: &Define<'a>,
    mistakes: &mut Vec<Mistake>,
) -> Option<Definition> {
    let mut checker = Checker::new(world, source);
    let mut params = Vec::new();
    for param in &define.params {
        let of = checker.param(param);
        let slot = checker.new_slot();
        checker.bind(param.name, of.clone(), Bound::Variable(slot));
        params.push(of);
    }
    let body = checker.value(&define.body, None);
    let (nodes, depth) = body.size();
    if depth > DEEPEST {
        let mistake = checker.mistake(Code::TooLarge, define.name.span, "this definition is nested too deeply");
        checker.say(mistake.help("use fewer definitions inside definitions"));
    }
    if checker.mistakes.is_empty() {
        for local in checker.locals.iter().filter(|local| !local.used) {
            let mistake =
                checker.mistake(Code::Unused, local.span, format!("the parameter `{}` is never used", local.name));
            mistakes.push(mistake.labelled("never used"));
        }
    }
    let fit = checker.mistakes.iter().all(|mistake| mistake.grade == crate::language::Grade::Warning);
    mistakes.append(&mut checker.mistakes);
    let slots = checker.slots - params.len();
    let names: Vec<&str> = define.params.iter().map(|param| param.of.text).collect();
    let usage = format!("{}({})", define.name.text, names.join(", "));
    (fit && params.iter().all(|param| *param != Type::Unknown)).then_some(Definition {
        params,
        usage,
        slots,
        nodes,
        depth,
        body,
    })
}

impl Checker<'_, '_> {
    fn param(&mut self, param: &Param<'_>) -> Type {
        let word = param.of.text;
        let plain = match word {
            "text" => Some(Type::Text),
            "exact" => Some(Type::Exact),
            "yes_no" => Some(Type::YesNo),
            "noun" => Some(Type::Thing(ThingKind::Noun)),
            "verb" => Some(Type::Thing(ThingKind::Verb)),
            _ => None,
        };
        if let Some(of) = plain {
            return of;
        }
        let Some(kind) = Kind::named(word) else {
            let mistake =
                self.mistake(Code::UnknownKind, param.of.span, format!("`{word}` is not a kind of fact or a type"));
            let known = Kind::ALL.iter().map(|kind| kind.word()).chain(["text", "exact", "yes_no", "noun", "verb"]);
            let help = did_you_mean(word, known).unwrap_or_else(|| "`factlint schema` lists the kinds of fact".into());
            self.say(mistake.labelled("no such kind").help(help));
            return Type::Unknown;
        };
        if !param.value {
            return Type::Fact(kind);
        }
        let value = kind.schema().fields.iter().find(|field| matches!(field.name, "value" | "date"));
        if let Some(field) = value {
            return (field.of)();
        }
        let message = format!("{} has no `value`", fitting::phrase(&Type::Fact(kind)));
        let mistake = self.mistake(Code::UnknownField, param.of.span, message);
        self.say(mistake.help("leave out the word `value` to take the fact itself"));
        Type::Unknown
    }
}

impl Definition {
    /// The expression with `args` for its parameters; its own slots begin at `base`.
    pub(super) fn written_out(&self, args: &[Expr], base: usize, span: Span) -> Expr {
        let mut written = self.body.clone();
        fill(&mut written, args, base, span);
        written
    }
}

fn fill(expr: &mut Expr, args: &[Expr], base: usize, span: Span) {
    expr.span = span;
    match &mut expr.kind {
        ExprKind::Slot(slot) => match args.get(*slot) {
            Some(arg) => {
                *expr = arg.clone();
                return;
            }
            None => *slot = base + *slot - args.len(),
        },
        ExprKind::Some { slot, .. } => *slot = base + *slot - args.len(),
        _ => {}
    }
    for child in expr.children_mut() {
        fill(child, args, base, span);
    }
}

/// Tells `found` of every function or definition that an expression calls.
pub(super) fn calls<'a>(expr: &syntax::Expr<'a>, found: &mut dyn FnMut(&'a str)) {
    if let Node::Call(name, _) = &expr.node {
        found(name.text);
    }
    for child in expr.children() {
        calls(child, found);
    }
}
