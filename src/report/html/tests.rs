//! Pages made from articles and findings by hand.

use crate::article::{Article, Place, ReadOptions, read, reader_for};
use crate::language::rule::Severity;
use crate::lint::Note;
use crate::lint::finding::{Finding, MarkedPlace, Stet, Suggestion};
use crate::report::{Backing, Checked, Format, RuleCard, Totals, Unread};
use crate::source::Span;
use std::path::Path;

const STORY: &str = "---\ntitle: Ferries <collide>\ndate: 2026-03-02\n---\n\nOver 400 passengers from *12 passengers*\n\
    were hurt.\n\n- a list\n  - and a deeper one\n\n| Port | Boats |\n|---|---|\n| Oster | 12 |\n\nThe end.\n\n<!-- stet x: y -->\n";

fn article(name: &str, text: &str) -> Article {
    let reader = reader_for(Path::new(name)).expect("a known format");
    read(name, text.as_bytes().to_vec(), reader, &ReadOptions::default()).expect("an article")
}

fn place(article: &Article, words: &str) -> Place {
    let start = article.fields[0].text.find(words).expect("the words are there");
    Place { field: 0, span: Span::new(start, start + words.len()) }
}

fn finding(article: &Article, marks: &[(&str, &str)]) -> Finding {
    let marks = marks.iter().map(|(words, label)| MarkedPlace {
        place: place(article, words),
        label: (*label).to_owned(),
        elsewhere: None,
    });
    Finding {
        rule: "count/noun".to_owned(),
        severity: Severity::Error,
        message: "counts <passengers> from passengers".to_owned(),
        help: vec!["look it up".to_owned()],
        marks: marks.collect(),
        suggestions: vec![Suggestion { place: place(article, "passengers*"), text: "towns".to_owned(), because: None }],
        stet: None,
    }
}

/// The page of these articles with their findings, and what is told beside them.
fn page(articles: &[(&Article, &[Finding])], notes: &[Note], unread: Option<Unread<'_>>) -> String {
    let card = RuleCard {
        id: "count/noun".to_owned(),
        title: "The same noun <twice>".to_owned(),
        why: "It *is* `odd`.".to_owned(),
        tags: Vec::new(),
        severity: Severity::Error,
    };
    let backing = Backing { rules: vec![card], ..Backing::default() };
    let mut totals = Totals::default();
    let mut held: Vec<String> = Vec::new();
    for (article, findings) in articles {
        totals.add(findings);
        let (name, file) = (article.id.as_str(), article.id.as_str());
        held.push(Format::Html.article(Checked {
            name,
            file,
            article,
            findings,
            known: &[],
            notes,
            backing: &backing,
        }));
    }
    held.extend(unread.map(|unread| Format::Html.unread(unread)));
    Format::Html.opening(&backing.rules) + &Format::Html.closing(&totals, &held)
}

/// The page without its head, style and script.
fn body(page: &str) -> &str {
    let start = page.find("<header").expect("a header");
    let end = page.find("<script>").expect("a script");
    page.get(start..end).expect("in this order")
}

#[test]
fn the_page_of_one_article() {
    let story = article("ferries.md", STORY);
    let marks =
        [("12 passengers", "again"), ("400 passengers", "first"), ("passengers*\nwere", ""), ("<!-- stet", "here")];
    let mut stands = finding(&story, &[]);
    stands.marks = vec![MarkedPlace { place: place(&story, "Oster"), label: "port".to_owned(), elsewhere: None }];
    let day = |day: &str| day.parse().ok();
    let why = "it <is> right".to_owned();
    stands.stet = Some(Stet { who: Some("Ines Calder".to_owned()), when: day("2026-03-01"), why, until: None });
    let page = page(&[(&story, &[finding(&story, &marks), stands])], &[], None);
    insta::assert_snapshot!(body(&page));
}

#[test]
fn the_page_of_several_articles() {
    let story = article("ferries.md", STORY);
    let other = article("a \"b\" <c>.txt", "Nothing is wrong here.\n");
    let one = finding(&story, &[("12 passengers", "again")]);
    let mut two = finding(&story, &[("The end", "")]);
    two.severity = Severity::Warning;
    let unread = Unread { name: "feed.jsonl:2", file: "feed.jsonl", line: Some(2), message: "no <article>" };
    let page = page(&[(&story, &[one, two]), (&other, &[])], &[], Some(unread));
    let body = body(&page);
    let (start, end) = (body.find("<h1").unwrap(), body.find("<h3>What was found").unwrap());
    insta::assert_snapshot!(body.get(start..end).expect("in this order"));
}

#[test]
fn nothing_found_and_a_rule_given_up() {
    let clean = article("a.txt", "It rained.\n");
    assert!(body(&page(&[(&clean, &[])], &[], None)).contains("Nothing was found that contradicts itself"));
    let note = Note { rule: "count/noun".to_owned(), text: "too much to <compare>".to_owned() };
    let page = page(&[(&clean, &[])], &[note], None);
    assert!(page.contains("Not checked to the end.</b> Rule <code>count/noun</code>: too much to &lt;compare&gt;"));
}

#[test]
fn a_long_article_is_shown_near_its_marks() {
    let filler = "Nothing of it was said by the harbour office on that day.\n\n".repeat(4_000);
    let text = format!("{filler}It had 40 boats of 30 passengers*.\n\n{filler}");
    let story = article("long.txt", &text);
    let page = page(&[(&story, &[finding(&story, &[("40 boats", "many")])])], &[], None);
    assert!(page.len() < 60_000, "{}", page.len());
    assert_eq!(page.matches("3997 paragraphs without a marked place left out").count(), 2);
}

#[test]
fn no_words_end_what_is_held_back() {
    let text = "Over 400 passengers\u{1e}\u{1} of 12 passengers* were \u{1}-f1.\n";
    let story = article("a\u{1e}\u{1}.txt", text);
    let page = page(&[(&story, &[finding(&story, &[("12 passengers", "\u{1e}\u{1}")])])], &[], None);
    assert!(!page.contains(['\u{1}', '\u{1e}']));
    assert!(page.contains("a??.txt"));
}
