//! Facts: an article's text in, what it states out.
//!
//! [`Facts::read`] runs the extractors of `extract/` in the order of their table. Facts are plain
//! data: hedges, rounding and partial dates become intervals when they are read, once.
//!
//! To add a kind of fact: its struct in its family of `model/`, its line in that of `schema/`, one file under
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

use model::{Acronym, Address, Echo, Fragment, Gap, Handle, Identifier, Link, Lookalike, Phone, Reference};
use model::{
    Affiliation, Bearing, Border, Coast, Coordinates, Dateline, Limit, Metonym, Placing, Post, Score, WorldRegion,
};
use model::{
    Age, Anniversary, AnyQuantity, Attribution, BadDate, Birth, Breakdown, Capital, Chain, Change, ClockPair,
    Conversion, Count, Date, Death, Doubled, Duration, Enumeration, Event, Exchange, Item, Landmark, Lead, Likeness,
    Listing, Location, Malformed, Margin, Measure, Mismatch, Money, Multiple, Number, Ordinal, Parenthesis, Percent,
    Period, Person, Points, Quote, Range, Ratio, Redating, Repeat, Rescaled, Residue, Restatement, Set, Share, Source,
    Time, Title, Unclosed, Unopened,
};
use model::{Average, Flow, History, Majority, Net, Partition, Proportion, Respective, Sectioning, Toll, Total};

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
    posts: Post, metonyms: Metonym, datelines: Dateline,
    placings: Placing, coasts: Coast, borders: Border, world_regions: WorldRegion, affiliations: Affiliation, bearings: Bearing, coordinates: Coordinates, scores: Score, limits: Limit,
    numbers: Number, ordinals: Ordinal, counts: Count, measures: Measure, moneys: Money, percents: Percent,
    ages: Age, anniversaries: Anniversary, averages: Average, bad_dates: BadDate, births: Birth, breakdowns: Breakdown, chains: Chain, changes: Change, clock_pairs: ClockPair, conversions: Conversion, dates: Date, deaths: Death, durations: Duration, exchanges: Exchange, flows: Flow, histories: History, items: Item, landmarks: Landmark, leads: Lead, likenesses: Likeness, listings: Listing, majorities: Majority, malformed: Malformed, margins: Margin, mismatches: Mismatch, multiples: Multiple, nets: Net, partitions: Partition, people: Person, periods: Period, points: Points, proportions: Proportion, quantities: AnyQuantity, ranges: Range, ratios: Ratio, redatings: Redating, rescaled: Rescaled, respectives: Respective, restatements: Restatement, sets: Set, shares: Share, times: Time, tolls: Toll, totals: Total,
    sources: Source, locations: Location, capitals: Capital, events: Event, quotes: Quote,
    attributions: Attribution, titles: Title, enumerations: Enumeration, sectionings: Sectioning, unclosed: Unclosed, unopened: Unopened,
    parentheses: Parenthesis, doubled: Doubled, residues: Residue, identifiers: Identifier, phones: Phone,
    addresses: Address, links: Link, handles: Handle, references: Reference, fragments: Fragment, acronyms: Acronym,
    lookalikes: Lookalike, echoes: Echo, gaps: Gap, repeats: Repeat,
}
