//! What each word of a sentence does, as far as finding verbs and their subjects needs.

use super::triggers::{Trigger, Triggers};
use crate::text::lexicon::{Classes, Known, VerbForms, known, usual_class, verb_base, verb_form};
use crate::text::words::WordMap;
use crate::text::{Case, Sentence, Text, TokenKind};
use std::sync::LazyLock;

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "open"; also forms that are base and past alike ("hit").
    Base,
    /// "opens".
    Third,
    /// "opened", "taken".
    Past,
    /// "opening".
    Ing,
}

/// What a token does in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// The, a, its.
    Determiner,
    /// An adjective, or a participle used as one.
    Adjective,
    /// A common noun, and any word not known otherwise.
    Noun,
    /// A capitalised word inside a sentence.
    Name,
    /// A figure or number word.
    Number,
    /// He, they, it.
    Pronoun,
    /// The `'s` of a noun.
    Possessive,
    /// In, of, by; `to` before a noun.
    Preposition,
    /// `to` before a verb.
    To,
    /// Who, which, that after a noun.
    Relative,
    /// Because, if, when; that after a verb.
    Subordinator,
    /// And, but, or.
    Conjunction,
    /// May, would, can.
    Modal,
    /// Will, shall.
    Will,
    /// A form of be: whether it is past.
    Be(bool),
    /// A form of have: whether it is past.
    Have(bool),
    /// A form of do: whether it is past.
    Do(bool),
    /// A finite verb or participle.
    Verb(Form),
    /// Not, never.
    Negation,
    /// An adverb.
    Adverb,
    /// A comma or a spaced dash.
    Comma,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A semicolon or colon.
    Stop,
    /// Any other mark.
    Mark,
}

static FUNCTION_WORDS: LazyLock<WordMap<Tag>> = LazyLock::new(|| {
    let mut words = WordMap::default();
    let mut add = |tag: Tag, list: &'static str| words.extend(list.split_ascii_whitespace().map(|word| (word, tag)));
    add(
        Tag::Determiner,
        "the a an this these those its his her their our my your some any every each all both another no such",
    );
    add(
        Tag::Number,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
        seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million \
        billion trillion dozen dozens hundreds thousands millions billions several many few half scores",
    );
    add(
        Tag::Pronoun,
        "he she it they we i you them him us me there nobody everybody someone anyone everyone somebody \
        nothing something himself herself itself themselves who's",
    );
    add(
        Tag::Preposition,
        "of in on at by for with from into over under after before since until till during against \
        among amongst across through throughout between about without within near behind around above below \
        despite toward towards upon via beyond beside besides per amid outside inside onto off like as than following \
        including along up down out",
    );
    add(Tag::Relative, "who which whom whose where");
    add(Tag::Subordinator, "because if when while although though unless once whether whereas how why what whenever");
    add(Tag::Conjunction, "and but or nor");
    add(Tag::Modal, "may might would should could can cannot must ought 'd");
    add(Tag::Will, "will shall 'll won't");
    add(Tag::Be(false), "is are am be being been");
    add(Tag::Be(true), "was were");
    add(Tag::Have(false), "has have having");
    add(Tag::Have(true), "had");
    add(Tag::Do(false), "do does");
    add(Tag::Do(true), "did");
    add(Tag::Negation, "not never neither hardly");
    add(
        Tag::Adverb,
        "also already still even only just now then later earlier so too again ago today yesterday tomorrow \
        soon often almost nearly about more most less least very well far instead however meanwhile therefore \
        currently reportedly allegedly together alone once twice here tonight eventually ever yet back away ahead",
    );
    add(Tag::Adjective, "other own same different new last next first second third late early former likely own live");
    words
});

/// The function words, but for those with a contracted "not": see [`is_negated`].
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    FUNCTION_WORDS.keys().chain(["to", "that"])
}

/// "isn't", "won’t".
pub(super) fn is_negated(lower: &str) -> bool {
    lower.ends_with('t') && (lower.ends_with("n't") || lower.ends_with("n’t"))
}

/// Base forms that are past forms too.
fn is_past_alike(lower: &str) -> bool {
    matches!(
        lower,
        "hit"
            | "cut"
            | "put"
            | "set"
            | "shut"
            | "let"
            | "cost"
            | "hurt"
            | "spread"
            | "split"
            | "shed"
            | "quit"
            | "bet"
            | "cast"
            | "burst"
            | "beat"
            | "upset"
            | "bid"
            | "read"
            | "thrust"
            | "rid"
            | "broadcast"
            | "forecast"
    )
}

/// Past forms that are base forms of another verb, or nouns first of all.
fn past_of(lower: &str) -> Option<&'static str> {
    Some(match lower {
        "found" => "find",
        "saw" => "see",
        "left" => "leave",
        "felt" => "feel",
        "fell" => "fall",
        "rose" => "rise",
        "shot" => "shoot",
        "spoke" => "speak",
        "won" => "win",
        "bore" => "bear",
        "lay" => "lie",
        "ground" => "grind",
        "led" => "lead",
        "met" => "meet",
        "cut" => "cut",
        "struck" => "strike",
        "fled" => "flee",
        "died" => "die",
        "lost" => "lose",
        "told" => "tell",
        "said" => "say",
        "made" => "make",
        "sold" => "sell",
        "held" => "hold",
        "drew" => "draw",
        "grew" => "grow",
        "fought" => "fight",
        "wounded" => "wound",
        _ => return None,
    })
}

/// The base form of a verb form in lower case.
pub(super) fn base(lower: &str) -> std::borrow::Cow<'_, str> {
    past_of(lower).map_or_else(|| verb_base(lower), std::borrow::Cow::Borrowed)
}

/// The form that a word would be of as a verb; `None` where it is none.
pub(super) fn form(lower: &str) -> Option<Form> {
    form_of(lower, verb_form(lower))
}

/// The same of a word whose forms are known.
fn form_of(lower: &str, forms: VerbForms) -> Option<Form> {
    if past_of(lower).is_some() {
        return Some(Form::Past);
    }
    if forms.has(VerbForms::GERUND) {
        Some(Form::Ing)
    } else if forms.has(VerbForms::BASE) {
        Some(Form::Base)
    } else if forms.has(VerbForms::PAST) || forms.has(VerbForms::PARTICIPLE) {
        Some(Form::Past)
    } else {
        forms.has(VerbForms::THIRD_PERSON).then_some(Form::Third)
    }
}

/// Tags the tokens of a sentence into `tags`, which is emptied first.
pub(super) fn tag(text: &Text<'_>, triggers: &Triggers, sentence: &Sentence, tags: &mut Vec<Tag>) {
    tags.clear();
    let capitals = is_title_cased(text, sentence);
    let mut before = Tag::Stop;
    for at in sentence.tokens.clone() {
        let first = at == sentence.tokens.start;
        let function = triggers.has(at, Trigger::FUNCTION);
        let standing = Standing { function, any_case: first || capitals, first: tags.is_empty() };
        let tag = tag_of(text, at, before, standing);
        tags.push(tag);
        if !matches!(tag, Tag::Adverb | Tag::Negation) {
            before = tag;
        }
    }
}

/// Whether nearly all long words are capitalised, as in many headlines.
pub(super) fn is_title_cased(text: &Text<'_>, sentence: &Sentence) -> bool {
    if text.word(sentence.tokens.end.saturating_sub(1)) == "." {
        return false;
    }
    let (mut long, mut capitals) = (0, 0);
    for token in text.tokens.get(sentence.tokens.clone()).unwrap_or_default() {
        if token.kind == TokenKind::Word && token.span.len() > 3 {
            long += 1;
            capitals += usize::from(token.case != Case::Lower);
        }
    }
    capitals > 2 && capitals * 10 >= long * 8
}

/// What is known of a word before its tag.
#[derive(Clone, Copy)]
struct Standing {
    /// Whether it may be a function word.
    function: bool,
    /// Whether a capital says nothing there.
    any_case: bool,
    /// Whether it opens the sentence.
    first: bool,
}

fn tag_of(text: &Text<'_>, at: usize, before: Tag, standing: Standing) -> Tag {
    let Standing { function, any_case, first } = standing;
    let Some(token) = text.token(at) else { return Tag::Mark };
    match token.kind {
        TokenKind::Number => return Tag::Number,
        TokenKind::Possessive => return if before == Tag::Pronoun { Tag::Be(false) } else { Tag::Possessive },
        TokenKind::Mark => return mark(text, at),
        TokenKind::Word => {}
    }
    let lower = text.lower(at);
    let may_be_function = function
        && (token.case == Case::Lower
            || any_case
            || token.case == Case::Title && matches!(before, Tag::Stop | Tag::Mark | Tag::Open));
    if may_be_function && let Some(tag) = function_word(text, at, lower, before) {
        return tag;
    }
    if token.case != Case::Lower && !any_case {
        return Tag::Name;
    }
    content_word(text, at, lower, before, first)
}

fn mark(text: &Text<'_>, at: usize) -> Tag {
    match text.word(at) {
        "," | "—" | "–" => Tag::Comma,
        "-" if !text.glued(at) && !text.glued(at + 1) => Tag::Comma,
        "(" | "[" => Tag::Open,
        ")" | "]" => Tag::Close,
        ";" | ":" => Tag::Stop,
        _ => Tag::Mark,
    }
}

fn function_word(text: &Text<'_>, at: usize, lower: &str, before: Tag) -> Option<Tag> {
    match lower {
        "to" if at > 0 && text.lower(at - 1) == "up" && is_figure(text, at + 1) => return Some(Tag::Adverb),
        "to" => {
            let next = text.lower(at + 1);
            let verb = matches!(next, "be" | "have" | "do") || form(next) == Some(Form::Base);
            let noun = usual_class(next) == Classes::NOUN && !text.glued(at + 1) && !starts_object(text, at + 2);
            return Some(if verb && !noun { Tag::To } else { Tag::Preposition });
        }
        "that" => {
            return Some(match before {
                Tag::Noun | Tag::Name | Tag::Number | Tag::Adjective | Tag::Comma => Tag::Relative,
                Tag::Verb(_) | Tag::Be(_) | Tag::Mark | Tag::Conjunction => Tag::Subordinator,
                _ => Tag::Determiner,
            });
        }
        "as" if matches!(before, Tag::Comma) => return Some(Tag::Subordinator),
        "over" | "under" | "about" | "around" | "than" | "some" if is_figure(text, at + 1) => return Some(Tag::Adverb),
        "at" if matches!(text.lower(at + 1), "least" | "most") => return Some(Tag::Adverb),
        "up" if text.lower(at + 1) == "to" && is_figure(text, at + 2) => return Some(Tag::Adverb),
        "as" if matches!(text.lower(at + 1), "many" | "few" | "much") => return Some(Tag::Adverb),
        _ => {}
    }
    if let Some(stem) = lower.strip_suffix("n't").or_else(|| lower.strip_suffix("n’t")) {
        return Some(match stem {
            "is" | "are" | "ai" => Tag::Be(false),
            "was" | "were" => Tag::Be(true),
            "has" | "have" => Tag::Have(false),
            "had" => Tag::Have(true),
            "do" | "does" => Tag::Do(false),
            "did" => Tag::Do(true),
            "wo" | "sha" => Tag::Will,
            _ => Tag::Modal,
        });
    }
    FUNCTION_WORDS.get(lower).copied()
}

/// Whether the token begins a figure.
fn is_figure(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Number
        || matches!(text.word(at), "$" | "£" | "€")
        || FUNCTION_WORDS.get(text.lower(at)) == Some(&Tag::Number)
}

/// Whether the token begins an object: a determiner, a figure, a name.
fn starts_object(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Number
        || matches!(text.word(at), "$" | "£" | "€")
        || text.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Lower)
        || matches!(FUNCTION_WORDS.get(text.lower(at)), Some(Tag::Determiner | Tag::Number))
        || matches!(text.lower(at), "over" | "about" | "nearly" | "almost" | "more" | "at" | "up" | "around")
}

fn content_word(text: &Text<'_>, at: usize, lower: &str, before: Tag, first: bool) -> Tag {
    let Known { classes, usual, forms } = known(lower);
    if usual == Classes::ADVERB
        || lower.len() > 4 && lower.ends_with("ly") && usual != Classes::NOUN && usual != Classes::VERB
    {
        return Tag::Adverb;
    }
    // "the firm sold": an adjective that no noun follows is the noun itself, where it can be.
    let adjective = usual == Classes::ADJECTIVE && (is_nounlike(text, at + 1) || !classes.has(Classes::NOUN));
    let noun = if adjective { Tag::Adjective } else { Tag::Noun };
    let Some(form) = form_of(lower, forms) else {
        // Nothing but a verb follows "could", even one that the lexicon does not know.
        return if matches!(before, Tag::Modal | Tag::Will) { Tag::Verb(Form::Base) } else { noun };
    };
    // A word after a hyphen is part of a compound.
    let compound = text.glued(at) && at.checked_sub(1).is_some_and(|before| text.word(before) == "-");
    if compound {
        return if form == Form::Past { Tag::Adjective } else { noun };
    }
    match before {
        Tag::Modal | Tag::Will | Tag::Do(_) | Tag::To if form == Form::Base => Tag::Verb(Form::Base),
        Tag::Have(_)
            if form == Form::Past
                || form == Form::Base && (is_past_alike(lower) || matches!(lower, "come" | "run" | "become")) =>
        {
            Tag::Verb(Form::Past)
        }
        Tag::Be(_) if form == Form::Ing => Tag::Verb(Form::Ing),
        Tag::Be(_) if form == Form::Past || is_past_alike(lower) => Tag::Verb(Form::Past),
        Tag::Determiner | Tag::Adjective | Tag::Preposition | Tag::Possessive => match form {
            Form::Past => Tag::Adjective,
            Form::Ing if before == Tag::Preposition => Tag::Verb(Form::Ing),
            Form::Base | Form::Third | Form::Ing => noun,
        },
        Tag::Number => {
            let alone = form == Form::Past && !is_nounlike(text, at + 1);
            if alone { Tag::Verb(Form::Past) } else { noun }
        }
        _ if first && form != Form::Ing => noun,
        _ => verb_by_form(text, at, form, before, usual).map_or(noun, Tag::Verb),
    }
}

/// The form of a word that stands where a finite verb can stand.
fn verb_by_form(text: &Text<'_>, at: usize, form: Form, before: Tag, usual: Classes) -> Option<Form> {
    match form {
        Form::Past => Some(Form::Past),
        Form::Ing => (usual == Classes::VERB || usual.is_empty() || before == Tag::Comma).then_some(Form::Ing),
        Form::Third => {
            let subject =
                matches!(before, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative | Tag::Conjunction | Tag::Comma);
            let clear = usual == Classes::VERB || starts_object(text, at + 1);
            (subject && clear).then_some(Form::Third)
        }
        Form::Base if is_past_alike(text.lower(at)) => {
            let subject = matches!(before, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative);
            (subject && starts_object(text, at + 1)).then_some(Form::Past)
        }
        Form::Base => {
            let subject = matches!(before, Tag::Pronoun | Tag::Relative | Tag::Conjunction);
            let plural = before == Tag::Noun
                && at.checked_sub(1).is_some_and(|at| text.lower(at).ends_with('s') || text.lower(at) == "police");
            (usual == Classes::VERB && (subject || plural && starts_object(text, at + 1))).then_some(Form::Base)
        }
    }
}

/// Whether the token can go on a noun phrase.
fn is_nounlike(text: &Text<'_>, at: usize) -> bool {
    text.kind(at) == TokenKind::Word
        && !FUNCTION_WORDS.contains(text.lower(at))
        && matches!(usual_class(text.lower(at)), Classes::NOUN | Classes::ADJECTIVE)
}
