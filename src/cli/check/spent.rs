//! `factlint check --stats`: where the time of a run went.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// What the threads have spent on articles, in microseconds.
#[derive(Debug, Default)]
pub(super) struct Spent {
    /// To turn files into text.
    pub(super) reading: AtomicU64,
    /// To find what the text states.
    pub(super) facts: AtomicU64,
    /// To run the rules over it.
    pub(super) rules: AtomicU64,
    /// On everything.
    pub(super) all: AtomicU64,
}

impl Spent {
    /// Does something, and adds the time that it takes.
    pub(super) fn on<T>(clock: &AtomicU64, work: impl FnOnce() -> T) -> T {
        let since = Instant::now();
        let done = work();
        clock.fetch_add(u64::try_from(since.elapsed().as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
        done
    }
}

/// How long the steps of a run took: rules and settings, articles, what comes last; and what the articles took on all
/// threads together.
pub(super) fn times([loaded, checked, ended]: [Duration; 3], spent: &Spent, articles: usize) -> String {
    let on = |clock: &AtomicU64| Duration::from_micros(clock.load(Ordering::Relaxed));
    let [all, reading, facts, rules] = [&spent.all, &spent.reading, &spent.facts, &spent.rules].map(on);
    let rest = all.saturating_sub(reading).saturating_sub(facts).saturating_sub(rules);
    let each = all.checked_div(u32::try_from(articles).unwrap_or(u32::MAX)).unwrap_or_default();
    let count = if articles == 1 { "1 article".to_owned() } else { format!("{articles} articles") };
    let mut page = String::from("time:\n");
    let mut line = |time: Duration, indent: &str, what: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "{indent}  {time:>9.1?} {what}");
    };
    line(loaded, "", "to load rules, settings, stets and the baseline");
    line(checked, "", &format!("for {count}: {all:.1?} on all threads, {each:.1?} an article"));
    line(reading, "    ", "to read files");
    line(facts, "    ", "to find the facts");
    line(rules, "    ", "to run the rules (`factlint rules stats` says what each takes)");
    line(rest, "    ", "for the cache, stets and reports");
    line(ended, "", "to end the reports");
    page
}
