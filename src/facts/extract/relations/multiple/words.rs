//! The words of a multiple, and of what stands beside them.

/// How a word tells a multiple.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A verb that is little else: "doubled", "quadrupling".
    Verb,
    /// A verb, an adjective or a noun: "double".
    Base,
    /// A verb or a plural: "doubles".
    Ending,
    /// "twice".
    Adverb,
    /// "half", in "half as many".
    Half,
    /// "sixfold".
    Fold,
    /// "fold" after a number: "10-fold".
    Joined,
    /// "times" after a number.
    Times,
    /// "x" after digits: "3x".
    Sign,
    /// "factor" before a number: "by a factor of 10".
    Factor,
}

/// A word of a multiple.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) form: Form,
    /// How many times as much; below zero for a part, zero where a number before the word says it.
    pub(super) times: i8,
}

#[rustfmt::skip] // One number a block.
static WORDS: &[(&str, Form, i8)] = &[
    ("doubled", Form::Verb, 2), ("doubling", Form::Verb, 2), ("double", Form::Base, 2), ("doubles", Form::Ending, 2),
    ("tripled", Form::Verb, 3), ("tripling", Form::Verb, 3), ("triple", Form::Base, 3), ("triples", Form::Ending, 3),
    ("trebled", Form::Verb, 3), ("trebling", Form::Verb, 3), ("treble", Form::Base, 3), ("trebles", Form::Ending, 3),
    ("quadrupled", Form::Verb, 4), ("quadrupling", Form::Verb, 4), ("quadruple", Form::Base, 4),
    ("quadruples", Form::Ending, 4),
    ("quintupled", Form::Verb, 5), ("quintupling", Form::Verb, 5), ("quintuple", Form::Base, 5),
    ("halved", Form::Verb, -2), ("halving", Form::Verb, -2), ("halve", Form::Base, -2), ("halves", Form::Ending, -2),
    ("twice", Form::Adverb, 2), ("thrice", Form::Adverb, 3), ("half", Form::Half, -2),
    ("twofold", Form::Fold, 2), ("threefold", Form::Fold, 3), ("fourfold", Form::Fold, 4), ("fivefold", Form::Fold, 5),
    ("sixfold", Form::Fold, 6), ("sevenfold", Form::Fold, 7), ("eightfold", Form::Fold, 8),
    ("ninefold", Form::Fold, 9), ("tenfold", Form::Fold, 10), ("twelvefold", Form::Fold, 12),
    ("fifteenfold", Form::Fold, 15), ("twentyfold", Form::Fold, 20), ("thirtyfold", Form::Fold, 30),
    ("fortyfold", Form::Fold, 40), ("fiftyfold", Form::Fold, 50), ("hundredfold", Form::Fold, 100),
    ("fold", Form::Joined, 0), ("times", Form::Times, 0), ("x", Form::Sign, 0),
    ("factor", Form::Factor, 0),
];

/// All words.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    WORDS.iter().map(|(word, ..)| *word)
}

/// What the word tells.
pub(super) fn word(lower: &str) -> Option<Word> {
    let (_, form, times) = WORDS.iter().find(|(word, ..)| *word == lower)?;
    Some(Word { form: *form, times: *times })
}

/// Words that begin what a multiple is taken of: "twice the average", "double what it paid".
pub(super) fn points(lower: &str) -> bool {
    ["the", "that", "what", "its", "their", "his", "her", "my", "our", "your", "those", "these", "this", "last"]
        .contains(&lower)
}

/// What has a size to be multiplied, so that "twice the …" is no "twice" of happening.
pub(super) fn is_size(lower: &str) -> bool {
    [
        "age",
        "allowance",
        "amount",
        "average",
        "budget",
        "capacity",
        "cost",
        "death",
        "density",
        "depth",
        "distance",
        "dose",
        "emissions",
        "energy",
        "estimate",
        "expected",
        "fee",
        "figure",
        "force",
        "forecast",
        "going",
        "goal",
        "growth",
        "height",
        "income",
        "intensity",
        "legal",
        "length",
        "level",
        "levels",
        "likelihood",
        "limit",
        "market",
        "mass",
        "maximum",
        "mean",
        "median",
        "minimum",
        "money",
        "national",
        "normal",
        "norm",
        "number",
        "odds",
        "original",
        "output",
        "pace",
        "pay",
        "percentage",
        "population",
        "power",
        "price",
        "prices",
        "production",
        "profit",
        "profits",
        "proportion",
        "quantity",
        "rate",
        "rates",
        "recommended",
        "revenue",
        "risk",
        "salary",
        "sales",
        "share",
        "size",
        "speed",
        "spending",
        "state",
        "strength",
        "sum",
        "target",
        "time",
        "total",
        "turnover",
        "usual",
        "value",
        "volume",
        "wage",
        "wages",
        "weight",
        "width",
    ]
    .contains(&lower)
}

/// A figure that is said of others: "twice the average of 20".
pub(super) fn is_sum(lower: &str) -> bool {
    [
        "average", "estimate", "figure", "forecast", "level", "limit", "maximum", "mean", "median", "minimum", "norm",
        "peak", "price", "rate", "record", "target", "total",
    ]
    .contains(&lower)
}

/// Times of which "twice this …" says how often, not how much.
pub(super) fn is_time(lower: &str) -> bool {
    [
        "day",
        "week",
        "weekend",
        "month",
        "year",
        "season",
        "night",
        "morning",
        "afternoon",
        "evening",
        "summer",
        "winter",
        "spring",
        "autumn",
        "fall",
        "term",
        "century",
        "decade",
        "game",
        "match",
        "half",
        "round",
        "time",
        "same",
        "first",
        "previous",
        "past",
        "last",
        "next",
        "following",
    ]
    .contains(&lower)
}

/// What follows "doubled" where nothing is multiplied: "doubled down", "doubled as a cook", "doubled home a run".
pub(super) fn is_other_sense(lower: &str) -> bool {
    [
        "down",
        "up",
        "over",
        "back",
        "off",
        "home",
        "as",
        "with",
        "against",
        "twice",
        "out",
        "team",
        "teamed",
        "teaming",
        "check",
        "checked",
        "checking",
        "booked",
        "parked",
        "digits",
        "figures",
        "edged",
        "header",
        "murder",
        "murders",
        "homicide",
        "agent",
        "agents",
        "jump",
        "crown",
        "standard",
        "standards",
        "fault",
        "room",
        "rooms",
        "bill",
        "jeopardy",
        "glazing",
        "bogey",
        "bogeys",
        "play",
        "act",
        "bed",
        "vision",
    ]
    .contains(&lower)
}

/// Which way a comparative compares: more times as much, or a part of it.
pub(super) fn compares(lower: &str) -> Option<Comparison> {
    let less = [
        "less", "fewer", "lower", "smaller", "cheaper", "shorter", "lighter", "weaker", "poorer", "thinner",
        "narrower", "slower",
    ];
    let more = [
        "more", "higher", "larger", "bigger", "greater", "faster", "longer", "heavier", "better", "stronger", "deeper",
        "taller", "wider", "hotter", "richer", "brighter", "worse", "quicker", "denser", "older", "thicker", "steeper",
        "dearer", "costlier", "harder",
    ];
    match lower {
        _ if more.contains(&lower) => Some(Comparison::More),
        _ if less.contains(&lower) => Some(Comparison::Less),
        _ => None,
    }
}

/// What a comparative does to the number before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    /// "three times more" is three times as much, or four times.
    More,
    /// "three times fewer" is a third.
    Less,
}
