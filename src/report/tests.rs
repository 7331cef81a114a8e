//! Snapshots of every format, made from findings by hand.

use super::{Backing, Checked, Format, Style, Totals, Unread};
use crate::article::{Article, Field, Place};
use crate::language::rule::Severity;
use crate::lint::finding::{Finding, MarkedPlace, Stet, Suggestion};
use crate::source::Span;

const PEOPLE: Format = Format::Human(Style { width: 80, colour: false });

/// An article of these fields.
fn article(fields: &[(&'static str, &str)]) -> Article {
    let fields = fields.iter().map(|&(name, text)| Field::new(name, text));
    Article { id: "harbour".to_owned(), fields: fields.collect(), ..Article::default() }
}

/// The place of the `nth` time that `words` stand in a field.
fn place(article: &Article, field: u8, words: &str, nth: usize) -> Place {
    let text = &article.fields[usize::from(field)].text;
    let (start, _) = text.match_indices(words).nth(nth).expect("the words are there");
    Place { field, span: Span::new(start, start + words.len()) }
}

fn mark(place: Place, label: &str) -> MarkedPlace {
    MarkedPlace { place, label: label.to_owned(), elsewhere: None }
}

fn replace(place: Place, text: &str) -> Suggestion {
    Suggestion { place, text: text.to_owned(), because: None }
}

fn finding(rule: &str, severity: Severity, message: &str, marks: Vec<MarkedPlace>) -> Finding {
    let (rule, message) = (rule.to_owned(), message.to_owned());
    Finding { rule, severity, message, help: Vec::new(), marks, suggestions: Vec::new(), stet: None }
}

const STORY: &str = "\
Ferries collide off Marren

Two ferries with over 400 passengers from 12 passengers were hurt

The ferries, which carried over 400 passengers from 12 different countries, collided at dawn on Monday about nine \
miles (30 km) off the coast, the harbour office said, and both were towed to Marren by the evening of the same day.

Marren harbour at dawn (Photo: the harbour office)
Marren harbour at dawn (Photo: the harbour office)
";

/// The findings on [`STORY`] that show what a report can hold.
fn story() -> (Article, Vec<Finding>) {
    let article = article(&[("source", STORY)]);
    let at = |words, nth| place(&article, 0, words, nth);
    let (people, countries) = (at("passengers", 1), at("countries", 0));
    let repeated = finding(
        "count/noun-repeated",
        Severity::Error,
        "“over 400 passengers from 12 passengers” counts passengers from passengers",
        vec![mark(people, "the same noun again"), mark(at("passengers", 0), "first counted here")],
    );
    let repeated = Finding { help: vec!["look up what the second figure counts".to_owned()], ..repeated };
    let differs = finding(
        "event/noun-differs",
        Severity::Error,
        "12 is a number of passengers in the standfirst but of countries in the body",
        vec![mark(people, "passengers, in the standfirst"), mark(countries, "countries, in the body")],
    );
    let suggestions = vec![replace(people, "countries"), replace(countries, "passengers")];
    let differs = Finding { suggestions, ..differs };
    let conversion = finding(
        "measure/conversion",
        Severity::Warning,
        "about nine miles is 14 km, not 30 km",
        vec![mark(at("30 km", 0), "as converted"), mark(at("about nine miles (30 km)", 0), "as written")],
    );
    let conversion = Finding { suggestions: vec![replace(at("30 km", 0), "14 km")], ..conversion };
    let caption = "Marren harbour at dawn (Photo: the harbour office)";
    let printed = finding(
        "text/repeated",
        Severity::Note,
        "the same caption is printed twice",
        vec![mark(at(caption, 1), "again"), mark(at(caption, 0), "first here")],
    );
    let printed = Finding { suggestions: vec![replace(at(caption, 1), "")], ..printed };
    (article, vec![repeated, differs, conversion, printed])
}

fn shown(format: Format, name: &str, article: &Article, findings: &[Finding]) -> String {
    format.article(Checked { name, file: "", article, findings, known: &[], notes: &[], backing: &Backing::default() })
}

#[test]
fn a_file_for_people() {
    let (article, findings) = story();
    insta::assert_snapshot!(shown(PEOPLE, "ferries.txt", &article, &findings));
}

#[test]
fn a_record_shows_every_field_that_is_marked() {
    let article = article(&[
        ("headline", "Harbour loses half of its boats"),
        ("body", "There were 40 boats.\n\nOnly three of the 40 boats were lost, the harbour office said."),
    ]);
    let finding = finding(
        "headline/differs",
        Severity::Error,
        "the headline says half, the body three of 40",
        vec![
            mark(place(&article, 0, "half", 0), "half of them here"),
            mark(place(&article, 1, "three of the 40", 0), "fewer than a tenth here"),
        ],
    );
    insta::assert_snapshot!(shown(PEOPLE, "feed.jsonl:12", &article, &[finding]));
}

#[test]
fn a_long_line_is_cut_to_the_page() {
    let filler = "The harbour office said nothing of it. ".repeat(40);
    let text = format!("{filler}It counted 40 boats in June. {filler}In June there were 12 boats. {filler}");
    let article = article(&[("source", &text)]);
    let finding = finding(
        "event/two-figures",
        Severity::Warning,
        "two figures for one thing: 40 and 12 boats",
        vec![mark(place(&article, 0, "12 boats", 0), "12 here"), mark(place(&article, 0, "40 boats", 0), "40 here")],
    );
    let twice = Finding { marks: vec![mark(place(&article, 0, &filler, 1), "again")], ..finding.clone() };
    let narrow = Format::Human(Style { width: 72, colour: false });
    insta::assert_snapshot!(shown(narrow, "long.txt", &article, &[finding, twice]));
}

#[test]
fn marks_in_marks_and_over_lines() {
    let text = "The harbour office counted more than forty boats in its outer basin on\n\
                Monday, all of them from the fishing village of\nMarren, and only three of them on the day after.\n";
    let article = article(&[("source", text)]);
    let at = |words| place(&article, 0, words, 0);
    let finding = finding(
        "count/two",
        Severity::Error,
        "two counts that cannot both be right",
        vec![
            mark(at("more than forty boats"), "one count"),
            mark(at("forty"), "its figure"),
            mark(at("forty"), "a round one"),
            mark(at("on\nMonday, all of them from the fishing village of\nMarren"), "where and when"),
            mark(at("three of them"), ""),
        ],
    );
    let bare = Finding { marks: Vec::new(), ..finding.clone() };
    insta::assert_snapshot!(shown(PEOPLE, "broken.md", &article, &[finding, bare]));
}

#[test]
fn formats_for_machines() {
    let (article, findings) = story();
    insta::assert_snapshot!(shown(Format::Short, "ferries.txt", &article, &findings));
    insta::assert_snapshot!(shown(Format::Jsonl, "ferries.txt", &article, &findings));
    let unread = Unread {
        name: "feed.jsonl:3",
        file: "feed.jsonl",
        line: Some(3),
        message: "not an article: `body` is missing",
    };
    assert_eq!(
        Format::Jsonl.unread(unread),
        "{\"article\":\"feed.jsonl:3\",\"error\":\"not an article: `body` is missing\"}\n"
    );
    let mut totals = Totals::default();
    totals.add(&findings);
    let json = Format::Json;
    let whole = [
        json.opening(&[]),
        json.article(Checked {
            name: "ferries.txt",
            file: "ferries.txt",
            article: &article,
            findings: &findings,
            known: &[],
            notes: &[],
            backing: &Backing::default(),
        }),
        json.between().to_owned(),
        json.unread(unread),
        json.closing(&totals, &[]),
    ];
    let document: serde_json::Value = serde_json::from_str(&whole.concat()).expect("one JSON document");
    assert_eq!(document["findings"].as_array().map(Vec::len), Some(5));
    assert_eq!(document["totals"]["errors"], 2);
}

#[test]
fn totals_are_a_sentence() {
    let check = |errors, warnings, notes, with_findings, articles, unread, want: &str| {
        let totals = Totals { articles, unread, with_findings, errors, warnings, notes, ..Totals::default() };
        assert_eq!(totals.to_string(), want);
    };
    let stands = Totals { articles: 2, stets: 1, known: 12, ..Totals::default() };
    let said = "nothing found; 2 articles checked; 1 finding let stand; 12 findings known from the baseline";
    assert_eq!(stands.to_string(), said);
    check(0, 0, 0, 0, 1, 0, "nothing found; 1 article checked");
    check(3, 1, 0, 2, 5, 0, "3 errors, 1 warning in 2 articles; 5 articles checked");
    check(0, 0, 1, 1, 2, 1, "1 note in 1 article; 2 articles checked, 1 could not be read");
}

#[test]
fn what_stands_is_listed_and_counts_as_no_finding() {
    let (article, mut findings) = story();
    let why = "the coastguard counts crew\n as passengers".to_owned();
    let day = |day: &str| day.parse().ok();
    let signed = Stet { who: Some("Ines Calder".to_owned()), when: day("2026-03-01"), why, until: day("2026-12-31") };
    let said = Stet { who: None, when: None, why: "rounded on purpose".to_owned(), until: None };
    findings.truncate(3);
    findings[0].stet = Some(signed);
    findings[2].stet = Some(said);
    let mut totals = Totals::default();
    totals.add(&findings);
    assert_eq!((totals.errors, totals.warnings, totals.stets, totals.with_findings), (1, 0, 2, 1));
    let shown_as = |format| shown(format, "ferries.txt", &article, &findings);
    assert_eq!(shown_as(Format::Short).lines().count(), 1);
    assert_eq!(shown_as(PEOPLE).matches("why: factlint explain").count(), 1);
    let records = shown_as(Format::Jsonl);
    let records: Vec<serde_json::Value> = records.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    assert_eq!(records[0]["stet"]["who"], "Ines Calder");
    assert_eq!(records[0]["stet"]["until"], "2026-12-31");
    assert_eq!(records[0]["severity"], "error");
    assert!(records[1].get("stet").is_none());
    assert_eq!(records[2]["stet"]["why"], "rounded on purpose");
    let checked = Checked {
        name: "ferries.txt",
        file: "ferries.txt",
        article: &article,
        findings: &findings,
        known: &[],
        notes: &[],
        backing: &Backing::default(),
    };
    let why = "stands: the coastguard counts crew as passengers (Ines Calder, 2026-03-01, until 2026-12-31)";
    for format in [Format::Github, Format::Gitlab, Format::Checkstyle, Format::Rdjson, Format::Junit] {
        assert!(format.article_with_stets(checked).replace("%2C", ",").contains(why), "{format:?}");
        assert_eq!(format.article(checked).contains(why), format == Format::Junit, "{format:?}");
    }
    let listed = format!("{}\n{}", PEOPLE.stets(checked), Format::Short.stets(checked));
    insta::assert_snapshot!(listed, @r"
    stet: count/noun-repeated (error)
      ferries.txt:3:46: “over 400 passengers from 12 passengers” counts passengers from passengers
      the coastguard counts crew as passengers (Ines Calder, 2026-03-01, until 2026-12-31)

    stet: measure/conversion (warning)
      ferries.txt:5:122: about nine miles is 14 km, not 30 km
      rounded on purpose


    ferries.txt:3:46: stet: “over 400 passengers from 12 passengers” counts passengers from passengers [count/noun-repeated] the coastguard counts crew as passengers (Ines Calder, 2026-03-01, until 2026-12-31)
    ferries.txt:5:122: stet: about nine miles is 14 km, not 30 km [measure/conversion] rounded on purpose
    ");
}
