//! The search for candidates that surely break a rule.

use super::answer::Answer;
use super::apart::{Apart, Split};
use super::evaluate::Evaluator;
use super::key::{Key, joint_hash, key};
use super::plan::{Each, Join, Plan, Step};
use super::report::{Report, assemble};
use super::scan::Scan;
use super::scope::Scope;
use super::term::{Term, What};
use super::world::{RunState, World};
use crate::facts::value::FactRef;
use crate::language::rule::{Binding, Rule, Setting};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::cell::OnceCell;

/// How the candidates of a join are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Joining {
    /// By the keys of equalities.
    #[default]
    Indexed,
    /// Every combination is tried; the oracle of the other.
    Nested,
}

/// Which rules are started on an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Starting {
    /// Those whose [needs](super::Needs) it meets.
    #[default]
    ByNeeds,
    /// All; the oracle of the other.
    All,
}

/// How a rule is run.
#[derive(Clone, Copy, Debug)]
pub struct Running {
    /// How many candidates are tried before the rule is given up on an article.
    pub fuel: u64,
    /// How joins are done.
    pub joining: Joining,
    /// Which rules are started.
    pub starting: Starting,
}

impl Default for Running {
    fn default() -> Self {
        Self { fuel: 1_000_000, joining: Joining::Indexed, starting: Starting::ByNeeds }
    }
}

/// What running a rule over an article gave.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// What is surely broken, in the order in which it was found.
    pub reports: Vec<Report>,
    /// How many candidates that break the rule were excused, for each `unless`.
    pub excused: Vec<usize>,
    /// Whether the rule was given up because there were too many candidates: there may be more to report.
    pub given_up: bool,
}

/// Runs a rule over an article. `settings` are the rule's own, or those that stand for them.
pub fn run(rule: &Rule, plan: &Plan, settings: &[Setting], world: &World<'_>, running: Running) -> Run {
    let state = RunState::new(running.fuel);
    let scans = scans(plan, running.joining);
    let evaluator = Evaluator { world, settings, state: &state, scans: &scans };
    let mut reports = Vec::new();
    let mut excused = vec![0; rule.unless.len()];
    search(rule, plan, evaluator, running.joining, &mut |scope| {
        if !evaluator.surely_not(&rule.must, scope) {
            return false;
        }
        let excuse = rule.unless.iter().zip(&mut excused).find(|(unless, _)| evaluator.excuses(&unless.expr, scope));
        if let Some((_, count)) = excuse {
            *count += 1;
            return false;
        }
        // What is found out after the fuel ran out rests on facts that were not looked at.
        let sure = !state.is_spent();
        if sure {
            reports.push(assemble(rule, evaluator, scope));
        }
        sure
    });
    Run { reports, excused, given_up: state.is_spent() }
}

/// Calls `found` with every candidate for which all of `where` surely holds and that may break
/// `must`; where it says that it told of one, those with the same keys of `once per` are left out.
pub(super) fn search(
    rule: &Rule,
    plan: &Plan,
    evaluator: Evaluator<'_>,
    joining: Joining,
    found: &mut dyn FnMut(&Scope<'_>) -> bool,
) {
    let mut search = Search {
        rule,
        plan,
        evaluator,
        joining,
        candidates: plan.steps.iter().map(|_| OnceCell::new()).collect(),
        groups: plan.steps.iter().map(|_| OnceCell::new()).collect(),
        indices: plan.steps.iter().map(|_| OnceCell::new()).collect(),
        told: FxHashSet::default(),
        back_to: None,
        found,
    };
    if search.may_start() {
        search.step(0, &Scope::EMPTY);
    }
}

fn scans(plan: &Plan, joining: Joining) -> Vec<Scan<'_>> {
    match joining {
        Joining::Indexed => plan.quantified.iter().map(Scan::new).collect(),
        Joining::Nested => Vec::new(),
    }
}

/// Facts that pass the conditions on one variable, by the hash of their keys.
type Index = FxHashMap<u64, Bucket>;

/// Facts with equal keys.
#[derive(Debug, Default)]
struct Bucket {
    facts: SmallVec<[u32; 4]>,
    /// For each difference that a report rests on.
    splits: OnceCell<Vec<Split>>,
}

/// Above how many candidates an index is worth its making.
const WORTH_AN_INDEX: usize = 8;

struct Search<'r> {
    rule: &'r Rule,
    plan: &'r Plan,
    evaluator: Evaluator<'r>,
    joining: Joining,
    /// For each step, the facts that pass the conditions on its variable alone.
    candidates: Vec<OnceCell<Vec<u32>>>,
    groups: Vec<OnceCell<Vec<Group>>>,
    indices: Vec<OnceCell<Index>>,
    /// The keys of `once per` that were told of.
    told: FxHashSet<Vec<Key>>,
    /// All candidates that share the variables up to this step were told of.
    back_to: Option<usize>,
    found: &'r mut dyn FnMut(&Scope<'_>) -> bool,
}

/// Facts that one group holds.
#[derive(Debug)]
struct Group {
    members: Vec<Term<'static>>,
    keys: Vec<Term<'static>>,
}

impl Search<'_> {
    /// Whether every variable has something to hold.
    fn may_start(&self) -> bool {
        self.plan.steps.iter().all(|step| match step {
            Step::Each(each) => self.evaluator.world.columns.count(each.kind) > 0,
            Step::Group { binding, .. } => match self.rule.bindings.get(*binding) {
                Some(Binding::Group { kind, .. }) => self.evaluator.world.columns.count(*kind) > 0,
                _ => false,
            },
            Step::Row { .. } | Step::Let(_) | Step::Test(_) => true,
        })
    }

    fn step(&mut self, number: usize, scope: &Scope<'_>) {
        if self.evaluator.state.is_spent() {
            return;
        }
        let plan = self.plan;
        match plan.steps.get(number) {
            None => self.candidate(scope),
            Some(Step::Test(condition)) => {
                let condition = plan.conditions.get(*condition);
                if condition.is_some_and(|condition| self.evaluator.surely(condition, scope)) {
                    self.step(number + 1, scope);
                }
            }
            Some(Step::Let(named)) => {
                if let Some(named) = self.rule.lets.get(*named) {
                    self.step(number + 1, &scope.name(named.slot, &named.expr));
                }
            }
            Some(Step::Each(each)) => self.each(number, each, scope),
            Some(Step::Group { binding, alone }) => self.group(number, *binding, *alone, scope),
            Some(Step::Row { table, slot }) => {
                let rows = self.evaluator.world.tables.get(*table).map_or(0, |table| table.rows.len());
                for row in 0..rows {
                    if !self.evaluator.state.burn() {
                        return;
                    }
                    self.step(number + 1, &scope.bind(*slot, Term::new(What::Row(*table, row))));
                    if self.is_done_with(number) {
                        return;
                    }
                }
            }
        }
    }

    fn candidate(&mut self, scope: &Scope<'_>) {
        if self.is_told(scope) || !(self.found)(scope) {
            return;
        }
        if let Some(keys) = self.once_keys(scope).filter(|_| !self.rule.once.is_empty()) {
            self.told.insert(keys);
            self.back_to = self.plan.once.filter(|_| self.joining == Joining::Indexed);
        }
    }

    /// The keys of `once per`; none where the text does not give one, which is like nothing else.
    fn once_keys(&self, scope: &Scope<'_>) -> Option<Vec<Key>> {
        let view = self.evaluator.world.views;
        let keys = self.rule.once.iter().map(|once| key(&self.evaluator.term(once, scope), view));
        keys.map(|keyed| keyed.map(|keyed| keyed.key)).collect()
    }

    fn is_told(&self, scope: &Scope<'_>) -> bool {
        !self.told.is_empty() && self.once_keys(scope).is_some_and(|keys| self.told.contains(&keys))
    }

    /// Whether nothing new can come of the other facts of a step.
    fn is_done_with(&mut self, number: usize) -> bool {
        if self.back_to == Some(number) {
            self.back_to = None;
        }
        self.back_to.is_some()
    }

    fn each(&mut self, number: usize, each: &Each, scope: &Scope<'_>) {
        // The cells are taken out while they are walked, since the steps below change the search.
        let Some(cell) = self.candidates.get_mut(number) else { return };
        let cell = std::mem::take(cell);
        let candidates = cell.get_or_init(|| self.candidates_of(each));
        let keyed = !each.joins.is_empty() || !each.apart.is_empty();
        let worth = self.joining == Joining::Indexed && candidates.len() > WORTH_AN_INDEX && keyed;
        if worth {
            let index = self.indices.get_mut(number).map(std::mem::take).unwrap_or_default();
            let buckets = index.get_or_init(|| self.index_of(each, candidates));
            let joined = joint_hash(&self.evaluator, each.joins.iter().map(|join| &join.theirs), scope)
                .and_then(|hash| buckets.get(&hash));
            if let Some(bucket) = joined {
                let others = self.others(each, bucket, scope);
                self.walk(number, each, others.as_deref().unwrap_or(&bucket.facts), scope);
            }
            if let Some(place) = self.indices.get_mut(number) {
                *place = index;
            }
        } else {
            self.walk(number, each, candidates, scope);
        }
        if let Some(place) = self.candidates.get_mut(number) {
            *place = cell;
        }
    }

    fn walk(&mut self, number: usize, each: &Each, candidates: &[u32], scope: &Scope<'_>) {
        let after = each.after.and_then(|slot| scope.fact(slot)).map(|fact| fact.index);
        let from = after.map_or(0, |after| candidates.partition_point(|&index| index <= after));
        for &index in candidates.get(from..).unwrap_or_default() {
            let fact = FactRef { kind: each.kind, index };
            if scope.holds(fact) {
                continue;
            }
            // Facts by themselves are as many as the text has; what uses up fuel is how they combine.
            if !each.first && !self.evaluator.state.burn() {
                return;
            }
            let scope = scope.bind(each.slot, Term::fact(fact));
            if self.plan.once == Some(number) && self.joining == Joining::Indexed && self.is_told(&scope) {
                continue;
            }
            self.step(number + 1, &scope);
            if self.is_done_with(number) {
                return;
            }
        }
    }

    /// Of facts with equal keys, those that differ from the ones before as a report asks for; none
    /// where trying all is as quick.
    fn others(&self, each: &Each, bucket: &Bucket, scope: &Scope<'_>) -> Option<Vec<u32>> {
        if each.apart.is_empty() || bucket.facts.len() <= WORTH_AN_INDEX {
            return None;
        }
        let read = |apart: &Apart| Split::read(apart, &bucket.facts, each, &self.evaluator);
        let splits = bucket.splits.get_or_init(|| each.apart.iter().map(read).collect());
        let fewest = |(apart, split): &(&Apart, &Split)| split.count(apart, &self.evaluator, scope);
        let (apart, split) = each.apart.iter().zip(splits).min_by_key(fewest)?;
        let mut others = split.others(apart, &self.evaluator, scope);
        others.sort_unstable();
        Some(others)
    }

    /// The facts of a kind that are no weak readings and pass the conditions on the variable alone.
    fn candidates_of(&self, each: &Each) -> Vec<u32> {
        let columns = &self.evaluator.world.columns;
        let passes = |&index: &u32| {
            let fact = FactRef { kind: each.kind, index };
            if columns.is_weak(fact) {
                return false;
            }
            let scope = Scope::EMPTY;
            let scope = scope.bind(each.slot, Term::fact(fact));
            let conditions = each.own.iter().filter_map(|&number| self.plan.conditions.get(number));
            conditions.into_iter().all(|condition| self.evaluator.surely(condition, &scope))
        };
        (0..columns.count(each.kind) as u32).filter(passes).collect()
    }

    fn index_of(&self, each: &Each, candidates: &[u32]) -> Index {
        let mut index = Index::default();
        for &candidate in candidates {
            let scope = Scope::EMPTY;
            let scope = scope.bind(each.slot, Term::fact(FactRef { kind: each.kind, index: candidate }));
            if let Some(hash) = joint_hash(&self.evaluator, each.joins.iter().map(|Join { mine, .. }| mine), &scope) {
                index.entry(hash).or_default().facts.push(candidate);
            }
        }
        index
    }

    fn group(&mut self, number: usize, binding: usize, alone: bool, scope: &Scope<'_>) {
        let rule = self.rule;
        let Some(binding @ Binding::Group { slot, keys, .. }) = rule.bindings.get(binding) else { return };
        let kept = self.groups.get_mut(number).map(std::mem::take).unwrap_or_default();
        let made = OnceCell::new();
        let groups = if alone { &kept } else { &made }.get_or_init(|| self.groups_of(binding, scope));
        for group in groups {
            if !self.evaluator.state.burn() {
                break;
            }
            let scope = scope.bind(*slot, Term::set(group.members.clone()));
            self.with_keys(number, keys, &group.keys, &scope);
            if self.is_done_with(number) {
                break;
            }
        }
        if let Some(place) = self.groups.get_mut(number) {
            *place = kept;
        }
    }

    fn with_keys(&mut self, number: usize, slots: &[usize], keys: &[Term<'static>], scope: &Scope<'_>) {
        match (slots.split_first(), keys.split_first()) {
            (Some((slot, slots)), Some((key, keys))) => {
                self.with_keys(number, slots, keys, &scope.bind(*slot, key.clone()));
            }
            _ => self.step(number + 1, scope),
        }
    }

    /// Groups in the order of their first member. A fact whose key the text does not give is in
    /// none; one that may be a member is a possible one, and no group is made of those alone.
    fn groups_of(&self, binding: &Binding, scope: &Scope<'_>) -> Vec<Group> {
        let Binding::Group { kind, member, with, by, .. } = binding else { return Vec::new() };
        let columns = &self.evaluator.world.columns;
        let mut places: FxHashMap<Vec<Key>, usize> = FxHashMap::default();
        let mut groups: Vec<Group> = Vec::new();
        for index in 0..columns.count(*kind) as u32 {
            let fact = FactRef { kind: *kind, index };
            if !self.evaluator.state.burn() {
                break;
            }
            let scope = scope.bind(*member, Term::fact(fact));
            let is_member = with.as_ref().map_or(Answer::Yes, |with| self.evaluator.answer(with, &scope));
            if !is_member.excuses() {
                continue;
            }
            let mut possible = is_member == Answer::Perhaps || columns.is_weak(fact);
            let terms: Vec<Term<'_>> = by.iter().map(|(_, key)| self.evaluator.term(key, &scope)).collect();
            let keyed = terms.iter().map(|term| {
                let keyed = key(term, self.evaluator.world.views)?;
                possible |= keyed.ambiguous;
                Some(keyed.key)
            });
            let Some(keys) = keyed.collect::<Option<Vec<Key>>>() else { continue };
            let at = *places.entry(keys).or_insert_with(|| {
                let keys = terms.into_iter().map(Term::into_owned).collect();
                groups.push(Group { members: Vec::new(), keys });
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(at) {
                group.members.push(Term { possible, ..Term::fact(fact) });
            }
        }
        groups.retain(|group| group.members.iter().any(|member| !member.possible));
        groups
    }
}
