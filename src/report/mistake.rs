//! Kinds of mistakes for people: the list of their codes, and the page of one.

use super::Style;
use super::drawing::drawn;
use crate::language::{Code, Grade};
use crate::lint::page::Page;
use std::fmt::Write;

/// The codes of a group, or all, one a line, with what they mean; empty where there is no such group.
pub fn list(group: Option<&str>) -> String {
    let of_group = |code: &&Code| group.is_none_or(|group| code.name().split('/').next() == Some(group));
    let codes: Vec<&Code> = Code::ALL.iter().filter(of_group).collect();
    let widest = codes.iter().map(|code| code.name().len()).max().unwrap_or(0);
    let mut list = String::new();
    for code in codes {
        // Writing to a string cannot fail.
        let _ = writeln!(list, "{:widest$}  {}", code.name(), code.about());
    }
    list
}

/// What a code means, a wrong example as it is reported, and the right one.
pub fn page(page: &Page, style: Style) -> String {
    let code = page.code;
    let grade = match code.grade() {
        Grade::Warning => "a warning: the rules are used all the same",
        Grade::Error => "an error: nothing is checked until it is put right",
    };
    let mut text = format!("{}\n\n{}\n{grade}\n\n{}", code.name(), code.about(), wrapped(&page.about, style.width));
    if let Some(mistake) = &page.mistake {
        let _ = write!(text, "\nwrong, and what is said of it:\n\n{}", drawn(mistake, style));
    }
    if !page.right.is_empty() {
        text.push_str("\nright:\n\n");
        for line in &page.right {
            let _ = writeln!(text, "    {line}");
        }
    }
    text
}

/// Text in lines of a page's width.
fn wrapped(text: &str, width: usize) -> String {
    let mut lines = String::new();
    let mut filled = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if filled > 0 && filled + 1 + length > width {
            lines.push('\n');
            filled = 0;
        } else if filled > 0 {
            lines.push(' ');
            filled += 1;
        }
        lines.push_str(word);
        filled += length;
    }
    lines.push('\n');
    lines
}
