//! Which lines of which files changed, as git says.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The lines, from one, of each file that differ from the base; none for a file that is new to git as a whole.
#[derive(Debug, Default)]
pub(super) struct Changes {
    files: HashMap<PathBuf, Option<Vec<RangeInclusive<usize>>>>,
    /// The folder of the repository, where what is staged is read from git and not from the disk.
    staged: Option<PathBuf>,
}

/// Why it cannot be told, and what to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unknown {
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl Unknown {
    fn new(message: impl Into<String>, help: &str) -> Self {
        Self { message: message.into(), help: (!help.is_empty()).then(|| help.to_owned()) }
    }
}

impl Changes {
    /// What changed since the branch left `base`; where none is given, since it left the branch that it follows.
    /// What is not yet committed counts too.
    pub(super) fn since(base: Option<&str>) -> Result<Self, Unknown> {
        let top = top()?;
        let fork = fork(base)?;
        let mut changes = Self::default();
        changes.add(&top, &diff(&[&fork])?);
        let new = git(&["ls-files", "--others", "--exclude-standard", "--full-name", "-z", ":/"])?;
        for path in new.split('\0').filter(|path| !path.is_empty()) {
            changes.files.insert(top.join(path), None);
        }
        Ok(changes)
    }

    /// What is staged for the next commit.
    pub(super) fn staged() -> Result<Self, Unknown> {
        let top = top()?;
        let mut changes = Self { staged: Some(top.clone()), ..Self::default() };
        changes.add(&top, &diff(&["--cached"])?);
        Ok(changes)
    }

    fn add(&mut self, top: &Path, diff: &str) {
        let mut lines: Option<&mut Vec<RangeInclusive<usize>>> = None;
        for line in diff.lines() {
            if line.starts_with("diff --git ") {
                lines = None;
            } else if let Some(path) = line.strip_prefix("+++ ").filter(|_| lines.is_none()) {
                let path = unquoted(path);
                let Some(path) = path.strip_prefix("b/") else { continue };
                lines = self.files.entry(top.join(path)).or_insert_with(|| Some(Vec::new())).as_mut();
            } else if let (Some(hunk), Some(lines)) = (line.strip_prefix("@@ "), &mut lines) {
                lines.extend(added(hunk));
            }
        }
    }

    /// Whether it is what is staged, which may not be what stands on the disk.
    pub(super) fn are_staged(&self) -> bool {
        self.staged.is_some()
    }

    /// Whether anything in the file changed.
    pub(super) fn touch(&self, path: &Path) -> bool {
        self.lines_of(path).is_some()
    }

    /// Whether any of the lines of a file changed.
    pub(super) fn touch_lines(&self, path: &Path, lines: &RangeInclusive<usize>) -> bool {
        match self.lines_of(path) {
            Some(Some(changed)) => {
                changed.iter().any(|range| range.start() <= lines.end() && lines.start() <= range.end())
            }
            Some(None) => true,
            None => false,
        }
    }

    fn lines_of(&self, path: &Path) -> Option<&Option<Vec<RangeInclusive<usize>>>> {
        self.files.get(&path.canonicalize().ok()?)
    }

    /// What is staged of a file; none where the file on the disk counts.
    pub(super) fn staged_bytes(&self, path: &Path) -> Option<Result<Vec<u8>, Unknown>> {
        let top = self.staged.as_ref()?;
        let path = path.canonicalize().ok()?;
        let inside = path.strip_prefix(top).ok()?;
        Some(run(&["show", &format!(":0:{}", inside.display())]))
    }
}

/// The folder of the repository.
fn top() -> Result<PathBuf, Unknown> {
    let top = git(&["rev-parse", "--show-toplevel"]).map_err(|unknown| {
        Unknown::new(unknown.message, "--diff and --staged ask git what changed; run them in a repository")
    })?;
    let top = PathBuf::from(top.trim_end_matches(['\n', '\r']));
    Ok(top.canonicalize().unwrap_or(top))
}

/// The commit where the branch left its base.
fn fork(base: Option<&str>) -> Result<String, Unknown> {
    let Some(base) = base else {
        for upstream in ["@{upstream}", "origin/HEAD"] {
            if let Ok(fork) = git(&["merge-base", upstream, "HEAD"]) {
                return Ok(fork.trim().to_owned());
            }
        }
        return Err(Unknown::new(
            "nothing says what this branch is based on: it follows no other branch",
            "name the base, as in `--diff=main`",
        ));
    };
    let shallow = git(&["rev-parse", "--is-shallow-repository"]).is_ok_and(|said| said.trim() == "true");
    let help = if shallow {
        "this clone is shallow and may lack it: fetch more of the history (`git fetch --unshallow`, or \
         `fetch-depth: 0` of GitHub's checkout)"
    } else {
        "is the branch fetched?"
    };
    // A name that begins with a dash would be taken for a flag.
    if base.starts_with('-') || git(&["rev-parse", "--verify", "--quiet", &format!("{base}^{{commit}}")]).is_err() {
        return Err(Unknown::new(format!("git knows no commit `{base}`"), help));
    }
    match git(&["merge-base", base, "HEAD"]) {
        Ok(fork) => Ok(fork.trim().to_owned()),
        Err(_) => Err(Unknown::new(format!("`{base}` and this branch have no commit in common"), help)),
    }
}

fn diff(what: &[&str]) -> Result<String, Unknown> {
    let plain = ["-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv"];
    let ours = ["--find-renames", "--src-prefix=a/", "--dst-prefix=b/", "--ignore-submodules"];
    git(&[plain.as_slice(), &ours, what, &["--", ":/"]].concat())
}

fn git(arguments: &[&str]) -> Result<String, Unknown> {
    run(arguments).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn run(arguments: &[&str]) -> Result<Vec<u8>, Unknown> {
    let output = Command::new("git").args(arguments).output().map_err(|error| {
        Unknown::new(format!("git cannot be run: {error}"), "--diff and --staged ask git what changed")
    })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or_default().trim_start_matches("fatal: ");
    Err(Unknown::new(format!("git: {}", if said.is_empty() { "it failed without a word" } else { said }), ""))
}

/// The lines that a hunk `-a,b +c,d @@` adds.
fn added(hunk: &str) -> Option<RangeInclusive<usize>> {
    let new = hunk.split(' ').find_map(|part| part.strip_prefix('+'))?;
    let (start, count) = new.split_once(',').unwrap_or((new, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    (count > 0).then(|| start..=start + count - 1)
}

/// A path as git writes it in a diff: with odd characters it stands in quotation marks.
fn unquoted(path: &str) -> String {
    let path = path.trim_end_matches('\t');
    let Some(inner) = path.strip_prefix('"').and_then(|path| path.strip_suffix('"')) else { return path.to_owned() };
    let mut bytes = Vec::new();
    let mut rest = inner.bytes().peekable();
    while let Some(byte) = rest.next() {
        if byte != b'\\' {
            bytes.push(byte);
            continue;
        }
        match rest.next() {
            Some(b'n') => bytes.push(b'\n'),
            Some(b't') => bytes.push(b'\t'),
            Some(b'r') => bytes.push(b'\r'),
            Some(first @ b'0'..=b'3') => {
                let mut value = first - b'0';
                for _ in 0..2 {
                    let digit = rest.next_if(u8::is_ascii_digit).map_or(0, |digit| digit - b'0');
                    value = value.wrapping_mul(8).wrapping_add(digit);
                }
                bytes.push(value);
            }
            Some(other) => bytes.push(other),
            None => {}
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_hunks() {
        for (hunk, lines) in [
            ("-1 +1 @@ x", Some(1..=1)),
            ("-1,2 +4,3 @@", Some(4..=6)),
            ("-5,2 +4,0 @@", None),
            ("-0,0 +1,40 @@", Some(1..=40)),
            ("x", None),
        ] {
            assert_eq!(added(hunk), lines, "{hunk}");
        }
    }

    #[test]
    fn paths_of_diffs() {
        assert_eq!(unquoted("b/é a.md\t"), "b/é a.md");
        assert_eq!(unquoted(r#""b/a\"\\\t\303\251.md""#), "b/a\"\\\té.md");
    }

    #[test]
    fn files_of_diffs() {
        let mut changes = Changes::default();
        let diff = "diff --git a/a.md b/b.md\nrename to b.md\n--- a/a.md\n+++ b/b.md\n@@ -1 +2 @@ x\n+++ b/words.md\n@@ -9 +9,2 @@\n-@@ -1 +1 @@\ndiff --git a/c.md b/c.md\n--- a/c.md\n+++ /dev/null\n@@ -1 +0,0 @@\n";
        changes.add(Path::new("/r"), diff);
        let files: Vec<_> = changes.files.into_iter().collect();
        assert_eq!(files, [(PathBuf::from("/r/b.md"), Some(vec![2..=2, 9..=10]))]);
    }
}
