//! One name that is not known is one mistake, however often it stands in the files.

use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use rustc_hash::FxHashMap;

/// More places of one mistake are counted.
const SHOWN: usize = 3;

/// Puts the mistakes about one name together, at the first of its places: a definition that was deleted is
/// missed wherever it was used. They come in the order of the files and their lines.
pub(super) fn fold(mistakes: Vec<Mistake>) -> Vec<Mistake> {
    let mut folded: Vec<(Mistake, usize)> = Vec::with_capacity(mistakes.len());
    let mut first_of: FxHashMap<String, usize> = FxHashMap::default();
    for mistake in mistakes {
        if !names_one_thing(&mistake) {
            folded.push((mistake, 0));
            continue;
        }
        let about = format!("{}{:?}", mistake.message, mistake.help);
        let next = folded.len();
        match folded.get_mut(*first_of.entry(about).or_insert(next)) {
            Some((first, more)) => {
                *more += 1;
                let place = mistake.labels.into_iter().next();
                first.labels.extend(place.filter(|_| *more <= SHOWN).map(|mut label| {
                    "here too".clone_into(&mut label.text);
                    label
                }));
            }
            None => folded.push((mistake, 0)),
        }
    }
    let counted = |(mut mistake, more): (Mistake, usize)| {
        if let (Some(unshown @ 1..), Some(last)) = (more.checked_sub(SHOWN), mistake.labels.last_mut()) {
            last.text = format!("here too, and {unshown} times more");
        }
        mistake
    };
    folded.into_iter().map(counted).collect()
}

/// Whether a mistake is about one name at one place.
fn names_one_thing(mistake: &Mistake) -> bool {
    matches!(mistake.code, Code::UnknownName | Code::UnknownFunction | Code::UnknownKind) && mistake.labels.len() == 1
}

#[cfg(test)]
mod tests {
    fn rule(id: &str, condition: &str) -> String {
        format!(
            "rule {id}\n  title \"x\"\n  draft\n  for each count c\n  where {condition}\n  must c.value > 4\n  \
             message \"x\"\n  mark c \"x\"\n"
        )
    }

    /// The labels of each mistake of a rule with that condition.
    fn told(condition: &str) -> Vec<Vec<String>> {
        let rule = rule("a/b", condition);
        let (_, mistakes) = crate::language::load(&[("a.rules", &rule)], &|_| Err("no tables".to_owned()));
        let labels =
            |mistake: &crate::language::Mistake| mistake.labels.iter().map(|label| label.text.clone()).collect();
        mistakes.iter().map(labels).collect()
    }

    #[test]
    fn one_unknown_name_is_one_mistake() {
        assert_eq!(told("lost(c)"), [["no such function"]]);
        assert_eq!(told("lost(c) or lost(c) or lost(c)"), [["no such function", "here too", "here too"]]);
        let often = "lost(c) or lost(c) or lost(c) or lost(c) or lost(c) or lost(c)";
        assert_eq!(told(often)[0].last().unwrap(), "here too, and 2 times more");
        assert_eq!(told("lost(c) or away(c)").len(), 2, "another name is another mistake");
        assert_eq!(told("c.lost is 2 or c.lost is 3").len(), 2, "a field may be another kind's");
    }

    #[test]
    fn it_is_one_mistake_in_several_files() {
        let (one, other) = (rule("a/b", "lost(c)"), rule("a/c", "lost(c)"));
        let (_, mistakes) =
            crate::language::load(&[("a.rules", &one), ("b.rules", &other)], &|_| Err("no tables".to_owned()));
        let places: Vec<&str> = mistakes.iter().flat_map(|m| &m.labels).map(|l| l.source.name.as_str()).collect();
        assert_eq!((mistakes.len(), places.as_slice()), (1, ["a.rules", "b.rules"].as_slice()));
    }
}
