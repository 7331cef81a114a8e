//! Files that are written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes a file, whether or not there is one already.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    if path.exists() {
        return replace(path, text);
    }
    // A new file gets the mode that any other would get here.
    fs::File::create_new(path)?;
    replace(path, text).inspect_err(|_| {
        // That it cannot be removed again says no more than the error that is given.
        let _ = fs::remove_file(path);
    })
}

/// Puts a new text in the place of a file, which keeps its mode; at no moment is it half written.
pub(super) fn replace(path: &Path, text: &str) -> io::Result<()> {
    put(path, text.as_bytes(), |_| Ok(true)).map(|_| ())
}

/// What became of a file that was to be replaced as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Replaced {
    Done,
    /// Somebody else has written to it meanwhile: it is left as it is.
    Changed,
}

/// As [`replace`], where the file still holds what was read of it.
pub(super) fn replace_read(path: &Path, read: &[u8], new: &[u8]) -> io::Result<Replaced> {
    let same = |path: &Path| Ok::<bool, io::Error>(fs::read(path)? == read);
    // Looked at again at the last moment: writing the new file may take its time.
    if same(path)? { put(path, new, same) } else { Ok(Replaced::Changed) }
}

/// Writes a new file beside the old one and puts it in its place, where that is still the `same`.
fn put(path: &Path, bytes: &[u8], same: impl Fn(&Path) -> io::Result<bool>) -> io::Result<Replaced> {
    // Through a link, the file that it points to is replaced, and the link stays.
    let path = path.canonicalize()?;
    let found = path.metadata()?;
    let permissions = found.permissions();
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    if !found.is_file() {
        // A device or pipe is written to, never replaced.
        fs::File::options().write(true).open(&path)?.write_all(bytes)?;
        return Ok(Replaced::Done);
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut new = tempfile::Builder::new().prefix(".factlint-").tempfile_in(folder)?;
    new.write_all(bytes)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let (ours, owner) = (new.as_file().metadata()?, (found.uid(), found.gid()));
        if (ours.uid(), ours.gid()) != owner {
            // Whoever may not give a file away owns what is written, as with any editor.
            let _ = std::os::unix::fs::fchown(new.as_file(), Some(owner.0), Some(owner.1));
        }
    }
    new.as_file().set_permissions(permissions)?;
    new.as_file().sync_all()?;
    if !same(&path)? {
        return Ok(Replaced::Changed);
    }
    new.persist(&path)?;
    // Where a folder cannot be synced, the name is safe as soon as the system gets to it.
    let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    Ok(Replaced::Done)
}
