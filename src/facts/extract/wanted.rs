//! Which extractors run: those that give what rules ask for, and those that these build on.

use super::{EXTRACTORS, Extractor};
use crate::facts::schema::Kind;
use rustc_hash::FxHashSet;

/// Something that an extractor gives, and that a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Given {
    /// All facts of a kind.
    All(Kind),
    /// A field of facts that another extractor gives, by its name in the rule language.
    Field(Kind, &'static str),
}

/// The extractors that run, a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted(u64);

impl Wanted {
    /// All of them.
    pub const ALL: Self = Self(u64::MAX);

    /// Those that give what is asked for.
    pub fn by(asked: &FxHashSet<Given>) -> Self {
        let mut wanted = Self(0);
        for (number, extractor) in EXTRACTORS.iter().enumerate() {
            if extractor.gives.is_empty() || extractor.gives.iter().any(|given| asked.contains(given)) {
                wanted.add(number, extractor);
            }
        }
        wanted
    }

    /// An extractor, and those that it builds on.
    fn add(&mut self, number: usize, extractor: &Extractor) {
        if self.has(number) {
            return;
        }
        self.0 |= 1 << number;
        for (number, other) in EXTRACTORS.iter().enumerate() {
            if extractor.builds_on.iter().any(|given| other.gives.contains(given)) {
                self.add(number, other);
            }
        }
    }

    /// Whether the extractor of that number runs.
    pub(super) fn has(self, number: usize) -> bool {
        self.0 >> number & 1 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::{EXTRACTORS, Given, Wanted};
    use crate::facts::schema::{COMMON, Kind};

    #[test]
    fn what_is_given_is_in_the_schema() {
        assert!(EXTRACTORS.len() <= u64::BITS as usize);
        for given in EXTRACTORS.iter().flat_map(|extractor| extractor.gives.iter().chain(extractor.builds_on)) {
            let Given::Field(kind, name) = given else { continue };
            let own = kind.schema().fields.iter().any(|field| field.name == *name);
            assert!(own || COMMON.iter().any(|field| field.name == *name), "{given:?}");
        }
        for extractor in EXTRACTORS {
            for on in extractor.builds_on {
                assert!(EXTRACTORS.iter().any(|other| other.gives.contains(on)), "nothing gives {on:?}");
            }
        }
    }

    #[test]
    fn what_is_asked_for_brings_what_it_builds_on() {
        let run = |asked: &[Given]| {
            let wanted = Wanted::by(&asked.iter().copied().collect());
            (0..EXTRACTORS.len()).filter(|&number| wanted.has(number)).count()
        };
        let least = run(&[]);
        assert!(least <= EXTRACTORS.len() / 4, "{least} of {} always run", EXTRACTORS.len());
        assert_eq!(run(&[Given::All(Kind::Repeat)]), least + 1);
        assert_eq!(run(&[Given::All(Kind::Title)]), least + 2);
        // Who says it in an echo is known from the attributions, and those from the people.
        assert_eq!(run(&[Given::All(Kind::Echo)]), least + 3);
    }
}
