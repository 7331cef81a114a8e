//! What holds of every search: indices change nothing, and what is unrelated removes nothing.

use super::explain::explain;
use super::search_tests::{rules, run_all};
use super::test_facts::{Stage, exactly};
use super::{Joining, Needs, Plan, Running, World};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::names::{Certainty, Role};
use proptest::prelude::*;
use std::fmt::Write as _;

/// Rules of every shape, for properties.
const SHAPES: &[&str] = &[
    "for each count c\nwhere c.noun is \"barn\" and not c.negated\nmust c.value <= 20\nmessage \"{c.text}\"\nmark c \"c\"",
    "for each pair of count a, b\nwhere a.event is b.event and a.role is b.role and a.noun is b.noun\nmust a.value can be b.value\nonce per a.event, a.noun\nmessage \"{a.text} {b.text}\"\nmark a \"a\"\nmark b \"b\"",
    "for each pair of count a, b\nwhere a.figure = b.figure and a.part is not b.part\nmust a.noun is b.noun\nmessage \"{a.text} {b.text}\"\nmark a \"a\"\nmark b \"b\"",
    "for each count h, count b\nwhere h.part is headline and b.part is body and h.noun is b.noun\nmust h.value can be b.value\nunless some count other with (other.part is body and other.noun is h.noun and other.value can be h.value)\nmessage \"{h.text} {b.text}\"\nmark h \"h\"\nmark b \"b\"",
    "for each count c\nwhere c.event is known and no count d with (d.event is c.event and d.value > c.value)\nmust some count d with (d.noun is c.noun and d.role is c.role)\nmessage \"{c.text}\"\nmark c \"c\"",
    "for each group g of count c with c.value < 30 by c.noun, c.role\nwhere size(g) >= 2\nmust sum(g.value) <= 40\nmessage \"{sum(g.value)} {g.noun}\"\nmark each g \"{it.text}\"",
    "for each count a, count b, count c\nwhere a.event is b.event and b.noun is c.noun\nlet total = a.value + b.value\nmust c.value <= total or a.role is c.role\nonce per c\nmessage \"{total}\"\nmark a \"a\"\nmark b \"b\"\nmark c \"c\"",
    "for each pair of count a, b\nwhere a.role is b.role and a.figure != b.figure\nmust a.value can be b.value or a.value within 10% of b.value\nunless some count other with (other.noun is a.noun and other.value can be b.value and other.part is headline)\nonce per a.noun\nmessage \"{a.text} {b.text}\"\nmark a \"a\"\nmark b \"b\"",
    "for each count a, count b\nwhere a.event is b.event and a.role is not b.role\nmust a.value = b.value\nmessage \"{a.text} {b.text}\"\nmark a \"a\"\nmark b \"b\"",
    "for each count a, count b, count c\nwhere a.role is b.role and b.role is c.role\nmust b.value can be c.value\nonce per a.noun, b.noun\nmessage \"{a.text} {b.text} {c.text}\"\nmark a \"a\"\nmark b \"b\"\nmark c \"c\"",
    "for each count c\nwhere c.sentence.text contains \"n1 barn\" and c.role is one of [object, \"in\"] and c.text matches /^n[0-9]+ (barn|road)/\nmust c.value > 20\nmessage \"{c.text}\"\nmark c \"c\"",
    "for each count c\nwhere c.event.verb is \"Ran\" and c.noun is one of [\"Road\", \"bridge\"]\nmust c.value > 20\nmessage \"{c.text}\"\nmark c \"c\"",
];

/// So many of them tie their counts by event, noun or part; of the others, once told of one pair, a pair
/// with the unrelated count may stand for one without it.
const TIED: usize = 7;

#[derive(Clone, Debug)]
struct AnyCount {
    low: i64,
    width: i64,
    noun: usize,
    event: Option<u32>,
    role: usize,
    line: usize,
    weak: bool,
    negated: bool,
}

fn any_count() -> impl Strategy<Value = AnyCount> {
    let event = prop::option::weighted(0.8, 0_u32..3);
    (
        0_i64..30,
        0_i64..4,
        0_usize..3,
        event,
        0_usize..2,
        0_usize..3,
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.2),
    )
        .prop_map(|(low, width, noun, event, role, line, weak, negated)| AnyCount {
            low,
            width,
            noun,
            event,
            role,
            line,
            weak,
            negated,
        })
}

/// An article of three blocks with these counts, in the order of the text, and perhaps a fourth
/// paragraph that tells of something else.
fn staged(counts: &[AnyCount], unrelated: bool) -> Stage {
    const NOUNS: [&str; 3] = ["barn", "person", "road"];
    let mut counts = counts.to_vec();
    counts.sort_by_key(|count| count.line);
    let mut text = String::new();
    let mut line = 0;
    text.push_str("# ");
    for (number, count) in counts.iter().enumerate() {
        while line < count.line {
            text.push_str("end\n");
            line += 1;
        }
        write!(text, "n{number} {} ", NOUNS[count.noun]).unwrap();
    }
    while line < 2 {
        text.push_str("end\n");
        line += 1;
    }
    text.push_str("ran ran ran\n");
    if unrelated {
        text.push_str("Elsewhere 7 ships sank.\n");
    }
    let mut stage = Stage::new(&text);
    let events: Vec<u32> = ["a", "b", "c"].iter().map(|key| stage.event("ran", key)).collect();
    stage.rewind();
    for (number, count) in counts.iter().enumerate() {
        let value = if count.width == 0 {
            exactly(count.low)
        } else {
            Interval::closed(Exact::from(count.low), Exact::from(count.low + count.width))
        };
        let fact = stage.count(&format!("n{number} {}", NOUNS[count.noun]), value, NOUNS[count.noun]);
        fact.event = count.event.map(|event| events[event as usize]);
        fact.role = if count.role == 0 { Role::Object } else { Role::In };
        fact.at.negated = count.negated;
        if count.weak {
            fact.at.certainty = Certainty::Weak;
        }
    }
    if unrelated {
        let sank = stage.event("sank", "sink");
        stage.rewind();
        stage.count("7 ships", exactly(7), "ship").event = Some(sank);
    }
    stage
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// The indexed search finds what the nested one finds, in the same order.
    #[test]
    fn indices_change_nothing(counts in prop::collection::vec(any_count(), 0..40)) {
        let pack = rules(SHAPES, "");
        let stage = staged(&counts, false);
        let indexed = run_all(&pack, &stage, Running::default());
        let nested = run_all(&pack, &stage, Running { joining: Joining::Nested, fuel: u64::MAX, ..Running::default() });
        for (number, (indexed, nested)) in indexed.iter().zip(&nested).enumerate() {
            prop_assert!(!indexed.given_up);
            prop_assert_eq!(&indexed.reports, &nested.reports, "rule {}", number);
        }
    }

    /// What does not start for want of something would have reported nothing.
    #[test]
    fn needs_change_nothing(counts in prop::collection::vec(any_count(), 0..8)) {
        let pack = rules(SHAPES, "");
        let stage = staged(&counts, false);
        let plans: Vec<Plan> = pack.rules.iter().map(Plan::new).collect();
        let needs = Needs::of(pack.rules.iter().zip(&plans));
        let met = stage.with_view(|view| needs.met(&World::new(view, &pack.tables)));
        let runs = run_all(&pack, &stage, Running { joining: Joining::Nested, ..Running::default() });
        for (number, run) in runs.iter().enumerate() {
            prop_assert!(run.reports.is_empty() || needs.may_start(number, &met), "rule {}", number);
        }
    }

    /// Paragraphs about something else remove no report, and the same input gives the same output.
    #[test]
    fn an_unrelated_paragraph_removes_nothing(counts in prop::collection::vec(any_count(), 0..30)) {
        let pack = rules(&SHAPES[..TIED], "");
        let before = run_all(&pack, &staged(&counts, false), Running::default());
        let again = run_all(&pack, &staged(&counts, false), Running::default());
        let after = run_all(&pack, &staged(&counts, true), Running::default());
        for ((before, again), after) in before.iter().zip(&again).zip(&after) {
            prop_assert_eq!(&before.reports, &again.reports);
            for report in &before.reports {
                prop_assert!(after.reports.contains(report), "{:?}", report);
            }
        }
    }

    /// A candidate is reported where every condition, told in full, lets it through.
    #[test]
    fn explanations_agree(counts in prop::collection::vec(any_count(), 0..14)) {
        let pack = rules(SHAPES, "");
        let stage = staged(&counts, false);
        let runs = run_all(&pack, &stage, Running::default());
        for (rule, run) in pack.rules.iter().zip(&runs).filter(|(rule, _)| rule.once.is_empty()) {
            let explained = stage.with_view(|view| {
                explain(rule, &rule.settings, &World::new(view, &pack.tables), None, usize::MAX).nearest
            });
            let reported = explained.iter().filter(|explanation| explanation.reported).count();
            prop_assert_eq!(reported, run.reports.len(), "{}", &rule.id);
        }
    }
}
