//! Relations: figures that say something of each other.

use super::{At, Figure, Index, Name, Noun};
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::names::Direction;
use crate::facts::quantity::Quantity;
use crate::source::Span;

fact_structs! {
    /// A rise or fall from one value to another, by an amount.
    Change { /// The value before: index of a quantity.
        from: Option<Index>, /// The value after: index of a quantity.
        to: Option<Index>, /// The relative change: index of a percent.
        by: Option<Index>, /// The same as a fraction: index of a ratio.
        part: Option<Index>, /// The difference: index of a quantity.
        difference: Option<Index>, /// Which way, where a word says so.
        direction: Option<Direction>, /// What changes.
        of: Option<Noun>,
        /// The word that says which way ("rose", "fall").
        cue: Option<Span>, }
    /// One value as so many times another: "doubled", "three times as many", "a sixfold increase".
    Multiple { /// How many times: 1/2 for "halved".
        figure: Figure, /// Which way, where it is told as a change.
        direction: Option<Direction>, /// What it is a multiple of: index of a quantity.
        from: Option<Index>, /// What is the multiple: index of a quantity.
        to: Option<Index>, /// The same change in per cent: index of a percent.
        by: Option<Index>, /// What is multiplied.
        of: Option<Noun>, /// The event that tells it.
        event: Option<Index>, }
    /// Two counts in one sentence with at most three words between.
    Chain { /// The first: index of a count.
        first: Index, /// The words between, lower case.
        joiner: Box<str>, /// The second: index of a count.
        second: Index, }
    /// One measure restated in another unit: "100 miles (161 km)".
    Conversion { /// The first: index of a measure.
        first: Index, /// The second: index of a measure.
        second: Index,
        /// The first as written, in base units.
        worked_out: Quantity, /// All that the second's digits can stand for, in base units.
        given: Quantity,
        /// The second as written, in base units.
        worked_back: Quantity, /// All that the first's digits can stand for, in base units.
        original: Quantity,
        /// Whether differences of temperatures are meant ("warmed by 1.5C (2.7F)").
        difference: bool, }
    /// One sum restated in another currency: "$1.2bn (£780m)".
    Exchange { /// The first: index of a money.
        first: Index, /// The second: index of a money.
        second: Index,
        /// How many units of the first currency one of the second is taken for; digits as rounded.
        rate: Interval, }
    /// A share said twice: "one in five (20%)".
    Restatement { /// The fraction: index of a ratio.
        ratio: Index, /// The percentage: index of a percent.
        percent: Index, }
    /// A part of a whole with its percentage or fraction: "51 of 340 rooms (15%)".
    Share { /// The part: index of a quantity.
        part: Index, /// The whole: index of a quantity.
        whole: Index, /// The percentage: index of a percent.
        percent: Option<Index>, /// The fraction: index of a ratio.
        ratio: Option<Index>, }
    /// An amount and the share that it is of a whole whose size is not told: "4,500 homes, 26% of the total".
    Proportion { /// The amount: index of a quantity.
        part: Index, /// The share: index of a percent.
        percent: Index, /// The words of the whole, in lower case, and where they stand.
        whole: (Box<str>, Span), /// What is counted in the amount.
        of: Option<Noun>,
        /// How large the two make the whole.
        implied: Quantity, }
    /// How many died.
    Toll { /// The number.
        figure: Figure, /// Whether it is told as the toll itself: "the toll of 93".
        stated: bool, }
    /// Two shares and how far they are said to be apart: "44% to 39%, a five-point lead".
    Lead { /// The first: index of a quantity.
        first: Index, /// The second: index of a quantity.
        second: Index, /// How far they are said to be apart: index of a quantity.
        apart: Index, }
    /// The margin of error of a poll.
    Margin { /// The people asked: index of a count.
        sample: Index, /// The margin: index of a quantity.
        error: Index, }
    /// A whole and its parts.
    Breakdown { /// The whole: index of a count.
        whole: Index, /// The parts: indices of counts.
        parts: Vec<Index>, /// Whether the parts are all there is.
        exhaustive: bool, /// Whether the parts may share members.
        overlapping: bool, /// Whether each of the whole is of one part or the other: "the drug", "a placebo".
        opposed: bool, }
    /// Amounts of money or of another unit, and what they come to together.
    Total { /// The sum: index of a quantity.
        whole: Index, /// What is added up: indices of quantities.
        parts: Vec<Index>,
        /// Whether the sum may hold more than the parts ("including").
        partial: bool, }
    /// A number of things, what they come to, and what that is for each of them.
    Average { /// All together: index of a quantity.
        total: Index, /// How many: index of a quantity.
        number: Index, /// For each: index of a quantity.
        each: Index, }
    /// One flow told by two periods: "£850m a year, or £2.3m a day".
    Flow { /// For the longer period: index of a quantity.
        long: Index, /// For the shorter period: index of a quantity.
        short: Index, /// How many of the shorter period there can be in the longer.
        periods: Interval, }
    /// What came, what went, and what is left of it: "gained 38 seats and lost 10, a net gain of 28".
    Net { /// What the net is taken from: index of a quantity.
        more: Index, /// What is taken off: index of a quantity.
        less: Index, /// The net: index of a quantity.
        net: Index, }
    /// Seats won, all seats, and a majority: "331 of 650 seats, a majority of 12".
    Majority { /// Twice the seats won, less all seats.
        over: Exact, /// The majority as written.
        by: Exact, /// The seats won, with those they are of.
        won: Span, /// All seats.
        whole: Span, /// The words of the majority.
        by_span: Span, }
    /// Shares of one whole that nobody is in two of.
    Partition { /// The shares: indices of percents.
        shares: Vec<Index>, /// Whether they are all there is.
        closed: bool, }
    /// A place in an order and the years of those before: "her third title after wins in 2015 and 2018".
    History { /// The place: index of an ordinal.
        ordinal: Index, /// How many years are listed.
        earlier: u32, /// The years.
        list: Span, }
    /// Names and figures that are told one for one: "Lee, Chan and Diaz scored 4, 7 and 9 respectively".
    Respective { /// How many names.
        names: u32, /// How many figures.
        figures: u32, /// The names.
        names_span: Span, /// The figures.
        figures_span: Span, }
    /// An announced number of things and the things.
    Listing { /// The announced number: index of a count.
        announced: Index, /// The things: indices of items.
        items: Vec<Index>, /// Whether the list is closed.
        complete: bool, }
    /// One thing of a listing.
    Item { /// Its head, where it has one.
        noun: Option<Noun>, }
    /// A measure likened to things that readers know: "10 acres, the size of eight football fields".
    Likeness { /// The measure: index of a measure.
        measure: Index, /// How many of the things.
        times: Exact, /// What one of them is called.
        thing: Name, /// What is measured: length, area, volume.
        measures: Box<str>,
        /// What one of the things would measure, in metres, squared or cubed.
        size: Interval,
        /// Whether the measure is of an area that lies in the place ("10 acres of Texas").
        within: bool, }
    /// A unit that does not measure what the words beside it tell: "23 square miles wide".
    Mismatch { /// What does not fit: dimension, power, rate.
        of: Box<str>, /// What is wrong with it, for a message.
        fault: Box<str>, }
    /// Two figures with the same digits and another scale, told in the same words.
    Rescaled { /// The words of the first.
        first: Span, /// How many times the one is the other: 1,000, 1,000,000.
        times: Exact, /// How many digits the two share, zeros at the end apart.
        digits: u32, /// How many telling words their sentences share.
        shared: u32, /// How many of them stand near both.
        near: u32, /// Whether both are told as the price or the size of one thing.
        same: bool, /// Whether the second is told as known already.
        again: bool, }
    /// A figure held against what a table or the words beside it allow: "won 700 seats in the House of Commons".
    Limit { /// What it is a limit of: `seats`, `edition`.
        of: &'static str, /// The figure and its place.
        figure: (Exact, Span), /// The least that it can be.
        least: Option<Exact>, /// The most that it can be.
        most: Option<Exact>, /// What sets the limit.
        by: Name, }
}
