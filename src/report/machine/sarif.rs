//! SARIF 2.1.0 (OASIS), as code hosts read it.

use super::{Fingerprints, Region, in_full, path, plain_path, region, written};
use crate::article::Place;
use crate::language::rule::Severity;
use crate::lint::finding::{Finding, MarkedPlace, Stet, Suggestion};
use crate::report::{Checked, FieldLines, RuleCard, Totals, Unread};
use serde_json::{Value, json};

pub(in crate::report) const BETWEEN: &str = ",\n";

/// The beginning of the log: the tool and its rules.
pub(in crate::report) fn opening(rules: &[RuleCard]) -> String {
    let rules = rules.iter().map(|rule| {
        let more = format!("{}\n\nRun `factlint explain {}` for its examples and settings.", rule.why.trim(), rule.id);
        json!({
            "id": rule.id,
            "name": camel(&rule.id),
            "shortDescription": { "text": rule.title },
            "fullDescription": { "text": if rule.why.is_empty() { &rule.title } else { &rule.why } },
            "help": { "text": more, "markdown": more },
            "defaultConfiguration": { "level": level(rule.severity) },
            "properties": { "tags": rule.tags },
        })
    });
    let driver = json!({
        "name": "factlint",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": rules.collect::<Vec<_>>(),
    });
    format!(
        "{{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", \"runs\": [{{\n\
         \"tool\": {{\"driver\": {}}},\n\"columnKind\": \"unicodeCodePoints\",\n\"results\": [\n",
        written(&driver)
    )
}

/// The results of an article, those that are let stand and those that a baseline knows among them.
pub(in crate::report) fn article(checked: Checked<'_>) -> String {
    let mut lines = FieldLines::new(checked);
    let mut fingerprints = Fingerprints::new();
    let findings = checked.findings.iter().map(|finding| (finding, false));
    let known = checked.known.iter().map(|finding| (finding, true));
    let results = findings.chain(known).map(|(finding, known)| {
        let fingerprint = fingerprints.next(checked, finding);
        written(&result(&mut lines, finding, known, &fingerprint))
    });
    let results: Vec<String> = results.collect();
    results.join(BETWEEN)
}

/// What is held back of an article that could not be read, to stand behind the results.
pub(in crate::report) fn unread(unread: Unread<'_>) -> String {
    written(&json!({
        "level": "error",
        "message": { "text": format!("cannot be read: {}", unread.message) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": artifact(&plain_path(unread.file)),
            "region": { "startLine": unread.line.unwrap_or(1) },
        } }],
    }))
}

/// The end of the log: whether all could be done.
pub(in crate::report) fn closing(totals: &Totals, held: &[String]) -> String {
    let whole = totals.unread == 0 && totals.given_up == 0;
    format!(
        "\n],\n\"invocations\": [{{\"executionSuccessful\": {whole}, \"toolExecutionNotifications\": [{}]}}]\n}}]}}\n",
        held.join(", ")
    )
}

fn result(lines: &mut FieldLines<'_>, finding: &Finding, known: bool, fingerprint: &str) -> Value {
    let mut marks = finding.marks.iter();
    let main = marks.next().map(|mark| location(lines, mark));
    let others: Vec<Value> = marks
        .enumerate()
        .map(|(index, mark)| {
            let mut at = location(lines, mark);
            if let Some(at) = at.as_object_mut() {
                at.insert("id".to_owned(), json!(index + 1));
            }
            at
        })
        .collect();
    let fixes: Vec<Value> = finding.suggestions.iter().filter_map(|suggestion| fix(lines, suggestion)).collect();
    let mut suppressions: Vec<Value> = finding.stet.iter().map(suppression).collect();
    if known {
        suppressions.push(json!({ "kind": "external", "justification": "the baseline knows it" }));
    }
    json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": in_full(finding) },
        "locations": main.into_iter().collect::<Vec<_>>(),
        "relatedLocations": others,
        "fixes": fixes,
        "suppressions": suppressions,
        "partialFingerprints": { "factlint/v1": fingerprint },
    })
}

fn suppression(stet: &Stet) -> Value {
    let signed = [stet.who.clone(), stet.when.map(|day| day.to_string()), stet.until.map(|day| format!("until {day}"))];
    let signed: Vec<String> = signed.into_iter().flatten().collect();
    let justification =
        if signed.is_empty() { stet.why.clone() } else { format!("{} ({})", stet.why, signed.join(", ")) };
    // One in a comment is signed by nobody.
    json!({ "kind": if stet.who.is_some() { "external" } else { "inSource" }, "justification": justification })
}

fn location(lines: &mut FieldLines<'_>, mark: &MarkedPlace) -> Value {
    let physical = match mark.elsewhere {
        Some(_) => physical(&mut FieldLines::new(lines.checked.of(mark)), mark.place),
        None => physical(lines, mark.place),
    };
    let mut at = json!({ "physicalLocation": physical });
    if let Some(at) = at.as_object_mut().filter(|_| !mark.label.is_empty()) {
        at.insert("message".to_owned(), json!({ "text": mark.label }));
    }
    at
}

fn physical(lines: &mut FieldLines<'_>, place: Place) -> Value {
    let words = lines.checked.article.written(place);
    let artifact = artifact(&path(lines.checked));
    match region(lines, place) {
        Some(region) => json!({ "artifactLocation": artifact, "region": shown(region, words) }),
        None => json!({ "artifactLocation": artifact }),
    }
}

fn shown(region: Region, words: &str) -> Value {
    let (start, end) = (region.start, region.end);
    if !region.exact {
        return json!({ "startLine": start.line });
    }
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "snippet": { "text": words },
    })
}

fn fix(lines: &mut FieldLines<'_>, suggestion: &Suggestion) -> Option<Value> {
    let at = region(lines, suggestion.place).filter(|region| region.exact)?;
    let (start, end) = (at.start, at.end);
    let old = lines.checked.article.written(suggestion.place);
    let change = if suggestion.text.is_empty() {
        format!("delete “{old}”")
    } else {
        format!("“{}” for “{old}”", suggestion.text)
    };
    let description = match &suggestion.because {
        Some(because) => format!("{change}: {because}"),
        None => change,
    };
    Some(json!({
        "description": { "text": description },
        "artifactChanges": [{
            "artifactLocation": artifact(&path(lines.checked)),
            "replacements": [{
                "deletedRegion": {
                    "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
                },
                "insertedContent": { "text": suggestion.text },
            }],
        }],
    }))
}

/// A path as a relative reference; one that is absolute keeps its root.
fn artifact(path: &str) -> Value {
    let uri: String = path
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    if path.starts_with('/') {
        json!({ "uri": format!("file://{uri}") })
    } else {
        json!({ "uri": uri, "uriBaseId": "%SRCROOT%" })
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// `CountNounRepeated` for `count/noun-repeated`.
fn camel(id: &str) -> String {
    let words = id.split(|c: char| !c.is_alphanumeric());
    words
        .filter_map(|word| {
            let mut chars = word.chars();
            chars.next().map(|first| first.to_uppercase().chain(chars).collect::<String>())
        })
        .collect()
}
