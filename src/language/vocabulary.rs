//! The words of the language with their grammar, what they are for and an example: for editors and pages.
//!
//! Tests hold these lists to the ones that the parser and the checker read by.

use super::check::{FORMATS, FUNCTIONS};
use super::parse::{RESERVED, SCALES};
use super::unit;
use serde::Serialize;

/// A word of the language, or a few that go together.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Entry {
    /// As it is written.
    pub word: &'static str,
    /// How it is used: words of the language in quotes, others say what stands there.
    pub grammar: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
    /// It as it may be written.
    pub example: &'static str,
}

const fn entry(word: &'static str, grammar: &'static str, about: &'static str, example: &'static str) -> Entry {
    Entry { word, grammar, about, example }
}

/// What starts an item.
pub static ITEMS: &[Entry] = &[
    entry(
        "pack",
        r#""pack" NAME STRING "version" NUMBER"#,
        "says what the rules of the file belong to",
        r#"pack house "House rules" version 1"#,
    ),
    entry(
        "use",
        r#""use" NAME | "use" ( "words" | "table" | "define" ) NAME "from" NAME"#,
        "takes the names of another pack, or one of them",
        "use core",
    ),
    entry(
        "words",
        r#""words" NAME "=" word { "," word } | "words" NAME "from" STRING "column" NAME"#,
        "a list of words that rules share",
        r#"words vessel = boat, ferry, "fishing boat""#,
    ),
    entry(
        "table",
        r#""table" NAME "from" STRING { [ "key" ] NAME type [ "also" NAME "split" STRING ] [ "split" STRING ] [ STRING ] }"#,
        "a reference table from a CSV file, with a line for each column",
        "table harbours from \"harbours.csv\"\n  key name  text\n  berths    exact",
    ),
    entry(
        "define",
        r#""define" NAME "(" NAME ":" ( kind [ "value" ] | type ) { "," … } ")" "means" expr"#,
        "a condition or value with a name, written out where it is used",
        "define counted(c: count) means not c.negated and not c.quoted",
    ),
    entry(
        "rule",
        r#""rule" group "/" name { clause }"#,
        "a rule, with its clauses on the lines under it",
        "rule house/berths",
    ),
    entry(
        "amend",
        r#""amend" group "/" name ( "off" [ "because" STRING ] | { clause } )"#,
        "narrows a rule of another pack, or switches it off",
        r#"amend count/parts-sum off   because "checked by the data desk""#,
    ),
];

/// What starts a clause of a rule, in the order of a formatted rule.
pub static CLAUSES: &[Entry] = &[
    entry(
        "title",
        r#""title" STRING"#,
        "one line, for lists and documentation",
        r#"title     "More boats than berths""#,
    ),
    entry(
        "draft",
        r#""draft" [ STRING ]"#,
        "keeps the rule from running, and says why",
        r#"draft     "until the berths are counted""#,
    ),
    entry(
        "off",
        r#""off" "because" STRING"#,
        "the rule runs only where a newsroom asks for it by name, and why",
        r#"off       because "houses differ on it""#,
    ),
    entry("severity", r#""severity" ( "error" | "warning" | "note" )"#, "how grave a finding is", "severity  warning"),
    entry("tags", r#""tags" word { "," word }"#, "words to choose rules by", "tags      house, harbour"),
    entry(
        "why",
        r#""why" ( STRING | TEXT )"#,
        "a longer explanation, in Markdown",
        "why\n    > The harbour was counted in 2021.",
    ),
    entry(
        "setting",
        r#""setting" NAME "=" literal [ STRING ]"#,
        "a value that a newsroom may change, and what it is",
        r#"setting   spare = 2   "berths for guests""#,
    ),
    entry(
        "instead",
        r#""instead" "of" group "/" name { "," group "/" name }"#,
        "rules that are not reported where this one is",
        "instead of count/parts-sum",
    ),
    entry(
        "across",
        r#""across" "archive" [ "within" NUMBER ]"#,
        "joins facts of different articles",
        "across    archive within 2 years",
    ),
    entry(
        "for",
        r#""for" "each" ( kind NAME | "pair" "of" kind NAME "," NAME | "group" NAME "of" kind NAME [ "with" condition ] "by" value { "," value } | "row" NAME "of" table ) { "," … }"#,
        "what the rule looks at",
        "for each  pair of count a, b",
    ),
    entry("let", r#""let" NAME "=" expr"#, "a value with a name", "let       most = max(a.value, b.value)"),
    entry(
        "where",
        r#""where" condition"#,
        "which of them count; several are joined by `and`",
        "where     a.noun is b.noun and not a.negated",
    ),
    entry(
        "must",
        r#""must" condition"#,
        "what has to hold; the rule reports where it surely does not",
        "must      a.value can be b.value",
    ),
    entry(
        "unless",
        r#""unless" condition [ "because" STRING ]"#,
        "what excuses, where it holds or may hold",
        r#"unless    a.as_of != b.as_of   because "boats come and go""#,
    ),
    entry("once", r#""once" "per" value { "," value }"#, "at most one report for each value", "once per  a.noun"),
    entry(
        "message",
        r#""message" STRING"#,
        "what is reported, with values in `{…}`",
        r#"message   "{a.text} here, {b.text} there""#,
    ),
    entry(
        "mark",
        r#""mark" [ "each" ] thing STRING"#,
        "a place and what is said of it; the first is the main one",
        r#"mark      a "here""#,
    ),
    entry(
        "help",
        r#""help" ( STRING [ "when" condition ] | TEXT )"#,
        "what to do",
        r#"help      "Count the boats again." when a.part is headline"#,
    ),
    entry(
        "suggest",
        r#""suggest" "replace" thing "with" STRING [ "because" STRING ]"#,
        "what could be written instead",
        r#"suggest   replace a.noun with "{b.noun}""#,
    ),
    entry(
        "bad",
        r#""bad" [ "(" option { "," option } ")" ] TEXT"#,
        "a text that has to be reported, with its marks in `[[…]]`",
        "bad  > There were [[90 boats]] in Marren.",
    ),
    entry("says", r#""says" STRING"#, "words that the message of the example above has", r#"says "60 berths""#),
    entry(
        "becomes",
        r#""becomes" TEXT"#,
        "the text of the example above after the first suggestion",
        "becomes > There were 60 boats in Marren.",
    ),
    entry(
        "good",
        r#""good" [ "(" option { "," option } ")" ] TEXT"#,
        "a text that must not be reported",
        "good > There were 40 boats in Marren.",
    ),
    entry(
        "excuses",
        r#""excuses" STRING { "," STRING }"#,
        "in an amendment: names of examples that need no report any more",
        r#"excuses   "two boats""#,
    ),
];

/// What compares, with the counts `a` and `b` in the examples.
pub static RELATIONS: &[Entry] = &[
    entry("=", r#"value "=" value"#, "figures and dates are surely the same", "a.figure = b.figure"),
    entry("!=", r#"value "!=" value"#, "figures and dates surely differ", "a.figure != b.figure"),
    entry("<", r#"value "<" value"#, "surely less", "a.value < b.value"),
    entry("<=", r#"value "<=" value"#, "surely not more", "a.value <= b.value"),
    entry(">", r#"value ">" value"#, "surely more", "a.value > b.value"),
    entry(">=", r#"value ">=" value"#, "surely not less", "a.value >= b.value"),
    entry("is", r#"thing "is" [ "not" ] thing"#, "the same thing, named value or word", "a.noun is not b.noun"),
    entry(
        "is one of",
        r#"thing "is" [ "not" ] "one" "of" list"#,
        "one of a list or word list",
        "a.part is one of [headline, body]",
    ),
    entry(
        "is a kind of",
        r#"noun "is" [ "not" ] "a" "kind" "of" noun"#,
        "one noun means a kind of the other",
        "a.noun is a kind of b.noun",
    ),
    entry("is known", r#"value "is" "known""#, "the text gives it", "a.event is known"),
    entry("is missing", r#"value "is" "missing""#, "the text does not give it", "a.event is missing"),
    entry("can be", r#"value "can" "be" value"#, "the two could be equal", "a.value can be b.value"),
    entry("within", r#"value "within" tolerance "of" value"#, "no further apart", "a.value within 5% of b.value"),
    entry(
        "in",
        r#"value [ "not" ] "in" ( value "to" value | list | table )"#,
        "in a range, a list or a table",
        "a.value in 1 to 5",
    ),
    entry("before", r#"date "before" date"#, "surely earlier", "article.published before 2020-01-01"),
    entry("after", r#"date "after" date"#, "surely later", "article.published after 2020-01-01"),
    entry(
        "matches",
        r#"text "matches" "/" pattern "/" [ "i" ]"#,
        "a regular expression fits",
        r"a.text matches /\bboats?\b/i",
    ),
    entry(
        "contains",
        r#"text "contains" ( text | list )"#,
        "a text stands in it",
        r#"a.sentence.text contains "Marren""#,
    ),
];

/// What stands in brackets behind `bad` and `good`.
pub static OPTIONS: &[Entry] = &[
    entry("published", r#""published" DATE"#, "the day of the article", "published 2018-07-26"),
    entry("name", r#""name" STRING"#, "what the example is called", r#"name "two boats""#),
    entry("setting", r#""setting" NAME "=" literal"#, "a setting of the rule for this example", "setting spare = 0"),
    entry("todo", r#""todo""#, "a gap that is known, and counted instead of failed", "todo"),
];

/// The types of a table's columns.
pub static COLUMN_TYPES: &[Entry] = &[
    entry("text", r#""text""#, "words", "name      text"),
    entry("number", r#""number""#, "a number that may be rounded", "people    number"),
    entry("exact", r#""exact""#, "an exact number", "berths    exact"),
    entry("date", r#""date""#, "a date, month or year", "since     date"),
    entry("yes_no", r#""yes_no""#, "yes or no", "open      yes_no"),
    entry(
        "list of text",
        r#""list" "of" "text" "split" STRING"#,
        "several texts in one cell",
        r#"quays     list of text split "|""#,
    ),
];

/// The built-in functions; of the examples, `c` is a count, `d` a date, `m` a measure and `b` a breakdown.
pub fn functions() -> Vec<Entry> {
    FUNCTIONS.iter().map(|function| entry(function.name, function.usage, function.about, function.example)).collect()
}

/// What may stand behind the `:` of a hole.
pub fn formats() -> Vec<Entry> {
    FORMATS
        .iter()
        .map(|format| entry(format.name, "\"{\" value \":\" format \"}\"", format.about, format.example))
        .collect()
}

/// The words that may follow a number, beside the three capital letters of a currency.
pub fn units() -> Vec<&'static str> {
    unit::words()
}

/// The words that stand for many, between a number and its unit.
pub fn scales() -> &'static [&'static str] {
    SCALES
}

/// The words that cannot be names.
pub fn reserved() -> &'static [&'static str] {
    RESERVED
}
