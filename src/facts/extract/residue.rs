//! What was meant for the desk or the machine and got into print: dummy text, gaps to fill, variables, damaged signs.

use super::Reading;
use super::triggers::Trigger;
use crate::article::{NO_WORDS, Part};
use crate::facts::model::Residue;
use crate::facts::names::Certainty;
use crate::source::Span;
use crate::text::{Text, TokenKind};
use std::ops::Range;

/// Phrases of dummy text and of forms not filled in, in lower case, by their first word.
const PHRASES: &[(&str, &[&str])] = &[
    ("lorem", &["lorem ipsum"]),
    ("dolor", &["dolor sit amet"]),
    (
        "write",
        &["write cutline here", "write caption here", "write headline here", "write your headline", "write headline"],
    ),
    (
        "insert",
        &[
            "insert caption",
            "insert cutline",
            "insert headline",
            "insert byline",
            "insert quote here",
            "insert name here",
            "insert photo here",
            "insert text here",
            "insert image here",
            "insert link here",
            "insert date here",
        ],
    ),
    ("caption", &["caption goes here", "caption to come", "caption tk"]),
    ("cutline", &["cutline goes here", "cutline here", "cutline to come"]),
    ("headline", &["headline goes here", "headline to come", "headline tk", "headline here"]),
    ("standfirst", &["standfirst goes here", "standfirst here"]),
    ("byline", &["byline goes here"]),
    ("pullquote", &["pullquote goes here", "pullquote here"]),
    ("hed", &["hed goes here", "hed here", "hed to come", "hed tk", "hed goes xyxy"]),
    ("dek", &["dek goes here", "dek here", "dek to come", "dek tk"]),
    ("deck", &["deck goes here"]),
    ("lede", &["lede goes here", "lede to come", "lede tk"]),
    ("story", &["story goes here", "story text here"]),
    ("body", &["body text here", "body copy here", "body copy goes here", "body goes here"]),
    ("copy", &["copy goes here"]),
    ("credit", &["credit goes here", "credit to come"]),
    ("photo", &["photo goes here", "photo tk"]),
    ("picture", &["picture goes here"]),
    ("quote", &["quote goes here", "quote tk"]),
    ("title", &["title goes here"]),
    ("goes", &["goes here here", "goes here and here and here"]),
    ("asdf", &["asdf"]),
    ("asdfasdf", &["asdfasdf"]),
    ("xyxy", &["xyxy"]),
    ("text", &["text goes here", "text to come"]),
    ("dummy", &["dummy headline", "dummy hed", "dummy caption", "dummy text here", "dummy text goes"]),
    ("click", &["click or tap here to enter text", "click here to enter text"]),
    ("type", &["type your text here", "type your title here"]),
    ("your", &["your text here", "your headline here", "your caption here"]),
];

/// Sentences of a chatbot, in lower case, by their first word.
const ASSISTANT: &[(&str, &[&str])] = &[
    (
        "as",
        &[
            "as an ai language model",
            "as a large language model",
            "as of my last knowledge update",
            "as an ai assistant, i",
        ],
    ),
    ("do", &["do you want me to"]),
    ("would", &["would you like me to"]),
    ("if", &["if you want, i can", "if you'd like, i can", "if you’d like, i can", "if you like, i can also"]),
    ("let", &["let me know if you'd like me", "let me know if you’d like me", "let me know if you want me to"]),
    (
        "here",
        &[
            "here's a revised version",
            "here’s a revised version",
            "here is a revised version",
            "here is the rewritten",
            "here's the rewritten",
            "here’s the rewritten",
            "here is a polished",
        ],
    ),
    ("sure", &["sure, here's", "sure, here’s", "sure! here's", "sure! here’s", "sure, here is"]),
    ("certainly", &["certainly! here"]),
    (
        "i",
        &[
            "i hope this helps!",
            "i'm sorry, but i can't assist",
            "i cannot fulfill this request",
            "i cannot fulfil this request",
        ],
    ),
    ("oaicite", &["oaicite"]),
    ("contentreference", &["contentreference"]),
];

/// A sign of another encoding.
const DAMAGED: &str = "a sign that was damaged";

/// A sign in the writing of browsers.
const ENTITY: &str = "a sign written for browsers";

/// A variable of a template.
const VARIABLE: &str = "a variable of a template";

/// A figure that a program could not work out.
const WORKED_OUT: &str = "a figure that could not be worked out";

/// A figure that a program did not have.
const MISSING: &str = "a figure that is missing";

/// A note to the desk.
const NOTE: &str = "a note to the desk";

/// Words in lower case that stand for words or figures to come.
const SIGN_WORDS: &[&str] =
    &["tk", "tktk", "tktktk", "tktktktk", "nan", "undefined", "null", "none", "fixme", "xx", "xxx", "xxxx"];

/// The words that residue may begin with.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    let firsts = PHRASES.iter().chain(ASSISTANT).map(|(first, _)| *first);
    firsts.chain(SIGN_WORDS.iter().copied())
}

/// Finds what was left in.
pub(super) fn read(reading: &mut Reading<'_>) {
    let text = reading.text;
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::RESIDUE) {
        next = at + 1;
        let found = match text.kind(at) {
            TokenKind::Word => word(text, at),
            TokenKind::Mark => sign(text, at),
            TokenKind::Number | TokenKind::Possessive => None,
        };
        if let Some((what, span, certainty)) = found {
            push(reading, what, span, certainty);
        }
    }
    if reading.facts.residues.iter().any(|residue| of_programs(residue.what)) {
        let whole = is_technical(text);
        // Residues come in the order of the text, so each block is looked at once.
        let mut told = None;
        for residue in reading.facts.residues.iter_mut().filter(|residue| of_programs(residue.what)) {
            let block = residue.at.block;
            let of_block = match told {
                Some((known, of_block)) if known == block => of_block,
                _ => !whole && is_told_of(text, block),
            };
            told = Some((block, of_block));
            if whole || of_block {
                residue.at.certainty = Certainty::Weak;
            }
        }
    }
}

/// Whether texts about programs tell of such words.
fn of_programs(what: &str) -> bool {
    matches!(what, MISSING | WORKED_OUT | VARIABLE | NOTE | ENTITY)
}

/// Words of texts about programs, and of no others.
const TECHNICAL: &[&str] = &[
    "code",
    "compiler",
    "programmer",
    "programmers",
    "programming",
    "javascript",
    "json",
    "python",
    "variable",
    "variables",
    "parser",
    "debugging",
    "api",
    "syntax",
    "html",
    "css",
    "database",
    "spreadsheet",
    "spreadsheets",
    "software",
    "runtime",
];

/// Words that texts about programs use among others.
const LOOSE: &[&str] = &[
    "function",
    "functions",
    "template",
    "templates",
    "string",
    "strings",
    "commit",
    "commits",
    "script",
    "scripts",
    "developer",
    "developers",
    "bug",
    "bugs",
    "placeholder",
    "placeholders",
    "array",
    "query",
    "website",
    "computer",
];

/// The fewest words of the trade in a text about programs that shows none of their code.
const TELLING: usize = 3;

/// Whether a text is about programs: it shows code, or uses the words of the trade.
fn is_technical(text: &Text<'_>) -> bool {
    let telling = (0..text.tokens.len()).filter(|&at| TECHNICAL.contains(&text.lower(at)));
    text.article.text.contains(NO_WORDS) || telling.take(TELLING).count() == TELLING
}

/// Whether a block tells of programs.
fn is_told_of(text: &Text<'_>, block: u32) -> bool {
    let first = text.sentences.partition_point(|sentence| sentence.block < block as usize);
    let sentences = text.sentences.iter().skip(first).take_while(|sentence| sentence.block == block as usize);
    let mut words = sentences.flat_map(|sentence| sentence.tokens.clone()).map(|at| text.lower(at));
    words.any(|word| TECHNICAL.contains(&word) || LOOSE.contains(&word))
}

fn push(reading: &mut Reading<'_>, what: &'static str, span: Span, certainty: Certainty) {
    let at = reading.at(span, certainty);
    if reading.facts.residues.last().is_some_and(|last| last.at.span.overlaps(span)) {
        return;
    }
    let sign = matches!(what, DAMAGED | ENTITY);
    reading.facts.residues.push(Residue { at, what, sign });
}

type Found = Option<(&'static str, Span, Certainty)>;

fn word(text: &Text<'_>, at: usize) -> Found {
    let lower = text.lower(at);
    if let Some(span) = phrase(text, at, PHRASES) {
        // Stories about dummy text name it in quotation marks or in passing.
        let alone = stands_alone(text, at, span);
        return Some(("dummy text", span, if alone { Certainty::Sure } else { Certainty::Weak }));
    }
    if let Some(span) = phrase(text, at, ASSISTANT) {
        let offers = matches!(lower, "do" | "would" | "if" | "let");
        let begins = (begins_sentence(text, at) || matches!(lower, "oaicite" | "contentreference"))
            && (!offers || is_of_a_text(text, span));
        return begins.then_some(("an answer of a chatbot", span, Certainty::Likely));
    }
    sign_word(text, at)
}

/// Whether what is offered is work on a text, as people in stories do not: "Do you want me to shorten the headline?"
fn is_of_a_text(text: &Text<'_>, offer: Span) -> bool {
    let from = text.token_from(offer.end);
    let until = (from..from + 14).find(|&at| matches!(text.word(at), "?" | "." | "")).unwrap_or(from + 14);
    (from..until).any(|at| WRITING.contains(&text.lower(at)))
}

/// What a chatbot offers to write again.
const WRITING: &[&str] = &[
    "article",
    "caption",
    "captions",
    "copy",
    "draft",
    "dek",
    "headline",
    "headlines",
    "intro",
    "lede",
    "paragraph",
    "paragraphs",
    "piece",
    "rewrite",
    "section",
    "sentence",
    "standfirst",
    "summary",
    "text",
    "title",
    "tone",
    "version",
    "versions",
    "wording",
];

/// The phrase that begins at a token.
fn phrase(text: &Text<'_>, at: usize, table: &[(&str, &[&str])]) -> Option<Span> {
    let lower = text.lower(at);
    let (_, phrases) = table.iter().find(|(first, _)| *first == lower)?;
    let token = text.token(at)?;
    let end = text.article.text.len().min(token.span.start as usize + 60);
    let rest = text.lowered(Span::new(token.span.start as usize, floor(&text.article.text, end)));
    let found = phrases.iter().find(|phrase| rest.starts_with(**phrase))?;
    Some(Span::new(token.span.start as usize, token.span.start as usize + found.len()))
}

fn floor(text: &str, mut end: usize) -> usize {
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// Whether dummy text begins its block or its sentence.
fn stands_alone(text: &Text<'_>, at: usize, span: Span) -> bool {
    let quoted = at.checked_sub(1).is_some_and(|mark| matches!(text.word(mark), "“" | "\"" | "‘" | "'"));
    let forms = text.lowered(span).starts_with("dolor sit") || begins_sentence(text, at);
    forms && !quoted
}

fn begins_sentence(text: &Text<'_>, at: usize) -> bool {
    let Some(token) = text.token(at) else { return false };
    let sentence = text.sentences.get(text.sentence_at(token.span.start));
    sentence.is_some_and(|sentence| {
        let mut first = sentence.tokens.start;
        while matches!(text.word(first), "[" | "(" | "“" | "\"" | "*") {
            first += 1;
        }
        first == at
    })
}

/// "TK", "NaN", "undefined%", "XXX": what stands for words or figures to come.
fn sign_word(text: &Text<'_>, at: usize) -> Found {
    let word = text.word(at);
    let span = text.span(at, at);
    let unit = |at: usize| text.glued(at) && matches!(text.word(at), "%" | "°");
    let sum = |at: usize| {
        at.checked_sub(1).is_some_and(|before| text.glued(at) && matches!(text.word(before), "$" | "£" | "€"))
    };
    match word {
        "TK" | "TKTK" | "TKTKTK" | "TKTKTKTK" => {
            // "TK" may be somebody's initials, a sign or a model.
            let bare = word == "TK" && !is_gap(text, at) && !is_place_to_come(text, at);
            let glued = text.glued(at) || text.glued(at + 1) && text.kind(at + 1) != TokenKind::Mark;
            (!bare && !glued).then_some(("words to come", span, Certainty::Likely))
        }
        "NaN" => {
            let figure = unit(at + 1) || sum(at) || in_table(text, at) || !begins_sentence(text, at);
            let bread = text.lower(at + 1) == "bread" || is_code(text, at);
            let joined = text.glued(at + 2) && text.kind(at + 2) != TokenKind::Mark;
            (figure && !bread && !joined).then_some((WORKED_OUT, span, Certainty::Likely))
        }
        "undefined" | "null" | "None" | "NULL"
            if unit(at + 1) || sum(at) || word != "undefined" && is_gap(text, at) =>
        {
            Some((MISSING, span, Certainty::Likely))
        }
        // "Write a FIXME beside it" speaks of the word.
        "FIXME"
            if !at
                .checked_sub(1)
                .is_some_and(|before| matches!(text.lower(before), "a" | "an" | "the" | "each" | "no")) =>
        {
            Some((NOTE, span, Certainty::Likely))
        }
        "XX" | "XXX" | "XXXX" | "xx" | "xxx" | "xxxx" if is_sum_to_come(text, at) => {
            Some(("a figure to come", span, Certainty::Likely))
        }
        _ => None,
    }
}

/// "held in TK on Friday": a place to be filled in.
fn is_place_to_come(text: &Text<'_>, at: usize) -> bool {
    let led = at.checked_sub(1).is_some_and(|before| matches!(text.lower(before), "in" | "at"));
    led && matches!(text.lower(at + 1), "on" | "in" | "," | ".")
}

/// "TK people", "TK percent", "$TK": a gap in a sentence, not a name.
fn is_gap(text: &Text<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| text.lower(before));
    let next = text.lower(at + 1);
    matches!(
        next,
        "percent"
            | "per"
            | "people"
            | "years"
            | "million"
            | "billion"
            | "voters"
            | "votes"
            | "dollars"
            | "pounds"
            | "euros"
            | "copies"
    ) || matches!(before, "[" | "(") && matches!(next, "]" | ")")
        || matches!(before, "$" | "£" | "€")
}

/// "XX people", "$XX", "XX per cent", "on XX May": digits that were to be filled in.
fn is_sum_to_come(text: &Text<'_>, at: usize) -> bool {
    let money = at.checked_sub(1).is_some_and(|before| matches!(text.word(before), "$" | "£" | "€"));
    let percent = text.word(at + 1) == "%"
        || text.lower(at + 1) == "percent"
        || text.lower(at + 1) == "per" && text.lower(at + 2) == "cent";
    let counted = matches!(
        text.lower(at + 1),
        "people"
            | "years"
            | "million"
            | "billion"
            | "votes"
            | "homes"
            | "jobs"
            | "deaths"
            | "cases"
            | "points"
            | "miles"
    );
    money || percent || counted && !text.glued(at + 1)
}

/// Whether a word stands in a line of code.
fn is_code(text: &Text<'_>, at: usize) -> bool {
    (at.saturating_sub(4)..at + 5).any(|at| matches!(text.word(at), "`" | "(" | "=" | ";" | "{" | "<" | ">"))
}

fn in_table(text: &Text<'_>, at: usize) -> bool {
    let token = text.token(at).map_or(0, |token| token.span.start);
    let sentence = text.sentences.get(text.sentence_at(token));
    sentence.and_then(|sentence| text.block_of(sentence)).is_some_and(|block| block.part == Part::Table)
}

/// "{{name}}", "${total}", "&#8217;", "â€™", "[object Object]", "[caption tk]".
fn sign(text: &Text<'_>, at: usize) -> Found {
    let glued = |range: Range<usize>| range.clone().all(|at| text.glued(at));
    match text.word(at) {
        "{" if text.word(at + 1) == "{" && text.glued(at + 1) => {
            let close = (at + 2..at + 12).find(|&at| text.word(at) == "}" && text.word(at + 1) == "}")?;
            Some((VARIABLE, text.span(at, close + 1), Certainty::Likely))
        }
        "$" if text.word(at + 1) == "{" && text.glued(at + 1) => {
            let close = (at + 2..at + 10).find(|&at| text.word(at) == "}")?;
            Some((VARIABLE, text.span(at, close), Certainty::Likely))
        }
        "[" if text.lower(at + 1) == "object" && text.word(at + 2) == "Object" => {
            Some((VARIABLE, text.span(at, at + 3), Certainty::Likely))
        }
        "[" if matches!(text.lower(at + 1), "tk" | "insert" | "placeholder") => gap(text, at),
        "&" => entity(text, at),
        "\u{fffd}" => Some((DAMAGED, text.span(at, at), Certainty::Likely)),
        "€" | "£" | "©" | "®" | "°" | "™" if glued(at..at + 1) => damaged(text, at),
        _ => None,
    }
}

/// "[insert name]", "[TK]".
fn gap(text: &Text<'_>, at: usize) -> Found {
    let close = (at + 2..at + 8).find(|&at| text.word(at) == "]")?;
    // "[insert your favourite here]" is said with a wink.
    let wink = (at + 2..close).any(|at| matches!(text.lower(at), "your" | "own" | "favorite" | "favourite" | "joke"));
    (!wink).then_some(("words to come", text.span(at + 1, close - 1), Certainty::Likely))
}

/// "&#8217;", "&nbsp;": a sign that was written for browsers and was not read as such.
fn entity(text: &Text<'_>, at: usize) -> Found {
    let named = matches!(
        text.word(at + 1),
        "nbsp"
            | "quot"
            | "rsquo"
            | "lsquo"
            | "ldquo"
            | "rdquo"
            | "mdash"
            | "ndash"
            | "hellip"
            | "apos"
            | "amp"
            | "lt"
            | "gt"
    );
    let coded = text.word(at + 1) == "#" && text.kind(at + 2) == TokenKind::Number;
    let last = at + if coded { 3 } else { 2 };
    let ends = text.word(last) == ";" && (at + 1..=last).all(|at| text.glued(at));
    ((named || coded) && ends).then_some((ENTITY, text.span(at, last), Certainty::Likely))
}

/// "â€™", "Â£5": UTF-8 read as another encoding.
fn damaged(text: &Text<'_>, at: usize) -> Found {
    let before = at.checked_sub(1)?;
    let word = text.word(before);
    let lead = word.chars().next_back()?;
    let broken = match text.word(at) {
        "€" | "™" => lead == 'â',
        "£" | "©" | "®" | "°" => matches!(lead, 'Â' | 'Ã'),
        _ => false,
    };
    let start = text.token(before)?.span.end as usize - lead.len_utf8();
    let more = text.glued(at + 1) && matches!(text.word(at + 1), "™" | "œ" | "˜" | "“" | "”" | "¦");
    let end = text.token(at + usize::from(more))?.span.end as usize;
    broken.then_some((DAMAGED, Span::new(start, end), Certainty::Likely))
}
