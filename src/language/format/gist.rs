//! What a file says, whatever its layout and spelling: the same for a file and its formatted form.

use super::rewrite::our_sign;
use super::tree::{Branch, Head};
use crate::language::layout::order;
use crate::language::rule::Operator;
use crate::language::syntax::{
    AmendHead, Binding, Clause, Column, ExampleOption, Expr, Hole, Node, Number, Param, Piece, Relation, Text, Turn,
    Use, Word, Words,
};

/// What the items say, one text each; the clauses of each come in the order of a formatted rule.
pub(super) fn gist(branches: &[Branch<'_>]) -> Vec<String> {
    branches.iter().map(item).collect()
}

fn item(branch: &Branch<'_>) -> String {
    let order = order(branch.item.clauses.iter().map(|clause| clause.keyword));
    let mut clauses: Vec<_> = order.into_iter().zip(branch.item.clauses.iter().zip(&branch.clauses)).collect();
    clauses.sort_by_key(|(order, _)| *order);
    let mut said = vec![format!("{} {}", branch.item.keyword, head(&branch.head))];
    for (_, (raw, read)) in clauses {
        said.push(format!("{} {}", raw.keyword, clause(read)));
        said.extend(raw.text.iter().map(|line| format!("> {}", line.text)));
    }
    said.join("\n")
}

fn head(head: &Head<'_>) -> String {
    match head {
        Head::Rule(id) => maybe("", id.as_ref(), word),
        Head::Amend(AmendHead { id, off }) => {
            let off = off.as_ref().map(|off| format!(" off{}", maybe(" because ", off.because.as_ref(), text)));
            format!("{}{}", id.text, off.unwrap_or_default())
        }
        Head::Use(Use::All(pack)) => pack.text.to_owned(),
        Head::Use(Use::One { what, name, pack }) => format!("{} {} from {}", what.text, name.text, pack.text),
        Head::Pack(name, title, version) => format!("{} {} version {version}", name.text, text(title)),
        Head::Words(Words::Listed(name, entries)) => format!("{} = {}", name.text, all(entries, text)),
        Head::Words(Words::From { name, file, column }) => {
            format!("{} from {} column {}", name.text, text(file), column.text)
        }
        Head::Table(head, lines) => {
            format!("{} from {} {}", head.name.text, text(&head.file), all(lines, |line| all(line, column)))
        }
        Head::Define(define) => {
            format!("{} ({}) means {}", define.name.text, all(&define.params, param), expr(&define.body))
        }
    }
}

fn column(column: &Column<'_>) -> String {
    let key = if column.key { "key " } else { "" };
    let also = column.also.as_ref().map(|(name, split)| format!(" also {} {}", name.text, text(split)));
    let split = column.split.as_ref().map(|split| format!(" split {}", text(split)));
    let (also, split) = (also.unwrap_or_default(), split.unwrap_or_default());
    format!("{key}{} {:?}{also}{split}", column.name.text, column.of)
}

fn param(param: &Param<'_>) -> String {
    format!("{}: {}{}", param.name.text, param.of.text, if param.value { " value" } else { "" })
}

fn clause(clause: &Clause<'_>) -> String {
    match clause {
        Clause::Severity(severity) => severity.text.to_owned(),
        Clause::Tags(tags) => all(tags, word),
        Clause::Why(why) | Clause::Draft(why) => maybe("", why.as_ref(), text),
        Clause::Setting(setting) => {
            format!(
                "{} = {}{}",
                setting.name.text,
                expr(&setting.value),
                maybe(" about ", setting.about.as_ref(), text)
            )
        }
        Clause::Off(why) => text(why),
        Clause::Instead(rules) => all(rules, word),
        Clause::Across(within) => maybe("", within.as_ref(), expr),
        Clause::Becomes => String::new(),
        Clause::For(bindings) => all(bindings, binding),
        Clause::Let(name, value) => format!("{} = {}", name.text, expr(value)),
        Clause::Where(condition) | Clause::Must(condition) => expr(condition),
        Clause::Unless(condition, because) => {
            format!("{}{}", expr(condition), maybe(" because ", because.as_ref(), text))
        }
        Clause::Once(values) => all(values, expr),
        Clause::Mark { each, thing, label } => {
            format!("{}{} {}", if *each { "each " } else { "" }, expr(thing), text(label))
        }
        Clause::Help(advice, when) => {
            format!("{}{}", maybe("", advice.as_ref(), text), maybe(" when ", when.as_ref(), expr))
        }
        Clause::Suggest { replace, with, because } => {
            format!("{} with {}{}", expr(replace), text(with), maybe(" because ", because.as_ref(), text))
        }
        Clause::Excuses(names) => all(names, text),
        Clause::Bad(options) | Clause::Good(options) => all(options, option),
        Clause::Title(of) | Clause::Message(of) | Clause::Says(of) => text(of),
    }
}

fn binding(binding: &Binding<'_>) -> String {
    match binding {
        Binding::Each { kind, name } => format!("{} {}", kind.text, name.text),
        Binding::Pair { kind, names } => format!("pair {} {}", kind.text, all(names, word)),
        Binding::Group { name, kind, member, with, by } => {
            let with = maybe(" with ", with.as_ref(), expr);
            format!("group {} {} {}{with} by {}", name.text, kind.text, member.text, all(by, expr))
        }
        Binding::Row { name, table } => format!("row {} {}", name.text, table.text),
    }
}

fn option(option: &ExampleOption<'_>) -> String {
    match option {
        ExampleOption::Published(date) => format!("published {}", date.text),
        ExampleOption::Name(name) => format!("name {}", text(name)),
        ExampleOption::Setting(name, value) => format!("setting {} = {}", name.text, expr(value)),
        ExampleOption::Todo => "todo".to_owned(),
    }
}

/// Every expression stands in brackets, so that no two trees give the same text.
fn expr(of: &Expr<'_>) -> String {
    let said = match &of.node {
        Node::Number(of) => number(of),
        Node::Date(date) => date.text.split_whitespace().collect::<Vec<_>>().join(" "),
        Node::Text(of) => text(of),
        Node::Name(name) => (*name).to_owned(),
        Node::Call(name, args) => format!("call {} {}", name.text, all(args, expr)),
        Node::List(items) => format!("list {}", all(items, expr)),
        Node::Bracketed(inner) => format!("brackets {}", expr(inner)),
        Node::Field(of, name) => format!("{} . {}", expr(of), name.text),
        Node::Index(of, key) => format!("{} at {}", expr(of), expr(key)),
        Node::Negative(of) => format!("minus {}", expr(of)),
        Node::Arithmetic(operator, left, right) => {
            let sign = match operator {
                Operator::Plus => "+",
                Operator::Minus => "-",
                Operator::Times => "*",
                Operator::Over => "/",
            };
            format!("{} {sign} {}", expr(left), expr(right))
        }
        Node::Compare(compare) => {
            let chained = if compare.chained.is_some() { " chained" } else { "" };
            format!("{} {}{chained}", expr(&compare.left), relation(&compare.relation, Turn::Plain))
        }
        Node::Not(inner) => {
            if let Node::Compare(compare) = &inner.node
                && compare.chained.is_none()
                && can_turn(&compare.relation)
            {
                format!("{} {}", expr(&compare.left), relation(&compare.relation, Turn::Not))
            } else {
                format!("not {}", expr(inner))
            }
        }
        Node::Joined(conditions, joiners) => format!("joined {} {}", all(joiners, word), all(conditions, expr)),
        Node::Quantified(of) => {
            let turn = if of.turn == Turn::Not { "no" } else { "some" };
            format!("{turn} {} {} with {}", of.kind.text, of.name.text, expr(&of.with))
        }
    };
    format!("({said})")
}

/// Whether a `not` before the comparison says the same as one in it.
fn can_turn(relation: &Relation<'_>) -> bool {
    match relation {
        Relation::Is(turn, _)
        | Relation::OneOf(turn, _)
        | Relation::KindOf(turn, _)
        | Relation::In(turn, _)
        | Relation::Range(turn, ..) => *turn == Turn::Plain,
        Relation::Known | Relation::Missing => true,
        Relation::Symbol(..)
        | Relation::CanBe(_)
        | Relation::CannotBe(_)
        | Relation::Within(..)
        | Relation::Before(_)
        | Relation::After(_)
        | Relation::Matches(_)
        | Relation::Contains(_) => false,
    }
}

/// The relation; turned where a `not` stands before the comparison.
fn relation(relation: &Relation<'_>, outside: Turn) -> String {
    let not = |turn: Turn| if turn == Turn::Not || outside == Turn::Not { "not " } else { "" };
    let known = |known: bool| if known == (outside == Turn::Plain) { "known" } else { "missing" };
    match relation {
        Relation::Symbol(sign, value) => format!("{} {}", our_sign(sign), expr(value)),
        Relation::CannotBe(value) => format!("!= {}", expr(value)),
        Relation::CanBe(value) => format!("can be {}", expr(value)),
        Relation::Is(turn, value) => format!("is {}{}", not(*turn), expr(value)),
        Relation::OneOf(turn, value) => format!("is {}one of {}", not(*turn), expr(value)),
        Relation::KindOf(turn, value) => format!("is {}a kind of {}", not(*turn), expr(value)),
        Relation::Known => format!("is {}", known(true)),
        Relation::Missing => format!("is {}", known(false)),
        Relation::Within(tolerance, value) => format!("within {} of {}", expr(tolerance), expr(value)),
        Relation::Range(turn, low, high) => format!("{}in {} to {}", not(*turn), expr(low), expr(high)),
        Relation::In(turn, value) => format!("{}in {}", not(*turn), expr(value)),
        Relation::Before(value) => format!("before {}", expr(value)),
        Relation::After(value) => format!("after {}", expr(value)),
        Relation::Matches(pattern) => {
            format!("matches /{}/{}", pattern.written.text, if pattern.any_case { "i" } else { "" })
        }
        Relation::Contains(value) => format!("contains {}", expr(value)),
    }
}

fn number(number: &Number<'_>) -> String {
    let digits: String = number.digits.chars().filter(|c| !matches!(c, '_' | ',')).collect();
    format!("{digits}{}{}", maybe(" ", number.scale.as_ref(), word), maybe(" ", number.unit.as_ref(), word))
}

fn text(text: &Text<'_>) -> String {
    let pieces = text.pieces.iter().map(|piece| match piece {
        Piece::Words(words) => format!("{words:?}"),
        Piece::Stray(_) => "stray }".to_owned(),
        Piece::Hole(of) => hole(of),
    });
    pieces.collect::<Vec<_>>().join(" ")
}

fn hole(hole: &Hole<'_>) -> String {
    let format = maybe(":", hole.format.as_ref(), word);
    format!("{{{}{format}{}}}", expr(&hole.expr), maybe(" | ", hole.fallback.as_deref(), expr))
}

fn word(word: &Word<'_>) -> String {
    word.text.to_owned()
}

fn maybe<T>(before: &str, part: Option<&T>, said: impl Fn(&T) -> String) -> String {
    part.map_or(String::new(), |part| format!("{before}{}", said(part)))
}

fn all<T>(parts: &[T], said: impl Fn(&T) -> String) -> String {
    format!("[{}]", parts.iter().map(said).collect::<Vec<_>>().join(", "))
}
