//! Calls of built-in functions and of definitions.

use super::world::What;
use super::{Checker, define, fitting, unknown};
use crate::facts::date::WEEKDAY;
use crate::facts::value::{ThingKind, Type};
use crate::language::code::Code;
use crate::language::near::did_you_mean;
use crate::language::rule::{Expr, ExprKind, Function};
use crate::language::syntax::{self, Word};
use crate::source::Span;

/// A built-in function.
pub(in crate::language) struct Signature {
    pub(in crate::language) name: &'static str,
    function: Function,
    /// The fewest and the most arguments.
    takes: [usize; 2],
    pub(in crate::language) usage: &'static str,
    pub(in crate::language) about: &'static str,
    pub(in crate::language) example: &'static str,
}

const fn signature(
    name: &'static str,
    function: Function,
    takes: [usize; 2],
    usage: &'static str,
    about: &'static str,
    example: &'static str,
) -> Signature {
    Signature { name, function, takes, usage, about, example }
}

pub(in crate::language) static FUNCTIONS: &[Signature] = &[
    signature("abs", Function::Abs, [1, 1], "abs(number)", "without its sign", "abs(c.value - 5)"),
    signature("min", Function::Min, [1, 9], "min(list) or min(a, b)", "the least", "min(c.value, 5)"),
    signature("max", Function::Max, [1, 9], "max(list) or max(a, b)", "the greatest", "max(c.value, 5)"),
    signature("sum", Function::Sum, [1, 1], "sum(list)", "all of them together", "sum(b.parts.value)"),
    signature("size", Function::Size, [1, 1], "size(list) or size(table)", "how many there are", "size(b.parts)"),
    signature("first", Function::First, [1, 1], "first(list)", "the first of the text", "first(b.parts)"),
    signature("last", Function::Last, [1, 1], "last(list)", "the last of the text", "last(b.parts)"),
    signature("distinct", Function::Distinct, [1, 1], "distinct(list)", "each value once", "distinct(b.parts.noun)"),
    signature(
        "round",
        Function::Round,
        [1, 2],
        "round(number) or round(number, decimals)",
        "rounded, to whole numbers or to so many decimals",
        "round(c.value, 1)",
    ),
    signature("weekday", Function::Weekday, [1, 1], "weekday(date)", "the weekday of a date", "weekday(d.value)"),
    signature(
        "nearest",
        Function::Nearest,
        [2, 2],
        "nearest(weekday, date)",
        "the date nearest to another that falls on a weekday",
        "nearest(d.weekday, d.value)",
    ),
    signature(
        "convert",
        Function::Convert,
        [2, 2],
        "convert(measure, unit)",
        "the same measure in another unit",
        "convert(m.value, \"mile\")",
    ),
    signature(
        "years_between",
        Function::YearsBetween,
        [2, 2],
        "years_between(date, date)",
        "the length of time from one date to another, in years",
        "years_between(d.value, article.published)",
    ),
    signature(
        "days_between",
        Function::DaysBetween,
        [2, 2],
        "days_between(date, date)",
        "the length of time from one date to another, in days",
        "days_between(d.value, article.published)",
    ),
    signature(
        "sentences_between",
        Function::SentencesBetween,
        [2, 2],
        "sentences_between(fact, fact)",
        "how many sentences apart two facts stand",
        "sentences_between(c, d)",
    ),
    signature(
        "words_between",
        Function::WordsBetween,
        [2, 2],
        "words_between(fact, fact)",
        "how many words stand between two facts",
        "words_between(c, d)",
    ),
];

/// What a function takes.
enum Wanted {
    Quantity,
    List,
    Amounts,
    Date,
    Weekday,
    Measure,
    Unit,
    Decimals,
    Fact,
}

impl Wanted {
    fn fits(&self, of: &Type) -> bool {
        let amount = |of: &Type| fitting::is_quantity(of) || *of == Type::Date || *of == Type::Unknown;
        match (self, of) {
            (_, Type::Unknown) => true,
            (Self::Quantity, of) => fitting::is_quantity(of),
            (Self::List, of) => matches!(of, Type::Set(_)),
            (Self::Amounts, Type::Set(of)) => amount(of),
            (Self::Amounts, _) => false,
            (Self::Date, of) => *of == Type::Date,
            (Self::Weekday, of) => matches!(of, Type::Named(list) if list.name == WEEKDAY.name),
            (Self::Measure, of) => matches!(of, Type::Measure | Type::AnyQuantity | Type::Time),
            (Self::Unit, of) => matches!(of, Type::Thing(ThingKind::Unit) | Type::Text),
            (Self::Decimals, of) => fitting::is_plain(of),
            (Self::Fact, of) => matches!(of, Type::Fact(_)),
        }
    }

    fn phrase(&self) -> &'static str {
        match self {
            Self::Quantity => "a number or quantity",
            Self::List => "a list",
            Self::Amounts => "a list of numbers, quantities or dates",
            Self::Date => "a date",
            Self::Weekday => "a weekday",
            Self::Measure => "a measure",
            Self::Unit => "a unit",
            Self::Decimals => "a number of decimals",
            Self::Fact => "a fact",
        }
    }
}

impl Checker<'_, '_> {
    pub(super) fn call(&mut self, name: Word<'_>, args: &[syntax::Expr<'_>], span: Span) -> Expr {
        if let Some(What::Define(definition)) = self.world.look_up(self.pack, name.text) {
            return self.defined(name, definition.as_deref(), args, span);
        }
        let Some(known) = FUNCTIONS.iter().find(|known| known.name == name.text) else {
            return self.unknown_function(name, args, span);
        };
        let Signature { function, takes: [least, most], usage, .. } = known;
        let wanted = if *function == Function::Nearest { Some(&WEEKDAY) } else { None };
        let mut args: Vec<Expr> = args.iter().map(|arg| self.value(arg, wanted)).collect();
        if args.len() < *least || args.len() > *most {
            self.wrong_number(name, args.len(), usage);
            return unknown(span);
        }
        if matches!(function, Function::Min | Function::Max) && args.len() > 1 {
            args = self.as_one_list(args);
        }
        for (arg, wanted) in args.iter().zip(wants(*function)) {
            if !wanted.fits(&arg.of) {
                let what = fitting::phrase(&arg.of);
                let message = format!("`{}` takes {}, and this is {what}", name.text, wanted.phrase());
                let mistake = self.mistake(Code::Mismatch, arg.span, message);
                self.say(mistake.labelled(what).help(format!("it is written {usage}")));
                return unknown(span);
            }
        }
        if args.iter().any(|arg| arg.of == Type::Unknown) {
            return unknown(span);
        }
        let of = result(*function, &args);
        Expr { kind: ExprKind::Call(*function, args), span, of }
    }

    /// Several amounts as one list.
    fn as_one_list(&mut self, args: Vec<Expr>) -> Vec<Expr> {
        let first = args.first().map_or(Type::Unknown, |arg| arg.of.clone());
        let span = args.iter().map(|arg| arg.span).reduce(Span::to).unwrap_or_default();
        if let Some(other) = args.iter().find(|arg| !fitting::comparable(&first, &arg.of)) {
            let (a, b) = (fitting::phrase(&first), fitting::phrase(&other.of));
            let mistake = self.mistake(Code::Mismatch, other.span, format!("{a} cannot be compared with {b}"));
            self.say(mistake.labelled(b));
            return vec![unknown(span)];
        }
        vec![Expr { kind: ExprKind::List(args), span, of: Type::Set(Box::new(first)) }]
    }

    fn wrong_number(&mut self, name: Word<'_>, given: usize, usage: &str) {
        let arguments = if given == 1 { "argument" } else { "arguments" };
        let message = format!("`{}` does not take {given} {arguments}", name.text);
        let mistake = self.mistake(Code::Arguments, name.span, message);
        self.say(mistake.help(format!("it is written {usage}")));
    }

    fn unknown_function(&mut self, name: Word<'_>, args: &[syntax::Expr<'_>], span: Span) -> Expr {
        for arg in args {
            self.value(arg, None);
        }
        if self.world.incomplete {
            return unknown(span);
        }
        let mistake = self.mistake(Code::UnknownFunction, name.span, format!("there is no function `{}`", name.text));
        let known = FUNCTIONS.iter().map(|function| function.name).chain(self.world.names(self.pack));
        let sought = self.world.seeks();
        let near = sought.then(|| self.world.use_of(name.text).or_else(|| did_you_mean(name.text, known))).flatten();
        let help = near.unwrap_or_else(|| {
            let names: Vec<&str> = FUNCTIONS.iter().map(|function| function.name).collect();
            format!("the functions are {}; others are made with `define`", names.join(", "))
        });
        self.say(mistake.labelled("no such function").help(help));
        unknown(span)
    }

    fn defined(
        &mut self,
        name: Word<'_>,
        definition: Option<&define::Definition>,
        args: &[syntax::Expr<'_>],
        span: Span,
    ) -> Expr {
        let args: Vec<Expr> = args.iter().map(|arg| self.value(arg, None)).collect();
        let Some(definition) = definition else { return unknown(span) };
        if args.len() != definition.params.len() {
            self.wrong_number(name, args.len(), &definition.usage);
            return unknown(span);
        }
        for (arg, wanted) in args.iter().zip(&definition.params) {
            let plain = fitting::is_plain(&arg.of) && fitting::is_plain(wanted);
            if arg.of != *wanted && arg.of != Type::Unknown && !plain {
                let (what, wanted) = (fitting::phrase(&arg.of), fitting::phrase(wanted));
                let mistake = self.mistake(
                    Code::Mismatch,
                    arg.span,
                    format!("`{}` takes {wanted} here, and this is {what}", name.text),
                );
                self.say(mistake.labelled(what).help(format!("it is written {}", definition.usage)));
                return unknown(span);
            }
        }
        if args.iter().any(|arg| arg.of == Type::Unknown) {
            return unknown(span);
        }
        let sizes: Vec<(usize, usize)> = args.iter().map(Expr::size).collect();
        let inside: usize = sizes.iter().map(|(nodes, _)| nodes).sum();
        let deep = sizes.iter().map(|(_, depth)| depth).max().unwrap_or(&0);
        let before = self.written_out;
        self.written_out += definition.nodes.saturating_mul(inside + 1);
        if before > define::LARGEST {
            return unknown(span);
        }
        if definition.depth + deep > define::DEEPEST || self.written_out > define::LARGEST {
            let mistake =
                self.mistake(Code::TooLarge, span, "this grows too large when its definitions are written out");
            self.say(mistake.help("use fewer definitions inside definitions"));
            return unknown(span);
        }
        let written = definition.written_out(&args, self.slots, span);
        self.slots += definition.slots;
        written
    }
}

fn wants(function: Function) -> Vec<Wanted> {
    match function {
        Function::Abs => vec![Wanted::Quantity],
        Function::Min | Function::Max | Function::Sum => vec![Wanted::Amounts],
        Function::Size | Function::First | Function::Last | Function::Distinct => vec![Wanted::List],
        Function::Round => vec![Wanted::Quantity, Wanted::Decimals],
        Function::Weekday => vec![Wanted::Date],
        Function::Nearest => vec![Wanted::Weekday, Wanted::Date],
        Function::Convert => vec![Wanted::Measure, Wanted::Unit],
        Function::YearsBetween | Function::DaysBetween => vec![Wanted::Date, Wanted::Date],
        Function::SentencesBetween | Function::WordsBetween => vec![Wanted::Fact, Wanted::Fact],
    }
}

fn result(function: Function, args: &[Expr]) -> Type {
    let first = args.first().map_or(Type::Unknown, |arg| arg.of.clone());
    let member = match &first {
        Type::Set(of) => (**of).clone(),
        _ => Type::Unknown,
    };
    match function {
        Function::Abs | Function::Round | Function::Distinct => first,
        Function::Convert => Type::Measure,
        Function::Min | Function::Max | Function::Sum | Function::First | Function::Last => member,
        Function::Size => Type::Number,
        Function::Weekday => Type::Named(&WEEKDAY),
        Function::Nearest => Type::Date,
        Function::YearsBetween | Function::DaysBetween => Type::Time,
        Function::SentencesBetween | Function::WordsBetween => Type::Exact,
    }
}
