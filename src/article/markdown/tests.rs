//! Markdown sources and the blocks that they are read as.

use super::*;
use crate::article::cases::{blocks, sound};

fn read(source: &str) -> Article {
    let article = crate::article::read("a.md", source.into(), &READER, &ReadOptions::default()).unwrap();
    sound(&article);
    article
}

fn check(source: &str, expected: &[&str]) {
    assert_eq!(blocks(&read(source)), expected, "{source:?}");
}

#[test]
fn parts() {
    check(
        "# Worm *hits* routers\n\n## The worm that hit 40,000 routers in 60 routers\n\nBy Ada Brook\n\nIt ran\nfor days.\n\n## Aftermath\n\n> They **knew**.\n>\n> All of them.\n\nThe [end](http://x.org/60 \"title\").",
        &[
            "headline: Worm hits routers ⇐ Worm *hits* routers",
            "standfirst: The worm that hit 40,000 routers in 60 routers",
            "sidebar: By Ada Brook",
            "body: It ran for days. ⇐ It ran\nfor days.",
            "crosshead: Aftermath",
            "body quoted: They knew. ⇐ They **knew**.",
            "body quoted: All of them.",
            "body: The end. ⇐ The [end](http://x.org/60 \"title\").",
        ],
    );
    check(
        "Text first.\n\n3. three\n4. four\n\n   more\n   - inner\n5) other\n\n* bullet\n\n| Town | Routers |\n|---|---|\n| A\\|b | 60 |\n\nSee[^1].\n\n[^1]: A note.\n",
        &[
            "body: Text first.",
            "list 3: three",
            "list 4: four",
            "list: more",
            "list at 2: inner",
            "list 5: other",
            "list: bullet",
            "table: Town",
            "table: Routers",
            "table: A|b ⇐ A\\|b",
            "table: 60",
            "body: See. ⇐ See[^1].",
            "footnote: A note.",
        ],
    );
}

#[test]
fn what_is_no_text() {
    check(
        "One.\n\n```\n60 routers\n```\n\n    60 routers\n\n<script>60</script>\n\n<!-- 60 -->\n\n`60`\n\nTwo.",
        &["body: One.", "body: Two."],
    );
    check(
        "Now <del>60 <b>or</del> 40 <code>60</code> routers.",
        &["body: Now  40 ￼ routers. ⇐ Now <del>60 <b>or</del> 40 <code>60</code> routers."],
    );
    check(
        "Now ~~60~~ 40 <b>routers</b><!-- 60 --> <https://x.org/60> down.",
        &["body: Now  40 routers  down. ⇐ Now ~~60~~ 40 <b>routers</b><!-- 60 --> <https://x.org/60> down."],
    );
    check("- [x] Turn it off\n- [ ] Turn it on", &["list: Turn it off", "list: Turn it on"]);
    check("[a]: http://x.org \"60 routers\"\n\nOne.", &["body: One."]);
    check("", &[]);
    check("\u{feff}", &[]);
    check("---\n---\n", &[]);
}

#[test]
fn characters_that_are_written_otherwise() {
    check(r"5 \* 3 &gt; 2 &amp; caf&eacute;", &[r"body: 5 * 3 > 2 & café ⇐ 5 \* 3 &gt; 2 &amp; caf&eacute;"]);
    check("One `60 routers` and ``a ` b``.", &["body: One ￼ and ￼. ⇐ One `60 routers` and ``a ` b``."]);
    check("One  \ntwo\\\nthree<br>four", &["body: One two three four ⇐ One  \ntwo\\\nthree<br>four"]);
    check("super<wbr>computer", &["body: supercomputer ⇐ super<wbr>computer"]);
    check("# Title {#id}\r\n\r\nOne\r\ntwo.\r\n", &["headline: Title", "body: One two. ⇐ One\r\ntwo."]);
    check("Title\n=====\n\nText.", &["headline: Title", "body: Text."]);
    check("> [!NOTE]\n> Mind the gap.", &["sidebar: Mind the gap."]);
    let article = read(r"See 5 \* 3 &mdash; **60** routers");
    for (word, written) in [("*", "*"), ("—", "&mdash;"), ("60 routers", "60** routers"), ("5 * 3", r"5 \* 3")] {
        let at = article.text.find(word).unwrap();
        assert_eq!(article.written(article.place(Span::new(at, at + word.len()))), written);
    }
}

#[test]
fn captions() {
    check(
        "Text.\n\nAda (Photo: the Post)\nAda (Photo: the Post)\n\n![Ada at *work*](a.jpg \"t\")\n\nIn ![a small dog](b.jpg) line.",
        &[
            "body: Text.",
            "caption: Ada (Photo: the Post)",
            "caption: Ada (Photo: the Post)",
            "caption: Ada at work ⇐ Ada at *work",
            "caption: a small dog",
            "body: In  line. ⇐ In ![a small dog](b.jpg) line.",
        ],
    );
    check("![Ada at work](a.jpg)\n*Ada at work*", &["caption: Ada at work"]);
    check("![Ada at work](a.jpg)\n\n*Ada at work*\n\nText.", &["caption: Ada at work", "body: Text."]);
    check(
        "![A desk](a.jpg)\n*Ada at work*\n\n*Ada again*",
        &["caption: A desk", "caption: Ada at work", "body: Ada again"],
    );
}

#[test]
fn what_a_site_generator_works_out() {
    check(
        "# The {{ site.town }} *{{< x >}} storm*\n\n{% include ad.html %}\nIt ran [for]({{< ref \"60 days.md\" >}}) `{{ x }}` days.\n\n{{< note >}}\nMind **the** gap.\n{{< /note >}}\n\n> {{< tweet 60 >}}\n",
        &[
            "headline: The ￼ ￼ storm ⇐ The {{ site.town }} *{{< x >}} storm",
            "body: It ran for ￼ days. ⇐ It ran [for]({{< ref \"60 days.md\" >}}) `{{ x }}` days.",
            "body: Mind the gap. ⇐ Mind **the** gap.",
        ],
    );
    check(
        "One.\n\n{{< figure src=\"60.jpg\" caption=\"The \\\"old\\\" bridge\" >}}\n\nTwo.",
        &["body: One.", "caption: The \"old\" bridge ⇐ The \\\"old\\\" bridge", "body: Two."],
    );
    let article = read("See [the list]({{ url }}) and [that](http://a.org).");
    assert_eq!(article.links.len(), 1);
}

#[test]
fn components() {
    let article = crate::article::read(
        "a.mdx",
        "import A from './60'\n\n# Storm\n\n<A b={[60, 70]}>\n    It ran for days.\n</A>\n\nThe {a.b} end.".into(),
        &super::MDX,
        &ReadOptions::default(),
    )
    .unwrap();
    sound(&article);
    assert_eq!(blocks(&article), ["headline: Storm", "body: It ran for days.", "body: The ￼ end. ⇐ The {a.b} end."]);
}

#[test]
fn html_inside() {
    check(
        "<h1>Worm</h1>\n\n<p class=\"byline\">By Ada Brook</p>\n\n<p>LONDON — It <b>ran</b>.</p>\n\n<div>\n\nFor *days*.\n\n</div>\n\n<figure>\n<img src=60.jpg>\n<figcaption>Ada &amp; {{ 60 }} Bo</figcaption>\n</figure>\n\n<table><tr><td>60</table>\n\n> <p>They\n> knew.</p>\n\n<aside>60</aside>\n",
        &[
            "headline: Worm",
            "sidebar: By Ada Brook",
            "sidebar: LONDON —",
            "body: It ran. ⇐ It <b>ran</b>.",
            "body: For days. ⇐ For *days*.",
            "caption: Ada & Bo ⇐ Ada &amp; {{ 60 }} Bo",
            "table: 60",
            "body quoted: They knew. ⇐ They\n> knew.",
        ],
    );
    check("---\ntitle: Worm\n---\n<h1>Worm</h1>\n<p>One.</p>", &["headline: Worm", "body: One."]);
    check("- One <ul><li>two</li></ul>\n- <p>three</p>", &["list: One two ⇐ One <ul><li>two", "list: three"]);
}

#[test]
fn nesting_beyond_reason_is_read_as_words() {
    let deep = ">".repeat(100_000);
    let article = read(&format!("{deep} One.\n{}", "two\n".repeat(1000)));
    assert_eq!(article.blocks.len(), 1);
    assert!(article.blocks.iter().all(|block| block.quoted));
    assert_eq!(read(&format!("{}x\n{}", "- ".repeat(50_000), "y\n".repeat(1000))).blocks.len(), 1);
}

#[test]
fn front_matter() {
    let check = |source: &str, day: &str, expected: &[&str]| {
        let article = read(source);
        assert_eq!(blocks(&article), expected, "{source:?}");
        assert_eq!(article.published.map_or("none".to_owned(), |day| day.to_string()), day, "{source:?}");
    };
    check(
        "---\ntitle: \"Worm \\\"hits\\\" routers\"\nDescription: 'It''s\n  here'\ndate: 2017-12-19T10:00:00Z\ntags: [a, {b: c}]\n---\n# Worm \"hits\" routers\n\n# Part\n\nText.\n",
        "2017-12-19",
        &[
            "headline: Worm \"hits\" routers ⇐ Worm \\\"hits\\\" routers",
            "standfirst: It's here ⇐ It''s\n  here",
            "crosshead: Part",
            "body: Text.",
        ],
    );
    check(
        "+++\ntitle = 'Worm'\nsubtitle = \"\"\nsummary = \"caf\\u00e9\"\npublishDate = 2017-12-19\n[seo]\ntitle = 'x'\n+++\nText.",
        "2017-12-19",
        &["headline: Worm", "standfirst: café ⇐ caf\\u00e9", "body: Text."],
    );
    check(
        "\u{feff}---\r\ntitle: 1984\r\ndescription: >-\r\n  One\r\n  two\r\ndate: December 2017\r\n...\r\nText.",
        "none",
        &["headline: 1984", "standfirst: One two ⇐ One\r\n  two", "body: Text."],
    );
    check("---\n# only a comment\n---\nText.", "none", &["body: Text."]);
    check("---\nSome words\n---\nText.", "none", &["headline: Some words", "body: Text."]);
    check("---\n\nText.\n", "none", &["body: Text."]);
    check(
        "---\ntitle: A\n---\nOne of the things without a stop\n\nText.",
        "none",
        &["headline: A", "standfirst: One of the things without a stop", "body: Text."],
    );
    check(
        "---\ntitle: A\n---\n## Part\n\nAll there is",
        "none",
        &["headline: A", "crosshead: Part", "body: All there is"],
    );
    check(
        "# A\n\n> In short\n\n> A quotation.\n",
        "none",
        &["headline: A", "standfirst: In short", "body quoted: A quotation."],
    );
    check("# A\n\n> “Never”\n\nText.", "none", &["headline: A", "body quoted: “Never”", "body: Text."]);
    check("# A\n\nAll there is", "none", &["headline: A", "body: All there is"]);
}

#[test]
fn front_matter_that_cannot_be_used() {
    let check = |source: &str, message: &str, at: &str| {
        let article = read(source);
        let [remark] = article.remarks.as_slice() else { panic!("one remark on {source:?}") };
        let marked = remark.span.unwrap().of(remark.source.as_deref().unwrap());
        assert_eq!((remark.message.as_str(), marked), (message, at), "{source:?}");
        assert_eq!(blocks(&article), ["body: Text."]);
    };
    check("---\ntitle: [A, B]\n---\nText.", "`title` is a list or a table, not text", "[");
    check("---\ndate: soon\n---\nText.", "`date` is no date", "soon");
    check("+++\ndate = \"3/4/17\"\n+++\nText.", "`date` does not say which day it was", "\"3/4/17\"");
}

#[test]
fn front_matter_with_mistakes() {
    let check = |source: &str, message: &str, at: &str| {
        let error = crate::article::read("a.md", source.into(), &READER, &ReadOptions::default()).unwrap_err();
        let marked = error.span.unwrap().of(error.source.as_deref().unwrap());
        assert_eq!((error.message.as_str(), marked), (message, at), "{source:?}");
        assert!(error.help.is_some());
    };
    check("---\ntitle: A\n\nText.", "the front matter is never closed: no line `---` follows", "---");
    check("+++\nText.", "the front matter is never closed: no line `+++` follows", "+++");
    let yaml = |why: &str| format!("the front matter is no valid YAML: {why}");
    let toml = |why: &str| format!("the front matter is no valid TOML: {why}");
    check("---\ntitle: A: B\n---\n", &yaml("mapping values are not allowed in this context"), ":");
    check("---\ntitle: \"A\ndate: x\n---\n", &yaml("unclosed quote"), "\"");
    check("---\ntitle: A\ntitle: B\n---\n", &yaml("duplicate mapping key: title"), "title");
    check("+++\ntitle = A\n+++\n", &toml("string values must be quoted, expected literal string"), "A");
    check("+++\ndate = 2017-02-30\n+++\n", &toml("invalid date, expected day between 01 and 28"), "2017-02-30");
}
