//! The rules in force: the built-in ones, the newsroom's own, and what its settings make of them.

use super::cache::Identity;
use super::flags::{Articles, RuleFiles, SettingsFile};
use super::found::{self, Found, beside, settings_of};
use super::terminal;
use super::walk::{name, plain, reason};
use crate::engine::Running;
use crate::language::rule::{Pack, Rule, RuleSource};
use crate::language::{Code, Grade, Mistake, load};
use crate::lint::settings::{self, Asked, Chosen, ChosenFlaw, Settings, advice, choose, fits, flaws};
use crate::lint::stets::Flaw;
use crate::lint::{Linter, builtin};
use crate::report::drawing::{Drawing, drawn};
use crate::report::excerpt::Pointer;
use crate::source::Lines;
use ignore::WalkBuilder;
use miette::Severity;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Before the names of built-in files where the newsroom's own stand beside them.
const BUILT_IN: &str = "factlint:";

/// At most so many mistakes are shown.
const MOST_SHOWN: usize = 50;

/// Of a line with more bytes only a part is shown.
const LONGEST_LINE: usize = 400;

/// Rules and settings, loaded and found sound.
pub(super) struct Rulebook {
    pub(super) pack: Arc<Pack>,
    pub(super) settings: Settings,
    asked: Asked,
    /// All that decides what is found in an article, but for the article.
    pub(super) identity: Identity,
    /// The settings file.
    file: Option<PathBuf>,
    /// The folder of the settings file, with no links or dots; paths in the settings count from it.
    root: Option<PathBuf>,
    /// The linters of all articles seen so far, by the sections of the settings that hold for them.
    linters: Mutex<FxHashMap<Vec<bool>, Arc<Linter>>>,
}

impl Rulebook {
    /// Loads what the flags and the settings file ask for. All that is wrong is said on standard
    /// error; `None` where something cannot be used.
    pub(super) fn open(flags: &RuleFiles, only: &[String]) -> Option<Self> {
        Self::open_noting(flags, only, &mut Vec::new())
    }

    /// As [`open`](Self::open); the tables and word lists that were looked for are added to `tables`.
    pub(super) fn open_noting(flags: &RuleFiles, only: &[String], tables: &mut Vec<PathBuf>) -> Option<Self> {
        let found = settings_of(&flags.settings)?;
        let mut mistakes = Vec::new();
        let mut identity = Identity::new();
        let pack = load_rules(flags, &found, &mut mistakes, tables, &mut identity);
        let sound = told(&mistakes);
        let pack = pack.filter(|_| sound)?;
        identity.add("settings", found.settings.source.as_ref().map_or("", |source| &source.text).as_bytes());
        identity.add("drafts", &[u8::from(flags.drafts)]);
        for name in only {
            identity.add("only", name.as_bytes());
        }
        let mut known = true;
        let ids = || pack.rules.iter().map(|rule| rule.id.as_str()).chain(Flaw::ALL.map(Flaw::id));
        for name in only.iter().filter(|name| !ids().any(|id| fits(name, id))) {
            unknown(&pack, name);
            known = false;
        }
        let asked = Asked { only: only.to_vec(), drafts: flags.drafts };
        // Every section is looked at, whether an article is in it or not.
        let all = vec![true; found.settings.sections.len()];
        if let Err(mistakes) = choose(&found.settings, &all, &pack, &asked) {
            told(&mistakes);
            return None;
        }
        let book = Self {
            pack: Arc::new(pack),
            identity,
            root: found.file.as_deref().and_then(Path::parent).map(absolute),
            file: found.file,
            settings: found.settings,
            asked,
            linters: Mutex::default(),
        };
        if !book.pack.rules.is_empty() || !only.is_empty() {
            return known.then_some(book);
        }
        // That nothing is found would say nothing.
        let help = "`packs` of the settings names none with rules; add \"core\" for the built-in ones".to_owned();
        say(&Drawing::new(Severity::Error, "there are no rules").help(&[help]));
        None
    }

    /// The folder of the settings file, as it is from the current folder.
    pub(super) fn folder(&self) -> Option<&Path> {
        self.file.as_deref().and_then(Path::parent)
    }

    /// The articles that are asked for, read as the settings say.
    pub(super) fn articles(&self, asked: &Articles) -> Articles {
        asked.by(&self.settings, self.folder())
    }

    /// All rules as they are to run on articles in these sections of the settings.
    pub(super) fn chosen_in(&self, sections: &[bool]) -> Vec<Chosen> {
        // `open` found no mistake in any section.
        choose(&self.settings, sections, &self.pack, &self.asked).unwrap_or_default()
    }

    /// All rules as they are to run on articles in no section of the settings.
    pub(super) fn chosen(&self) -> Vec<Chosen> {
        self.chosen_in(&vec![false; self.settings.sections.len()])
    }

    /// The rules as they are to run on the article of a file.
    pub(super) fn chosen_for(&self, file: &str) -> Vec<Chosen> {
        self.chosen_in(&self.sections_of(file))
    }

    /// The rules about stets as they are in force for articles in no section of the settings.
    pub(super) fn flaws(&self) -> Vec<ChosenFlaw> {
        flaws(&self.settings, &vec![false; self.settings.sections.len()], &self.asked)
    }

    /// The rules about stets as they are in force for the article of a file.
    pub(super) fn flaws_for(&self, file: &str) -> Vec<ChosenFlaw> {
        flaws(&self.settings, &self.sections_of(file), &self.asked)
    }

    /// Whether only some of the rules were asked for.
    pub(super) fn narrowed(&self) -> bool {
        !self.asked.only.is_empty()
    }

    /// Which sections of the settings hold for the article of a file.
    pub(super) fn sections_of(&self, file: &str) -> Vec<bool> {
        match &self.root {
            Some(root) if !self.settings.sections.is_empty() => {
                let path = absolute(Path::new(file));
                let path = path.strip_prefix(root).unwrap_or(&path);
                self.settings.sections_of(&name(path))
            }
            _ => vec![false; self.settings.sections.len()],
        }
    }

    /// The linter for the articles of a file.
    pub(super) fn linter_for(&self, file: &str) -> Arc<Linter> {
        self.linter_in(self.sections_of(file))
    }

    /// The linter for articles in these sections of the settings.
    pub(super) fn linter_in(&self, sections: Vec<bool>) -> Arc<Linter> {
        let mut linters = self.linters.lock().unwrap_or_else(PoisonError::into_inner);
        let linter = linters.entry(sections).or_insert_with_key(|sections| {
            let linter = Linter::with(Arc::clone(&self.pack), &self.chosen_in(sections), Running::default());
            Arc::new(linter.reading(self.settings.wording))
        });
        Arc::clone(linter)
    }
}

/// A path without links and dots where it exists, else as it is from the current folder.
pub(super) fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// The rule files and folders that the settings ask for, without the built-in ones; none where the settings
/// are wrong, which is said on standard error.
pub(super) fn own_packs() -> Option<Vec<PathBuf>> {
    let found = settings_of(&SettingsFile::default())?;
    let own = found.settings.packs.iter().flatten().filter(|pack| pack.what != settings::BUILT_IN);
    Some(own.map(|pack| beside(&found, &pack.what)).collect())
}

/// Loads the packs that the settings ask for and the files of the flags.
fn load_rules(
    flags: &RuleFiles,
    found: &Found,
    mistakes: &mut Vec<Mistake>,
    tables: &mut Vec<PathBuf>,
    identity: &mut Identity,
) -> Option<Pack> {
    let built_in =
        found.settings.packs.as_ref().is_none_or(|packs| packs.iter().any(|pack| pack.what == settings::BUILT_IN));
    identity.add("core", &[u8::from(built_in)]);
    let mut whole = true;
    let mut paths = Vec::new();
    for pack in found.settings.packs.iter().flatten().filter(|pack| pack.what != settings::BUILT_IN) {
        for file in rule_files(&beside(found, &pack.what)) {
            match file {
                Ok(path) => paths.push(path),
                Err((_, why)) => mistakes.extend(found.settings.unread_pack(&pack.what, pack.span, &why)),
            }
        }
    }
    for file in flags.files.iter().flat_map(|path| rule_files(path)) {
        match file {
            Ok(path) if !paths.iter().any(|known| absolute(known) == absolute(&path)) => paths.push(path),
            Ok(_) => {}
            Err((path, why)) => whole = cannot_read(&path, &why),
        }
    }
    let mut files: Vec<(String, String)> = Vec::new();
    let alone = paths.is_empty();
    for (file, text) in builtin::files().iter().filter(|_| built_in) {
        let file = if alone { (*file).to_owned() } else { format!("{BUILT_IN}{file}") };
        files.push((file, (*text).to_owned()));
    }
    for path in paths {
        match text_of(&path) {
            Ok(text) => {
                let silent = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
                if text.trim_start_matches('\u{feff}').lines().all(silent) {
                    let what = if text.trim().is_empty() { "is empty" } else { "holds nothing but comments" };
                    say(&Drawing::new(Severity::Warning, &format!("{} {what}", name(&path))));
                }
                identity.add("file", path.file_name().unwrap_or_default().as_encoded_bytes());
                identity.add("rules", text.as_bytes());
                files.push((name(&path), text));
            }
            Err(why) => whole = cannot_read(&path, &why),
        }
    }
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let read = RefCell::new((tables, identity));
    let (pack, more) = load(&files, &|path| match path.strip_prefix(BUILT_IN) {
        Some(path) => table(path),
        None if alone => table(path),
        None => {
            let text = text_of(Path::new(path));
            let (tables, identity) = &mut *read.borrow_mut();
            tables.push(PathBuf::from(path));
            identity.add("table", text.as_deref().unwrap_or_default().as_bytes());
            text
        }
    });
    mistakes.extend(more.into_iter().map(beside_the_built_in));
    whole.then_some(pack)
}

/// A mistake with the help that only who knows what factlint comes with can give.
fn beside_the_built_in(mistake: Mistake) -> Mistake {
    let help = match (mistake.code, mistake.labels.as_slice()) {
        (Code::ItemTwice, [_, first]) if first.source.name.starts_with(BUILT_IN) => {
            "factlint comes with that name: to change one of its rules, `amend` it; to run yours in place of all of them, \
             leave \"core\" out of `packs` in factlint.toml"
                .to_owned()
        }
        (Code::TableRead, [path, ..]) if !path.source.name.starts_with(BUILT_IN) => {
            let name = path.span.of(&path.source.text).trim_matches('"');
            if builtin::table(name).is_none() {
                return mistake;
            }
            format!(
                "the path counts from the folder of the rule file. factlint comes with a table of that name: for it, write \
                 `use table … from core` in place of this item, or copy {name} here"
            )
        }
        _ => return mistake,
    };
    Mistake { help: Some(help), ..mistake }
}

/// The files that rules and settings are read from, but for tables: a change of one changes the rules.
pub(super) fn watched(flags: &RuleFiles) -> Vec<PathBuf> {
    let file = found::file(&flags.settings);
    let text = file.as_deref().and_then(|file| text_of(file).ok()).unwrap_or_default();
    let settings = settings::read(&Arc::new(RuleSource { name: String::new(), text })).unwrap_or_default();
    let found = Found { settings, file };
    let own = found.settings.packs.iter().flatten().filter(|pack| pack.what != settings::BUILT_IN);
    let paths = own.map(|pack| beside(&found, &pack.what)).chain(flags.files.iter().cloned());
    let files = paths.flat_map(|path| rule_files(&path)).map(|file| file.unwrap_or_else(|(path, _)| path));
    let files: Vec<PathBuf> = files.collect();
    found.file.into_iter().chain(files).collect()
}

/// The text of a built-in table.
fn table(path: &str) -> Result<String, String> {
    builtin::table(path).map(str::to_owned).ok_or_else(|| "there is no such table".to_owned())
}

/// The text of a rule file, table or settings file; these are written in UTF-8.
pub(super) fn text_of(path: &Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| reason(&error))?;
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err("it is written in UTF-16; save it as UTF-8".to_owned());
    }
    if memchr::memchr(b'\r', &bytes).is_some() && memchr::memchr(b'\n', &bytes).is_none() {
        return Err("its lines end with carriage returns alone; save it with line feeds".to_owned());
    }
    if let Some(at) = memchr::memchr(0, &bytes) {
        return Err(format!("it is no text: byte {} is zero", at + 1));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..at).unwrap_or_default();
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        format!("it is not UTF-8 text (byte {} on line {line})", at + 1)
    })
}

pub(super) fn cannot_read(path: &Path, why: &str) -> bool {
    say(&Drawing::new(Severity::Error, &format!("cannot read {}: {why}", name(path))));
    false
}

/// The rule files that a path stands for: itself, or those of the folder.
pub(super) fn rule_files(path: &Path) -> Vec<Result<PathBuf, (PathBuf, String)>> {
    match path.metadata() {
        Err(error) => return vec![Err((path.to_owned(), reason(&error)))],
        Ok(found) if !found.is_dir() => return vec![Ok(path.to_owned())],
        Ok(_) => {}
    }
    let walked = WalkBuilder::new(path).sort_by_file_name(Ord::cmp).build();
    let files = walked.filter_map(|entry| match entry {
        Ok(entry) => {
            let found = entry.path().extension().is_some_and(|extension| extension == "rules");
            found.then(|| Ok(plain(entry.path())))
        }
        Err(error) => Some(Err((path.to_owned(), error.to_string()))),
    });
    let files: Vec<_> = files.collect();
    if files.is_empty() {
        return vec![Err((path.to_owned(), "there are no rule files (.rules) in this folder".to_owned()))];
    }
    files
}

/// Says what is wrong with rule files on standard error; whether the rules can be used all the same.
/// A test keeps the built-in ones free of mistakes; nobody's run has to end for one.
pub(super) fn told(mistakes: &[Mistake]) -> bool {
    show(mistakes);
    let built_in = |mistake: &Mistake| {
        let files = builtin::files().iter().map(|(name, _)| name);
        let name = mistake.labels.first().map_or("", |label| label.source.name.as_str());
        files.into_iter().any(|file| name == *file || name.strip_prefix(BUILT_IN) == Some(file))
    };
    !mistakes.iter().any(|mistake| mistake.grade == Grade::Error && !built_in(mistake))
}

/// Shows mistakes in rule files on standard error.
pub(super) fn show(mistakes: &[Mistake]) {
    // The gravest come first where not all are shown: nobody reads hundreds, and drawing them takes its time.
    let mut shown: Vec<&Mistake> = mistakes.iter().collect();
    if mistakes.len() > MOST_SHOWN {
        shown.sort_by_key(|mistake| std::cmp::Reverse(mistake.grade));
        shown.truncate(MOST_SHOWN);
    }
    for mistake in &shown {
        // Where standard error is closed, nobody is left to tell.
        let _ = write!(io::stderr(), "{}", told_one(mistake));
    }
    if mistakes.len() > shown.len() {
        let _ = writeln!(io::stderr(), "  … and {} more mistakes\n", mistakes.len() - shown.len());
    }
    if let Some(mistake) = shown.first().filter(|_| io::stderr().is_terminal()) {
        // Once a run, and only for people: who knows the mistake needs no page.
        let _ = writeln!(io::stderr(), "  more on a mistake: factlint explain-error {}", mistake.code.name());
    }
}

/// A mistake as it is shown. Of long lines only a part is drawn.
fn told_one(mistake: &Mistake) -> String {
    let style = terminal::error();
    let Some(label) = mistake.labels.first() else { return drawn(mistake, style) };
    let text = &label.source.text;
    let (before, after) = text.split_at_checked(label.span.start as usize).unwrap_or((text, ""));
    let start = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |at| at + 1);
    let end = memchr::memchr(b'\n', after.as_bytes()).unwrap_or(after.len());
    if before.len() - start + end <= LONGEST_LINE {
        return drawn(mistake, style);
    }
    let severity = match mistake.grade {
        Grade::Error => Severity::Error,
        Grade::Warning => Severity::Warning,
    };
    // A word may be as long as its line.
    let letters = mistake.message.chars().count();
    let message = if letters > LONGEST_LINE {
        let (first, last) = (mistake.message.chars().take(100), mistake.message.chars().skip(letters - 100));
        first.chain(['…']).chain(last).collect()
    } else {
        mistake.message.clone()
    };
    let lines = Lines::new(text);
    let pointer = Pointer { field: 0, name: &label.source.name, text, lines: &lines, span: label.span };
    let drawing = Drawing::new(severity, &message).heading(mistake.code.name().to_owned());
    let help: Vec<String> = mistake.help.iter().cloned().collect();
    drawing.help(&help).places(&[(pointer, &label.text)], style.width).draw(style)
}

pub(super) fn say(drawing: &Drawing) {
    let _ = write!(io::stderr(), "{}", drawing.draw(terminal::error()));
}

/// The rule of that id. An unknown one is said on standard error, with the id that was probably meant.
pub(super) fn rule<'p>(pack: &'p Pack, id: &str) -> Option<&'p Rule> {
    let found = pack.rules.iter().find(|rule| rule.id == id);
    if found.is_none() {
        let several: Vec<&str> = pack.rules.iter().map(|rule| rule.id.as_str()).filter(|one| fits(id, one)).collect();
        if several.is_empty() {
            unknown(pack, id);
        } else {
            let help = format!("name one of them: {}", several.join(", "));
            say(&Drawing::new(Severity::Error, &format!("`{id}` stands for several rules")).help(&[help]));
        }
    }
    found
}

/// The rule about stets of that id.
pub(super) fn flaw(id: &str) -> Option<Flaw> {
    Flaw::ALL.into_iter().find(|flaw| flaw.id() == id)
}

/// The rules that each of the names fits: a rule's id, a group or pack of rules, or a pattern with
/// `*`. All rules where there are no names; `None` where one fits nothing, which is said on standard error.
pub(super) fn chosen<'p>(pack: &'p Pack, names: &[String]) -> Option<Vec<&'p Rule>> {
    let of_pack = |name: &str, rule: &Rule| pack.headers.get(rule.pack).is_some_and(|header| header.name == name);
    let meant = |name: &String, rule: &Rule| fits(name, &rule.id) || of_pack(name, rule);
    let mut known = true;
    for name in names {
        if !pack.rules.iter().any(|rule| meant(name, rule)) {
            unknown(pack, name);
            known = false;
        }
    }
    let wanted = |rule: &&Rule| names.is_empty() || names.iter().any(|name| meant(name, rule));
    known.then(|| pack.rules.iter().filter(wanted).collect())
}

fn unknown(pack: &Pack, name: &str) {
    let help = advice(pack, name);
    say(&Drawing::new(Severity::Error, &format!("there is no rule `{name}`")).help(&[help]));
}
