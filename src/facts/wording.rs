//! What rough wordings allow; a newsroom may set it.

use super::exact::Exact;

/// How far a figure may lie from the truth by its wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// "about 150": so many per cent on either side.
    pub about: Exact,
    /// "nearly 150": so many per cent below.
    pub nearly: Exact,
    /// Round figures ("300,000"): half a unit of the last digit that is not zero, and at most so many
    /// per cent.
    pub rounding: Exact,
    /// "several": the least and the most.
    pub several: (i128, i128),
    /// "a few", "a handful": the least and the most.
    pub few: (i128, i128),
}

impl Default for Wording {
    fn default() -> Self {
        Self {
            about: Exact::whole(10),
            nearly: Exact::whole(10),
            rounding: Exact::whole(5),
            several: (3, 9),
            few: (2, 9),
        }
    }
}
