//! The facts that `some` and `no` go through, found by key and the nearest first.

use super::answer::Answer;
use super::evaluate::Evaluator;
use super::key::joint_hash;
use super::plan::Quantified;
use super::scope::Scope;
use super::term::Term;
use crate::facts::schema::Kind;
use crate::facts::value::FactRef;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// What is known of the facts that one `some` goes through.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    quantified: &'a Quantified,
    facts: OnceCell<Facts>,
}

/// The facts that the conditions on the variable alone do not rule out, in the order of the text.
#[derive(Debug, Default)]
struct Facts {
    all: Vec<u32>,
    by_key: FxHashMap<u64, Vec<u32>>,
    /// Facts without a key may equal anything.
    without_key: Vec<u32>,
}

/// Up to so many facts, trying each is as quick.
const FEW: usize = 8;

impl<'a> Scan<'a> {
    pub(super) fn new(quantified: &'a Quantified) -> Self {
        Self { quantified, facts: OnceCell::new() }
    }

    /// The slot of its variable.
    pub(super) fn slot(&self) -> usize {
        self.quantified.slot
    }

    /// Calls `go_on` with the facts that may matter until it is `false`, the nearest to the last
    /// bound fact first: what is looked for mostly stands close by.
    pub(super) fn each(&self, evaluator: &Evaluator<'_>, scope: &Scope<'_>, go_on: &mut dyn FnMut(u32) -> bool) {
        let facts = self.facts.get_or_init(|| self.read(evaluator));
        let theirs = self.quantified.joins.iter().map(|join| &join.theirs);
        let key = if facts.by_key.is_empty() { None } else { joint_hash(evaluator, theirs, scope) };
        if let Some(key) = key {
            let keyed = facts.by_key.get(&key).map_or(&[][..], Vec::as_slice);
            let _ = self.nearest(evaluator, scope, keyed, go_on)
                && self.nearest(evaluator, scope, &facts.without_key, go_on);
        } else {
            self.nearest(evaluator, scope, &facts.all, go_on);
        }
    }

    fn read(&self, evaluator: &Evaluator<'_>) -> Facts {
        let Quantified { kind, slot, own, joins } = self.quantified;
        let may_matter = |&index: &u32| {
            let scope = Scope::EMPTY;
            let scope = scope.bind(*slot, Term::fact(FactRef { kind: *kind, index }));
            evaluator.fuel.burn() && own.iter().all(|condition| evaluator.answer(condition, &scope) != Answer::No)
        };
        let all: Vec<u32> = (0..evaluator.world.columns.count(*kind) as u32).filter(may_matter).collect();
        let mut facts = Facts { all, ..Facts::default() };
        if joins.is_empty() || facts.all.len() <= FEW {
            return facts;
        }
        for &index in &facts.all {
            let scope = Scope::EMPTY;
            let scope = scope.bind(*slot, Term::fact(FactRef { kind: *kind, index }));
            match joint_hash(evaluator, joins.iter().map(|join| &join.mine), &scope) {
                Some(key) => facts.by_key.entry(key).or_default().push(index),
                None => facts.without_key.push(index),
            }
        }
        facts
    }

    /// Whether `go_on` was true of all facts.
    fn nearest(
        &self,
        evaluator: &Evaluator<'_>,
        scope: &Scope<'_>,
        facts: &[u32],
        go_on: &mut dyn FnMut(u32) -> bool,
    ) -> bool {
        let start = |fact: FactRef| evaluator.world.columns.at(fact).map_or(0, |at| at.span.start);
        let anchor = scope.last_fact().filter(|_| facts.len() > FEW).map_or(0, start);
        let split = facts.partition_point(|&index| start(FactRef { kind: self.kind(), index }) < anchor);
        let (before, after) = facts.split_at(split);
        let (mut before, mut after) = (before.iter().rev(), after.iter());
        loop {
            let pair = [after.next(), before.next()];
            if pair == [None, None] {
                return true;
            }
            for &index in pair.into_iter().flatten() {
                if !go_on(index) {
                    return false;
                }
            }
        }
    }

    fn kind(&self) -> Kind {
        self.quantified.kind
    }
}
