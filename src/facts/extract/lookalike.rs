//! Words that sound like the one that belongs there, by the company they keep; and reductions of what is wanted.

use super::Reading;
use super::triggers::Trigger;
use crate::facts::model::Lookalike;
use crate::facts::names::Certainty;
use crate::text::Text;

/// A word, words of which one must stand near, and what was meant.
struct Slip {
    word: &'static str,
    /// One of these stands within [`REACH`] tokens after the word.
    after: &'static [&'static str],
    /// Or one of these before it.
    before: &'static [&'static str],
    meant: &'static str,
}

/// How far the telling word may stand, in tokens.
const REACH: usize = 3;

macro_rules! slips {
    ($($word:literal > [$($after:literal),*] < [$($before:literal),*] = $meant:literal;)*) => {
        &[$(Slip { word: $word, after: &[$($after),*], before: &[$($before),*], meant: $meant },)*]
    };
}

/// Pairs that editors list, each with the words that tell.
const SLIPS: &[Slip] = slips! {
    "peddled" > ["bike", "bicycle", "uphill", "downhill", "furiously"] < [] = "pedalled";
    "peddling" > ["bike", "bicycle", "uphill", "furiously"] < [] = "pedalling";
    "peddle" > ["bike"] < ["gas"] = "pedal";
    "chord" > ["injury", "injuries"] < ["spinal", "umbilical", "vocal"] = "cord";
    "chords" > ["nodules"] < ["vocal"] = "cords";
    "cord" > ["progression"] < ["musical"] = "chord";
    "principle" > ["players", "dancer", "investigator", "photography", "residence", "cast"] < ["school", "vice"] = "principal";
    "principals" > [] < ["guiding", "basic"] = "principles";
    "cohorts" > [] < ["in"] = "cahoots";
    "reign" > [] < ["free"] = "rein";
    "reigns" > [] < ["handed", "took", "taken"] = "reins";
    "baited" > ["breath"] < [] = "bated";
    "tow" > ["line"] < ["under"] = "toe";
    "towing" > ["line"] < [] = "toeing";
    "pique" > [] < ["sneak"] = "peek";
    "peak" > [] < ["sneak"] = "peek";
    "peaked" > ["interest", "curiosity"] < [] = "piqued";
    "peaks" > ["interest", "curiosity"] < [] = "piques";
    "hoard" > ["fans", "people", "tourists"] < [] = "horde";
    "hoards" > ["fans", "people", "tourists", "shoppers"] < [] = "hordes";
    "horde" > ["cash", "gold", "coins"] < [] = "hoard";
    "slight" > ["hand"] < [] = "sleight";
    "mute" > ["point"] < [] = "moot";
    "stationary" > ["shop", "supplies", "cupboard"] < [] = "stationery";
    "stationery" > ["car", "vehicle", "bike", "traffic"] < [] = "stationary";
    "discrete" > ["affair", "enquiries", "inquiries"] < [] = "discreet";
    "complimentary" > ["medicine", "skills", "colours", "colors"] < [] = "complementary";
    "callous" > ["feet"] < [] = "callus";
    "canvas" > ["voters", "opinion"] < [] = "canvass";
    "canvased" > ["voters", "opinion", "residents"] < [] = "canvassed";
    "cannon" > [] < ["biblical", "western", "literary"] = "canon";
    "canon" > ["fire", "fired"] < ["water", "loose"] = "cannon";
    "gorilla" > ["warfare", "war", "tactics", "marketing"] < [] = "guerrilla";
    "guerilla" > [] < ["silverback"] = "gorilla";
    "waist" > ["time", "money"] < ["toxic", "nuclear"] = "waste";
    "deserts" > ["menu"] < ["sweet"] = "desserts";
    "desserts" > [] < ["just"] = "deserts";
    "rye" > ["smile", "humour", "humor"] < [] = "wry";
    "wrapped" > ["attention"] < [] = "rapt";
    "wreck" > ["havoc"] < [] = "wreak";
    "wrecked" > ["havoc"] < [] = "wreaked";
    "wrecking" > ["havoc"] < [] = "wreaking";
    "tact" > [] < ["different", "new", "change"] = "tack";
    "dye" > ["cast"] < [] = "die";
    "died" > ["blonde"] < [] = "dyed";
    "grizzly" > ["murder", "killing", "scene", "details"] < [] = "grisly";
    "grisly" > ["bear", "bears"] < [] = "grizzly";
    "populous" > [] < ["general"] = "populace";
    "roll" > ["model", "models"] < [] = "role";
    "sited" > ["example", "reasons"] < [] = "cited";
    "sowed" > ["button", "dress"] < [] = "sewed";
    "vein" > ["attempt"] < [] = "vain";
    "vain" > [] < ["similar", "same"] = "vein";
    "vial" > [] < ["utterly"] = "vile";
    "whet" > [] < ["soaking"] = "wet";
    "wet" > ["appetite", "appetites"] < [] = "whet";
    "yolk" > [] < ["under", "throw"] = "yoke";
    "lightening" > ["strike", "strikes", "bolt", "storm", "struck"] < ["by"] = "lightning";
    "breach" > ["birth", "delivery"] < [] = "breech";
    "broach" > ["diamond"] < ["diamond"] = "brooch";
    "alter" > [] < ["church", "wedding"] = "altar";
    "curb" > ["crawling", "crawler"] < [] = "kerb";
    "marshal" > ["arts", "law"] < [] = "martial";
    "medal" > ["detector"] < ["sheet"] = "metal";
    "meddle" > [] < ["gold", "silver", "bronze"] = "medal";
    "straight" > [] < ["bering", "taiwan"] = "strait";
    "straights" > [] < ["dire"] = "straits";
    "taught" > ["muscles", "rope"] < [] = "taut";
    "throws" > [] < ["death"] = "throes";
    "pedal" > ["drugs"] < [] = "peddle";
    "hail" > ["hearty"] < [] = "hale";
    "hanger" > ["plane", "planes", "airport"] < ["aircraft"] = "hangar";
    "plain" > ["crash", "crashed"] < [] = "plane";
    "foul" > ["swoop"] < [] = "fell";
};

/// What is good, and its opposite; a reduction of the first is hardly wanted.
const WANTED: &[(&str, &str)] = &[
    ("literacy", "illiteracy"),
    ("employment", "unemployment"),
    ("equality", "inequality"),
    ("security", "insecurity"),
    ("efficiency", "inefficiency"),
];

/// Verbs of reducing.
const REDUCING: &[&str] = &[
    "halve",
    "halving",
    "eradicate",
    "eradicating",
    "eliminate",
    "eliminating",
    "combat",
    "combating",
    "tackle",
    "tackling",
];

/// The words of both lists.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    SLIPS.iter().map(|slip| slip.word).chain(WANTED.iter().map(|(word, _)| *word))
}

/// Finds words that sound like what belongs there.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::LOOKALIKE) {
        next = at + 1;
        let Some(meant) = meant(text, at) else { continue };
        let fact = reading.at(text.span(at, at), Certainty::Likely);
        reading.facts.lookalikes.push(Lookalike { at: fact, meant });
    }
}

fn meant(text: &Text<'_>, at: usize) -> Option<&'static str> {
    let lower = text.lower(at);
    let end = |after: usize| matches!(text.word(after), "." | "," | ";" | ":" | "");
    for slip in SLIPS.iter().filter(|slip| slip.word == lower) {
        let after =
            (at + 1..=at + REACH).take_while(|&after| !end(after)).any(|after| slip.after.contains(&text.lower(after)));
        let before = (at.saturating_sub(2)..at).any(|before| slip.before.contains(&text.lower(before)));
        if after || before {
            return Some(slip.meant);
        }
    }
    let (_, opposite) = WANTED.iter().find(|(word, _)| *word == lower)?;
    let verb = at.checked_sub(1).map_or("", |before| text.lower(before));
    let rate = matches!(text.lower(at + 1), "rate" | "rates" | "." | "," | "by" | "in" | "levels");
    (REDUCING.contains(&verb) && rate).then_some(opposite)
}
