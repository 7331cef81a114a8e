//! The manual: the guide's pages, and pages made from the rules, their packs and the schema of facts.
//!
//! It is plain Markdown with the table of contents that [mdbook](https://rust-lang.github.io/mdBook/) wants, and reads well
//! without it.

mod facts;
pub mod links;
mod mistakes;
mod rule;
mod words;

use crate::language::rule::{Header, Pack, Rule};
use crate::lint::settings::{Chosen, Settings};
use std::fmt::Write;

/// A file of the manual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path in the manual's folder, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The pages of the guide, with their titles in the contents.
const GUIDE: &[(&str, &str, &str)] = &[
    ("tutorial.md", "A rule in ten minutes", include_str!("../../../docs/tutorial.md")),
    ("language.md", "The rule language", include_str!("../../../docs/language.md")),
    ("testing.md", "Examples are tests", include_str!("../../../docs/testing.md")),
    ("settings.md", "Settings", include_str!("../../../docs/settings.md")),
    ("reports.md", "Reports", include_str!("../../../docs/reports.md")),
    ("repository.md", "In an editorial repository", include_str!("../../../docs/repository.md")),
    ("stets.md", "Stets", include_str!("../../../docs/stets.md")),
    ("packs.md", "Packs", include_str!("../../../docs/packs.md")),
];

/// The pictures of the guide, each with its path from the folder of the pages.
pub const PICTURES: &[(&str, &[u8])] = &[
    ("pictures/report.png", include_bytes!("../../../docs/pictures/report.png")),
    ("pictures/report-dark.png", include_bytes!("../../../docs/pictures/report-dark.png")),
    ("pictures/report-index.png", include_bytes!("../../../docs/pictures/report-index.png")),
];

const INTRODUCTION: &str = include_str!("../../../docs/README.md");

/// All files of the manual of a newsroom: its settings, and its rules as they are chosen.
pub fn pages(pack: &Pack, settings: &Settings, chosen: &[Chosen]) -> Vec<Page> {
    let page = |path: &str, text: String| Page { path: path.to_owned(), text };
    let mut pages = vec![
        page("book.toml", book(pack)),
        page("src/SUMMARY.md", summary(pack)),
        page("src/README.md", INTRODUCTION.to_owned()),
    ];
    pages.extend(GUIDE.iter().map(|(path, _, text)| page(&format!("src/{path}"), (*text).to_owned())));
    pages.push(page("src/rules.md", rules(pack, chosen)));
    for (rule, choice) in pack.rules.iter().zip(chosen) {
        pages.push(page(&format!("src/{}", path(rule)), rule::page(pack, settings, rule, choice)));
    }
    pages.push(page("src/facts.md", facts::page()));
    pages.push(page("src/words.md", words::page()));
    pages.push(page("src/mistakes.md", mistakes::page()));
    pages
}

/// The path of a rule's page, from the folder of the pages.
fn path(rule: &Rule) -> String {
    format!("rules/{}.md", rule.id)
}

fn book(pack: &Pack) -> String {
    let own = own_packs(pack);
    let of = if own.is_empty() { String::new() } else { format!(" and {}", own.join(", ")) };
    let title = serde_json::to_string(&format!("factlint{of}")).unwrap_or_default();
    format!("[book]\ntitle = {title}\nlanguage = \"en\"\nsrc = \"src\"\n\n[output.html]\nno-section-label = true\n")
}

/// The names of the packs that factlint does not come with.
fn own_packs(pack: &Pack) -> Vec<&str> {
    let names = pack.headers.iter().map(|header| header.name.as_str());
    names.filter(|name| !name.is_empty() && *name != crate::lint::settings::BUILT_IN).collect()
}

fn summary(pack: &Pack) -> String {
    let mut summary = String::from("# Summary\n\n[factlint](README.md)\n\n# The guide\n\n");
    // Writing to a string cannot fail.
    for (path, title, _) in GUIDE {
        let _ = writeln!(summary, "- [{title}]({path})");
    }
    summary.push_str("\n# Reference\n\n- [All rules](rules.md)\n");
    for rule in &pack.rules {
        let _ = writeln!(summary, "  - [{}]({})", rule.id, path(rule));
    }
    summary.push_str("- [Kinds of fact](facts.md)\n- [All words of the language](words.md)\n");
    summary.push_str("- [Mistakes in rules and settings](mistakes.md)\n");
    summary
}

/// All rules, pack by pack.
fn rules(pack: &Pack, chosen: &[Chosen]) -> String {
    let mut page = String::from("# All rules\n");
    for (number, header) in pack.headers.iter().enumerate() {
        let rules: Vec<_> = pack.rules.iter().zip(chosen).filter(|(rule, _)| rule.pack == number).collect();
        if rules.is_empty() {
            continue;
        }
        let _ = write!(page, "\n## {}\n\n{}", heading(header), about(header));
        page.push_str("| rule | severity | what is wrong |\n|---|---|---|\n");
        for (rule, choice) in rules {
            let off = if choice.on.0 { "" } else { " (off)" };
            let severity = choice.severity.0.word();
            let title = plain(&rule.title);
            let _ = writeln!(page, "| [{}]({}) | {severity}{off} | {title} |", rule.id, path(rule));
        }
    }
    page
}

fn heading(header: &Header) -> String {
    if header.name.is_empty() { "Rules without a pack".to_owned() } else { plain(&header.name) }
}

fn about(header: &Header) -> String {
    if header.title.is_empty() {
        return String::new();
    }
    format!("{}, version {}.\n\n", plain(&header.title), plain(&header.version))
}

/// Words that Markdown prints as they are, on one line and in a table too.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for character in words.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&') {
            plain.push('\\');
        }
        plain.push(if character == '\n' { ' ' } else { character });
    }
    plain
}

/// Markdown in a cell of a table.
fn cell(markdown: &str) -> String {
    markdown.replace('|', "\\|")
}

/// A block of text that is printed as it is.
fn block(of: &str, text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{of}\n{}\n{fence}\n", text.trim_end())
}

/// Words as code, on one line and in a table too.
fn code(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
    if words.contains('`') { format!("`` {words} ``") } else { format!("`{words}`") }
}

#[cfg(test)]
mod tests {
    use super::{GUIDE, PICTURES, links, pages};
    use crate::language::load;
    use crate::lint::builtin;
    use crate::lint::settings::{Settings, as_written};

    #[test]
    fn every_link_of_the_built_in_manual_leads_somewhere() {
        let (pack, _) = builtin::pack();
        let pages = pages(&pack, &Settings::default(), &as_written(&pack));
        let broken: Vec<String> = links::broken(&pages).iter().map(ToString::to_string).collect();
        assert!(broken.is_empty(), "{}", broken.join("\n"));
        assert!(pages.len() > pack.rules.len());
    }

    #[test]
    fn every_picture_of_the_guide_is_there() {
        let shown = GUIDE.iter().flat_map(|(.., text)| text.split("](pictures/").skip(1));
        let shown: Vec<String> =
            shown.filter_map(|rest| Some(format!("pictures/{}", rest.split_once(')')?.0))).collect();
        let known: Vec<&str> = PICTURES.iter().map(|(path, _)| *path).collect();
        assert_eq!(shown, known);
    }

    #[test]
    fn a_page_says_what_the_rule_says() {
        let text = "pack house \"House *rules*\" version 3\n\nrule house/berths\n  title \"More boats than <berths>\"\n  \
                    severity warning\n  tags boats\n  why > Ask [the office](../nowhere.md).\n  \
                    setting berths = 60 \"berths since 2021\"\n  \
                    for each count c\n  where c.noun is \"boat\"\n  must c.value <= berths\n  \
                    message \"{c.text}: [60] berths\"\n  mark c \"too many\"\n  \
                    bad > There were [[90 boats]] here.\n  good > There were 40 boats here.\n";
        let (pack, mistakes) = load(&[("house.rules", text)], &|_| Err("no tables".to_owned()));
        assert!(mistakes.is_empty(), "{mistakes:#?}");
        let pages = pages(&pack, &Settings::default(), &as_written(&pack));
        let page = pages.iter().find(|page| page.path == "src/rules/house/berths.md").unwrap();
        insta::assert_snapshot!(page.text);
        let broken: Vec<String> = links::broken(&pages).iter().map(ToString::to_string).collect();
        assert_eq!(broken, ["src/rules/house/berths.md: `../nowhere.md` leads nowhere"]);
    }
}
