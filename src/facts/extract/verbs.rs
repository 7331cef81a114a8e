//! Words that decide how clauses are read: verbs of saying, plans, verbs with an object, times.

use super::times::is_weekday;
use crate::text::Text;

/// Whether a noun phrase tells a time: "last year", "Monday".
pub(super) fn is_time(text: &Text<'_>, head: usize) -> bool {
    is_weekday(text.lower(head))
        || matches!(
            text.lower(head),
            "year"
                | "month"
                | "week"
                | "day"
                | "today"
                | "yesterday"
                | "tonight"
                | "morning"
                | "evening"
                | "night"
                | "weekend"
                | "time"
                | "years"
                | "months"
                | "weeks"
                | "days"
                | "hours"
                | "spring"
                | "summer"
                | "autumn"
                | "winter"
        )
}

pub(super) fn is_negative(text: &Text<'_>, at: usize) -> bool {
    let lower = text.lower(at);
    lower.ends_with("n't") || lower.ends_with("n’t")
}

/// Verbs that never go without an object.
pub(super) fn takes_object(base: &str) -> bool {
    matches!(
        base,
        "kill"
            | "injure"
            | "wound"
            | "arrest"
            | "detain"
            | "infect"
            | "displace"
            | "evacuate"
            | "rescue"
            | "destroy"
            | "damage"
            | "hospitalise"
            | "hospitalize"
            | "charge"
            | "convict"
            | "sentence"
            | "jail"
            | "free"
            | "release"
            | "recover"
            | "seize"
            | "trap"
            | "strand"
            | "affect"
            | "hurt"
            | "make"
            | "build"
            | "find"
            | "kidnap"
            | "abduct"
            | "execute"
            | "poison"
            | "confirm"
            | "report"
            | "expel"
            | "deport"
            | "shoot"
            | "stab"
            | "employ"
            | "suspect"
            | "accuse"
            | "hold"
            | "take"
            | "use"
            | "know"
            | "base"
            | "publish"
            | "hire"
            | "see"
            | "own"
            | "sell"
            | "buy"
            | "hit"
            | "impose"
            | "create"
            | "need"
            | "involve"
            | "identify"
            | "elect"
    )
}

/// Verbs of saying and thinking, after which a clause can follow without "that".
pub(super) fn is_saying(text: &Text<'_>, at: usize) -> bool {
    matches!(
        text.lower(at),
        "said"
            | "say"
            | "says"
            | "added"
            | "told"
            | "believe"
            | "believes"
            | "believed"
            | "think"
            | "thinks"
            | "thought"
            | "claimed"
            | "claims"
            | "claim"
            | "reported"
            | "reports"
            | "announced"
            | "confirmed"
            | "confirms"
            | "know"
            | "knew"
            | "estimated"
            | "estimates"
            | "estimate"
            | "insisted"
            | "insists"
            | "warned"
            | "noted"
            | "showed"
            | "shows"
            | "suggested"
            | "suggests"
            | "hoped"
            | "hope"
            | "hopes"
            | "feared"
            | "found"
            | "learned"
            | "wrote"
    )
}

/// Words after which "to" and a verb tell of a plan: "plans to open", "is due to open".
pub(super) fn is_plan(text: &Text<'_>, at: usize) -> bool {
    matches!(
        text.lower(at),
        "plan"
            | "plans"
            | "planned"
            | "planning"
            | "expect"
            | "expects"
            | "expected"
            | "scheduled"
            | "set"
            | "due"
            | "going"
            | "intends"
            | "intend"
            | "intended"
            | "hopes"
            | "hope"
            | "hoped"
            | "aims"
            | "aim"
            | "aimed"
            | "agreed"
            | "agrees"
            | "vowed"
            | "pledged"
            | "promised"
            | "wants"
            | "want"
            | "wanted"
            | "likely"
            | "about"
    )
}
