//! Per cent, percentage points and basis points after a number, and what a percentage does.

use crate::facts::exact::Exact;
use crate::facts::names::PercentRole;
use crate::facts::quantity::{Dimension, Unit};
use crate::text::Text;
use std::sync::{Arc, LazyLock};

/// What follows a number that is a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Percentage {
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// Basis points: a hundredth of a percentage point each.
    Basis,
}

impl Percentage {
    /// How many percentage points one is.
    pub(super) fn points(self) -> Exact {
        match self {
            Self::Percent | Self::Points => Exact::ONE,
            Self::Basis => Exact::fraction(1, 100).unwrap_or_default(),
        }
    }
}

impl Percentage {
    /// The unit that the figure counts in, where it is not the percentage point.
    pub(super) fn unit(self) -> Option<Arc<Unit>> {
        static BASIS: LazyLock<Arc<Unit>> = LazyLock::new(|| {
            let hundredth = Exact::fraction(1, 100);
            let name = "basis point".into();
            Arc::new(Unit { name, dimension: Dimension::default(), factor: hundredth, offset: Exact::ZERO })
        });
        (self == Self::Basis).then(|| Arc::clone(&BASIS))
    }
}

/// Reads "%", "per cent", "percentage points" and the like at the token `at`; gives one past the last token.
pub(super) fn read(text: &Text<'_>, at: usize) -> Option<(Percentage, usize)> {
    let at = if text.lower(at) == "-" && text.glued(at) && text.glued(at + 1) { at + 1 } else { at };
    let joined = |at: usize| if matches!(text.lower(at), "-") { at + 1 } else { at };
    let end = match text.lower(at) {
        "%" | "％" | "٪" | "percent" | "pct" | "percents" => at + 1,
        "pc" if text.glued(at) => at + 1,
        "per" if text.lower(joined(at + 1)) == "cent" => joined(at + 1) + 1,
        "percentage" if matches!(text.lower(joined(at + 1)), "point" | "points") => {
            return Some((Percentage::Points, joined(at + 1) + 1));
        }
        "basis" if matches!(text.lower(joined(at + 1)), "point" | "points") => {
            return Some((Percentage::Basis, joined(at + 1) + 1));
        }
        "bps" | "bp" => return Some((Percentage::Basis, at + 1)),
        "pp" | "ppt" | "ppts" => return Some((Percentage::Points, at + 1)),
        _ => return None,
    };
    let next = joined(end);
    if matches!(text.lower(next), "point" | "points") && text.lower(next + 1) != "of" {
        return Some((Percentage::Points, next + 1));
    }
    Some((Percentage::Percent, end))
}

/// What a percentage does: words around it decide.
///
/// `first` is its first token, hedge included, `end` one past its last.
pub(super) fn role(text: &Text<'_>, first: usize, end: usize, floor: usize) -> PercentRole {
    let next = text.lower(end);
    match next {
        "chance" | "probability" | "likelihood" | "odds" | "risk" => return PercentRole::Chance,
        "rise" | "increase" | "fall" | "drop" | "decline" | "cut" | "jump" | "gain" | "loss" | "growth"
        | "reduction" | "surge" | "slump" | "slide" | "decrease" | "hike" | "raise" | "boost" | "higher" | "lower"
        | "more" | "less" | "fewer" | "bigger" | "smaller" | "larger" | "up" | "down" | "discount" | "off"
        | "above" | "below" | "faster" | "slower" | "cheaper" | "premium" => return PercentRole::Change,
        "rate" | "interest" | "tax" | "unemployment" | "inflation" | "tariff" | "tariffs" | "vat" | "yield"
        | "coupon" | "duty" | "levy" | "surcharge" => return PercentRole::Rate,
        _ => {}
    }
    let from = first.saturating_sub(4).max(floor);
    for at in (from..first).rev() {
        match text.lower(at) {
            "rose" | "risen" | "rise" | "rises" | "rising" | "fell" | "fallen" | "fall" | "falls" | "falling"
            | "up" | "down" | "grew" | "grow" | "grown" | "growing" | "growth" | "jumped" | "jump" | "climbed"
            | "surged" | "soared" | "gained" | "lost" | "dropped" | "drop" | "declined" | "decline" | "decreased"
            | "increased" | "increase" | "increasing" | "cut" | "slipped" | "slid" | "tumbled" | "plunged"
            | "added" | "shed" | "advanced" | "by" | "slumped" | "dipped" | "shrank" | "reduced" | "raised"
            | "higher" | "lower" => {
                return PercentRole::Change;
            }
            "rate" | "rates" | "inflation" | "unemployment" | "interest" | "yield" | "yields" | "tax" | "vat" => {
                return PercentRole::Rate;
            }
            "chance" | "probability" | "likelihood" => return PercentRole::Chance,
            "," | ";" | "and" | "but" | "while" | "to" => break,
            _ => {}
        }
    }
    if next == "of" { PercentRole::Share } else { PercentRole::Other }
}
