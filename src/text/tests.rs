//! Sentences and tokens against their files of cases, and what must hold for any text.

use super::{Case, Text, TokenKind};
use crate::article::{Article, Block, Part};
use crate::source::Span;
use proptest::prelude::*;

fn lines(name: &str) -> Vec<String> {
    let path = format!("{}/fixtures/text/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(path).unwrap();
    table.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()).map(str::to_owned).collect()
}

/// An article of paragraphs that empty lines divide.
fn article(body: &str) -> Article {
    let mut blocks = Vec::new();
    let mut at = 0;
    for paragraph in body.split("\n\n") {
        blocks.push(Block::new(Part::Body, Span::new(at, at + paragraph.len())));
        at += paragraph.len() + 2;
    }
    Article { text: body.to_owned(), blocks, ..Article::default() }
}

fn check(name: &str, cases: &[(String, String)], read: impl Fn(&Text<'_>) -> String) {
    let wrong: Vec<_> = cases
        .iter()
        .filter_map(|(body, expected)| {
            let article = article(body);
            let read = read(&Text::read(&article));
            (read != *expected).then(|| format!("{expected}\n  but: {read}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{name}, {} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn sentences() {
    let cases: Vec<_> = lines("sentences")
        .into_iter()
        .map(|line| (line.replace(" | ", " ").replace('|', ""), line.replace(" | ", "|")))
        .collect();
    check("sentences", &cases, |text| {
        let sentences: Vec<_> = text.sentences.iter().map(|sentence| text.written(sentence.span)).collect();
        sentences.join("|")
    });
}

#[test]
fn tokens() {
    let escaped = [
        ("\\u{301}", "\u{301}"),
        ("\\u{a0}", "\u{a0}"),
        ("\\u{ad}", "\u{ad}"),
        ("\\u{200b}", "\u{200b}"),
        ("\\u{feff}", "\u{feff}"),
    ];
    let cases: Vec<_> = lines("tokens")
        .into_iter()
        .map(|line| {
            let line = escaped.iter().fold(line, |line, (from, to)| line.replace(from, to));
            let (text, tokens) = line.split_once(" => ").unwrap();
            (text.to_owned(), tokens.to_owned())
        })
        .collect();
    check("tokens", &cases, |text| {
        let tokens: Vec<_> = (0..text.tokens.len())
            .filter(|&at| !text.word(at).is_empty())
            .map(|at| {
                let kind = match text.kind(at) {
                    TokenKind::Word => 'w',
                    TokenKind::Possessive => 'p',
                    TokenKind::Number => 'n',
                    TokenKind::Mark => 'm',
                };
                format!("{}{kind}:{}", if text.glued(at) { "+" } else { "" }, text.word(at))
            })
            .collect();
        tokens.join(" ")
    });
}

#[test]
fn cases_of_words() {
    for (word, case) in [
        ("reed", Case::Lower),
        ("Reed", Case::Title),
        ("A", Case::Title),
        ("I'm", Case::Title),
        ("NATO", Case::Upper),
        ("U.S.", Case::Upper),
        ("McKay", Case::Mixed),
        ("iPhone", Case::Mixed),
        ("Élan", Case::Title),
        ("42", Case::Lower),
    ] {
        let article = article(word);
        assert_eq!(Text::read(&article).token(0).unwrap().case, case, "{word}");
    }
}

/// Tokens come in order, on character boundaries, hold every visible character once; sentences
/// hold every token once and stay inside their block.
fn is_sound(article: &Article) {
    let text = Text::read(article);
    let mut at = 0;
    for token in &text.tokens {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        // A block ends with a token without words.
        let ends = start == end && token.kind == TokenKind::Mark;
        assert!(at <= start && (start < end || ends), "{token:?}");
        let between = article.text.get(at..start).unwrap();
        assert!(
            between.chars().all(|c| c.is_whitespace() || "\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}".contains(c))
        );
        assert!(article.text.is_char_boundary(end));
        at = end;
    }
    assert!(article.text.get(at..).unwrap().chars().all(|c| !c.is_alphanumeric()));
    let mut next = 0;
    for sentence in &text.sentences {
        let ends = (next..sentence.tokens.start).filter_map(|at| text.token(at));
        assert!(ends.into_iter().all(|token| token.span.is_empty()));
        assert!(sentence.tokens.end > next);
        assert!(article.blocks[sentence.block].span.contains(sentence.span));
        next = sentence.tokens.end;
    }
    assert!(text.tokens[next..].iter().all(|token| token.span.is_empty()));
}

proptest! {
    #[test]
    fn any_text_is_sound(body in "\\PC{0,200}") {
        is_sound(&article(&body));
    }

    #[test]
    fn news_like_text_is_sound(
        body in "((The|Gov|U|S|a|m|earlier|No|5|1,000|Inc|said|Pa|é|\u{2019}s|\u{ad})?[ .!?…\"“”’'(),\n-]{0,3}){0,60}"
    ) {
        is_sound(&article(&body));
    }
}

#[test]
fn hostile_texts_are_sound() {
    for unit in
        ["\"", ".", ".\"", "a.", "U.S.", "Mr. ", "“", "'", "(. ", ".(", "a'", "1,", "?!\" ", ". A\"", "a.A", "x.\"Y"]
    {
        is_sound(&article(&unit.repeat(200_000 / unit.len())));
    }
}
