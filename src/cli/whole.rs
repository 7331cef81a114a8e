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
    // Through a link, the file that it points to is replaced, and the link stays.
    let path = path.canonicalize()?;
    let permissions = path.metadata()?.permissions();
    if permissions.readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(text.as_bytes())?;
    new.as_file().set_permissions(permissions)?;
    new.as_file().sync_all()?;
    new.persist(&path)?;
    Ok(())
}
