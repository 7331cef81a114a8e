//! Rules across the archive: what articles give to them, which articles may break one together, and what is found.
//!
//! [`Linter::check`] gives the rows of each article; an [`Archive`] holds them and says in the end which pairs of
//! articles have to be read again, and [`Linter::joined`] runs the rule over each. What is held of an article is a few
//! numbers for each fact that the rules may bind, and no text.

use super::check::{Linter, QUOTED};
use super::examples;
use super::finding::{Elsewhere, Finding, MarkedPlace, Suggestion};
use crate::article::Article;
use crate::engine::{self, Joined, OnceKey, Plan, Row, Running, Side, Views, Worth};
use crate::facts::Facts;
use crate::facts::exact::Exact;
use crate::facts::schema::View;
use crate::facts::value::FactRef;
use crate::language::rule::{Pack, Rule, Setting};
use crate::source::Span;
use crate::text::Text;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// What an article gives to a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// The rule's number in the pack.
    pub rule: usize,
    /// The fact.
    pub row: Row,
}

/// What the articles of a run give to rules across the archive.
#[derive(Clone, Debug, Default)]
pub struct Archive {
    held: Vec<Held>,
    published: FxHashMap<u32, Date>,
}

#[derive(Clone, Copy, Debug)]
struct Held {
    article: u32,
    given: Given,
}

/// Two facts of two articles on which a rule may break.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// The articles, by the numbers that they were added with.
    pub articles: [u32; 2],
    /// The facts, each as its own article knows it.
    pub facts: [FactRef; 2],
    /// The rule's number in the pack.
    pub rule: usize,
}

/// What rules across the archive may break on.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    /// In the order of the articles and of the facts in them.
    pub all: Vec<Candidate>,
    /// The numbers of the rules for which there were too many.
    pub given_up: Vec<usize>,
    /// How many of each rule may still be looked at.
    left: FxHashMap<usize, u64>,
}

impl Archive {
    /// Adds what an article gives; articles are numbered in the order of the input.
    pub fn add(&mut self, article: u32, published: Option<Date>, given: &[Given]) {
        self.held.extend(given.iter().map(|given| Held { article, given: *given }));
        if !given.is_empty() {
            self.published.extend(published.map(|day| (article, day)));
        }
    }

    /// How many rows are held.
    pub fn rows(&self) -> usize {
        self.held.len()
    }

    /// Takes the rows that are held, each with the number of its article, to keep them elsewhere.
    pub fn take_rows(&mut self) -> Vec<(u32, Given)> {
        std::mem::take(&mut self.held).into_iter().map(|held| (held.article, held.given)).collect()
    }

    /// Puts rows back that were taken. Rows with one key belong together.
    pub fn put_back(&mut self, rows: impl Iterator<Item = (u32, Given)>) {
        self.held.extend(rows.map(|(article, given)| Held { article, given }));
    }

    /// Adds the pairs of the rows that are held on which a rule of the pack may break, and lets the rows go; at most `fuel`
    /// of each rule are looked at in all.
    pub fn candidates(&mut self, pack: &Pack, fuel: u64, found: &mut Candidates) {
        self.of_rules(&|number| pack.rules.get(number), fuel, found);
    }

    fn of_rules<'r>(&mut self, rules: &dyn Fn(usize) -> Option<&'r Rule>, fuel: u64, found: &mut Candidates) {
        let order = |held: &Held| {
            let Row { variable, fact, key, .. } = held.given.row;
            (held.given.rule, key, held.article, fact, variable == Side::Second)
        };
        let mut held = std::mem::take(&mut self.held);
        held.sort_unstable_by_key(order);
        for of_rule in held.chunk_by(|one, other| one.given.rule == other.given.rule) {
            let Some(rule) = of_rule.first().map(|held| held.given.rule) else { continue };
            let Some(of) = rules(rule) else { continue };
            let joins = Joins {
                rule,
                in_order: engine::is_of_pairs(&Plan::new(of)),
                within: of.across.as_ref().and_then(|across| across.within),
                published: &self.published,
            };
            let left = found.left.entry(rule).or_insert(fuel);
            for group in of_rule.chunk_by(|one, other| one.given.row.key == other.given.row.key) {
                joins.add(group, left, &mut found.all);
            }
            if *left == 0 && !found.given_up.contains(&rule) {
                found.given_up.push(rule);
            }
        }
        found.all.sort_unstable();
    }
}

/// How a rule joins articles.
struct Joins<'a> {
    rule: usize,
    /// Whether the first fact comes from the earlier article.
    in_order: bool,
    /// How many days apart the articles may be published.
    within: Option<Exact>,
    published: &'a FxHashMap<u32, Date>,
}

impl Joins<'_> {
    /// Adds the candidates among rows with one key.
    fn add(&self, group: &[Held], left: &mut u64, candidates: &mut Vec<Candidate>) {
        let several = group.first().zip(group.last()).is_some_and(|(first, last)| first.article != last.article);
        if !several {
            return;
        }
        let of = |variable: Side| group.iter().filter(move |held| held.given.row.variable == variable);
        let others = Others::of(of(Side::Second).copied().collect());
        for one in of(Side::First) {
            for other in others.differing(&one.given.row.value) {
                if *left == 0 {
                    return;
                }
                *left -= 1;
                if self.may_join(one.article, other.article) {
                    let facts = [one.given.row.fact, other.given.row.fact];
                    candidates.push(Candidate { articles: [one.article, other.article], facts, rule: self.rule });
                }
            }
        }
    }

    fn may_join(&self, one: u32, other: u32) -> bool {
        let published = [one, other].map(|article| self.published.get(&article).copied());
        near_enough(self.within, published) && if self.in_order { one < other } else { one != other }
    }
}

/// Whether articles that are published on these days are joined by a rule that joins those `within` so many days.
pub fn near_enough(within: Option<Exact>, published: [Option<Date>; 2]) -> bool {
    let [one, other] = published;
    within.is_none_or(|within| {
        let apart = one.zip(other).and_then(|(one, other)| one.until(other).ok()).map(|apart| apart.get_days());
        apart.is_some_and(|apart| Exact::from(i64::from(apart).abs()) <= within)
    })
}

/// Rows with one key, ready to be asked for those that differ from a value: finding them takes no longer than there are
/// of them.
#[derive(Default)]
struct Others {
    rows: Vec<Held>,
    /// The rows of each value that is the same or not.
    same: FxHashMap<u64, Vec<usize>>,
    /// The rows of each line, by their lower and by their upper ends.
    lines: FxHashMap<u64, Ends>,
    /// The rows that are asked for no value.
    any: Vec<usize>,
}

#[derive(Default)]
struct Ends {
    low: Vec<(f64, usize)>,
    high: Vec<(f64, usize)>,
}

impl Others {
    fn of(rows: Vec<Held>) -> Self {
        let mut others = Self::default();
        for (number, held) in rows.iter().enumerate() {
            match held.given.row.value {
                Worth::Any => others.any.push(number),
                Worth::Same(value) => others.same.entry(value).or_default().push(number),
                Worth::Between { line, low, high, .. } => {
                    let ends = others.lines.entry(line).or_default();
                    ends.low.push((low, number));
                    ends.high.push((high, number));
                }
            }
        }
        for ends in others.lines.values_mut() {
            ends.low.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
            ends.high.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        }
        Self { rows, ..others }
    }

    /// The rows that may differ from a value, in their order.
    fn differing(&self, from: &Worth) -> Vec<&Held> {
        let mut numbers = self.any.clone();
        match from {
            Worth::Any => numbers = (0..self.rows.len()).collect(),
            Worth::Same(value) => {
                numbers.extend(self.same.iter().filter(|(of, _)| *of != value).flat_map(|(_, rows)| rows));
            }
            Worth::Between { line, low, high, .. } => {
                for (of, ends) in &self.lines {
                    // On another line the numbers alone tell nothing.
                    let told = of == line;
                    let below = if told { ends.high.partition_point(|(end, _)| end < low) } else { 0 };
                    let above = if told { ends.low.partition_point(|(end, _)| end <= high) } else { 0 };
                    let apart = ends.high.iter().take(below).chain(ends.low.iter().skip(above));
                    numbers.extend(apart.map(|(_, number)| *number));
                }
            }
        }
        numbers.sort_unstable();
        let rows = numbers.into_iter().filter_map(|number| self.rows.get(number));
        rows.filter(|held| from.may_differ(&held.given.row.value)).collect()
    }
}

/// What rules have reported once.
#[derive(Clone, Debug, Default)]
pub struct Told(FxHashSet<(usize, Vec<Once>)>);

/// A value of `once per`, the same in all pairs of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Once {
    Value(u64),
    /// A fact of the article of that number.
    Fact(u32, FactRef),
}

impl Told {
    /// Whether something is news: the rule has not reported for the same values of `once per`.
    pub fn is_news(&mut self, candidate: &Candidate, joined: &Joined) -> bool {
        let Some(once) = joined.once.as_ref().filter(|once| !once.is_empty()) else { return true };
        let [first, second] = candidate.articles;
        let key = once.iter().map(|once| match once {
            OnceKey::Value(value) => Once::Value(*value),
            OnceKey::Fact(Side::First, fact) => Once::Fact(first, *fact),
            OnceKey::Fact(Side::Second, fact) => Once::Fact(second, *fact),
        });
        self.0.insert((candidate.rule, key.collect()))
    }
}

/// What a rule across the archive says of the articles of an example, each with the byte that it begins at.
pub(super) fn told_of(
    rule: &Rule,
    plan: &Plan,
    settings: &[Setting],
    pack: &Pack,
    articles: &[(u32, Article)],
) -> examples::Told {
    let texts: Vec<Text<'_>> = articles.iter().map(|(_, article)| Text::read(article)).collect();
    let facts: Vec<Facts> = texts.iter().map(Facts::read).collect();
    let view = |number: usize| {
        let ((_, article), text, facts) = (articles.get(number)?, texts.get(number)?, facts.get(number)?);
        Some(View { article, text, facts })
    };
    let mut archive = Archive::default();
    for (number, (_, article)) in articles.iter().enumerate() {
        let Some(view) = view(number) else { continue };
        let rows = engine::rows(plan, settings, &engine::World::new(view, &pack.tables));
        let given: Vec<Given> = rows.into_iter().map(|row| Given { rule: 0, row }).collect();
        archive.add(number as u32, article.published, &given);
    }
    let mut found = Candidates::default();
    archive.of_rules(&|_| Some(rule), Running::default().fuel, &mut found);
    let Candidates { all, given_up, .. } = found;
    let mut told = Told::default();
    let mut reports = Vec::new();
    for candidate in all {
        let [first, second] = candidate.articles.map(|number| view(number as usize));
        let Some(views) = first.zip(second).and_then(|(first, second)| Views::two(first, second)) else { continue };
        let joined = engine::joined(rule, plan, settings, views, &pack.tables, candidate.facts);
        let Some(joined) = joined.filter(|joined| told.is_news(&candidate, joined)) else { continue };
        let [first, second] = candidate.articles.map(|number| articles.get(number as usize).map_or(0, |(at, _)| *at));
        let place = |span: Span| match views.side(span) {
            (Side::First, span) => span.shifted(first),
            (Side::Second, span) => span.shifted(second),
        };
        reports.push(joined.report.placed(&place));
    }
    examples::Told { reports, given_up: !given_up.is_empty() }
}

impl Linter {
    /// What an article gives to the rules across the archive that are in force.
    pub(super) fn given(&self, view: View<'_>) -> Vec<Given> {
        let mut world = None;
        let mut given = Vec::new();
        for ready in &self.ready {
            let across = self.pack().rules.get(ready.rule).is_some_and(|rule| rule.across.is_some());
            if across {
                let world = world.get_or_insert_with(|| engine::World::new(view, &self.pack().tables));
                let rows = engine::rows(&ready.plan, &ready.settings, world);
                given.extend(rows.into_iter().map(|row| Given { rule: ready.rule, row }));
            }
        }
        given
    }

    /// What a rule says of two facts of two articles; none where it is not in force here.
    pub fn joined(&self, candidate: &Candidate, views: Views<'_>) -> Option<Joined> {
        let ready = self.ready.iter().find(|ready| ready.rule == candidate.rule)?;
        let rule = self.pack().rules.get(ready.rule)?;
        engine::joined(rule, &ready.plan, &ready.settings, views, &self.pack().tables, candidate.facts)
    }

    /// The finding of what a rule says of two articles, with the side of the article that it is a finding of: the one
    /// that is marked first. `sides` are the two articles, as a finding of the other one refers to them.
    pub fn finding(
        &self,
        candidate: &Candidate,
        joined: Joined,
        views: Views<'_>,
        sides: [&Arc<Elsewhere>; 2],
    ) -> Option<(Side, Finding)> {
        let ready = self.ready.iter().find(|ready| ready.rule == candidate.rule)?;
        let rule = self.pack().rules.get(ready.rule)?;
        let Joined { report, .. } = joined;
        let main = report.marks.first().map_or(Side::First, |(span, _)| views.side(*span).0);
        let of = |side: Side| match (side, sides) {
            (Side::First, [first, _]) => first,
            (Side::Second, [_, second]) => second,
        };
        let mark = |(span, label): (Span, String)| {
            let (side, span) = views.side(span);
            let article = of(side);
            let elsewhere = (side != main).then(|| Arc::clone(article));
            MarkedPlace { place: article.article.place(span), label, elsewhere }
        };
        let mut suggestions = report.suggestions;
        // What is written in the other article is for whoever looks at that.
        suggestions.retain(|new| views.side(new.span).0 == main);
        let suggestions = suggestions.into_iter().map(|new| Suggestion {
            place: of(main).article.place(views.side(new.span).1),
            text: new.text,
            because: new.because,
        });
        let mut help = report.help;
        if report.quoted {
            help.push(QUOTED.to_owned());
        }
        let finding = Finding {
            rule: rule.id.clone(),
            severity: if report.quoted { ready.severity.lower() } else { ready.severity },
            message: report.message,
            help,
            marks: report.marks.into_iter().map(mark).collect(),
            suggestions: suggestions.collect(),
            stet: None,
        };
        Some((main, finding))
    }
}
