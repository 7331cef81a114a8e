//! Clauses: the verbs of a sentence with their subjects and what follows them.
//!
//! A shallow reading from left to right, linear in the sentence. Where the subject is not plain,
//! the clause has none; a clause without a subject says nothing that two places could share.

use super::tags::{Form, Tag, base, tag};
use super::triggers::Triggers;
use super::verbs::{is_negative, is_plan, is_saying, is_time, takes_object};
use crate::text::{Sentence, Text};

/// A noun phrase: from its first token to its head, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The first token, determiner included.
    pub first: usize,
    /// The head.
    pub head: usize,
    /// One past the last token.
    pub end: usize,
    /// Whether it follows a preposition.
    pub governed: bool,
}

/// How a clause says what happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// "opened", "was opened".
    Finite,
    /// "people killed in the crash".
    Reduced,
    /// ", killing 40 people".
    Participle,
    /// "to open".
    Infinitive,
}

/// A verb with what belongs to it.
#[expect(clippy::struct_excessive_bools, reason = "each is a plain answer that the verb group gives")]
#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    /// Where the clause begins: what leads up to the subject is part of it.
    pub start: usize,
    /// The first token of the verb group.
    pub group: usize,
    /// The main verb.
    pub main: usize,
    /// One past the last token that belongs to it.
    pub end: usize,
    /// The grammatical subject.
    pub subject: Option<Phrase>,
    /// Whether the subject was taken over from the verb before ("flooded Cebu and killed …").
    pub shared: bool,
    /// Whether the words say that it is over ("opened"), not whether it was passive.
    pub past: bool,
    /// Whether it lies ahead ("will open").
    pub future: bool,
    /// Whether it may, should or would happen, or is planned.
    pub modal: bool,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether the subject undergoes it.
    pub passive: bool,
    /// How it is said.
    pub shape: Shape,
}

/// What came between the verb of a clause and a noun phrase after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Border {
    None,
    Comma,
    /// A conjunction, a verb of saying, a quotation mark: a new clause can begin.
    New,
}

/// A clause in the making.
#[expect(clippy::struct_excessive_bools, reason = "each is set by another word and none excludes another")]
#[derive(Clone, Copy, Debug)]
struct Frame {
    start: usize,
    subject: Option<Phrase>,
    /// The number of its verb among the clauses.
    verb: Option<usize>,
    /// A noun phrase after the verb, and what came between.
    candidate: Option<(Phrase, Border)>,
    border: Border,
    relative: bool,
    /// Whether a subordinator opened it.
    subordinate: bool,
    /// Whether it is said under "if".
    conditional: bool,
    /// Whether its subject cannot be told.
    unclear: bool,
    /// Whether a verb above denies it.
    denied: bool,
}

impl Frame {
    fn new(start: usize) -> Self {
        Self {
            start,
            subject: None,
            verb: None,
            candidate: None,
            border: Border::None,
            relative: false,
            subordinate: false,
            conditional: false,
            unclear: false,
            denied: false,
        }
    }
}

/// A reader of clauses that keeps its room from sentence to sentence.
#[derive(Debug, Default)]
pub(super) struct Parser {
    tags: Vec<Tag>,
    /// The clauses of the sentence read last, in the order of their verbs.
    pub clauses: Vec<Clause>,
    stack: Vec<Frame>,
    offset: usize,
    /// The last noun phrase, whatever it does.
    last: Option<Phrase>,
}

/// A verb group: "has not been seen".
#[expect(clippy::struct_excessive_bools, reason = "each is a plain answer that the verb group gives")]
struct Group {
    main: usize,
    end: usize,
    past: bool,
    future: bool,
    modal: bool,
    negated: bool,
    passive: bool,
}

/// How deep clauses may stand in each other.
const DEPTH: usize = 6;

impl Parser {
    /// Reads the clauses of a sentence.
    pub(super) fn read(&mut self, text: &Text<'_>, triggers: &Triggers, sentence: &Sentence) {
        tag(text, triggers, sentence, &mut self.tags);
        self.offset = sentence.tokens.start;
        self.clauses.clear();
        self.stack.clear();
        self.last = None;
        let end = sentence.tokens.end;
        let mut frame = Frame::new(self.offset);
        let mut at = self.offset;
        while at < end {
            at = self.step(text, at, end, &mut frame);
        }
        for index in 0..self.clauses.len() {
            let next = self.clauses.get(index + 1).map(|next| {
                let subject = next.subject.filter(|_| !next.shared).map_or(next.group, |subject| subject.first);
                subject.min(next.group)
            });
            if let Some(clause) = self.clauses.get_mut(index) {
                let limit = next.filter(|&next| next > clause.main).unwrap_or(end);
                clause.end = clause.end.min(limit).min(end);
            }
        }
    }

    /// What the token does; a mark where it is not of the sentence.
    pub(super) fn tag(&self, at: usize) -> Tag {
        at.checked_sub(self.offset).and_then(|at| self.tags.get(at)).copied().unwrap_or(Tag::Mark)
    }

    /// The tag before a token, adverbs left out.
    fn before(&self, at: usize) -> Tag {
        let mut at = at;
        while at > self.offset {
            at -= 1;
            let tag = self.tag(at);
            if !matches!(tag, Tag::Adverb | Tag::Negation) {
                return tag;
            }
        }
        Tag::Stop
    }

    /// Reads what begins with the token `at`; gives the token to go on with.
    fn step(&mut self, text: &Text<'_>, at: usize, end: usize, frame: &mut Frame) -> usize {
        match self.tag(at) {
            Tag::Determiner | Tag::Adjective | Tag::Noun | Tag::Name | Tag::Number | Tag::Pronoun => {
                self.noun_phrase(text, at, end, frame)
            }
            Tag::Relative => {
                self.relative(at, frame);
                at + 1
            }
            Tag::Subordinator => {
                self.subordinate(text, at, frame);
                at + 1
            }
            Tag::Modal | Tag::Will | Tag::Be(_) | Tag::Have(_) | Tag::Do(_) | Tag::Verb(_) => {
                self.verb(text, at, end, frame)
            }
            Tag::To => self.infinitive(text, at, end, frame),
            Tag::Comma => {
                self.comma(at, frame);
                at + 1
            }
            Tag::Conjunction => {
                frame.border = Border::New;
                at + 1
            }
            Tag::Open => self.skip_bracket(at, end),
            Tag::Stop => {
                self.close(frame, at);
                self.stack.clear();
                *frame = Frame::new(at + 1);
                at + 1
            }
            Tag::Mark => {
                if matches!(text.word(at), "“" | "\"" | "‘" | "”") {
                    frame.border = Border::New;
                }
                at + 1
            }
            Tag::Possessive | Tag::Preposition | Tag::Negation | Tag::Adverb | Tag::Close => at + 1,
        }
    }

    /// One past the closing bracket, where it is in the sentence.
    fn skip_bracket(&self, at: usize, end: usize) -> usize {
        (at + 1..end.min(at + 40)).find(|&at| self.tag(at) == Tag::Close).map_or(at + 1, |close| close + 1)
    }

    fn close(&mut self, frame: &Frame, at: usize) {
        if let Some(clause) = frame.verb.and_then(|verb| self.clauses.get_mut(verb)) {
            clause.end = clause.end.min(at);
        }
    }

    fn noun_phrase(&mut self, text: &Text<'_>, at: usize, end: usize, frame: &mut Frame) -> usize {
        let mut head = at;
        let mut adjective = at;
        let mut stop = at;
        while stop < end {
            match self.tag(stop) {
                Tag::Noun | Tag::Name | Tag::Number => head = stop,
                Tag::Pronoun if stop == at => {
                    stop += 1;
                    break;
                }
                Tag::Adjective => adjective = stop,
                Tag::Possessive => {}
                Tag::Determiner if stop == at || self.tag(stop - 1) == Tag::Determiner => {}
                Tag::Mark
                    if text.glued(stop)
                        && text.glued(stop + 1)
                        && matches!(text.word(stop), "-" | "." | "’" | "'" | "&") => {}
                Tag::Mark if matches!(text.word(stop), "$" | "£" | "€" | "%") => {}
                _ => break,
            }
            stop += 1;
        }
        if matches!(self.tag(head), Tag::Determiner | Tag::Adjective) {
            head = adjective;
        }
        let governed = self.before(at) == Tag::Preposition;
        let phrase = Phrase { first: at, head, end: stop, governed };
        self.last = Some(phrase);
        if frame.verb.is_some() {
            if !governed {
                frame.candidate = Some((phrase, frame.border));
            }
        } else if !governed && !is_time(text, head) {
            let before = self.before(at);
            match frame.subject {
                None => frame.subject = Some(phrase),
                Some(_) if frame.relative && frame.border == Border::None => frame.subject = Some(phrase),
                Some(_) if before == Tag::Comma => {}
                Some(_) => frame.unclear = true,
            }
        }
        frame.border = Border::None;
        stop.max(at + 1)
    }

    fn relative(&mut self, at: usize, frame: &mut Frame) {
        let antecedent =
            self.last.filter(|last| last.end == at || last.end + 1 == at && self.tag(at - 1) == Tag::Comma);
        let mut inner = Frame::new(at);
        inner.relative = true;
        inner.denied = frame.denied;
        match antecedent {
            Some(phrase) if !phrase.governed => inner.subject = Some(phrase),
            Some(_) | None => inner.unclear = true,
        }
        self.close(frame, at);
        self.push(std::mem::replace(frame, inner));
    }

    fn push(&mut self, frame: Frame) {
        if self.stack.len() < DEPTH {
            self.stack.push(frame);
        }
    }

    fn subordinate(&mut self, text: &Text<'_>, at: usize, frame: &mut Frame) {
        let mut inner = Frame::new(at);
        inner.subordinate = true;
        inner.denied = frame.denied;
        match text.lower(at) {
            "that" => {
                inner.subordinate = false;
                let verb = frame.verb.and_then(|verb| self.clauses.get(verb));
                inner.denied |= verb.is_some_and(|verb| {
                    verb.negated || matches!(text.lower(verb.main), "denied" | "denies" | "deny" | "denying")
                });
            }
            "if" | "unless" | "whether" => inner.conditional = true,
            _ => {}
        }
        self.close(frame, at);
        let waiting = frame.verb.is_none() && frame.subject.is_some();
        let outer = std::mem::replace(frame, inner);
        if waiting {
            self.push(outer);
        }
    }

    fn comma(&mut self, at: usize, frame: &mut Frame) {
        if frame.subordinate && frame.verb.is_some() && self.stack.is_empty() {
            self.close(frame, at);
            *frame = Frame::new(at + 1);
        } else {
            frame.border = Border::Comma;
        }
    }

    fn verb(&mut self, text: &Text<'_>, at: usize, end: usize, frame: &mut Frame) -> usize {
        let Some(group) = self.group(text, at, end) else { return at + 1 };
        let before = self.before(at);
        let main = self.tag(group.main);
        let ing = main == Tag::Verb(Form::Ing) && group.main == at;
        if ing {
            return self.participle(at, before, frame);
        }
        let mut shared = false;
        if let Some(verb) = frame.verb {
            let candidate = frame.candidate.filter(|(_, border)| *border != Border::None);
            if before == Tag::Conjunction || before == Tag::Comma && self.before_conjunction(at) {
                let earlier = self.clauses.get(verb).copied();
                frame.subject = earlier.and_then(|earlier| earlier.subject);
                shared = true;
            } else if let Some((phrase, border)) = candidate.filter(|_| before != Tag::Comma) {
                let outer = self.stack.last().copied().filter(|_| border == Border::Comma);
                if let Some(outer) = outer {
                    self.close(frame, at);
                    self.stack.pop();
                    *frame = outer;
                    frame.unclear = true;
                } else {
                    let mut next = Frame::new(phrase.first);
                    next.subject = Some(phrase);
                    next.unclear = border == Border::Comma && !frame.subordinate;
                    next.denied = frame.denied;
                    *frame = next;
                }
            } else if let Some(outer) = self.stack.pop() {
                self.close(frame, at);
                *frame = outer;
            } else if let Some((phrase, _)) = frame.candidate.filter(|_| !is_bare(main, at, &group)) {
                // "… indicated seven million households would pay": a clause is the object.
                let mut next = Frame::new(phrase.first);
                next.subject = Some(phrase);
                next.denied = frame.denied;
                *frame = next;
            } else {
                return self.reduced(at, &group);
            }
        }
        // An outer clause that had its verb already goes on only by a conjunction.
        if frame.verb.is_some() && !shared {
            frame.unclear = true;
        }
        let subject = frame.subject.filter(|_| !frame.unclear);
        let reduced = is_bare(main, at, &group) && is_reduced(text, self, at, end);
        frame.verb = Some(self.clauses.len());
        frame.candidate = None;
        frame.border = if is_saying(text, group.main) { Border::New } else { Border::None };
        self.clauses.push(Clause {
            start: frame.start,
            group: at,
            main: group.main,
            end,
            subject,
            shared,
            past: group.past,
            future: group.future,
            modal: group.modal || frame.conditional,
            negated: group.negated || frame.denied,
            passive: group.passive || reduced,
            shape: if reduced { Shape::Reduced } else { Shape::Finite },
        });
        if reduced {
            // "The 40 people killed in the crash were …": the subject still waits for its verb.
            frame.verb = None;
        }
        group.end
    }

    /// Whether a conjunction stands before the comma before the token, or the reverse.
    fn before_conjunction(&self, at: usize) -> bool {
        at >= 2 + self.offset && self.tag(at - 2) == Tag::Conjunction
    }

    /// A past participle after the verb of its clause: "arrested the man suspected of …".
    fn reduced(&mut self, at: usize, group: &Group) -> usize {
        let bare = group.main == at && self.tag(at) == Tag::Verb(Form::Past);
        let subject = self.last.filter(|last| last.end == at && !last.governed && bare);
        self.clauses.push(Clause {
            start: at,
            group: at,
            main: group.main,
            end: usize::MAX,
            subject,
            shared: false,
            past: true,
            future: false,
            modal: group.modal,
            negated: group.negated,
            passive: true,
            shape: Shape::Reduced,
        });
        group.end
    }

    /// ", killing 40 people" after a finite verb: what it did before does this too.
    fn participle(&mut self, at: usize, before: Tag, frame: &mut Frame) -> usize {
        let earlier = frame.verb.and_then(|verb| self.clauses.get(verb)).copied();
        let after = before == Tag::Comma
            || before == Tag::Conjunction && self.clauses.last().is_some_and(|c| c.shape == Shape::Participle);
        let Some(earlier) = earlier.filter(|_| after) else { return at + 1 };
        self.clauses.push(Clause {
            start: at,
            group: at,
            main: at,
            end: usize::MAX,
            subject: earlier.subject.filter(|_| !earlier.passive),
            shared: true,
            past: earlier.past,
            future: earlier.future,
            modal: earlier.modal,
            negated: earlier.negated,
            passive: false,
            shape: Shape::Participle,
        });
        at + 1
    }

    /// "to open": planned after "is due", "expected", "will", else without a subject.
    fn infinitive(&mut self, text: &Text<'_>, at: usize, end: usize, frame: &mut Frame) -> usize {
        let Some(group) = self.group(text, at + 1, end) else { return at + 1 };
        let earlier = frame.verb.and_then(|verb| self.clauses.get(verb)).copied();
        let near = earlier.filter(|earlier| at <= earlier.main + 2);
        let subject = near
            .filter(|near| is_plan(text, near.main) || matches!(self.tag(near.main), Tag::Be(_)))
            .and_then(|near| near.subject);
        self.clauses.push(Clause {
            start: at,
            group: at,
            main: group.main,
            end,
            subject,
            shared: true,
            past: false,
            future: true,
            modal: true,
            negated: group.negated || near.is_some_and(|near| near.negated),
            passive: group.passive,
            shape: Shape::Infinitive,
        });
        group.end
    }

    /// Reads a verb group from its first token.
    fn group(&self, text: &Text<'_>, at: usize, end: usize) -> Option<Group> {
        let mut group =
            Group { main: at, end: at + 1, past: false, future: false, modal: false, negated: false, passive: false };
        let (mut been, mut found) = (false, false);
        group.negated = at > self.offset && self.tag(at - 1) == Tag::Negation;
        let mut now = at;
        while now < end.min(at + 10) {
            let tag = self.tag(now);
            match tag {
                Tag::Modal => {
                    group.modal = true;
                    group.negated |=
                        text.lower(now).ends_with('t') && text.lower(now) != "might" || text.lower(now) == "cannot";
                }
                Tag::Will => {
                    group.future = true;
                    group.negated |= text.lower(now).ends_with("n't") || text.lower(now).ends_with("n’t");
                }
                Tag::Be(past) => {
                    (been, group.past) = (true, group.past || past);
                    group.negated |= is_negative(text, now);
                }
                Tag::Have(past) => {
                    (been, group.past) = (false, group.past || past);
                    group.negated |= is_negative(text, now);
                    // "has opened" tells of what is over.
                    group.past |=
                        self.after(now, end) == Tag::Verb(Form::Past) || matches!(self.after(now, end), Tag::Be(_));
                }
                Tag::Do(past) => {
                    group.past |= past;
                    group.negated |= is_negative(text, now);
                }
                Tag::Negation => group.negated = true,
                Tag::Adverb => {}
                Tag::Verb(form) => {
                    group.passive = been && form == Form::Past;
                    group.past |= !been && form == Form::Past && !group.modal && !group.future;
                    (group.main, group.end, found) = (now, now + 1, true);
                    break;
                }
                _ => break,
            }
            if !matches!(tag, Tag::Adverb | Tag::Negation) {
                (group.main, group.end, found) = (now, now + 1, true);
            }
            now += 1;
        }
        // "was due on 3 May", "is set for June": what is planned.
        group.modal |= matches!(self.tag(group.main), Tag::Be(_))
            && matches!(
                text.lower(group.end),
                "due" | "set" | "slated" | "scheduled" | "expected" | "likely" | "supposed"
            );
        group.modal |=
            group.passive && matches!(text.lower(group.main), "scheduled" | "slated" | "planned" | "expected" | "set");
        found.then_some(group)
    }

    /// The tag after a token, adverbs left out.
    fn after(&self, at: usize, end: usize) -> Tag {
        (at + 1..end)
            .map(|at| self.tag(at))
            .find(|tag| !matches!(tag, Tag::Adverb | Tag::Negation))
            .unwrap_or(Tag::Stop)
    }
}

/// Whether a verb group is a past form alone.
fn is_bare(main: Tag, at: usize, group: &Group) -> bool {
    group.main == at && main == Tag::Verb(Form::Past)
}

/// Whether a past form is a participle without its "were": "40 people killed in the crash".
fn is_reduced(text: &Text<'_>, parser: &Parser, at: usize, end: usize) -> bool {
    let next = parser.after(at, end);
    let without_object =
        matches!(next, Tag::Preposition | Tag::Comma | Tag::Stop | Tag::Mark | Tag::Conjunction | Tag::Close)
            || matches!(next, Tag::Be(_) | Tag::Have(_) | Tag::Modal | Tag::Will | Tag::Verb(_));
    let lower = text.lower(at + 1);
    let agent = lower == "by" && !matches!(parser.tag(at + 2), Tag::Number);
    without_object && (agent || takes_object(&base(text.lower(at))))
}
