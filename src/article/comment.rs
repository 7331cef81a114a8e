//! Stets in an article's own source: comments and entries of front matter that let findings stand.

use super::Place;

/// A comment that begins with the word `stet`, or an entry of the front matter that stands for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// What it says behind that word, on one line: `RULE until DATE: reason`, not yet looked into.
    pub words: String,
    /// All of it.
    pub place: Place,
    /// What it speaks of.
    pub reach: Reach,
}

/// The words that a comment speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The whole article: the comment stands over all of its text.
    Article,
    /// The paragraph, heading, caption, list item or cell that the comment stands in or before, or the whole list or
    /// table that it stands before.
    Block(Place),
}

/// Where a comment stands, as its reader sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// Over all text.
    Over,
    /// In or before the next block.
    Before,
    /// Outside all lists and tables, before the next block or before all of the next list or table.
    Ahead,
    /// On the line under the last block.
    Under,
    /// Between two blocks with no empty line to either.
    Between,
}

/// What a comment says behind the word `stet`; none where it is another comment.
pub(super) fn said(inner: &str) -> Option<String> {
    let inner = inner.trim_start();
    let (word, rest) = inner.split_at_checked("stet".len())?;
    let meant = word.eq_ignore_ascii_case("stet")
        && rest.chars().next().is_none_or(|after| after.is_whitespace() || after == ':');
    meant.then(|| one_line(rest))
}

/// Words on one line.
pub(super) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The comments of `markup`: where each begins and ends, and what is inside.
pub(super) fn comments(markup: &str) -> impl Iterator<Item = (usize, usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + markup.get(at..)?.find("<!--")?;
        let inside = start + "<!--".len();
        let length = markup.get(inside..)?.find("-->")?;
        at = inside + length + "-->".len();
        Some((start, at, markup.get(inside..inside + length)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_comment_says() {
        let check = |inner: &str, want: Option<&str>| assert_eq!(said(inner).as_deref(), want, "{inner:?}");
        check(" stet count/boats: they\n  agreed ", Some("count/boats: they agreed"));
        check("STET a/b: c", Some("a/b: c"));
        check("stet", Some(""));
        check("stet: a", Some(": a"));
        check("stets a/b: c", None);
        check(" a stet: c", None);
        check("", None);
        check("été", None);
    }

    #[test]
    fn comments_in_markup() {
        let check = |markup: &str, want: &[&str]| {
            let found: Vec<&str> = comments(markup).map(|(.., inside)| inside).collect();
            assert_eq!(found, want, "{markup:?}");
            let whole = |(from, to, _)| markup.get(from..to).is_some_and(|whole| whole.ends_with("-->"));
            assert!(comments(markup).all(whole));
        };
        check("<!-- a --><!--b-->é<!-- <!-- c -->", &[" a ", "b", " <!-- c "]);
        check("<!-- a --", &[]);
        check("<!---->", &[""]);
        check("a --> b", &[]);
    }
}
