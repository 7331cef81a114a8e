//! How rules are run, for people: what each costs, and the steps of one.

use super::explanation::on_one_line;
use crate::engine::Plan;
use crate::engine::outline::{Apart, Outline, Outlined, variable};
use crate::facts::schema::{COMMON, Kind};
use crate::language::rule::{Binding, Expr, ExprKind, Pack, Rule};
use crate::source::Span;
use std::fmt::Write;

/// What each rule costs, one a line: its shape, what its facts are found by, and how its time grows.
pub fn costs<'p>(rules: impl Iterator<Item = &'p Rule>) -> String {
    let rows: Vec<[String; 4]> = rules
        .map(|rule| {
            let plan = Plan::new(rule);
            let outline = plan.outline(rule);
            let shape = outline.shape;
            [rule.id.clone(), shape.word().to_owned(), found_by(&outline, rule), shape.cost().to_owned()]
        })
        .collect();
    let heads = ["rule", "shape", "found by", "cost"].map(str::to_owned);
    let width = |column: usize| {
        let cells = rows.iter().chain([&heads]).filter_map(|row| row.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2)];
    let mut table = String::new();
    for [rule, shape, key, cost] in std::iter::once(&heads).chain(&rows) {
        let [first, second, third] = widths;
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{rule:first$}  {shape:second$}  {key:third$}  {cost}");
    }
    table.push_str("\nn: facts of a kind in an article, m: those of them with equal keys, r: those that differ\n");
    table
}

/// What a rule's facts are found by: the keys of its joins, else the fields and words that an article needs.
fn found_by(outline: &Outline<'_>, rule: &Rule) -> String {
    let mut keys = Vec::new();
    let mut needs = Vec::new();
    for step in &outline.steps {
        match step {
            Outlined::Facts { keys: of, needed, .. } => {
                keys.extend(of.iter().filter_map(|key| way(key)));
                needs.extend(needed.iter().filter_map(|need| asked(need)));
            }
            Outlined::Groups(binding) => {
                if let Some(Binding::Group { by, .. }) = rule.bindings.get(*binding) {
                    keys.extend(by.iter().map(|(name, _)| name.clone()));
                }
            }
            Outlined::Rows { .. } | Outlined::Test(_) => {}
        }
    }
    let found = if keys.is_empty() { needs } else { keys };
    let mut once: Vec<String> = Vec::new();
    for one in found {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    if once.is_empty() { "–".to_owned() } else { once.join(", ") }
}

/// The fields from a variable on: `event.agent`.
fn way(expr: &Expr) -> Option<String> {
    let (of, field) = match &expr.kind {
        ExprKind::Field { of, kind, field } => (of, kind.schema().fields.get(*field)?.name),
        ExprKind::Common { of, field } => (of, COMMON.get(*field)?.name),
        ExprKind::Slot(_) => return Some("itself".to_owned()),
        _ => return None,
    };
    match &of.kind {
        ExprKind::Slot(_) => Some(field.to_owned()),
        _ => Some(format!("{}.{field}", way(of)?)),
    }
}

/// The field that a condition asks something of.
fn asked(condition: &Expr) -> Option<String> {
    match &condition.kind {
        ExprKind::Compare(_, left, _) => way(left),
        ExprKind::Matches(of, _) => way(of),
        _ => None,
    }
}

/// The steps of one rule: what an article needs for it to start, how its facts are found, what is tested
/// and told.
pub fn page(pack: &Pack, rule: &Rule) -> String {
    let plan = Plan::new(rule);
    let outline = plan.outline(rule);
    let mut page = Page { pack, rule, text: format!("{}\n", rule.id) };
    let mut needs: Vec<String> = outline.steps.iter().filter_map(|step| page.need(step)).collect();
    needs.dedup();
    if rule.across.is_some() {
        page.line(
            "across",
            "the archive: what each article gives is kept; pairs that may break the rule are read again",
        );
    } else if !needs.is_empty() {
        page.line("needs", &format!("{}; else it does not start", needs.join("; ")));
    }
    for step in &outline.steps {
        page.step(step);
    }
    let must = page.written(rule.source, rule.must.span);
    page.line("report", &format!("where this surely does not hold: {must}"));
    for unless in &rule.unless {
        let words = page.written(unless.source, unless.expr.span);
        let because = unless.because.as_ref().map(|because| format!(" ({because})")).unwrap_or_default();
        page.line("unless", &format!("{words}{because}"));
    }
    if !rule.once.is_empty() {
        let keys: Vec<String> = rule.once.iter().map(|key| page.written(rule.source, key.span)).collect();
        page.line("once", &format!("per {}", keys.join(", ")));
    }
    page.line("cost", &format!("{} ({})", outline.shape.cost(), outline.shape.word()));
    page.text
}

/// "a count", "an age".
fn some(kind: Kind) -> String {
    let word = kind.word();
    let article = if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {word}")
}

struct Page<'p> {
    pack: &'p Pack,
    rule: &'p Rule,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, head: &str, words: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "  {head:7} {words}");
    }

    fn written(&self, source: usize, span: Span) -> String {
        on_one_line(self.pack, source, span)
    }

    /// Expressions as the rule writes them; one that stands for several is written once.
    fn all<'e>(&self, exprs: impl IntoIterator<Item = &'e Expr>) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for expr in exprs {
            let words = self.written(self.rule.source, expr.span);
            if !all.contains(&words) {
                all.push(words);
            }
        }
        all
    }

    fn need(&self, step: &Outlined<'_>) -> Option<String> {
        match step {
            Outlined::Facts { kind, needed, .. } if needed.is_empty() => Some(some(*kind)),
            Outlined::Facts { kind, needed, .. } => {
                Some(format!("{} with {}", some(*kind), self.all(needed.iter().copied()).join(" and ")))
            }
            Outlined::Groups(binding) => match self.rule.bindings.get(*binding) {
                Some(Binding::Group { kind, .. }) => Some(some(*kind)),
                Some(Binding::Each { .. } | Binding::Pair { .. } | Binding::Row { .. }) | None => None,
            },
            Outlined::Rows { .. } | Outlined::Test(_) => None,
        }
    }

    fn step(&mut self, step: &Outlined<'_>) {
        match step {
            Outlined::Facts { slot, kind, needed, own, keys, apart } => {
                let name = variable(self.rule, *slot).unwrap_or_default().to_owned();
                self.facts(&name, *kind, &self.all(needed.iter().chain(own).copied()), keys, apart);
            }
            Outlined::Groups(binding) => {
                let Some(Binding::Group { kind, name, by, with, .. }) = self.rule.bindings.get(*binding) else {
                    return;
                };
                let keys: Vec<&str> = by.iter().map(|(name, _)| name.as_str()).collect();
                let with = self.all(with).first().map(|with| format!(" with {with}")).unwrap_or_default();
                self.line(name, &format!("each group of {}{with}, by {}", kind.word(), keys.join(", ")));
            }
            Outlined::Rows { table, slot } => {
                let name = variable(self.rule, *slot).unwrap_or_default().to_owned();
                let table = self.pack.tables.get(*table).map_or("", |table| table.name.as_str());
                self.line(&name, &format!("each row of {table}"));
            }
            Outlined::Test(condition) => {
                let words = self.written(self.rule.source, condition.span);
                let line = format!("  {:7} {words}\n", "keep");
                // A definition stands for several conditions.
                if !self.text.ends_with(&line) {
                    self.text.push_str(&line);
                }
            }
        }
    }

    fn facts(&mut self, name: &str, kind: Kind, own: &[String], keys: &[&Expr], apart: &[Apart<'_>]) {
        let mut words = format!("each {}", kind.word());
        if !own.is_empty() {
            let _ = write!(words, " with {}", own.join(" and "));
        }
        if !keys.is_empty() {
            let keys: Vec<String> = keys.iter().filter_map(|key| way(key)).collect();
            let _ = write!(words, ", found by {}", keys.join(", "));
        }
        self.line(name, &words);
        for one in apart {
            let mine = self.written(self.rule.source, one.mine.span);
            let theirs = self.written(self.rule.source, one.theirs.span);
            let how = if one.disjoint { "surely apart from" } else { "another than" };
            self.line("", &format!("only those whose {mine} is {how} {theirs}"));
        }
    }
}
