//! The four answers of a condition, and how they combine.

/// What a condition gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It surely does not hold.
    No,
    /// The text does not give something that it asks for.
    Absent,
    /// The wording allows both.
    Perhaps,
    /// It surely holds.
    Yes,
}

impl Answer {
    /// All four.
    pub const ALL: &[Self] = &[Self::No, Self::Absent, Self::Perhaps, Self::Yes];

    /// Both hold: the lower in the order no, absent, perhaps, yes.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if (self as u8) <= (other as u8) { self } else { other }
    }

    /// One of them holds: the higher in the order no, perhaps, absent, yes.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if self.rank_for_or() >= other.rank_for_or() { self } else { other }
    }

    fn rank_for_or(self) -> u8 {
        match self {
            Self::No => 0,
            Self::Perhaps => 1,
            Self::Absent => 2,
            Self::Yes => 3,
        }
    }

    /// What rests on a weak reading: a yes is only possible.
    #[must_use]
    pub fn weakened(self) -> Self {
        if self == Self::Yes { Self::Perhaps } else { self }
    }

    /// Whether it excuses in `unless`: what holds or may hold does, what the text does not give does not.
    pub fn excuses(self) -> bool {
        match self {
            Self::Yes | Self::Perhaps => true,
            Self::No | Self::Absent => false,
        }
    }

    /// Its word in explanations.
    pub fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Absent => "absent",
            Self::Perhaps => "perhaps",
            Self::Yes => "yes",
        }
    }
}

impl From<bool> for Answer {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl std::ops::Not for Answer {
    type Output = Self;

    /// Yes and no change places.
    fn not(self) -> Self {
        match self {
            Self::No => Self::Yes,
            Self::Yes => Self::No,
            Self::Absent | Self::Perhaps => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{self, Absent, No, Perhaps, Yes};

    /// Rows and columns in the order no, absent, perhaps, yes.
    const AND: [[Answer; 4]; 4] =
        [[No, No, No, No], [No, Absent, Absent, Absent], [No, Absent, Perhaps, Perhaps], [No, Absent, Perhaps, Yes]];
    const OR: [[Answer; 4]; 4] = [
        [No, Absent, Perhaps, Yes],
        [Absent, Absent, Absent, Yes],
        [Perhaps, Absent, Perhaps, Yes],
        [Yes, Yes, Yes, Yes],
    ];

    #[test]
    fn tables() {
        for (row, &a) in Answer::ALL.iter().enumerate() {
            for (column, &b) in Answer::ALL.iter().enumerate() {
                assert_eq!(a.and(b), AND[row][column], "{a:?} and {b:?}");
                assert_eq!(a.or(b), OR[row][column], "{a:?} or {b:?}");
            }
        }
        assert_eq!([!No, !Absent, !Perhaps, !Yes], [Yes, Absent, Perhaps, No]);
    }

    #[test]
    fn laws_hold_for_all_triples() {
        for &a in Answer::ALL {
            assert_eq!((a.and(a), a.or(a), !!a), (a, a, a));
            for &b in Answer::ALL {
                assert_eq!((a.and(b), a.or(b)), (b.and(a), b.or(a)));
                assert_eq!(!(a.and(b)), (!a).or(!b));
                assert_eq!(!(a.or(b)), (!a).and(!b));
                for &c in Answer::ALL {
                    assert_eq!(a.and(b).and(c), a.and(b.and(c)));
                    assert_eq!(a.or(b).or(c), a.or(b.or(c)));
                    // Distributing may change perhaps into absent, and never what a rule decides by.
                    let decided = |x: Answer| (x == Yes, x == No);
                    assert_eq!(decided(a.and(b.or(c))), decided(a.and(b).or(a.and(c))));
                    assert_eq!(decided(a.or(b.and(c))), decided(a.or(b).and(a.or(c))));
                }
            }
        }
    }

    #[test]
    fn only_yes_and_perhaps_excuse() {
        assert_eq!(Answer::ALL.iter().filter(|answer| answer.excuses()).count(), 2);
        assert!(!Absent.excuses() && !No.excuses());
        assert_eq!([No, Absent, Perhaps, Yes].map(Answer::weakened), [No, Absent, Perhaps, Perhaps]);
    }
}
