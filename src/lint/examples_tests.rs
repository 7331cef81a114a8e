//! Which examples hold, and what is said of those that do not.

use super::examples::{Outcome, try_examples};

const RULE: &str = "rule test/twice
  title     \"The same block twice\"
  severity  error
  for each  repeat r
  must      r.words < 1
  message   \"printed twice: {r.text}\"
  mark      r       \"again\"
  mark      r.first \"first\"
";

/// What becomes of one example, with its reason.
fn outcome(example: &str) -> (Outcome, String) {
    let text = format!(
        "{RULE}  good > Nothing here.\n  bad\n    > [[The ferry ran aground and was later towed to port by two tugs.]]\n    >\n    > [[The ferry ran aground and was later towed to port by two tugs.]]\n{example}\n"
    );
    let (pack, mistakes) = crate::language::load(&[("test.rules", &text)], &|_| Err("no tables".to_owned()));
    let errors: Vec<_> = mistakes.iter().filter(|m| m.grade == crate::language::Grade::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let outcome = try_examples(&pack, &pack.rules[0]).pop().unwrap().outcome;
    if let Outcome::Failed(failure) | Outcome::KnownGap(failure) = &outcome {
        for span in failure.expected.iter().chain(failure.found.iter().map(|(span, _)| span)) {
            // Every place is words of the rule file.
            assert!(!span.of(&text).is_empty() && !span.of(&text).contains(['[', ']']), "{}", span.of(&text));
        }
    }
    (outcome, text)
}

const TWICE: &str = "The ferry ran aground on Monday and was later towed to port by two tugs.";

fn check(example: &str, expected: Option<&str>) {
    match (outcome(example).0, expected) {
        (Outcome::Held, None) => {}
        (Outcome::Failed(failure), Some(expected)) => assert_eq!(failure.reason, expected, "{example}"),
        (outcome, _) => panic!("{example}: {outcome:?}"),
    }
}

#[test]
fn examples_hold_or_do_not() {
    let bad = |options: &str, first: &str, second: &str, more: &str| {
        format!("  bad {options}\n    > {first}\n    >\n    > {second}\n{more}")
    };
    let marked = format!("[[{TWICE}]]");
    check(&bad("", &marked, &marked, ""), None);
    check(&bad("", &marked, TWICE, ""), Some("other words are marked than those in [[ ]]"));
    check(&bad("", &marked, "Something else.", ""), Some("this must be reported, and is not"));
    check(&format!("  good > {TWICE}"), None);
    check(&format!("  good\n    > {TWICE}\n    >\n    > {TWICE}"), Some("this must not be reported, and is"));
    check(&bad("", &marked, &marked, "    says \"printed twice\""), None);
    check(&bad("", &marked, &marked, "    says \"thrice\""), Some("no message says “thrice”"));
}

#[test]
fn suggestions_are_tried() {
    let rule = |becomes: &str, second: &str| {
        format!(
            "rule test/weekday\n  title \"The weekday\"\n  severity error\n  for each date d\n  \
             where d.weekday is known and d.value is known\n  must d.weekday is weekday(d.value)\n  \
             message \"{{d.value:long}} is a {{weekday(d.value)}}\"\n  mark d \"here\"\n  \
             suggest replace d.weekday with \"{{weekday(d.value)}}\"\n  \
             suggest replace d.weekday with \"{second}\"\n  \
             bad > They sailed on [[Thursday, 27 June 2017]].\n  becomes > They sailed on {becomes}, 27 June 2017.\n  \
             good > They sailed on Tuesday, 27 June 2017.\n"
        )
    };
    let cases = [
        (rule("Tuesday", "Tuesday"), None),
        (rule("Monday", "Tuesday"), Some("the first suggestion gives “Tuesday”")),
        (rule("Tuesday", "Monday"), Some("with “Monday” instead of “Thursday” it is still reported")),
    ];
    for (text, expected) in cases {
        let (pack, mistakes) = crate::language::load(&[("test.rules", &text)], &|_| Err("no tables".to_owned()));
        assert!(!pack.rules.is_empty(), "{mistakes:#?}");
        match (&try_examples(&pack, &pack.rules[0])[0].outcome, expected) {
            (Outcome::Held, None) => {}
            (Outcome::Failed(failure), Some(expected)) => {
                assert_eq!(failure.reason, expected);
                assert_eq!(failure.messages, ["27 June 2017 is a Tuesday"]);
            }
            (outcome, _) => panic!("{outcome:?}"),
        }
    }
}

#[test]
fn known_gaps_are_counted() {
    let (gap, _) = outcome(&format!("  good (todo)\n    > {TWICE}\n    >\n    > {TWICE}"));
    assert!(matches!(gap, Outcome::KnownGap(_)), "{gap:?}");
    let (closed, _) = outcome(&format!("  good (todo) > {TWICE}"));
    assert_eq!(closed, Outcome::GapClosed);
}

#[test]
fn a_failure_says_what_decided() {
    let (outcome, _) = outcome(&format!("  good\n    > {TWICE}\n    >\n    > {TWICE}"));
    let Outcome::Failed(failure) = outcome else { panic!("{outcome:?}") };
    assert_eq!(failure.messages, [format!("printed twice: {TWICE}")]);
    let nearest = failure.nearest.unwrap();
    assert!(nearest.reported);
    let held: Vec<(&str, &str)> =
        nearest.candidate.iter().map(|held| (held.name.as_str(), held.words.as_str())).collect();
    assert_eq!(held, [("r", TWICE)]);
    assert_eq!(nearest.conditions[0].values, ["15", "1"]);
}

#[test]
fn what_a_rule_must_report_is_reported_after_amendments_too() {
    let rule = format!(
        "{RULE}  good > Nothing here.\n  bad (name \"tugs\")\n    > [[The ferry ran aground and was later towed to \
         port by two tugs.]]\n    >\n    > [[The ferry ran aground and was later towed to port by two tugs.]]\n"
    );
    let reasons = |amendment: &str| {
        let files = [("core/a.rules", rule.as_str()), ("house/a.rules", amendment)];
        let (pack, mistakes) = crate::language::load(&files, &|_| Err("no tables".to_owned()));
        assert!(mistakes.is_empty(), "{mistakes:#?}");
        let tried = try_examples(&pack, &pack.rules[0]);
        let failed = tried.into_iter().filter_map(|tried| match tried.outcome {
            Outcome::Failed(failure) => Some(failure.reason),
            _ => None,
        });
        failed.collect::<Vec<String>>()
    };
    let amend = |clauses: &str| format!("amend test/twice\n{clauses}\n");
    let none: [&str; 0] = [];
    assert_eq!(reasons(&amend("  unless r.words < 3")), none);
    assert_eq!(reasons(&amend("  unless r.words > 3")), ["this must be reported, and is not"]);
    assert_eq!(reasons(&amend("  unless r.words > 3\n  excuses \"tugs\"")), none);
    assert_eq!(
        reasons(&amend("  unless r.words < 3\n  excuses \"tugs\"")),
        ["an amendment excuses this, and it is still reported"]
    );
}
