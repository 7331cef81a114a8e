//! What an extractor finds: one plain struct for each kind of fact.

use super::date::{DateRange, Precision, Weekday};
use super::exact::Exact;
use super::interval::Interval;
use super::names::{Certainty, DateRole, Direction, Hedge, Outcome, PercentRole, QuoteKind, Role, Tense, UnitKind};
use super::quantity::{Quantity, Unit};
use crate::article::Part;
use crate::source::Span;
use std::sync::Arc;

/// Where and how a fact is stated; every fact has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The words that state it, in the reading text.
    pub span: Span,
    /// Index of the sentence in [`Text::sentences`](crate::text::Text::sentences).
    pub sentence: u32,
    /// Index of the block in [`Article::blocks`](crate::article::Article::blocks).
    pub block: u32,
    /// The part that the block is of.
    pub part: Part,
    /// Whether the words stand inside a quotation.
    pub quoted: bool,
    /// Whether the sentence denies it ("did not reach 150 countries").
    pub negated: bool,
    /// How sure the reading is. Weak facts may excuse, never accuse.
    pub certainty: Certainty,
}

/// A figure as it is written and as it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number as written, scale applied, without hedge; `None` for a range.
    pub written: Option<Exact>,
    /// The lower end of a written range, or the bound that a hedge sets.
    pub low: Option<Exact>,
    /// The upper end of a written range, or the bound that a hedge sets.
    pub high: Option<Exact>,
    /// What the wording can mean: hedge and rounding applied, in the unit as written.
    pub value: super::interval::Interval,
    /// The hedge.
    pub hedge: Hedge,
    /// The words of the hedge.
    pub hedge_span: Option<Span>,
    /// The number itself (digits or number words with their scale word), without hedge, unit and noun.
    pub span: Span,
    /// How the number was written, so that a worked-out one can be printed alike.
    pub style: Style,
}

impl Figure {
    /// How many of its digits count: zeros at the end do after a point alone.
    pub fn digits(&self) -> Option<u32> {
        let shift = i32::from(self.style.decimals) - i32::from(self.style.scale).min(i32::from(self.style.decimals));
        let ten = Exact::whole(10);
        let mut whole = self.written?.times(Exact::power_of_ten(shift)?)?.abs();
        while self.style.decimals == 0 && whole >= ten {
            match whole.over(ten).filter(|next| next.is_whole()) {
                Some(next) => whole = next,
                None => break,
            }
        }
        whole.numerator().checked_ilog10().map(|last| last + 1)
    }
}

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Whether it is in words ("forty").
    pub words: bool,
    /// Decimals after the point.
    pub decimals: u8,
    /// The power of ten of the scale word or suffix: 6 for "1.2 million", else 0.
    pub scale: u8,
    /// Whether it is a range ("40 to 50").
    pub range: bool,
}

/// A noun: what is counted, what a share is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noun {
    /// The head in the singular, lower case: `country`.
    pub key: Box<str>,
    /// The singular with its modifiers as written: `different country`, `hybrid car`.
    pub phrase: Box<str>,
    /// The head as it stands in the text: `countries`.
    pub span: Span,
    /// Where the phrase begins, modifiers included.
    pub phrase_span: Span,
}

/// A verb in its base form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verb {
    /// The base form, lower case: `infect`.
    pub key: Box<str>,
    /// As it stands in the text.
    pub span: Span,
}

/// A name that two facts can share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The canonical form that identities compare by.
    pub key: Box<str>,
    /// As it stands in the text.
    pub span: Span,
}

/// The number of a fact of one kind.
pub type Index = u32;

macro_rules! fact_structs {
    ($($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $ty:ty,)* })*) => {
        $($(#[$meta])* #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// Where and how it is stated.
            pub at: At,
            $($(#[$fmeta])* pub $field: $ty,)*
        })*
    };
}

fact_structs! {
    /// A bare number that counts or measures nothing nameable.
    Number { /// The figure.
        figure: Figure, }
    /// A place in an order: "third", "21st".
    Ordinal { /// The figure.
        figure: Figure, /// What is ordered, where it follows.
        noun: Option<Noun>, }
    /// A number of things.
    Count { /// The figure.
        figure: Figure, /// What is counted.
        noun: Noun, /// What it is told for: "day" in "12 calls a day".
        per: Option<Box<str>>, /// The event that the count takes part in.
        event: Option<Index>, /// How it hangs on the event.
        role: Role, /// Who says it.
        source: Index, /// The day that the count was true.
        as_of: Option<DateRange>, /// The count that this one replaces ("revised from").
        revises: Option<Index>,
        /// The number stands alone and its noun was taken from an earlier count ("36 … 12 in the north").
        elided: bool, }
    /// A quantity with a physical unit, temperatures among them.
    Measure { /// The figure, in the unit as written.
        figure: Figure, /// The value in base units.
        value: Quantity, /// The unit.
        unit: Arc<Unit>, /// The unit as it stands in the text.
        unit_span: Span, /// What is measured.
        of: Option<Noun>, /// The event that it takes part in.
        event: Option<Index>, }
    /// An amount of money.
    Money { /// The figure, in the unit as written.
        figure: Figure, /// The value in the currency's main unit.
        value: Quantity, /// ISO code where certain, else the currency's name.
        currency: Box<str>,
        /// What one amount is paid for: "barrel" in "$40 a barrel".
        per: Option<Box<str>>, /// The event that it takes part in.
        event: Option<Index>, }
    /// A percentage.
    Percent { /// The figure.
        figure: Figure, /// What the percentage does.
        role: PercentRole, /// What it is a share of.
        whole: Option<Noun>, /// The event that it takes part in.
        event: Option<Index>, }
    /// Percentage points or basis points (a hundredth each).
    Points { /// The figure, as written.
        figure: Figure, /// The value in percentage points.
        value: Quantity, }
    /// A share written as a fraction: "one in five", "two-thirds", "3 out of 10".
    Ratio { /// The figure, as a share of one.
        figure: Figure, /// What it is a share of.
        whole: Option<Noun>, }
    /// Any figure that takes part in a change.
    AnyQuantity { /// The figure as written.
        figure: Figure, /// The value.
        value: Quantity, /// What kind of unit it has.
        unit: UnitKind, }
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
    /// How old a person is.
    Age { /// The figure in years (or the unit as written).
        figure: Figure, /// The age as a length of time.
        value: Quantity, /// The unit's singular: `year`, `month`.
        unit: Box<str>, /// Whose: index of a person.
        person: Option<Index>, /// The day that the age is of, or the days that it may be of.
        as_of: Option<DateRange>, /// Whether it is told as the age of the day of publication, known or not.
        now: bool, }
    /// When a person was born.
    Birth { /// The day or year.
        date: DateRange, /// The date as written.
        date_span: Span, /// Who: index of a person.
        person: Index, }
    /// When a person died.
    Death { /// The day or year.
        date: DateRange, /// The date as written.
        date_span: Span, /// Who: index of a person.
        person: Index, }
    /// A day, month, year, season or decade.
    Date { /// The days that are meant; `None` where the wording alone does not say.
        value: Option<DateRange>, /// TIMEX3 value.
        timex: Box<str>, /// The weekday that is written beside it.
        weekday: Option<(Weekday, Span)>, /// Whether that weekday fits, in the years that can be meant.
        weekday_fits: Option<bool>, /// The day of the month as written.
        day: Option<(u8, Span)>, /// How exact it is.
        precision: Precision, /// What the date does.
        role: DateRole, /// The event that it dates.
        event: Option<Index>,
        /// Whether the year (and all else that is coarser) is written, not inferred.
        explicit: bool,
        /// Whether it is reckoned from the day of publication ("yesterday", "on Tuesday").
        relative: bool, }
    /// A written date that does not exist ("31 June").
    BadDate { /// The year, where written.
        year: Option<i32>, /// The month, from one.
        month: u8, /// The day as written.
        day: u8, /// The days that the month has (in that year).
        days: u8, }
    /// A time of day, with or without a day.
    Time { /// TIMEX3 value.
        timex: Box<str>, /// Minutes after midnight, where the wording says.
        minutes: Option<u16>, }
    /// A time that comes again: "every Monday".
    Set { /// TIMEX3 value.
        timex: Box<str>, }
    /// A length of time.
    Duration { /// The figure, in the unit as written.
        figure: Figure, /// The value in days.
        value: Quantity, /// The unit's singular: `day`.
        unit: Box<str>, /// What it is told for: "week" in "40 hours a week".
        per: Option<Box<str>>, /// TIMEX3 value: `P3D`.
        timex: Box<str>, }
    /// A stretch of time with a start, an end, or a length.
    Period { /// When it begins: index of a date.
        start: Option<Index>, /// When it ends: index of a date.
        end: Option<Index>, /// How long it is: index of a duration.
        length: Option<Index>, /// TIMEX3 value: `(1998-01-01,2015-01-01,P17Y)`, `(T16,T17,PT1H)`; `None` where an end is not known.
        timex: Option<Box<str>>, /// Whether it ends before it begins: "from 2pm to 1pm".
        backwards: bool, }
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
        rate: super::interval::Interval, }
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
    /// Two shares and how far they are said to be apart: "44% to 39%, a five-point lead".
    Lead { /// The first: index of a percent.
        first: Index, /// The second: index of a percent.
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
        overlapping: bool, }
    /// Amounts of money or of another unit, and what they come to together.
    Total { /// The sum: index of a quantity.
        whole: Index, /// What is added up: indices of quantities.
        parts: Vec<Index>, }
    /// A number of things, what they come to, and what that is for each of them.
    Average { /// All together: index of a quantity.
        total: Index, /// How many: index of a quantity.
        number: Index, /// For each: index of a quantity.
        each: Index, }
    /// One flow told by two periods: "£850m a year, or £2.3m a day".
    Flow { /// For the longer period: index of a quantity.
        long: Index, /// For the shorter period: index of a quantity.
        short: Index, /// How many of the shorter period there can be in the longer.
        periods: super::interval::Interval, }
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
    /// A range whose first end lies above its second: "between nine and seven".
    Range { /// The first end as written.
        first: Exact, /// The second end as written.
        second: Exact, /// The words of the first end.
        first_span: Span, /// The words of the second end.
        second_span: Span,
        /// Whether the wording can only be a range ("between … and …").
        closed: bool, }
    /// A measure likened to things that readers know: "10 acres, the size of eight football fields".
    Likeness { /// The measure: index of a measure.
        measure: Index, /// How many of the things.
        times: Exact, /// What one of them is called, lower case.
        thing: Box<str>, /// The things as they stand in the text.
        thing_span: Span, /// What is measured: length, area, volume.
        measures: Box<str>,
        /// What one of the things would measure, in metres, squared or cubed.
        size: super::interval::Interval,
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
        near: u32, }
    /// One day or year said twice: "20 years ago, in 1998".
    Redating { /// The first: index of a date.
        first: Index, /// The second: index of a date.
        second: Index, }
    /// How many years ago something was: "the 50th anniversary of the 1968 riots".
    Anniversary { /// The years.
        value: Quantity, /// The number as written.
        figure_span: Span, /// The day or year that they are counted from: index of a date.
        since: Index, /// The day or year that they are counted to.
        as_of: DateRange, }
    /// One time of day in two time zones: "8pm BST (7pm GMT)".
    ClockPair { /// The first: index of a time.
        first: Index, /// The second: index of a time.
        second: Index, /// Whether some offset of the two zones makes them the same.
        fits: bool, }
    /// A well-known event, war or term of office whose year is told.
    Landmark { /// When it was.
        days: DateRange, /// The year told: index of a date.
        told: Option<Index>, /// When whoever is said to have fought in it was born: index of a date.
        born: Option<Index>, /// Whether the year told can be one of it.
        fits: bool, }
    /// A figure held against what a table or the words beside it allow: "won 700 seats in the House of Commons".
    Limit { /// What it is a limit of: `seats`, `edition`.
        of: &'static str, /// The figure and its place.
        figure: (Exact, Span), /// The least that it can be.
        least: Option<Exact>, /// The most that it can be.
        most: Option<Exact>, /// What sets the limit.
        by: Name, }
    /// A number whose digits are grouped wrongly: "6,5000,000".
    Malformed { /// What is wrong with it, for a message.
        fault: Box<str>, }
    /// A mention of a person.
    Person { /// The canonical name.
        name: Name, /// Forename and surname, where the article gives both.
        full_name: Option<Box<str>>, /// The title or honorific before the name.
        title: Option<Name>,
        /// Whether more than one person in the article bears the surname.
        ambiguous: bool, }
    /// Somebody who says something; the first is the article's own voice.
    Source { /// The canonical name; empty for the article's own voice.
        name: Name, }
    /// A place name.
    Location { /// The canonical name.
        name: Name, }
    /// A city said to be the capital of a country.
    Capital { /// The city: index of a location.
        city: Index, /// The country: index of a location.
        country: Index, }
    /// A city said to lie in a country, state or province: "Toledo, Ohio".
    Placing { /// The city.
        city: Name, /// The country, state or province.
        within: Name, /// Whether a place of that name lies there, as far as any gazetteer knows.
        fits: bool, /// The country or American state of the best-known place of that name.
        home: Box<str>, }
    /// How one city lies from another: "Nara, south-west of Tokyo".
    Bearing { /// The city.
        city: Name, /// The city that it is seen from.
        from: Name, /// The direction as written.
        direction: Name, /// The nearest of the eight directions.
        actual: Box<str>, /// The degrees between the two.
        off: Exact, /// How far apart they are said to be: index of a measure.
        distance: Option<Index>, /// How far apart they are.
        apart: Quantity, }
    /// A latitude and a longitude.
    Coordinates { /// Degrees from the equator.
        latitude: Exact, /// Degrees from Greenwich.
        longitude: Exact, }
    /// The party and state of a politician: "Ann Lee (R-Ohio)".
    Affiliation { /// Who: index of a person.
        person: Index, /// The letter of the party.
        party: Box<str>,
        /// The state's name, a misspelt abbreviation as it stands; `None` for a place that is no state.
        state: Option<Box<str>>, }
    /// Two figures of one result: "beat Leeds 3-1", "25,300 votes to 21,200".
    Score { /// The first figure.
        first: Interval, /// The second figure.
        second: Interval, /// What is told of it.
        outcome: Outcome, /// Who won.
        winner: Option<Name>, /// Who lost.
        loser: Option<Name>, /// By how much, as written, and where.
        margin: Option<(Interval, Span)>, /// The number of the game in its series.
        game: Option<(Exact, Span)>, /// Whether games of a series are counted.
        series: bool, /// The most games of the series.
        best_of: Option<(Exact, Span)>, /// The games of a record.
        games: Option<(Exact, Span)>, }
    /// Something that happens.
    Event { /// What happens.
        verb: Verb, /// Who or what does it.
        agent: Option<Noun>, /// When, by the form of the verb.
        tense: Tense, /// Whether it may, should or would happen, or is planned.
        modal: bool,
        /// Verb and agent: what identities compare by.
        key: Box<str>, }
    /// Words in quotation marks.
    Quote { /// How much of a sentence is quoted.
        kind: QuoteKind, /// The number of words.
        words: u32, /// Who says them: index of a person.
        speaker: Option<Index>, }
    /// Who is said to say something.
    Attribution { /// Who: index of a source.
        speaker: Index, /// What is said: index of a quote.
        quote: Option<Index>, /// The verb of saying.
        verb: Verb, }
    /// A person's office or role.
    Title { /// Who: index of a person.
        person: Index, /// The office.
        name: Name, /// Of what.
        org: Option<Box<str>>, }
    /// The numbered entries of an article.
    Enumeration { /// How many there are.
        entries: u32, }
    /// A quotation mark that nothing closes.
    Unclosed { /// The words inside that say whose the quotation is.
        attribution: Option<Span>, }
    /// A closing quotation mark that nothing opens.
    Unopened { /// The words after it that say whose the quotation is.
        attribution: Span, }
    /// A bracket without its partner.
    Parenthesis { /// Whether it is the opening one.
        opens: bool, }
    /// A word printed twice in a row.
    Doubled { /// The word the first time.
        first: Span, }
    /// What was meant for the desk or the machine and got into print.
    Residue { /// What it is, for a message.
        what: &'static str, /// Whether it is one damaged sign, not words.
        sign: bool, }
    /// A number that carries a check of its own: an ISBN, an IBAN.
    Identifier { /// Its scheme.
        scheme: &'static str, /// Whether its check fits its digits.
        fits: bool, /// The last digit that would fit, where the scheme has one.
        expected: Option<Box<str>>, /// What is wrong with its form, for a message.
        fault: Option<Box<str>>, }
    /// A telephone number.
    Phone { /// The code of its country; for the United Kingdom with the figure after it.
        plan: Box<str>, /// The digits after the code of the country.
        digits: u32, }
    /// An address of the web or of mail.
    Address { /// The host, without "www.".
        host: Option<Box<str>>, /// What is wrong with it, for a message.
        fault: Option<&'static str>, /// Another host of the article that differs in one letter.
        near: Option<Box<str>>, }
    /// A link of the markup.
    Link { /// Where it leads, as written.
        target: Box<str>, /// The host or the address of mail that its words are.
        named: Option<Box<str>>, /// The host that it leads to.
        host: Option<Box<str>>, /// Whether it leads to where its words say, where that can be told.
        agrees: Option<bool>, /// What is wrong with the target, for a message.
        fault: Option<&'static str>, }
    /// A hashtag or a handle.
    Handle { /// With its sign, lower case.
        name: Box<str>, /// Another of the article that differs in one letter.
        near: Option<Box<str>>, }
    /// A reference to a table or figure of the article.
    Reference { /// What is referred to.
        noun: &'static str, /// Its number.
        number: u32, /// The number of the last one that the article has.
        last: u32, }
    /// A paragraph that breaks off or ends with a stray word.
    Fragment { /// What it does, for a message.
        what: &'static str, }
    /// A word that sounds like the one that belongs there.
    Lookalike { /// The word that is usual there.
        meant: &'static str, }
    /// A quotation that comes again, in other words or from another mouth.
    Echo { /// Where it stood first.
        first: Span, /// Who says it first and who again, where they are two.
        speakers: Option<(Span, Span)>, /// The word that differs, first and again.
        changed: Option<(Span, Span)>, }
    /// A numbered entry whose number does not follow the one before.
    Gap { /// The entry before.
        previous: Span, /// Its number.
        number: u32, /// The number that would follow.
        expected: u32, }
    /// A block that is printed twice.
    Repeat { /// Where it stood first.
        first: Span, /// The part that it is of, both times.
        words: u32,
        /// How many blocks stand between the two.
        apart: u32, }
}
