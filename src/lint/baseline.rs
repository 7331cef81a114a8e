//! A baseline: the findings that an old archive had when factlint came to it, which are not reported.
//!
//! It is a text file with a finding a line, in the order of the articles, so that two versions of it
//! are easily compared and merged:
//!
//! ```json
//! {"article": "archive/1998.md", "rule": "date/weekday", "words": ["Monday, 3 May 1998"], "times": 2}
//! ```

use super::known::Filed;
use crate::language::rule::RuleSource;
use crate::language::{Code, Mistake};
use crate::source::Span;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The name of the file where none is given.
pub const FILE: &str = "factlint.baseline";

/// The first line of the file.
const HEADING: &str =
    "# Findings that are known and not reported again. `factlint check --write-baseline` writes this file.\n";

/// A finding as it is known again, whatever line it stands on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Known {
    /// Where its article is filed.
    pub filed: Filed,
    /// The rule's id.
    pub rule: String,
    /// The marked words, the main ones first.
    pub words: Vec<String>,
}

/// Known findings, and how often each is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// In the order of the file.
    pub findings: BTreeMap<Known, usize>,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    article: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    rule: String,
    words: Vec<String>,
    #[serde(default = "once", skip_serializing_if = "is_once")]
    times: usize,
}

fn once() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_once(times: &usize) -> bool {
    *times == 1
}

/// Reads a baseline. Lines that are empty or begin with `#` say nothing, and of a finding that stands on
/// several lines the times are added up.
///
/// # Errors
///
/// Every line that is no finding, with its place.
pub fn read(source: &Arc<RuleSource>) -> Result<Baseline, Vec<Mistake>> {
    let (mut baseline, mut mistakes, mut at) = (Baseline::default(), Vec::new(), 0);
    for line in source.text.split_inclusive('\n') {
        let words = line.trim();
        let start = at + line.len() - line.trim_start().len();
        at += line.len();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        match serde_json::from_str::<Line>(words) {
            Ok(Line { article, id, rule, words, times }) => {
                let known = Known { filed: Filed { path: article, id }, rule, words };
                let known = baseline.findings.entry(known).or_default();
                *known = known.saturating_add(times);
            }
            Err(error) => {
                let wrong = (start + error.column().saturating_sub(1)).min(start + words.len().saturating_sub(1));
                let wrong = (start..=wrong).rev().find(|at| source.text.is_char_boundary(*at)).unwrap_or(start);
                let length = source.text.get(wrong..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
                let what = error.to_string();
                let what = what.rsplit_once(" at line ").map_or(what.as_str(), |(what, _)| what).to_owned();
                let span = Span::new(wrong, wrong + length);
                let mistake =
                    Mistake::new(Code::SettingsSyntax, source, span, "this line of the baseline is no finding");
                let help = "correct it, delete the line, or let `factlint check --write-baseline` write the file anew";
                mistakes.push(mistake.labelled(what).help(help));
            }
        }
    }
    if mistakes.is_empty() { Ok(baseline) } else { Err(mistakes) }
}

impl Baseline {
    /// Adds a finding.
    pub fn add(&mut self, known: Known, times: usize) {
        let count = self.findings.entry(known).or_default();
        *count = count.saturating_add(times);
    }

    /// How many findings there are.
    pub fn count(&self) -> usize {
        self.findings.values().fold(0, |sum, times| sum.saturating_add(*times))
    }

    /// The text of the file.
    pub fn written(&self) -> String {
        let mut text = HEADING.to_owned();
        for (Known { filed, rule, words }, &times) in &self.findings {
            let line = Line {
                article: filed.path.clone(),
                id: filed.id.clone(),
                rule: rule.clone(),
                words: words.clone(),
                times,
            };
            // Plain data cannot fail to be written.
            text.push_str(&serde_json::to_string(&line).unwrap_or_default());
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Arc<RuleSource> {
        Arc::new(RuleSource { name: FILE.into(), text: text.into() })
    }

    fn known(path: &str, id: Option<&str>, rule: &str, words: &[&str]) -> Known {
        let filed = Filed { path: path.into(), id: id.map(str::to_owned) };
        Known { filed, rule: rule.into(), words: words.iter().map(|&words| words.to_owned()).collect() }
    }

    #[test]
    fn what_is_written_is_read() {
        let mut baseline = Baseline::default();
        baseline.add(known("b.md", None, "date/weekday", &["Monday, \"3 May\"", "é"]), 2);
        baseline.add(known("a/feed.jsonl", Some("7"), "count/boats", &["85 boats"]), 1);
        baseline.add(known("a/feed.jsonl", Some("7"), "count/boats", &["85 boats"]), 1);
        baseline.add(known("a/feed.jsonl", None, "count/boats", &[]), 1);
        let text = baseline.written();
        insta::assert_snapshot!(text, @r##"
        # Findings that are known and not reported again. `factlint check --write-baseline` writes this file.
        {"article":"a/feed.jsonl","rule":"count/boats","words":[]}
        {"article":"a/feed.jsonl","id":"7","rule":"count/boats","words":["85 boats"],"times":2}
        {"article":"b.md","rule":"date/weekday","words":["Monday, \"3 May\"","é"],"times":2}
        "##);
        assert_eq!(read(&source(&text)).unwrap(), baseline);
        assert_eq!(baseline.count(), 5);
        assert_eq!(read(&source("\n# none\n\n")).unwrap(), Baseline::default());
    }

    #[test]
    fn a_line_that_is_no_finding_is_shown() {
        let check = |line: &str, at: &str, why: &str| {
            let source = source(&format!("# x\n{line}\n"));
            let mistakes = read(&source).unwrap_err();
            let label = &mistakes[0].labels[0];
            assert_eq!((label.span.of(&source.text), label.text.as_str()), (at, why), "{line}");
        };
        check("{\"article\": \"é\", \"rule\": 5}", "5", "invalid type: integer `5`, expected a string");
        check(
            "{\"article\": \"a\", \"rul\": \"b\"}",
            "\"",
            "unknown field `rul`, expected one of `article`, `id`, `rule`, `words`, `times`",
        );
        check("nonsense", "o", "expected ident");
        check("{\"article\": \"a\", \"rule\": \"b\"}", "}", "missing field `words`");
    }
}
