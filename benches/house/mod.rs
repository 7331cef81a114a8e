//! House rules such as newsrooms write, as many as asked for: no two alike, each with an example for and against.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "benchmarks and tests fail by panicking")]

use std::fmt::Write;

/// Things in the singular and in the plural.
const NOUNS: &[(&str, &str)] = &[
    ("seat", "seats"),
    ("patient", "patients"),
    ("school", "schools"),
    ("ship", "ships"),
    ("nurse", "nurses"),
    ("pupil", "pupils"),
    ("voter", "voters"),
    ("prisoner", "prisoners"),
    ("refugee", "refugees"),
    ("soldier", "soldiers"),
    ("officer", "officers"),
    ("worker", "workers"),
    ("house", "houses"),
    ("flat", "flats"),
    ("car", "cars"),
    ("train", "trains"),
    ("bus", "buses"),
    ("flight", "flights"),
    ("passenger", "passengers"),
    ("island", "islands"),
    ("country", "countries"),
    ("village", "villages"),
    ("town", "towns"),
    ("bridge", "bridges"),
    ("hospital", "hospitals"),
    ("bed", "beds"),
    ("doctor", "doctors"),
    ("teacher", "teachers"),
    ("student", "students"),
    ("farmer", "farmers"),
    ("cow", "cows"),
    ("tree", "trees"),
    ("shop", "shops"),
    ("company", "companies"),
    ("customer", "customers"),
    ("user", "users"),
    ("player", "players"),
    ("goal", "goals"),
    ("match", "matches"),
    ("medal", "medals"),
    ("team", "teams"),
    ("club", "clubs"),
    ("fan", "fans"),
    ("book", "books"),
    ("film", "films"),
    ("song", "songs"),
    ("museum", "museums"),
    ("painting", "paintings"),
    ("computer", "computers"),
    ("phone", "phones"),
];

/// Who and what the news is about.
const NAMES: &[&str] = &[
    "Marren",
    "Oster",
    "Ellery",
    "Calder",
    "Brandt",
    "Lindqvist",
    "Osei",
    "Haldane",
    "Tarrow",
    "Vess",
    "Quill",
    "Norrin",
    "Ashby",
    "Dunmore",
    "Kestrel",
    "Larkin",
    "Merrow",
    "Penhale",
    "Rusk",
    "Selby",
    "Thorne",
    "Ullin",
    "Wexcombe",
    "Yarrow",
    "Zell",
];

/// What the names do to things.
const VERBS: &[(&str, &str)] = &[
    ("hire", "hired"),
    ("destroy", "destroyed"),
    ("build", "built"),
    ("sell", "sold"),
    ("close", "closed"),
    ("visit", "visited"),
    ("lose", "lost"),
];

/// What a rule of its number is about.
struct Subject {
    number: usize,
    noun: &'static str,
    nouns: &'static str,
    name: &'static str,
    other: &'static str,
    verb: &'static str,
    past: &'static str,
    figure: usize,
}

impl Subject {
    fn new(number: usize) -> Self {
        // Steps without a common factor, so that every noun comes with many names.
        let (noun, nouns) = NOUNS[number * 7 % NOUNS.len()];
        let (verb, past) = VERBS[number % VERBS.len()];
        let name = NAMES[number * 3 % NAMES.len()];
        let other = NAMES[(number * 3 + 8) % NAMES.len()];
        Self { number, noun, nouns, name, other, verb, past, figure: 20 + number * 13 % 400 }
    }
}

/// The shapes of rules: what each writes under its title.
const SHAPES: &[fn(&Subject) -> String] =
    &[most, most_of_a_name, agreed, told_twice, headline, paid, share, turnout, in_sheet, office, measured, listed];

/// A rule file of so many rules.
pub(crate) fn rules(count: usize) -> String {
    let mut file = String::from("pack house \"House rules\" version 1\n\n");
    let members: Vec<_> = NAMES.iter().map(|name| format!("\"{name}\"")).collect();
    write!(file, "words newsmaker = {}\n\n", members.join(", ")).expect("a string takes all");
    file.push_str(
        "table sheet from \"sheet.csv\"\n  key name text also aliases split \"|\"\n  seats exact\n  beds exact\n\n",
    );
    file.push_str("define plain(c: count) means\n  not c.negated and not c.quoted\n");
    for number in 0..count {
        let clauses = SHAPES[number % SHAPES.len()](&Subject::new(number));
        write!(file, "\nrule house/rule-{number}\n  title     \"What we know, {number}\"\n  severity  warning\n")
            .expect("a string takes all");
        file.push_str("  tags      house\n");
        file.push_str(&clauses);
    }
    file
}

/// The table that the rules look names up in.
pub(crate) fn sheet() -> String {
    let mut table = String::from("name,aliases,seats,beds\n");
    for (number, name) in NAMES.iter().enumerate() {
        writeln!(table, "{name},{name} Town|Greater {name},{},{}", 20 + number, 200 + number)
            .expect("a string takes all");
    }
    table
}

/// A bound on a number of things.
fn most(of: &Subject) -> String {
    let Subject { noun, nouns, past, figure, number, .. } = of;
    let (most, fewer) = (figure * 1000, figure * 3 + number);
    format!(
        "  setting   most = {most}   \"the most that there can be\"
  for each  count c
  where     c.noun is \"{noun}\" and plain(c)
  must      c.value <= most
  message   \"“{{c.text}}”: there are at most {{most}}\"
  mark      c \"more than there are\"
  bad  > They {past} [[{} {nouns}]] in a year.
  good > They {past} {fewer} {nouns} in a year.
",
        most * 2
    )
}

/// A bound on a number of things in sentences about somebody.
fn most_of_a_name(of: &Subject) -> String {
    let Subject { noun, nouns, name, figure, .. } = of;
    format!(
        "  for each  count c
  where     c.noun is \"{noun}\" and c.sentence.text contains \"{name}\" and plain(c)
  must      c.value <= {figure}
  unless    c.sentence.text matches /\\b(planned|proposed|estimated) {nouns}\\b/i
            because \"plans may be larger\"
  message   \"{name} has at most {figure} {nouns}, not {{c.text}}\"
  mark      c \"too many\"
  help      \"Ask the planning desk.\"
  bad  > There are [[{} {nouns}]] in {name} today.
  good > There are {} {nouns} in {name} today.
",
        figure + 10,
        figure - 10
    )
}

/// An agreed figure of what somebody did.
fn agreed(of: &Subject) -> String {
    let Subject { noun, nouns, name, verb, past, figure, .. } = of;
    format!(
        "  why       > The figure was agreed with the desk.
  for each  count c
  where     c.event.agent is \"{name}\" and c.event.verb is \"{verb}\" and c.noun is \"{noun}\"
            and c.part is one of [headline, standfirst, body]
  must      c.value within 10% of {figure}
  message   \"{{c.text}}: the agreed figure is about {figure} {nouns}\"
  mark      c \"figure\"
  bad  > {name} {past} [[{} {nouns}]] last year.
  good > {name} {past} {figure} {nouns} last year.
",
        figure * 2
    )
}

/// Two figures for one event.
fn told_twice(of: &Subject) -> String {
    let Subject { noun, nouns, past, figure, .. } = of;
    format!(
        "  for each  pair of count a, b
  where     a.event is b.event and a.role is b.role and a.noun is \"{noun}\" and b.noun is \"{noun}\"
            and plain(a) and plain(b)
  must      a.value can be b.value
  unless    b.revises is known
  once per  a.event, a.noun
  message   \"{{a.text}} here, {{b.text}} there\"
  mark      a \"here\"
  mark      b \"there\"
  bad  > The storm {past} [[{figure} {nouns}]] on Sunday. The storm {past} [[{} {nouns}]], they said.
  good > The storm {past} {figure} {nouns} on Sunday. The storm {past} {figure} {nouns}, they said.
",
        figure * 2
    )
}

/// The headline against the story.
fn headline(of: &Subject) -> String {
    let Subject { noun, nouns, past, figure, .. } = of;
    format!(
        "  for each  count h, count b
  where     h.part is headline and b.part is body and h.noun is b.noun and b.noun is \"{noun}\"
  must      h.value can be b.value
  unless    some count other with (other.part is body and other.noun is h.noun and other.value can be h.value)
  once per  h
  message   \"{{h.text}} in the headline, {{b.text}} in the story\"
  mark      h \"headline\"
  mark      b \"story\"
  bad
    > # Storm hits [[{} {nouns}]]
    >
    > The storm {past} [[{figure} {nouns}]] on Sunday.
  good
    > # Storm hits {figure} {nouns}
    >
    > The storm {past} {figure} {nouns} on Sunday.
",
        figure * 2
    )
}

/// A bound on what somebody is paid or pays.
fn paid(of: &Subject) -> String {
    let Subject { name, figure, .. } = of;
    format!(
        "  for each  money m
  where     m.currency is \"GBP\" and m.sentence.text matches /\\b{name}\\b/ and not m.quoted
  must      m.value <= {figure} million GBP
  message   \"{{m.text}}: {name} never had more than £{figure}m\"
  mark      m \"too much\"
  bad  > {name} was paid [[£{figure} billion]] for it.
  good > {name} was paid £{figure},000 for it.
"
    )
}

/// A bound on a share of things.
fn share(of: &Subject) -> String {
    let Subject { noun, nouns, name, figure, .. } = of;
    let most = 20 + figure % 60;
    format!(
        "  for each  percent p
  where     p.whole is \"{noun}\" and p.role is share and p.sentence.text contains \"{name}\"
  must      p.value <= {most}%
  message   \"{{p.text}}: at most {most}% of {nouns} in {name}\"
  mark      p \"share\"
  bad  > In {name}, [[{}%]] of {nouns} are old.
  good > In {name}, {}% of {nouns} are old.
",
        most + 10,
        most - 10
    )
}

/// Shares of one thing in one sentence.
fn turnout(of: &Subject) -> String {
    let Subject { noun, nouns, figure, .. } = of;
    let most = 100 + figure % 9;
    format!(
        "  for each  group g of percent p with (p.role is share and p.whole is \"{noun}\") by p.sentence
  where     size(g) >= 2
  must      sum(g.value) <= {most}%
  message   \"the shares of {nouns} come to {{sum(g.value)}}\"
  mark      each g \"{{it.text}}\"
  bad  > In all, [[80%]] of {nouns} are old and [[70%]] of {nouns} are new.
  good > In all, 60% of {nouns} are old and 30% of {nouns} are new.
"
    )
}

/// A fact sheet: how many things each name has.
fn sheet_column(noun: &str) -> &'static str {
    if noun.len().is_multiple_of(2) { "seats" } else { "beds" }
}

fn in_sheet(of: &Subject) -> String {
    let Subject { noun, nouns, name, verb, past, .. } = of;
    let column = sheet_column(noun);
    format!(
        "  for each  count c
  where     c.noun is \"{noun}\" and c.event.verb is \"{verb}\" and c.event.agent is one of newsmaker
            and c.event.agent in sheet
  let       known = sheet[c.event.agent].{column}
  must      c.value <= known
  message   \"{{c.text}}: the sheet says {{known}}\"
  mark      c \"not as in the sheet\"
  bad  > {name} {past} [[5,000 {nouns}]] last year.
  good > {name} {past} 10 {nouns} last year.
"
    )
}

/// The office of a person.
fn office(of: &Subject) -> String {
    let Subject { name, other, .. } = of;
    format!(
        "  for each  title t
  where     t.person is \"{name}\" and t.sentence.text contains \"{other}\"
  must      t.name is \"mayor\" or t.name contains \"mayor\"
  message   \"{{t.person.text}} is the mayor of {other}\"
  mark      t \"office\"
  draft     \"titles are not read widely enough yet\"
"
    )
}

/// A bound on something measured.
fn measured(of: &Subject) -> String {
    let Subject { name, figure, .. } = of;
    format!(
        "  for each  measure m
  where     m.sentence.text contains \"{name}\" and m.unit is one of [\"kilometre\", \"mile\"]
  must      m.value <= {figure} km
  message   \"{{m.text}}: {name} is no longer than {figure} km\"
  mark      m \"too long\"
  bad  > The road to {name} is [[{} km]] long.
  good > The road to {name} is {} km long.
",
        figure * 3,
        figure - 10
    )
}

/// A count against another of the same sentence, beside which nothing else may stand.
fn listed(of: &Subject) -> String {
    let Subject { noun, nouns, name, figure, .. } = of;
    format!(
        "  for each  count c, date d
  where     c.sentence is d.sentence and c.noun is \"{noun}\" and c.sentence.text contains \"{name}\"
            and d.value before year 1990
            and no percent p with p.sentence is c.sentence
  must      c.value <= {figure}
  message   \"{{c.text}} in {{d.text}}: there were at most {figure} before 1990\"
  mark      c \"too many\"
  mark      d \"then\"
  bad  > There were [[{} {nouns}]] in {name} in [[1980]].
  good > There were {} {nouns} in {name} in 1980.
",
        figure * 2,
        figure - 10
    )
}
