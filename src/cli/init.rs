//! `factlint init`: settings that suit a folder of articles.

use super::Outcome;
use super::flags::InitFlags;
use super::rulebook::say;
use super::walk::{name, reason};
use crate::article::reader_for;
use crate::lint::settings;
use crate::report::drawing::Drawing;
use ignore::WalkBuilder;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// What makes a site of articles.
struct Maker {
    name: &'static str,
    /// Files that only it has.
    marks: &'static [&'static str],
    /// Files that others have too: they count where one of the folders is there.
    hints: &'static [&'static str],
    /// Where it keeps articles.
    folders: &'static [&'static str],
    headline: &'static [&'static str],
    standfirst: &'static [&'static str],
    date: &'static [&'static str],
}

/// The first that is recognised counts.
const MAKERS: &[Maker] = &[
    Maker {
        name: "Hugo",
        marks: &["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"],
        hints: &["config.toml", "config.yaml", "config.yml", "config.json", "config/_default", "archetypes"],
        folders: &["content"],
        headline: &["title"],
        standfirst: &["summary", "description"],
        date: &["publishDate", "date"],
    },
    Maker {
        name: "Jekyll",
        marks: &["_posts"],
        hints: &["_config.yml", "_config.yaml", "_config.toml"],
        folders: &["_posts", "_drafts"],
        headline: &["title"],
        standfirst: &["excerpt", "description", "subtitle"],
        date: &["date"],
    },
    Maker {
        name: "Eleventy",
        marks: &[
            ".eleventy.js",
            "eleventy.config.js",
            "eleventy.config.mjs",
            "eleventy.config.cjs",
            "eleventy.config.ts",
        ],
        hints: &[],
        folders: &["content", "src/content", "src/posts", "posts", "src/articles", "src", "articles", "blog"],
        headline: &["title"],
        standfirst: &["description", "excerpt", "summary"],
        date: &["date"],
    },
    Maker {
        name: "Astro",
        marks: &["astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.cjs", "astro.config.mts"],
        hints: &[],
        folders: &["src/content", "src/pages"],
        headline: &["title"],
        standfirst: &["description"],
        date: &["pubDate", "publishDate", "date"],
    },
];

/// What was recognised, and by what.
struct Recognised {
    what: String,
    why: String,
    /// The folders of the articles that are there; none where all of the folder is meant.
    articles: Vec<String>,
    maker: Option<&'static Maker>,
}

/// Writes a settings file, unless there is one.
#[expect(clippy::unnecessary_wraps, reason = "as every command")]
pub(super) fn run(flags: &InitFlags) -> io::Result<Outcome> {
    let folder = flags.folder.as_path();
    let file = folder.join(settings::FILE);
    let file = file.strip_prefix(".").unwrap_or(&file);
    let recognised = recognised(folder);
    let new = match File::create_new(file) {
        Ok(new) => new,
        Err(error) => {
            let (message, help) = match error.kind() {
                io::ErrorKind::AlreadyExists => (
                    format!("{} is there already, and is left as it is", name(file)),
                    "to begin anew, move it away first",
                ),
                _ => (format!("cannot write {}: {}", name(file), reason(&error)), "is there such a folder?"),
            };
            say(&Drawing::new(miette::Severity::Error, &message).help(&[help.to_owned()]));
            return Ok(Outcome::Failed);
        }
    };
    if let Err(error) = written(new, &page(&recognised)) {
        // What is half written would be taken for settings.
        let _ = fs::remove_file(file);
        let message = format!("cannot write {}: {}", name(file), reason(&error));
        say(&Drawing::new(miette::Severity::Error, &message));
        return Ok(Outcome::Failed);
    }
    let Recognised { what, why, .. } = &recognised;
    let told = format!("{}: settings for {what} ({why}); `factlint check` uses them from here on\n", name(file));
    // Where standard error is closed, nobody is left to tell.
    let _ = io::stderr().write_all(told.as_bytes());
    Ok(Outcome::Clean)
}

fn written(mut file: File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn recognised(folder: &Path) -> Recognised {
    let is_there = |path: &&&str| folder.join(path).exists();
    for maker in MAKERS {
        let own: Vec<&str> = maker.folders.iter().filter(is_there).copied().collect();
        let hint = maker.hints.iter().find(is_there).filter(|_| !own.is_empty());
        let Some(mark) = maker.marks.iter().find(is_there).or(hint) else { continue };
        // One folder inside another would be read twice.
        let inner =
            |path: &&str| !own.iter().any(|other| path.strip_prefix(other).is_some_and(|rest| rest.starts_with('/')));
        let articles: Vec<String> = own.iter().copied().filter(inner).map(str::to_owned).collect();
        // The folders of the list are alternatives, the likeliest first.
        let articles = if maker.name == "Eleventy" { articles.into_iter().take(1).collect() } else { articles };
        return Recognised {
            what: maker.name.to_owned(),
            why: format!("there is {mark}"),
            articles,
            maker: Some(maker),
        };
    }
    let (articles, count, elsewhere) = plain(folder);
    let why = match (count, articles.as_slice()) {
        (0, _) => "there are no articles yet".to_owned(),
        (count, [one]) => format!("{count} of {} articles are in {one}", count + elsewhere),
        (count, _) => format!("there are {} articles", count + elsewhere),
    };
    Recognised { what: "a folder of articles".to_owned(), why, articles, maker: None }
}

/// The folder that holds most articles by far, where one does, how many it holds, and how many there are elsewhere.
fn plain(folder: &Path) -> (Vec<String>, usize, usize) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for entry in WalkBuilder::new(folder).build().flatten() {
        let path = entry.path();
        // What stands at the top tells of the repository.
        let readme = path.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
        let file = entry.file_type().is_some_and(|kind| kind.is_file());
        if !file || readme || reader_for(path).is_none() {
            continue;
        }
        let inside = path.strip_prefix(folder).unwrap_or(path);
        let mut steps = inside.components().map(|step| step.as_os_str().to_string_lossy().into_owned());
        let first = steps.next().filter(|_| inside.components().count() > 1).unwrap_or_default();
        *counts.entry(first).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    match counts.into_iter().max_by_key(|(_, count)| *count) {
        Some((folder, count)) if !folder.is_empty() && count * 10 >= all * 8 => (vec![folder], count, all - count),
        _ => (Vec::new(), all, 0),
    }
}

/// The settings file.
fn page(recognised: &Recognised) -> String {
    let Recognised { what, why, articles, maker } = recognised;
    let list = |items: &[String]| {
        let items: Vec<String> = items.iter().map(|item| toml_edit::Value::from(item.as_str()).to_string()).collect();
        format!("[{}]", items.join(", ").replace("  ", " "))
    };
    let owned = |items: &[&str]| items.iter().map(|&item| item.to_owned()).collect::<Vec<String>>();
    let articles = if articles.is_empty() {
        "# Where the articles are: all of this folder, where nothing is said.\n# articles = [\"articles\"]\n".to_owned()
    } else {
        format!(
            "# Where the articles are; `factlint check` without a path checks them.\narticles = {}\n",
            list(articles)
        )
    };
    let front_matter = match maker {
        Some(maker) => format!(
            "# What {what} calls things in front matter; of several names the first that is there counts.\n\
             [front-matter]\nheadline = {}\nstandfirst = {}\ndate = {}\n",
            list(&owned(maker.headline)),
            list(&owned(maker.standfirst)),
            list(&owned(maker.date)),
        ),
        None => "# What front matter calls things, where it is not `title`, `description` and `date` or the like.\n\
                 # [front-matter]\n# headline = \"title\"\n# standfirst = \"summary\"\n# date = \"published\"\n"
            .to_owned(),
    };
    format!(
        "# Settings of factlint, for {what}: {why}.\n\
         # `factlint rules` lists the rules in force, `factlint check --explain-skips` says what is not checked.\n\n\
         # The rules that factlint comes with; a folder of your own rules is another item, such as \"./rules\".\n\
         packs = [\"core\"]\n\n\
         # The least grave finding that makes the exit status 1: error, warning, note or never.\n\
         fail-on = \"error\"\n\n\
         {articles}\n\
         # What is found today and is to be known from now on: `factlint check --write-baseline` writes it.\n\
         # baseline = \"factlint.baseline\"\n\n\
         {front_matter}\n\
         # A rule, a group or a pattern may be switched off or made more or less grave.\n\
         # [rules.\"date/*\"]\n\
         # severity = \"warning\"\n\n\
         # The same for some articles only.\n\
         # [[for]]\n\
         # path = \"archive/**\"\n\
         # rules.\"count/*\".enabled = false\n"
    )
}
