//! Tallies: what each rule did in articles, for those who care for the rules.

use super::check::{Linter, folded};
use crate::engine::{Starting, World, run};
use crate::facts::schema::View;
use std::time::Duration;

/// What one rule did in some articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The rule's number in the pack.
    pub rule: usize,
    /// Articles that met what it needs.
    pub started: usize,
    /// What it reported, before what another rule says `instead of` it is left out.
    pub findings: usize,
    /// Candidates that broke it and were excused, for each `unless`.
    pub excused: Vec<usize>,
    /// Articles on which it was given up.
    pub given_up: usize,
    /// How long it ran.
    pub time: Duration,
}

impl Tally {
    /// Adds what the same rule did in other articles.
    pub fn add(&mut self, other: &Self) {
        self.started += other.started;
        self.findings += other.findings;
        self.excused.resize(self.excused.len().max(other.excused.len()), 0);
        self.excused.iter_mut().zip(&other.excused).for_each(|(sum, more)| *sum += more);
        self.given_up += other.given_up;
        self.time += other.time;
    }
}

impl Linter {
    /// What every rule in force does in one article; `clock` gives the time since some moment.
    pub fn tally(&self, view: View<'_>, clock: &dyn Fn() -> Duration) -> Vec<Tally> {
        let world = World::new(view, &self.pack().tables);
        let met = self.needs.met(&world);
        let mut tallies = Vec::with_capacity(self.ready.len());
        for (number, ready) in self.ready.iter().enumerate() {
            // A rule across the archive does nothing in one article.
            let Some(rule) = self.pack().rules.get(ready.rule).filter(|rule| rule.across.is_none()) else { continue };
            let mut tally = Tally { rule: ready.rule, ..Tally::default() };
            if self.running.starting == Starting::All || self.needs.may_start(number, &met) {
                let begun = clock();
                let run = run(rule, &ready.plan, &ready.settings, &world, self.running);
                tally.time = clock().saturating_sub(begun);
                tally.started = 1;
                tally.given_up = usize::from(run.given_up);
                tally.excused = run.excused;
                tally.findings = folded(run.reports).len();
            }
            tallies.push(tally);
        }
        tallies
    }
}
