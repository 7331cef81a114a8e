//! The rule language as a whole: files in, rules and mistakes out.

use crate::language::{self, Code, Mistake};
use miette::{GraphicalReportHandler, GraphicalTheme};

fn shown(mistakes: &[Mistake]) -> String {
    let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor()).with_width(80);
    let mut text = String::new();
    for mistake in mistakes {
        handler.render_report(&mut text, mistake).unwrap();
        text.push('\n');
    }
    text
}

#[test]
fn the_shipped_rules_load() {
    let mut files: Vec<(String, String)> = std::fs::read_dir("rules")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rules"))
        .map(|path| (path.display().to_string(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let read =
        |path: &str| std::fs::read_to_string(path.replace("rules/", "tables/")).map_err(|error| error.to_string());
    let (pack, mistakes) = language::load(&files, &read);
    let mistakes: Vec<Mistake> = mistakes.into_iter().filter(|mistake| mistake.code != Code::TableRead).collect();
    assert!(mistakes.is_empty(), "\n{}", shown(&mistakes));
    assert!(pack.rules.len() > 20);
}
