//! What would change in a file, as a unified diff.

use super::excerpt::harmless;

/// The changes from `old` to `new`, each with three lines around, as `patch` and git read them.
pub(crate) fn diff(name: &str, old: &str, new: &str) -> String {
    let lines = similar::TextDiff::from_lines(old, new);
    lines.unified_diff().context_radius(3).header(name, name).to_string()
}

/// One change from `old` to `new` for people: the words around it, first as they are and then as they would be, each on
/// a line of at most about `width` characters.
pub(crate) fn change(old: &str, new: &str, width: usize, colour: bool) -> String {
    let head: usize = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let rests = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let same_ends = rests.0.chars().rev().zip(rests.1.chars().rev()).take_while(|(a, b)| a == b);
    let tail: usize = same_ends.map(|(a, _)| a.len_utf8()).sum();
    let line = |text: &str, sign: char, paint: &str| {
        let end = text.len() - tail;
        let spare = width.saturating_sub(text.get(head..end).unwrap_or_default().chars().count() + 6) / 2;
        let before = text.get(..head).unwrap_or_default();
        let begins = before.rfind('\n').map_or(0, |at| at + 1);
        let near = before.char_indices().rev().nth(spare).map_or(0, |(at, _)| at);
        let from = begins.max(word_after(before, near));
        let after = text.get(end..).unwrap_or_default();
        let ends = after.find(['\n', '\r']).unwrap_or(after.len());
        let near = after.char_indices().nth(spare).map_or(after.len(), |(at, _)| at);
        let to = ends.min(word_before(after, near));
        let cut = |cut: bool| if cut { "… " } else { "" };
        let shown = format!(
            "{}{}{}{}",
            cut(from > begins),
            before.get(from..).unwrap_or_default(),
            text.get(head..end).unwrap_or_default(),
            after.get(..to).unwrap_or_default(),
        );
        let shown = harmless(&shown).replace('\n', " ");
        let more = if to < ends { " …" } else { "" };
        if colour {
            format!("\u{1b}[{paint}m{sign} {shown}{more}\u{1b}[0m\n")
        } else {
            format!("{sign} {shown}{more}\n")
        }
    };
    line(old, '-', "31") + &line(new, '+', "32")
}

/// The beginning of the first whole word from a byte on; the byte itself where that is far.
fn word_after(text: &str, at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    let rest = text.get(at..).unwrap_or_default();
    rest.char_indices().take(20).find(|(_, character)| *character == ' ').map_or(at, |(space, _)| at + space + 1)
}

/// The end of the last whole word before a byte; the byte itself where that is far.
fn word_before(text: &str, at: usize) -> usize {
    if at == text.len() {
        return at;
    }
    let before = text.get(..at).unwrap_or_default();
    before.char_indices().rev().take(20).find(|(_, character)| *character == ' ').map_or(at, |(space, _)| space)
}

#[cfg(test)]
mod tests {
    use super::change;

    #[test]
    fn changes_for_people() {
        let check = |old: &str, new: &str, want: &str| assert_eq!(change(old, new, 40, false), want);
        check("It hit 60 routers.", "It hit 60 towns.", "- It hit 60 routers.\n+ It hit 60 towns.\n");
        check(
            "One.\r\nIt hit 60 routers.\r\nTwo.",
            "One.\r\nIt hit towns.\r\nTwo.",
            "- It hit 60 routers.\n+ It hit towns.\n",
        );
        let long = "The survey ship that the board had hired sailed on Thursday, 27 June 2017, and came back again.";
        check(
            long,
            &long.replace("Thurs", "Tues"),
            "- … sailed on Thursday, 27 June …\n+ … sailed on Tuesday, 27 June …\n",
        );
        check("the the town", "the town", "- the the town\n+ the town\n");
        check("a \u{1b}[31mb", "c \u{1b}[31mb", "- a ?[31mb\n+ c ?[31mb\n");
    }
}
