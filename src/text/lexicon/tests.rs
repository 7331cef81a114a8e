//! The lexicon against its files of cases.

use super::*;

fn cases(name: &str) -> Vec<Vec<String>> {
    let path = format!("{}/fixtures/text/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(path).unwrap();
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split(' ').map(str::to_owned).collect())
        .collect()
}

/// Runs a file of cases; the last words of a line are what `read` must give for the first.
fn check(name: &str, read: impl Fn(&[String]) -> String) {
    let cases = cases(name);
    assert!(!cases.is_empty());
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|case| {
            let (expected, read) = (case.join(" "), read(case));
            (expected != read).then(|| format!("{expected}   but: {read}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn singulars() {
    check("singular", |case| {
        let number = if is_plural(&case[0]) { "many" } else { "one" };
        format!("{} {} {number}", case[0], singular(&case[0]))
    });
}

#[test]
fn verbs() {
    check("verbs", |case| {
        let forms = verb_form(&case[0]);
        let letters: String = [
            (VerbForms::BASE, 'b'),
            (VerbForms::THIRD_PERSON, 't'),
            (VerbForms::PAST, 'p'),
            (VerbForms::PARTICIPLE, 'r'),
            (VerbForms::GERUND, 'g'),
        ]
        .iter()
        .filter(|(form, _)| forms.has(*form))
        .map(|(_, letter)| *letter)
        .collect();
        format!("{} {} {}", case[0], verb_base(&case[0]), if letters.is_empty() { "-" } else { &letters })
    });
}

#[test]
fn kinds() {
    check("kinds", |case| {
        let answer = if is_a_kind_of(&case[0], &case[2]) { "yes" } else { "no" };
        format!("{} {answer} {}", case[0], case[2])
    });
}

#[test]
fn word_classes() {
    check("classes", |case| {
        let letters = |classes: Classes| {
            let letters: String = "nvarpdocx#i"
                .chars()
                .enumerate()
                .filter(|(bit, _)| classes.has(Classes(1 << bit)))
                .map(|(_, letter)| letter)
                .collect();
            if letters.is_empty() { "-".to_owned() } else { letters }
        };
        // The order of the letters in the file is free.
        let all = letters(classes(&case[0]));
        let sorted = |letters: &str| {
            let mut letters: Vec<_> = letters.chars().collect();
            letters.sort_unstable();
            letters
        };
        let all = if sorted(&all) == sorted(&case[2]) { &case[2] } else { &all };
        format!("{} {} {all}", case[0], letters(usual_class(&case[0])))
    });
}

proptest::proptest! {
    #[test]
    fn any_word_is_read(word in "\\PC{0,12}(s|es|ies|ves|men|ed|ied|ing|er|iest)?") {
        singular(&word);
        is_plural(&word);
        verb_base(&word);
        verb_form(&word);
        classes(&word);
        usual_class(&word);
        proptest::prop_assert!(is_a_kind_of(&word, &word));
    }
}
