//! What is a numeral, and what is none.

use super::*;
use crate::article::{Article, Block, Part as ArticlePart};

/// Reads the first numeral of a sentence, trying every token, and compares words and value.
fn check(sentence: &str, words: &str, value: &str) {
    let mut article = Article { text: sentence.to_owned(), ..Article::default() };
    article.blocks.push(Block::new(ArticlePart::Body, Span::new(0, sentence.len())));
    let text = Text::read(&article);
    let found = (0..text.tokens.len()).find_map(|at| read(&text, at));
    let got = found.map(|numeral| {
        let share = if numeral.fraction { " share" } else { "" };
        (text.written(numeral.span).to_owned(), format!("{}{share}", numeral.value))
    });
    let wanted = (!words.is_empty()).then(|| (words.to_owned(), value.to_owned()));
    assert_eq!(got, wanted, "in {sentence:?}");
}

#[test]
fn numerals_are_read_whole() {
    for (sentence, words, value) in [
        ("It cost 300,000 to build.", "300,000", "300,000"),
        ("sold 1,50,000 tickets", "1,50,000", "150,000"),
        ("worth 2.5 crore rupees", "2.5 crore", "25,000,000"),
        ("worth two lakh crore rupees", "two lakh crore", "2,000,000,000,000"),
        ("It raised 1.762bn in May.", "1.762bn", "1,762,000,000"),
        ("It raised 2.3 mln in May.", "2.3 mln", "2,300,000"),
        ("Some 1.5k users left.", "1.5k", "1,500"),
        ("twenty-eight thousand six hundred seats", "twenty-eight thousand six hundred", "28,600"),
        ("half a million homes", "half a million", "500,000"),
        ("a half-million homes", "a half-million", "500,000"),
        ("three-quarters of a billion birds", "three-quarters of a billion", "750,000,000"),
        ("a quarter of a million birds", "a quarter of a million", "250,000"),
        ("a dozen eggs", "a dozen", "12"),
        ("half a dozen eggs", "half a dozen", "6"),
        ("one and a half tonnes", "one and a half", "1.5"),
        ("two and a half million people", "two and a half million", "2,500,000"),
        ("a million and a half people", "a million and a half", "1,500,000"),
        ("one-and-a-half miles", "one-and-a-half", "1.5"),
        ("a hundred and fifty boats", "a hundred and fifty", "150"),
        ("one thousand and five hundred boats", "one thousand and five hundred", "1,500"),
        ("3 hundred and 2 hundred", "3 hundred", "300"),
        ("two hundred and three hundred", "two hundred", "200"),
        ("3 hundred and 21 boats", "3 hundred and 21", "321"),
        ("hundred thousand dollars", "hundred thousand", "100,000"),
        ("five hundred and fifty thousand cars", "five hundred and fifty thousand", "550,000"),
        ("two million three hundred thousand", "two million three hundred thousand", "2,300,000"),
        ("one hundred and three and two thirds", "one hundred and three and two thirds", "103.666667"),
        ("two point five million", "two point five million", "2,500,000"),
        ("two-thirds of the crew", "two-thirds", "0.666667 share"),
        ("one in the crew", "one", "1"),
        ("a third of the crew", "a third", "0.333333 share"),
        ("half of the crew", "half", "0.5 share"),
        ("2/3 of the crew", "2/3", "0.666667 share"),
        ("2 1/2 cups", "2 1/2", "2.5"),
        ("5½ hours", "5½", "5.5"),
        ("½ cup", "½", "0.5 share"),
        ("¾ million", "¾", "0.75 share"),
        ("-5 at night", "-5", "-5"),
        ("minus 5.5 at night", "minus 5.5", "-5.5"),
        ("minus twenty at night", "minus twenty", "-20"),
        ("a .5 chance", ".5", "0.5"),
        ("20 000 people and 1\u{a0}234\u{a0}567.5 more", "20 000", "20,000"),
        ("1\u{202f}234\u{202f}567.5 people", "1\u{202f}234\u{202f}567.5", "1,234,567.5"),
        ("on 12 300 people came", "12", "12"),
        ("12.3m people", "12.3", "12.3"),
        ("ninety-five hundred people", "ninety-five hundred", "9,500"),
        ("$100-million deal", "100-million", "100,000,000"),
        ("two third-year students", "two", "2"),
        ("1 million and 300 men", "1 million", "1,000,000"),
        ("one million, three", "one million", "1,000,000"),
    ] {
        check(sentence, words, value);
    }
}

#[test]
fn what_is_no_numeral() {
    for sentence in [
        "the twenty-first of them",
        "the one-hundredth-and-first",
        "on the 21st floor",
        "version 1.2.3 of it",
        "cost 6,5000,000 in all",
        "the third man",
        "a man",
        "for a second",
        "a",
        "-",
        "bn",
        "the fifth-grader",
        "the two hundredth time",
    ] {
        check(sentence, "", "");
    }
}

#[test]
fn m_is_millions_only_when_asked() {
    let sentence = "12.3m people";
    let mut article = Article { text: sentence.to_owned(), ..Article::default() };
    article.blocks.push(Block::new(ArticlePart::Body, Span::new(0, sentence.len())));
    let text = Text::read(&article);
    let numeral = read(&text, 0).and_then(|numeral| numeral.in_millions(&text)).unwrap();
    assert_eq!(text.written(numeral.span), "12.3m");
    assert_eq!(numeral.value, Exact::whole(12_300_000));
}
