//! People: full names, titled names, and later mentions by the surname alone.
//!
//! A first pass finds the names that say by themselves that they are of people; a second resolves
//! surnames that stand alone to the full names of the article.

use super::Reading;
use super::naming::{
    Given, Prefix, given, is_given, is_kin, is_not_person, is_particle, is_stop, is_suffix, is_surname, prefix,
};
use super::tags::is_title_cased;
use super::triggers::Trigger;
use crate::article::Part;
use crate::facts::model::{Name, Person};
use crate::facts::names::Certainty;
use crate::text::{Case, Text, TokenKind, lexicon};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// A run of capitalised words that may name somebody.
#[derive(Clone, Debug)]
struct Run {
    /// The parts of the name, as tokens: given names, particles, surname.
    parts: SmallVec<[usize; 4]>,
    /// The honorific or office before it: its first and last token.
    title: Option<(usize, usize)>,
    /// Whether the title can only stand before a person.
    honorific: bool,
    /// The token of "Jr" and the like.
    suffix: Option<usize>,
    /// One past the last token.
    end: usize,
}

/// A mention before it is resolved.
#[derive(Clone, Debug)]
struct Mention {
    run: Run,
    key: Option<Box<str>>,
    certainty: Certainty,
    /// Whether it stands among capitalised words, where only names known from elsewhere are told.
    capitals: bool,
}

/// What is known of the people that bear one surname.
#[derive(Debug, Default)]
struct Bearers {
    /// Full names, in the order of the text.
    names: SmallVec<[Bearer; 2]>,
    /// Honorifics that the surname alone was given.
    honorifics: SmallVec<[Box<str>; 2]>,
    /// The token of the first full name, and whether it is introduced as somebody's kin.
    introduced: Option<(usize, bool)>,
}

impl Bearers {
    fn bears(&self, key: &str) -> bool {
        self.names.iter().any(|bearer| *bearer.key == *key)
    }

    /// The bearers whose full names stand before a token.
    fn before(&self, token: usize) -> usize {
        self.names.iter().filter(|bearer| bearer.first < token).count()
    }
}

/// Somebody whom the article names in full.
#[derive(Debug)]
struct Bearer {
    /// The full name in lower case.
    key: Box<str>,
    /// The full name as written.
    written: Box<str>,
    /// The token that it first stands at.
    first: usize,
}

/// How many bearers of one surname are told apart.
const MANY: usize = 16;

/// Reads the mentions of people.
pub fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut mentions = Vec::new();
    for sentence in &text.sentences {
        let mut capitals = None;
        let mut next = sentence.tokens.start;
        while let Some(at) = reading.next(next, sentence.tokens.end, Trigger::CAPITALISED) {
            next = at + 1;
            if reading.triggers(at, Trigger::NO_NAME) {
                continue;
            }
            if let Some(run) = run(text, at, sentence.tokens.start, sentence.tokens.end) {
                next = run.end.max(next);
                let capitals = *capitals.get_or_insert_with(|| is_title_cased(text, sentence));
                mentions.push(Mention { run, key: None, certainty: Certainty::Sure, capitals });
            }
        }
    }
    let mut bearers: FxHashMap<&str, Bearers> = FxHashMap::default();
    let mut twins: FxHashMap<Box<str>, bool> = FxHashMap::default();
    for mention in mentions.iter_mut().filter(|mention| !mention.capitals) {
        name_in_full(text, mention, &mut bearers, &mut twins);
    }
    for mention in &mut mentions {
        if mention.capitals {
            find_known(text, mention, &bearers);
        }
        add(reading, mention, &bearers, &twins);
    }
}

fn is_capital(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
}

/// Whether a capitalised word can be part of a name.
fn is_name_part(text: &Text<'_>, at: usize) -> bool {
    is_capital(text, at)
        && text
            .token(at)
            .is_some_and(|token| token.case != Case::Upper || token.span.len() <= 5 && is_initial(text, at))
        && !is_stop(text.lower(at))
}

/// "J." or "J.K.": a single capital, or an initialism.
fn is_initial(text: &Text<'_>, at: usize) -> bool {
    let word = text.word(at);
    word.len() == 1 && word != "I" || word.ends_with('.')
}

/// The run of name parts that begins with the token `at`, its title told apart.
fn run(text: &Text<'_>, at: usize, start: usize, end: usize) -> Option<Run> {
    let mut first = at;
    let mut title = None;
    let mut honorific = false;
    // The title may be inside the run ("President Ann Lee") or before it in lower case ("president Ann Lee").
    while first < end && is_capital(text, first) {
        let Some(kind) = prefix(text.lower(first)) else { break };
        let name = given(text.lower(first)).is_some() && is_name_part(text, first + 1) && kind != Prefix::Honorific;
        if name && title.is_none() {
            break;
        }
        title = Some((title.map_or(first, |(from, _)| from), first));
        honorific |= kind == Prefix::Honorific || is_address(text.lower(first));
        first += 1;
        if text.word(first) == "." && text.glued(first) {
            // "Sen.", "Capt.": an abbreviated office addresses somebody.
            honorific = true;
            first += 1;
        }
    }
    if title.is_some_and(|(from, to)| {
        !(from..=to).any(|at| matches!(prefix(text.lower(at)), Some(Prefix::Honorific | Prefix::Office)))
    }) {
        title = None;
        first = at;
    }
    if title.is_none() && first > start {
        title = title_before(text, first, start);
    }
    let mut parts = SmallVec::new();
    let mut now = first;
    while now < end && parts.len() < 5 {
        if !parts.is_empty() && is_next_title(text, now) {
            // "Georgia Gov. Brian Kemp": another title begins.
            break;
        }
        if is_name_part(text, now) {
            parts.push(now);
            now += 1;
            if text.word(now) == "." && text.glued(now) && is_initial(text, now - 1) {
                now += 1;
            }
            // "Smith-Jones", "al-Assad".
            while text.word(now) == "-" && text.glued(now) && text.glued(now + 1) && is_capital(text, now + 1) {
                parts.push(now + 1);
                now += 2;
            }
        } else if !parts.is_empty() && is_particle(text.lower(now)) && particle_leads(text, now) {
            parts.push(now);
            now += 1;
            if text.word(now) == "-" && text.glued(now) {
                now += 1;
            }
        } else if now == first && is_particle(text.lower(now)) && text.word(now + 1) == "-" && text.glued(now + 1) {
            parts.push(now);
            now += 2;
        } else {
            break;
        }
    }
    if parts.is_empty() {
        return None;
    }
    let suffix_at = if text.word(now) == "," { now + 1 } else { now };
    let mut suffix = None;
    if is_suffix(text.lower(suffix_at)) && is_capital(text, suffix_at) {
        suffix = Some(suffix_at);
        now = suffix_at + 1 + usize::from(text.word(suffix_at + 1) == "." && text.glued(suffix_at + 1));
    } else if parts.len() > 1
        && let Some(&last) = parts.last()
        && is_suffix(text.lower(last))
    {
        suffix = parts.pop();
    }
    Some(Run { parts, title, honorific, suffix, end: now })
}

/// Whether a title and another name begin with the token.
fn is_next_title(text: &Text<'_>, at: usize) -> bool {
    matches!(prefix(text.lower(at)), Some(Prefix::Office | Prefix::Honorific))
        && given(text.lower(at)).is_none()
        && (text.word(at + 1) == "." && text.glued(at + 1) && is_name_part(text, at + 2) || is_name_part(text, at + 1))
}

/// Offices that a surname alone can follow.
fn is_address(lower: &str) -> bool {
    matches!(
        lower,
        "president" | "senator" | "judge" | "pope" | "detective" | "inspector" | "sergeant" | "superintendent"
    )
}

/// Whether a particle goes on to a capitalised part: "de la Cruz".
fn particle_leads(text: &Text<'_>, at: usize) -> bool {
    let mut next = at + 1;
    while next < at + 4 && (is_particle(text.lower(next)) || text.word(next) == "-") {
        next += 1;
    }
    is_name_part(text, next)
}

/// A title in lower case before the name: "chancellor Ida Marsh", "US president Ann Lee".
fn title_before(text: &Text<'_>, first: usize, start: usize) -> Option<(usize, usize)> {
    let last = first.checked_sub(1).filter(|&last| last >= start)?;
    if prefix(text.lower(last)) != Some(Prefix::Office) || text.glued(first) {
        return None;
    }
    let mut from = last;
    while from > start && prefix(text.lower(from - 1)).is_some() && from + 3 > last {
        from -= 1;
    }
    Some((from, last))
}

/// Decides whether a run is a full name, and notes its bearer.
fn name_in_full<'t>(
    text: &'t Text<'_>,
    mention: &mut Mention,
    bearers: &mut FxHashMap<&'t str, Bearers>,
    twins: &mut FxHashMap<Box<str>, bool>,
) {
    let run = &mut mention.run;
    drop_leading_words(text, run);
    let (Some(&first), Some(&last)) = (run.parts.first(), run.parts.last()) else { return };
    // "Priscilla Hall, 58," is no hall.
    let forename = is_given(text.lower(first)) || lexicon::classes(text.lower(first)).is_empty();
    let named = is_surname(text.lower(last)) && forename && is_aged(text, run.end);
    // "Park, 43, said" is no park after "Jo Park, 34,".
    let known = run.parts.len() == 1
        && (run.honorific || is_aged(text, run.end) || is_speaker(text, first, run.end))
        && bearers.get(text.lower(last)).is_some_and(|bearers| !bearers.names.is_empty());
    if is_not_person(text.lower(last)) && !named && !known || text.lower(first) == "the" || text.word(last).len() < 2 {
        run.parts.clear();
        return;
    }
    if run.parts.len() < 2 {
        if stands_by_stop(text, first) {
            let name = text.lowered(text.span(first - 1, first));
            let bearers = bearers.entry(text.lower(last)).or_default();
            if bearers.names.len() < MANY && !bearers.bears(name) {
                bearers.names.push(Bearer { key: name.into(), written: name.into(), first });
            }
        }
        if run.honorific
            && let Some((from, _)) = run.title
        {
            let honorifics = &mut bearers.entry(text.lower(last)).or_default().honorifics;
            let honorific = text.lower(from);
            if !honorifics.iter().any(|known| **known == *honorific) {
                honorifics.push(honorific.into());
            }
        }
        return;
    }
    let ordinary = |at: usize| {
        !lexicon::classes(text.lower(at)).is_empty() && !is_surname(text.lower(at)) && given(text.lower(at)).is_none()
    };
    let given = match given(text.lower(first)) {
        Some(Given::Firm) => true,
        Some(Given::Soft) => !ordinary(last),
        None => is_initial(text, first) && text.word(first).len() > 1,
    };
    let unknown = |at: usize| lexicon::classes(text.lower(at)).is_empty();
    let aged = is_aged(text, run.end) || text.lower(first.wrapping_sub(1)) == "old";
    let strange = run.parts.iter().all(|&at| unknown(at) || is_particle(text.lower(at)) || is_initial(text, at));
    let evident = run.title.is_some() || given || aged && run.parts.len() <= 3;
    if !(evident || strange && (is_speaker(text, first, run.end) || is_mortal(text, run.end))) {
        return;
    }
    // "West Hill, 34," is a place on a list before it is a person.
    let strange_first = aged && unknown(first) && !is_stop(text.lower(first)) && text.word(first).len() > 1;
    if !given && run.title.is_none() && !strange && !strange_first {
        mention.certainty = Certainty::Weak;
    } else if !given && mention.certainty == Certainty::Sure {
        mention.certainty = Certainty::Likely;
    }
    // "Linder Marx" for Sarah Linder Marx.
    if !given && run.title.is_none() {
        let tail = text.lowered(text.span(first, last));
        let ends = |name: &str| name.len() > tail.len() && name.to_lowercase().ends_with(tail);
        let known =
            bearers.get(text.lower(last)).and_then(|bearers| bearers.names.iter().find(|known| ends(&known.written)));
        if let Some(known) = known {
            mention.key = Some(known.key.clone());
            return;
        }
    }
    let key = full_key(text, run);
    let kin = text.lower(first.wrapping_sub(1));
    let related = is_kin(kin) || kin == "," && first >= 2 && is_kin(text.lower(first - 2));
    let twin = twins.entry(key.clone()).or_insert(related && kin != ",");
    *twin |= related && bearers.get(text.lower(last)).is_some_and(|bearers| bearers.bears(&key));
    let bearers = bearers.entry(text.lower(last)).or_default();
    // A surname of many is ambiguous however many more bear it.
    bearers.introduced.get_or_insert((first, related));
    if bearers.names.len() < MANY && !bearers.bears(&key) {
        bearers.names.push(Bearer { key: key.clone(), written: written_name(text, run), first });
    }
    mention.key = Some(key);
}

/// Looks for a full name of the article among capitalised words: "Storm Victim Ann Lee Speaks".
fn find_known(text: &Text<'_>, mention: &mut Mention, bearers: &FxHashMap<&str, Bearers>) {
    for pair in mention.run.parts.windows(2) {
        let [given, surname] = *pair else { continue };
        let Some(found) = bearers.get(text.lower(surname)) else { continue };
        let (given_word, surname_word) = (text.lower(given), text.lower(surname));
        let known =
            |key: &str| key.strip_prefix(given_word).and_then(|rest| rest.strip_prefix(' ')) == Some(surname_word);
        if let Some(key) = found.names.iter().map(|bearer| &bearer.key).find(|key| known(key)) {
            mention.key = Some(key.clone());
            mention.run.parts = SmallVec::from_slice(&[given, surname]);
            mention.run.suffix = None;
            mention.certainty = Certainty::Likely;
            return;
        }
    }
}

/// Leaves out words before the name that a sentence began with: "Yesterday Ann Lee".
fn drop_leading_words(text: &Text<'_>, run: &mut Run) {
    if run.parts.len() < 2 || run.title.is_some() {
        return;
    }
    let given = run.parts.iter().position(|&at| is_given(text.lower(at)));
    if let Some(given) = given.filter(|&given| given > 0 && given + 1 < run.parts.len()) {
        // "Americans Ann and Tom Lee": a people is no given name.
        let people = |lower: &str| lower.strip_suffix('s').is_some_and(is_stop);
        let ordinary = run
            .parts
            .iter()
            .take(given)
            .all(|&at| !lexicon::classes(text.lower(at)).is_empty() || people(text.lower(at)));
        if ordinary {
            run.parts.drain(..given);
        }
    }
}

/// Whether an age follows: "Ann Lee, 34,".
fn is_aged(text: &Text<'_>, end: usize) -> bool {
    text.word(end) == ","
        && text.kind(end + 1) == TokenKind::Number
        && text.word(end + 1).len() <= 3
        && matches!(text.word(end + 2), "," | "." | ";")
        && text.word(end + 1).bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether somebody's kin is told behind the age: "Park, 43, her husband,".
fn is_kin_behind(text: &Text<'_>, end: usize) -> bool {
    is_aged(text, end) && matches!(text.lower(end + 3), "her" | "his" | "their") && is_kin(text.lower(end + 4))
}

/// Whether a verb of saying stands beside the name.
fn is_speaker(text: &Text<'_>, first: usize, end: usize) -> bool {
    let says = |at: usize| matches!(text.lower(at), "said" | "says" | "told" | "added" | "tweeted" | "wrote");
    says(end) || first.checked_sub(1).is_some_and(says)
}

/// Whether a birth or a death is told of the name: "Lorin Maazel has died".
fn is_mortal(text: &Text<'_>, end: usize) -> bool {
    match text.lower(end) {
        "died" | "dies" => true,
        "has" => text.lower(end + 1) == "died",
        "was" => text.lower(end + 1) == "born",
        _ => false,
    }
}

/// Given name and surname in lower case, without initials and middle names: "ann lee", "ludwig van beethoven".
fn full_key(text: &Text<'_>, run: &Run) -> Box<str> {
    let mut key = String::new();
    let count = run.parts.len();
    for (number, &at) in run.parts.iter().enumerate() {
        let surname = number + 1 == count || is_particle(text.lower(at)) && number > 0;
        if number == 0 || surname || is_joined(text, run, number) {
            if !key.is_empty() {
                key.push(if at > 0 && text.word(at - 1) == "-" { '-' } else { ' ' });
            }
            key.push_str(text.lower(at).trim_end_matches('.'));
        }
    }
    if let Some(suffix) = run.suffix {
        key.push(' ');
        key.push_str(text.lower(suffix));
    }
    key.into()
}

/// Whether a hyphen joins the part to the one after it.
fn is_joined(text: &Text<'_>, run: &Run, number: usize) -> bool {
    run.parts.get(number + 1).is_some_and(|&next| text.word(next - 1) == "-")
}

/// Adds the person of a mention: a full name, or a surname alone whose bearer the article names.
fn add(
    reading: &mut Reading<'_>,
    mention: &Mention,
    bearers: &FxHashMap<&str, Bearers>,
    twins: &FxHashMap<Box<str>, bool>,
) {
    let text = reading.text;
    let run = &mention.run;
    let (Some(&first), Some(&last)) = (run.parts.first(), run.parts.last()) else { return };
    let found = bearers.get(text.lower(last));
    // "de Blasio" alone: the particles before are part of the surname.
    let mut start = first;
    while start > 0 && first - start < 3 && is_particle(text.lower(start - 1)) && !text.glued(start) {
        start -= 1;
    }
    let whole = text.lowered(text.span(start, last));
    let particled =
        run.parts.len() == 1 && found.is_some_and(|found| found.names.iter().any(|bearer| bearer.key.ends_with(whole)));
    let span = text.span(if particled { start } else { first }, run.suffix.unwrap_or(last));
    let several = found.is_some_and(|found| found.names.len() > 1 || found.honorifics.len() > 1);
    let (key, full, ambiguous, certainty) = if let Some(key) = &mention.key {
        let shared = twins.get(key).copied().unwrap_or(false) || has_junior(key, found);
        (key.clone(), Some(written_name(text, run)), shared, mention.certainty)
    } else {
        // A surname alone: one part, or a hyphenated or particled one.
        if run.parts.len() > 1 || mention.capitals {
            return;
        }
        let Some(found) = found else { return };
        if !run.honorific && (found.names.is_empty() || stands_in_name(text, first, run.end)) {
            return;
        }
        // Until the article names a second bearer, the surname is the first one's. A surname that is given an
        // age before any full name introduces somebody, who may be another than the one named later.
        let body = reading.at(span, Certainty::Sure).part == Part::Body;
        let so_far = if body && !run.honorific { found.before(first) } else { found.names.len() };
        let alone = so_far == 1 && found.honorifics.len() < 2;
        let known = if alone { found.names.first() } else { found.names.last() };
        let key = known.map_or_else(|| text.lower(last).into(), |known| known.key.clone());
        let full = known.map(|known| known.written.clone()).filter(|_| so_far == 1 || found.names.len() == 1);
        let several = several && !alone || body && so_far == 0 && is_aged(text, run.end) || stands_by_stop(text, first);
        let twin = twins.get(&key).copied().unwrap_or(false);
        // Before "his brother, Tim Marlow", or after "the elder", it may be another's.
        let early = found.introduced.is_some_and(|(introduced, kin)| kin && first < introduced);
        let kin = text.lower(start.wrapping_sub(1));
        let relative = is_kin_behind(text, run.end)
            || is_kin(kin)
            || matches!(kin, "elder" | "younger" | "older" | "senior" | "junior");
        (
            key,
            full,
            several || twin || early || relative,
            if run.honorific || run.title.is_some() { Certainty::Sure } else { Certainty::Likely },
        )
    };
    let title = run.title.map(|(from, to)| {
        let span = text.span(from, to);
        Name { key: text.lowered(span).replace('.', "").into(), span }
    });
    let at = reading.at(span, certainty);
    let name = Name { key, span };
    reading.facts.people.push(Person { at, name, full_name: full, title, ambiguous });
}

/// Whether another bearer of the surname differs only by "Jr".
fn has_junior(key: &str, found: Option<&Bearers>) -> bool {
    found.is_some_and(|found| {
        found
            .names
            .iter()
            .map(|bearer| &*bearer.key)
            .any(|other| other != key && (other.starts_with(key) || key.starts_with(other)))
    })
}

/// Whether a capitalised word stands in a longer name or after an article: "the Lee report", "Lee County".
fn stands_in_name(text: &Text<'_>, first: usize, end: usize) -> bool {
    let before = first.checked_sub(1);
    let article = before.is_some_and(|at| matches!(text.lower(at), "the" | "a" | "an"));
    let glued =
        text.word(end) == "-" && text.glued(end) || before.is_some_and(|at| text.word(at) == "-" && text.glued(first));
    article || glued || is_capital(text, end) && !text.glued(end)
}

/// "When Easter Smith opened the door": a word that no name begins with, but this one does.
fn stands_by_stop(text: &Text<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1).filter(|&at| is_capital(text, at) && !text.glued(first)) else {
        return false;
    };
    let led = before.checked_sub(1).is_some_and(|at| {
        matches!(
            text.lower(at),
            "in" | "last" | "this" | "since" | "early" | "late" | "by" | "until" | "on" | "of" | "the"
        )
    });
    !led && matches!(
        text.lower(before),
        "easter" | "christian" | "german" | "april" | "may" | "june" | "august" | "god"
    )
}

/// The name as written, on one line.
fn written_name(text: &Text<'_>, run: &Run) -> Box<str> {
    let (Some(&first), Some(&last)) = (run.parts.first(), run.parts.last()) else { return Box::default() };
    let written = text.written(text.span(first, last));
    if written.contains(['\n', '\t']) {
        written.split_whitespace().collect::<Vec<_>>().join(" ").into()
    } else {
        written.into()
    }
}

/// The number of the person whose mention is the last to end at or before the token.
pub(super) fn last_before(people: &[Person], text: &Text<'_>, token: usize) -> Option<usize> {
    let at = text.token(token)?.span.start;
    let index = people.partition_point(|person| person.at.span.end <= at).checked_sub(1)?;
    people.get(index).map(|_| index)
}

/// The number of the person whose mention ends with the token before `token`.
pub(super) fn ending_at(people: &[Person], text: &Text<'_>, token: usize) -> Option<usize> {
    let index = last_before(people, text, token)?;
    (end_of(people, text, index)? == token).then_some(index)
}

/// One past the last token of a mention, the point of "Jr." included.
pub(super) fn end_of(people: &[Person], text: &Text<'_>, index: usize) -> Option<usize> {
    let person = people.get(index)?;
    let end = text.token_from(person.at.span.end.saturating_sub(1)) + 1;
    let point = text.word(end) == "." && text.glued(end) && is_suffix(text.lower(end - 1));
    Some(end + usize::from(point))
}

/// The number of the person whose mention, title included, begins with the token.
pub(super) fn starting_at(people: &[Person], text: &Text<'_>, token: usize) -> Option<usize> {
    let at = text.token(token)?.span.start;
    let index = people.partition_point(|person| person.at.span.end <= at);
    let person = people.get(index)?;
    let start = person.title.as_ref().map_or(person.at.span.start, |title| title.span.start);
    (start <= at && at <= person.at.span.start).then_some(index)
}
