//! Bounds how deep the lines of a Markdown text are nested, so that it is parsed in linear time.

use std::borrow::Cow;

/// The most quotations, list items and notes that one line may open or continue.
const DEEPEST: usize = 64;
/// The most columns after which a line may still open one.
const WIDEST: usize = 256;

/// The text with the markers of deeper nesting taken for words: each of their bytes is replaced by an `x`, so that
/// every offset stays as it is.
///
/// The parser compares each line with all that is open above it, and no author nests as deep.
pub(super) fn bounded(text: &str) -> Cow<'_, str> {
    let mut copy: Option<String> = None;
    let mut copied = 0;
    let mut at = 0;
    for end in memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).chain([text.len()]) {
        let line = text.get(at..end).unwrap_or_default();
        if let Some((from, to)) = too_deep(line) {
            let copy = copy.get_or_insert_with(|| String::with_capacity(text.len()));
            copy.push_str(text.get(copied..at + from).unwrap_or_default());
            copy.extend(
                line.get(from..to).unwrap_or_default().chars().map(|c| if c == ' ' || c == '\t' { c } else { 'x' }),
            );
            copied = at + to;
        }
        at = end + 1;
    }
    match copy {
        Some(mut copy) => {
            copy.push_str(text.get(copied..).unwrap_or_default());
            Cow::Owned(copy)
        }
        None => Cow::Borrowed(text),
    }
}

/// The bytes of the markers at the beginning of a line that nest too deep.
fn too_deep(line: &str) -> Option<(usize, usize)> {
    let (mut at, mut markers, mut from) = (0, 0, None);
    loop {
        let rest = line.get(at..)?;
        let start = at + rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let Some(length) = marker(line.get(start..)?) else { break };
        markers += 1;
        if from.is_none() && (markers > DEEPEST || start > WIDEST) {
            if line.bytes().all(|byte| byte == b'-' || byte == b' ')
                || line.bytes().all(|byte| byte == b'*' || byte == b' ')
            {
                return None;
            }
            from = Some(start);
        }
        at = start + length;
    }
    from.map(|from| (from, at))
}

/// The length of the marker that opens a container.
fn marker(rest: &str) -> Option<usize> {
    let ended = |length: usize| rest.get(length..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
    match rest.bytes().next()? {
        b'>' => Some(1),
        b'-' | b'*' | b'+' if ended(1) => Some(1),
        b'0'..=b'9' => {
            let digits = rest.bytes().take(10).take_while(u8::is_ascii_digit).count();
            let closed = rest.as_bytes().get(digits).is_some_and(|&mark| mark == b'.' || mark == b')');
            (closed && ended(digits + 1)).then_some(digits + 1)
        }
        b'[' if rest.starts_with("[^") => {
            let close = rest.bytes().take(WIDEST).position(|byte| byte == b']')?;
            let name = rest.get(2..close)?;
            (name.is_ascii() && rest.get(close + 1..)?.starts_with(':')).then_some(close + 2)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(bounded(text), expected, "{text:?}");
    }

    #[test]
    fn deep_markers_are_words() {
        let deep = "> ".repeat(DEEPEST);
        check(&format!("{deep}> - 1. x\na"), &format!("{deep}x x xx x\na"));
        let deep = "- ".repeat(DEEPEST);
        check(&format!("{deep}- é\r\n{deep}>> é"), &format!("{deep}x é\r\n{deep}xx é"));
        let wide = " ".repeat(WIDEST + 1);
        check(&format!("{wide}- [^a]: é"), &format!("{wide}x xxxxx é"));
    }

    #[test]
    fn ordinary_nesting_stays() {
        for text in [
            "",
            "> > - 1. x",
            &"> ".repeat(DEEPEST),
            &"- ".repeat(200),
            &"* ".repeat(200),
            &format!("{}x", " ".repeat(1000)),
            &"a > ".repeat(200),
            &"[^".repeat(200),
        ] {
            assert!(matches!(bounded(text), Cow::Borrowed(_)), "{text:?}");
        }
    }
}
