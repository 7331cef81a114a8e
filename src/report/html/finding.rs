//! The list of an article's findings: what is wrong, where, what to do, and why it is looked at.

use super::escape::{apart, prose, words};
use super::story::id;
use crate::article::{Part, Readings};
use crate::language::rule::Severity;
use crate::lint::finding::{Finding, MarkedPlace, Stet, Suggestion};
use crate::report::{Checked, FieldLines, RuleCard};
use std::fmt::Write;

/// At most so many places of one finding are shown.
pub(super) const PLACES: usize = 40;
/// Quoted words longer than this many characters are shown by their two ends.
const QUOTED: usize = 80;

/// A finding with what it is called in the page: "3", "S1" for what stands.
#[derive(Debug)]
pub(super) struct Numbered<'f> {
    pub(super) label: String,
    pub(super) finding: &'f Finding,
}

impl<'f> Numbered<'f> {
    pub(super) fn new(label: String, finding: &'f Finding) -> Self {
        Self { label, finding }
    }

    pub(super) fn id(&self) -> String {
        id(&format!("f{}", self.label))
    }

    pub(super) fn mark_id(&self, nth: usize) -> String {
        id(&format!("m{}-{}", self.label, nth + 1))
    }

    /// What its marks and its card look like.
    pub(super) fn class(&self) -> &'static str {
        if self.finding.stet.is_some() { "s" } else { class(self.finding.severity) }
    }

    fn kind(&self) -> &'static str {
        if self.finding.stet.is_some() { "Let stand" } else { name(self.finding.severity) }
    }
}

/// The class of what is that grave.
pub(super) fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "e",
        Severity::Warning => "w",
        Severity::Note => "n",
    }
}

/// What is that grave, as people are told it.
pub(super) fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}

/// What stands behind a mark: the finding's number and the mark's label, leading to the finding.
pub(super) fn chip(numbered: &Numbered<'_>, label: &str) -> String {
    let label =
        if label.is_empty() { String::new() } else { format!("&nbsp;<span class=\"lb\">{}</span>", words(label)) };
    format!(
        "<a class=\"chip {}\" href=\"#{}\" dir=\"ltr\"><span class=\"vh\">{} </span>{}{label}</a>",
        numbered.class(),
        numbered.id(),
        numbered.kind(),
        numbered.label
    )
}

/// All that was found in an article.
pub(super) fn list(checked: Checked<'_>, findings: &[Numbered<'_>]) -> String {
    let mut places = Places { checked, readings: Readings::new(checked.article), lines: FieldLines::new(checked) };
    let (standing, live): (Vec<_>, Vec<_>) = findings.iter().partition(|numbered| numbered.finding.stet.is_some());
    let mut html = String::from("<div class=\"finds\">\n");
    if !live.is_empty() {
        html.push_str("<h3>What was found</h3>\n<ol class=\"cards\">\n");
        for numbered in live {
            card(&mut html, &mut places, numbered);
        }
        html.push_str("</ol>\n");
    }
    if !standing.is_empty() {
        html.push_str(
            "<h3>Let stand</h3>\n<p class=\"aside\">An editor decided that this is right as it is, and gave a reason.</p>\n\
             <ol class=\"cards\">\n",
        );
        for numbered in standing {
            card(&mut html, &mut places, numbered);
        }
        html.push_str("</ol>\n");
    }
    known(&mut html, checked);
    given_up(&mut html, checked);
    html + "</div>\n"
}

fn card(html: &mut String, places: &mut Places<'_>, numbered: &Numbered<'_>) {
    let finding = numbered.finding;
    // Writing to a string cannot fail.
    let _ = write!(
        html,
        "<li class=\"card {}\" id=\"{}\" data-of=\"{1}\" tabindex=\"-1\">\n<h4><span class=\"no\">{}</span> <span class=\"sev\">{}</span> \
         <span class=\"said\">{}</span></h4>\n",
        numbered.class(),
        numbered.id(),
        numbered.label,
        numbered.kind(),
        words(&sentence(&finding.message))
    );
    if let Some(stet) = &finding.stet {
        let _ = writeln!(html, "<p class=\"why\">{}</p>", said(stet));
    }
    html.push_str("<ul class=\"places\">\n");
    for (nth, mark) in finding.marks.iter().enumerate().take(PLACES) {
        let label = if mark.label.is_empty() { String::new() } else { format!(" {}", words(&mark.label)) };
        if let Some(elsewhere) = &mark.elsewhere {
            let said = apart(&quoted(elsewhere.article.written(mark.place)));
            let _ = writeln!(html, "<li>“{said}”{label} <span class=\"at\">in {}</span></li>", apart(&elsewhere.name));
            continue;
        }
        let _ = writeln!(
            html,
            "<li><a href=\"#{}\">“{}”</a>{label} <span class=\"at\">{}</span></li>",
            numbered.mark_id(nth),
            apart(&quoted(&places.words(mark))),
            words(&places.told(mark))
        );
    }
    if finding.marks.len() > PLACES {
        let _ = writeln!(html, "<li>and {} more places like these</li>", finding.marks.len() - PLACES);
    }
    html.push_str("</ul>\n");
    if finding.stet.is_none() {
        for help in &finding.help {
            let _ = writeln!(html, "<p class=\"help\">{}</p>", words(&sentence(help)));
        }
        for (nth, suggestion) in finding.suggestions.iter().enumerate() {
            suggested(html, places.checked, suggestion, nth);
        }
    }
    why(html, finding, places.checked.backing.card(&finding.rule));
    html.push_str("</li>\n");
}

/// The rule that looks at it, and why.
fn why(html: &mut String, finding: &Finding, rule: Option<&RuleCard>) {
    let id = words(&finding.rule);
    let (title, why) = rule.map_or(("", ""), |rule| (rule.title.as_str(), rule.why.as_str()));
    let title = if title.is_empty() { String::new() } else { format!("<p><b>{}</b></p>", words(title)) };
    // Writing to a string cannot fail.
    let _ = writeln!(
        html,
        "<details><summary>Why this is checked<span class=\"vh\">: {id}</span></summary>\n{title}{}<p class=\"at\">Rule <code>{id}</code></p>\
         </details>",
        prose(why)
    );
}

fn suggested(html: &mut String, checked: Checked<'_>, suggestion: &Suggestion, nth: usize) {
    let old = apart(&quoted(checked.article.written(suggestion.place)));
    let lead = if nth == 0 { "It could be" } else { "Or" };
    let change = if suggestion.text.is_empty() {
        format!("{lead}: delete “<del>{old}</del>”")
    } else {
        format!("{lead}: <ins>{}</ins> instead of “<del>{old}</del>”", apart(&suggestion.text))
    };
    let because = suggestion.because.as_ref().map(|because| format!(": {}", words(because))).unwrap_or_default();
    // Writing to a string cannot fail.
    let _ = writeln!(html, "<p class=\"try\">{change}{because}</p>");
}

fn known(html: &mut String, checked: Checked<'_>) {
    if checked.known.is_empty() {
        return;
    }
    let count = checked.known.len();
    // Writing to a string cannot fail.
    let _ = write!(
        html,
        "<details class=\"known\"><summary>{count} known from before</summary>\n<p class=\"aside\">The baseline lists what was known \
         when it was written; it counts as nothing new.</p>\n<ul>\n",
    );
    for finding in checked.known {
        let first = finding.marks.first().map(|mark| quoted(checked.article.written(mark.place))).unwrap_or_default();
        let _ = writeln!(
            html,
            "<li>{}: {} <span class=\"at\">“{}”, rule {}</span></li>",
            name(finding.severity),
            words(&finding.message),
            apart(&first),
            words(&finding.rule)
        );
    }
    html.push_str("</ul>\n</details>\n");
}

fn given_up(html: &mut String, checked: Checked<'_>) {
    for note in checked.notes {
        // Writing to a string cannot fail.
        let _ = writeln!(
            html,
            "<p class=\"given-up\"><b>Not checked to the end.</b> Rule <code>{}</code>: {}</p>",
            words(&note.rule),
            words(&note.text)
        );
    }
}

/// The reason of a stet, who gave it, and until when it holds.
fn said(stet: &Stet) -> String {
    let mut html = format!("“{}”", apart(&stet.why));
    if let Some(who) = &stet.who {
        html.push_str(", ");
        html.push_str(&apart(who));
    }
    let days = [(stet.when, "on"), (stet.until, "until")];
    for (day, before) in days.into_iter().filter_map(|(day, before)| Some((day?, before))) {
        // Writing to a string cannot fail.
        let _ = write!(html, ", {before} {}", super::understood::day(day));
    }
    html
}

/// Words that begin with a capital letter, as sentences do.
fn sentence(line: &str) -> String {
    let mut chars = line.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Words on one line, the middle of long ones left out.
pub(super) fn quoted(said: &str) -> String {
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let count = said.chars().count();
    if count <= QUOTED {
        return said;
    }
    let head: String = said.chars().take(QUOTED / 2).collect();
    let tail: String = said.chars().skip(count - QUOTED / 2).collect();
    format!("{} … {}", head.trim_end(), tail.trim_start())
}

/// What people are told of places.
struct Places<'a> {
    checked: Checked<'a>,
    readings: Readings<'a>,
    lines: FieldLines<'a>,
}

impl Places<'_> {
    /// The words of a mark as they read, or as they are written where they are no part of the text.
    fn words(&self, mark: &MarkedPlace) -> String {
        let article = self.checked.article;
        let read: Vec<&str> = self.readings.of(mark.place).iter().map(|read| read.span.of(&article.text)).collect();
        if read.is_empty() { article.written(mark.place).to_owned() } else { read.join(" ") }
    }

    /// "standfirst, line 3".
    fn told(&mut self, mark: &MarkedPlace) -> String {
        let article = self.checked.article;
        let block = self.readings.of(mark.place).first().and_then(|read| article.blocks.get(read.block));
        let part = block.map(|block| part(block.part)).filter(|part| !mark.label.contains(part));
        let mut told = part.unwrap_or_default().to_owned();
        if self.checked.record_line().is_some() {
            return told;
        }
        self.lines.find(std::iter::once(mark.place));
        let field = article.fields.get(usize::from(mark.place.field));
        if let (Some(lines), Some(field)) = (self.lines.of(mark.place), field) {
            let line = lines.line_of(field.shown(mark.place.span).start) + 1;
            let between = if told.is_empty() { "" } else { ", " };
            // Writing to a string cannot fail.
            let _ = write!(told, "{between}line {line}");
        }
        told
    }
}

/// What a part of an article is called; nothing for the running text.
fn part(part: Part) -> &'static str {
    match part {
        Part::Headline => "headline",
        Part::Standfirst => "standfirst",
        Part::Body => "",
        Part::Crosshead => "crosshead",
        Part::Caption => "caption",
        Part::Pullquote => "pull quote",
        Part::List => "list",
        Part::Table => "table",
        Part::Sidebar => "box",
        Part::Footnote => "footnote",
    }
}
