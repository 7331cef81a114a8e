//! The codes of mistakes: stable names, one list.

use super::diagnostic::Grade;

macro_rules! codes {
    ($($code:ident $name:literal $grade:ident $about:literal)*) => {
        /// What kind of mistake it is. The name is stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Code { $(#[doc = $about] $code,)* }

        impl Code {
            /// Every code, in the order of the stages that find them.
            pub const ALL: &[Self] = &[$(Self::$code,)*];

            /// Its stable name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// What it means, in one line.
            pub fn about(self) -> &'static str {
                match self { $(Self::$code => $about,)* }
            }

            /// Whether such a mistake keeps a rule from loading.
            pub fn grade(self) -> Grade {
                match self { $(Self::$code => Grade::$grade,)* }
            }
        }
    };
}

codes! {
    UnknownItem "layout/unknown-item" Error "a line at the left margin does not start an item"
    IndentedItem "layout/indented-item" Error "an item does not start at the left margin"
    UnknownClause "layout/unknown-clause" Error "a line starts with a word that is no clause"
    Outside "layout/outside" Error "a line belongs to no item"
    TextHere "layout/text-here" Error "a line of text stands under a clause that takes none"
    Unexpected "syntax/unexpected" Error "something stands where the grammar does not allow it"
    UnclosedString "syntax/unclosed-string" Error "a string or pattern does not end on its line"
    AndOr "syntax/and-or" Error "`and` and `or` are mixed without parentheses"
    SomeAnd "syntax/some-and" Error "a condition after `some … with …` may belong inside or outside"
    Chained "syntax/chained" Error "comparisons are chained"
    Symbol "syntax/symbol" Error "a sign of another language stands for one of ours"
    CannotBe "syntax/cannot-be" Warning "`cannot be` is written for `!=`"
    BadNumber "syntax/number" Error "a number or date that does not exist"
    RunTogether "syntax/run-together" Warning "two strings side by side are joined without a blank"
    TooDeep "syntax/too-deep" Error "an expression is nested too deeply"
    UnknownPack "pack/unknown" Error "there is no such pack, or a file does not say to which it belongs"
    ItemTwice "item/twice" Error "two items have one name"
    UnknownName "name/unknown" Error "a name is not known"
    ReservedName "name/reserved" Error "a reserved word is used as a name"
    NameTwice "name/twice" Error "a name is given twice"
    NameLikeValue "name/like-value" Error "a bare word could be a name of the rule or a value of a closed list"
    Unused "name/unused" Warning "a name is never used"
    UnknownKind "kind/unknown" Error "there is no such kind of fact"
    UnknownField "field/unknown" Error "a fact has no such field, or a row no such column"
    UnknownFunction "function/unknown" Error "there is no such function or definition"
    Arguments "function/arguments" Error "a function is called with the wrong number of arguments"
    UnknownUnit "unit/unknown" Error "there is no such unit"
    Mismatch "type/mismatch" Error "two types do not go together"
    NotACondition "type/condition" Error "a condition is wanted and something else is given, or the reverse"
    UseIs "compare/use-is" Error "`=` compares figures and dates; things are compared with `is`"
    UseEquals "compare/use-equals" Error "`is` compares things; figures and dates are compared with `=`"
    Itself "compare/itself" Error "something is compared with itself"
    Impossible "condition/impossible" Error "a rule can never report"
    Constant "condition/constant" Warning "a part of a condition always comes out the same"
    HedgedEqual "compare/hedged" Warning "`=` compares two values as meant, which are surely equal only if both are exact"
    Invisible "script/invisible" Error "a file holds a character that cannot be seen"
    MixedScripts "script/mixed" Error "a word mixes letters of two scripts that look alike"
    NeverPattern "pattern/never" Error "a pattern fits no text"
    NeverWord "words/never" Warning "a word is never found in a text"
    Pattern "pattern/invalid" Error "a pattern does not compile"
    BadId "rule/id" Error "the id of a rule is not written as `group/name`"
    MissingClause "rule/missing-clause" Error "a rule lacks a clause that it needs"
    ClauseTwice "rule/clause-twice" Error "a clause is given twice"
    NoExample "rule/no-example" Error "a rule has no example that it must report, or none that it must not"
    UnknownRule "rule/unknown" Error "there is no such rule"
    TooLarge "rule/too-large" Error "a rule has too many parts, or grows too large when its definitions are written out"
    Amends "amend/clause" Error "an amendment changes what only the rule itself may say"
    AmendsNothing "amend/nothing" Error "an amendment changes nothing"
    Disagree "amend/disagree" Error "two amendments of one rule disagree"
    UnknownExample "amend/unknown-example" Error "there is no bad example of that name"
    UnknownSetting "setting/unknown" Error "a rule has no such setting"
    SettingType "setting/type" Error "a setting is given something of another type"
    UnknownSeverity "rule/severity" Error "there is no such severity"
    Unconnected "join/unconnected" Error "nothing ties the variables of a rule together"
    Symmetric "join/symmetric" Warning "each pair would be reported twice"
    Archive "across/shape" Error "a rule across the archive does not look at two facts of two articles"
    Possible "must/possible" Error "a rule would report what is only possible"
    StrayBrace "template/stray-brace" Error "a `}` closes nothing"
    MayBeAbsent "template/may-be-absent" Error "a message uses what the text may not give"
    UnknownFormat "template/format" Error "there is no such format, or it does not fit the value"
    NotATemplate "template/not-here" Error "a string with holes stands where plain words are wanted"
    NoPlace "mark/no-place" Error "something is marked that has no place in the text"
    MarkEach "mark/each" Error "`mark each` and a single thing, or `mark` and a set"
    Unmarked "mark/missing" Warning "a variable takes no part in the report"
    Computed "suggest/computed" Error "something is replaced that does not stand in the text"
    ExampleMarks "example/marks" Error "the marks of an example do not pair, or are missing"
    ExampleOption "example/option" Error "an option of an example is not known or does not fit"
    Becomes "example/becomes" Error "`becomes` or `says` belongs to no `bad` example, or nothing is suggested"
    Recursive "define/recursive" Error "a definition refers to itself"
    WordTwice "words/twice" Error "a word list holds a word twice"
    TableRead "table/read" Error "a table cannot be read"
    TableColumn "table/column" Error "a declared column is missing or wrongly declared"
    TableCell "table/cell" Error "a cell does not fit its column's type"
    TableKey "table/key" Error "a key is missing, empty or given twice"
    TableRagged "table/ragged" Error "a row has more or fewer cells than the header"
    SettingsSyntax "settings/syntax" Error "a file of settings or stets is no valid TOML, or a line of a baseline no finding"
    SettingsKey "settings/key" Error "a file of settings or stets has a key that is not known, or lacks one"
    SettingsType "settings/type" Error "a value of a file of settings or stets is not what its key takes"
    SettingsPack "settings/pack" Error "a pack or file that the settings name cannot be read"
}
