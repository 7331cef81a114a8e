//! What a group of entries belongs to: the program, the rules, the settings, and how articles are read.

use super::shard::Group;
use std::fs::File;
use std::io;

/// Everything but the article that decides what is found in it, as it comes.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Identity(blake3::Hasher);

impl Identity {
    pub(in crate::cli) fn new() -> Self {
        Self(blake3::Hasher::new_derive_key("factlint: rules, settings and program of cached findings"))
    }

    /// Adds a part, under the name of what it is. Lengths go before them, so that no two lists of parts are taken for
    /// one another.
    pub(in crate::cli) fn add(&mut self, what: &str, part: &[u8]) {
        for bytes in [what.as_bytes(), part] {
            self.0.update(&(bytes.len() as u64).to_le_bytes());
            self.0.update(bytes);
        }
    }

    /// The group of this program; none where it cannot be known which it is.
    pub(super) fn group(mut self) -> Option<Group> {
        self.add("program", &program().ok()?);
        Some(*self.0.finalize().as_bytes())
    }
}

/// The hash of the program that runs: the rules, tables and libraries in it have no version of their own, and neither
/// has what is built between two versions.
fn program() -> io::Result<[u8; 32]> {
    // Linux gives the file that runs even where another was installed in its place since.
    let file = File::open("/proc/self/exe").or_else(|_| File::open(std::env::current_exe()?))?;
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(file)?;
    Ok(*hasher.finalize().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::Identity;

    #[test]
    fn parts_are_told_apart() {
        let group = |parts: &[&str]| {
            let mut identity = Identity::new();
            for part in parts {
                identity.add("part", part.as_bytes());
            }
            identity.group().unwrap()
        };
        let groups = [group(&[]), group(&[""]), group(&["ab", "c"]), group(&["a", "bc"]), group(&["abc"])];
        for (number, one) in groups.iter().enumerate() {
            assert!(groups.iter().skip(number + 1).all(|other| other != one), "{number}");
        }
        assert_eq!(group(&["a", "bc"]), groups[3]);
    }
}
