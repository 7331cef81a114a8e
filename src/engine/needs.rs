//! What rules need of an article: a rule that misses something of it cannot report and does not start.
//!
//! Needs are read off the conditions of `where` that look at one variable alone: the kind of its
//! fact, what a field of it has to be, and words that the text has to hold. What stands inside
//! `some`, `no`, `must` and `unless` is no need, and neither is what a setting may change.

use super::identity::{lowered, names};
use super::plan::{Plan, Step};
use super::slots::conjuncts;
use super::world::World;
use crate::facts::schema::Kind;
use crate::facts::value::{Content, FactRef, Type, Value};
use crate::language::rule::{Binding, Comparison, Expr, ExprKind, Literal, Rule};
use aho_corasick::AhoCorasick;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// What several rules need, each different need once.
#[derive(Clone, Debug, Default)]
pub struct Needs {
    /// For each rule, all that it needs.
    rules: Vec<Box<[Bit]>>,
    bits: Bit,
    /// Facts that are no weak readings, for each kind.
    kinds: FxHashMap<Kind, Bit>,
    /// What fields have to be.
    fields: Vec<Field>,
    /// Words that the text has to hold.
    words: Words,
    /// For each rule that needs words of the text, what else it needs.
    beside_words: Vec<Box<[Bit]>>,
}

/// The number of a need.
type Bit = u32;
type Bits = SmallVec<[Bit; 2]>;

/// The fields of a kind, from the fact on: `event.agent` of a count.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Way {
    kind: Kind,
    links: SmallVec<[Link; 3]>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    Common(usize),
    Own(Kind, usize),
}

/// What one field has to be for which needs.
#[derive(Clone, Debug)]
struct Field {
    way: Way,
    /// Words, in lower case.
    words: FxHashMap<Box<str>, Bits>,
    /// The number of the member, and the list.
    members: FxHashMap<(u8, &'static str), Bits>,
    /// The needs by all that the field may be.
    asked: FxHashMap<Vec<Wanted>, Bit>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Wanted {
    Words(Box<str>),
    Member(u8, &'static str),
}

#[derive(Clone, Debug, Default)]
struct Words {
    /// The needs by the words, one of which has to stand in the text.
    asked: FxHashMap<Vec<String>, Bit>,
    search: Option<AhoCorasick>,
    /// The needs that each word of the search meets.
    meets: Vec<Bits>,
}

/// Which needs an article meets.
#[derive(Clone, Debug)]
pub struct Met(Vec<u64>);

/// The number in the schema of the field that holds what is written.
const TEXT: usize = 0;
/// Words shorter than this are not looked for: they stand in every text.
const SHORTEST: usize = 3;

impl Needs {
    /// What rules need, in their order.
    pub fn of<'r>(rules: impl Iterator<Item = (&'r Rule, &'r Plan)>) -> Self {
        let mut needs = Self::default();
        for (rule, plan) in rules {
            let bits = plan.steps.iter().flat_map(|step| needs.step(rule, plan, step)).collect();
            needs.rules.push(bits);
        }
        let of_words: FxHashSet<Bit> = needs.words.asked.values().copied().collect();
        for bits in needs.rules.iter().filter(|bits| bits.iter().any(|bit| of_words.contains(bit))) {
            let others = bits.iter().copied().filter(|bit| !of_words.contains(bit));
            needs.beside_words.push(others.collect());
        }
        needs.words.make_ready();
        needs
    }

    fn step(&mut self, rule: &Rule, plan: &Plan, step: &Step) -> Vec<Bit> {
        match step {
            Step::Each(each) => {
                let own = each.own.iter().filter_map(|&number| plan.conditions.get(number));
                self.variable(each.kind, each.slot, own)
            }
            Step::Group { binding, .. } => match rule.bindings.get(*binding) {
                Some(Binding::Group { kind, member, with, .. }) => {
                    let mut conditions = Vec::new();
                    if let Some(with) = with {
                        conjuncts(with, &mut conditions);
                    }
                    self.variable(*kind, *member, conditions.iter())
                }
                _ => Vec::new(),
            },
            Step::Row { .. } | Step::Let(_) | Step::Test(_) => Vec::new(),
        }
    }

    /// What the conditions on a variable need, as far as it can be told without the article.
    fn variable<'e>(&mut self, kind: Kind, slot: usize, conditions: impl Iterator<Item = &'e Expr>) -> Vec<Bit> {
        let mut bits = Vec::new();
        let mut of_fact = false;
        for condition in conditions {
            match asked(condition, kind, slot) {
                Some(Asked::Field(way, values)) => {
                    bits.push(self.field(way, values));
                    of_fact = true;
                }
                Some(Asked::Words(words)) => bits.push(self.words_of(words)),
                None => {}
            }
        }
        if !of_fact {
            let next = self.bits;
            let bit = *self.kinds.entry(kind).or_insert(next);
            self.bits = self.bits.max(bit + 1);
            bits.push(bit);
        }
        bits
    }

    fn field(&mut self, way: Way, mut values: Vec<Wanted>) -> Bit {
        values.sort();
        values.dedup();
        let at = self.fields.iter().position(|field| field.way == way).unwrap_or(self.fields.len());
        if at == self.fields.len() {
            let (words, members, asked) = Default::default();
            self.fields.push(Field { way, words, members, asked });
        }
        let next = self.bits;
        let Some(field) = self.fields.get_mut(at) else { return next };
        if let Some(&bit) = field.asked.get(&values) {
            return bit;
        }
        for value in &values {
            match value {
                Wanted::Words(words) => field.words.entry(words.clone()).or_default().push(next),
                Wanted::Member(index, list) => field.members.entry((*index, *list)).or_default().push(next),
            }
        }
        field.asked.insert(values, next);
        self.bits += 1;
        next
    }

    fn words_of(&mut self, mut words: Vec<String>) -> Bit {
        words.sort();
        words.dedup();
        let next = self.bits;
        let bit = *self.words.asked.entry(words).or_insert(next);
        self.bits = self.bits.max(bit + 1);
        bit
    }

    /// Which of the needs an article meets.
    pub fn met(&self, world: &World<'_>) -> Met {
        let mut met = Met(vec![0; self.bits.div_ceil(u64::BITS) as usize]);
        let columns = &world.columns;
        let sure = |kind: Kind| {
            let facts = (0..columns.count(kind) as u32).map(move |index| FactRef { kind, index });
            facts.filter(|&fact| !columns.is_weak(fact))
        };
        for (&kind, &bit) in &self.kinds {
            if sure(kind).next().is_some() {
                met.set(bit);
            }
        }
        let mut buffer = String::new();
        for field in &self.fields {
            for fact in sure(field.way.kind) {
                if let Some(value) = field.way.value(fact, world) {
                    field.note(value, world, &mut buffer, &mut met);
                }
            }
        }
        // The text is gone through only for a rule that nothing else keeps from starting.
        if self.beside_words.iter().any(|bits| bits.iter().all(|&bit| met.holds(bit))) {
            self.words.note(&world.views.first.article.text, &mut met);
        }
        met
    }

    /// Whether all that the rule of that number needs is met.
    pub fn may_start(&self, rule: usize, met: &Met) -> bool {
        self.rules.get(rule).is_none_or(|bits| bits.iter().all(|&bit| met.holds(bit)))
    }
}

impl Met {
    fn set(&mut self, bit: Bit) {
        if let Some(word) = self.0.get_mut((bit / u64::BITS) as usize) {
            *word |= 1 << (bit % u64::BITS);
        }
    }

    fn holds(&self, bit: Bit) -> bool {
        self.0.get((bit / u64::BITS) as usize).is_some_and(|word| word >> (bit % u64::BITS) & 1 == 1)
    }
}

impl Way {
    /// What stands at the end of the way; none where it ends before.
    fn value<'w>(&self, fact: FactRef, world: &'w World<'_>) -> Option<&'w Value> {
        let (last, links) = self.links.split_last()?;
        let read = |fact: FactRef, link: &Link| match *link {
            Link::Common(field) => Some(world.columns.common(fact, field)),
            Link::Own(kind, field) if fact.kind == kind => Some(world.columns.field(fact, field)),
            Link::Own(..) => None,
        };
        let mut fact = fact;
        for link in links {
            let Content::Fact(next) = read(fact, link)?.content else { return None };
            fact = next;
        }
        read(fact, last)
    }
}

impl Field {
    /// Notes the needs that a value meets.
    fn note(&self, value: &Value, world: &World<'_>, buffer: &mut String, met: &mut Met) {
        let mut words = |words: &str| {
            buffer.clear();
            buffer.extend(lowered(words.trim()));
            self.words.get(buffer.as_str()).into_iter().flatten().for_each(|&bit| met.set(bit));
        };
        match &value.content {
            Content::Text(text) => words(text),
            Content::Thing(thing) => words(&thing.key),
            Content::Fact(fact) => names(*fact, world.views).into_iter().for_each(words),
            Content::Named(named) => {
                let bits = self.members.get(&(named.index, named.list.name));
                bits.into_iter().flatten().for_each(|&bit| met.set(bit));
            }
            Content::Absent
            | Content::YesNo(_)
            | Content::Quantity(_)
            | Content::Date(_)
            | Content::Set(_)
            | Content::Row(..) => {}
        }
    }
}

impl Words {
    fn make_ready(&mut self) {
        let mut of_words: FxHashMap<&str, Bits> = FxHashMap::default();
        for (words, &bit) in &self.asked {
            for word in words {
                of_words.entry(word).or_default().push(bit);
            }
        }
        let (words, meets): (Vec<&str>, Vec<Bits>) = of_words.into_iter().unzip();
        // What cannot be searched for counts as found.
        self.search = AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok();
        self.meets = meets;
    }

    fn note(&self, text: &str, met: &mut Met) {
        // Outside ASCII, two more letters are cases of `k` and `s`.
        let odd = |text: &str| !text.is_ascii() && text.contains(['\u{212a}', '\u{17f}']);
        match &self.search {
            Some(search) if !odd(text) => {
                for found in search.find_overlapping_iter(text) {
                    let bits = self.meets.get(found.pattern().as_usize());
                    bits.into_iter().flatten().for_each(|&bit| met.set(bit));
                }
            }
            Some(_) | None => self.asked.values().for_each(|&bit| met.set(bit)),
        }
    }
}

/// What a condition asks of an article.
enum Asked {
    /// A field of some fact has to be one of these.
    Field(Way, Vec<Wanted>),
    /// One of these words has to stand in the text.
    Words(Vec<String>),
}

/// What a condition on one variable asks of an article, as far as it can be told without it.
fn asked(condition: &Expr, kind: Kind, slot: usize) -> Option<Asked> {
    match &condition.kind {
        ExprKind::Compare(Comparison::Is | Comparison::OneOf, left, right) => {
            Some(Asked::Field(way(left, kind, slot)?, wanted(right)?))
        }
        ExprKind::Compare(Comparison::Contains, text, words) if is_written(text, kind, slot) => {
            let words = texts(words)?.iter().map(|text| fragment(text)).collect::<Option<Vec<String>>>()?;
            Some(Asked::Words(words))
        }
        ExprKind::Matches(text, pattern) if is_written(text, kind, slot) && !pattern.words.is_empty() => {
            Some(Asked::Words(pattern.words.clone()))
        }
        _ => None,
    }
}

/// Whether a condition on one variable says something that an article has to have.
pub(super) fn is_need(condition: &Expr, kind: Kind, slot: usize) -> bool {
    asked(condition, kind, slot).is_some()
}

/// The fields that lead from a variable to an expression.
fn way(expr: &Expr, kind: Kind, slot: usize) -> Option<Way> {
    let single = |of: &Type| matches!(of, Type::Text | Type::Thing(_) | Type::Fact(_) | Type::Named(_));
    if !single(&expr.of) {
        return None;
    }
    let (link, of) = match &expr.kind {
        ExprKind::Field { of, kind, field } => (Link::Own(*kind, *field), of),
        ExprKind::Common { of, field } => (Link::Common(*field), of),
        _ => return None,
    };
    let mut way = match &of.kind {
        ExprKind::Slot(found) if *found == slot => Way { kind, links: SmallVec::new() },
        _ => way(of, kind, slot)?,
    };
    way.links.push(link);
    Some(way)
}

/// Whether an expression is words of the text, reached from a variable.
fn is_written(expr: &Expr, kind: Kind, slot: usize) -> bool {
    way(expr, kind, slot).is_some_and(|way| way.links.last() == Some(&Link::Common(TEXT)))
}

/// All that an expression may be, where the rule writes it out.
fn wanted(expr: &Expr) -> Option<Vec<Wanted>> {
    match &expr.kind {
        ExprKind::Literal(literal) => wanted_literal(literal),
        ExprKind::List(members) => members.iter().map(wanted).collect::<Option<Vec<_>>>().map(|all| all.concat()),
        _ => None,
    }
}

fn wanted_literal(literal: &Literal) -> Option<Vec<Wanted>> {
    match literal {
        Literal::Text(text) => Some(vec![Wanted::Words(lowered(text.trim()).collect::<String>().into())]),
        Literal::Named(named) => Some(vec![Wanted::Member(named.index, named.list.name)]),
        Literal::List(list) => list.iter().map(wanted_literal).collect::<Option<Vec<_>>>().map(|all| all.concat()),
        Literal::Quantity(_) | Literal::Date(_) | Literal::YesNo(_) => None,
    }
}

/// The texts that an expression may be, where the rule writes them out.
fn texts(expr: &Expr) -> Option<Vec<String>> {
    let words = wanted(expr)?.into_iter().map(|wanted| match wanted {
        Wanted::Words(words) => Some(words.into_string()),
        Wanted::Member(..) => None,
    });
    words.collect()
}

/// The longest piece of a text that is written alike wherever the text is.
fn fragment(text: &str) -> Option<String> {
    let pieces = text.split(|c: char| !c.is_ascii_graphic() || c == '\'');
    pieces.max_by_key(|piece| piece.len()).filter(|piece| piece.len() >= SHORTEST).map(str::to_owned)
}
