//! Which conditions are named as needless.

use super::thorough::needless;

const GOOD: &str = "  good > There were 40 boats in Marren.\n";

/// What is named of a rule with these conditions and examples: the word before it and its words.
fn check(conditions: &str, examples: &str, expected: &[(&str, &str)]) {
    let text = format!(
        "define here(a: count) means\n  a.part is body and not a.quoted\n\nrule test/boats\n  title \"x\"\n  \
         severity note\n  for each count c\n{conditions}\n  message \"{{c.text}}\"\n  mark c \"x\"\n  \
         bad > There were [[90 boats]] in Marren.\n{GOOD}{examples}"
    );
    let (pack, mistakes) = crate::language::load(&[("test.rules", &text)], &|_| Err("no tables".to_owned()));
    let errors: Vec<_> = mistakes.iter().filter(|m| m.grade == crate::language::Grade::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let named = needless(&pack, &pack.rules[0]);
    let named: Vec<(&str, &str)> = named.iter().map(|one| (one.word, one.span.of(&text))).collect();
    assert_eq!(named, expected, "{conditions}\n{examples}");
}

#[test]
fn a_condition_that_no_example_needs_is_named() {
    let plain = "  where c.noun is \"boat\"\n  must c.value <= 60";
    check(plain, "", &[("where", "c.noun is \"boat\"")]);
    check(plain, "  good > There were 90 people.\n", &[]);
    let two = "  where c.noun is \"boat\" and not c.negated\n  must c.value <= 60";
    check(two, "  good > There were 90 people.\n", &[("and", "not c.negated")]);
    // What a definition stands for is one condition.
    let defined = "  where here(c)\n  must c.value <= 60";
    check(defined, "", &[("where", "here(c)")]);
    check(defined, "  good > # There were 90 boats\n", &[]);
}

#[test]
fn exceptions_are_tried_part_by_part() {
    let rule =
        "  must c.value <= 60\n  unless c.sentence.text contains \"regatta\" or c.sentence.text contains \"race\"";
    let regatta = "  good > There were 90 boats at the regatta.\n";
    let race = "  good > There were 90 boats in the race.\n";
    check(rule, &[regatta, race].concat(), &[]);
    check(rule, regatta, &[("or", "c.sentence.text contains \"race\"")]);
    let both = "  must c.value <= 60\n  unless c.sentence.text contains \"regatta\" and c.part is body";
    check(both, regatta, &[("and", "c.part is body")]);
    check(both, &[regatta, "  bad > # [[90 boats]] at the regatta\n"].concat(), &[]);
}

#[test]
fn what_guards_a_message_stays() {
    let guard = "  where c.as_of is known\n  must c.value <= 60\n  once per c";
    // Here nothing prints it, and it is named.
    let examples = "  good > There were 90 boats in Oster.\n";
    let text = format!("{guard}\n  help \"{{c.as_of}}\"");
    for (conditions, named) in [(guard, true), (text.as_str(), false)] {
        let text = format!(
            "rule test/boats\n  title \"x\"\n  severity note\n  for each count c\n{conditions}\n  \
             message \"{{c.text}}\"\n  mark c \"x\"\n  bad > There were [[90 boats]] in Marren.\n{examples}"
        );
        let (pack, _) = crate::language::load(&[("test.rules", &text)], &|_| Err("no tables".to_owned()));
        let rule = &pack.rules[0];
        let all = super::leave_out::left_out(rule);
        assert_eq!(all.iter().any(|one| one.word == "where"), named, "{conditions}");
    }
}

#[test]
fn keys_and_sides_of_must_are_tried() {
    let once =
        "  where c.noun is \"boat\" and c.sentence.text contains \"Marren\"\n  must c.value <= 60\n  once per c.noun";
    let others = "  good > There were 90 people in Marren.\n  good > There were 90 boats.\n";
    check(once, others, &[("once per", "c.noun")]);
    let twice = "  bad > There were [[90 boats]] in Marren. There were 80 boats in Marren.\n";
    check(once, &[others, twice].concat(), &[]);
    let must = "  must c.value <= 60 or c.part is headline";
    check(must, "", &[("or", "c.part is headline")]);
    check(must, "  good > # 90 boats in Marren\n", &[]);
}
