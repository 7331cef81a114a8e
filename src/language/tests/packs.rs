//! Several packs: whose names a file sees, and what packs change of each other's rules.

use crate::language::rule::{Change, Pack, Severity};
use crate::language::{self, Mistake};

const CORE: &str = r#"pack core "What everybody needs" version 1
words lights = lamp, bulb
define many(c: count) means c.figure > 9
rule core/lamps
  title    "Too many lamps"
  setting  most = 5 "lamps"
  for each count c
  where    c.noun is one of lights
  must     c.value <= most or many(c)
  message  "{c.text}"
  mark     c "too many"
  bad (name "six") > It has [[6 lamps]].
  good > It has 3 lamps.
"#;

const RULE: &str = r#"
rule house/lamps
  title    "Lamps"
  for each count c
  where    c.noun is one of lights
  must     c.value <= 2
  message  "{c.text}"
  mark     c "too many"
  bad  > It has [[3 lamps]].
  good > It has 2 lamps.
"#;

fn load(house: &[(&str, &str)]) -> (Pack, Vec<Mistake>) {
    let files: Vec<(&str, &str)> = [("core/a.rules", CORE)].into_iter().chain(house.iter().copied()).collect();
    language::load(&files, &|_| Err("no tables here".into()))
}

/// The mistakes of a house file beside the core pack: code, words at the main place, and help.
fn told(house: &[(&str, &str)]) -> Vec<String> {
    let (_, mistakes) = load(house);
    let told = |mistake: &Mistake| {
        let label = &mistake.labels[0];
        let words = label.span.of(&label.source.text);
        format!("{} at {words}: {}", mistake.code.name(), mistake.help.as_deref().unwrap_or_default())
    };
    mistakes.iter().map(told).collect()
}

#[track_caller]
fn sound(house: &[(&str, &str)]) -> Pack {
    let (pack, mistakes) = load(house);
    assert!(mistakes.is_empty(), "{}", super::shown(&mistakes));
    pack
}

#[test]
fn the_names_of_a_pack_are_seen_after_use() {
    let with = |head: &str| told(&[("house/a.rules", &format!("{head}\n{RULE}"))]);
    let none: [&str; 0] = [];
    assert_eq!(with("use core"), none);
    assert_eq!(with("use words lights from core"), none);
    assert_eq!(
        with(""),
        ["name/unknown at lights: `lights` is a word list of the pack `core`: write `use core` at the beginning of \
             the file"]
    );
    assert_eq!(
        with("use words lihgts from core\nwords lights = lamp"),
        ["name/unknown at lihgts: did you mean `lights`?"]
    );
    assert_eq!(with("use table lights from core"), ["name/unknown at table: write `use words lights from core`"]);
    assert_eq!(
        with("use cor"),
        [
            "pack/unknown at cor: did you mean `core`?",
            "name/unknown at lights: `lights` is a \
        word list of the pack `core`: write `use core` at the beginning of the file"
        ]
    );
}

#[test]
fn a_name_of_its_own_goes_before_one_that_is_used() {
    let house = format!("use core\nwords lights = candle\n{RULE}");
    sound(&[("house/a.rules", &house)]);
}

#[test]
fn files_of_a_folder_are_one_pack() {
    let pack = sound(&[("house/a.rules", "pack house \"Ours\" version 2\nuse core\n"), ("house/b.rules", RULE)]);
    let names: Vec<&str> = pack.headers.iter().map(|header| header.name.as_str()).collect();
    assert_eq!(names, ["core", "house"]);
    assert_eq!(pack.rules[1].pack, 1);
}

#[test]
fn names_of_packs_are_not_given_twice() {
    let second = [("house/a.rules", "pack core \"Ours\" version 2\n")];
    assert_eq!(told(&second), ["item/twice at core: name a pack in one of its files, and every pack by its own name"]);
    let house = [("house/a.rules", "pack one \"1\" version 1\n"), ("house/b.rules", "pack two \"2\" version 1\n")];
    assert!(told(&house).is_empty());
    let undecided = [house[0], house[1], ("house/c.rules", "use core\n")];
    assert_eq!(told(&undecided).len(), 1);
    let both = "pack one \"1\" version 1\nwords lights = oil\n";
    let clash = [("one/a.rules", both), ("two/a.rules", "use core\nuse one\n")];
    assert_eq!(told(&clash), ["item/twice at one: say which is meant: `use words lights from core`"]);
    let decided = [("one/a.rules", both), ("two/a.rules", "use core\nuse one\nuse words lights from one\n")];
    assert!(told(&decided).is_empty());
}

#[test]
fn amendments_change_what_they_may() {
    let house = r#"use core
amend core/lamps
  severity error
  setting  most = 8
  tags     house
  unless   c.part is caption because "the picture desk counts"
  help     "Count again: {c.text}."
  excuses  "six"
  good > ! It has 60 lamps.
"#;
    let pack = sound(&[("house/a.rules", house)]);
    let rule = &pack.rules[0];
    assert_eq!(rule.severity, Severity::Error);
    assert_eq!(rule.tags, ["house"]);
    assert_eq!((rule.unless.len(), rule.unless[0].source), (1, 1));
    assert_eq!((rule.help.len(), rule.examples.len(), rule.examples[2].source), (1, 3, 1));
    assert!(rule.excuses(&rule.examples[0]));
    assert!(!rule.excuses(&rule.examples[1]));
    assert_eq!(rule.off(), None);
    let changes: Vec<&Change> = rule.amendments.iter().map(|amended| &amended.what).collect();
    assert_eq!(changes.len(), 7, "{changes:?}");
    let off = sound(&[("house/a.rules", "amend core/lamps off because \"no lamps here\"\n")]);
    assert_eq!(off.rules[0].off(), Some("no lamps here"));
}

#[test]
fn an_amendment_with_a_mistake_changes_nothing() {
    let (pack, mistakes) = load(&[("house/a.rules", "amend core/lamps\n  severity error\n  unless d.part is body\n")]);
    assert_eq!(mistakes.len(), 1, "{}", super::shown(&mistakes));
    assert_eq!(pack.rules[0].severity, Severity::Warning);
    assert!(pack.rules[0].amendments.is_empty());
}

#[test]
fn two_severities_are_kept_for_the_settings_to_decide() {
    let amend = |severity: &str| format!("amend core/lamps\n  severity {severity}\n");
    let (one, two) = (amend("error"), amend("note"));
    let pack = sound(&[("one/a.rules", &one), ("two/a.rules", &two)]);
    assert_eq!(pack.rules[0].disagreements.len(), 1);
    let pack = sound(&[("one/a.rules", &one), ("two/a.rules", &one)]);
    assert!(pack.rules[0].disagreements.is_empty());
}
