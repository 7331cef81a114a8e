//! What rules did in articles: a table for people, and JSON.

use super::explanation::on_one_line;
use crate::language::rule::{Pack, Rule};
use crate::lint::Tally;
use serde::Serialize;
use std::fmt::Write;

/// What all rules did in some articles.
#[derive(Clone, Debug, Default)]
pub struct Stats {
    /// How many articles were read.
    pub articles: usize,
    /// What each rule did in them, in the order of the pack.
    pub tallies: Vec<Tally>,
}

#[derive(Serialize)]
struct Document<'a> {
    articles: usize,
    rules: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    rule: &'a str,
    started: usize,
    findings: usize,
    per_1000: f64,
    excused: usize,
    excuses: Vec<Excuse>,
    given_up: usize,
    seconds: f64,
}

#[derive(Serialize)]
struct Excuse {
    unless: String,
    excused: usize,
}

impl Stats {
    /// Adds what the rules did in one more article.
    pub fn add(&mut self, tallies: &[Tally]) {
        self.articles += 1;
        for tally in tallies {
            match self.tallies.binary_search_by_key(&tally.rule, |known| known.rule) {
                Ok(at) => self.tallies.get_mut(at).into_iter().for_each(|known| known.add(tally)),
                Err(at) => self.tallies.insert(at, tally.clone()),
            }
        }
    }

    /// One rule a line: findings in 1,000 articles, the share of what broke it that was excused, the
    /// articles that it started on, its time, and what excused most.
    pub fn table(&self, pack: &Pack) -> String {
        let heads = ["rule", "per 1,000", "excused", "started", "time", "most excused by"];
        let mut rows = vec![heads.map(str::to_owned)];
        for (rule, tally) in self.rules(pack) {
            let excused: usize = tally.excused.iter().sum();
            let most = tally.excused.iter().enumerate().max_by_key(|(at, count)| (**count, std::cmp::Reverse(*at)));
            let most = most.filter(|(_, count)| **count > 0).map(|(at, count)| (excuse(pack, rule, at), count));
            rows.push([
                rule.id.clone(),
                format!("{:.1}", self.per_1000(tally.findings)),
                if tally.findings + excused == 0 { "–".to_owned() } else { share(excused, tally.findings + excused) },
                share(tally.started, self.articles),
                format!("{:.1} ms", tally.time.as_secs_f64() * 1000.0),
                most.map(|(words, count)| format!("{words} ({count})")).unwrap_or_default(),
            ]);
        }
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let [rule_width, found_width, excused_width, started_width, time_width] = [0, 1, 2, 3, 4].map(width);
        let mut table = String::new();
        for [rule, found, excused, started, time, most] in &rows {
            let line = format!(
                "{rule:rule_width$}  {found:>found_width$}  {excused:>excused_width$}  {started:>started_width$}  \
                 {time:>time_width$}  {most}"
            );
            // Writing to a string cannot fail.
            let _ = writeln!(table, "{}", line.trim_end());
        }
        let given_up = self.rules(pack).filter(|(_, tally)| tally.given_up > 0);
        let given_up: Vec<String> = given_up.map(|(rule, tally)| format!("{} ({})", rule.id, tally.given_up)).collect();
        if !given_up.is_empty() {
            let _ = writeln!(table, "\ngiven up, for too much to compare: {}", given_up.join(", "));
        }
        table
    }

    /// The same as one JSON document.
    pub fn json(&self, pack: &Pack) -> String {
        let records = self.rules(pack).map(|(rule, tally)| Record {
            rule: &rule.id,
            started: tally.started,
            findings: tally.findings,
            per_1000: self.per_1000(tally.findings),
            excused: tally.excused.iter().sum(),
            excuses: excuses(pack, rule, &tally.excused),
            given_up: tally.given_up,
            seconds: tally.time.as_secs_f64(),
        });
        let document = Document { articles: self.articles, rules: records.collect() };
        // Plain data is always JSON.
        serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
    }

    fn rules<'p>(&self, pack: &'p Pack) -> impl Iterator<Item = (&'p Rule, &Tally)> {
        self.tallies.iter().filter_map(|tally| Some((pack.rules.get(tally.rule)?, tally)))
    }

    #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
    fn per_1000(&self, findings: usize) -> f64 {
        findings as f64 * 1000.0 / self.articles.max(1) as f64
    }
}

#[expect(clippy::cast_precision_loss, reason = "a share for people")]
fn share(part: usize, whole: usize) -> String {
    format!("{:.0}%", part as f64 * 100.0 / whole.max(1) as f64)
}

/// Each `unless` with what it excused.
fn excuses(pack: &Pack, rule: &Rule, excused: &[usize]) -> Vec<Excuse> {
    let counts = excused.iter().enumerate();
    counts.map(|(at, &excused)| Excuse { unless: excuse(pack, rule, at), excused }).collect()
}

/// An `unless` by its reason, else as it is written.
fn excuse(pack: &Pack, rule: &Rule, at: usize) -> String {
    rule.unless.get(at).map_or_else(String::new, |unless| match &unless.because {
        Some(because) => because.clone(),
        None => on_one_line(pack, unless.source, unless.expr.span),
    })
}
