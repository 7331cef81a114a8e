//! Words that a point follows without ending the sentence.

/// What is expected after an abbreviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// A name: "Gov.", "St.", "vs.".
    Name,
    /// A number; with anything else the point ends the sentence: "No.", "pp.".
    Number,
    /// A day or year, else the end: "Jan.".
    Date,
    /// An American state, at the end of an address or before a name of its own: "Pa.".
    State,
    /// A state whose abbreviation is a word as well: "Mass.".
    StateOrWord,
    /// It stands at the end of names, and so of sentences as readily as not: "Inc.", "Ave.".
    Either,
}

/// What an abbreviation that is written with a capital expects, by its letters in lower case.
pub(super) fn capital(lower: &str) -> Option<Abbreviation> {
    Some(match lower {
        "adm" | "amb" | "asst" | "atty" | "brig" | "capt" | "cmdr" | "cmsr" | "col" | "comm" | "cpl" | "cllr"
        | "det" | "dr" | "drs" | "fr" | "ft" | "gen" | "gens" | "gov" | "govs" | "hon" | "insp" | "lt" | "maj"
        | "messrs" | "mgr" | "mr" | "mrs" | "ms" | "msgr" | "mt" | "mx" | "pfc" | "ph" | "pres" | "prof" | "profs"
        | "pte" | "pvt" | "rep" | "reps" | "rev" | "sen" | "sens" | "sgt" | "spc" | "ste" | "supt" | "treas" | "vs" => {
            Abbreviation::Name
        }
        "art" | "ch" | "fig" | "figs" | "no" | "nos" | "op" | "par" | "pt" | "rs" | "sec" | "vol" | "vols" => {
            Abbreviation::Number
        }
        "jan" | "feb" | "mar" | "apr" | "jun" | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" | "mon"
        | "tue" | "tues" | "wed" | "weds" | "thu" | "thur" | "thurs" | "fri" | "sat" | "sun" => Abbreviation::Date,
        "ala" | "ariz" | "ark" | "calif" | "colo" | "conn" | "fla" | "ga" | "ky" | "md" | "mich" | "minn" | "mont"
        | "neb" | "nev" | "okla" | "pa" | "tenn" | "va" | "vt" | "wis" | "wyo" => Abbreviation::State,
        "cal" | "del" | "ill" | "ind" | "kan" | "kans" | "la" | "mass" | "miss" | "mo" | "ont" | "ore" | "que"
        | "tex" | "wash" => Abbreviation::StateOrWord,
        "al" | "assn" | "ave" | "bldg" | "blvd" | "bros" | "cie" | "cir" | "co" | "corp" | "cos" | "dept" | "dist"
        | "ed" | "esq" | "est" | "etc" | "hwy" | "inc" | "intl" | "jr" | "ln" | "ltd" | "mfg" | "natl" | "pkwy"
        | "pl" | "plc" | "rd" | "sr" | "st" | "univ" => Abbreviation::Either,
        _ => return None,
    })
}

/// What an abbreviation that is written small expects.
pub(super) fn small(lower: &str) -> Option<Abbreviation> {
    Some(match lower {
        "vs" | "v" | "cf" | "approx" | "viz" | "feat" => Abbreviation::Name,
        "no" | "nos" | "p" | "pp" | "par" | "fig" | "figs" | "vol" | "vols" | "ch" | "sec" | "art" | "c" | "ca"
        | "est" | "max" | "min" | "pt" => Abbreviation::Number,
        "al" | "dept" | "etc" | "ft" | "inc" | "ltd" => Abbreviation::Either,
        _ => return None,
    })
}

/// Initialisms inside a sentence, whatever follows them.
pub(super) fn goes_on(initialism: &str) -> bool {
    matches!(initialism, "e.g." | "i.e." | "a.k.a." | "f.k.a." | "n.b.")
}

/// What follows an American state's name when the state's own institution or officer is meant.
pub(super) fn is_office(lower: &str) -> bool {
    matches!(
        lower,
        "assembly"
            | "attorney"
            | "atty"
            | "commonwealth"
            | "department"
            | "gov"
            | "governor"
            | "house"
            | "legislature"
            | "lt"
            | "rep"
            | "reps"
            | "secretary"
            | "sen"
            | "senate"
            | "sens"
            | "state"
            | "superior"
            | "supreme"
    )
}

/// What follows a town and its state when the town's own officer is meant: "South Bend, Ind. Mayor".
pub(super) fn is_local_office(lower: &str) -> bool {
    matches!(lower, "mayor" | "police" | "sheriff" | "councilman" | "councilwoman")
}

/// What follows "a.m." and "p.m." inside a sentence, but for dates.
pub(super) fn is_zone(lower: &str) -> bool {
    matches!(
        lower,
        "et" | "est"
            | "edt"
            | "ct"
            | "cst"
            | "cdt"
            | "mt"
            | "mst"
            | "mdt"
            | "pt"
            | "pst"
            | "pdt"
            | "gmt"
            | "utc"
            | "bst"
            | "ist"
            | "cet"
            | "cest"
            | "eet"
            | "jst"
            | "aest"
            | "aedt"
            | "akst"
            | "hst"
            | "msk"
            | "eastern"
            | "central"
            | "mountain"
            | "pacific"
            | "greenwich"
            | "zulu"
    )
}

/// A month or a weekday, whole or short.
pub(crate) fn is_date_word(lower: &str) -> bool {
    capital(lower) == Some(Abbreviation::Date)
        || matches!(
            lower,
            "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
        )
}
