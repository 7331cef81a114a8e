//! Rules over facts: what is reported, how often, and at which words.

use super::test_facts::{Stage, exactly};
use super::{Joining, Plan, Report, Run, Running, World, run};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::names::Certainty;
use crate::language::rule::Pack;
use std::fmt::Write as _;

/// Rules that say nothing but their message, from their clauses.
pub(super) fn rules(clauses: &[&str], shared: &str) -> Pack {
    let mut text = shared.to_owned();
    for (number, clauses) in clauses.iter().enumerate() {
        write!(text, "\nrule test/rule-{number}\n  title \"test\"\n  draft\n  severity error\n{clauses}\n").unwrap();
    }
    let table = "name,aliases,capitals,population\nAustralia,Oz|the Commonwealth,Canberra,25000000\nChad,,N'Djamena,\n";
    let (pack, mistakes) = crate::language::load(&[("test.rules", &text)], &|_| Ok(table.to_owned()));
    let errors: Vec<String> = mistakes
        .iter()
        .filter(|mistake| mistake.grade == crate::language::Grade::Error)
        .map(|mistake| format!("{} {mistake} {:?}", mistake.code.name(), mistake.help))
        .collect();
    assert!(errors.is_empty(), "{}\n{text}", errors.join("\n"));
    pack
}

pub(super) fn run_all(pack: &Pack, stage: &Stage, running: Running) -> Vec<Run> {
    stage.with_view(|view| {
        let world = World::new(view, &pack.tables);
        pack.rules.iter().map(|rule| run(rule, &Plan::new(rule), &rule.settings, &world, running)).collect()
    })
}

/// The reports of one rule.
fn reports(clauses: &str, stage: &Stage) -> Vec<Report> {
    let shared = "table countries from \"countries.csv\"\n  key name text also aliases split \"|\"\n  \
                  capitals list of text split \"|\"\n  population number\n\nwords ours = \"Oz\", barn\n";
    let pack = rules(&[clauses], shared);
    let indexed = run_all(&pack, stage, Running::default()).remove(0);
    let nested = run_all(&pack, stage, Running { joining: Joining::Nested, ..Running::default() }).remove(0);
    assert_eq!(indexed.reports, nested.reports, "{clauses}");
    assert!(!indexed.given_up);
    indexed.reports
}

fn messages(clauses: &str, stage: &Stage) -> Vec<String> {
    reports(clauses, stage).into_iter().map(|report| report.message).collect()
}

fn check(stage: &Stage, cases: &[(&str, &[&str])]) {
    for (clauses, expected) in cases {
        assert_eq!(messages(clauses, stage), *expected, "{clauses}");
    }
}

/// "40 people", "60 people" (negated), "70 barns" in a sentence each, "90 barns" weak.
fn counts() -> Stage {
    let mut stage = Stage::new("The storm killed 40 people.\nIt hit 60 people.\nIt hit 70 barns.\nIt hit 90 barns.\n");
    stage.count("40 people", exactly(40), "person");
    stage.count("60 people", exactly(60), "person").at.negated = true;
    stage.count("70 barns", Interval::closed(Exact::from(65), Exact::from(75)), "barn");
    stage.count("90 barns", exactly(90), "barn").at.certainty = Certainty::Weak;
    stage
}

#[test]
fn only_a_sure_no_is_reported() {
    let each = |must: &str| format!("for each count c\nmust {must}\nmessage \"{{c.text}}\"\nmark c \"c\"");
    let cases: &[(&str, &[&str])] = &[
        ("c.value <= 50", &["60 people", "70 barns"]),
        ("c.value <= 70", &[]),
        ("c.value = 40", &["60 people", "70 barns"]),
        ("c.value != 40", &["40 people"]),
        ("c.value can be 66", &["40 people", "60 people"]),
        ("not c.value > 50", &["60 people", "70 barns"]),
        ("c.noun is \"barn\"", &["40 people", "60 people"]),
        // What the text does not give cannot be broken.
        ("c.as_of = 2017-12-19", &[]),
        ("not c.as_of = 2017-12-19", &[]),
        ("c.as_of is missing", &[]),
        ("c.as_of is known", &["40 people", "60 people", "70 barns"]),
        ("c.as_of = 2017-12-19 or c.value <= 50", &[]),
        ("c.as_of = 2017-12-19 and c.value <= 50", &["60 people", "70 barns"]),
        // The wording allows 70 and more, so that nothing is sure.
        ("c.value <= 70 and c.noun is \"barn\"", &["40 people", "60 people"]),
    ];
    for (must, expected) in cases {
        assert_eq!(messages(&each(must), &counts()), *expected, "{must}");
    }
}

#[test]
fn only_a_sure_yes_counts() {
    let each = |condition: &str| {
        format!("for each count c\nwhere {condition}\nmust c.value < 0\nmessage \"{{c.text}}\"\nmark c \"c\"")
    };
    let cases: &[(&str, &[&str])] = &[
        ("c.value > 50", &["60 people", "70 barns"]),
        ("c.value > 70", &[]),
        ("not c.value > 70", &["40 people", "60 people"]),
        ("not c.negated", &["40 people", "70 barns"]),
        ("c.as_of != 2017-12-19", &[]),
        ("c.as_of is missing", &["40 people", "60 people", "70 barns"]),
        ("c.noun is \"person\" and c.negated", &["60 people"]),
        ("(c.noun is \"barn\" or c.negated)", &["60 people", "70 barns"]),
        ("c.value in 35 to 60", &["40 people", "60 people"]),
        ("c.value within 10% of 44", &["40 people"]),
        ("c.text matches /^4/", &["40 people"]),
        ("c.text contains \"people\"", &["40 people", "60 people"]),
        ("c.sentence.text contains ours", &[]),
        ("c.noun is one of ours", &["70 barns"]),
        ("c.noun is a kind of \"barn\"", &["70 barns"]),
        ("some count d with (d.noun is c.noun and d.value > c.value)", &["40 people"]),
        // The fact itself is no other.
        ("no count d with (d.noun is \"person\" and d.negated)", &["60 people"]),
        ("no count d with d.noun is c.noun", &[]),
        ("no count d with (d.noun is c.noun and d.value > c.value)", &["60 people"]),
    ];
    for (condition, expected) in cases {
        assert_eq!(messages(&each(condition), &counts()), *expected, "{condition}");
    }
}

#[test]
fn yes_and_perhaps_excuse() {
    let each = |unless: &str| {
        format!("for each count c\nmust c.value < 0\nunless {unless}\nmessage \"{{c.text}}\"\nmark c \"c\"")
    };
    let cases: &[(&str, &[&str])] = &[
        ("c.value > 65", &["40 people", "60 people"]),
        ("c.value > 70", &["40 people", "60 people"]),
        ("c.as_of = 2017-12-19", &["40 people", "60 people", "70 barns"]),
        // A weak fact may excuse.
        ("some count d with d.value > 80", &[]),
        ("some count d with (d.noun is c.noun and d.value > 80)", &["40 people", "60 people"]),
        // One side of an `or` excuses by itself, whatever the text does not say about the other.
        ("c.value > 70 or c.as_of = 2017-12-19", &["40 people", "60 people"]),
        ("c.value > 70 and c.as_of = 2017-12-19", &["40 people", "60 people", "70 barns"]),
        ("not c.negated", &["60 people"]),
    ];
    for (unless, expected) in cases {
        assert_eq!(messages(&each(unless), &counts()), *expected, "{unless}");
    }
}

#[test]
fn weak_facts_never_accuse() {
    check(
        &counts(),
        &[
            ("for each count c\nwhere c.value > 80\nmust c.value < 0\nmessage \"{c.text}\"\nmark c \"c\"", &[]),
            // Rests on the weak one alone.
            (
                "for each count c\nwhere some count d with d.value > 80\nmust c.value < 0\nmessage \"{c.text}\"\nmark c \"c\"",
                &[],
            ),
            ("for each count c\nmust no count d with d.value > 80\nmessage \"{c.text}\"\nmark c \"c\"", &[]),
            ("for each count c\nmust some count d with d.value > 80\nmessage \"{c.text}\"\nmark c \"c\"", &[]),
            (
                "for each count c\nmust some count d with d.value > 95\nmessage \"{c.text}\"\nmark c \"c\"",
                &["40 people", "60 people", "70 barns"],
            ),
        ],
    );
}

/// Two events, each told twice.
fn events() -> Stage {
    let mut stage = Stage::new(
        "# Storm kills 40 people\nThe storm killed 14 people.\nA storm killed 14 people.\nA fire burned 14 barns and burned 15 barns.\n",
    );
    let events =
        [stage.event("kills", "storm/kill"), stage.event("killed", "storm/kill"), stage.event("killed", "storm/kill")];
    let fires = [stage.event("burned", "fire/burn"), stage.event("burned", "fire/burn")];
    stage.rewind();
    stage.count("40 people", exactly(40), "person").event = Some(events[0]);
    stage.count("14 people", exactly(14), "person").event = Some(events[1]);
    stage.count("14 people", exactly(14), "person").event = Some(events[2]);
    stage.count("14 barns", exactly(14), "barn").event = Some(fires[0]);
    stage.count("15 barns", exactly(15), "barn").event = Some(fires[1]);
    stage
}

#[test]
fn pairs_and_joins() {
    check(
        &events(),
        &[
            // The first of a pair comes first, each pair once.
            (
                "for each pair of count a, b\nwhere a.event is b.event\nmust a.value can be b.value\nmessage \"{a.text}/{b.text}\"\nmark a \"a\"\nmark b \"b\"",
                &["40 people/14 people", "40 people/14 people", "14 barns/15 barns"],
            ),
            // Two variables never hold one fact, and both orders count.
            (
                "for each count a, count b\nwhere a.event is b.event and a.noun is \"barn\"\nmust a.value can be b.value\nmessage \"{a.text}/{b.text}\"\nmark a \"a\"\nmark b \"b\"",
                &["14 barns/15 barns", "15 barns/14 barns"],
            ),
            // One report for each disagreement.
            (
                "for each pair of count a, b\nwhere a.event is b.event\nmust a.value can be b.value\nonce per a.event, a.noun\nmessage \"{a.text}/{b.text}\"\nmark a \"a\"\nmark b \"b\"",
                &["40 people/14 people", "14 barns/15 barns"],
            ),
            // What the text does not give is like nothing else: no two are folded.
            (
                "for each pair of count a, b\nwhere a.event is b.event\nmust a.value can be b.value\nonce per a.as_of\nmessage \"{a.text}\"\nmark a \"a\"\nmark b \"b\"",
                &["40 people", "40 people", "14 barns"],
            ),
            (
                "for each count h, count b\nwhere h.part is headline and b.part is body and h.event is b.event and h.noun is b.noun\nmust h.value can be b.value\nonce per h\nmessage \"the {h.part} says {h.text}, the story says {b.text}\"\nmark h \"h\"\nmark b \"b\"",
                &["the headline says 40 people, the story says 14 people"],
            ),
        ],
    );
}

#[test]
fn groups() {
    let mut stage =
        Stage::new("45% chose A, 35% B and 30% C. Then 60% came.\nOf these 80% left and 15% stayed, 10% perhaps.\n");
    for (words, n) in [("45%", 45), ("35%", 35), ("30%", 30), ("60%", 60)] {
        stage.percent(words, exactly(n), Some("voter"));
    }
    for (words, n) in [("80%", 80), ("15%", 15), ("10%", 10)] {
        stage.percent(words, exactly(n), Some("guest"));
    }
    stage.facts.percents[6].at.certainty = Certainty::Weak;
    let sums = |condition: &str, must: &str| {
        format!(
            "for each group g of percent p with p.value < 50% by p.sentence, p.whole\nwhere {condition}\nmust {must}\nmessage \"{{g.whole}}: {{sum(g.figure):percent}}\"\nmark each g \"{{it.text}}\""
        )
    };
    let all = "for each group g of percent p by p.whole\nmust sum(g.value) <= 100%\nmessage \"{sum(g.figure)}\"\nmark each g \"{it.text}\"";
    assert_eq!(messages(&sums("size(g) >= 2", "sum(g.value) <= 100%"), &stage), ["45%: 110%"]);
    assert_eq!(messages(&sums("size(g) = 1", "sum(g.value) <= 1%"), &stage), [] as [&str; 0]);
    // The weak 10% may or may not be among the guests'.
    assert_eq!(messages(all, &stage), ["170%"]);
    let exact = "for each group g of percent p by p.whole\nmust sum(g.value) can be 105%\nmessage \"{sum(g.figure)}\"\nmark each g \"{it.text}\"";
    assert_eq!(messages(exact, &stage), ["170%"]);
    let marked = &reports(all, &stage)[0].marks;
    let words: Vec<&str> = marked.iter().map(|(span, _)| span.of(&stage.article.text)).collect();
    assert_eq!(words, ["45%", "35%", "30%", "60%"]);
    assert_eq!(marked[2].1, "30%");
}

#[test]
fn tables_and_rows() {
    let mut stage = Stage::new("The Oz capital, Sydney.\nThe Chad capital, N'Djamena.\nThe Narnia capital, Cair.\n");
    for (country, key, city) in [("Oz", "oz", "Sydney"), ("Chad", "Chad", "N'Djamena"), ("Narnia", "narnia", "Cair")] {
        let country = stage.location(country, key);
        let city = stage.location(city, city);
        let at = stage.facts.locations[city as usize].at;
        stage.facts.capitals.push(crate::facts::model::Capital { at, city, country });
    }
    check(
        &stage,
        &[
            (
                "for each capital cap\nwhere cap.country in countries\nlet row = countries[cap.country]\nmust cap.city is one of row.capitals\nmessage \"{cap.city} of {cap.country}: {row.capitals:list}\"\nmark cap.city \"city\"\nmark cap.country \"country\"",
                &["Sydney of Oz: Canberra"],
            ),
            (
                "for each capital cap\nwhere cap.country not in countries\nmust cap.city is \"Aslan\"\nmessage \"{cap.city}, {size(countries)}\"\nmark cap.city \"city\"\nmark cap.country \"country\"",
                &["Cair, 2"],
            ),
            // A round number of a table is rounded, as one of the text is.
            (
                "for each capital cap\nlet people = countries[cap.country].population\nwhere people is known\nmust people > 25_600_000\nmessage \"{cap.country} {people}\"\nmark cap.city \"city\"\nmark cap.country \"country\"",
                &["Oz 25 million"],
            ),
            (
                "for each capital cap\nlet people = countries[cap.country].population\nwhere people is known\nmust people = 25_100_000\nmessage \"{cap.country}\"\nmark cap.city \"city\"\nmark cap.country \"country\"",
                &[],
            ),
            // No population is given for Chad.
            (
                "for each capital cap\nwhere cap.country in countries\nmust countries[cap.country].population < 1000000\nmessage \"{cap.country}\"\nmark cap.city \"city\"\nmark cap.country \"country\"",
                &["Oz"],
            ),
        ],
    );
}

#[test]
fn uncertain_identity_is_silent() {
    let mut stage = Stage::new("Lee, 34.\nLee, 43.\nKay, 20.\nKay, 30.\n");
    let people = [
        stage.person("Lee", "lee", true),
        stage.person("Lee", "lee", true),
        stage.person("Kay", "kay", false),
        stage.person("Kay", "kay", false),
    ];
    for (person, words) in people.into_iter().zip(["Lee, 34", "Lee, 43", "Kay, 20", "Kay, 30"]) {
        stage.rewind();
        let at = stage.at(words);
        let title = crate::facts::model::Name { key: words.into(), span: at.span };
        stage.facts.titles.push(crate::facts::model::Title { at, person, name: title, org: None });
    }
    check(
        &stage,
        &[
            (
                "for each pair of title a, b\nwhere a.person is b.person\nmust a.name is b.name\nmessage \"{a.person}: {a.text}\"\nmark a \"a\"\nmark b \"b\"",
                &["Kay: Kay, 20"],
            ),
            // May be two people: possible, so it excuses; and never that they surely are two.
            (
                "for each pair of title a, b\nwhere a.article is b.article and a.paragraph is b.paragraph\nmust a.person is b.person\nmessage \"x\"\nmark a \"a\"\nmark b \"b\"",
                &[],
            ),
        ],
    );
}

#[test]
fn absence() {
    let mut stage = Stage::new("\"We go,\" said Lee. Rain. Rain. Rain. \"We stay.\" Rain.\n");
    let first = stage.quote("\"We go,\"");
    stage.quote("\"We stay.\"");
    stage.rewind();
    stage.attribution("said Lee", Some(first));
    let rule = "for each quote q\nmust some attribution t with (t.quote is q or sentences_between(t, q) <= 1)\nmessage \"{q.text}\"\nmark q \"quote\"";
    check(&stage, &[(rule, &["\"We stay.\""])]);
    stage.facts.attributions[0].at.certainty = Certainty::Weak;
    check(&stage, &[(rule, &["\"We stay.\""])]);
    stage.facts.attributions.clear();
    check(&stage, &[(rule, &["\"We go,\"", "\"We stay.\""])]);
}

#[test]
fn reports_say_where_and_what_instead() {
    let mut stage = Stage::new("# Kills 40 Computers\nIt hit 40 Countries twice.\n");
    stage.count("40 Computers", exactly(40), "computer");
    stage.count("40 Countries", exactly(40), "country");
    let found = reports(
        "for each pair of count a, b\nwhere a.figure = b.figure\nmust a.noun is b.noun\nmessage \"{a.figure} {a.noun} in the {a.part}, {b.noun}{b.as_of | \"\"}\"\nmark a.noun \"in the {a.part}\"\nmark b.noun \"there\"\nhelp \"forty\" when a.figure = 40\nhelp \"fifty\" when a.figure = 50\nsuggest replace a.noun with \"{b.noun}\"\nsuggest replace b.noun with \"{a.noun}\" because \"first\"",
        &stage,
    );
    let report = &found[0];
    assert_eq!(report.message, "40 computers in the headline, countries");
    let text = &stage.article.text;
    let marks: Vec<(&str, &str)> = report.marks.iter().map(|(span, label)| (span.of(text), label.as_str())).collect();
    assert_eq!(marks, [("Computers", "in the headline"), ("Countries", "there")]);
    assert_eq!(report.help, ["forty"]);
    let suggestions: Vec<(&str, &str)> =
        report.suggestions.iter().map(|new| (new.span.of(text), new.text.as_str())).collect();
    assert_eq!(suggestions, [("Computers", "Countries"), ("Countries", "Computers")]);
    assert_eq!(report.suggestions[1].because.as_deref(), Some("first"));
}

#[test]
fn a_rule_that_compares_too_much_is_given_up() {
    let clauses = "for each pair of count a, b\nwhere a.article is b.article\nmust a.value can be b.value\nmessage \"{a.text}\"\nmark a \"a\"\nmark b \"b\"";
    let pack = rules(&[clauses], "");
    let run = run_all(&pack, &counts(), Running { fuel: 2, ..Running::default() }).remove(0);
    assert!(run.given_up);
    let run = run_all(&pack, &counts(), Running { fuel: 100, ..Running::default() }).remove(0);
    assert!(!run.given_up);
    assert_eq!(run.reports.len(), 3);
}
