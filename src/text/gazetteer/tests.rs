//! The gazetteer against its cases, and its tables against each other.

use super::*;
use crate::article::{Article, Block, Part};
use crate::source::Span;

fn check(body: &str, expected: &str) {
    let blocks = vec![Block::new(Part::Body, Span::new(0, body.len()))];
    let article = Article { text: body.to_owned(), blocks, ..Article::default() };
    let text = Text::read(&article);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let Some(last) = longest(&text, at) else {
            at += 1;
            continue;
        };
        let span = text.span(at, last);
        let letters: std::collections::BTreeSet<_> = readings(text.lowered(span))
            .map(|reading| match reading {
                Reading::Country(_) => 'c',
                Reading::Demonym(_) => 'd',
                Reading::State(_) => 's',
                Reading::StateDemonym(_) => 'p',
                Reading::City(_) => 't',
            })
            .collect();
        found.push(format!("{}:{}", text.written(span), letters.into_iter().collect::<String>()));
        at = last + 1;
    }
    assert_eq!(found.join(" "), expected, "{body}");
}

#[test]
fn places() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/text/places.txt");
    for line in std::fs::read_to_string(path).unwrap().lines().filter(|line| !line.starts_with('#')) {
        let (body, expected) = line.split_once(" =>").unwrap();
        check(body, expected.trim());
    }
}

#[test]
fn names_are_unique_where_they_should_be() {
    assert_eq!(country("uk").unwrap().name, "United Kingdom");
    assert_eq!(country("dr congo").unwrap().capitals, ["Kinshasa"]);
    assert_eq!(country("atlantis"), None);
    assert_eq!(demonym("danes").unwrap().name, "Denmark");
    assert_eq!(demonym("swiss").unwrap().name, "Switzerland");
    assert_eq!(demonym("congolese"), None);
    assert_eq!(demonym("dominican"), None);
    assert_eq!(us_state("georgia").unwrap().capital, "Atlanta");
    assert_eq!(us_demonym("texans").unwrap().name, "Texas");
    assert_eq!(us_state_abbreviated("Pa").unwrap().name, "Pennsylvania");
    assert_eq!(us_state_abbreviated("N.Y.").unwrap().name, "New York");
    assert_eq!(us_state_abbreviated("PA").unwrap().name, "Pennsylvania");
    assert_eq!(us_state_abbreviated("Texas"), None);
    assert_eq!(city("birmingham").unwrap().country, "United Kingdom");
    assert_eq!(cities("birmingham").count(), 2);
}

#[test]
fn the_tables_agree() {
    assert_eq!(countries().iter().filter(|country| country.is_sovereign).count(), 197);
    assert_eq!(countries().iter().filter(|country| country.un_member).count(), 193);
    assert_eq!(us_states().len(), 51);
    for country in countries() {
        assert_eq!(super::country(&country.name.to_ascii_lowercase()), Some(country), "{}", country.name);
        let among = country.capitals.iter().any(|capital| cities(&capital.to_ascii_lowercase()).next().is_some());
        assert!(among || !country.is_sovereign, "no capital of {} is among the cities", country.name);
    }
    for city in tables::CITIES {
        assert!(country(&city.country.to_ascii_lowercase()).is_some(), "{}", city.country);
        assert!(city.state.is_empty() || us_state(&city.state.to_ascii_lowercase()).is_some(), "{}", city.state);
    }
    for state in us_states() {
        let capital = state.capital.to_ascii_lowercase();
        assert!(cities(&capital).any(|city| city.state == state.name), "{}", state.capital);
    }
}
