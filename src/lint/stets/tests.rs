//! Articles with stets, and what becomes of their findings.

use super::{Desk, Entry, Fate, Signed, Tally, read as read_signed, with};
use crate::article::{READERS, ReadOptions, read};
use crate::engine::Running;
use crate::language::load;
use crate::language::rule::RuleSource;
use crate::language::rule::Severity;
use crate::lint::Linter;
use crate::lint::known::Filed;
use crate::lint::settings::{self, Asked, choose, flaws};
use std::path::Path;
use std::sync::Arc;

const RULES: &str = r#"
rule count/lamps
  title    "Lamps"
  severity error
  for each count c
  where    c.noun is "lamp"
  must     c.value <= 5
  message  "{c.text}"
  mark     c "too many"
  bad  > There were [[9 lamps]].
  good > There were 3 lamps.

rule count/ships
  title    "Ships"
  severity error
  for each count c
  where    c.noun is "ship"
  must     c.value <= 5
  message  "{c.text}"
  mark     c "too many"
  bad  > There were [[9 ships]].
  good > There were 3 ships.
"#;

/// Checks an article with stets on 1 May 2026; a line a finding: the rule and the marked words, and
/// `=` with the reason where it stands.
fn settled(name: &str, text: &str, settings: &str, only: &[&str]) -> Vec<String> {
    let (pack, mistakes) = load(&[("a.rules", RULES)], &|_| Err("no tables".into()));
    assert!(mistakes.is_empty(), "{mistakes:#?}");
    let source = crate::language::rule::RuleSource { name: "factlint.toml".into(), text: settings.into() };
    let settings = settings::read(&Arc::new(source)).unwrap();
    let asked = Asked { only: only.iter().map(|name| (*name).to_owned()).collect(), drafts: false };
    let chosen = choose(&settings, &[], &pack, &asked).unwrap();
    let linter = Linter::with(Arc::new(pack), &chosen, Running::default());
    let reader = READERS.iter().find(|reader| name.ends_with(reader.extensions[0])).unwrap();
    let article = read(Path::new(name).to_str().unwrap(), text.into(), reader, &ReadOptions::default()).unwrap();
    let mut findings = linter.check(&article).findings;
    let flaws = flaws(&settings, &[], &asked);
    let today = "2026-05-01".parse().unwrap();
    let signed = Signed::default();
    let desk = Desk { linter: &linter, flaws: &flaws, signed: &signed, today, narrowed: !only.is_empty() };
    let filed = Filed { path: name.to_owned(), id: None };
    assert_eq!(desk.settle(&article, &filed, &mut findings), []);
    let line = |finding: &crate::lint::finding::Finding| {
        let words = article.written(finding.marks[0].place).replace('\n', " ");
        let stet = finding.stet.as_ref().map(|stet| format!(" = {}", stet.why)).unwrap_or_default();
        let graver = if finding.severity == Severity::Warning { "" } else { "!" };
        format!("{graver}{}: {words}{stet}", finding.rule)
    };
    findings.iter().map(line).collect()
}

fn check(name: &str, text: &str, want: &[&str]) {
    assert_eq!(settled(name, text, "", &[]), want, "{text}");
}

#[test]
fn a_comment_reaches_its_paragraph() {
    let stands = "!count/lamps: 9 lamps = they are small";
    let md = |text: &str, want: &[&str]| check("a.md", &format!("# Lamps\n\nIt is dark.\n\n{text}"), want);
    md("<!-- stet count/lamps: they are small -->\nThere were 9 lamps.", &[stands]);
    md(
        "<!-- stet count/lamps: they are small -->\n\nThere were 9 lamps.\n\nThere were 8 lamps.",
        &[stands, "!count/lamps: 8 lamps"],
    );
    md(
        "There were 9 lamps <!-- stet count/lamps: they are small -->in it.\n\nThere were 8 lamps.",
        &[stands, "!count/lamps: 8 lamps"],
    );
    md(
        "There were 9 lamps.\n<!-- stet count/lamps: they are small -->\n\nThere were 8 lamps.",
        &[stands, "!count/lamps: 8 lamps"],
    );
    md(
        "There were 9 lamps.\n<!-- stet count/lamps: they are small -->\nThere were 8 lamps.",
        &[stands, "!count/lamps: 8 lamps = they are small"],
    );
    md("There were 9 lamps.\n\n<!-- stet count/lamps: they are small -->\n", &[stands]);
    md(
        "- There were 9 lamps. <!-- stet count/lamps: they are small -->\n- There were 8 lamps.",
        &[stands, "!count/lamps: 8 lamps"],
    );
    md(
        "<!-- stet count/lamps: they are small -->\n- There were 9 lamps.\n- There were 8 lamps.\n\nThere were 7 lamps.",
        &[stands, "!count/lamps: 8 lamps = they are small", "!count/lamps: 7 lamps"],
    );
    md(
        "- It is dark.\n- <!-- stet count/lamps: they are small --> There were 9 lamps.\n- There were 8 lamps.",
        &[stands, "!count/lamps: 8 lamps"],
    );
    md(
        "<!-- stet count/lamps: they are small -->\n\n| a | b |\n|---|---|\n| It had 9 lamps | now |\n| It had 8 lamps | now |",
        &[stands, "!count/lamps: 8 lamps = they are small"],
    );
    check(
        "a.html",
        "<h1>Lamps</h1><p>It is dark.</p><!-- stet count/lamps: they are small --><ul><li>There were 9 lamps.<li>There were 8 lamps.</ul><p>There were 7 lamps.</p>",
        &[stands, "!count/lamps: 8 lamps = they are small", "!count/lamps: 7 lamps"],
    );
    md("LONDON — There were 9 lamps <!-- stet count/lamps: they are small -->in it.", &[stands]);
    check(
        "a.html",
        "<h1>Lamps</h1><p>It is dark.</p><!-- stet count/lamps: they are small --><p>There were 9 lamps.</p><p>There were 8 lamps.</p>",
        &[stands, "!count/lamps: 8 lamps"],
    );
    check(
        "a.html",
        "<h1>Lamps</h1><p>It is dark.</p><p>There were 9 lamps<!-- stet count/lamps: they are small --> in it.</p><p>There were 8 lamps.</p>",
        &[stands, "!count/lamps: 8 lamps"],
    );
}

#[test]
fn over_the_text_it_reaches_the_article() {
    let both = ["!count/lamps: 9 lamps = they are small", "!count/lamps: 8 lamps = they are small"];
    let text = "# Lamps\n\nThere were 9 lamps.\n\nThere were 8 lamps.\n";
    check("a.md", &format!("<!-- stet count/lamps: they are small -->\n{text}"), &both);
    check("a.md", &format!("---\ntitle: Lamps\n---\n<!-- stet count/lamps: they are small -->\n\n{text}"), &both);
    check(
        "a.html",
        "<!-- stet count/lamps: they are small --><title>Lamps</title><p>There were 9 lamps.</p><p>There were 8 lamps.</p>",
        &both,
    );
    check(
        "a.html",
        "<head><title>Lamps</title><!-- stet count/lamps: they are small --></head><p>There were 9 lamps.</p><p>There were 8 lamps.</p>",
        &both,
    );
    for front in [
        "---\nstet:\n  - count/lamps: they are small\n---\n",
        "---\nstet:\n  - \"count/lamps until 2026-05-01: they are small\"\n---\n",
        "---\nstet: \"stet count/lamps: they are small\"\n---\n",
        "---\nstet:\n  count/lamps: they are small\n---\n",
        "---\nstet:\n  - rule: count/lamps\n    until: 2026-05-01\n    reason: they are small\n---\n",
        "---\nStet: {rule: count/*, reason: they are small}\n---\n",
        "+++\nstet = [\"count: they are small\"]\n+++\n",
        "+++\n[[stet]]\nrule = \"count/l*\"\nuntil = 2026-05-01\nreason = \"they are small\"\n+++\n",
    ] {
        check("a.md", &format!("{front}\n{text}"), &both);
    }
}

#[test]
fn several_stand_one_after_another() {
    let stets = "<!-- stet count/lamps: they are small -->\n<!-- stet count/ships: they are boats -->\n";
    let text = "# Lamps\n\nIt is dark.\n\n";
    let found = ["!count/lamps: 9 lamps = they are small", "!count/ships: 8 ships = they are boats"];
    check("a.md", &format!("{text}{stets}There were 9 lamps and 8 ships."), &found);
    check("a.md", &format!("{text}There were 9 lamps and 8 ships.\n{stets}\nIt was cold."), &found);
    check(
        "a.md",
        &format!("{text}There were 9 lamps <!-- stet count: a --><!-- stet count/lamps: b -->in it."),
        &["!count/lamps: 9 lamps = a"],
    );
}

#[test]
fn a_stet_that_does_not_do_its_work_is_found() {
    let found = |stet: &str, want: &[&str]| {
        check(
            "a.md",
            &format!("It is dark.\n\nThere were 9 lamps.\n\n<!-- {stet} -->\nThere were 8 ships, 7 lamps.\n"),
            want,
        );
    };
    let all = ["!count/lamps: 9 lamps", "!count/ships: 8 ships", "!count/lamps: 7 lamps"];
    let with = |flaw: &str, stet: &str| {
        let flaw = format!("{flaw}: <!-- {stet} -->");
        found(stet, &[all[0], &flaw, all[1], all[2]]);
    };
    with("stet/no-reason", "stet count/ships");
    with("stet/no-reason", "stet count/ships until 2030-01-01:");
    with("stet/unknown-rule", "stet count/shps: they are boats");
    with("stet/unknown-rule", "stet stet/unused: they are boats");
    with("stet/unreadable", "stet count/ships they are boats");
    with("stet/expired", "stet count/ships until 2026-04-30: they are boats");
    found("stet count/ships until 2026-05-01: boats", &[all[0], "!count/ships: 8 ships = boats", all[2]]);
    found("stets count/ships: boats", &all);
    found("count/ships: boats", &all);
    let unused = "Dark.\n\nThere were 9 lamps.\n\n<!-- stet count/lamps: small -->\nIt was cold.\n";
    check("a.md", unused, &["!count/lamps: 9 lamps", "stet/unused: <!-- stet count/lamps: small -->"]);
}

#[test]
fn settings_and_the_rules_asked_for_decide_what_is_said_of_stets() {
    let text = "It is dark.\n\n<!-- stet count/lamps: small --> \n\nThere were 2 lamps.\n";
    let run = |settings: &str, only: &[&str]| settled("a.md", text, settings, only);
    let unused = "stet/unused: <!-- stet count/lamps: small -->";
    assert_eq!(run("", &[]), [unused]);
    assert_eq!(run("[rules.'stet/unused']\nseverity = 'error'", &[]), [format!("!{unused}")]);
    assert_eq!(run("[rules.stet]\nenabled = false", &[]), [""; 0]);
    assert_eq!(run("[rules.'count/lamps']\nenabled = false", &[]), [""; 0]);
    assert_eq!(run("", &["count/ships"]), [""; 0]);
    assert_eq!(run("", &["count/ships", "stet"]), [""; 0]);
    assert_eq!(run("", &["count/lamps", "stet"]), [unused]);
}

/// What a file of signed stets makes of an article filed as `a/lamps.txt`: its findings, then what is wrong.
fn signed(text: &str, stets: &str) -> Result<Vec<String>, Vec<String>> {
    let (pack, _) = load(&[("a.rules", RULES)], &|_| Err("no tables".into()));
    let source = Arc::new(RuleSource { name: "factlint.stets.toml".into(), text: stets.into() });
    let signed = read_signed(&source, &pack).map_err(|mistakes| {
        let told = |mistake: &crate::language::Mistake| {
            let label = &mistake.labels[0];
            let help = mistake.help.as_deref().unwrap_or("-");
            format!("{} [{}] ({help})", mistake.message, label.span.of(&label.source.text).replace('\n', " "))
        };
        mistakes.iter().map(told).collect::<Vec<_>>()
    })?;
    let linter = Linter::new(pack);
    let article = read(
        "a/lamps.txt",
        text.into(),
        READERS.iter().find(|one| one.name == "text").unwrap(),
        &ReadOptions::default(),
    )
    .unwrap();
    let mut findings = linter.check(&article).findings;
    let flaws = flaws(&settings::Settings::default(), &[], &Asked::default());
    let today = "2026-05-01".parse().unwrap();
    let desk = Desk { linter: &linter, flaws: &flaws, signed: &signed, today, narrowed: false };
    let mut tally = Tally::default();
    tally.add(&desk.settle(&article, &Filed { path: "a/lamps.txt".into(), id: None }, &mut findings));
    tally.add(&[(99, Fate::Idle)]);
    let line = |finding: &crate::lint::finding::Finding| {
        let stet = finding.stet.as_ref().map(|stet| format!(" = {}", stet.why)).unwrap_or_default();
        format!("{}{stet}", finding.message)
    };
    Ok(findings.iter().chain(&desk.flaws_of(&tally)).map(line).collect())
}

/// An entry with some keys written otherwise; those with nothing are left out.
fn entry(keys: &[(&str, &str)]) -> String {
    let all = [
        ("rule", "'count/lamps'"),
        ("words", "'9 lamps'"),
        ("article", "'a/lamps.txt'"),
        ("who", "'Ines Calder'"),
        ("when", "2026-03-01"),
        ("why", "'small'"),
    ];
    let mut keys_now: Vec<(&str, &str)> = all.to_vec();
    for &(key, value) in keys {
        keys_now.retain(|(known, _)| *known != key);
        keys_now.push((key, value));
    }
    let lines = keys_now.iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| format!("{key} = {value}\n"));
    format!("[[stet]]\n{}", lines.collect::<String>())
}

#[test]
fn signed_stets_are_matched_by_the_words() {
    let text = "Lamps\n\nThere were 9 lamps in the street.\n\nThere were 8 ships in the harbour.\n";
    let check =
        |keys: &[(&str, &str)], want: &[&str]| assert_eq!(signed(text, &entry(keys)).unwrap(), want, "{keys:?}");
    let stands = ["9 lamps = small", "8 ships"];
    check(&[], &stands);
    check(&[("rule", "'count'")], &stands);
    check(&[("words", "['9  lamps']")], &stands);
    check(&[("article", "'./a//lamps.txt'")], &stands);
    check(&[("until", "2026-05-01")], &stands);
    check(&[("when", "'2026-03-01'")], &stands);
    check(&[("article", "'b/lamps.txt'")], &["9 lamps", "8 ships"]);
    check(&[("id", "'7'")], &["9 lamps", "8 ships"]);
    check(&[("words", "'90 lamps'")], &["9 lamps", "8 ships", "this stet of `count/lamps` lets nothing stand"]);
    check(
        &[("words", "['9 lamps', '8 ships']")],
        &["9 lamps", "8 ships", "this stet of `count/lamps` lets nothing stand"],
    );
    check(&[("until", "2026-04-30")], &["9 lamps", "8 ships", "this stet of `count/lamps` ran out on 2026-04-30"]);
}

#[test]
fn mistakes_in_the_file_of_signed_stets() {
    let check =
        |keys: &[(&str, &str)], want: &str| assert_eq!(signed("x", &entry(keys)).unwrap_err(), [want], "{keys:?}");
    check(&[("rule", "'count/lmaps'")], "there is no rule `count/lmaps` ['count/lmaps'] (did you mean `count/lamps`?)");
    check(&[("rule", "'stet/unused'")], "there is no rule `stet/unused` ['stet/unused'] (did you mean `stet/unused`?)");
    check(&[("why", "' '")], "this stet does not say why it stands [' '] (-)");
    check(&[("who", "''")], "this stet does not say who lets it stand [''] (-)");
    check(&[("words", "[]")], "this stet does not say which words it lets stand [[]] (-)");
    check(&[("until", "'soon'")], "`soon` is no date ['soon'] (write a day as 2030-12-31)");
    check(&[("when", "2026-02-30")], "this file is no valid TOML [2026-02-30] (-)");
    check(&[("untill", "2026-03-30")], "`untill` is not known here [untill] (did you mean `until`?)");
    check(&[("why", "3")], "a text in quotes is wanted here [3] (-)");
    let missing = signed("x", &entry(&[("why", "")])).unwrap_err();
    assert!(missing[0].starts_with("this stet has no `why`"), "{missing:?}");
    let told = |stets: &str| signed("x", stets).unwrap_err().join("; ");
    assert_eq!(told("[[stets]]"), "`stets` is not known here [stets] (did you mean `stet`?)");
    assert_eq!(told("stet = 3"), "a list of stets, each under [[stet]], is wanted here [3] (-)");
    assert!(told("[[stet").starts_with("this file is no valid TOML"));
}

#[test]
fn new_stets_are_added_and_all_else_is_kept() {
    let (pack, _) = load(&[("a.rules", RULES)], &|_| Err("no tables".into()));
    let entries = |text: &str| -> Vec<Entry> {
        let source = Arc::new(RuleSource { name: "factlint.stets.toml".into(), text: text.into() });
        read_signed(&source, &pack).unwrap().entries
    };
    let before = format!(
        "# ours\n\n{}# a reason of weight\n\n{}",
        entry(&[]),
        entry(&[("words", "'8 ships'"), ("rule", "'count/ships'")])
    );
    let new = entries(&format!(
        "{}{}",
        entry(&[("why", "'smaller'"), ("until", "2027-01-01")]),
        entry(&[("words", "['7 lamps', \"the 'old' ones\"]"), ("id", "'7'")])
    ));
    insta::assert_snapshot!(with(&before, &new).unwrap(), @r#"
    # ours

    [[stet]]
    rule = "count/lamps"
    words = "9 lamps"
    article = "a/lamps.txt"
    who = "Ines Calder"
    when = 2026-03-01
    why = "smaller"
    until = 2027-01-01
    # a reason of weight

    [[stet]]
    article = 'a/lamps.txt'
    who = 'Ines Calder'
    when = 2026-03-01
    why = 'small'
    words = '8 ships'
    rule = 'count/ships'

    [[stet]]
    rule = "count/lamps"
    words = ["7 lamps", "the 'old' ones"]
    article = "a/lamps.txt"
    id = "7"
    who = "Ines Calder"
    when = 2026-03-01
    why = "small"
    "#);
    let heading = with("# ours\n", &new).unwrap();
    assert!(heading.starts_with("# ours\n\n[[stet]]\n") && heading.ends_with("why = \"small\"\n"), "{heading}");
    let after = entries(&with("", &new).unwrap());
    assert_eq!(after.len(), 2);
    for (one, other) in after.iter().zip(&new) {
        assert_eq!(
            (&one.rule.what, &one.words, &one.filed, &one.stet),
            (&other.rule.what, &other.words, &other.filed, &other.stet)
        );
    }
    assert!(with("stet = []", &new).is_err());
    assert!(with("[[", &new).is_err());
}
