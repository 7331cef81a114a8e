//! Ages without a word for them: "Ann Lee, 34,", "she is 35", "Ann Lee turned 50".

use super::{Drawn, floor, is_age, is_hyphen};
use crate::facts::exact::Exact;
use crate::facts::extract::times::is_weekday;
use crate::facts::extract::{Reading, hedge, naming, numeral};
use crate::facts::names::{Certainty, Hedge};
use crate::text::abbreviations::is_date_word;
use crate::text::lexicon::{self, Classes};
use crate::text::{Case, Text, TokenKind};

/// "John Smith, 34, was …", "John Smith (34)".
pub(super) fn beside_name(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    // "Ann Lee, now 75,"
    let told = usize::from(at > 1 && matches!(text.lower(at - 1), "now" | "then") && text.word(at - 2) == ",");
    let mark = at.checked_sub(1 + told)?;
    let name = mark.checked_sub(1)?;
    if !matches!(text.word(mark), "," | "(") {
        return None;
    }
    let floor = floor(text, at);
    if name < floor {
        return None;
    }
    let closed = match (text.word(mark), text.word(at + 1)) {
        // "Ann Lee, 7:17 am" is a time.
        (",", ":") => !(text.glued(at + 2) && text.kind(at + 2) == TokenKind::Number),
        (",", "," | "." | ";" | ")" | "—" | "–" | "!" | "?") => true,
        // "501(c)(6)" is a section.
        ("(", ")") => !text.glued(mark),
        (",", _) => {
            ["of", "from", "who", "was", "and", "has", "had", "is", "said", "told"].contains(&text.lower(at + 1))
                && is_full_name(text, name, floor)
        }
        _ => false,
    };
    let token = text.token(name)?;
    let capital =
        token.kind == TokenKind::Word && matches!(token.case, Case::Title | Case::Mixed) && token.span.len() > 1;
    let suffixed = text.word(name) == ")"
        || text.lower(name) == "jr"
        || text.word(name) == "." && matches!(text.lower(name.wrapping_sub(1)), "jr" | "sr");
    if !closed || !(capital || suffixed) || is_no_name(text.lower(name)) {
        return None;
    }
    let numeral = numeral::read(text, at).filter(is_age).filter(|numeral| numeral.end == at + 1)?;
    let full = is_full_name(text, name, floor);
    let bracket = text.word(mark) == "(";
    // "Smith, 12, 15 and 18" is a list of anything.
    let listed = text.word(at + 1) == "," && text.kind(at + 2) == TokenKind::Number;
    let mut drawn = Drawn::new(&numeral, "year", at, at + 1);
    drawn.certainty = match (full, bracket, listed) {
        (_, _, true) => return None,
        (true, false, _) => Certainty::Sure,
        (true, true, _) | (false, false, _) => Certainty::Likely,
        (false, true, _) => Certainty::Weak,
    };
    let small = numeral.value < Exact::whole(if bracket { 16 } else { 1 });
    if small && bracket {
        drawn.certainty = Certainty::Weak;
    }
    let end = drawn.state(reading);
    // "Jim and Ann Lee, 60 and 58, retired"
    let pair = text.lower(end) == "and" && matches!(text.word(end + 2), "," | "." | ";" | ")");
    if let Some(other) = numeral::read(text, end + 1).filter(|other| pair && is_age(other) && other.end == end + 2) {
        let mut drawn = Drawn::new(&other, "year", other.first, other.end);
        drawn.certainty = Certainty::Likely;
        return Some(drawn.state(reading));
    }
    Some(end)
}

/// "his wife, 45, died", "the victims, 23 and 25, were named", "a girl of 12": ages right after a word for people.
pub(super) fn beside_person(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    let lead = at.checked_sub(1)?;
    if matches!(text.lower(lead), "both" | "all") {
        return beside_several(reading, at);
    }
    // "a woman of about 60"
    let bare = text.kind(lead) != TokenKind::Word || matches!(text.lower(lead), "of" | "were" | "are");
    let found = if bare { None } else { hedge::before(text, at, floor(text, at)) };
    let rough = found.filter(|found| {
        matches!(found.hedge, Hedge::About | Hedge::Nearly) && found.first > 1 && text.lower(found.first - 1) == "of"
    });
    let lead = rough.map_or(lead, |found| found.first - 1);
    let noun = lead.checked_sub(1).filter(|&noun| noun >= floor(text, at))?;
    let of = text.lower(lead) == "of";
    // "the victims were 12, 15 and 17."
    let said = matches!(text.lower(lead), "were" | "are");
    if !of && !said && text.word(lead) != "," || !is_person(text, noun) {
        return None;
    }
    let read = |at: usize| numeral::read(text, at).filter(is_age).filter(|numeral| numeral.value >= Exact::ONE);
    let first = read(at)?;
    let several = lexicon::is_plural(text.lower(noun)) || matches!(text.lower(noun), "couple" | "pair");
    let mut ages = vec![first];
    let mut end = first.end;
    // "his children, 8, 6 and 2, live there"
    while several && ages.len() < 8 {
        let comma = usize::from(text.word(end) == ",");
        let and = usize::from(text.lower(end + comma) == "and");
        let Some(next) = read(end + comma + and).filter(|_| comma + and > 0) else { break };
        end = next.end;
        ages.push(next);
        if and == 1 {
            break;
        }
    }
    let closed = matches!(text.word(end), "," | "." | ";" | ")" | "—" | "–" | "?" | "!")
        && !(text.word(end) == "," && text.kind(end + 1) == TokenKind::Number)
        || text.lower(end) == "who";
    // "a boy of six was found"
    let told = of
        && matches!(
            text.lower(end),
            "was" | "is" | "has" | "had" | "died" | "who" | "and" | "with" | "from" | "were" | "are" | "in" | "when"
        );
    // "a mother of three" has children, "a grandfather of 17" has grandchildren.
    let most = match text.lower(noun) {
        "mother" | "father" | "mum" | "mom" | "dad" | "parent" | "widow" | "widower" => 14,
        kin if kin.contains("grand") => 35,
        _ => 0,
    };
    if of && first.value < Exact::whole(most) {
        return None;
    }
    let twins =
        several && noun > 0 && matches!(text.lower(noun - 1), "twin" | "triplet") || text.lower(noun) == "twins";
    let number = (several == (ages.len() > 1) || twins) && !(of && several);
    if !number || !(closed || told) {
        return None;
    }
    for numeral in ages {
        let mut drawn = Drawn::new(&numeral, "year", numeral.first, numeral.end);
        drawn.certainty = Certainty::Likely;
        drawn.hedged(text, rough).state(reading);
    }
    Some(end)
}

/// "the men, both 34, were held", "Ann Lee and Tom Ray, both 19, died"
fn beside_several(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    let noun = at.checked_sub(3).filter(|&noun| noun >= floor(text, at) && text.word(at - 2) == ",")?;
    let person = is_person(text, noun) && lexicon::is_plural(text.lower(noun));
    let named = || is_full_name(text, noun, floor(text, at)) && naming::given(text.lower(noun - 1)).is_some();
    let closes = matches!(text.word(at + 1), "," | "." | ";" | ")");
    if !closes || !(person || named()) {
        return None;
    }
    let numeral = numeral::read(text, at).filter(is_age).filter(|numeral| numeral.end == at + 1)?;
    let mut drawn = Drawn::new(&numeral, "year", at, at + 1);
    drawn.certainty = Certainty::Likely;
    Some(drawn.state(reading))
}

/// Whether the token is a word for somebody, in small letters.
pub(in crate::facts::extract) fn is_person(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    let small = text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower);
    let kin = || {
        let singular = lexicon::singular(lower);
        PERSONS.contains(&&*singular)
    };
    small && !text.glued(at) && kin()
}

/// Words for somebody whose age news tells between commas.
const PERSONS: &[&str] = &[
    "wife",
    "husband",
    "son",
    "daughter",
    "brother",
    "sister",
    "mother",
    "father",
    "mum",
    "mom",
    "dad",
    "boy",
    "girl",
    "man",
    "woman",
    "child",
    "baby",
    "toddler",
    "infant",
    "teenager",
    "teen",
    "youth",
    "kid",
    "twin",
    "sibling",
    "parent",
    "grandmother",
    "grandfather",
    "grandson",
    "granddaughter",
    "grandchild",
    "stepson",
    "stepdaughter",
    "nephew",
    "niece",
    "cousin",
    "uncle",
    "aunt",
    "girlfriend",
    "boyfriend",
    "partner",
    "widow",
    "widower",
    "driver",
    "passenger",
    "pedestrian",
    "cyclist",
    "victim",
    "suspect",
    "gunman",
    "shooter",
    "attacker",
    "killer",
    "pensioner",
    "pupil",
    "student",
    "schoolboy",
    "schoolgirl",
    "teacher",
    "nurse",
    "doctor",
    "officer",
    "soldier",
    "farmer",
    "actor",
    "actress",
    "singer",
    "comedian",
    "presenter",
    "striker",
    "midfielder",
    "defender",
    "goalkeeper",
    "winger",
    "golfer",
    "swimmer",
    "boxer",
    "jockey",
    "resident",
    "neighbour",
    "neighbor",
    "friend",
    "defendant",
    "retiree",
    "veteran",
    "businessman",
    "businesswoman",
    "billionaire",
    "millionaire",
    "heir",
    "lawyer",
    "journalist",
    "pilot",
    "tourist",
    "couple",
    "pair",
];

/// "Nick Hague 44 has spent": a full name whose commas are lost.
pub(super) fn unmarked(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    let name = at.checked_sub(1)?;
    let first = name.checked_sub(1).filter(|&first| first >= floor(text, at))?;
    let title = |at: usize| text.token(at).is_some_and(|token| token.case == Case::Title && token.span.len() > 2);
    let verb = ["has", "had", "was", "said", "says", "who", "told", "of", "from", "died", "pleaded", "faces"]
        .contains(&text.lower(at + 1));
    let named = verb && title(name) && title(first) && naming::given(text.lower(first)).is_some();
    let numeral = numeral::read(text, at).filter(|numeral| named && numeral.end == at + 1 && is_age(numeral))?;
    if text.word(at).len() != 2 || text.glued(at) || numeral.value < Exact::whole(16) {
        return None;
    }
    let mut drawn = Drawn::new(&numeral, "year", at, at + 1);
    drawn.certainty = Certainty::Weak;
    Some(drawn.state(reading))
}

/// Whether what changes a life stands a few words before "at" and the number: "retires next year at 67", "gave birth to
/// a daughter at 16", "became a grandmother at 34".
fn lives_on(text: &Text<'_>, at: usize, floor: usize) -> bool {
    let lead = at - 1;
    let from = lead.saturating_sub(6).max(floor);
    let small = |at: usize| text.token(at).is_some_and(|token| token.case == Case::Lower);
    let parts = |at: usize| matches!(text.lower(at), "," | ";" | "and" | "that" | "which" | "who");
    let verb = (from..lead).rev().take_while(|&at| !parts(at)).find(|&at| {
        let after = text.lower(at + 1);
        small(at)
            && match text.lower(at) {
                "retire" | "retires" | "retired" | "retiring" | "graduated" | "emigrated" | "enlisted" => {
                    !matches!(after, "the" | "a" | "an" | "her" | "his" | "its" | "their")
                }
                "gave" | "giving" => after == "birth",
                "became" | "become" => matches!(after, "a" | "an") && KIN.contains(&text.lower(at + 2)),
                _ => false,
            }
    });
    verb.is_some()
}

/// What a birth makes of people.
const KIN: &[&str] =
    &["mother", "father", "parent", "grandmother", "grandfather", "widow", "widower", "mum", "mom", "dad"];

/// Whether "By" before the number begins its sentence.
fn is_capital_by(text: &Text<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|by| text.word(by) == "By")
}

/// Whether "by" before the number begins another clause of a life: "; by 23 he was a choreographer".
fn is_later_by(text: &Text<'_>, at: usize) -> bool {
    let lead = at.checked_sub(2).map_or("", |lead| text.lower(lead));
    at > 1
        && text.lower(at - 1) == "by"
        && matches!(lead, ";" | "," | "and" | "but")
        && matches!(text.lower(at + 1), "he" | "she")
}

/// What lives are told to have begun or changed with, before "at" and an age.
const BEGUN: &[&str] =
    &["married", "widowed", "orphaned", "divorced", "debut", "emigrated", "professional", "enlisted", "ordained"];

/// "who, at 19, was the youngest", "in college, and at 19, he is the youngest": the age stands apart from its clause.
fn is_apart(text: &Text<'_>, at: usize) -> bool {
    let lead = at.checked_sub(2).map_or("", |lead| text.lower(lead));
    let opens = matches!(lead, "and" | "but" | "," | "-" | "–" | "—" | ";");
    // "at 19, he", "at 19, she’s"
    let who = text.lower(at + 2).split(['\'', '’']).next().is_some_and(|who| matches!(who, "he" | "she"));
    let grown = text.word(at).len() == 2 && text.word(at).parse::<u8>().is_ok_and(|age| age > 12);
    grown && opens && text.word(at + 1) == "," && who
}

fn is_full_name(text: &Text<'_>, name: usize, floor: usize) -> bool {
    let title = |at: usize| {
        text.token(at)
            .is_some_and(|token| token.kind == TokenKind::Word && matches!(token.case, Case::Title | Case::Mixed))
    };
    title(name) && name > floor && (title(name - 1) || text.word(name - 1) == "." || is_hyphen(text, name - 1))
}

/// Words before a comma and a number that are months, days and labels.
fn is_no_name(lower: &str) -> bool {
    is_weekday(lower)
        || [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "page",
            "no",
            "chapter",
            "room",
            "section",
            "game",
            "week",
            "year",
            "part",
            "vol",
            "psalm",
            "genesis",
            "exodus",
            "matthew",
            "street",
            "avenue",
            "road",
        ]
        .contains(&lower)
}

/// How many words before the number may say that an age is set to it.
const LIMIT: usize = 7;

/// "lowering the Medicare age to 50"; what goes from one age to another is a change of two numbers.
fn is_age_limit(text: &Text<'_>, at: usize, floor: usize) -> bool {
    let Some(lead) = at.checked_sub(1).filter(|&lead| lead > floor && text.lower(lead) == "to") else { return false };
    let grammar = Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::DETERMINER).or(Classes::AUXILIARY);
    let ends = if text.kind(at + 1) == TokenKind::Mark {
        !matches!(text.word(at + 1), "%" | "-" | "/" | "$" | "°")
    } else {
        lexicon::classes(text.lower(at + 1)).has_any(grammar) || matches!(text.lower(at + 1), "last" | "this" | "next")
    };
    let words =
        || (lead.saturating_sub(LIMIT).max(floor)..lead).rev().take_while(|&back| text.kind(back) == TokenKind::Word);
    let age = |back: usize| text.lower(back) == "age" && !matches!(text.lower(back + 1), "of" | "group" | "range");
    ends && text.word(at).len() == 2 && words().any(age) && !words().any(|back| text.lower(back) == "from")
}

/// "At 16, Lee left school", "By 30 he had a farm": an age opens the sentence.
fn opens_life(text: &Text<'_>, at: usize, floor: usize) -> bool {
    let grown = text.word(at).parse::<u8>().is_ok_and(|age| (13..=115).contains(&age));
    // "At 16 he sold fish; by 23 he ran the harbour."
    let plain = matches!(text.lower(at + 1), "he" | "she");
    let opens = at == floor + 1 && text.word(floor) == "At" && text.word(at + 1) == ",";
    let by = || plain && (at == floor + 1 && matches!(text.word(floor), "By" | "At") || is_later_by(text, at));
    let person = || {
        matches!(text.lower(at + 2), "he" | "she" | "i")
            || text.token(at + 2).is_some_and(|name| name.case == Case::Title && name.span.len() > 2)
                && lexicon::classes(text.lower(at + 2)).is_empty()
    };
    grown && (opens && person() || by())
}

/// "she is 35", "who was 19 when", "he turned 50".
pub(super) fn said_of(reading: &mut Reading<'_>, at: usize) -> Option<usize> {
    let text = reading.text;
    let floor = floor(text, at);
    let word = |back: usize| match at.checked_sub(back) {
        Some(token) if token >= floor => text.lower(token),
        _ => "",
    };
    let mut back = 1;
    while matches!(word(back), "now" | "just" | "only" | "about" | "almost" | "nearly" | "still" | "then" | "already")
        && back < 3
    {
        back += 1;
    }
    let verb = word(back);
    let (subject, likely) = match verb {
        "is" | "was" | "'s" | "’s" | "am" | "'m" | "turned" | "turns" | "i'm" | "he's" | "she's" | "at" | "to" => {
            (back + 1, true)
        }
        "are" | "were" if word(back + 1) == "both" => (back + 1, true),
        "be" if matches!(word(back + 1), "will" | "would") => (back + 2, true),
        "turning" => (back + 2, true),
        "by" if is_capital_by(text, at) || is_later_by(text, at) => (back + 1, true),
        // "his mother lived to be 101"
        "be" if word(back + 1) == "to" && matches!(word(back + 2), "lived" | "live" | "lives") => (back + 2, true),
        _ => return None,
    };
    // "he has just turned 60"
    let mut subject = subject;
    while verb == "turned"
        && subject < back + 4
        && matches!(word(subject), "just" | "recently" | "has" | "have" | "had" | "only" | "already")
    {
        subject += 1;
    }
    if is_age_limit(text, at, floor) || opens_life(text, at, floor) {
        let numeral = numeral::read(text, at).filter(is_age).filter(|numeral| numeral.end == at + 1)?;
        let mut drawn = Drawn::new(&numeral, "year", at, at + 1);
        drawn.certainty = Certainty::Weak;
        return Some(drawn.state(reading));
    }
    let dead = verb == "at";
    let aged = verb == "be" && word(back + 1) == "to" || verb == "to" && word(back + 1) == "lived";
    // "left school at 14", "was widowed at 31", "turned professional at 17"
    // and not "the song made its debut at 14"
    let chart = word(back + 1) == "debut" && (2..5).any(|more| word(back + more) == "its");
    let school = word(back + 1) == "school" && word(back + 2) == "left";
    let began = dead && !chart && (BEGUN.contains(&word(back + 1)) || school);
    // "the median age is 42", "the age of consent was 16"
    let of_age = matches!(verb, "is" | "was") && (word(subject) == "age" || word(subject) == "consent");
    // "Ann Lee turned 50", "my son is 7".
    let kin = matches!(
        word(subject),
        "son" | "daughter" | "mother" | "father" | "wife" | "husband" | "brother" | "sister" | "boy" | "girl" | "baby"
    );
    // "Lee was 37 in 1980"
    let dated = verb == "was"
        && text.lower(at + 1) == "in"
        && text.word(at + 2).len() == 4
        && text.kind(at + 2) == TokenKind::Number;
    // "when Cindy was 17"
    let when = verb == "was" && matches!(word(subject + 1), "when" | "until" | "since" | "because");
    // "Ann Lee is 35."
    let full = matches!(verb, "is" | "was")
        && (matches!(text.word(at + 1), "." | ",") || matches!(text.lower(at + 1), "now" | "today"))
        && naming::given(word(subject + 1)).is_some()
        && text.word(at).len() == 2;
    // "Ann Lee was 19 when she left"
    let by_act = matches!(verb, "was" | "is")
        && text.lower(at + 1) == "when"
        && matches!(text.lower(at + 2), "he" | "she" | "they" | "his" | "her");
    let named = (matches!(verb, "turned" | "turns") || dated || when || full || by_act)
        && at.checked_sub(subject).and_then(|name| text.token(name)).is_some_and(|name| {
            name.kind == TokenKind::Word && matches!(name.case, Case::Title | Case::Mixed) && name.span.len() > 1
        });
    let apart = dead && is_apart(text, at);
    // "Ann Lee, 75, was 19 when she left"
    let apposed = by_act && matches!(word(subject), "," | ")");
    let person = kin
        || apposed
        || aged
        || began
        || dead && lives_on(text, at, floor)
        || dead && matches!(word(2), "died" | "dies" | "die" | "dead" | "dying" | "retired" | "retire" | "retires")
        // "died yesterday at 94", "died on Friday at 94"
        || dead
            && (3..6).any(|back| word(back) == "died")
            && (2..5).any(|back| {
                let word = word(back);
                word.ends_with("day") || is_date_word(word) || matches!(word, "peacefully" | "suddenly")
            })
        // "died in 2017 at 94."
        || dead && word(4) == "died" && word(3) == "in" && matches!(text.word(at + 1), "." | "," | ";")
        || named
        || of_age
        || apart
        || matches!(word(subject), "he" | "she" | "who" | "i" | "both")
        || matches!(verb, "i'm" | "he's" | "she's");
    if !person || !likely {
        return None;
    }
    let numeral = numeral::read(text, at).filter(is_age).filter(|numeral| numeral.end == at + 1)?;
    let ends = text.kind(at + 1) == TokenKind::Mark
        && !matches!(text.word(at + 1), "-" | "%" | "/" | ":" | "°" | "$" | "–" | "(" | "+")
        || [
            "when", "and", "years", "at", "now", "but", "or", "by", "then", "on", "last", "this", "next", "today",
            "in", "before", "after", "with",
        ]
        .contains(&text.lower(at + 1))
        || began && text.lower(at + 1) == "to";
    // `he is 6' 2" tall`.
    let feet = matches!(text.word(at + 1), "'" | "’" | "′") && text.kind(at + 2) == TokenKind::Number;
    let other_unit = feet || text.lower(at + 1) == "years" && text.lower(at + 2) != "old";
    // "he is 6 and 2 this season", "she was 3 in the world".
    let sports = matches!(text.lower(at + 1), "and" | "in" | "at" | "with" | "by" | "after" | "on")
        && numeral.value < Exact::whole(13);
    // "died at 10" is an hour.
    let hour = dead && numeral.value < Exact::whole(if began || apart { 13 } else { 25 });
    if !ends || other_unit || sports && !dead || hour || numeral.value < Exact::ONE {
        return None;
    }
    let mut drawn = Drawn::new(&numeral, "year", at, at + 1);
    drawn.certainty = Certainty::Likely;
    let before = hedge::before(text, at, floor);
    Some(drawn.hedged(text, before).state(reading))
}
