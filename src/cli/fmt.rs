//! `factlint fmt`: rule files in their canonical form.

use super::Outcome;
use super::flags::FmtFlags;
use super::rulebook::{own_packs, rule_files, say, show};
use super::walk::{name, reason};
use super::whole::replace;
use crate::language::{Unformatted, format};
use crate::report::diff::diff;
use crate::report::drawing::Drawing;
use miette::Severity;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// Formats the files, or says which are not formatted. A file that cannot be read is left as it is.
pub(super) fn run(flags: &FmtFlags) -> io::Result<Outcome> {
    let Some(asked) = asked(flags) else { return Ok(Outcome::Failed) };
    let mut tally = Tally::default();
    for path in &asked {
        if path.as_os_str() == "-" {
            standard(flags, &mut tally)?;
            continue;
        }
        for found in rule_files(path) {
            match found {
                Ok(path) => file(flags, &path, &mut tally)?,
                Err((path, why)) => tally.complain(&format!("cannot read {}: {why}", name(&path)), None),
            }
        }
    }
    Ok(tally.outcome(flags.check || flags.diff))
}

/// The files and folders asked for; else those that the settings ask for, else the current folder.
fn asked(flags: &FmtFlags) -> Option<Vec<PathBuf>> {
    if !flags.paths.is_empty() {
        return Some(flags.paths.clone());
    }
    let packs = own_packs()?;
    Some(if packs.is_empty() { vec![PathBuf::from(".")] } else { packs })
}

/// How many files came to what.
#[derive(Debug, Default)]
struct Tally {
    changed: usize,
    failed: usize,
}

impl Tally {
    fn complain(&mut self, message: &str, help: Option<&str>) {
        self.failed += 1;
        let help: Vec<String> = help.into_iter().map(str::to_owned).collect();
        say(&Drawing::new(Severity::Error, message).help(&help));
    }

    fn outcome(&self, only_look: bool) -> Outcome {
        match (self.failed, self.changed) {
            (0, changed) if changed > 0 && only_look => Outcome::Found,
            (0, _) => Outcome::Clean,
            _ => Outcome::Failed,
        }
    }
}

/// The canonical form; none where the text cannot be read, which is said on standard error.
fn formatted(name: &str, text: &str, tally: &mut Tally) -> Option<String> {
    match format(name, text) {
        Ok(formatted) => Some(formatted),
        Err(Unformatted::Mistakes(mistakes)) => {
            tally.failed += 1;
            show(&mistakes);
            None
        }
        Err(Unformatted::Differs) => {
            let help = "this is a mistake of factlint's own: please report it, with the file";
            tally.complain(&format!("{name} is left as it is: formatting would change what it says"), Some(help));
            None
        }
    }
}

fn file(flags: &FmtFlags, path: &Path, tally: &mut Tally) -> io::Result<()> {
    let shown = name(path);
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => {
            tally.complain(&format!("cannot read {shown}: {}", reason(&error)), None);
            return Ok(());
        }
    };
    let Some(new) = formatted(&shown, &text, tally).filter(|new| *new != text) else { return Ok(()) };
    tally.changed += 1;
    if flags.check || flags.diff {
        return differs(flags, &shown, &text, &new);
    }
    match replace(path, &new) {
        Ok(()) => writeln!(io::stderr(), "formatted {shown}").or(Ok(())),
        Err(error) => {
            let why = match error.kind() {
                io::ErrorKind::PermissionDenied => "it may not be written".to_owned(),
                _ => reason(&error),
            };
            tally.complain(&format!("cannot write {shown}: {why}"), None);
            Ok(())
        }
    }
}

fn standard(flags: &FmtFlags, tally: &mut Tally) -> io::Result<()> {
    let mut text = String::new();
    if let Err(error) = io::stdin().read_to_string(&mut text) {
        tally.complain(&format!("cannot read -: {}", reason(&error)), None);
        return Ok(());
    }
    let Some(new) = formatted("-", &text, tally) else { return Ok(()) };
    if !flags.check && !flags.diff {
        return put(&new);
    }
    if new == text {
        return Ok(());
    }
    tally.changed += 1;
    differs(flags, "-", &text, &new)
}

/// Shows a file that is not formatted: the change where that is asked for, else its name.
fn differs(flags: &FmtFlags, name: &str, text: &str, new: &str) -> io::Result<()> {
    put(&if flags.diff { diff(name, text, new) } else { format!("{name}\n") })
}

fn put(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
