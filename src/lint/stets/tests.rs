//! Articles with stets, and what becomes of their findings.

use super::Desk;
use crate::article::{READERS, ReadOptions, read};
use crate::engine::Running;
use crate::language::load;
use crate::language::rule::Severity;
use crate::lint::Linter;
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
    Desk { linter: &linter, flaws: &flaws, today, narrowed: !only.is_empty() }.settle(&article, &mut findings);
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
