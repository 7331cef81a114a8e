//! The words that dates and times are made of.

use crate::text::words::WordMap;
use crate::text::{Case, Text, TokenKind};
use jiff::civil::Weekday;
use std::sync::LazyLock;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// How many years it has, where they are whole.
    pub(super) fn years(self) -> Option<i16> {
        match self {
            Self::Year => Some(1),
            Self::Decade => Some(10),
            Self::Century => Some(100),
            Self::Second
            | Self::Minute
            | Self::Hour
            | Self::Day
            | Self::Week
            | Self::Fortnight
            | Self::Month
            | Self::Quarter => None,
        }
    }

    /// The singular.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Fortnight => "fortnight",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
        }
    }
}

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

/// How a word points from a day to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    This,
    Last,
    Next,
    Past,
    Coming,
    Previous,
    Following,
    Same,
    That,
}

/// How readily a month's word is something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// It is a month wherever it stands ("October").
    None,
    /// It is also a given name or another word ("April", "Jan").
    Name,
    /// It is also a verb ("may", "march").
    Verb,
}

/// What a word can do in a date or time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    Month(u8, Doubt),
    /// A weekday; `false` where it is shortened.
    Weekday(Weekday, bool),
    /// Several of a weekday: "Mondays".
    Weekdays(Weekday),
    /// A unit; `true` for its plural.
    Unit(Unit, bool),
    Season(Season),
    Part(DayPart),
    /// What the sun does: "dawn", "sunset"; an hour where "at" or "before" leads it.
    Sun(DayPart),
    Tonight,
    Overnight,
    Weekend,
    Weekends,
    Ordinal(u8),
    /// The tens before an ordinal: "twenty-first".
    Tens(u8),
    /// Days from today.
    Near(i8),
    Which(Which),
    Every,
    The,
    A,
    /// "early", "late", "mid": part of the time that follows.
    Edge,
    /// "end", "beginning": part of the time that follows "of".
    EdgeOf,
    /// A time that is named by its relation to the present alone.
    Reference(&'static str),
    /// An adverb or adjective of repetition, with its TIMEX3 value.
    Often(&'static str),
    Several,
    /// A unit with "long": "weeklong".
    Long(Unit),
    /// "all", "full": the whole of the unit that follows.
    All,
    /// A decade in words: "nineties".
    Tenties(u8),
    Noon,
    Midnight,
    Half,
    /// The end of a unit in letters: "EOD".
    Close(Unit),
    /// "latter": the second half of what follows.
    Latter,
    /// A number word.
    Number,
    /// The letter of `Q3` or `H1`.
    Letter,
    Fiscal,
    /// "final": the last of the year's quarters.
    Final,
    /// The first word of a holiday's name.
    Holiday,
}

static WORDS: LazyLock<WordMap<Word>> = LazyLock::new(|| {
    let mut words = WordMap::default();
    for (index, (full, short, doubt)) in MONTHS.iter().enumerate() {
        let month = index as u8 + 1;
        words.insert(full, Word::Month(month, *doubt));
        for short in *short {
            words.insert(short, Word::Month(month, Doubt::Name));
        }
    }
    for (day, full, plural, short) in WEEKDAYS {
        words.insert(full, Word::Weekday(*day, true));
        words.insert(plural, Word::Weekdays(*day));
        for short in *short {
            words.insert(short, Word::Weekday(*day, false));
        }
    }
    for (unit, singular, plural) in UNITS {
        for word in *singular {
            words.insert(word, Word::Unit(*unit, false));
        }
        for word in *plural {
            words.insert(word, Word::Unit(*unit, true));
        }
    }
    for (index, ordinal) in ORDINALS.iter().enumerate() {
        words.insert(ordinal, Word::Ordinal(index as u8 + 1));
    }
    words.extend(OTHERS.iter().copied());
    words.extend(NUMBERS.iter().map(|word| (*word, Word::Number)));
    for first in super::feasts::first_words() {
        if !words.contains(first) {
            words.insert(first, Word::Holiday);
        }
    }
    words
});

type MonthRow = (&'static str, &'static [&'static str], Doubt);

static MONTHS: &[MonthRow] = &[
    ("january", &["jan"], Doubt::None),
    ("february", &["feb"], Doubt::None),
    ("march", &["mar"], Doubt::Verb),
    ("april", &["apr"], Doubt::Name),
    ("may", &[], Doubt::Verb),
    ("june", &["jun"], Doubt::Name),
    ("july", &["jul"], Doubt::None),
    ("august", &["aug"], Doubt::Name),
    ("september", &["sep", "sept"], Doubt::None),
    ("october", &["oct"], Doubt::None),
    ("november", &["nov"], Doubt::None),
    ("december", &["dec"], Doubt::None),
];

type WeekdayRow = (Weekday, &'static str, &'static str, &'static [&'static str]);

static WEEKDAYS: &[WeekdayRow] = &[
    (Weekday::Monday, "monday", "mondays", &["mon"]),
    (Weekday::Tuesday, "tuesday", "tuesdays", &["tue", "tues"]),
    (Weekday::Wednesday, "wednesday", "wednesdays", &["wed", "weds"]),
    (Weekday::Thursday, "thursday", "thursdays", &["thu", "thur", "thurs"]),
    (Weekday::Friday, "friday", "fridays", &["fri"]),
    (Weekday::Saturday, "saturday", "saturdays", &["sat"]),
    (Weekday::Sunday, "sunday", "sundays", &["sun"]),
];

/// Whether this is a day of the week in full: "monday".
pub(in crate::facts::extract) fn is_weekday(lower: &str) -> bool {
    lower.ends_with("day") && WEEKDAYS.iter().any(|(_, full, ..)| *full == lower)
}

/// Whether this is a month in full: "january".
pub(in crate::facts::extract) fn is_month(lower: &str) -> bool {
    MONTHS.iter().any(|(full, ..)| *full == lower)
}

/// Whether a word is no day and no month.
pub(in crate::facts::extract) fn is_no_time(lower: &str) -> bool {
    !matches!(WORDS.get(lower), Some(Word::Weekday(..) | Word::Month(..)))
}

type UnitRow = (Unit, &'static [&'static str], &'static [&'static str]);

static UNITS: &[UnitRow] = &[
    (Unit::Second, &["second", "sec"], &["seconds", "secs"]),
    (Unit::Minute, &["minute", "min"], &["minutes", "mins"]),
    (Unit::Hour, &["hour", "hr"], &["hours", "hrs"]),
    (Unit::Day, &["day"], &["days"]),
    (Unit::Week, &["week"], &["weeks"]),
    (Unit::Fortnight, &["fortnight"], &["fortnights"]),
    (Unit::Month, &["month"], &["months"]),
    (Unit::Quarter, &["quarter", "qtr"], &["quarters", "qtrs"]),
    (Unit::Year, &["year", "yr"], &["years", "yrs"]),
    (Unit::Decade, &["decade"], &["decades"]),
    (Unit::Century, &["century"], &["centuries"]),
];

static ORDINALS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

static OTHERS: &[(&str, Word)] = &[
    // "second" is an ordinal first; the unit is tried where an ordinal leads nowhere.
    ("thirtieth", Word::Ordinal(30)),
    ("twenty", Word::Tens(20)),
    ("thirty", Word::Tens(30)),
    ("spring", Word::Season(Season::Spring)),
    ("summer", Word::Season(Season::Summer)),
    ("autumn", Word::Season(Season::Autumn)),
    ("fall", Word::Season(Season::Autumn)),
    ("winter", Word::Season(Season::Winter)),
    ("morning", Word::Part(DayPart::Morning)),
    ("lunchtime", Word::Part(DayPart::Midday)),
    ("midmorning", Word::Part(DayPart::Morning)),
    ("afternoon", Word::Part(DayPart::Afternoon)),
    ("midafternoon", Word::Part(DayPart::Afternoon)),
    ("evening", Word::Part(DayPart::Evening)),
    ("night", Word::Part(DayPart::Night)),
    ("dawn", Word::Sun(DayPart::Morning)),
    ("daybreak", Word::Sun(DayPart::Morning)),
    ("sunrise", Word::Sun(DayPart::Morning)),
    ("sunup", Word::Sun(DayPart::Morning)),
    ("dusk", Word::Sun(DayPart::Evening)),
    ("sunset", Word::Sun(DayPart::Evening)),
    ("sundown", Word::Sun(DayPart::Evening)),
    ("nightfall", Word::Sun(DayPart::Night)),
    ("tonight", Word::Tonight),
    ("overnight", Word::Overnight),
    ("weekend", Word::Weekend),
    ("weekends", Word::Weekends),
    ("weekdays", Word::Weekends),
    ("today", Word::Near(0)),
    ("yesterday", Word::Near(-1)),
    ("tomorrow", Word::Near(1)),
    ("tmrw", Word::Near(1)),
    ("this", Word::Which(Which::This)),
    ("last", Word::Which(Which::Last)),
    ("next", Word::Which(Which::Next)),
    ("past", Word::Which(Which::Past)),
    ("coming", Word::Which(Which::Coming)),
    ("upcoming", Word::Which(Which::Coming)),
    ("previous", Word::Which(Which::Previous)),
    ("preceding", Word::Which(Which::Previous)),
    ("prior", Word::Which(Which::Previous)),
    ("following", Word::Which(Which::Following)),
    ("current", Word::Which(Which::This)),
    ("same", Word::Which(Which::Same)),
    ("that", Word::Which(Which::That)),
    ("every", Word::Every),
    ("each", Word::Every),
    ("the", Word::The),
    ("a", Word::A),
    ("an", Word::A),
    ("another", Word::A),
    ("early", Word::Edge),
    ("earlier", Word::Edge),
    ("late", Word::Edge),
    ("later", Word::Edge),
    ("mid", Word::Edge),
    ("end", Word::EdgeOf),
    ("beginning", Word::EdgeOf),
    ("start", Word::EdgeOf),
    ("middle", Word::EdgeOf),
    ("turn", Word::EdgeOf),
    ("close", Word::EdgeOf),
    ("rest", Word::EdgeOf),
    ("remainder", Word::EdgeOf),
    ("now", Word::Reference("PRESENT_REF")),
    ("currently", Word::Reference("PRESENT_REF")),
    ("nowadays", Word::Reference("PRESENT_REF")),
    ("moment", Word::Reference("PRESENT_REF")),
    ("present", Word::Reference("PRESENT_REF")),
    ("date", Word::Reference("PRESENT_REF")),
    ("recently", Word::Reference("PAST_REF")),
    ("recent", Word::Reference("PAST_REF")),
    ("future", Word::Reference("FUTURE_REF")),
    ("soon", Word::Reference("FUTURE_REF")),
    ("daily", Word::Often("P1D")),
    ("nightly", Word::Often("P1D")),
    ("weekly", Word::Often("P1W")),
    ("biweekly", Word::Often("P2W")),
    ("fortnightly", Word::Often("P2W")),
    ("monthly", Word::Often("P1M")),
    ("bimonthly", Word::Often("P2M")),
    ("quarterly", Word::Often("P3M")),
    ("annually", Word::Often("P1Y")),
    ("yearly", Word::Often("P1Y")),
    ("biennially", Word::Often("P2Y")),
    ("semiannual", Word::Often("P6M")),
    ("semiannually", Word::Often("P6M")),
    ("everyday", Word::Often("P1D")),
    ("hourly", Word::Often("PT1H")),
    ("several", Word::Several),
    ("few", Word::Several),
    ("hourlong", Word::Long(Unit::Hour)),
    ("daylong", Word::Long(Unit::Day)),
    ("weeklong", Word::Long(Unit::Week)),
    ("monthlong", Word::Long(Unit::Month)),
    ("yearlong", Word::Long(Unit::Year)),
    ("decadelong", Word::Long(Unit::Decade)),
    ("all", Word::All),
    ("full", Word::All),
    ("whole", Word::All),
    ("couple", Word::Several),
    ("many", Word::Several),
    ("some", Word::Several),
    ("twenties", Word::Tenties(20)),
    ("thirties", Word::Tenties(30)),
    ("forties", Word::Tenties(40)),
    ("fifties", Word::Tenties(50)),
    ("sixties", Word::Tenties(60)),
    ("seventies", Word::Tenties(70)),
    ("eighties", Word::Tenties(80)),
    ("nineties", Word::Tenties(90)),
    // The two thousands begin a hundred years after the nineteen hundreds.
    ("noughties", Word::Tenties(100)),
    ("latter", Word::Latter),
    ("eod", Word::Close(Unit::Day)),
    ("eom", Word::Close(Unit::Month)),
    ("eoy", Word::Close(Unit::Year)),
    ("noon", Word::Noon),
    ("noonish", Word::Noon),
    ("midday", Word::Noon),
    ("midnight", Word::Midnight),
    ("half", Word::Half),
    ("q", Word::Letter),
    ("h", Word::Letter),
    ("fiscal", Word::Fiscal),
    ("fy", Word::Fiscal),
    ("final", Word::Final),
];

/// Number words that can begin a length of time.
static NUMBERS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "dozen",
    "three-quarters",
];

/// What the token can do in a date or time.
pub(super) fn of(text: &Text<'_>, at: usize) -> Option<Word> {
    if text.kind(at) == TokenKind::Word { WORDS.get(text.lower(at)).copied() } else { None }
}

/// The part of the day that a plural names: "mornings".
pub(super) fn parts(word: &str) -> Option<DayPart> {
    match word {
        "mornings" => Some(DayPart::Morning),
        "afternoons" => Some(DayPart::Afternoon),
        "evenings" => Some(DayPart::Evening),
        "nights" => Some(DayPart::Night),
        _ => None,
    }
}

/// All words of the table.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    WORDS.keys()
}

/// The unit that a token names, and whether in the plural.
pub(super) fn unit(text: &Text<'_>, at: usize) -> Option<(Unit, bool)> {
    match of(text, at) {
        Some(Word::Unit(unit, plural)) => Some((unit, plural)),
        Some(Word::Ordinal(2)) => Some((Unit::Second, false)),
        _ => None,
    }
}

/// "on may 19": no verb stands between such a word and digits.
fn is_day_of(text: &Text<'_>, at: usize) -> bool {
    let day = |at: usize| text.kind(at) == TokenKind::Number && text.word(at).len() <= 2;
    let led = |at: usize| matches!(before(text, at), "on" | "since" | "until");
    // "march 3rd", "may 5th"
    let suffix = text.glued(at + 2) && matches!(text.word(at + 2), "st" | "nd" | "rd" | "th");
    if day(at + 1) && suffix {
        return true;
    }
    // "on 22 may."
    let behind = at.checked_sub(1).is_some_and(|number| day(number) && led(number));
    led(at) && day(at + 1) || behind && text.kind(at + 1) != TokenKind::Word
}

/// A month's name with its point: the month and the token after it.
pub(super) fn month(text: &Text<'_>, at: usize) -> Option<(u8, Doubt, usize)> {
    let Some(Word::Month(month, doubt)) = of(text, at) else { return None };
    let lower = text.token(at).is_some_and(|token| token.case == Case::Lower);
    let short = text.word(at).len() <= 4 && !matches!(text.lower(at), "may" | "june" | "july");
    if lower
        && (doubt == Doubt::Verb && !is_day_of(text, at)
            || short && text.lower(at) != "sept" && !is_beside_number(text, at))
    {
        return None;
    }
    // "Mar-a-Lago".
    let hyphen = short && is_glued(text, at + 1, "-") && text.kind(at + 2) == TokenKind::Word && text.glued(at + 2);
    if hyphen && !matches!(of(text, at + 2), Some(Word::Month(..))) {
        return None;
    }
    let pointed = short && is_glued(text, at + 1, ".");
    Some((month, doubt, at + 1 + usize::from(pointed)))
}

/// Whether a day or year stands next to a month that is shortened in small letters: "1 jan", "nov. 2016", `jan/1`.
fn is_beside_number(text: &Text<'_>, at: usize) -> bool {
    let near = |at: usize| text.kind(at) == TokenKind::Number && matches!(text.word(at).len(), 1 | 2 | 4);
    let mark = |at: usize| matches!(text.word(at), "-" | "/") && text.glued(at);
    let after = at + 1 + usize::from(is_glued(text, at + 1, "."));
    let Some(before) = at.checked_sub(1) else { return near(after + usize::from(mark(after))) };
    let suffix = matches!(text.word(before), "st" | "nd" | "rd" | "th") && text.glued(before);
    let behind = before.saturating_sub(usize::from(mark(before) && text.glued(at)));
    suffix || near(behind) || near(after + usize::from(mark(after)))
}

/// A weekday's name with its point: the day, whether in full, and the token after it.
pub(super) fn weekday(text: &Text<'_>, at: usize) -> Option<(Weekday, bool, usize)> {
    let Some(Word::Weekday(day, full)) = of(text, at) else { return None };
    if !full && text.token(at).is_some_and(|token| token.case == Case::Lower) && !is_before_day(text, at) {
        return None;
    }
    let pointed = !full && is_glued(text, at + 1, ".");
    Some((day, full, at + 1 + usize::from(pointed)))
}

/// Whether a day of the month follows a weekday that is shortened in small letters: "wed Oct 26", "sat 3 june".
fn is_before_day(text: &Text<'_>, at: usize) -> bool {
    let next = at + 1 + usize::from(matches!(text.word(at + 1), "." | ","));
    let next = next + usize::from(text.word(next) == "the");
    let number = |at: usize| text.kind(at) == TokenKind::Number && text.word(at).len() <= 2;
    let suffixed = number(next) && text.glued(next + 1) && matches!(text.lower(next + 1), "st" | "nd" | "rd" | "th");
    let month = |at: usize| matches!(of(text, at), Some(Word::Month(_, doubt)) if doubt != Doubt::Verb);
    suffixed || number(next) && month(next + 1) || month(next) && number(next + 1)
}

/// Whether the token is `mark`.
pub(super) fn is(text: &Text<'_>, at: usize, mark: &str) -> bool {
    text.word(at) == mark
}

/// Whether the token is `mark` and follows the one before it without space.
pub(super) fn is_glued(text: &Text<'_>, at: usize, mark: &str) -> bool {
    text.glued(at) && text.word(at) == mark
}

/// A hyphen or dash of any length.
pub(super) fn is_dash(text: &Text<'_>, at: usize) -> bool {
    matches!(text.word(at), "-" | "–" | "—" | "‑" | "‒" | "−")
}

/// The lower-case word before a token, `""` at the beginning of its sentence or block.
pub(super) fn before<'t>(text: &'t Text<'_>, at: usize) -> &'t str {
    match at.checked_sub(1) {
        Some(before) if text.kind(before) != TokenKind::Mark => text.lower(before),
        _ => "",
    }
}
