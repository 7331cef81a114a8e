//! Text inside XML.

/// Words as the value of an attribute between `"`: characters that XML cannot hold are replaced.
pub(super) fn attribute(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' => escaped.push_str("&#9;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::attribute;

    #[test]
    fn what_xml_cannot_hold() {
        assert_eq!(
            attribute("<a href=\"x\">&\n\t\u{7}😀\u{202e}"),
            "&lt;a href=&quot;x&quot;&gt;&amp;&#10;&#9;\u{fffd}😀\u{202e}"
        );
    }
}
