//! Whether an article is of the United States, whose chambers, states and elections have names that other lands use too.

use super::Reading;
use crate::text::Text;

/// Words by which an article is known to be American.
#[rustfmt::skip] // Words, a dozen a line.
const AMERICAN: &[&str] = &[
    "republican", "republicans", "democrat", "democrats", "democratic", "gop", "u.s.", "congress", "obama", "trump", "biden",
    "bush", "clinton", "constitutional", "federal", "american", "americans",
];
/// Lands that have a senate, a supreme court or a president of their own.
#[rustfmt::skip] // Words, a dozen a line.
pub(super) const ELSEWHERE: &[&str] = &[
    "italian", "italy", "french", "france", "mexican", "mexico", "spanish", "spain", "argentine", "argentina", "brazil",
    "brazilian", "polish", "poland", "canadian", "canada", "roman", "rome", "czech", "romanian", "romania", "thai",
    "thailand", "cambodian", "philippine", "philippines", "nigerian", "nigeria", "pakistan", "pakistani", "irish", "chile",
    "colombian", "colombia", "israel", "israeli", "indian", "india", "kenya", "dutch", "belgian", "haitian", "haiti",
    "iran", "iranian", "russia", "russian", "ukraine", "ukrainian", "egypt", "egyptian", "afghan", "afghanistan", "turkey",
    "turkish", "korea", "korean", "taiwan", "taiwanese", "venezuela", "venezuelan", "peru", "peruvian", "kenyan", "austrian",
    "austria", "belarus", "ghana", "zimbabwe", "uganda", "senegal", "ecuador", "bolivia", "serbia", "finland", "indonesia",
];

/// Whether the article tells more of America than of such lands.
pub(super) fn is_article(reading: &Reading<'_>) -> bool {
    *reading.american.get_or_init(|| {
        let text = reading.text;
        let told = |words: &[&str]| (0..text.tokens.len()).filter(|&at| words.contains(&text.lower(at))).count();
        told(AMERICAN) > told(ELSEWHERE)
    })
}

/// Whether the tokens hold a word of America and none of such a land.
pub(super) fn is_near(text: &Text<'_>, mut tokens: std::ops::Range<usize>) -> bool {
    tokens.clone().any(|at| AMERICAN.contains(&text.lower(at))) && !tokens.any(|at| ELSEWHERE.contains(&text.lower(at)))
}
