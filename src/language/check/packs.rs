//! Packs: which file belongs to which, and whose names each of them sees.
//!
//! The files of one folder make a pack. A file that says `pack` gives it its name; two names in one
//! folder make two packs, and each file there has to say to which it belongs.

use super::Checker;
use super::copied::{Given, Twice};
use super::world::World;
use crate::language::code::Code;
use crate::language::diagnostic::Mistake;
use crate::language::layout::Item;
use crate::language::near::did_you_mean;
use crate::language::parse;
use crate::language::rule::{Header, RuleSource};
use crate::language::syntax::{Use, Word};
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The packs of all files.
#[derive(Default)]
pub(super) struct Packs<'a> {
    headers: Vec<Header>,
    /// The pack of each file, by the file's name.
    of: FxHashMap<&'a str, usize>,
    /// What each pack uses of others.
    uses: Vec<Vec<Using<'a>>>,
    /// The packs whose names are another's.
    pub(super) twice: Vec<Twice<'a>>,
}

/// A name of another pack, or all of them.
struct Using<'a> {
    source: &'a Arc<RuleSource>,
    pack: usize,
    /// What it is declared as and its name; nothing where all names are used.
    one: Option<(Word<'a>, Word<'a>)>,
    span: Span,
}

/// What a file says of its pack.
struct Said<'a> {
    source: &'a Arc<RuleSource>,
    name: Word<'a>,
    title: String,
    version: String,
}

impl<'a> Packs<'a> {
    /// Sorts the files into packs and reads what they use.
    pub(super) fn gather(sources: &'a [Arc<RuleSource>], items: &[Vec<Item<'a>>], mistakes: &mut Vec<Mistake>) -> Self {
        let mut packs = Self::default();
        let said: Vec<Option<Said<'a>>> =
            sources.iter().zip(items).map(|(s, items)| said(s, items, mistakes)).collect();
        let mut named: FxHashMap<&str, (usize, &Said<'a>)> = FxHashMap::default();
        let mut by_folder: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for said in said.iter().flatten() {
            let folder = folder(&said.source.name);
            if let Some((_, first)) = named.get(said.name.text) {
                let first = (first.source, first.name.span);
                packs.twice.push(Twice { what: Given::Pack, name: said.name, source: said.source, first });
                continue;
            }
            let number = packs.add(said.name.text, &said.title, &said.version);
            named.insert(said.name.text, (number, said));
            by_folder.entry(folder).or_default().push(number);
        }
        for (source, said) in sources.iter().zip(&said) {
            let folder = folder(&source.name);
            let own = said.as_ref().and_then(|said| Some(named.get(said.name.text)?.0));
            let number = own.unwrap_or_else(|| match by_folder.get(folder).map(Vec::as_slice) {
                Some(&[only]) => only,
                Some([first, ..]) => {
                    mistakes.push(undecided(source, &packs, folder, &by_folder));
                    *first
                }
                Some([]) | None => {
                    let number = packs.add("", "", "");
                    by_folder.insert(folder, vec![number]);
                    number
                }
            });
            packs.of.insert(&source.name, number);
        }
        for (source, item) in each(sources, items).filter(|(_, item)| item.keyword == "use") {
            match parse::uses(item.head, source) {
                Ok(written) => packs.using(source, &written, mistakes),
                Err(mistake) => mistakes.push(*mistake),
            }
        }
        packs
    }

    fn add(&mut self, name: &str, title: &str, version: &str) -> usize {
        let header = Header { name: name.to_owned(), title: title.to_owned(), version: version.to_owned() };
        self.headers.push(header);
        self.uses.push(Vec::new());
        self.headers.len() - 1
    }

    fn using(&mut self, source: &'a Arc<RuleSource>, written: &Use<'a>, mistakes: &mut Vec<Mistake>) {
        let (pack, one) = match *written {
            Use::All(pack) => (pack, None),
            Use::One { what, name, pack } => (pack, Some((what, name))),
        };
        let own = self.of(source);
        match self.headers.iter().position(|header| header.name == pack.text) {
            Some(number) if number == own => {
                let mistake =
                    Mistake::new(Code::UnknownPack, source, pack.span, format!("the pack `{}` uses itself", pack.text));
                mistakes.push(mistake.help("the files of one pack share all their names"));
            }
            Some(number) => {
                let using = Using { source, pack: number, one, span: pack.span };
                self.uses.get_mut(own).into_iter().for_each(|uses| uses.push(Using { ..using }));
            }
            None => {
                let message = format!("there is no pack `{}`", pack.text);
                let names = || self.headers.iter().map(|header| header.name.as_str()).filter(|name| !name.is_empty());
                let all: Vec<&str> = names().collect();
                let help = did_you_mean(pack.text, names()).unwrap_or_else(|| match all.as_slice() {
                    [] => "no file that is loaded begins with `pack`".to_owned(),
                    all => format!("the packs that are loaded: {}", all.join(", ")),
                });
                mistakes.push(
                    Mistake::new(Code::UnknownPack, source, pack.span, message).labelled("no such pack").help(help),
                );
            }
        }
    }

    pub(super) fn count(&self) -> usize {
        self.headers.len()
    }

    /// The pack of a file.
    pub(super) fn of(&self, source: &RuleSource) -> usize {
        self.of.get(source.name.as_str()).copied().unwrap_or_default()
    }

    /// The name of a pack; empty where its files give none.
    pub(super) fn name(&self, pack: usize) -> &str {
        self.headers.get(pack).map_or("", |header| &header.name)
    }

    /// The packs whose `name` a pack sees, its own first.
    pub(super) fn seeing<'p>(&'p self, pack: usize, name: &'p str) -> impl Iterator<Item = usize> + 'p {
        let uses = self.uses.get(pack).map_or(&[][..], Vec::as_slice);
        let one = uses.iter().filter(move |using| using.one.is_some_and(|(_, one)| one.text == name));
        let all = uses.iter().filter(|using| using.one.is_none());
        std::iter::once(pack).chain(one.chain(all).map(|using| using.pack))
    }

    /// Whether a pack sees all names of another.
    pub(super) fn sees_all(&self, pack: usize, other: usize) -> bool {
        pack == other
            || self
                .uses
                .get(pack)
                .is_some_and(|uses| uses.iter().any(|using| using.pack == other && using.one.is_none()))
    }

    pub(super) fn into_headers(self) -> Vec<Header> {
        self.headers
    }
}

impl World<'_> {
    /// What is wrong with `use`, once all names are known.
    pub(super) fn uses(&self) -> Vec<Mistake> {
        let mut mistakes = Vec::new();
        for (number, uses) in self.packs.uses.iter().enumerate() {
            for (at, using) in uses.iter().enumerate() {
                if let Some((what, name)) = using.one {
                    mistakes.extend(self.missing(using, what, name));
                    continue;
                }
                let before = uses.get(..at).unwrap_or_default().iter().filter(|using| using.one.is_none());
                mistakes.extend(before.filter_map(|before| self.clash(number, before, using)));
            }
        }
        mistakes
    }

    fn missing(&self, using: &Using<'_>, what: Word<'_>, name: Word<'_>) -> Option<Mistake> {
        let pack = self.packs.name(using.pack);
        match self.declared(using.pack, name.text) {
            Some(found) if found == what.text => None,
            Some(found) => {
                let message = format!("`{}` is declared by `{found}` in the pack `{pack}`", name.text);
                let mistake = Mistake::new(Code::UnknownName, using.source, what.span, message);
                Some(mistake.help(format!("write `use {found} {} from {pack}`", name.text)))
            }
            None if self.incomplete => None,
            None => {
                let message = format!("the pack `{pack}` has no `{}`", name.text);
                let mistake =
                    Mistake::new(Code::UnknownName, using.source, name.span, message).labelled("no such name");
                Some(mistake.maybe_help(did_you_mean(name.text, self.names_of(using.pack))))
            }
        }
    }

    /// Two packs that are used whole and share a name, which the pack does not declare itself.
    fn clash(&self, pack: usize, first: &Using<'_>, second: &Using<'_>) -> Option<Mistake> {
        let decided = |name: &str| {
            self.packs.seeing(pack, name).next().is_some_and(|own| self.declared(own, name).is_some())
                || self
                    .packs
                    .uses
                    .get(pack)
                    .is_some_and(|uses| uses.iter().any(|using| using.one.is_some_and(|(_, one)| one.text == name)))
        };
        let both =
            |name: &&str| first.pack != second.pack && self.declared(first.pack, name).is_some() && !decided(name);
        let name = self.names_of(second.pack).find(both)?;
        let what = self.declared(second.pack, name)?;
        let (one, other) = (self.packs.name(first.pack), self.packs.name(second.pack));
        let mistake = Mistake::new(
            Code::ItemTwice,
            second.source,
            second.span,
            format!("both `{one}` and `{other}` have a `{name}`"),
        );
        let mistake = mistake.labelled("has one too").and_in(first.source, first.span, "has one");
        Some(mistake.help(format!("say which is meant: `use {what} {name} from {one}`")))
    }
}

/// Every item with its file.
pub(super) fn each<'i, 'a>(
    sources: &'a [Arc<RuleSource>],
    items: &'i [Vec<Item<'a>>],
) -> impl Iterator<Item = (&'a Arc<RuleSource>, &'i Item<'a>)> {
    sources.iter().zip(items).flat_map(|(source, items)| items.iter().map(move |item| (source, item)))
}

fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The pack that a file names. A second name is a mistake.
fn said<'a>(source: &'a Arc<RuleSource>, items: &[Item<'a>], mistakes: &mut Vec<Mistake>) -> Option<Said<'a>> {
    let mut first: Option<Said<'a>> = None;
    for item in items.iter().filter(|item| item.keyword == "pack") {
        let (name, title, version) = match parse::pack(item.head, source) {
            Ok(read) => read,
            Err(mistake) => {
                mistakes.push(*mistake);
                continue;
            }
        };
        if let Some(first) = &first {
            let mistake = Mistake::new(Code::ItemTwice, source, name.span, "this file names two packs");
            mistakes.push(mistake.labelled("the second").and(first.name.span, "the first").help("keep one of them"));
            continue;
        }
        let empty = World::default();
        let mut checker = Checker::new(&empty, source);
        let title = checker.plain(&title);
        mistakes.append(&mut checker.mistakes);
        first = Some(Said { source, name, title, version: version.to_owned() });
    }
    first
}

fn undecided(
    source: &Arc<RuleSource>,
    packs: &Packs<'_>,
    folder: &str,
    by_folder: &FxHashMap<&str, Vec<usize>>,
) -> Mistake {
    let names: Vec<String> =
        by_folder.get(folder).into_iter().flatten().map(|&pack| format!("`{}`", packs.name(pack))).collect();
    let start = Span::new(0, source.text.lines().next().unwrap_or_default().len());
    let message = format!("this file may belong to any of the packs {}", names.join(", "));
    let mistake = Mistake::new(Code::UnknownPack, source, start, message).labelled("names no pack");
    mistake.help("keep each pack in a folder of its own, or begin every file there with a `pack` of its own")
}
