//! HTML: the story of a page, without what stands around it.

mod choice;
mod elements;
mod page;
mod tokens;

use super::draft::Draft;
use super::reader::{Reader, Shape};
use super::{Article, Field, HtmlNames, ReadError, ReadOptions};
use crate::source::Decoded;
pub(super) use choice::Origin;
pub(super) use elements::Role;

/// The line of the table.
pub(super) const READER: Reader = Reader {
    name: "html",
    extensions: &["html", "htm", "xhtml", "shtml"],
    shape: Shape::File,
    sniff: |head| head.starts_with('<'),
    charset,
    read,
};

#[expect(clippy::unnecessary_wraps, reason = "other formats have mistakes")]
fn read(id: &str, decoded: Decoded, options: &ReadOptions) -> Result<Article, ReadError> {
    let mut page = page::Page::new(id, &decoded.text, &options.html);
    tokens::read(&decoded.text, &mut page);
    page.close();
    let page::Page { mut draft, candidates, dated, .. } = page;
    choice::choose(&mut draft, candidates, dated.map(|(_, day)| day));
    draft.source(Field { name: "source", text: decoded.text, disk: decoded.disk });
    Ok(draft.finish())
}

/// The blocks of a piece of HTML inside another format, and what the markup says of each. Its stets are left to
/// whoever reads the rest.
pub(super) fn fragment(source: &str, names: &HtmlNames) -> (Draft, Vec<Origin>) {
    let mut page = page::Page::new("", source, names);
    tokens::read(source, &mut page);
    page.close();
    (page.draft, page.candidates.iter().map(|candidate| candidate.origin).collect())
}

/// How much of a page is looked through for the charset that it declares.
const HEAD: usize = 4096;

/// The charset that a `meta` element or an XML declaration names.
fn charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD)).unwrap_or_default()).to_ascii_lowercase();
    let xml = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split("?>").next());
    let metas = head.split("<meta").skip(1).filter_map(|rest| rest.split('>').next());
    let declared = |text: &str, name: &str| {
        let (_, rest) = text.split_once(name)?;
        let value = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.+".contains(c)).unwrap_or(value.len());
        value.get(..end).filter(|label| !label.is_empty()).map(str::to_owned)
    };
    xml.and_then(|xml| declared(xml, "encoding"))
        .or_else(|| metas.into_iter().find_map(|meta| declared(meta, "charset")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::cases::{blocks, sound};
    use crate::source::Span;

    fn read(source: &str) -> Article {
        let article = crate::article::read("a.html", source.into(), &READER, &ReadOptions::default()).unwrap();
        sound(&article);
        article
    }

    fn check(source: &str, expected: &[&str]) {
        assert_eq!(blocks(&read(source)), expected, "{source:?}");
    }

    #[test]
    fn a_page() {
        check(
            "<!DOCTYPE html><html><head><title>Worm | The Post</title><meta name=description content='All about it.'></head>\
             <body><header><h2>The Post</h2><nav>40 offers</nav></header><main><article><header><h1>Worm <em>hits</em> routers</h1>\
             <p class='lead standfirst'>The worm that hit 40,000 routers in 60 routers</p></header>\
             <p class=byline>By Ada Brook</p><p>It ran.<p>For days.</p><h2>After</h2><blockquote><p>They knew.</p></blockquote>\
             <ol start=3><li>three<li>four<ul><li>inner</ul></ol><figure><img alt=x src=y><figcaption>Ada at work</figcaption></figure>\
             <table><tr><th>Town<th>Routers<tr><td>A<td>60</table><div>In a box</div></article><aside>40 more</aside></main>\
             <footer>60 routers</footer></body></html>",
            &[
                "headline: Worm hits routers ⇐ Worm <em>hits</em> routers",
                "standfirst: The worm that hit 40,000 routers in 60 routers",
                "sidebar: By Ada Brook",
                "body: It ran.",
                "body: For days.",
                "crosshead: After",
                "body quoted: They knew.",
                "list 3: three",
                "list 4: four",
                "list at 2: inner",
                "caption: Ada at work",
                "table: Town",
                "table: Routers",
                "table: A",
                "table: 60",
                "body: In a box",
            ],
        );
    }

    #[test]
    fn words_lead_to_their_bytes() {
        check(
            "<p>40,000&nbsp;rou<wbr>ters &amp;\r\n  <b>60</b> dif&shy;ferent&#8203; towns&#x2026;</p>",
            &[
                "body: 40,000\u{a0}routers & 60 different towns… ⇐ 40,000&nbsp;rou<wbr>ters &amp;\r\n  <b>60</b> dif&shy;ferent&#8203; towns&#x2026;",
            ],
        );
        let article = read("<p>40,000&nbsp;rou<wbr>ters in <b>60</b>\n rou&shy;ters &eacute;t&eacute;</p>");
        for (word, written) in [
            ("40,000\u{a0}routers", "40,000&nbsp;rou<wbr>ters"),
            ("routers", "rou<wbr>ters"),
            ("60 routers", "60</b>\n rou&shy;ters"),
            ("été", "&eacute;t&eacute;"),
            ("t", "t"),
        ] {
            let at = article.text.find(word).unwrap();
            assert_eq!(article.written(article.place(Span::new(at, at + word.len()))), written);
        }
    }

    #[test]
    fn headlines_and_standfirsts() {
        check(
            "<title>Worm hits forty thousand | The Post</title><meta name=description content='In &quot;short&quot; words'><p>It ran.</p>",
            &[
                "headline: Worm hits forty thousand",
                "standfirst: In \"short\" words ⇐ In &quot;short&quot; words",
                "body: It ran.",
            ],
        );
        check(
            "<title>T</title><meta property='og:title' content='Worm'><meta name=description content='It ran for…'><p>It ran for days.</p>",
            &["headline: Worm", "body: It ran for days."],
        );
        check(
            "<h1>Worm</h1><h2>In short</h2><p>It ran.</p><h2>After</h2>",
            &["headline: Worm", "standfirst: In short", "body: It ran.", "crosshead: After"],
        );
        check(
            "<h1>Worm</h1><p>In short</p><p>It ran.</p>",
            &["headline: Worm", "standfirst: In short", "body: It ran."],
        );
        check("<h1>Worm</h1><p>In short</p>", &["headline: Worm", "body: In short"]);
        check(
            "<h1>Worm</h1><div><span class=dek>In short.</span></div><p>It ran.</p>",
            &["headline: Worm", "standfirst: In short.", "body: It ran."],
        );
        check("<header><h1>Worm</h1></header><main><p>It ran.</p></main>", &["headline: Worm", "body: It ran."]);
        check(
            "<h1>Worm</h1><p>It ran for days.</p><p class=summary>Over.</p><p class=desktop>Out.</p>",
            &["headline: Worm", "body: It ran for days.", "body: Over.", "body: Out."],
        );
        check(
            "<header><h1>Worm</h1><p>In short</p><p>19 May 2017</p><nav>40</nav></header><main><p>It ran.</p></main>",
            &["headline: Worm", "standfirst: In short", "sidebar: 19 May 2017", "body: It ran."],
        );
        check(
            "<header><h1>The Post</h1><p>News</p></header><h1>Worm</h1><p>It ran.</p>",
            &["headline: Worm", "body: It ran."],
        );
        check("<h1>Worm<p>It ran.</p><h1>Again</h1>", &["headline: Worm", "body: It ran.", "crosshead: Again"]);
        check("<h1><div>Worm</div></h1>It ran.", &["headline: Worm", "body: It ran."]);
    }

    #[test]
    fn what_is_no_story() {
        check(
            "<article><p>It ran for days and days.</p></article><article><p>Card</p></article><p>Foot</p>",
            &["body: It ran for days and days."],
        );
        check(
            "<main><p>It ran for days and days.</p><article>Card</article><article>Card</article></main><p>Foot</p>",
            &["body: It ran for days and days.", "body: Card", "body: Card"],
        );
        check(
            "<p>One<script>'60</p>'</script> two <svg><title>60</title></svg>three<style>p{}</style><template><p>60</p></template>.</p>",
            &[
                "body: One two three. ⇐ One<script>'60</p>'</script> two <svg><title>60</title></svg>three<style>p{}</style><template><p>60</p></template>.",
            ],
        );
        check(
            "<div hidden>60</div><div style='Display: none'>60</div><div role=navigation>60</div><i aria-hidden=true>60</i><p>One.",
            &["body: One."],
        );
        check(
            "<p>Now <del>60</del> 40<sup><a href=#n>1</a></sup> routers, 5 m<sup>2</sup><!-- 60 -->.",
            &[
                "body: Now 40 routers, 5 m2. ⇐ Now <del>60</del> 40<sup><a href=#n>1</a></sup> routers, 5 m<sup>2</sup><!-- 60 -->.",
            ],
        );
        check("", &[]);
        check("<", &["body: <"]);
        check("<p>5 < 6 & 7 &am", &["body: 5 < 6 & 7 &am"]);
        check("<p>One <b", &["body: One"]);
    }

    #[test]
    fn lines_and_captions() {
        check("<p>One<br>two<br/>three</p>", &["body: One two three ⇐ One<br>two<br/>three"]);
        check("<div>One.<br><br>Two.<br> <br>Three.</div>", &["body: One.", "body: Two.", "body: Three."]);
        check(
            "<p>Ada (Photo: the Post)<br>Ada (Photo: the Post)</p><p class=wp-caption-text>Bo</p>",
            &["caption: Ada (Photo: the Post)", "caption: Ada (Photo: the Post)", "caption: Bo"],
        );
        check(
            "<p>Ada (Photo: the Post)\nAda (Photo: the Post)\n</p>",
            &["caption: Ada (Photo: the Post)", "caption: Ada (Photo: the Post)"],
        );
        check("<p>He said <q>no</q>.</p>", &["body: He said “no”. ⇐ He said <q>no</q>."]);
        check(
            "<p>LONDON — The worm ran.</p><p>LONDON — The end.</p>",
            &["sidebar: LONDON —", "body: The worm ran.", "body: LONDON — The end."],
        );
        check(
            "<p>By <span class=author>Ada Brook</span></p><p>It ran.</p>",
            &["sidebar: By Ada Brook ⇐ By <span class=author>Ada Brook", "body: It ran."],
        );
    }

    #[test]
    fn days() {
        let check = |source: &str, day: &str| {
            let read = read(source).published;
            assert_eq!(read.map_or("none".to_owned(), |day| day.to_string()), day, "{source:?}");
        };
        check(
            "<meta name=date content=2016-01-01><meta property='article:published_time' content='2017-12-19T10:00:00Z'>",
            "2017-12-19",
        );
        check("<p class=byline>By A <time datetime=2017-12-19>Tuesday</time></p><p>It ran.</p>", "2017-12-19");
        check("<p><time datetime=2017-12-19T10:00>2 hours ago</time></p><p>It ran.</p>", "2017-12-19");
        check("<p>19 December 2017</p><p>It ran.</p>", "2017-12-19");
        check("<p>It ended on <time datetime=1945-05-08>8 May 1945</time>.</p>", "none");
        check("<p>It ended.</p><p><time datetime=1945-05-08>8 May 1945</time></p>", "none");
        check("<p>It ended.</p><time itemprop=datePublished datetime=2017-12-19>Tuesday</time>", "2017-12-19");
        check("<meta name=date content=soon><time datetime=soon>soon</time>", "none");
    }

    #[test]
    fn charsets() {
        let bytes = b"<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1252'></head><p>\x80 5 \x93hi\x94</p>";
        let article = crate::article::read("a.html", bytes.to_vec(), &READER, &ReadOptions::default()).unwrap();
        sound(&article);
        assert_eq!(blocks(&article), ["body: € 5 “hi”"]);
        let place = article.place(article.blocks[0].span).span;
        assert_eq!(bytes.get(place.range()), Some(&b"\x80 5 \x93hi\x94"[..]));
        assert_eq!(charset(b"<meta charset=\"ISO-8859-1\">").as_deref(), Some("iso-8859-1"));
        assert_eq!(charset(b"<?xml version='1.0' encoding='koi8-r'?><p>").as_deref(), Some("koi8-r"));
        assert_eq!(charset(b"<p>charset=x</p><meta name=x>"), None);
    }

    #[test]
    fn nesting_without_end() {
        for (tag, count) in [
            ("<div>", 200_000),
            ("<aside>", 200_000),
            ("<li>", 100_000),
            ("<ul><li>", 100_000),
            ("<p class=dek>", 50_000),
        ] {
            let article = read(&format!("{}x", tag.repeat(count)));
            assert!(article.blocks.len() < 2, "{tag}");
        }
        let article = read(&format!("{}x{}", "<div class=dek><b>".repeat(50_000), "</i></div></p>".repeat(50_000)));
        assert_eq!(article.blocks.len(), 1);
    }
}
