//! The words of a change: which way they say that something goes, and what may stand around them.

use crate::facts::names::Direction;
use crate::text::words::WordMap;
use std::sync::LazyLock;

/// Words that say that something rises.
#[rustfmt::skip] // One verb a line.
const UP: &[&str] = &[
    "rose", "rise", "rises", "risen", "rising",
    "increase", "increases", "increased", "increasing",
    "grew", "grow", "grows", "grown", "growing", "growth",
    "climbed", "climb", "climbs", "climbing",
    "jumped", "jump", "jumps", "jumping",
    "surged", "surge", "surges", "surging",
    "soared", "soar", "soars", "soaring",
    "leapt", "leap", "leaps", "leaping", "leaped",
    "gained", "gain", "gaining",
    "raised", "raising", "raise", "raises",
    "swelled", "swelling", "swollen", "ballooned", "ballooning",
    "spiked", "spiking", "spike", "rocketed", "skyrocketed", "mushroomed",
    "doubled", "tripled", "trebled", "quadrupled",
    "boosted", "boosting", "boost", "expanded", "expanding", "widened", "widening",
    "hiked", "hiking", "hike", "hikes", "lifted", "lifting", "lifts", "expand", "expands", "accelerated", "accelerating", "uptick", "upped",
    "up", "higher", "more", "greater",
];

/// Words that say that something falls.
#[rustfmt::skip] // One verb a line.
const DOWN: &[&str] = &[
    "fell", "fall", "falls", "fallen", "falling",
    "drop", "drops", "dropped", "dropping",
    "decline", "declines", "declined", "declining",
    "decrease", "decreases", "decreased", "decreasing",
    "slipped", "slip", "slipping", "slid", "slide", "sliding",
    "plunged", "plunge", "plunging", "plummeted", "plummet", "plummeting",
    "tumbled", "tumble", "tumbling", "dipped", "dip", "dipping",
    "shrank", "shrunk", "shrink", "shrinking", "sank", "sinking", "slumped", "slump", "slumping",
    "cut", "cuts", "cutting", "reduced", "reduces", "reducing", "reduce", "reduction",
    "lowered", "lowering", "slashed", "slashing", "slash", "slashes", "halved", "trimmed", "trims", "trimming",
    "shrinks", "sink", "sinks",
    "narrowed", "narrowing", "contracted", "eased", "easing", "slowed", "slowing",
    "dwindled", "dwindling", "cratered",
    "down", "lower", "less", "fewer",
];

/// Words that say which way only beside a figure (", 20% higher"); before the figures they compare other
/// things ("with lower tax rates, receipts …").
const COMPARATIVES: &[&str] = &["up", "down", "higher", "lower", "more", "less", "greater", "fewer"];

static WAYS: LazyLock<WordMap<Direction>> = LazyLock::new(|| {
    let mut map = WordMap::default();
    for word in UP {
        map.insert(word, Direction::Up);
    }
    for word in DOWN {
        map.insert(word, Direction::Down);
    }
    map
});

/// Which way a word says that something goes.
pub(in super::super) fn direction_of(word: &str) -> Option<Direction> {
    WAYS.get(word).copied()
}

/// Whether the word says which way only beside a figure.
pub(super) fn compares(word: &str) -> bool {
    COMPARATIVES.contains(&word)
}

/// Whether the word is one of change after its figure: "a 22 percent decrease", "5 percent more"; a verb there
/// has a subject of its own ("the top 1 percent gained").
pub(super) fn follows_figure(word: &str) -> bool {
    compares(word)
        || matches!(
            word,
            "increase"
                | "rise"
                | "jump"
                | "surge"
                | "leap"
                | "gain"
                | "growth"
                | "hike"
                | "spike"
                | "boost"
                | "uptick"
                | "decrease"
                | "drop"
                | "fall"
                | "decline"
                | "cut"
                | "reduction"
                | "plunge"
                | "slump"
                | "dip"
                | "slide"
        )
}

/// Which way a comparison with "than" goes.
pub(super) fn than(word: &str) -> Option<Direction> {
    match word {
        "higher" | "more" | "greater" | "larger" | "bigger" | "dearer" | "above" | "hotter" | "warmer" | "taller"
        | "longer" | "heavier" | "deeper" | "wider" | "faster" => Some(Direction::Up),
        "lower" | "less" | "fewer" | "smaller" | "cheaper" | "below" | "colder" | "cooler" | "shorter" | "lighter"
        | "shallower" | "narrower" | "slower" => Some(Direction::Down),
        _ => None,
    }
}

/// Whether another clause, or somebody else's words, begin here.
pub(in super::super) fn breaks_clause(word: &str) -> bool {
    matches!(
        word,
        ";" | ":" | "while" | "but" | "whereas" | "although" | "though" | "as" | "when" | "(" | ")" | "\"" | "”" | "“"
    )
}

/// Whether the word cannot stand inside the tail of an end: "in the second quarter of 2012".
pub(super) fn ends_tail(word: &str) -> bool {
    breaks_clause(word) && !matches!(word, "(" | ")")
        || matches!(
            word,
            "and"
                | "or"
                | "said"
                | "says"
                | "is"
                | "are"
                | "was"
                | "were"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
                | "because"
                | "if"
                | "after"
                | "before"
                | "excluding"
                | "including"
                | "."
                | "!"
                | "?"
        )
}

/// What may stand between a preposition and the figure of an end: "to a record 5", "to an average of 5".
pub(super) fn fills_lead(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "just"
            | "only"
            | "some"
            | "about"
            | "around"
            | "roughly"
            | "nearly"
            | "almost"
            | "record"
            | "new"
            | "current"
            | "present"
            | "high"
            | "low"
            | "average"
            | "of"
            | "estimated"
            | "mere"
            | "whopping"
            | "staggering"
            | "its"
            | "their"
            | "total"
            | "rate"
            | "level"
            | "peak"
            | "annual"
            | "seasonally"
            | "adjusted"
            | "today"
            | "’s"
            | "'s"
    )
}

/// What may stand between a word of change and by how much: "rose by a further 5%".
pub(super) fn fills_amount(word: &str) -> bool {
    matches!(
        word,
        "by" | "of"
            | "a"
            | "an"
            | "another"
            | "further"
            | "about"
            | "around"
            | "some"
            | "just"
            | "only"
            | "nearly"
            | "almost"
            | "roughly"
            | "staggering"
            | "whopping"
            | "modest"
            | "massive"
            | "huge"
            | "sharply"
            | "estimated"
            | "mere"
            | "full"
            | "approximately"
            | "more"
            | "than"
    )
}

/// What may lead from the ends to by how much they differ: ", which is an overall increase of".
pub(super) fn leads_to_amount(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "is"
            | "was"
            | "be"
            | "which"
            | "that"
            | "this"
            | "representing"
            | "represents"
            | "represented"
            | "it"
            | "means"
            | "meaning"
            | "the"
            | "or"
            | "overall"
            | "net"
            | "marking"
            | "for"
            | "of"
            | "by"
            | "about"
            | "just"
            | "only"
            | "some"
            | "roughly"
            | "nearly"
            | "almost"
            | "around"
            | "approximately"
            | "over"
            | "staggering"
            | "whopping"
            | "massive"
            | "sharp"
            | "total"
            | "annual"
            | "equivalent"
            | "to"
            | "equal"
            | "amounts"
            | "more"
            | "than"
    )
}

/// What is not the change of the two figures but of each year between, or of something else.
pub(super) fn is_paced(next: &str, after: &str) -> bool {
    matches!(
        next,
        "annually" | "yearly" | "monthly" | "annualized" | "annualised" | "compounded" | "per" | "each" | "every"
    ) || next == "a" && matches!(after, "year" | "month" | "week" | "day" | "decade" | "quarter")
        || matches!(next, "of" | "off" | "chance" | "below" | "above" | "owned" | "stake" | "share")
}
