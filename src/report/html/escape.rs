//! Words inside HTML: nothing of them is markup, and nothing in them turns the page around.

use crate::article::NO_WORDS;
use crate::report::excerpt::visible;

/// Words as they stand between two tags, or in an attribute with double quotes.
pub(super) fn words(words: &str) -> String {
    let mut html = String::with_capacity(words.len() + 8);
    push(&mut html, words);
    html
}

/// Adds words to HTML.
pub(super) fn push(html: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' | '\r' => html.push('\n'),
            c => html.push(visible(c)),
        }
    }
}

/// Words of an article that may run from right to left, kept apart from what is around them.
pub(super) fn apart(said: &str) -> String {
    format!("<bdi>{}</bdi>", words(said))
}

/// Words of the reading text, what is no words among them told as such.
pub(super) fn push_reading(html: &mut String, reading: &str) {
    let mut pieces = reading.split(NO_WORDS);
    push(html, pieces.next().unwrap_or_default());
    for piece in pieces {
        html.push_str("<span class=\"gone\" title=\"code, or what is worked out elsewhere\">[…]</span>");
        push(html, piece);
    }
}

/// Prose of ours or of a rule, with `code` and emphasis as Markdown has them, in paragraphs.
pub(super) fn prose(text: &str) -> String {
    let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    let paragraphs = paragraphs.map(|paragraph| {
        let mut html = String::from("<p>");
        for (number, piece) in paragraph.trim().split('`').enumerate() {
            if number % 2 == 0 {
                push(&mut html, piece);
            } else {
                html.push_str("<code>");
                push(&mut html, piece);
                html.push_str("</code>");
            }
        }
        html + "</p>"
    });
    paragraphs.collect()
}

#[cfg(test)]
mod tests {
    use super::{prose, words};

    #[test]
    fn nothing_is_markup() {
        let check = |said: &str, want: &str| assert_eq!(words(said), want);
        check("<b class=\"x\">'a' & b</b>", "&lt;b class=&quot;x&quot;&gt;&#39;a&#39; &amp; b&lt;/b&gt;");
        check("a\u{1}b\u{1e}\u{202e}c\u{9b}", "a?b?\u{fffd}c·");
        check("a\r\nb", "a\n\nb");
        check("تل أبيب 😀", "تل أبيب 😀");
        assert_eq!(prose("a `<b>` c\n\nd"), "<p>a <code>&lt;b&gt;</code> c</p><p>d</p>");
    }
}
