//! Names that are given twice: each a mistake of its own, but for a copy of files that are loaded already,
//! which is one mistake.

use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::rule::RuleSource;
use crate::language::syntax::Word;
use crate::source::Span;
use indexmap::IndexMap;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// So many names of one folder that another gives are a copy, not a slip.
const COPY: usize = 3;

/// A name that is given twice.
#[derive(Clone, Copy)]
pub(super) struct Twice<'a> {
    pub(super) what: Given,
    pub(super) name: Word<'a>,
    pub(super) source: &'a Arc<RuleSource>,
    /// Where it was given first.
    pub(super) first: (&'a Arc<RuleSource>, Span),
}

/// What a name is given to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Given {
    Pack,
    Rule,
    /// What rules share; as it is called where it was given first.
    Shared(&'static str),
}

/// Adds what is said of names that are given twice. Where files are a copy, nothing else is said of them.
pub(super) fn tell(all: &[Twice<'_>], mistakes: &mut Vec<Mistake>) {
    let mut copies: IndexMap<(&str, &str), Vec<&Twice<'_>>> = IndexMap::new();
    for twice in all.iter().filter(|twice| !Arc::ptr_eq(twice.source, twice.first.0)) {
        let folders = (folder(&twice.source.name), folder(&twice.first.0.name));
        copies.entry(folders).or_default().push(twice);
    }
    copies.retain(|_, twice| twice.len() >= COPY);
    let repeating: FxHashSet<&str> = copies.values().flatten().map(|twice| twice.source.name.as_str()).collect();
    mistakes.retain(|mistake| !repeating.contains(mistake.place().0));
    mistakes.extend(all.iter().filter(|twice| !repeating.contains(twice.source.name.as_str())).map(one));
    mistakes.extend(copies.values().filter_map(|twice| copy(twice)));
}

fn one(twice: &Twice<'_>) -> Mistake {
    let name = twice.name.text;
    let (message, help) = match twice.what {
        Given::Pack => {
            (format!("there are two packs `{name}`"), "name a pack in one of its files, and every pack by its own name")
        }
        Given::Rule => (format!("there are two rules `{name}`"), "give one of them another name"),
        Given::Shared(what) => (format!("there is already a {what} `{name}`"), "give one of them another name"),
    };
    let (first, span) = twice.first;
    let mistake = Mistake::new(Code::ItemTwice, twice.source, twice.name.span, message).labelled("the second");
    mistake.and_in(first, span, "the first").help(help)
}

/// The one mistake of a copy.
fn copy(all: &[&Twice<'_>]) -> Option<Mistake> {
    let first = all.first()?;
    let (first_source, first_span) = first.first;
    let rules = all.iter().filter(|twice| twice.what == Given::Rule).count();
    let counted = match (rules, all.len() - rules) {
        (0, others) => format!("{others} names"),
        (rules, 0) => format!("{rules} rules"),
        (1, others) => format!("a rule and {others} other names"),
        (rules, 1) => format!("{rules} rules and another name"),
        (rules, others) => format!("{rules} rules and {others} other names"),
    };
    let (copy, original) = (place(all.iter().map(|twice| twice.source)), place(all.iter().map(|twice| twice.first.0)));
    let message = format!("{copy} gives {counted} that {original} gives already");
    let mistake = Mistake::new(Code::ItemTwice, first.source, first.name.span, message).labelled("the first of them");
    let mistake = mistake.and_in(first_source, first_span, "there already");
    Some(mistake.help("load one of the two, not both; to change some rules of a pack, `amend` them"))
}

/// The file that all of them are, or else the folder of it.
fn place<'s>(mut sources: impl Iterator<Item = &'s Arc<RuleSource>>) -> String {
    let Some(first) = sources.next() else { return String::new() };
    let folder = folder(&first.name);
    if sources.all(|source| source.name == first.name) || folder.is_empty() {
        format!("`{}`", first.name)
    } else {
        format!("`{folder}`")
    }
}

fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    fn rule(id: &str) -> String {
        format!(
            "rule {id}\n  title \"x\"\n  draft\n  for each count c\n  where c.noun is \"boat\"\n  must c.value > 4\n  \
             message \"x\"\n  mark c \"x\"\n"
        )
    }

    /// The messages for two files.
    fn told(first: (&str, &[&str]), second: (&str, &[&str])) -> Vec<String> {
        let text = |ids: &[&str]| ids.iter().map(|id| rule(id)).collect::<String>();
        let files = [(first.0, text(first.1)), (second.0, text(second.1))];
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let (_, mistakes) = crate::language::load(&files, &|_| Err("no tables".to_owned()));
        mistakes.into_iter().map(|mistake| mistake.message).collect()
    }

    #[test]
    fn a_copy_is_one_mistake() {
        let three = ["a/b", "a/c", "a/d"];
        let copy = told(("one/x.rules", &three), ("two/x.rules", &three));
        assert_eq!(copy, ["`two/x.rules` gives 3 rules that `one/x.rules` gives already"]);
        let more = told(("one/x.rules", &three), ("two/x.rules", &["a/b", "a/e", "a/c", "a/d"]));
        assert_eq!(more, copy, "a file may have rules of its own too");
        let two = told(("one/x.rules", &["a/b", "a/c"]), ("two/x.rules", &["a/b", "a/c"]));
        assert_eq!(two, ["there are two rules `a/b`", "there are two rules `a/c`"], "two may be slips");
        let own = told(("one/x.rules", &["a/b", "a/b", "a/b", "a/b"]), ("two/x.rules", &["a/c"]));
        assert_eq!(own.len(), 3, "one file is no copy of itself");
    }
}
