//! JSON written straight into one text: the facts of an archive take more bytes than its articles.

use serde_json::Number;
use std::fmt::Write;

/// JSON in the making. The caller sees to its commas and brackets.
#[derive(Default)]
pub(super) struct Json(String);

impl Json {
    /// An empty text with room for so many bytes.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// What was written.
    pub(super) fn done(self) -> String {
        self.0
    }

    /// JSON as it stands: marks, names of fields, words of closed lists.
    pub(super) fn plain(&mut self, json: &str) -> &mut Self {
        self.0.push_str(json);
        self
    }

    /// A string.
    pub(super) fn text(&mut self, words: &str) -> &mut Self {
        self.0.push('"');
        if has_escaped(words.as_bytes()) {
            self.escaped(words);
        } else {
            self.0.push_str(words);
        }
        self.0.push('"');
        self
    }

    /// A whole number.
    pub(super) fn whole(&mut self, mut n: u32) -> &mut Self {
        let mut digits = [b'0'; 10];
        let mut length = 0;
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (n % 10) as u8;
            length += 1;
            n /= 10;
            if n == 0 {
                break;
            }
        }
        let written = digits.get(digits.len() - length..).unwrap_or_default();
        self.plain(std::str::from_utf8(written).unwrap_or_default())
    }

    /// A number, or `null`.
    pub(super) fn number(&mut self, n: Option<&Number>) -> &mut Self {
        // Writing to a string cannot fail.
        let _ = match n {
            Some(n) => match n.as_u64().map(u32::try_from) {
                Some(Ok(small)) => return self.whole(small),
                _ => write!(self.0, "{n}"),
            },
            None => return self.plain("null"),
        };
        self
    }

    fn escaped(&mut self, words: &str) {
        let mut rest = words;
        while let Some(at) = rest.bytes().position(is_escaped) {
            let (before, after) = rest.split_at_checked(at).unwrap_or_default();
            self.0.push_str(before);
            let mut chars = after.chars();
            match chars.next() {
                Some('"') => self.0.push_str("\\\""),
                Some('\\') => self.0.push_str("\\\\"),
                Some('\n') => self.0.push_str("\\n"),
                Some('\r') => self.0.push_str("\\r"),
                Some('\t') => self.0.push_str("\\t"),
                Some('\u{8}') => self.0.push_str("\\b"),
                Some('\u{c}') => self.0.push_str("\\f"),
                // Writing to a string cannot fail.
                Some(control) => write!(self.0, "\\u{:04x}", u32::from(control)).unwrap_or_default(),
                None => {}
            }
            rest = chars.as_str();
        }
        self.0.push_str(rest);
    }
}

fn is_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Whether a byte has to be escaped, eight looked at together: nearly all words have none.
fn has_escaped(bytes: &[u8]) -> bool {
    const ONES: u64 = u64::MAX / 255;
    let (chunks, rest) = bytes.as_chunks::<8>();
    // The high bit of a byte that is below `least`, which may be wrong only above one that is.
    let below = |word: u64, least: u64| word.wrapping_sub(ONES * least) & !word;
    // The last eight bytes overlap those before them.
    let found = chunks.iter().chain(bytes.last_chunk()).fold(0, |found, chunk| {
        let word = u64::from_le_bytes(*chunk);
        let quotes = word ^ (ONES * u64::from(b'"'));
        let slashes = word ^ (ONES * u64::from(b'\\'));
        found | below(word, 0x20) | below(quotes, 1) | below(slashes, 1)
    });
    found & (ONES * 0x80) != 0 || chunks.is_empty() && rest.iter().any(|&byte| is_escaped(byte))
}

#[cfg(test)]
mod tests {
    use super::Json;
    use serde_json::Number;

    #[test]
    fn strings_are_as_serde_writes_them() {
        let check = |words: &str| {
            let mut json = Json::default();
            json.text(words);
            assert_eq!(json.done(), serde_json::to_string(words).unwrap());
        };
        check("");
        check("a “quotation” of more than eight bytes: naïve");
        for byte in 0..=0x7f_u8 {
            for before in 0..20 {
                check(&format!("{}{}é and on", "a".repeat(before), char::from(byte)));
            }
        }
        check("\"\"\\\u{1}\u{1f}\u{7f}\u{80}");
    }

    #[test]
    fn numbers_are_as_serde_writes_them() {
        let check = |n: Number| {
            let mut json = Json::default();
            json.number(Some(&n));
            assert_eq!(json.done(), serde_json::to_string(&n).unwrap());
        };
        for n in [0, 9, 10, 2_017, 4_294_967_295, 4_294_967_296, i64::MAX, -1, i64::MIN] {
            check(Number::from(n));
        }
        for n in [0.5, -2.25, 1e300, 0.1] {
            check(Number::from_f64(n).unwrap());
        }
    }
}
