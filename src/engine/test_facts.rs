//! Articles and facts put together for tests.

use crate::article::{Article, Block, Part};
use crate::facts::Facts;
use crate::facts::exact::Exact;
use crate::facts::interval::Interval;
use crate::facts::model::{
    At, Attribution, Count, Event, Figure, Location, Name, Noun, Percent, Person, Quote, Source, Style, Verb,
};
use crate::facts::names::{Certainty, Hedge, PercentRole, QuoteKind, Role, Tense};
use crate::facts::schema::View;
use crate::source::Span;
use crate::text::Text;

/// An article with the facts that a test says it has.
pub(crate) struct Stage {
    pub(crate) article: Article,
    pub(crate) facts: Facts,
    /// Where the next fact is looked for, so that the same words can be two facts.
    from: usize,
}

impl Stage {
    /// An article of one block a line: `# ` is the headline, `## ` the standfirst, all others body.
    pub(crate) fn new(text: &str) -> Self {
        let mut article = Article { text: text.to_owned(), ..Article::default() };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let part = match line.split(' ').next() {
                Some("#") => Part::Headline,
                Some("##") => Part::Standfirst,
                _ => Part::Body,
            };
            let span = Span::new(at, at + line.trim_end().len());
            article.blocks.push(Block::new(part, span));
            at += line.len();
        }
        let at = At {
            span: Span::default(),
            sentence: 0,
            block: 0,
            part: Part::Body,
            quoted: false,
            negated: false,
            certainty: Certainty::Sure,
        };
        let voice = Source { at, name: Name { key: "".into(), span: Span::default() } };
        Self { article, facts: Facts { sources: vec![voice], ..Facts::default() }, from: 0 }
    }

    pub(crate) fn with_view<T>(&self, run: impl FnOnce(View<'_>) -> T) -> T {
        let text = Text::read(&self.article);
        run(View { article: &self.article, text: &text, facts: &self.facts })
    }

    /// Facts from here on are looked for from the start again.
    pub(crate) fn rewind(&mut self) -> &mut Self {
        self.from = 0;
        self
    }

    fn find(&mut self, words: &str) -> Span {
        let rest = self.article.text.get(self.from..).unwrap();
        let start = self.from + rest.find(words).unwrap_or_else(|| panic!("“{words}” is not in “{rest}”"));
        self.from = start + 1;
        Span::new(start, start + words.len())
    }

    pub(crate) fn at(&mut self, words: &str) -> At {
        let span = self.find(words);
        let text = Text::read(&self.article);
        let sentence = text.sentence_at(span.start);
        let block = text.sentences[sentence].block;
        At {
            span,
            sentence: sentence as u32,
            block: block as u32,
            part: self.article.blocks[block].part,
            quoted: false,
            negated: false,
            certainty: Certainty::Sure,
        }
    }

    /// A count such as "over 40 people": the noun is its last word, in the singular as given.
    pub(crate) fn count(&mut self, words: &str, value: Interval, noun: &str) -> &mut Count {
        let at = self.at(words);
        let head = words.rsplit(' ').next().unwrap().len() as u32;
        let span = Span { start: at.span.end - head, end: at.span.end };
        let noun = Noun { key: noun.into(), phrase: noun.into(), span, phrase_span: span };
        let figure = figure(at.span, value);
        self.facts.counts.push(Count {
            at,
            figure,
            noun,
            per: None,
            event: None,
            role: Role::Object,
            source: 0,
            as_of: None,
            revises: None,
            elided: false,
        });
        self.facts.counts.last_mut().unwrap()
    }

    pub(crate) fn percent(&mut self, words: &str, value: Interval, whole: Option<&str>) -> &mut Percent {
        let at = self.at(words);
        let noun = |key: &str| Noun { key: key.into(), phrase: key.into(), span: at.span, phrase_span: at.span };
        let figure = figure(at.span, value);
        self.facts.percents.push(Percent { at, figure, role: PercentRole::Share, whole: whole.map(noun), event: None });
        self.facts.percents.last_mut().unwrap()
    }

    pub(crate) fn event(&mut self, words: &str, key: &str) -> u32 {
        let at = self.at(words);
        let verb = Verb { key: key.into(), span: at.span };
        let event = Event { at, verb, agent: None, tense: Tense::Past, modal: false, key: key.into() };
        self.facts.events.push(event);
        self.facts.events.len() as u32 - 1
    }

    pub(crate) fn person(&mut self, words: &str, key: &str, ambiguous: bool) -> u32 {
        let at = self.at(words);
        let name = Name { key: key.into(), span: at.span };
        self.facts.people.push(Person { at, name, full_name: None, title: None, ambiguous });
        self.facts.people.len() as u32 - 1
    }

    pub(crate) fn location(&mut self, words: &str, key: &str) -> u32 {
        let at = self.at(words);
        self.facts.locations.push(Location { at, name: Name { key: key.into(), span: at.span } });
        self.facts.locations.len() as u32 - 1
    }

    pub(crate) fn quote(&mut self, words: &str) -> u32 {
        let at = self.at(words);
        self.facts.quotes.push(Quote { at, kind: QuoteKind::Direct, words: 6, speaker: None });
        self.facts.quotes.len() as u32 - 1
    }

    pub(crate) fn attribution(&mut self, words: &str, quote: Option<u32>) -> &mut Attribution {
        let at = self.at(words);
        let verb = Verb { key: "say".into(), span: at.span };
        self.facts.attributions.push(Attribution { at, speaker: 0, quote, verb });
        self.facts.attributions.last_mut().unwrap()
    }
}

/// Exactly so many.
pub(crate) fn exactly(n: i64) -> Interval {
    Interval::exactly(Exact::from(n))
}

fn figure(span: Span, value: Interval) -> Figure {
    Figure {
        written: value.single(),
        low: None,
        high: None,
        value,
        hedge: Hedge::Exactly,
        hedge_span: None,
        span,
        style: Style::default(),
    }
}
