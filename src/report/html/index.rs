//! The index of a page about several articles: findings by rule, and the articles.

use super::entry::{Entry, Tally, add};
use super::escape::{apart, words};
use super::head::{counted, several};
use std::cmp::Reverse;
use std::fmt::Write;

/// At most so many rules have a bar.
const BARS: usize = 25;

/// The sections before the first article.
pub(super) fn sections(entries: &[(usize, &Entry)]) -> String {
    let mut html =
        String::from("<section id=\"index\" aria-labelledby=\"index-h\">\n<h2 id=\"index-h\">All articles</h2>\n");
    html.push_str("<div class=\"pair\">\n");
    html.push_str(&found(entries));
    html.push_str(&chart(entries));
    html.push_str("</div>\n");
    html.push_str(&unread(entries));
    html.push_str(&clean(entries));
    html + "</section>\n"
}

fn found(entries: &[(usize, &Entry)]) -> String {
    let found: Vec<_> = entries.iter().filter(|(_, entry)| !entry.is_clean() && entry.unread.is_none()).collect();
    if found.is_empty() {
        return String::new();
    }
    let mut html = String::from(
        "<table class=\"articles\">\n<caption>Articles with findings</caption>\n<thead><tr><th scope=\"col\">Article</th>\
         <th scope=\"col\">Errors</th><th scope=\"col\">Warnings</th><th scope=\"col\">Notes</th></tr></thead>\n<tbody>\n",
    );
    for (number, entry) in found {
        // Writing to a string cannot fail.
        let _ = write!(html, "<tr><th scope=\"row\"><a href=\"#a{number}\">{}</a>", apart(entry.title()));
        if !entry.headline.is_empty() {
            let _ = write!(html, " <span class=\"path\">{}</span>", apart(&entry.name));
        }
        html.push_str("</th>");
        for (count, class) in entry.counts.iter().zip(["e", "w", "n"]) {
            let class = if *count == 0 { "none" } else { class };
            let _ = write!(html, "<td class=\"{class}\"><b>{count}</b></td>");
        }
        html.push_str("</tr>\n");
    }
    html + "</tbody>\n</table>\n"
}

/// Findings by rule: a table whose figures are drawn as bars beside them.
fn chart(entries: &[(usize, &Entry)]) -> String {
    let tallies = tallies(entries);
    let Some(most) = tallies.iter().map(total).max() else { return String::new() };
    let mut html = String::from(
        "<table class=\"chart\">\n<caption>Findings by rule</caption>\n<thead><tr><th scope=\"col\">What is wrong</th>\
         <th scope=\"col\">Findings</th></tr></thead>\n<tbody>\n",
    );
    for tally in tallies.iter().take(BARS) {
        // Writing to a string cannot fail.
        let _ = write!(
            html,
            "<tr><th scope=\"row\">{} <span class=\"path\">{}</span></th><td><b>{}</b>{} <span class=\"at\">{}</span></td></tr>",
            words(&tally.title),
            words(&tally.rule),
            total(tally),
            bar(tally, most),
            counted(tally.counts)
        );
    }
    html.push_str("</tbody>\n</table>\n");
    let rest = tallies.get(BARS..).unwrap_or_default();
    if !rest.is_empty() {
        let more: usize = rest.iter().map(total).sum();
        let _ = writeln!(
            html,
            "<p class=\"aside\">and {} of {} more</p>",
            several(more, "finding"),
            several(rest.len(), "rule")
        );
    }
    format!("<div>\n{html}</div>\n")
}

/// A bar as long as the count, errors first; the figure beside it says the same.
fn bar(tally: &Tally, most: usize) -> String {
    let mut html = String::from(
        "<svg class=\"bar\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">",
    );
    let mut from = 0.0;
    for (count, class) in tally.counts.iter().zip(["e", "w", "n"]).filter(|(count, _)| **count > 0) {
        #[expect(clippy::cast_precision_loss, reason = "a bar has no more than a hundred steps")]
        let width = *count as f64 * 100.0 / most.max(1) as f64;
        // Writing to a string cannot fail.
        let _ = write!(html, "<rect class=\"{class}\" x=\"{from:.2}\" width=\"{width:.2}\" height=\"8\"/>");
        from += width;
    }
    html + "</svg>"
}

/// The rules that found something, those that found most first.
fn tallies(entries: &[(usize, &Entry)]) -> Vec<Tally> {
    let mut all: Vec<Tally> = Vec::new();
    for tally in entries.iter().flat_map(|(_, entry)| &entry.rules) {
        match all.iter_mut().find(|known| known.rule == tally.rule) {
            Some(known) => (0..3).zip(tally.counts).for_each(|(grade, count)| add(&mut known.counts, grade, count)),
            None => all.push(tally.clone()),
        }
    }
    all.sort_by(|a, b| (Reverse(total(a)), &a.rule).cmp(&(Reverse(total(b)), &b.rule)));
    all
}

fn total(tally: &Tally) -> usize {
    tally.counts.iter().sum()
}

fn unread(entries: &[(usize, &Entry)]) -> String {
    let unread = entries.iter().filter_map(|(_, entry)| Some((entry, entry.unread.as_ref()?)));
    let lines: Vec<String> = unread
        .map(|(entry, why)| format!("<li><span class=\"path\">{}</span> {}</li>\n", apart(&entry.name), words(why)))
        .collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("<h3>Could not be read</h3>\n<ul class=\"unread\">\n{}</ul>\n", lines.concat())
}

fn clean(entries: &[(usize, &Entry)]) -> String {
    let clean: Vec<_> = entries.iter().filter(|(_, entry)| entry.is_clean()).collect();
    if clean.is_empty() {
        return String::new();
    }
    let mut html = format!(
        "<details class=\"clean\"><summary>{} without findings</summary>\n<ul>\n",
        several(clean.len(), "article")
    );
    for (number, entry) in clean {
        let mut name = apart(&entry.name);
        if *number > 0 {
            name = format!("<a href=\"#a{number}\">{name}</a>");
        }
        // Writing to a string cannot fail.
        let _ = write!(html, "<li><span class=\"path\">{name}</span>");
        for (count, what) in
            [(entry.stets, "let stand"), (entry.known, "known from before"), (entry.given_up, "not checked to the end")]
        {
            if count > 0 {
                let _ = write!(html, " · {count} {what}");
            }
        }
        html.push_str("</li>\n");
    }
    html + "</ul>\n</details>\n"
}
