//! Each case is a source, what is replaced in it, and what comes out.

use super::*;
use crate::article::READERS;

fn reader(name: &str) -> &'static Reader {
    READERS.iter().find(|reader| reader.name == name).unwrap()
}

/// The places of words in the text of an article, in whichever field they stand.
fn places(article: &Article, words: &str) -> Vec<Place> {
    let found = article.text.match_indices(words);
    found.map(|(at, _)| article.place(Span::new(at, at + words.len()))).collect()
}

fn check_bytes(format: &str, source: &[u8], replaced: &[(&str, &str)], want: Result<&[u8], &str>) {
    let (reader, options) = (reader(format), ReadOptions::default());
    let article = crate::article::read("", source.to_vec(), reader, &options).unwrap();
    let replacements: Vec<Replacement<'_>> =
        replaced.iter().map(|&(old, words)| Replacement { place: places(&article, old)[0], words }).collect();
    let shown = String::from_utf8_lossy(source);
    match (mended(source, reader, &options, &replacements), want) {
        (Ok(bytes), Ok(want)) => {
            assert_eq!(String::from_utf8_lossy(&bytes), String::from_utf8_lossy(want), "{shown}");
            assert_eq!(bytes, want, "{shown}");
        }
        (Err(why), Err(want)) => assert_eq!(why.to_string(), want, "{shown}"),
        (got, _) => panic!("{shown}: {got:?}"),
    }
}

fn check(format: &str, source: &str, replaced: &[(&str, &str)], want: &str) {
    check_bytes(format, source.as_bytes(), replaced, Ok(want.as_bytes()));
}

fn refused(format: &str, source: &str, replaced: &[(&str, &str)], why: &str) {
    check_bytes(format, source.as_bytes(), replaced, Err(why));
}

const MARKUP: &str = "there is markup among the words to replace";
const OTHERWISE: &str = "the new words would be read otherwise there";

#[test]
fn words_of_plain_text() {
    check(
        "text",
        "A storm\r\n\r\nIt hit 60\r\nrouters.\r\n",
        &[("routers", "towns")],
        "A storm\r\n\r\nIt hit 60\r\ntowns.\r\n",
    );
    check(
        "text",
        "\u{feff}A storm\n\nOn Monday the storm that all had waited for since the summer hit 60\nrouters there.",
        &[("60 routers", "90\ntowns")],
        "\u{feff}A storm\n\nOn Monday the storm that all had waited for since the summer hit 90 towns there.",
    );
    check("text", "It hit the the town.", &[("the ", "")], "It hit the town.");
    check("text", "It hit < 60 & more.", &[("60", "<b>")], "It hit < <b> & more.");
}

#[test]
fn words_of_markdown() {
    check(
        "markdown",
        "# A\n\nIt hit [60 *old* towns](x).\n",
        &[("towns", "R&D labs")],
        "# A\n\nIt hit [60 *old* R&D labs](x).\n",
    );
    check("markdown", "It hit 60 towns.", &[("towns", "a*b*c <i>")], "It hit 60 a\\*b\\*c \\<i\\>.");
    check("markdown", "It hit 60 towns.", &[("towns", "&copy; A")], "It hit 60 \\&copy; A.");
    check("markdown", "It hit AT&amp;T on Monday.", &[("AT&T", "AT&T's")], "It hit AT&T's on Monday.");
    refused("markdown", "It hit **60** towns.", &[("60 towns", "towns")], MARKUP);
    refused("markdown", "> It hit 60\n> towns there.", &[("60 towns", "towns")], MARKUP);
    check("markdown", "> It hit 60\n> towns there.", &[("towns", "villages")], "> It hit 60\n> villages there.");
    check("markdown", "It hit 60 towns.\n\nTwo.", &[("60", "90"), ("Two", "Three")], "It hit 90 towns.\n\nThree.");
    check("markdown", "It hit.\n\nTwo.", &[("It hit", "# It hit")], "\\# It hit.\n\nTwo.");
}

#[test]
fn words_of_front_matter() {
    check("markdown", "---\ntitle: 60 towns\n---\nA.", &[("60", "90")], "---\ntitle: 90 towns\n---\nA.");
    check(
        "markdown",
        "---\ntitle: \"60 towns\"\n---\nA.",
        &[("towns", "\"old\" towns")],
        "---\ntitle: \"60 \\\"old\\\" towns\"\n---\nA.",
    );
    check(
        "markdown",
        "---\ntitle: '60 towns'\n---\nA.",
        &[("towns", "mayor's towns")],
        "---\ntitle: '60 mayor''s towns'\n---\nA.",
    );
    refused("markdown", "---\ntitle: 60 towns\n---\nA.", &[("towns", "towns: all")], OTHERWISE);
    let escaped = "---\ntitle: \"60 \\\"old\\\" towns\"\n---\nA.";
    check("markdown", escaped, &[("60", "90")], &escaped.replace("60", "90"));
}

#[test]
fn words_of_html() {
    check(
        "html",
        "<p>It hit AT&amp;T &mdash; 60 towns.</p>",
        &[("towns", "R&D <labs>")],
        "<p>It hit AT&amp;T &mdash; 60 R&amp;D &lt;labs&gt;.</p>",
    );
    check("html", "<p>It hit AT&amp;T.</p>", &[("AT&T", "all")], "<p>It hit all.</p>");
    check("html", "<p>It hit\n   60\n   towns.</p>", &[("60", "90")], "<p>It hit\n   90\n   towns.</p>");
    refused("html", "<p>It hit <b>60</b> towns.</p>", &[("60 towns", "towns")], MARKUP);
}

#[test]
fn words_of_records() {
    let line = r#"{"id": 1, "headline": "60 \"towns\"", "body": "One.\n\nIt hit caf\u00e9s.", "captions": ["Ada", "Bo & Co"]}"#;
    check("jsonl", line, &[("cafés", "\"naïve\" towns")], &line.replace("caf\\u00e9s", "\\\"na\\u00efve\\\" towns"));
    check("jsonl", line, &[("60", "90"), ("Bo & Co", "Cy")], &line.replace("60", "90").replace("Bo & Co", "Cy"));
    check("jsonl", &line.replace("caf\\u00e9s", "cafés"), &[("cafés", "naïve")], &line.replace("caf\\u00e9s", "naïve"));
}

#[test]
fn files_that_are_not_utf_8() {
    let page = b"<meta charset=windows-1252><p>The caf\xe9 hit 60 towns.</p>";
    let want = b"<meta charset=windows-1252><p>The caf\xe9 hit 60 caf\xe9s &#955;.</p>";
    check_bytes("html", page, &[("towns", "cafés λ")], Ok(want));
    let wide = |text: &str| {
        [&[0xff, 0xfe], text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice()].concat()
    };
    check_bytes("text", &wide("née\n60 😀 towns"), &[("towns", "λ 😀")], Ok(&wide("née\n60 😀 λ 😀")));
}
