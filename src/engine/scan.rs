//! The facts that `some` and `no` go through, found by key and by place, the nearest first.

use super::apart::Meeting;
use super::evaluate::Evaluator;
use super::key::joint_hash;
use super::plan::{Branch, Join, Near, Quantified};
use super::scope::Scope;
use super::term::{Term, What};
use crate::facts::exact::Exact;
use crate::facts::value::FactRef;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// What is known of the facts that one `some` goes through.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    quantified: &'a Quantified,
    /// For each branch.
    facts: Vec<OnceCell<Facts>>,
}

/// The facts that the conditions on the variable alone do not rule out, in the order of the text.
#[derive(Debug, Default)]
struct Facts {
    all: List,
    by_key: FxHashMap<u64, List>,
    /// Facts without a key may equal anything.
    without_key: List,
}

/// Facts in the order of the text.
#[derive(Debug, Default)]
struct List {
    facts: Vec<u32>,
    meeting: OnceCell<Meeting>,
}

/// Up to so many facts, trying each is as quick.
const FEW: usize = 8;

impl<'a> Scan<'a> {
    pub(super) fn new(quantified: &'a Quantified) -> Self {
        Self { quantified, facts: quantified.branches.iter().map(|_| OnceCell::new()).collect() }
    }

    /// The slot of its variable.
    pub(super) fn slot(&self) -> usize {
        self.quantified.slot
    }

    /// Calls `go_on` with the facts that may matter until it is `false`, the nearest to the last
    /// bound fact first: what is looked for mostly stands close by.
    pub(super) fn each(&self, evaluator: &Evaluator<'_>, scope: &Scope<'_>, go_on: &mut dyn FnMut(u32) -> bool) {
        for (branch, facts) in self.quantified.branches.iter().zip(&self.facts) {
            let facts = facts.get_or_init(|| self.read(branch, evaluator));
            if !self.each_of(branch, facts, evaluator, scope, go_on) {
                return;
            }
        }
    }

    /// Whether `go_on` was true of all facts of a branch that may matter.
    fn each_of(
        &self,
        branch: &Branch,
        facts: &Facts,
        evaluator: &Evaluator<'_>,
        scope: &Scope<'_>,
        go_on: &mut dyn FnMut(u32) -> bool,
    ) -> bool {
        if facts.all.facts.len() <= FEW {
            return facts.all.facts.iter().all(|&index| go_on(index));
        }
        let theirs = branch.joins.iter().map(|join| &join.theirs);
        let key = if branch.joins.is_empty() { None } else { joint_hash(evaluator, theirs, scope) };
        if let Some(key) = key {
            let keyed = facts.by_key.get(&key);
            return keyed.is_none_or(|keyed| self.each_in(keyed, branch, evaluator, scope, go_on))
                && self.each_in(&facts.without_key, branch, evaluator, scope, go_on);
        }
        match branch.near.as_ref().and_then(|near| self.near(near, &facts.all.facts, evaluator, scope)) {
            Some(near) => self.nearest(evaluator, scope, near, go_on),
            None => self.each_in(&facts.all, branch, evaluator, scope, go_on),
        }
    }

    /// Whether `go_on` was true of all facts of a list that may matter.
    fn each_in(
        &self,
        list: &List,
        branch: &Branch,
        evaluator: &Evaluator<'_>,
        scope: &Scope<'_>,
        go_on: &mut dyn FnMut(u32) -> bool,
    ) -> bool {
        let meets = branch.meets.as_ref().filter(|_| list.facts.len() > FEW);
        let meeting = meets.and_then(|Join { mine, theirs }| {
            let Quantified { kind, slot, .. } = self.quantified;
            let read = || Meeting::read(mine, &list.facts, *kind, *slot, evaluator);
            list.meeting.get_or_init(read).facts(theirs, evaluator, scope)
        });
        match meeting {
            Some(mut facts) => {
                facts.sort_by_key(|&index| self.start(index, evaluator));
                self.nearest(evaluator, scope, &facts, go_on)
            }
            None => self.nearest(evaluator, scope, &list.facts, go_on),
        }
    }

    fn read(&self, branch: &Branch, evaluator: &Evaluator<'_>) -> Facts {
        let Quantified { kind, slot, .. } = self.quantified;
        let fact = |index| Term::fact(FactRef { kind: *kind, index });
        let empty = Scope::EMPTY;
        let may_matter = |&index: &u32| {
            let scope = empty.bind(*slot, fact(index));
            !branch.own.iter().any(|own| evaluator.surely_not(own, &scope))
        };
        let mut all: Vec<u32> = (0..evaluator.world.columns.count(*kind) as u32).filter(may_matter).collect();
        all.sort_by_key(|&index| self.start(index, evaluator));
        let mut facts = Facts::default();
        facts.all.facts = all;
        if branch.joins.is_empty() || facts.all.facts.len() <= FEW {
            return facts;
        }
        for &index in &facts.all.facts {
            let scope = empty.bind(*slot, fact(index));
            match joint_hash(evaluator, branch.joins.iter().map(|join| &join.mine), &scope) {
                Some(key) => facts.by_key.entry(key).or_default().facts.push(index),
                None => facts.without_key.facts.push(index),
            }
        }
        facts
    }

    /// The facts that stand within the distance; `None` where it is not known.
    fn near<'f>(
        &self,
        near: &Near,
        facts: &'f [u32],
        evaluator: &Evaluator<'_>,
        scope: &Scope<'_>,
    ) -> Option<&'f [u32]> {
        let What::Quantity(limit) = evaluator.term(&near.limit, scope).what else { return None };
        let limit = usize::try_from(limit.interval.high.number().map(Exact::floor)?).ok()?;
        let text = evaluator.world.views.first.text;
        let sentence = text.sentence_at(evaluator.place(&evaluator.term(&near.other, scope))?.start);
        let of = |index: u32| text.sentence_at(self.start(index, evaluator));
        let from = facts.partition_point(|&index| of(index) < sentence.saturating_sub(limit));
        let to = facts.partition_point(|&index| of(index) <= sentence.saturating_add(limit));
        facts.get(from..to)
    }

    fn start(&self, index: u32, evaluator: &Evaluator<'_>) -> u32 {
        let fact = FactRef { kind: self.quantified.kind, index };
        evaluator.world.columns.at(fact).map_or(0, |at| at.span.start)
    }

    /// Whether `go_on` was true of all these facts.
    fn nearest(
        &self,
        evaluator: &Evaluator<'_>,
        scope: &Scope<'_>,
        facts: &[u32],
        go_on: &mut dyn FnMut(u32) -> bool,
    ) -> bool {
        let last = scope.last_fact().filter(|_| facts.len() > FEW);
        let anchor = last.and_then(|fact| evaluator.world.columns.at(fact)).map_or(0, |at| at.span.start);
        let (before, after) = facts.split_at(facts.partition_point(|&index| self.start(index, evaluator) < anchor));
        let (mut before, mut after) = (before.iter().rev(), after.iter());
        loop {
            let pair = [after.next(), before.next()];
            if pair == [None, None] {
                return true;
            }
            if !pair.into_iter().flatten().all(|&index| go_on(index)) {
                return false;
            }
        }
    }
}
