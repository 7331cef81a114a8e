//! Facts: an article's text in, what it states out.
//!
//! [`Facts::read`] runs the extractors of `extract/` in the order of their table. Facts are plain
//! data: hedges, rounding and partial dates become intervals when they are read, once.
//!
//! To add a kind of fact: its struct in `model.rs`, its line in `schema.rs`, one file under
//! `extract/` with its line in the table there, and its cases in `fixtures/facts/`.

pub mod date;
pub mod exact;
pub mod extract;
pub mod interval;
pub mod model;
pub mod names;
pub mod quantity;
pub mod schema;
pub mod units;
pub mod value;
pub mod wording;

use model::{
    Age, Anniversary, AnyQuantity, Attribution, BadDate, Birth, Breakdown, Capital, Chain, Change, ClockPair,
    Conversion, Count, Date, Death, Doubled, Duration, Enumeration, Event, Exchange, Item, Landmark, Lead, Listing,
    Location, Malformed, Margin, Measure, Money, Multiple, Number, Ordinal, Parenthesis, Percent, Period, Person,
    Points, Quote, Range, Ratio, Redating, Repeat, Rescaled, Residue, Restatement, Set, Share, Source, Time, Title,
    Unclosed, Unopened,
};
use model::{Average, Flow, History, Majority, Net, Partition, Respective, Total};

macro_rules! facts {
    ($($(#[$meta:meta])* $plural:ident: $ty:ident,)*) => {
        /// All facts of one article, by kind, each kind in the order of the text.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Facts {
            $(#[doc = concat!("All facts of the kind `", stringify!($ty), "`.")] pub $plural: Vec<$ty>,)*
        }
    };
}

facts! {
    numbers: Number, ordinals: Ordinal, counts: Count, measures: Measure, moneys: Money, percents: Percent,
    points: Points, ratios: Ratio, quantities: AnyQuantity, changes: Change, multiples: Multiple, ages: Age, births: Birth,
    deaths: Death, landmarks: Landmark, dates: Date, bad_dates: BadDate, times: Time, sets: Set, durations: Duration, periods: Period,
    chains: Chain, conversions: Conversion, exchanges: Exchange, restatements: Restatement, shares: Share,
    leads: Lead, margins: Margin, breakdowns: Breakdown, listings: Listing, items: Item, ranges: Range, rescaled: Rescaled, malformed: Malformed, redatings: Redating, anniversaries: Anniversary, clock_pairs: ClockPair, people: Person, totals: Total, averages: Average, flows: Flow, nets: Net, majorities: Majority, partitions: Partition, histories: History, respectives: Respective,
    sources: Source, locations: Location, capitals: Capital, events: Event, quotes: Quote,
    attributions: Attribution, titles: Title, enumerations: Enumeration, unclosed: Unclosed, unopened: Unopened,
    parentheses: Parenthesis, doubled: Doubled, residues: Residue, repeats: Repeat,
}
