//! Settings files: what is read, what is refused, and what they make of rules.

use super::{Asked, Chosen, Origin, Settings, choose, read};
use crate::language::rule::{Literal, Pack, RuleSource, Severity};
use crate::language::{Mistake, load};
use std::sync::Arc;

const RULES: &str = r#"
rule count/lamps
  draft
  title    "Lamps"
  severity error
  setting  most = 5
  setting  slack = 2%
  setting  word = "lamp"
  for each count c
  where    c.noun is word
  must     c.value <= most or c.value within slack of 9
  message  "{c.text}"
  mark     c "too many"

rule date/days
  draft
  title    "Days"
  for each date d
  must     d.value after year 1700
  message  "{d.text}"
  mark     d "early"
"#;

fn source(text: &str) -> Arc<RuleSource> {
    Arc::new(RuleSource { name: "factlint.toml".into(), text: text.into() })
}

fn rules(amended: &str) -> Pack {
    let files = [("core/a.rules", RULES), ("house/a.rules", amended)];
    let (pack, mistakes) = load(&files, &|_| Err("no tables".into()));
    assert!(mistakes.is_empty(), "{mistakes:#?}");
    pack
}

fn told(mistakes: &[Mistake]) -> Vec<String> {
    let told = |mistake: &Mistake| {
        let label = &mistake.labels[0];
        format!(
            "{} {} ({})",
            mistake.code.name(),
            label.span.of(&label.source.text),
            mistake.help.as_deref().unwrap_or("-")
        )
    };
    mistakes.iter().map(told).collect()
}

/// What is wrong with a settings file, by itself and against the rules.
#[track_caller]
fn refused(text: &str, wanted: &[&str]) {
    let found = match read(&source(text)) {
        Err(mistakes) => told(&mistakes),
        Ok(settings) => {
            let all = vec![true; settings.sections.len()];
            choose(&settings, &all, &rules(""), &Asked::default()).map_or_else(|mistakes| told(&mistakes), |_| vec![])
        }
    };
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn what_is_not_known_is_refused_with_its_place() {
    refused("packs = ['core']\nfail-on = 'never'\n[rules.date]\nenabled = false\n", &[]);
    refused("pakcs = []", &["settings/key pakcs (did you mean `packs`?)"]);
    refused("packs = 'core'", &["settings/type 'core' (-)"]);
    refused("fail-on = 'eror'", &["settings/type 'eror' (did you mean `error`?)"]);
    refused("packs = [", &["settings/syntax  (-)"]);
    refused("[rules.'count/lamps']\nseverity = 'bad'", &["settings/type 'bad' (write one of note, warning, error)"]);
    refused("[rules.'count/lmaps']\nenabled = true", &["rule/unknown 'count/lmaps' (did you mean `count/lamps`?)"]);
    refused("[rules.'count/*']\nset.mots = 3", &["setting/unknown mots (did you mean `most`?)"]);
    refused("[rules.date]\nset.most = 3", &["setting/unknown most (it has no settings)"]);
    refused("[rules.count]\nset.most = 3", &[]);
    refused("[rules.count]\nset.most = '3%'", &["setting/type 3% (a setting keeps the type of its default)"]);
    refused("[rules.count]\nset.slack = '3%'\nset.word = 'bulb'", &[]);
    refused("[rules.count]\nset.slack = 'much'", &["type/mismatch much (-)"]);
    refused(
        "[[for]]\nrules.count.enabled = false",
        &["settings/key [[for]] (say which articles it is for, such as path = \"archive/**\")"],
    );
    refused("[[for]]\npath = 'a/[b'", &["settings/type 'a/[b' (-)"]);
    refused("[[for]]\npath = ['a/**', 'b.md']\nrules.date.enabled = false", &[]);
    refused("[reading]\nabout = '15%'\nseveral = [4, 9]\n", &[]);
    refused("[reading]\nabuot = '15%'", &["settings/key abuot (did you mean `about`?)"]);
    refused("[reading]\nabout = 15", &["settings/type 15 (-)"]);
    refused("[reading]\nnearly = '100%'", &["settings/type '100%' (-)"]);
    refused("[reading]\nfew = [9, 2]", &["settings/type [9, 2] (-)"]);
}

fn chosen(text: &str, amended: &str, path: &str, asked: &Asked) -> Vec<Chosen> {
    let settings = read(&source(text)).unwrap();
    let sections = settings.sections_of(path);
    choose(&settings, &sections, &rules(amended), asked).unwrap()
}

/// Whether the first rule runs, how grave it is, and its settings.
fn first(text: &str, amended: &str, path: &str) -> (bool, Severity, Vec<(usize, String)>) {
    let chosen = chosen(text, amended, path, &Asked { drafts: true, ..Asked::default() });
    let first = &chosen[0];
    let shown = |literal: &Literal| match literal {
        Literal::Quantity(quantity) => quantity.interval.middle().unwrap().to_string(),
        Literal::Text(text) => text.to_string(),
        other => panic!("{other:?}"),
    };
    (first.on.0, first.severity.0, first.settings.iter().map(|(at, value, _)| (*at, shown(value))).collect())
}

#[test]
fn the_most_specific_wins_then_the_last() {
    use Severity::{Error, Note, Warning};
    let severity = |text: &str| first(text, "", "a.md").1;
    assert_eq!(severity(""), Error);
    assert_eq!(severity("[rules.'*']\nseverity = 'note'"), Note);
    assert_eq!(severity("[rules.'count/lamps']\nseverity = 'warning'\n[rules.'count/*']\nseverity = 'note'"), Warning);
    assert_eq!(severity("[rules.count]\nseverity = 'warning'\n[rules.'c*']\nseverity = 'note'"), Warning);
    assert_eq!(severity("[rules.'*/lamps']\nseverity = 'warning'\n[rules.'count/l*']\nseverity = 'note'"), Note);
    assert_eq!(
        severity("[rules.'count/lam*']\nseverity = 'note'\n[rules.'count/*mps']\nseverity = 'warning'"),
        Warning
    );
}

#[test]
fn sections_go_before_the_whole_and_the_last_before_the_first() {
    let text = "[rules.'count/lamps']\nset.most = 7\n[[for]]\npath = 'old/**'\nrules.'*'.enabled = false\n\
                [[for]]\npath = '**/new.md'\nrules.count.enabled = true\nrules.count.set.most = 8\n";
    let on = |path: &str| first(text, "", path);
    assert_eq!(on("a.md"), (true, Severity::Error, vec![(0, "7".into())]));
    assert_eq!(on("old/a.md"), (false, Severity::Error, vec![(0, "7".into())]));
    assert_eq!(on("old/deep/new.md"), (true, Severity::Error, vec![(0, "8".into())]));
}

#[test]
fn a_rule_that_is_off_runs_where_it_is_asked_for() {
    let off = "rule house/shy\n  off because \"houses differ\"\n  title \"Shy\"\n  for each count c\n  must c.value <= 5\n  \
               message \"{c.text}\"\n  mark c \"c\"\n  bad > [[9 lamps]] burn.\n  good > 5 lamps burn.\n";
    let on = |settings: &str, only: &[&str], drafts: bool| {
        let only = only.iter().map(|name| (*name).to_owned()).collect();
        let chosen = chosen(settings, off, "a.md", &Asked { only, drafts });
        chosen[2].on.0
    };
    assert!(!on("", &[], false));
    assert!(!on("", &[], true), "it is no draft");
    assert!(!on("", &["house"], false), "a group only narrows");
    assert!(!on("[rules.house]\nseverity = 'note'\n", &[], false));
    assert!(on("", &["house/shy"], false));
    assert!(on("[rules.'house/shy']\nenabled = true\n", &[], false));
    assert!(on("[rules.house]\nenabled = true\n", &[], false));
}

#[test]
fn settings_go_before_amendments_and_the_command_line_before_both() {
    let amended = "amend count/lamps\n  severity warning\namend date/days off because \"no dates\"\n";
    let drafts = Asked { drafts: true, ..Asked::default() };
    let plain = chosen("", amended, "a.md", &Asked::default());
    assert_eq!(plain[0].severity, (Severity::Warning, Origin::Amendment(0)));
    assert!(!plain[0].on.0, "a draft does not run");
    assert!(!plain[1].on.0);
    let set = chosen("[rules.count]\nseverity = 'note'\n", amended, "a.md", &drafts);
    assert_eq!(set[0].severity.0, Severity::Note);
    let only = Asked { only: vec!["date".into()], ..drafts };
    let asked = chosen("[rules.count]\nseverity = 'note'\n", "", "a.md", &only);
    assert_eq!((asked[0].on, asked[1].on), ((false, Origin::CommandLine), (true, Origin::CommandLine)));
}

#[test]
fn settings_decide_where_packs_disagree() {
    let amended = "amend count/lamps\n  severity warning\namend count/lamps\n  severity note\n";
    let try_with = |text: &str| {
        let settings = read(&source(text)).unwrap();
        choose(&settings, &[], &rules(amended), &Asked::default()).map_err(|mistakes| told(&mistakes)).err()
    };
    let told = try_with("").unwrap();
    assert!(told[0].starts_with("amend/disagree severity note"), "{told:?}");
    assert_eq!(try_with("[rules.'count/lamps']\nseverity = 'error'"), None);
    assert_eq!(Settings::default().sections_of("a.md"), Vec::<bool>::new());
}

#[test]
fn rough_wordings_allow_what_the_settings_say() {
    use crate::facts::exact::Exact;
    let wording = read(&source("[reading]\nabout = '2.5%'\nfew = [3, 6]")).unwrap().wording;
    assert_eq!(wording.about, Exact::parse("2.5").unwrap());
    assert_eq!((wording.nearly, wording.few), (Exact::whole(10), (3, 6)));
}
