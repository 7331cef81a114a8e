//! The findings of an archive that were accepted once: a text file of sorted lines, and what differs from it.

use std::collections::BTreeMap;
use std::fmt::Write;

/// The name of the file, beside the settings.
pub const FILE: &str = "factlint-accepted.txt";

/// Before the lines that say what the file is.
const REMARK: char = '#';

const OPENING: &str = "# The findings that `factlint test --archive` accepted: rule, article, message.\n";

/// A finding as it is accepted: without its place, which an edit elsewhere would move.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The rule's id.
    pub rule: String,
    /// The article, counted from the folder of the archive.
    pub article: String,
    /// What is said.
    pub message: String,
}

/// The lines of an accepted file; a line that is none is given back as it is, with its number.
///
/// # Errors
///
/// The number and the words of the first line that is no finding.
pub fn read(text: &str) -> Result<Vec<Line>, (usize, String)> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with(REMARK));
    lines
        .map(|(number, line)| {
            let mut parts = line.splitn(3, '\t').map(str::to_owned);
            match (parts.next(), parts.next(), parts.next()) {
                (Some(rule), Some(article), Some(message)) => Ok(Line { rule, article, message }),
                _ => Err((number + 1, line.to_owned())),
            }
        })
        .collect()
}

/// The text of an accepted file: the lines in their order, whatever that of the findings.
pub fn written(lines: &[Line]) -> String {
    let mut lines: Vec<&Line> = lines.iter().collect();
    lines.sort_unstable();
    let mut text = String::from(OPENING);
    for Line { rule, article, message } in lines {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{rule}\t{article}\t{}", one_line(message));
    }
    text
}

/// A message on one line, as the file holds it.
pub fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What differs from an accepted run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Found now and not accepted, in order.
    pub added: Vec<Line>,
    /// Accepted and not found now, in order.
    pub removed: Vec<Line>,
    /// How many are as accepted.
    pub same: usize,
}

/// Compares what is found with what was accepted; a finding that comes twice has to be accepted twice.
pub fn difference(accepted: &[Line], found: &[Line]) -> Difference {
    let mut counts: BTreeMap<&Line, (usize, usize)> = BTreeMap::new();
    for line in accepted {
        counts.entry(line).or_default().0 += 1;
    }
    for line in found {
        counts.entry(line).or_default().1 += 1;
    }
    let mut difference = Difference::default();
    for (line, (accepted, found)) in counts {
        difference.same += accepted.min(found);
        difference.added.extend((accepted..found).map(|_| line.clone()));
        difference.removed.extend((found..accepted).map(|_| line.clone()));
    }
    difference
}

#[cfg(test)]
mod tests {
    use super::{Line, difference, read, written};

    fn line(rule: &str, article: &str, message: &str) -> Line {
        Line { rule: rule.to_owned(), article: article.to_owned(), message: message.to_owned() }
    }

    #[test]
    fn what_is_written_is_read() {
        let lines = [line("b/b", "x.md", "two\nlines"), line("a/a", "y.jsonl:3", "“5” is\tnot 6")];
        let text = written(&lines);
        assert_eq!(read(&text).unwrap(), [line("a/a", "y.jsonl:3", "“5” is not 6"), line("b/b", "x.md", "two lines")]);
        assert_eq!(read("# a remark\n\na/a x.md"), Err((3, "a/a x.md".to_owned())));
    }

    #[test]
    fn findings_are_counted() {
        let (a, b, c) = (line("a/a", "x.md", "m"), line("a/a", "y.md", "m"), line("b/b", "x.md", "m"));
        let found = difference(&[a.clone(), a.clone(), b.clone()], &[c.clone(), a.clone(), b]);
        assert_eq!((found.added, found.removed, found.same), (vec![c], vec![a], 2));
    }
}
