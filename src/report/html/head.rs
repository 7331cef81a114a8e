//! What stands around everything else of a page: its head, what the run came to, how to read it, and its foot.

use super::entry::Entry;
use super::escape::{apart, words};
use super::understood;
use crate::report::Totals;
use std::fmt::Write;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");
/// Nothing is fetched, and no script runs but ours, whatever an article says: the SHA-256 of `report.js`.
const SCRIPT_HASH: &str = "5ouHK5Zvyov/EDxPbz8TnOQ71oUoTDnxhkMIuPh+eSs=";

/// Everything before the articles. `entries` have their numbers in the page; `alone` is a page of one article.
pub(super) fn opening(totals: &Totals, entries: &[(usize, &Entry)], alone: bool) -> String {
    let first = entries.first().filter(|_| alone).map(|(_, entry)| *entry);
    let heading = first.map_or_else(|| "What was found".to_owned(), |entry| apart(entry.title()));
    let title = match first {
        Some(entry) => format!("{}: {}", counted(entry.counts), words(&entry.name)),
        None => words(&totals.to_string()),
    };
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src \
         'sha256-{SCRIPT_HASH}'; img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"format-detection\" content=\"telephone=no\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"icon\" href=\"data:,\">\n<title>{title} – factlint</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body class=\"{}\">\n",
        if alone { "one" } else { "many" }
    );
    page.push_str(
        "<a class=\"skip\" href=\"#main\">Skip to what was found</a>\n<header class=\"top\">\n\
         <p class=\"brand\"><span aria-hidden=\"true\">✓</span> factlint <span class=\"at\">fact check</span></p>\n",
    );
    // Writing to a string cannot fail.
    let _ = writeln!(
        page,
        "<div class=\"lead\">\n<h1>{heading}</h1>\n<p class=\"verdict\">{}</p>\n{}</div>",
        verdict(totals, alone),
        tiles(totals)
    );
    page.push_str(&how_to_read(totals));
    page.push_str("</header>\n");
    if entries.iter().any(|(number, _)| *number > 0) {
        page.push_str(TOOLS);
    }
    page.push_str("<main id=\"main\" tabindex=\"-1\">\n");
    page
}

const TOOLS: &str = "<section class=\"tools\" aria-label=\"Reading aids\">\n\
    <label><input type=\"checkbox\" id=\"show-facts\"> Show the facts that were read</label>\n\
    <span class=\"steps\" hidden><button type=\"button\" data-step=\"-1\">Previous</button>\
    <output aria-live=\"polite\"></output><button type=\"button\" data-step=\"1\">Next</button></span>\n</section>\n";

const HOW_TO_READ: &str = "<details><summary>How to read this page</summary>\n\
    <p>A program read the text and compared every figure, date and name in it with every other. It reports what cannot be \
    true together; it does not know which side is right, and it looks nothing up. You do:</p>\n\
    <ol><li>Read a finding, and follow its links to the marked words. The number behind the words leads back.</li>\n\
    <li>Look up what is right, and correct the article. A suggestion is what would fit, not what is known to be right.</li>\n\
    <li>Where the article is right as it stands, tell whoever sent you this page: it can be noted down with a reason, and is \
    then not reported again.</li></ol>\n</details>\n";

/// What the severities that occur mean, and what to do.
fn how_to_read(totals: &Totals) -> String {
    let meanings = [
        (
            totals.errors,
            "e",
            "Error",
            "It cannot be true as it is written, whatever was meant. Correct it before you publish.",
        ),
        (totals.warnings, "w", "Warning", "It is most likely wrong, but could be meant. Look it up."),
        (totals.notes, "n", "Note", "It is small, or not what readers expect. Decide for yourself."),
        (totals.stets, "s", "Let stand", "An editor decided that it is right as it is, and gave a reason."),
    ];
    let mut html = String::new();
    for (_, class, name, meaning) in meanings.into_iter().filter(|(count, ..)| *count > 0) {
        // Writing to a string cannot fail.
        let _ = writeln!(html, "<div class=\"{class}\"><dt>{name}</dt><dd>{meaning}</dd></div>");
    }
    if html.is_empty() { html } else { format!("<div class=\"how\">\n<dl>\n{html}</dl>\n{HOW_TO_READ}</div>\n") }
}

/// What the run came to, in a sentence.
fn verdict(totals: &Totals, alone: bool) -> String {
    let whom = if alone { "this article".to_owned() } else { several(totals.with_findings, "article") };
    let said = [
        (totals.errors, "cannot be true as it is written", "cannot be true as they are written"),
        (totals.warnings, "is probably wrong", "are probably wrong"),
        (totals.notes, "deserves a look", "deserve a look"),
    ];
    let mut parts: Vec<String> = Vec::new();
    for (count, one, more) in said.into_iter().filter(|(count, ..)| *count > 0) {
        let what = match (count, parts.is_empty()) {
            (1, true) => "One thing".to_owned(),
            (1, false) => "one".to_owned(),
            (_, true) => format!("{count} things"),
            (_, false) => count.to_string(),
        };
        let subject = if parts.is_empty() { format!("{what} in {whom}") } else { what };
        parts.push(format!("{subject} {}", if count == 1 { one } else { more }));
    }
    let mut said = match parts.split_last() {
        None => "Nothing was found that contradicts itself".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    };
    said.push('.');
    if !alone {
        let _ = write!(said, " {} checked.", were(totals.articles, "article"));
    }
    if totals.unread > 0 {
        let _ = write!(
            said,
            " {} not be read.",
            if totals.unread == 1 { "One could".to_owned() } else { format!("{} could", totals.unread) }
        );
    }
    if totals.unchanged > 0 {
        let _ = write!(said, " {} on lines that did not change left out.", were(totals.unchanged, "finding"));
    }
    said
}

fn tiles(totals: &Totals) -> String {
    let tiles = [
        (totals.errors, "error", "e"),
        (totals.warnings, "warning", "w"),
        (totals.notes, "note", "n"),
        (totals.stets, "let stand", "s"),
        (totals.known, "known from before", "s"),
    ];
    let mut html = String::from("<ul class=\"tiles\" aria-label=\"Counts\">\n");
    for (count, what, class) in tiles.into_iter().filter(|(count, ..)| *count > 0) {
        let plural = if count == 1 || class == "s" { "" } else { "s" };
        // Writing to a string cannot fail.
        let _ = writeln!(html, "<li class=\"{class}\"><b>{count}</b> {what}{plural}</li>");
    }
    if html.ends_with("Counts\">\n") { String::new() } else { html + "</ul>\n" }
}

/// The beginning of what is shown of an article, up to its findings.
pub(super) fn of_article(number: usize, entry: &Entry, alone: bool) -> String {
    let mut html = format!("<section class=\"of\" id=\"a{number}\" aria-labelledby=\"a{number}-h\">\n");
    let published = entry.published.parse().map(understood::day).unwrap_or_default();
    let date = if published.is_empty() { String::new() } else { format!(" · {published}") };
    let path = apart(&entry.name);
    // Writing to a string cannot fail.
    let _ = if alone || entry.headline.is_empty() {
        writeln!(html, "<h2 id=\"a{number}-h\" class=\"path\">{path}{date}</h2>")
    } else {
        writeln!(
            html,
            "<h2 id=\"a{number}-h\">{}</h2>\n<p class=\"path\">{path}{date} · {} · <a href=\"#index\">back to the list</a></p>",
            apart(&entry.headline),
            counted(entry.counts)
        )
    };
    html + "<div class=\"cols\">\n"
}

/// "2 errors, 1 note".
pub(super) fn counted(counts: [usize; 3]) -> String {
    let named = counts.into_iter().zip(["error", "warning", "note"]).filter(|(count, _)| *count > 0);
    let named: Vec<String> = named.map(|(count, what)| several(count, what)).collect();
    if named.is_empty() { "nothing found".to_owned() } else { named.join(", ") }
}

pub(super) fn several(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn were(count: usize, what: &str) -> String {
    format!("{} {}", several(count, what), if count == 1 { "was" } else { "were" })
}

/// Everything behind the articles.
pub(super) fn closing(totals: &Totals) -> String {
    format!(
        "</main>\n<footer><p>{}</p>\n<p>Made by factlint {} on the machine of whoever sent it. This page is one file; it fetches \
         nothing and sends nothing.</p></footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        words(&totals.to_string()),
        env!("CARGO_PKG_VERSION")
    )
}
