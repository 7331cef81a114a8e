//! The words that names of people are told by: given names, honorifics, particles, and what is no person.

use crate::text::words::{WordMap, WordSet};
use std::sync::LazyLock;

/// What a word before a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Prefix {
    /// Mr, Dr, Sir: somebody follows.
    Honorific,
    /// President, Judge: an office, which may be the office only.
    Office,
    /// Former, Deputy, Vice: goes before an office.
    Modifier,
}

/// How surely a word is a given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// Nearly always.
    Firm,
    /// It is a word or a place first of all.
    Soft,
}

static GIVEN: LazyLock<WordMap<Given>> = LazyLock::new(|| {
    let table = include_str!("../../../tables/given_names.txt");
    let mut given = Given::Firm;
    let mut names = WordMap::default();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('=') {
            given = Given::Soft;
        } else {
            names.extend(line.split_ascii_whitespace().map(|name| (name, given)));
        }
    }
    names
});

/// Surnames that are ordinary words or place names.
static SURNAMES: LazyLock<WordSet> = LazyLock::new(|| {
    "white black brown green gray grey young king hill wood woods cook baker lee long price wells waters rivers brooks banks \
     bush rice berry cherry rose bell ball cooper carter mason miller turner walker parker porter potter fisher hunter \
     farmer gardener shepherd bishop pope knight page noble little short small strong armstrong swift sharp wise good bright \
     moon day winter summer may march holiday frost snow rain storm hale stone steel silver gold diamond marsh moore lake \
     pond ford bridges church temple hall house rooms chambers parks field fields west north east south england france \
     ireland scotland wales holland washington lincoln jackson madison jefferson houston dallas austin cleveland hamilton \
     lancaster york bradford preston bolton burton chester foster fox wolf lamb bird crow crane drake hawk swan buck hart \
     bass pike cross case chase grant hope joy love power powers gates pitt cruise crowe cage ross street lane rhodes \
     ward webb weaver taylor smith tailor thatcher sawyer cutler chandler dyer glover fuller tyler slater plumber cash \
     mills dale glen heath moss reed reid root branch barker barber butcher butler spencer steward stewart marshall judge \
     park bridge court castle forest garden gardens valley port bay beach tower bank"
        .split_ascii_whitespace()
        .collect()
});

static PREFIXES: LazyLock<WordMap<Prefix>> = LazyLock::new(|| {
    let mut words = WordMap::default();
    let mut add =
        |prefix: Prefix, list: &'static str| words.extend(list.split_ascii_whitespace().map(|word| (word, prefix)));
    add(Prefix::Honorific, "mr mrs ms miss mx dr sir dame prof rev fr sr hon messrs madame monsieur herr frau señor");
    add(
        Prefix::Office,
        "president minister chancellor premier governor gov senator sen representative rep congressman \
        congresswoman mayor councillor councilman councilwoman cllr alderman judge justice magistrate attorney general \
        gen admiral adm colonel col major maj captain capt lieutenant lt sergeant sgt corporal cpl private pvt commander \
        cmdr brigadier marshal officer constable detective det inspector insp superintendent supt sheriff chief \
        commissioner secretary ambassador pope cardinal archbishop bishop reverend father pastor imam rabbi ayatollah \
        sheikh king queen prince princess duke duchess lord lady baron baroness earl professor coach manager director \
        chairman chairwoman chairperson chair chief executive ceo speaker prosecutor coroner emperor sultan emir crown \
        treasurer spokesman spokeswoman spokesperson trooper agent deputy warden lawyer barrister doctor nurse actor \
        actress singer author striker midfielder goalkeeper defender quarterback editor economist analyst journalist \
        reporter presenter comedian rapper musician footballer golfer jockey tennis candidate leader mp msp mep td",
    );
    add(
        Prefix::Modifier,
        "former ex vice deputy prime assistant acting interim emerita emeritus then outgoing incoming late first second \
        foreign home finance defence defense health education interior justice us u.s. uk staff police fire state \
        associate senior lead head district american british french german russian chinese shadow",
    );
    words
});

/// Last words of names that are not of people.
static NOT_PEOPLE: LazyLock<WordSet> = LazyLock::new(|| {
    "bank street road avenue lane drive boulevard park county foundation institute school hospital airport stadium act law \
     prize award awards cup trophy center centre hotel island islands river lake beach city town village church cathedral \
     college museum theatre theater hall house court bridge square station tower group company co corp corporation ltd llc \
     inc plc party union times post news journal tribune herald gazette telegraph mail guardian observer day week month \
     year university academy association society club fc united rovers wanderers athletic league championship open \
     festival show prison jail clinic trust fund council committee commission agency department ministry office bureau \
     service services force army navy police building plaza mall market markets store stores shop restaurant cafe bar pub \
     inn gardens garden farm farms estate mountain mount mountains hill hills valley creek bay harbour harbor port point \
     cape coast district borough parish region province state states republic kingdom north south east west northern \
     southern eastern western international national global world american capital partners associates holdings \
     industries systems technologies technology motors airlines airways records entertainment studios pictures media \
     press magazine books publishing memorial monument library gallery arena field grounds course syndrome disease law \
     doctrine amendment bill case trial inquiry report plan deal accord treaty protocol brothers sisters sons family fed treasury energy alert cowboys customs marines standards arbor league \
     families stakes derby classic tour series formula brewery brewing winery foods products project program programme \
     initiative campaign coalition alliance movement network channel radio television tv fm line lines railway rail \
     highway route tunnel canal dam reservoir forest reserve zoo aquarium base camp fort castle palace abbey priory \
     spokesman spokeswoman monday tuesday wednesday thursday friday saturday sunday january february march april june \
     july august september october november december jan feb mar apr aug sept oct nov dec"
        .split_ascii_whitespace()
        .collect()
});

/// Capitalised words that no name begins or goes on with.
static STOP: LazyLock<WordSet> = LazyLock::new(|| {
    "the a an and or but of in on at by for with from to he she it they we i you his her its their our my this that these \
     those there here who what when where why how if as because since while after before although though however \
     meanwhile also then now yes no not so such some many most more all both each every another other one two three four \
     five six seven eight nine ten monday tuesday wednesday thursday friday saturday sunday january february march april \
     june july august september october november december jan feb mar apr aug sep sept oct nov dec photo photograph image \
     picture file credit getty reuters according despite during until under over about against among between without \
     within into through only even just still yet again once last next first second third new old is are was were be has \
     have had do does did can could will would may might should must let read more watch related in-depth video caption \
     read facebook twitter pinterest whatsapp linkedin instagram google youtube amazon microsoft apple republican republicans democrat democrats \
     democratic conservative conservatives labour liberal congress parliament senate house mps mp gop nhs fbi cia bbc cnn \
     afp ap nfl nba mlb uefa fifa eu un us uk usa u.s. u.n. u.k. d.c. e.u. l.a. n.y. u.s u.n u.k p.m. a.m. d-n nato god christmas easter thanksgiving covid covid-19 internet english \
     french german american british chinese russian indian japanese australian canadian scottish irish welsh african \
     european asian spanish italian iraqi iranian israeli palestinian syrian turkish korean mexican brazilian dutch \
     swedish muslim muslims christian jewish jews catholic black white brexit"
        .split_ascii_whitespace()
        .collect()
});

/// Whether the word is a common given name, and how surely; lower case.
pub(super) fn given(lower: &str) -> Option<Given> {
    GIVEN.get(lower).copied()
}

/// Whether the word is a given name that is nearly always one; lower case.
pub(super) fn is_given(lower: &str) -> bool {
    given(lower) == Some(Given::Firm)
}

/// Whether an ordinary word is a common surname; lower case.
pub(super) fn is_surname(lower: &str) -> bool {
    SURNAMES.contains(lower)
}

/// What the word says before a name; lower case.
pub(super) fn prefix(lower: &str) -> Option<Prefix> {
    PREFIXES.get(lower).copied()
}

/// Whether a word in lower case joins the parts of a name.
pub(super) fn is_particle(lower: &str) -> bool {
    matches!(
        lower,
        "de" | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "ibn"
            | "al"
            | "el"
            | "la"
            | "le"
            | "di"
            | "da"
            | "del"
            | "della"
            | "dos"
            | "du"
            | "ter"
            | "ten"
            | "st"
            | "mac"
            | "ap"
            | "y"
            | "e"
            | "af"
    )
}

/// Whether a word names kin; lower case.
pub(super) fn is_kin(lower: &str) -> bool {
    matches!(
        lower,
        "son"
            | "sons"
            | "daughter"
            | "daughters"
            | "father"
            | "mother"
            | "brother"
            | "sister"
            | "husband"
            | "wife"
            | "grandson"
            | "granddaughter"
            | "grandfather"
            | "grandmother"
            | "nephew"
            | "niece"
            | "cousin"
            | "uncle"
            | "aunt"
            | "stepson"
            | "twin"
            | "stepfather"
            | "stepmother"
            | "stepdaughter"
            | "parents"
            | "boy"
            | "girl"
            | "baby"
            | "widow"
            | "partner"
            | "fiance"
            | "namesake"
    )
}

/// Whether a name that ends so is none of a person; lower case.
pub(super) fn is_not_person(lower: &str) -> bool {
    NOT_PEOPLE.contains(lower)
}

/// The words that are neither part of a name nor a title before it.
pub(super) fn stops() -> impl Iterator<Item = &'static str> {
    STOP.keys().filter(|word| prefix(word).is_none() && !is_particle(word))
}

/// Whether the word is never part of a name; lower case.
pub(super) fn is_stop(lower: &str) -> bool {
    STOP.contains(lower)
}

/// Whether the word follows a name: Jr, III.
pub(super) fn is_suffix(lower: &str) -> bool {
    matches!(lower, "jr" | "sr" | "ii" | "iii" | "iv")
}
