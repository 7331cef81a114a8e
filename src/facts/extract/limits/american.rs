//! Whether an article is of the United States, whose chambers, states and elections have names that other lands use too.

use super::Reading;
use crate::text::{Case, Text, gazetteer};

/// Words by which an article is known to be American.
#[rustfmt::skip] // Words, a dozen a line.
const AMERICAN: &[&str] = &[
    "republican", "republicans", "democrat", "democrats", "democratic", "gop", "u.s.", "congress", "obama", "trump", "biden",
    "bush", "clinton", "constitutional", "federal", "american", "americans",
];
/// Words of other lands that no table has as one word, and of what was a land.
const OTHERS: &[&str] =
    &["korea", "korean", "africa", "african", "lanka", "lankan", "zealand", "saudi", "arabia", "roman", "rome"];

/// Lands that are more often a state or a name in American news.
const NAMESAKES: &[&str] = &["georgia", "georgian", "jordan", "chad", "american"];

/// Whether a word is of a land that has a senate, a supreme court or a president of its own.
fn is_elsewhere(lower: &str) -> bool {
    let land = || gazetteer::country(lower).or_else(|| gazetteer::demonym(lower));
    OTHERS.contains(&lower) || !NAMESAKES.contains(&lower) && land().is_some_and(|land| land.code != "US")
}

/// Whether the article tells more of America than of such lands.
pub(super) fn is_article(reading: &Reading<'_>) -> bool {
    *reading.american.get_or_init(|| {
        let text = reading.text;
        let ours = (0..text.tokens.len()).filter(|&at| is_word(text.lower(at))).count();
        ours > (0..text.tokens.len()).filter(|&at| is_land(text, at)).count()
    })
}

/// Whether the word is one of America, or the name of a state that is of no other land.
fn is_word(lower: &str) -> bool {
    AMERICAN.contains(&lower) || !NAMESAKES.contains(&lower) && gazetteer::us_state(lower).is_some()
}

/// Whether the tokens hold a word of America and none of such a land.
pub(super) fn is_near(text: &Text<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.clone().any(|at| AMERICAN.contains(&text.lower(at))) && !tokens.any(|at| is_land(text, at))
}

/// Whether the token names such a land, or its people.
pub(super) fn is_land(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.case != Case::Lower) && is_elsewhere(text.lower(at))
}
