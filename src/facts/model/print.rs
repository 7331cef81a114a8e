//! What is printed: quotation marks, brackets, links, lists, and what went wrong with them.

use super::At;
use crate::source::Span;

/// What a word has in common with the one that belongs in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resembling {
    /// It sounds alike.
    Sound,
    /// It is the opposite: "halve literacy rates".
    Opposite,
    /// It is the same name, spelled otherwise.
    Name,
}

fact_structs! {
    /// The numbered entries of an article.
    Enumeration { /// How many there are.
        entries: u32, }
    /// The crossheads of an article in which nothing is numbered or listed.
    Sectioning { /// How many there are.
        headings: u32, }
    /// A quotation mark that nothing closes.
    Unclosed { /// The words inside that say whose the quotation is.
        attribution: Option<Span>, }
    /// A closing quotation mark that nothing opens.
    Unopened { /// The words after it that say whose the quotation is.
        attribution: Option<Span>, }
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
    /// A long name whose short form stands behind it in brackets: "General Services Administration (GSA)". The letters
    /// are those of the name, or two neighbours among them changed places.
    Acronym { /// The letters of the short form.
        short: Box<str>, /// The first letters of the words of the name, as many.
        initials: Box<str>, }
    /// A paragraph that breaks off or ends with a stray word.
    Fragment { /// What it does, for a message.
        what: &'static str, }
    /// A word or name that is like the one that belongs there.
    Lookalike { /// The word that is usual there.
        meant: &'static str, /// What the two have in common.
        like: Resembling, }
    /// A quotation that comes again, in other words or from another mouth.
    Echo { /// Where it stood first.
        first: Span, /// Who says it first and who again, where they are two.
        speakers: Option<(Span, Span)>, /// The word that differs, first and again.
        changed: Option<(Span, Span)>, /// The words that only one of the two has, and the other.
        missing: Option<(Span, Span)>, }
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
