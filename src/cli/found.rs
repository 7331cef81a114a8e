//! The settings file of a run: which it is, and what it says.

use super::flags::{Articles, SettingsFile};
use super::rulebook::{absolute, cannot_read, say, text_of, told};
use super::walk::name;
use crate::language::rule::RuleSource;
use crate::lint::settings::{self, Settings};
use crate::report::drawing::Drawing;
use miette::Severity;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Settings and the file that they were read from.
#[derive(Default)]
pub(super) struct Found {
    pub(super) settings: Settings,
    pub(super) file: Option<PathBuf>,
}

/// The settings file that is asked for, or the nearest one in this folder or above it.
pub(super) fn file(flags: &SettingsFile) -> Option<PathBuf> {
    flags.config.clone().or_else(|| if flags.isolated { None } else { nearest_file(settings::FILE) })
}

/// The settings that hold. What is wrong with them is said on standard error.
pub(super) fn settings_of(flags: &SettingsFile) -> Option<Found> {
    let Some(file) = file(flags) else { return Some(Found::default()) };
    let text = match text_of(&file) {
        Ok(text) => text,
        Err(why) => {
            cannot_read(&file, &why);
            return None;
        }
    };
    let source = Arc::new(RuleSource { name: name(&file), text });
    match settings::read(&source) {
        Ok(settings) => Some(Found { settings, file: Some(file) }),
        Err(mistakes) => {
            told(&mistakes);
            None
        }
    }
}

impl Articles {
    /// The articles that are meant where these settings hold.
    pub(super) fn by(&self, settings: &Settings, folder: Option<&Path>) -> Self {
        let keys = settings.front_matter.clone();
        if !self.paths.is_empty() || settings.articles.is_empty() {
            return Self { keys, ..self.clone() };
        }
        let folder = folder.unwrap_or(Path::new(""));
        let paths = settings.articles.iter().map(|path| {
            let path = folder.join(path.what.strip_prefix("./").unwrap_or(&path.what));
            // The folder of the settings itself, which is this one.
            if path.as_os_str().is_empty() { PathBuf::from(".") } else { path }
        });
        Self { paths: paths.collect(), keys, ..self.clone() }
    }
}

/// A path of the settings, which counts from the folder of their file.
pub(super) fn beside(found: &Found, path: &str) -> PathBuf {
    let folder = found.file.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
    folder.join(path.strip_prefix("./").unwrap_or(path))
}

/// The path of the nearest file of that name, in the current folder or above it.
pub(super) fn nearest_file(name: &str) -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let mut way = PathBuf::new();
    for folder in here.ancestors() {
        if folder.join(name).is_file() {
            return Some(way.join(name));
        }
        way.push("..");
    }
    None
}

/// Says which settings files nearer to articles are passed over: a run has one, which is found from the current
/// folder, and who gives it the path of another folder may think otherwise.
pub(super) fn say_passed_over(flags: &SettingsFile, paths: &[PathBuf]) {
    if flags.config.is_some() || flags.isolated {
        return;
    }
    let used = file(flags).map(|file| absolute(&file));
    let Ok(here) = std::env::current_dir().map(|here| absolute(&here)) else { return };
    let mut said: Vec<PathBuf> = Vec::new();
    for path in paths.iter().filter(|path| path.as_os_str() != "-") {
        let nearest = absolute(path);
        let nearest = nearest.ancestors().map(|folder| folder.join(settings::FILE)).find(|file| file.is_file());
        if let Some(file) = nearest.filter(|file| used.as_ref() != Some(file) && !said.contains(file)) {
            let shown = file.strip_prefix(&here).unwrap_or(&file);
            let instead = match &used {
                Some(used) => format!("the settings are those of {}", name(used.strip_prefix(&here).unwrap_or(used))),
                None => "no settings are used".to_owned(),
            };
            let message = format!("{} is passed over: {instead}", name(shown));
            let help = format!(
                "settings are looked for from the current folder upwards; run factlint in the other folder, or say \
                 `--config {}`",
                name(shown)
            );
            say(&Drawing::new(Severity::Warning, &message).help(&[help]));
            said.push(file);
        }
    }
}
