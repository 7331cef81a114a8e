//! A file of the cache: entries by their keys, with a sum over all of it, replaced whole or not at all.
//!
//! ```text
//! magic 8 │ group 32 │ count 4 │ count × (key 16, start 4, length 4, day 2) │ entries │ BLAKE3 of all before 32
//! ```
//!
//! Numbers are little-endian, keys ascend, and `start` counts from the first entry. Nothing of it is worked out when
//! it is opened: a key is looked up in the bytes as they are.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

/// What an article is known by: the first half of a BLAKE3 hash.
pub(in crate::cli) type Key = [u8; 16];
/// Whose entries a file holds: see [`identity`](super::identity).
pub(super) type Group = [u8; 32];
/// Days since 1970: when an entry was last of use.
pub(super) type Day = u16;

const MAGIC: &[u8; 8] = b"factlin1";
const HEAD: usize = 8 + 32 + 4;
const LINE: usize = 16 + 4 + 4 + 2;
const SUM: usize = 32;

/// A file has at most so many bytes: all files of a group together are read by a run over many articles.
pub(super) const LARGEST: usize = 8 << 20;

/// The entries of a file, as they were when it was opened; none where it is not there or damaged.
#[derive(Debug, Default)]
pub(super) struct Shard(Vec<u8>);

impl Shard {
    /// Opens a file. One that cannot be read, is damaged or is another group's counts as empty.
    pub(super) fn open(path: &Path, group: &Group) -> Self {
        let read = || {
            let file = File::open(path).ok()?;
            let mut bytes = Vec::new();
            // What is longer was not written by us, and is not waited for.
            file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).ok()?;
            Self::sound(bytes, group)
        };
        read().unwrap_or_default()
    }

    /// The file of these bytes, where its sum is right and it is of the group.
    fn sound(bytes: Vec<u8>, group: &Group) -> Option<Self> {
        let (content, sum) = bytes.split_last_chunk::<SUM>()?;
        if bytes.len() > LARGEST || !content.starts_with(MAGIC) || content.get(8..40)? != group {
            return None;
        }
        (blake3::hash(content).as_bytes() == sum).then_some(())?;
        let shard = Self(bytes);
        (HEAD + shard.count() * LINE + SUM <= shard.0.len()).then_some(shard)
    }

    /// How many entries there are.
    pub(super) fn count(&self) -> usize {
        self.0.get(40..HEAD).and_then(|count| count.try_into().ok()).map_or(0, u32::from_le_bytes) as usize
    }

    fn line(&self, number: usize) -> Option<Line<'_>> {
        let line = self.0.get(HEAD + number * LINE..)?.first_chunk::<LINE>()?;
        let (key, rest) = line.split_first_chunk::<16>()?;
        let (start, rest) = rest.split_first_chunk::<4>()?;
        let (length, day) = rest.split_first_chunk::<4>()?;
        let start = HEAD + self.count() * LINE + u32::from_le_bytes(*start) as usize;
        let entry = self.0.get(start..start.checked_add(u32::from_le_bytes(*length) as usize)?)?;
        Some(Line { key, day: Day::from_le_bytes(day.try_into().ok()?), entry })
    }

    /// The number of a key's entry.
    pub(super) fn find(&self, key: &Key) -> Option<usize> {
        let (mut low, mut high) = (0, self.count());
        while low < high {
            let middle = low.midpoint(high);
            match self.line(middle)?.key.cmp(key) {
                std::cmp::Ordering::Equal => return Some(middle),
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The entry of a number, and when it was last of use.
    pub(super) fn entry(&self, number: usize) -> Option<(&[u8], Day)> {
        self.line(number).map(|line| (line.entry, line.day))
    }

    fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        (0..self.count()).filter_map(|number| self.line(number))
    }
}

struct Line<'s> {
    key: &'s Key,
    day: Day,
    entry: &'s [u8],
}

/// What a file is to hold beside what it holds.
#[derive(Debug, Default)]
pub(super) struct Change {
    /// New entries.
    pub(super) new: Vec<(Key, Vec<u8>)>,
    /// Entries that were of use.
    pub(super) used: Vec<Key>,
}

/// Writes a file anew: what it holds by now, which another run may have written, and the change. Where that is too
/// much, what was not of use for longest goes.
pub(super) fn write(path: &Path, group: &Group, change: &Change, today: Day) -> io::Result<()> {
    let before = Shard::open(path, group);
    let mut entries: BTreeMap<&Key, (Day, &[u8])> =
        before.lines().map(|line| (line.key, (line.day, line.entry))).collect();
    for key in &change.used {
        entries.entry(key).and_modify(|(day, _)| *day = today);
    }
    entries.extend(change.new.iter().map(|(key, entry)| (key, (today, entry.as_slice()))));
    bound(&mut entries, today);
    let bytes = written(group, &entries);
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(NEW).tempfile_in(folder)?;
    file.write_all(&bytes)?;
    // It is not waited until the disk has it: should the power fail, the sum tells.
    file.persist(path)?;
    Ok(())
}

/// How the names of files begin that are yet to be put into their places.
pub(super) const NEW: &str = ".new-";

/// Drops what was not of use for longest until there is room again for a while.
fn bound(entries: &mut BTreeMap<&Key, (Day, &[u8])>, today: Day) {
    let size = |entry: &[u8]| LINE + entry.len();
    let mut all: usize = entries.values().map(|(_, entry)| size(entry)).sum();
    if HEAD + all + SUM <= LARGEST {
        return;
    }
    let mut oldest: Vec<(Day, &Key, usize)> = entries
        .iter()
        // A day to come is that of a clock that was wrong.
        .map(|(key, (day, entry))| (if *day > today { 0 } else { *day }, *key, size(entry)))
        .collect();
    oldest.sort_unstable();
    for (_, key, size) in oldest {
        if all <= LARGEST / 4 * 3 {
            return;
        }
        entries.remove(key);
        all -= size;
    }
}

fn written(group: &Group, entries: &BTreeMap<&Key, (Day, &[u8])>) -> Vec<u8> {
    let mut bytes = Vec::from(MAGIC);
    bytes.extend_from_slice(group);
    bytes.extend_from_slice(&(entries.len() as u32).to_le_bytes());
    let mut start = 0_u32;
    for (key, (day, entry)) in entries {
        bytes.extend_from_slice(*key);
        bytes.extend_from_slice(&start.to_le_bytes());
        bytes.extend_from_slice(&(entry.len() as u32).to_le_bytes());
        bytes.extend_from_slice(&day.to_le_bytes());
        start += entry.len() as u32;
    }
    for (_, entry) in entries.values() {
        bytes.extend_from_slice(entry);
    }
    let sum = blake3::hash(&bytes);
    bytes.extend_from_slice(sum.as_bytes());
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUP: Group = [7; 32];

    fn key(number: u32) -> Key {
        let mut key = [0; 16];
        // Not in the order of the numbers.
        key[..4].copy_from_slice(&number.wrapping_mul(2_654_435_761).to_be_bytes());
        key
    }

    fn change(numbers: std::ops::Range<u32>, size: usize) -> Change {
        let new = numbers.map(|number| (key(number), vec![number as u8; size])).collect();
        Change { new, used: Vec::new() }
    }

    fn held(shard: &Shard, number: u32) -> Option<(Vec<u8>, Day)> {
        let (entry, day) = shard.entry(shard.find(&key(number))?)?;
        Some((entry.to_vec(), day))
    }

    #[test]
    fn what_is_written_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep").join("0");
        assert_eq!(Shard::open(&path, &GROUP).count(), 0);
        write(&path, &GROUP, &change(0..100, 5), 10).unwrap();
        let more = Change { used: vec![key(3), key(5000)], ..change(90..120, 0) };
        write(&path, &GROUP, &more, 11).unwrap();
        let shard = Shard::open(&path, &GROUP);
        assert_eq!(shard.count(), 120);
        assert_eq!(held(&shard, 3), Some((vec![3; 5], 11)));
        assert_eq!(held(&shard, 4), Some((vec![4; 5], 10)));
        assert_eq!(held(&shard, 119), Some((vec![], 11)));
        assert_eq!(held(&shard, 120), None);
        assert_eq!(Shard::open(&path, &[8; 32]).count(), 0, "another group's");
        assert_eq!(fs::read_dir(folder.path().join("deep")).unwrap().count(), 1, "nothing else is left");
    }

    #[test]
    fn what_is_damaged_counts_as_empty() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("0");
        write(&path, &GROUP, &change(0..3, 4), 10).unwrap();
        let whole = fs::read(&path).unwrap();
        for end in 0..whole.len() {
            assert!(Shard::sound(whole[..end].to_vec(), &GROUP).is_none(), "{end}");
        }
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 4;
            assert!(Shard::sound(flipped, &GROUP).is_none(), "{at}");
        }
        fs::write(&path, &whole[1..]).unwrap();
        write(&path, &GROUP, &change(7..8, 4), 10).unwrap();
        assert_eq!(Shard::open(&path, &GROUP).count(), 1, "it is replaced");
    }

    #[test]
    fn a_file_is_bounded_and_what_was_of_use_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("0");
        let large = LARGEST / 10;
        write(&path, &GROUP, &change(0..9, large), 10).unwrap();
        let used = Change { used: vec![key(0), key(8)], ..Change::default() };
        write(&path, &GROUP, &used, 12).unwrap();
        write(&path, &GROUP, &change(9..11, large), 13).unwrap();
        assert!(fs::metadata(&path).unwrap().len() as usize <= LARGEST);
        let shard = Shard::open(&path, &GROUP);
        for number in [0, 8, 9, 10] {
            assert!(held(&shard, number).is_some(), "{number}");
        }
        assert!(shard.count() < 9);
    }
}
