//! What a newsroom has written down of its findings: the file of signed stets, and the baseline.

use super::found::nearest_file;
use super::rulebook::{Rulebook, absolute, say, show};
use super::walk::{name, reason};
use super::whole;
use crate::article::{Article, Part};
use crate::language::rule::RuleSource;
use crate::language::{Code, Mistake};
use crate::lint::Linter;
use crate::lint::baseline::{self, Baseline, Known};
use crate::lint::known::{Filed, plain};
use crate::lint::settings::Written;
use crate::lint::stets::{self, Entry, Flaw, Signed, Unwritable, with};
use crate::report::drawing::Drawing;
use miette::Severity;
use rustc_hash::FxHashMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The two files, as they were when the run began.
pub(super) struct Ledger {
    pub(super) signed: Signed,
    /// Where signed stets are, or would be.
    stets: Place,
    pub(super) baseline: Option<Baseline>,
    known: Place,
    /// Where a baseline is to be written.
    write: Option<PathBuf>,
}

/// What of them a run asks for.
#[derive(Debug, Default)]
pub(super) struct Asked<'f> {
    /// The baseline that the command line names.
    pub(super) baseline: Option<&'f Path>,
    /// Whether a baseline is to be written, and where if that is said.
    #[expect(clippy::option_option, reason = "not asked for, asked for, or asked for with a file")]
    pub(super) write: Option<Option<&'f Path>>,
    /// Whether settings are looked for.
    pub(super) isolated: bool,
    /// Whether stets are to be signed.
    pub(super) signs: bool,
}

/// A file, and the folder that the paths in it count from.
struct Place {
    file: PathBuf,
    folder: PathBuf,
}

impl Ledger {
    /// Reads both files where they are. What is wrong with them is said on standard error; `None` where
    /// one cannot be used.
    pub(super) fn open(book: &Rulebook, asked: &Asked<'_>) -> Option<Self> {
        let beside = Beside { book, folder: book.folder().map(Path::to_owned) };
        let (signed, stets) = beside.stets(asked)?;
        let set = book.settings.baseline.as_ref();
        let given = asked.baseline.map(Path::to_owned).or_else(|| set.map(|written| beside.named(written)));
        let write = asked.write.map(|file| {
            let file = file.map(Path::to_owned).or_else(|| given.clone());
            file.unwrap_or_else(|| beside.file(baseline::FILE))
        });
        let file = given.or_else(|| write.clone());
        let wanted = set.filter(|_| asked.baseline.is_none() && write.is_none());
        let baseline = match &file {
            Some(file) => Some(beside.baseline(file, wanted, write.is_some())?),
            None => None,
        };
        Some(Self { signed, stets, baseline, known: beside.place(file.unwrap_or_default()), write })
    }

    /// Where an article is filed in the file of signed stets and in the baseline, as far as it matters; `signs`
    /// says whether stets may yet be signed.
    pub(super) fn filed(&self, file: &str, name: &str, article: &Article, signs: bool) -> [Filed; 2] {
        // A record without an id is called after its line, which the next edit changes: its headline lasts longer.
        let record = name.len() > file.len();
        let id = if article.id == name { headline(article).filter(|_| record) } else { Some(article.id.clone()) };
        let filed = |place: &Place, matters: bool| {
            if matters {
                Filed { path: counted(&place.folder, file), id: id.clone() }
            } else {
                Filed { path: String::new(), id: None }
            }
        };
        let stets = signs || !self.signed.entries.is_empty();
        [filed(&self.stets, stets), filed(&self.known, self.baseline.is_some())]
    }

    /// The two files, whether they are there or not.
    pub(super) fn files(&self) -> [&Path; 2] {
        [&self.stets.file, &self.known.file]
    }

    /// Whether a baseline is to be written.
    pub(super) fn writes(&self) -> bool {
        self.write.is_some()
    }

    /// Adds stets to the file of signed ones; the file, or a complaint on standard error and `None`.
    pub(super) fn sign(&self, entries: &[Entry]) -> Option<String> {
        let text = self.signed.source.as_ref().map_or(HEADING, |source| source.text.as_str());
        match with(text, entries) {
            Ok(text) => written(&self.stets.file, &text),
            Err(Unwritable::Toml(_) | Unwritable::Inline) => {
                let message = format!("no stet can be added to {}: its stets are no [[stet]]", name(&self.stets.file));
                say(&Drawing::new(Severity::Error, &message));
                None
            }
        }
    }

    /// Writes the baseline: what was found, and what was not looked for; the file, or a complaint on
    /// standard error and `None`.
    pub(super) fn write(&self, checked: &Compared) -> Option<String> {
        let mut new = checked.found.clone();
        for (known, times) in self.baseline.iter().flat_map(|baseline| &baseline.findings) {
            if !checked.judges(known) && (known.filed.path == "-" || self.known.folder.join(&known.filed.path).exists())
            {
                new.add(known.clone(), *times);
            }
        }
        written(self.write.as_ref()?, &new.written())
    }
}

/// The files that stand beside the settings.
struct Beside<'b> {
    book: &'b Rulebook,
    /// The folder of the settings, where there are any.
    folder: Option<PathBuf>,
}

impl Beside<'_> {
    fn file(&self, file: &str) -> PathBuf {
        self.folder.as_deref().unwrap_or(Path::new("")).join(file)
    }

    /// A file that the settings name.
    fn named(&self, written: &Written<String>) -> PathBuf {
        self.file(written.what.strip_prefix("./").unwrap_or(&written.what))
    }

    /// Paths count from the folder of the settings, or else from that of the file.
    fn place(&self, file: PathBuf) -> Place {
        let own = file.parent().unwrap_or(Path::new(""));
        Place { folder: absolute(self.folder.as_deref().unwrap_or(own)), file }
    }

    /// The signed stets, and where they are or would be.
    fn stets(&self, asked: &Asked<'_>) -> Option<(Signed, Place)> {
        let named = self.book.settings.stets.as_ref();
        let found = match (named, &self.folder) {
            (Some(written), _) => Some(self.named(written)),
            (None, None) if !asked.isolated => nearest_file(stets::FILE),
            (None, _) => None,
        };
        let place = self.place(found.unwrap_or_else(|| self.file(stets::FILE)));
        // A run without settings is to depend on nothing but what it is given.
        if asked.isolated && !asked.signs {
            return Some((Signed::default(), place));
        }
        match read(self.book, &place.file, named.filter(|_| !asked.signs))? {
            None => Some((Signed::default(), place)),
            Some(source) => match stets::read(&source, &self.book.pack) {
                Ok(signed) => Some((signed, place)),
                Err(mistakes) => refused(&mistakes),
            },
        }
    }

    /// The baseline of a file; an empty one where it is yet to be written.
    fn baseline(&self, file: &Path, wanted: Option<&Written<String>>, writes: bool) -> Option<Baseline> {
        match read(self.book, file, wanted)? {
            Some(source) => match baseline::read(&source) {
                Ok(baseline) => Some(baseline),
                Err(mistakes) => refused(&mistakes),
            },
            None if writes => Some(Baseline::default()),
            None => {
                cannot("read", file, &io::ErrorKind::NotFound.into());
                None
            }
        }
    }
}

/// The first lines of a new file of signed stets.
const HEADING: &str =
    "# Findings that stand, who let them stand, and why. `factlint check --stet` adds to this file.\n";

fn refused<T>(mistakes: &[Mistake]) -> Option<T> {
    show(mistakes);
    None
}

/// The text of a file; `Some(None)` where there is none and nobody names it.
#[expect(clippy::option_option, reason = "a complaint was made, or there is no file, or there is one")]
fn read(book: &Rulebook, file: &Path, wanted: Option<&Written<String>>) -> Option<Option<Arc<RuleSource>>> {
    match (fs::read_to_string(file), wanted, &book.settings.source) {
        (Ok(text), ..) => Some(Some(Arc::new(RuleSource { name: name(file), text }))),
        (Err(error), Some(wanted), Some(source)) => {
            let message = format!("the file `{}` cannot be read", wanted.what);
            let mistake = Mistake::new(Code::SettingsPack, source, wanted.span, message).labelled(reason(&error));
            refused(&[mistake.help("paths count from the folder of this file")])
        }
        (Err(error), ..) if error.kind() == io::ErrorKind::NotFound => Some(None),
        (Err(error), ..) => {
            cannot("read", file, &error);
            None
        }
    }
}

fn cannot(what: &str, file: &Path, error: &io::Error) {
    let why = match error.kind() {
        io::ErrorKind::PermissionDenied if what == "write" => "it may not be written".to_owned(),
        _ => reason(error),
    };
    say(&Drawing::new(Severity::Error, &format!("cannot {what} {}: {why}", name(file))));
}

/// Writes a file; its name, or a complaint on standard error.
fn written(file: &Path, text: &str) -> Option<String> {
    match whole::write(file, text) {
        Ok(()) => Some(name(file)),
        Err(error) => {
            cannot("write", file, &error);
            None
        }
    }
}

/// The words of an article's headline, where it has one.
fn headline(article: &Article) -> Option<String> {
    let block = article.blocks.iter().find(|block| block.part == Part::Headline)?;
    Some(plain(block.span.of(&article.text)))
}

/// The path of a file from a folder, with `/`, however it was given.
fn counted(folder: &Path, file: &str) -> String {
    if file == "-" {
        return file.to_owned();
    }
    let path = absolute(Path::new(file));
    for (up, base) in folder.ancestors().enumerate() {
        if let Ok(rest) = path.strip_prefix(base) {
            let ups = std::iter::repeat_n("..".to_owned(), up);
            let steps = rest.components().map(|step| step.as_os_str().to_string_lossy().into_owned());
            // From the root on there is nothing in common, and the whole path says more.
            let common = up == 0 || base.components().any(|step| matches!(step, Component::Normal(_)));
            if common {
                return ups.chain(steps).collect::<Vec<_>>().join("/");
            }
        }
    }
    name(&path)
}

/// A run's findings beside the baseline's.
pub(super) struct Compared {
    /// What the baseline still allows.
    left: FxHashMap<Known, usize>,
    /// What was found.
    found: Baseline,
    /// The files that were checked, and with what.
    ran: FxHashMap<String, Arc<Linter>>,
    /// Whether all rules ran that are switched on.
    narrowed: bool,
}

impl Compared {
    pub(super) fn new(ledger: &Ledger, narrowed: bool) -> Self {
        let known = ledger.baseline.iter().flat_map(|baseline| &baseline.findings);
        let left = known.map(|(known, times)| (known.clone(), *times)).collect();
        Self { left, found: Baseline::default(), ran: FxHashMap::default(), narrowed }
    }

    /// Notes that an article was checked.
    pub(super) fn ran(&mut self, filed: &Filed, linter: &Arc<Linter>) {
        if !self.ran.contains_key(&filed.path) {
            self.ran.insert(filed.path.clone(), Arc::clone(linter));
        }
    }

    /// Whether a finding is in the baseline, as often as it was found until now.
    pub(super) fn knows(&mut self, known: &Known) -> bool {
        self.found.add(known.clone(), 1);
        match self.left.get_mut(known) {
            Some(times) if *times > 0 => {
                *times -= 1;
                true
            }
            Some(_) | None => false,
        }
    }

    /// How many findings there were.
    pub(super) fn count(&self) -> usize {
        self.found.count()
    }

    /// Whether this run would have found it, were it still there.
    fn judges(&self, known: &Known) -> bool {
        let Some(linter) = self.ran.get(&known.filed.path) else { return false };
        let is = |id: &str| id == known.rule;
        let about_stets = Flaw::ALL.iter().any(|flaw| is(flaw.id()));
        let gone = !linter.pack().rules.iter().any(|rule| is(&rule.id));
        linter.in_force().any(|(rule, _)| is(&rule.id)) || ((about_stets || gone) && !self.narrowed)
    }

    /// What the baseline holds and is no longer found, in its order.
    pub(super) fn gone(&self, ledger: &Ledger) -> Baseline {
        let mut gone = Baseline::default();
        for known in ledger.baseline.iter().flat_map(|baseline| baseline.findings.keys()) {
            let left = self.left.get(known).copied().unwrap_or_default();
            if left > 0 && self.judges(known) {
                gone.add(known.clone(), left);
            }
        }
        gone
    }
}
