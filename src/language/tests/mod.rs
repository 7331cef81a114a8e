//! The rule language as a whole: files in, rules and mistakes out.

mod cases;
mod editor;
mod format;
mod mutation;
mod packs;
mod places;

use crate::language::{self, Mistake};
use miette::{GraphicalReportHandler, GraphicalTheme};

const WHOLE: &str = include_str!("../../../fixtures/language/whole.rules");

/// The mistakes as a person sees them, without colour.
fn shown(mistakes: &[Mistake]) -> String {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(80);
    let mut text = String::new();
    for mistake in mistakes {
        handler.render_report(&mut text, mistake).unwrap();
        text.push('\n');
    }
    text
}

/// The rule files that come with the program.
fn shipped() -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = std::fs::read_dir("rules")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rules"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

/// The tables of the shipped rules and of `whole.rules`.
fn read_whole(path: &str) -> Result<String, String> {
    let shops = "name,town\nOxlamp,Leeds\nBright,York\n";
    let prices = "name,aliases,price,rooms,since,electric\nlamp,light|bulb,20.5,hall|kitchen,2010-05,yes\nsun,,,,,\n";
    match path {
        "rules/shops.csv" | "house/shops.csv" => Ok(shops.into()),
        "rules/prices.csv" => Ok(prices.into()),
        path => std::fs::read_to_string(path.replace("rules/", "tables/")).map_err(|error| error.to_string()),
    }
}

fn load(files: &[(String, String)]) -> (language::rule::Pack, Vec<Mistake>) {
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    language::load(&files, &read_whole)
}

#[test]
fn the_shipped_rules_load() {
    let (pack, mistakes) = load(&shipped());
    assert!(mistakes.is_empty(), "\n{}", shown(&mistakes));
    assert!(pack.rules.len() > 20);
}

#[test]
fn every_construct_is_read() {
    let (pack, mistakes) = load(&[("rules/whole.rules".into(), WHOLE.into())]);
    assert!(mistakes.is_empty(), "\n{}", shown(&mistakes));
    assert_eq!(pack.rules.len(), 4);
}

#[test]
fn ten_mistakes_in_one_run() {
    let text = include_str!("../../../fixtures/language/ten.rules");
    let (pack, mistakes) = load(&[("rules/ten.rules".into(), text.into())]);
    assert!(pack.rules.is_empty());
    assert!(mistakes.len() >= 10);
    insta::with_settings!({ snapshot_path => "../../../fixtures/language", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("ten", shown(&mistakes));
    });
}
