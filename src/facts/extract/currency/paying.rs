//! Words of paying near a name that money shares with other things: pounds, marks, crowns.

use crate::text::Text;

/// Whether the name at the token `at` is one of money: a scale word before it, or words of paying near by.
pub(super) fn is_money(text: &Text<'_>, at: usize, large: bool) -> bool {
    if text.lower(at + 1) == "of" {
        return is_money_word(text.lower(at + 2));
    }
    if large {
        return true;
    }
    let stop = |at: &usize| !matches!(text.word(*at), "." | "?" | "!" | ";");
    (at.saturating_sub(7)..at).rev().take_while(stop).any(|at| is_money_word(text.lower(at)))
        || matches!(text.lower(at + 1), "note" | "notes" | "coin" | "coins" | "sterling" | "fine" | "prize")
        || matches!((text.lower(at + 1), text.lower(at + 2)), ("worth", "of"))
}

pub(super) fn is_money_word(lower: &str) -> bool {
    [
        "cost",
        "costs",
        "costing",
        "paid",
        "pay",
        "pays",
        "paying",
        "worth",
        "price",
        "prices",
        "priced",
        "fined",
        "fine",
        "spend",
        "spent",
        "spending",
        "earn",
        "earned",
        "earning",
        "earns",
        "salary",
        "wage",
        "wages",
        "debt",
        "loan",
        "bill",
        "money",
        "raise",
        "raised",
        "funding",
        "charged",
        "charge",
        "fee",
        "fees",
        "owed",
        "invest",
        "invested",
        "investment",
        "profit",
        "profits",
        "revenue",
        "sold",
        "bought",
        "tax",
        "savings",
        "donated",
        "donate",
        "budget",
        "compensation",
        "quid",
        "prize",
        "cash",
        "fortune",
    ]
    .contains(&lower)
}
