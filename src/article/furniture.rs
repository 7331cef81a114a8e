//! Knows the lines around a story by their wording: captions, bylines, datelines, lines with the time of publication.

use super::{Part, published};
use jiff::civil::Date;

/// What a picture credit in brackets begins with.
const CREDITS: &[&str] = &[
    "photo",
    "photos",
    "photograph",
    "photographs",
    "photographer",
    "picture",
    "pictures",
    "pic",
    "image",
    "images",
    "credit",
    "illustration",
    "graphic",
    "map",
    "screenshot",
    "screengrab",
    "still",
    "courtesy",
    "file photo",
    "file picture",
    "file image",
    "ap photo",
    "afp photo",
    "pa photo",
    "stock photo",
    "photo credit",
    "image credit",
    "picture credit",
    "photo courtesy",
    "image courtesy",
];

/// What a credit after the words of a caption begins with.
const CREDIT_HEADS: &[&str] =
    &["Photo: ", "Photos: ", "Photograph: ", "Photographs: ", "Picture: ", "Image: ", "Credit: ", "Illustration: "];

/// What a line that is a caption from its first word on begins with, in lower case.
const CAPTION_HEADS: &[&str] =
    &["caption:", "photo:", "photo caption:", "picture:", "image:", "image caption", "photograph:", "pictured:"];

/// What a byline begins with.
const BYLINE_HEADS: &[&str] =
    &["By ", "BY ", "Words by ", "Story by ", "Text by ", "Written by ", "Reported by ", "Reporting by ", "Posted by "];

/// Small words that a byline may hold.
const BYLINE_WORDS: &[&str] = &[
    "and", "in", "at", "for", "of", "the", "on", "with", "de", "del", "da", "di", "van", "von", "der", "den", "la",
    "le", "bin", "al",
];

/// Words that a line with the time of publication may hold beside the date.
const STAMP_WORDS: &[&str] = &[
    "published",
    "first",
    "posted",
    "updated",
    "last",
    "modified",
    "created",
    "date",
    "at",
    "on",
    "am",
    "pm",
    "a.m",
    "p.m",
    "gmt",
    "bst",
    "utc",
    "est",
    "edt",
    "et",
    "pt",
    "pst",
    "pdt",
    "cet",
    "cest",
    "kst",
    "jst",
    "ist",
    "hkt",
    "sgt",
    "aest",
    "aedt",
];

/// News agencies that sign a story at its first word.
const AGENCIES: &[&str] = &[
    "AP",
    "AFP",
    "CNN",
    "Reuters",
    "UPI",
    "PA",
    "dpa",
    "DPA",
    "Xinhua",
    "Yonhap",
    "Bloomberg",
    "ANI",
    "PTI",
    "IANS",
    "TASS",
];

/// Marks that close a sentence from outside it.
const CLOSERS: &[char] = &['"', '\'', '”', '’', '»', ')', ']', '*', '_'];

/// The last character of a text before closing quotes and brackets.
pub(super) fn last_mark(text: &str) -> Option<char> {
    text.trim_end().trim_end_matches(CLOSERS).trim_end().chars().next_back()
}

/// Whether a text ends as a sentence of running text does; a dotted abbreviation at the end of a title does not.
pub(super) fn ends_sentence(text: &str) -> bool {
    match last_mark(text) {
        Some('.') => !ends_in_initials(text),
        Some(':' | ';' | ',' | '…' | '!' | '?') => true,
        _ => false,
    }
}

/// Whether a text ends as only running text does: a question or a cry may as well be a title.
pub(super) fn ends_as_prose(text: &str) -> bool {
    ends_sentence(text) && !matches!(last_mark(text), Some('!' | '?'))
}

/// `U.S.` and the like as the last word.
fn ends_in_initials(text: &str) -> bool {
    let word = text.trim_end().trim_end_matches(CLOSERS).rsplit(char::is_whitespace).next().unwrap_or_default();
    let mut letters = word.trim_start_matches(|c: char| !c.is_alphanumeric()).split('.');
    word.matches('.').count() > 1 && letters.all(|part| part.chars().count() <= 1)
}

/// Whether a line stands under a picture: it ends or begins with a credit.
pub(super) fn is_caption(line: &str) -> bool {
    let line = line.trim();
    line.len() <= 600 && (ends_in_credit(line) || begins_as_caption(line) || has_credit_after(line))
}

/// Whether a line under a picture only says whose picture it is, so that it may well be printed twice.
pub(super) fn is_credit(line: &str) -> bool {
    let line = line.trim();
    let bracketed = line.starts_with(['(', '[']) && line.find([')', ']']).is_none_or(|at| at + 2 >= line.len());
    let headed = CREDIT_HEADS.iter().any(|head| line.starts_with(head)) && line.len() <= 80;
    is_caption(line) && (bracketed || headed)
}

/// The part of a line under a picture: a caption, or a credit without one.
pub(super) fn picture_line(line: &str) -> Option<Part> {
    is_caption(line).then(|| if is_credit(line) { Part::Sidebar } else { Part::Caption })
}

/// `Name (Photo: agency)`.
fn ends_in_credit(line: &str) -> bool {
    let closed = [')', ']'].iter().zip(['(', '[']).find_map(|(close, open)| {
        let inner = line.strip_suffix('.').unwrap_or(line).strip_suffix(*close)?;
        inner.rfind(open).and_then(|at| inner.get(at + 1..))
    });
    let Some(inner) = closed.filter(|inner| inner.len() <= 120) else { return false };
    let inner = inner.trim().to_lowercase();
    inner.contains(" photo/")
        || CREDITS.iter().any(|credit| {
            inner.strip_prefix(credit).is_some_and(|rest| {
                rest.is_empty()
                    || rest.starts_with([':', '/'])
                    || [" by ", " via ", " from ", " courtesy"].iter().any(|link| rest.starts_with(link))
            })
        })
}

fn begins_as_caption(line: &str) -> bool {
    CAPTION_HEADS.iter().any(|head| line.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)))
}

/// `Crews at the scene on Monday. Photograph: A Name/Agency`.
fn has_credit_after(line: &str) -> bool {
    // A credit is short and every head ends in a colon: the last colons of the line tell.
    let mut colons = line.as_bytes();
    while let Some(colon) = memchr::memrchr(b':', colons) {
        colons = colons.get(..colon).unwrap_or_default();
        if line.len() - colon > 80 {
            return false;
        }
        let found = CREDIT_HEADS.iter().find_map(|head| {
            let before = line.get(..colon + 2)?.strip_suffix(head)?;
            line.get(before.len()..).map(|credit| (before, credit))
        });
        let Some((before, credit)) = found else { continue };
        let before = before.trim_end();
        if credit.len() <= 80
            && last_mark(credit) != Some('.')
            && (ends_sentence(before) || before.ends_with(['|', '–', '—', '/', '-']))
        {
            return true;
        }
    }
    false
}

/// The part of a line over the story that is no title: something about a picture, who wrote the story, or when.
pub(super) fn over_story(line: &str) -> Option<Part> {
    picture_line(line).or_else(|| (is_byline(line) || stamp(line).is_some()).then_some(Part::Sidebar))
}

/// Whether a line names who wrote the story.
pub(super) fn is_byline(line: &str) -> bool {
    let line = line.trim();
    let Some(rest) = BYLINE_HEADS.iter().find_map(|head| line.strip_prefix(head)) else { return false };
    let named = rest.split([' ', ',', '|', '/']).filter(|word| !word.is_empty());
    line.len() <= 160
        && !ends_sentence(line)
        && named.clone().count() <= 14
        && named.clone().next().is_some_and(|word| {
            word.starts_with(char::is_uppercase) && published::month(word).is_none() && !published::is_day_name(word)
        })
        && rest.split(',').next().is_some_and(|name| {
            name.split_whitespace()
                .all(|word| word.starts_with(|c: char| !c.is_lowercase()) || BYLINE_WORDS.contains(&word))
        })
}

/// What a line says that holds a date and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The day of publication, where the line gives it in full and does not speak of a later change.
    pub(super) published: Option<Date>,
}

/// A line that says when the story was published: `Published 19 December 2017, 10:30 GMT`.
pub(super) fn stamp(line: &str) -> Option<Stamp> {
    let line = line.trim();
    if line.len() > 100 || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut dated = false;
    for word in line.split([' ', ',', '|', '/', '(', ')', '·', '•', '\u{a0}']).filter(|word| !word.is_empty()) {
        let lower = word.trim_end_matches([':', '.']).to_ascii_lowercase();
        let date = published::month(word).is_some() || published::is_day_name(word) || published::day(word).is_some();
        dated |= date;
        let number = word.starts_with(|c: char| c.is_ascii_digit())
            && word.chars().all(|c| c.is_ascii_digit() || ":.+-TZstndrhamp".contains(c));
        if !date && !number && !STAMP_WORDS.contains(&lower.as_str()) && !["-", "–", "—"].contains(&word) {
            return None;
        }
    }
    let words = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = words.to_ascii_lowercase();
    let later = lower.contains("updated") || lower.contains("modified");
    let said = ["first published", "published", "posted", "date"].iter().find(|head| lower.starts_with(**head));
    let rest = words.get(said.map_or(0, |head| head.len())..).unwrap_or_default().trim_start_matches([':', ' ']);
    let rest = rest.strip_prefix("on ").unwrap_or(rest);
    dated.then(|| Stamp { published: published::day(rest).filter(|_| !later) })
}

/// The length of the dateline that a first paragraph opens with, up to the first word of the story:
/// `SEOUL, Dec. 19 (Reuters) - `, `LONDON — `, `(CNN) `.
pub(super) fn dateline(paragraph: &str) -> Option<usize> {
    let head = paragraph.get(..floor(paragraph, 120)).unwrap_or(paragraph);
    if let Some(rest) = head.strip_prefix('(') {
        let close = rest.find(')')?;
        let agency = rest.get(..close).filter(|name| AGENCIES.contains(name))?;
        return Some(after_dash(head, agency.len() + 2));
    }
    let place = head.split([',', '(', ' ', '—', '–']).next()?;
    if place.chars().filter(|c| c.is_alphabetic()).count() < 3 || place.chars().any(char::is_lowercase) {
        return None;
    }
    let (at, dash) = ["—", " – ", " - ", " -- "].iter().filter_map(|dash| Some((head.find(dash)?, dash))).min()?;
    let before = head.get(..at)?.trim_end();
    let after = at + dash.len();
    let (named, signed) = match before.rfind('(') {
        Some(open) => {
            (before.get(..open)?, before.get(open + 1..)?.strip_suffix(')').is_some_and(|by| AGENCIES.contains(&by)))
        }
        None => (before, false),
    };
    let mut places = named.split(',').map(str::trim);
    let shouted = places.next().is_some_and(|city| !city.chars().any(char::is_lowercase));
    let short = named.split_whitespace().count() <= 8 && places.all(|rest| !rest.starts_with(char::is_lowercase));
    let end = after + paragraph.get(after..)?.len() - paragraph.get(after..)?.trim_start().len();
    let story = paragraph.get(end..)?.chars().next()?;
    let opens = !story.is_lowercase() && story.is_alphanumeric() || "\"“‘'".contains(story);
    (shouted && short && (signed || opens)).then_some(end)
}

/// Past a dash and spaces after `at`.
fn after_dash(head: &str, at: usize) -> usize {
    let rest = head.get(at..).unwrap_or_default();
    let trimmed = rest.trim_start_matches([' ', '-', '–', '—', '\u{a0}']);
    at + rest.len() - trimmed.len()
}

/// The last character boundary at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions() {
        for line in [
            "Ada Brook (Photo: the Harbour Post)",
            "Ada Brook (photo)",
            "Crews at the depot [Picture: Wire]",
            "The mayor speaks on Monday. (AP Photo/J. Doe)",
            "Crews at the depot (Photo by J. Doe).",
            "Crews at the depot on Monday. Photograph: J. Doe/Wire",
            "Photo: J. Doe",
            "Image caption The depot on Monday",
        ] {
            assert!(is_caption(line), "{line}");
        }
        for line in [
            "He sent one photo: a dog",
            "The mayor spoke on Monday (pictured)",
            "The depot was shut (see picture).",
            "The film was shot (Photographer of the Year went to Ada Brook)",
            "Crews worked all night (and into Monday)",
            "The site sells pictures. Image: the word has two meanings, he said.",
            "",
            ")",
            "(",
        ] {
            assert!(!is_caption(line), "{line}");
        }
    }

    #[test]
    fn credits() {
        for line in ["(Photo: J. Doe/Wire)", "Photo: J. Doe", "[image]", "( PHOTOS: Ten docks )", "(Photo by J. Doe)."]
        {
            assert_eq!(picture_line(line), Some(Part::Sidebar), "{line}");
        }
        for line in ["Ada Brook (Photo: Wire)", "(Left) Ada Brook (Photo: Wire)", "Caption: Ada Brook"] {
            assert_eq!(picture_line(line), Some(Part::Caption), "{line}");
        }
        assert_eq!(picture_line("Ada Brook"), None);
    }

    #[test]
    fn bylines() {
        for line in [
            "By Ada Brook",
            "By ADA BROOK and J. de Wit, Science Editor",
            "Words by Ada Brook",
            "By Ada Brook in Leeds",
            "By Ada Brook | The Post",
        ] {
            assert!(is_byline(line), "{line}");
        }
        for line in [
            "By Tuesday, all had left",
            "By Ada Brook.",
            "By then the depot was shut",
            "Bystanders watched",
            "By",
            "By the river",
        ] {
            assert!(!is_byline(line), "{line}");
        }
    }

    #[test]
    fn stamps() {
        let day = |line: &str| stamp(line).map(|stamp| stamp.published.map_or("-".to_owned(), |date| date.to_string()));
        assert_eq!(day("19 December 2017").as_deref(), Some("2017-12-19"));
        assert_eq!(day("Published: Tuesday, December 19, 2017").as_deref(), Some("2017-12-19"));
        assert_eq!(day("2017-12-19").as_deref(), Some("2017-12-19"));
        assert_eq!(day("Last updated on 19 December 2017 at 10:30 GMT").as_deref(), Some("-"));
        assert_eq!(day("Published 19 Dec 2017 | Updated 20 Dec 2017").as_deref(), Some("-"));
        assert_eq!(day("Mon 18 Dec").as_deref(), Some("-"));
        assert_eq!(day("19 December 2017 was a Tuesday"), None);
        assert_eq!(day("40,000 routers"), None);
        assert_eq!(day("Published on time"), None);
        assert_eq!(day("2,000"), None);
    }

    #[test]
    fn datelines() {
        let rest = |text: &'static str| dateline(text).and_then(|at| text.get(at..));
        assert_eq!(rest("SEOUL, Dec. 19 (Reuters) - The worm"), Some("The worm"));
        assert_eq!(rest("LONDON — The worm"), Some("The worm"));
        assert_eq!(rest("SEOUL, South Korea – “The worm”"), Some("“The worm”"));
        assert_eq!(rest("NEW YORK (AP) — the worm"), Some("the worm"));
        assert_eq!(rest("(CNN) The worm"), Some("The worm"));
        assert_eq!(rest("(CNN)The worm"), Some("The worm"));
        assert_eq!(rest("(CNN) -- The worm"), Some("The worm"));
        assert_eq!(rest("NASA – the space agency – said"), None);
        assert_eq!(rest("London – The worm"), None);
        assert_eq!(rest("(Some of it) The worm"), None);
        assert_eq!(rest("US officials said – The worm"), None);
        assert_eq!(rest("USA, which won, — The worm"), None);
        assert_eq!(rest("EU ministers met. They — The worm"), None);
        assert_eq!(rest("— The worm"), None);
        assert_eq!(rest(""), None);
    }
}
