//! What a suggestion changes: a figure is not rewritten like any other word.

use crate::article::{READERS, ReadOptions, read};
use crate::facts::extract::numeral;
use crate::text::{Text, TokenKind};

/// Whether new words in the place of old ones say another figure, or a figure where there was none.
pub fn rewrites_a_figure(old: &str, new: &str) -> bool {
    figures(old) != figures(new)
}

/// The figures among some words, digits as they are written and numbers in words as what they are worth.
fn figures(words: &str) -> Vec<String> {
    let Some(plain) = READERS.iter().find(|reader| reader.name == "text") else { return Vec::new() };
    let Ok(article) = read("", words.as_bytes().to_vec(), plain, &ReadOptions::default()) else { return Vec::new() };
    let text = Text::read(&article);
    let (mut figures, mut at) = (Vec::new(), 0);
    while at < text.tokens.len() {
        if let Some(numeral) = numeral::read(&text, at) {
            figures.push(format!("{:?}", numeral.value));
            at = numeral.end.max(at + 1);
            continue;
        }
        // Dates, times and ordinals.
        if text.kind(at) == TokenKind::Number {
            figures.push(text.word(at).to_owned());
        }
        at += 1;
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::rewrites_a_figure;

    #[test]
    fn figures_and_other_words() {
        let check = |old: &str, new: &str, want: bool| assert_eq!(rewrites_a_figure(old, new), want, "{old} → {new}");
        check("Thursday", "Tuesday", false);
        check("routers", "towns", false);
        check("60 routers", "60 towns", false);
        check("peddled", "pedalled", false);
        check("300,000", "300 000", false);
        check("12%", "30%", true);
        check("60 towns", "towns", true);
        check("towns", "60 towns", true);
        check("twelve", "thirty", true);
        check("26 June", "27 June", true);
        check("26th", "27th", true);
        check("a third", "a quarter", true);
        check("", "", false);
    }
}
