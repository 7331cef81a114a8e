//! How a finding is known again when the article around it has changed: by its rule, by where the
//! article is filed, and by the words that are marked.

use super::finding::{Finding, MarkedPlace};
use crate::article::Article;

/// Where an article is filed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Filed {
    /// The path of its file, with `/`, counted from the folder that paths count from.
    pub path: String,
    /// The `id` of a record, or its headline where it has none.
    pub id: Option<String>,
}

/// The marked words of a finding as the source has them, the main place first.
pub fn quoted(article: &Article, finding: &Finding) -> Vec<String> {
    let of = |mark: &MarkedPlace| {
        let article = mark.elsewhere.as_ref().map_or(article, |elsewhere| &elsewhere.article);
        plain(article.written(mark.place))
    };
    finding.marks.iter().map(of).collect()
}

/// Words with single spaces and straight quotation marks, so that neither a line break nor a change of
/// quotation marks makes them others.
pub fn plain(words: &str) -> String {
    let straight = words.chars().map(|c| match c {
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' => '\'',
        _ => c,
    });
    let straight: String = straight.collect();
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn words_are_the_same_words_in_other_dress() {
        let check = |words: &str, want: &str| assert_eq!(plain(words), want, "{words:?}");
        check("  60\n  different\u{a0}towns ", "60 different towns");
        check("“60” of the ‘old’ town’s «halls»", "\"60\" of the 'old' town's \"halls\"");
        check("60 Towns", "60 Towns");
        check("", "");
    }
}
