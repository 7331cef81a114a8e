//! Addresses of the web and of mail, and the links of a text with markup: where they lead and what their words say.

use super::Reading;
use super::triggers::Trigger;
use crate::facts::model::{Address, Link};
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind};

/// Ends of names of hosts by which a run of letters and points is known as one.
const ENDS: &[&str] =
    &["com", "org", "net", "gov", "edu", "uk", "eu", "info", "io", "de", "fr", "ie", "au", "ca", "nz", "int"];

/// Slips of the keyboard in the last part of a name.
const SLIPS: &[(&str, &str)] =
    &[("con", "com"), ("cmo", "com"), ("comm", "com"), ("ogr", "org"), ("og", "org"), ("nte", "net")];

/// Hosts that only pass their visitors on, or keep other hosts' pages.
const PASSING: &[&str] = &[
    "t.co",
    "bit.ly",
    "tinyurl.com",
    "ow.ly",
    "goo.gl",
    "lnkd.in",
    "fb.me",
    "is.gd",
    "buff.ly",
    "dlvr.it",
    "trib.al",
    "amzn.to",
    "youtu.be",
    "google.com",
    "facebook.com",
    "list-manage.com",
    "redirectingat.com",
    "outlook.com",
    "archive.org",
    "archive.is",
    "archive.ph",
    "shorturl.at",
    "rebrand.ly",
    "cutt.ly",
    "spr.ly",
    "apple.com",
    "linktr.ee",
    "doubleclick.net",
    "urldefense.com",
    "proofpoint.com",
    "awin1.com",
    "shareasale.com",
    "twitter.com",
    "x.com",
    "wikipedia.org",
    "github.com",
    "webcitation.org",
    "perma.cc",
    "doi.org",
    "skimresources.com",
];

/// Finds the addresses in the text, the links, and names of hosts that are nearly another's.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::ADDRESS) {
        next = if begins(text, at) { address(reading, at) } else { at + 1 };
    }
    links(reading);
    near(reading);
}

/// Whether an address may begin at a token.
fn begins(text: &Text<'_>, at: usize) -> bool {
    let Some(token) = text.token(at) else { return false };
    let framed = || matches!(text.word(at.wrapping_sub(1)), "(" | "“" | "\"" | "<" | "[");
    if token.kind != TokenKind::Word || token.glued && !framed() {
        return false;
    }
    let next = text.word(at + 1);
    let hangs = text.glued(at + 1) && matches!(next, ":" | "." | "@" | "," | "/" | "-" | "_");
    if !hangs {
        return false;
    }
    let lower = text.lower(at);
    if lower.starts_with("htt") || lower.starts_with("htp") || lower == "www" || lower == "ww" || lower == "wwww" {
        return true;
    }
    // "harbour.org" and "ann@harbour.org": looked at only where a point or an "@" is followed by a word.
    text.kind(at + 2) == TokenKind::Word && text.glued(at + 2) && matches!(next, "." | "@" | "-" | "_")
}

/// Reads the address at a token, if it is one; gives the token to go on with.
fn address(reading: &mut Reading<'_>, first: usize) -> usize {
    let text = reading.text;
    let mut end = first + 1;
    while text.glued(end) && end < first + 60 {
        end += 1;
    }
    while end > first + 1
        && matches!(
            text.word(end - 1),
            "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "”" | "\"" | "’" | "'" | "*" | "_"
        )
    {
        end -= 1;
    }
    let span = text.span(first, end - 1);
    let written = text.lowered(span);
    let Some(found) = judged(written) else { return end };
    let at = reading.at(span, Certainty::Likely);
    let fact = Address { at, host: found.host.map(Into::into), fault: found.fault, near: None };
    reading.facts.addresses.push(fact);
    end
}

/// What is made of a run of signs.
struct Judged<'a> {
    host: Option<&'a str>,
    fault: Option<&'static str>,
}

/// Whether a run of signs in lower case is an address, and what is wrong with it.
fn judged(written: &str) -> Option<Judged<'_>> {
    let fault = |fault| Some(Judged { host: None, fault: Some(fault) });
    if let Some(recipients) = recipients(written) {
        let judged = recipients.filter_map(|one| one.split_once('@')).map(|(name, host)| mail(name, host));
        return judged
            .reduce(|one, next| if one.as_ref().is_some_and(|one| one.fault.is_some()) { one } else { next })?;
    }
    if let Some((name, host)) = written.split_once('@') {
        return mail(name, host);
    }
    let scheme_end = written.find([':', '/']).unwrap_or(written.len());
    let scheme = written.get(..scheme_end)?;
    let rest = written.get(scheme_end..)?;
    let known = matches!(scheme, "http" | "https");
    if known && rest.starts_with("://") {
        let rest = rest.get(3..)?;
        if rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("http:") {
            return fault("its scheme is written twice");
        }
        if rest.starts_with('/') {
            return fault("it has a stroke too many after its scheme");
        }
        return host(rest);
    }
    if known
        && (rest.starts_with(":/") || rest.starts_with("//") || rest.starts_with(":www") || rest.starts_with(":\\"))
    {
        return fault("its scheme is not followed by “://”");
    }
    let slipped = matches!(
        scheme,
        "htttp" | "htttps" | "htpp" | "htpps" | "htp" | "htps" | "httpp" | "httpss" | "hhtp" | "hhtps" | "httt"
    );
    if slipped && rest.starts_with("://") {
        return fault("its scheme is mistyped");
    }
    if matches!(scheme, "www" | "ww" | "wwww") || written.starts_with("www") || written.starts_with("ww.") {
        if written.starts_with("www,") {
            return fault("a comma stands where a point belongs");
        }
        if (written.starts_with("wwww.") || written.starts_with("ww.")) && known_end(written) {
            return fault("it does not begin with “www.”");
        }
    }
    if !written.starts_with("www.") && !bare(written) {
        return None;
    }
    host(written)
}

/// Whether a run without scheme is the name of a host, with or without a path.
fn bare(written: &str) -> bool {
    let host = written.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let mut parts = host.split('.');
    let plain = parts
        .clone()
        .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    plain && parts.clone().count() >= 2 && parts.next().is_some_and(|part| part.len() > 1) && known_end(written)
}

fn known_end(written: &str) -> bool {
    let host = written.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.rsplit('.').next().is_some_and(|end| ENDS.contains(&end))
}

/// The host that a run begins with, and what is wrong with its name.
fn host(rest: &str) -> Option<Judged<'_>> {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let fault = if host.contains("..") {
        Some("two points stand together in the name of its host")
    } else if host.rsplit_once(',').is_some_and(|(_, end)| ENDS.contains(&end)) {
        Some("a comma stands where a point belongs")
    } else {
        slip(host)
    };
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.contains(['.', ',']).then_some(Judged { host: Some(host), fault })
}

/// "harbour.con": the last part of a name that is a slip for another.
fn slip(host: &str) -> Option<&'static str> {
    let last = host.rsplit('.').next()?;
    SLIPS.iter().any(|(slip, _)| *slip == last).then_some("the end of its host is mistyped")
}

/// Those that a link to mail is for: "mailto:ann@harbour.org, bo@harbour.org?subject=Ferry".
fn recipients(target: &str) -> Option<impl Iterator<Item = &str>> {
    let to = target.strip_prefix("mailto:")?.split('?').next()?;
    let between = |mark: char| matches!(mark, ',' | ';');
    // A comma may stand where a point belongs: "ann@harbour,org".
    let several = to.split(between).all(|one| one.contains('@'));
    let each = to.split(move |mark| several && between(mark));
    Some(each.map(|one| one.trim().trim_start_matches("%20").trim_end_matches("%20").trim()))
}

/// Words that end as hosts do.
const WORDS_LIKE_HOSTS: &[&str] = &["telecom", "intercom", "dotcom", "sitcom", "romcom", "cyborg"];

/// "ann@harbourorg": the name of a host with its end and no point, and no word that ends so.
fn lacks_point(host: &str) -> bool {
    let end = ["com", "org", "gov", "edu"].into_iter().find(|end| host.ends_with(end));
    let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    plain && end.is_some_and(|end| host.len() > end.len() + 2) && !WORDS_LIKE_HOSTS.contains(&host)
}

/// "ann@harbour.org".
fn mail<'a>(name: &str, host: &'a str) -> Option<Judged<'a>> {
    let plain = |part: &str| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-+%".contains(&byte))
    };
    if !plain(name) {
        return None;
    }
    if lacks_point(host) {
        return Some(Judged { host: None, fault: Some("the point before the end of its host is missing") });
    }
    let twice = host.contains('@');
    if !plain(host) && !twice && !host.contains(',') || !host.contains(['.', ',']) {
        return None;
    }
    let fault = match () {
        () if twice => Some("“@” stands twice in it"),
        () if host.contains("..") || name.contains("..") => Some("two points stand together in it"),
        () if host.contains(',') => Some("a comma stands where a point belongs"),
        () => slip(host),
    };
    Some(Judged { host: Some(host), fault })
}

/// The links of the markup.
fn links(reading: &mut Reading<'_>) {
    let article = reading.article();
    let mut from = 0;
    for link in &article.links {
        let Some(span) = article.places.read_as(link.place, &mut from) else { continue };
        let words = reading.text.lowered(span).trim();
        let target = link.target.trim().to_ascii_lowercase();
        let named = named(words);
        let agrees = named.and_then(|named| agrees(named, &target));
        let host = judged(&target).and_then(|found| found.host).map(Into::into);
        let fault = judged(&target).and_then(|found| found.fault);
        let at = reading.at(span, Certainty::Likely);
        let named = named.map(Into::into);
        reading.facts.links.push(Link { at, target: link.target.as_str().into(), named, host, agrees, fault });
    }
}

/// The host or the address of mail that words are, and nothing else.
fn named(words: &str) -> Option<&str> {
    if words.contains(char::is_whitespace) {
        return None;
    }
    let words = words.trim_end_matches(['/', '.', ',']);
    match judged(words)? {
        Judged { host: Some(host), .. } if !words.contains('@') => Some(host),
        Judged { host: Some(_), .. } => Some(words),
        Judged { host: None, .. } => None,
    }
}

/// Whether a link leads to where its words say; `None` where that cannot be told.
fn agrees(named: &str, target: &str) -> Option<bool> {
    if named.contains('@') {
        return Some(recipients(target)?.any(|mail| mail == named));
    }
    let host = judged(target)?.host?;
    if PASSING.iter().any(|passing| {
        host == *passing
            || host.ends_with(passing) && host.get(..host.len() - passing.len()).is_some_and(|sub| sub.ends_with('.'))
    }) {
        return None;
    }
    let label = label(named)?;
    Some(target.contains(label) || self::label(host).is_some_and(|host| named.contains(host)))
}

/// The part of a host's name that its owner chose: "harbour" of "news.harbour.co.uk".
fn label(host: &str) -> Option<&str> {
    let mut parts = host.rsplit('.');
    let (last, next) = (parts.next()?, parts.next()?);
    let second =
        last.len() == 2 && matches!(next, "co" | "com" | "org" | "gov" | "ac" | "net" | "edu" | "gob" | "or" | "ne");
    if second { parts.next() } else { Some(next) }
}

/// The fewest letters of a name that another is held against.
const SHORTEST: usize = 6;

/// The most addresses of an article that are held against each other.
const MOST: usize = 200;

/// Notes the addresses whose host is another of the article but for one letter.
fn near(reading: &mut Reading<'_>) {
    let facts = &mut reading.facts;
    let mut hosts: Vec<(Box<str>, Span, usize)> = Vec::new();
    let places = facts.addresses.iter().filter_map(|address| Some((address.host.clone()?, address.at.span)));
    let targets = facts.links.iter().filter_map(|link| Some((link.host.clone()?, link.at.span)));
    for (host, span) in places.chain(targets).take(MOST) {
        match hosts.iter_mut().find(|(known, ..)| *known == host) {
            Some((_, _, times)) => *times += 1,
            None => hosts.push((host, span, 1)),
        }
    }
    for (index, (host, _, times)) in hosts.iter().enumerate() {
        let twin = hosts.iter().enumerate().find(|(other, (twin, _, often))| {
            // The one that comes less often, or later, is the slip.
            let less = often > times || often == times && *other < index;
            less && is_near(host, twin)
        });
        let Some((_, (twin, ..))) = twin else { continue };
        for address in facts.addresses.iter_mut().filter(|address| address.host.as_ref() == Some(host)) {
            address.near = Some(twin.clone());
        }
    }
}

/// Whether two hosts are one but for a letter that was lost, added, changed or put in the wrong place.
fn is_near(one: &str, other: &str) -> bool {
    let (Some(a), Some(b)) = (label(one), label(other)) else { return false };
    if a.len() < SHORTEST || b.len() < SHORTEST || a == b || one.rsplit('.').next() != other.rsplit('.').next() {
        return false;
    }
    // A plural, a number or a second name is no slip.
    let plural = a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a);
    let numbered = a.bytes().chain(b.bytes()).any(|byte| byte.is_ascii_digit());
    !plural && !numbered && is_one_slip(a.as_bytes(), b.as_bytes())
}

/// Whether two words differ by one letter, or by two that changed places.
pub(super) fn is_one_slip(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let head = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let tail = short.iter().rev().zip(long.iter().rev()).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => {
            let tail = tail.min(short.len() - head);
            let differ = short.len() - head - tail;
            let swapped = differ == 2 && short.get(head) == long.get(head + 1) && short.get(head + 1) == long.get(head);
            differ == 1 || swapped
        }
        1 => head + tail >= short.len(),
        _ => false,
    }
}
