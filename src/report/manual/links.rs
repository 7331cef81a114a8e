//! Links between the pages of a manual, and those that lead nowhere.

use super::{PICTURES, Page};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use rustc_hash::{FxHashMap, FxHashSet};
use std::fmt;

/// A link to a page or a heading that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The page that it stands on.
    pub page: String,
    /// Where it should lead.
    pub to: String,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: `{}` leads nowhere", self.page, self.to)
    }
}

/// The links between pages that lead nowhere, in the order of the pages.
pub fn broken(pages: &[Page]) -> Vec<Broken> {
    let read: FxHashMap<&str, Read> = pages.iter().map(|page| (page.path.as_str(), Read::new(&page.text))).collect();
    let mut broken = Vec::new();
    for page in pages {
        for link in read.get(page.path.as_str()).into_iter().flat_map(|read| &read.links) {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { Some(page.path.clone()) } else { joined(&page.path, path) };
            if target.as_deref().is_some_and(is_picture) {
                continue;
            }
            let target = target.and_then(|target| read.get(target.as_str()));
            if !target.is_some_and(|target| heading.is_empty() || target.headings.contains(heading)) {
                broken.push(Broken { page: page.path.clone(), to: link.clone() });
            }
        }
    }
    broken
}

fn is_picture(path: &str) -> bool {
    PICTURES.iter().any(|(picture, _)| path.strip_prefix("src/") == Some(picture))
}

/// A path from the folder of a page, without dots; `None` where it leaves the manual.
fn joined(page: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// What a page links to, and what can be linked to on it.
#[derive(Default)]
struct Read {
    links: Vec<String>,
    headings: FxHashSet<String>,
}

impl Read {
    fn new(text: &str) -> Self {
        let mut read = Self::default();
        let mut heading: Option<String> = None;
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                    read.links.push(dest_url.into_string());
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::End(TagEnd::Heading(_)) => read.headings.extend(heading.take().map(|words| anchor(&words))),
                Event::Text(words) | Event::Code(words) => {
                    if let Some(heading) = &mut heading {
                        heading.push_str(&words);
                    }
                }
                _ => {}
            }
        }
        read
    }
}

/// The anchor of a heading, as books and forges make it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::broken;
    use crate::report::manual::Page;

    #[test]
    fn links_lead_to_pages_and_headings() {
        let page = |path: &str, text: &str| Page { path: path.to_owned(), text: text.to_owned() };
        let pages = [
            page(
                "a.md",
                "# One `two`: three\n[b](b/c.md#x) [own](#one-two-three) [web](https://example.org) [no](#two)",
            ),
            page("b/c.md", "# X\n[up](../a.md) [gone](a.md) [out](../../a.md)\n\n```\n[code](gone.md)\n```\n"),
        ];
        let broken: Vec<_> = broken(&pages).into_iter().map(|broken| broken.to).collect();
        assert_eq!(broken, ["#two", "a.md", "../../a.md"]);
    }
}
