//! What a site generator works out in a Markdown text: the shortcodes of Hugo, the tags of Liquid (Jekyll) and
//! Nunjucks (Eleventy), and the expressions and components of MDX.
//!
//! They are no words. Each is replaced, byte for byte, by something that the parser takes for a word, so that
//! links and emphasis around it stay what they are; those alone on their lines are replaced by space.

use crate::source::Span;
use memchr::{memchr, memchr_iter, memchr2_iter, memchr3_iter, memmem, memrchr};
use std::borrow::Cow;

/// The longest tag, in bytes. It also bounds what is read over and over in a text of marks that open nothing.
const LONGEST: usize = 4000;
/// Tags whose words up to their end tag are no text of the article.
const LEFT_OUT: &[&str] = &["comment", "highlight", "verbatim"];
/// The attributes that hold words under or beside a picture; the first that is there counts.
const CAPTIONS: &[&str] = &["caption", "alt"];

/// Which marks mean something, beside those of Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// `{{ }}`, `{% %}` and `{# #}`.
    Plain,
    /// JavaScript in braces, components in angle brackets, imports and exports.
    Mdx,
}

/// Something that is worked out when the site is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// All of it.
    pub(super) span: Span,
    /// The words under a picture that it gives, in their quotation marks.
    pub(super) caption: Option<Span>,
}

/// The text to parse, of the length of `text`, and the tags in it.
pub(super) fn masked(text: &str, dialect: Dialect) -> (Cow<'_, str>, Vec<Tag>) {
    let mut scan = Scan { text, dialect, at: 0, closers: [None; CLOSERS.len()], no_end: [false; LEFT_OUT.len()] };
    let tags = scan.tags();
    if tags.is_empty() {
        return (Cow::Borrowed(text), tags);
    }
    let mut copy = String::with_capacity(text.len());
    let mut rest = tags.as_slice();
    while !rest.is_empty() {
        let (length, alone) = group(text, copy.len(), rest);
        let (together, after) = rest.split_at(length);
        for tag in together {
            copy.push_str(text.get(copy.len()..tag.span.start as usize).unwrap_or_default());
            let fill = if alone { ' ' } else { 'x' };
            copy.extend(std::iter::repeat_n(fill, tag.span.len()));
        }
        rest = after;
    }
    copy.push_str(text.get(copy.len()..).unwrap_or_default());
    (Cow::Owned(copy), tags)
}

/// How many of the tags stand on the same lines, and whether nothing else does. The text from `from` on is not yet
/// looked through.
fn group(text: &str, from: usize, tags: &[Tag]) -> (usize, bool) {
    let blank = |words: Option<&str>| words.is_none_or(|words| words.trim().is_empty());
    let mut end = from;
    let mut alone = true;
    for (index, tag) in tags.iter().enumerate() {
        let gap = text.get(end..tag.span.start as usize).unwrap_or_default();
        if let Some(line_end) = gap.find('\n').filter(|_| index > 0) {
            return (index, alone && blank(gap.get(..line_end)));
        }
        let line = memrchr(b'\n', gap.as_bytes()).map_or(0, |at| at + 1);
        alone &= blank(gap.get(line..)) && (index > 0 || line > 0 || end == 0);
        end = tag.span.end as usize;
    }
    let rest = text.get(end..).unwrap_or_default();
    let line = rest.get(..rest.find('\n').unwrap_or(rest.len()));
    (tags.len(), alone && blank(line))
}

/// The marks that close a tag.
const CLOSERS: [&str; 5] = [">}}", "%}}", "}}", "%}", "#}"];

/// A text that is looked through once, from its beginning to its end.
struct Scan<'a> {
    text: &'a str,
    dialect: Dialect,
    at: usize,
    /// Where the next of each closer stands; past the end for none. Looked up once for all tags before it.
    closers: [Option<usize>; CLOSERS.len()],
    /// Which end tags do not come any more.
    no_end: [bool; LEFT_OUT.len()],
}

impl Scan<'_> {
    fn tags(&mut self) -> Vec<Tag> {
        let mut tags = Vec::new();
        while let Some(at) = self.next() {
            self.at = at;
            let opens = self.rest().as_bytes().first().copied().unwrap_or_default();
            let end = match opens {
                b'`' | b'~' => {
                    self.at += self.code();
                    continue;
                }
                _ if self.is_escaped() => None,
                b'{' if self.dialect == Dialect::Mdx => self.braces(),
                b'{' => self.template(),
                b'<' => self.component(),
                _ => self.module(),
            };
            match end {
                Some(end) => {
                    let span = Span::new(at, end);
                    tags.push(Tag { span, caption: caption(self.text, span) });
                    self.at = end;
                }
                None => self.at = (at + 1).max(self.at),
            }
        }
        tags
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next byte that may open something.
    fn next(&self) -> Option<usize> {
        let rest = self.rest().as_bytes();
        let found = match self.dialect {
            Dialect::Plain => memchr3_iter(b'{', b'`', b'~', rest).next(),
            Dialect::Mdx => {
                let opens = |&at: &usize| match rest.get(at) {
                    Some(b'{' | b'<' | b'`' | b'~') => true,
                    Some(b'i' | b'e') => {
                        self.at + at == 0 || self.text.as_bytes().get(self.at + at - 1) == Some(&b'\n')
                    }
                    _ => false,
                };
                (0..rest.len()).find(opens)
            }
        };
        found.map(|at| at + self.at)
    }

    fn is_escaped(&self) -> bool {
        self.at > 0 && self.text.as_bytes().get(self.at - 1) == Some(&b'\\')
    }

    /// How long the code that begins here is: a fenced block, a run between backticks, or marks that open nothing.
    fn code(&self) -> usize {
        let rest = self.rest();
        let mark = rest.as_bytes().first().copied().unwrap_or_default();
        let run = rest.bytes().take_while(|&byte| byte == mark).count();
        let before = self.text.get(..self.at).unwrap_or_default();
        // No marker of a list or quotation is as long.
        let before = before.as_bytes().get(before.len().saturating_sub(64)..).unwrap_or_default();
        let indent = memrchr(b'\n', before).map_or(before, |end| before.get(end + 1..).unwrap_or_default());
        let opens = indent
            .iter()
            .all(|byte| matches!(byte, b' ' | b'\t' | b'>' | b'-' | b'*' | b'+' | b'0'..=b'9' | b'.' | b')'));
        if run >= 3 && opens {
            return fence(rest, mark, run);
        }
        if mark != b'`' {
            return run;
        }
        let within = rest.as_bytes().get(run..rest.len().min(LONGEST)).unwrap_or_default();
        let mut closing = memchr_iter(b'`', within).filter(|&at| at == 0 || within.get(at - 1) != Some(&b'`'));
        let closed = closing.find(|&at| within.iter().skip(at).take_while(|&&byte| byte == b'`').count() == run);
        let code = closed.filter(|&at| !has_blank_line(within.get(..at).unwrap_or_default()));
        code.map_or(run, |at| run + at + run)
    }

    /// Where the tag of a site generator that begins here ends.
    fn template(&mut self) -> Option<usize> {
        let rest = self.rest();
        let closer = match rest.as_bytes().get(1..3)? {
            b"{<" => 0,
            b"{%" => 1,
            [b'{', _] => 2,
            [b'%', _] => 3,
            [b'#', _] => 4,
            _ => return None,
        };
        let opener = if closer < 2 { 3 } else { 2 };
        let close = self.closer(closer)?;
        let inside = self.text.get(self.at + opener..close).filter(|inside| inside.len() <= LONGEST)?;
        if has_blank_line(inside.as_bytes()) {
            return None;
        }
        let name = inside.trim_start_matches(['-', ' ', '\t', '\n', '\r']);
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        let end = close + CLOSERS.get(closer).map_or(0, |mark| mark.len());
        // A variable may have the name of such a tag.
        let left_out = LEFT_OUT.iter().position(|left_out| *left_out == name).filter(|_| matches!(closer, 0 | 1 | 3));
        Some(left_out.and_then(|index| self.end_tag(index, end, closer)).unwrap_or(end))
    }

    /// Where the next closer of a kind begins.
    fn closer(&mut self, kind: usize) -> Option<usize> {
        let mark = CLOSERS.get(kind)?;
        let known = self.closers.get_mut(kind)?;
        if known.is_none_or(|known| known < self.at + 2) {
            let from = self.at + 2;
            let rest = self.text.as_bytes().get(from..).unwrap_or_default();
            *known = Some(memmem::find(rest, mark.as_bytes()).map_or(usize::MAX, |at| at + from));
        }
        known.filter(|&at| at != usize::MAX)
    }

    /// Where the end tag of what is left out ends; none where it never comes.
    fn end_tag(&mut self, index: usize, from: usize, closer: usize) -> Option<usize> {
        let no_end = self.no_end.get_mut(index)?;
        if *no_end {
            return None;
        }
        let name = LEFT_OUT.get(index)?;
        let rest = self.text.get(from..)?;
        let is_end = |at: usize| {
            let before = rest.get(..at).unwrap_or_default().trim_end_matches(['-', ' ']);
            if closer < 2 { before.ends_with(['/']) } else { before.ends_with("{%") }
        };
        let wanted = if closer < 2 { (*name).to_owned() } else { format!("end{name}") };
        let found = memmem::find_iter(rest.as_bytes(), &wanted).find(|&at| is_end(at));
        let end = found.and_then(|at| {
            let mark = CLOSERS.get(closer)?;
            Some(at + rest.get(at..)?.find(mark)? + mark.len())
        });
        *no_end = end.is_none();
        end.map(|end| from + end)
    }

    /// Where the JavaScript in braces that begins here ends.
    fn braces(&mut self) -> Option<usize> {
        let end = balanced(self.rest());
        if end.is_none() {
            // What is inside of braces that never close is looked through once.
            self.at += self.rest().len().min(LONGEST);
            while !self.text.is_char_boundary(self.at) {
                self.at += 1;
            }
        }
        end.map(|length| self.at + length)
    }

    /// Where the component, or its end tag, that begins here ends; tags of HTML without JavaScript are HTML.
    fn component(&mut self) -> Option<usize> {
        let rest = self.rest();
        let name = rest.get(1..)?.trim_start_matches('/');
        let own = name.starts_with(|c: char| c.is_ascii_uppercase() || c == '>');
        if !own && !name.starts_with(|c: char| c.is_ascii_lowercase()) {
            return None;
        }
        let bytes = rest.as_bytes().get(..rest.len().min(LONGEST)).unwrap_or_default();
        let (mut at, mut scripted) = (1, own);
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'>' => return scripted.then_some(self.at + at + 1),
                b'<' => return None,
                b'"' | b'\'' => at += 1 + memchr(byte, bytes.get(at + 1..)?)?,
                b'{' => {
                    scripted = true;
                    at += balanced(rest.get(at..)?)? - 1;
                }
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// Where the imports or exports that begin on this line end.
    fn module(&mut self) -> Option<usize> {
        let rest = self.rest();
        if !(rest.starts_with("import ") || rest.starts_with("import{") || rest.starts_with("export ")) {
            return None;
        }
        let after_blank = self.text.get(..self.at)?.trim_end_matches([' ', '\t', '\r']);
        if !(after_blank.is_empty() || after_blank.ends_with('\n') && is_after_blank_line(after_blank)) {
            return None;
        }
        let braces = memchr(b'{', rest.as_bytes().get(..rest.len().min(LONGEST))?)
            .filter(|&at| !has_blank_line(rest.as_bytes().get(..at).unwrap_or_default()));
        let inside = braces.and_then(|at| Some(at + balanced(rest.get(at..)?)?)).unwrap_or_default();
        let lines = rest.get(inside..)?;
        Some(self.at + inside + blank_line(lines.as_bytes()).unwrap_or(lines.len()))
    }
}

/// Whether nothing but space stands on the line above.
fn is_after_blank_line(text: &str) -> bool {
    let above = text.strip_suffix('\n').unwrap_or(text);
    let line = memrchr(b'\n', above.as_bytes()).map_or(0, |at| at + 1);
    let line = above.get(line..).unwrap_or_default().trim();
    // Imports follow each other line by line.
    line.is_empty() || line.starts_with("import ") || line.starts_with("export ")
}

/// The length of a block between fences; one that is never closed goes on to the end.
fn fence(rest: &str, mark: u8, run: usize) -> usize {
    let mut from = rest.find('\n').map_or(rest.len(), |end| end + 1);
    if mark == b'`' && rest.get(run..from).is_some_and(|info| info.contains('`')) {
        return run;
    }
    while let Some(line) = rest.get(from..).filter(|rest| !rest.is_empty()) {
        let end = line.find('\n').map_or(line.len(), |end| end + 1);
        let words = line.get(..end).unwrap_or_default().trim_start_matches([' ', '\t', '>']).trim_end();
        from += end;
        if words.len() >= run && words.bytes().all(|byte| byte == mark) {
            break;
        }
    }
    from
}

/// The length of the braces that `text` begins with, what is in strings and comments not counted.
fn balanced(text: &str) -> Option<usize> {
    let bytes = text.as_bytes().get(..text.len().min(LONGEST))?;
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            // An apostrophe in the words of a component opens no string that ends on its line.
            b'"' | b'\'' | b'`' => {
                let after = bytes.get(at + 1..)?;
                let close = memchr2_iter(byte, b'\n', after).find(|&end| {
                    after.get(end) == Some(&byte) && after.get(end.wrapping_sub(1)) != Some(&b'\\')
                        || byte != b'`' && after.get(end) == Some(&b'\n')
                });
                at += close.filter(|&end| after.get(end) == Some(&byte)).map_or(0, |end| end + 1);
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                at += 2 + memmem::find(bytes.get(at + 2..)?, b"*/")?;
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Whether a line without words stands between the lines of `bytes`.
fn has_blank_line(bytes: &[u8]) -> bool {
    blank_line(bytes).is_some()
}

/// Where the first line without words begins, after the line end before it.
fn blank_line(bytes: &[u8]) -> Option<usize> {
    memchr_iter(b'\n', bytes).map(|end| end + 1).find(|&line| {
        let rest = bytes.get(line..).unwrap_or_default();
        rest.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')) == Some(&b'\n')
    })
}

/// The words under a picture that a tag gives, in their quotation marks.
fn caption(text: &str, tag: Span) -> Option<Span> {
    let inside = tag.of(text).get(..tag.len().min(LONGEST))?;
    CAPTIONS.iter().find_map(|name| {
        let (at, _) = inside.match_indices(name).find(|(at, _)| {
            let before = inside.get(..*at).is_some_and(|before| before.ends_with(char::is_whitespace));
            before && inside.get(at + name.len()..).is_some_and(|after| after.trim_start().starts_with('='))
        })?;
        let after = inside.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let from = inside.len() - after.len();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
        let (end, _) = after
            .match_indices(quote)
            .skip(1)
            .find(|(end, _)| !after.get(..*end).is_some_and(|before| before.ends_with('\\')))?;
        Some(Span::new(from, from + end + 1).shifted(tag.start))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tags of a text, each with its caption; and what is parsed, where it is given.
    fn check(dialect: Dialect, text: &str, expected: &[&str], parsed: &str) {
        let (masked, tags) = masked(text, dialect);
        let found: Vec<String> = tags
            .iter()
            .map(|tag| {
                let caption = tag.caption.map(|span| format!(" ⇒ {}", span.of(text))).unwrap_or_default();
                format!("{}{caption}", tag.span.of(text))
            })
            .collect();
        assert_eq!(found, expected, "{text:?}");
        assert_eq!(masked, parsed, "{text:?}");
        assert_eq!(masked.len(), text.len());
    }

    #[test]
    fn site_generators() {
        let check = |text: &str, expected: &[&str], parsed: &str| check(Dialect::Plain, text, expected, parsed);
        check("a {{< x 60 >}} b", &["{{< x 60 >}}"], "a xxxxxxxxxxxx b");
        check("a {{% x %}}b{{% /x %}}", &["{{% x %}}", "{{% /x %}}"], "a xxxxxxxxxbxxxxxxxxxx");
        check("{{ a }}, {{ b }}", &["{{ a }}", "{{ b }}"], "xxxxxxx, xxxxxxx");
        check("One\n {% if a -%} {{ b }} \nTwo", &["{% if a -%}", "{{ b }}"], "One\n                     \nTwo");
        check("{# 60 #}\nOne", &["{# 60 #}"], "        \nOne");
        check("## One {#two}\n\nThree #}", &[], "## One {#two}\n\nThree #}");
        check("{{< x\n  y=\"60\" >}}\nOne", &["{{< x\n  y=\"60\" >}}"], "                  \nOne");
        check("{{ One\n\nTwo }}", &[], "{{ One\n\nTwo }}");
        check("{ One } {{ { {% two", &[], "{ One } {{ { {% two");
        check(r"\{{ One }} \{{ Two }}", &[], r"\{{ One }} \{{ Two }}");
        check("```\n{{ a\n```\n}}", &[], "```\n{{ a\n```\n}}");
        check("`{{ a` }}", &[], "`{{ a` }}");
        check(
            "a{% comment %} 60 {% endif %} {% endcomment %}b",
            &["{% comment %} 60 {% endif %} {% endcomment %}"],
            "axxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxb",
        );
        check("a{% comment %}b", &["{% comment %}"], "axxxxxxxxxxxxxb");
        check(
            "{{< highlight go >}}\n60\n\n{{< / highlight >}}\na",
            &["{{< highlight go >}}\n60\n\n{{< / highlight >}}"],
            &format!("{}\na", " ".repeat(44)),
        );
    }

    #[test]
    fn captions() {
        let check = |text: &str, expected: &[&str]| check(Dialect::Plain, text, expected, &" ".repeat(text.len()));
        check(
            r#"{{< figure src="a" alt="b" caption="The \"old\" bridge" >}}"#,
            &[r#"{{< figure src="a" alt="b" caption="The \"old\" bridge" >}} ⇒ "The \"old\" bridge""#],
        );
        check("{% image alt = 'A bridge' %}", &["{% image alt = 'A bridge' %} ⇒ 'A bridge'"]);
        check("{% image nocaption='a' alt=b caption=\"c %}", &["{% image nocaption='a' alt=b caption=\"c %}"]);
    }

    #[test]
    fn mdx() {
        let check = |text: &str, expected: &[&str], parsed: &str| check(Dialect::Mdx, text, expected, parsed);
        check(
            "import A from 'a'\nexport const b = {\n\n  c: 1 }\n\nOne {b.c + '}'} two.",
            &["import A from 'a'\nexport const b = {\n\n  c: 1 }\n", "{b.c + '}'}"],
            &format!("{}\nOne xxxxxxxxxxx two.", " ".repeat(47)),
        );
        check("One\nimport two", &[], "One\nimport two");
        check(
            "The <A.B c={[1, 2]} d='>'>bridge</A.B>",
            &["<A.B c={[1, 2]} d='>'>", "</A.B>"],
            "The xxxxxxxxxxxxxxxxxxxxxxbridgexxxxxx",
        );
        check("<>One</>", &["<>", "</>"], "xxOnexxx");
        check("<p>One</p> <p style={{a: 1}}>", &["<p style={{a: 1}}>"], "<p>One</p> xxxxxxxxxxxxxxxxxx");
        check("One {/* it's\n\n60 */} two", &["{/* it's\n\n60 */}"], "One xxxxxxxxxxxxxxxx two");
        check(r"One \{two} 3 < 4 {", &[], r"One \{two} 3 < 4 {");
        check("`{` `<A>` ``a ` {``", &[], "`{` `<A>` ``a ` {``");
    }
}
