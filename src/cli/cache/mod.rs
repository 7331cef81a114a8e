//! The cache: what checking an article gave, by its bytes and all else that decides it.
//!
//! It stands around [`Linter::check`](crate::lint::Linter::check) and nothing else: whoever takes an entry out has what
//! a check would have given, and what depends on more (stets, a baseline, changed lines, the day) comes after it, as
//! without a cache. Entries are in groups by [`identity`], so that what other rules or another program found is never
//! looked at, and in sixteen files a group by their keys ([`shard`]). A file is replaced whole or not at all and has a
//! sum over all of it: of two runs that write at once one wins, and what is damaged counts as not there. [`folder`]
//! says where it all is and throws out the oldest.

mod entry;
mod folder;
mod identity;
mod shard;

pub(super) use entry::{Kept, given, read_given};
pub(super) use identity::Identity;

use super::flags::CacheFlags;
use super::input::Manuscript;
use super::walk::{name, reason};
use jiff::Timestamp;
pub(super) use shard::Key;
use shard::{Change, Day, Group, Shard};
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// The variable that says where the cache is.
const FOLDER: &str = "FACTLINT_CACHE_DIR";
/// The form of keys and entries: another number makes another folder.
const FORM: &str = "1";
/// The files of a group.
const SHARDS: usize = 16;
/// So many bytes are checked sooner than a cache is opened, or written.
const LITTLE: usize = 64 << 10;
/// An entry is no longer.
const LONGEST: usize = 1 << 20;
/// A use of an entry is noted again after so many days.
const NOTED: Day = 7;
/// A long run writes what it has found so far this often, so that little is lost where it is interrupted.
const PAUSE: Duration = Duration::from_secs(20);

/// The cache of a run.
pub(super) struct Cache {
    folder: PathBuf,
    /// Whether the folder was asked for: then it matters that it can be written.
    named: bool,
    identity: Identity,
    /// What is known once there is enough to do; none where the program cannot be told from another.
    opened: OnceLock<Option<Opened>>,
    today: Day,
    /// How many bytes were seen, and how many of them were in no entry since the cache was last written.
    seen: AtomicUsize,
    fresh: AtomicUsize,
    /// When it was last written; none once it could not be.
    written: Mutex<Option<Instant>>,
}

struct Opened {
    group: Group,
    shards: [Loaded; SHARDS],
}

/// A file of the cache, read when a key of its own is first looked up, and what it is to hold beside.
#[derive(Default)]
struct Loaded {
    shard: OnceLock<Shard>,
    change: Mutex<Change>,
}

impl Cache {
    /// The cache that is asked for, if any. `identity` holds all but the article that decides what is found.
    pub(super) fn new(flags: &CacheFlags, identity: Identity) -> Option<Self> {
        if flags.no_cache {
            return None;
        }
        let named = flags.cache_dir.clone();
        let named = named.or_else(|| std::env::var_os(FOLDER).filter(|folder| !folder.is_empty()).map(PathBuf::from));
        let days = Timestamp::now().as_second() / (24 * 60 * 60);
        Some(Self {
            named: named.is_some(),
            folder: named.or_else(folder::of_user)?,
            identity,
            opened: OnceLock::new(),
            today: Day::try_from(days).unwrap_or_default(),
            seen: AtomicUsize::default(),
            fresh: AtomicUsize::default(),
            written: Mutex::new(Some(Instant::now())),
        })
    }

    /// What an article is known by; none while a run has seen little, or where the program cannot be told from others.
    /// `sections` are the sections of the settings that hold for it.
    pub(super) fn key(&self, article: &Manuscript<'_>, sections: &[bool]) -> Option<Key> {
        let size = article.bytes.len();
        if self.seen.fetch_add(size, Ordering::Relaxed) + size <= LITTLE {
            return None;
        }
        let open = || Some(Opened { group: self.identity.clone().group()?, shards: Default::default() });
        let opened = self.opened.get_or_init(open).as_ref()?;
        let mut hasher = blake3::Hasher::new_keyed(&opened.group);
        let sections: Vec<u8> = sections.iter().map(|holds| u8::from(*holds)).collect();
        for part in [article.reader.name.as_bytes(), &sections] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        hasher.update(&article.bytes);
        hasher.finalize().as_bytes().first_chunk().copied()
    }

    /// What is kept of an article.
    pub(super) fn find(&self, key: &Key) -> Option<Kept> {
        let opened = self.opened.get()?.as_ref()?;
        let (number, loaded) = opened.of(key)?;
        let shard = loaded.shard.get_or_init(|| Shard::open(&self.file(&opened.group, number), &opened.group));
        let (entry, day) = shard.entry(shard.find(key)?)?;
        let kept = Kept::read(entry)?;
        if self.today.abs_diff(day) >= NOTED {
            loaded.change().used.push(*key);
        }
        Some(kept)
    }

    /// Keeps what an article of so many bytes gave.
    pub(super) fn keep(&self, key: Key, kept: &Kept, size: usize) {
        let entry = kept.written();
        if let Some((_, loaded)) = self.opened.get().and_then(Option::as_ref).and_then(|opened| opened.of(&key))
            && entry.len() <= LONGEST
        {
            loaded.change().new.push((key, entry));
            self.fresh.fetch_add(size, Ordering::Relaxed);
        }
    }

    /// Writes what is new once in a while, so that an interrupted run has not worked for nothing.
    pub(super) fn write_meanwhile(&self) -> Result<(), String> {
        let due = |written: &Option<Instant>| written.is_some_and(|written| written.elapsed() >= PAUSE);
        let due = due(&self.written.lock().unwrap_or_else(PoisonError::into_inner));
        if due { self.write() } else { Ok(()) }
    }

    /// Writes what is new; the error is for people, and comes once.
    pub(super) fn write(&self) -> Result<(), String> {
        let Some(opened) = self.opened.get().and_then(Option::as_ref) else { return Ok(()) };
        let mut written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        let enough = self.fresh.swap(0, Ordering::Relaxed) >= LITTLE;
        if written.is_none() || !(enough || opened.shards.iter().any(|loaded| !loaded.change().used.is_empty())) {
            return Ok(());
        }
        let done = self.write_all(opened);
        *written = done.is_ok().then(Instant::now);
        done.or_else(|error| {
            // A machine whose users have no place of their own needs no reminder in every run.
            let nowhere = matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem);
            if nowhere && !self.named {
                return Ok(());
            }
            Err(format!("the cache in {} cannot be written: {}", name(&self.folder), reason(&error)))
        })
    }

    fn write_all(&self, opened: &Opened) -> io::Result<()> {
        folder::make(&self.folder)?;
        for (number, loaded) in opened.shards.iter().enumerate() {
            let change = std::mem::take(&mut *loaded.change());
            if !change.new.is_empty() || !change.used.is_empty() {
                shard::write(&self.file(&opened.group, number), &opened.group, &change, self.today)?;
            }
        }
        folder::bound(&self.folder.join(FORM), &self.group(&opened.group));
        Ok(())
    }

    /// The folder of a group.
    fn group(&self, group: &Group) -> PathBuf {
        self.folder.join(FORM).join(blake3::Hash::from(*group).to_hex().as_str())
    }

    fn file(&self, group: &Group, number: usize) -> PathBuf {
        self.group(group).join(format!("{number:x}"))
    }
}

impl Opened {
    /// The file that holds a key, and its number.
    fn of(&self, key: &Key) -> Option<(usize, &Loaded)> {
        let number = usize::from(*key.first()?) % SHARDS;
        Some((number, self.shards.get(number)?))
    }
}

impl Loaded {
    fn change(&self) -> MutexGuard<'_, Change> {
        self.change.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
