//! Who and where: people, places, results, what happens and who says it.

use super::{At, Figure, Index, Name, Noun, Verb};
use crate::facts::date::DateRange;
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::names::{Outcome, QuoteKind, Tense};
use crate::facts::quantity::Quantity;
use crate::source::Span;

fact_structs! {
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
        within: Name, /// What that is called where no city stands beside it: Iraq for "Iraqi", Oregon for "Ore.".
        region: Box<str>, /// Whether a place of that name lies there, as far as any gazetteer knows.
        fits: bool, /// The country or American state of the best-known place of that name.
        home: Box<str>, }
    /// A coast that a land is said to have: "Portugal's Mediterranean coast".
    Coast { /// The land.
        land: Name, /// The sea, where it is named.
        sea: Option<Name>, /// Whether the land has a coast on no sea.
        landlocked: bool, /// Whether the land has such a coast, as far as the table knows.
        fits: bool, }
    /// A border that two countries are said to have: "Poland's border with Ukraine".
    Border { /// The country.
        land: Name, /// The one beyond it.
        other: Name, /// Whether the two have a border, as anybody counts.
        fits: bool, }
    /// A country said to lie in a part of the world: "the west African country of Ghana".
    WorldRegion { /// The country.
        land: Name, /// The part of the world, as written.
        region: Name, /// Whether anybody counts the country in it.
        fits: bool, }
    /// An office of a country: "England's chief medical officer".
    Post { /// The office.
        office: Name, /// The country, by its canonical name.
        land: Name, /// Who holds it: index of a person.
        holder: Option<Index>, }
    /// A capital that stands for its government: "Tehran's request".
    Metonym { /// The capital.
        city: Name, /// Its country.
        country: Box<str>, /// A country of a like name, where the article names that one and not the capital's own.
        like: Option<Box<str>>, }
    /// The place and the rest of a line that opens a story: "SEOUL, Dec. 19 —".
    Dateline { /// Where the article spells the place otherwise, and nowhere as it stands here.
        near: Option<Span>, }
    /// How one city lies from another: "Nara, south-west of Tokyo".
    Bearing { /// The city.
        city: Name, /// The city that it is seen from.
        from: Name, /// The direction as written.
        direction: Option<Name>, /// The nearest of the eight directions.
        actual: Box<str>, /// The degrees between the two.
        off: Option<Exact>, /// How far apart they are said to be: index of a measure.
        distance: Option<Index>, /// How far apart they are.
        apart: Quantity, /// Whether the one is said to be near the other.
        near: bool, }
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
}
