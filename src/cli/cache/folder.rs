//! Where the cache is, and what is thrown out of it.

use super::shard::NEW;
use etcetera::{BaseStrategy, choose_base_strategy};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The cache is at most so large; a file of it is at least so large on a disk.
const LARGEST: u64 = 256 << 20;
const LEAST: u64 = 4096;

/// What began to be written so long ago is written no more.
const LONG: Duration = Duration::from_secs(60 * 60);

/// By the convention of <https://bford.info/cachedir/>, which backups follow.
const TAG: (&str, &str) = (
    "CACHEDIR.TAG",
    "Signature: 8a477f597d28d172789f06886806bc55\n# factlint's cache: it may be deleted at any time.\n",
);

/// A folder of one's own in the user's, where the system has one for caches.
pub(super) fn of_user() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.cache_dir().join("factlint"))
}

/// Makes the folder, and says in it what it is.
pub(super) fn make(cache: &Path) -> io::Result<()> {
    fs::create_dir_all(cache)?;
    for (name, text) in [TAG, (".gitignore", "*\n")] {
        let path = cache.join(name);
        if !path.exists() {
            fs::write(path, text)?;
        }
    }
    Ok(())
}

/// Throws out what was not written for longest until the cache is no larger than it may be; the group in use stays.
/// What cannot be thrown out stays: another run may be throwing it out as well.
pub(super) fn bound(groups: &Path, used: &Path) {
    let Ok(found) = fs::read_dir(groups) else { return };
    let mut all: Vec<(SystemTime, u64, PathBuf)> = found.flatten().map(|group| weighed(group.path())).collect();
    let mut size: u64 = all.iter().map(|(_, size, _)| size).sum();
    all.sort_unstable();
    for (_, less, group) in all {
        if size <= LARGEST {
            return;
        }
        if group != used && fs::remove_dir_all(&group).is_ok() {
            size -= less;
        }
    }
}

/// When a group was last written, and how large it is. Files that were begun and never finished are removed.
fn weighed(group: PathBuf) -> (SystemTime, u64, PathBuf) {
    let (mut last, mut size) = (SystemTime::UNIX_EPOCH, 0);
    for file in fs::read_dir(&group).into_iter().flatten().flatten() {
        let Ok(about) = file.metadata() else { continue };
        let written = about.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        let begun = file.file_name().to_string_lossy().starts_with(NEW);
        if begun && written.elapsed().is_ok_and(|ago| ago > LONG) && fs::remove_file(file.path()).is_ok() {
            continue;
        }
        last = last.max(written);
        size += about.len().max(LEAST);
    }
    (last, size, group)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;

    fn group(groups: &Path, name: &str, size: u64, age: u64) -> PathBuf {
        let group = groups.join(name);
        fs::create_dir_all(&group).unwrap();
        let file = File::create(group.join("0")).unwrap();
        file.set_len(size).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(age)).unwrap();
        group
    }

    #[test]
    fn the_oldest_goes_first_and_the_used_stays() {
        let folder = tempfile::tempdir().unwrap();
        let third = LARGEST / 3;
        let used = group(folder.path(), "a", third, 900);
        let oldest = group(folder.path(), "b", third, 800);
        let newest = group(folder.path(), "c", third, 0);
        let old = group(folder.path(), "d", third / 2, 700);
        let begun = used.join(format!("{NEW}x"));
        File::create(&begun).unwrap().set_modified(SystemTime::now() - LONG * 2).unwrap();
        bound(folder.path(), &used);
        let left = [&used, &oldest, &newest, &old].map(|group| group.exists());
        assert_eq!(left, [true, false, true, true]);
        assert!(!begun.exists());
        bound(&folder.path().join("none"), &used);
    }

    #[test]
    fn a_folder_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let cache = folder.path().join("x/y");
        make(&cache).unwrap();
        make(&cache).unwrap();
        assert!(fs::read_to_string(cache.join("CACHEDIR.TAG")).unwrap().starts_with("Signature: 8a477f59"));
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(make(&folder.path().join("file")).is_err());
    }
}
