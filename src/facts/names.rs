//! The closed lists of named values that facts use, and their words in the rule language.

use crate::article::Part;

/// A closed list of names, as the rule language knows it.
#[derive(Debug, PartialEq, Eq)]
pub struct NameList {
    /// The list's name: `Hedge`.
    pub name: &'static str,
    /// Its members, in the order of the enum.
    pub members: &'static [&'static str],
}

/// A member of a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The list.
    pub list: &'static NameList,
    /// Which member.
    pub index: u8,
}

impl Named {
    /// The member's word.
    pub fn word(self) -> &'static str {
        self.list.members.get(usize::from(self.index)).copied().unwrap_or_default()
    }
}

macro_rules! names {
    ($($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal,)* })*) => {
        $($(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* $variant,)* }

        impl $name {
            /// The list of all members.
            pub const LIST: NameList = NameList { name: stringify!($name), members: &[$($word,)*] };
            /// All members.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The member as a value of the rule language.
            pub fn named(self) -> Named {
                static LIST: NameList = $name::LIST;
                Named { list: &LIST, index: self as u8 }
            }

            /// The member's word in the rule language.
            pub fn word(self) -> &'static str {
                self.named().word()
            }
        })*

        /// Every closed list.
        pub static LISTS: &[&NameList] = &[&PART, $({ static LIST: NameList = $name::LIST; &LIST },)*];
    };
}

names! {
    /// How sure a reading is.
    Certainty {
        /// It could not well be read otherwise.
        Sure = "sure",
        /// It is the usual reading.
        Likely = "likely",
        /// It may be another thing; such a fact excuses, and never accuses.
        Weak = "weak",
    }
    /// How a figure is hedged.
    Hedge {
        /// Not at all.
        Exactly = "exactly",
        /// "about", "some", "roughly".
        About = "about",
        /// "over", "more than".
        Over = "over",
        /// "at least", "no fewer than".
        AtLeast = "at_least",
        /// "under", "fewer than".
        Under = "under",
        /// "up to", "at most".
        AtMost = "at_most",
        /// "nearly", "almost".
        Nearly = "nearly",
        /// "between 40 and 50".
        Range = "range",
        /// "dozens", "hundreds of", "several".
        Dozens = "dozens",
    }
    /// How a count hangs on its event.
    Role {
        /// It does the event: "300 people died".
        Subject = "subject",
        /// It undergoes the event: "killed 300 people".
        Object = "object",
        /// "in 150 countries".
        In = "in",
        /// "of 150 countries".
        Of = "of",
        /// "by 40 votes".
        By = "by",
        /// "among 40 players".
        Among = "among",
        /// "to 40 cities".
        To = "to",
        /// "from 40 cities".
        From = "from",
        /// Any other way.
        Other = "other",
    }
    /// What a date does.
    DateRole {
        /// Something happens then.
        Happening = "happening",
        /// Somebody was born then.
        Birth = "birth",
        /// Somebody died then.
        Death = "death",
        /// Something ends or is due then.
        Deadline = "deadline",
        /// Any other thing.
        Other = "other",
    }
    /// The tense of an event.
    Tense {
        /// "opened", "has opened".
        Past = "past",
        /// "opens".
        Present = "present",
        /// "will open".
        Future = "future",
    }
    /// How much of a sentence a quotation is.
    QuoteKind {
        /// A whole sentence.
        Direct = "direct",
        /// Part of a sentence.
        Partial = "partial",
        /// Not in quotation marks.
        Indirect = "indirect",
    }
    /// In which way a number, or a mark behind a word, is malformed.
    MalformedKind {
        /// Its digits are grouped wrongly.
        Grouping = "grouping",
        /// A year of five digits.
        Year = "year",
        /// A sign, an ending or a point that it cannot have.
        Misprint = "misprint",
        /// The sign of its currency and the word for it.
        Redundant = "redundant",
        /// Two marks where one is meant.
        Marks = "marks",
    }
    /// What a percentage does.
    PercentRole {
        /// Part of a whole.
        Share = "share",
        /// A rise or fall.
        Change = "change",
        /// A rate: of interest, tax, unemployment.
        Rate = "rate",
        /// A likelihood.
        Chance = "chance",
        /// Any other thing.
        Other = "other",
    }
    /// Which way a change goes.
    Direction {
        /// It rises.
        Up = "up",
        /// It falls.
        Down = "down",
    }
    /// What is told of a score.
    Outcome {
        /// Its first side won.
        Win = "win",
        /// The one told of lost.
        Loss = "loss",
        /// Nobody won.
        Draw = "draw",
        /// Somebody won.
        Decided = "decided",
        /// It counts games won and lost.
        Record = "record",
    }
    /// What kind of unit a quantity has.
    UnitKind {
        /// A percentage.
        Percent = "percent",
        /// Percentage points.
        Points = "points",
        /// A number of things, or a bare number.
        Count = "count",
        /// Money.
        Money = "money",
        /// A length.
        Length = "length",
        /// An area.
        Area = "area",
        /// A mass.
        Mass = "mass",
        /// A volume.
        Volume = "volume",
        /// A length of time.
        Time = "time",
        /// A speed.
        Speed = "speed",
        /// A temperature.
        Temperature = "temperature",
        /// An amount of data.
        Data = "data",
        /// Any other unit.
        Other = "other",
    }
}

/// The parts of an article; the enum itself belongs to the floor below.
pub static PART: NameList = NameList {
    name: "Part",
    members: &[
        "headline",
        "standfirst",
        "body",
        "crosshead",
        "caption",
        "pullquote",
        "list",
        "table",
        "sidebar",
        "footnote",
    ],
};

/// A part as a value of the rule language.
pub fn part(part: Part) -> Named {
    Named { list: &PART, index: part as u8 }
}
