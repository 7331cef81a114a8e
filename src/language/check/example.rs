//! Examples: their marks, options and what they become.

use super::Checker;
use super::clauses::Line;
use super::literal::read_date;
use super::name::Bound;
use crate::facts::date::Precision;
use crate::language::code::Code;
use crate::language::near::did_you_mean;
use crate::language::rule::{Example, Literal, Setting};
use crate::language::syntax::{Clause, ExampleOption, Word};
use crate::source::Span;
use jiff::civil::Date;

/// What the options in brackets say.
#[derive(Default)]
struct Options {
    published: Option<Date>,
    name: Option<String>,
    settings: Vec<(usize, Literal)>,
    todo: bool,
}

impl<'a> Checker<'_, 'a> {
    /// The examples of a rule, each with the `becomes` and `says` under it.
    pub(super) fn examples(&mut self, lines: &[Line<'_, 'a>], settings: &[Setting], suggests: bool) -> Vec<Example> {
        let mut examples: Vec<Example> = Vec::new();
        for line in lines {
            match &line.clause {
                Clause::Bad(options) => examples.extend(self.example(true, line, options, settings)),
                Clause::Good(options) => examples.extend(self.example(false, line, options, settings)),
                Clause::Becomes => self.becomes(line, examples.last_mut(), suggests),
                Clause::Says(says) => {
                    let says = self.plain(says);
                    match examples.last_mut().filter(|example| example.bad) {
                        Some(example) => {
                            example.says = Some(says);
                            example.span = example.span.to(line.span());
                        }
                        None => self.no_bad(line.word()),
                    }
                }
                _ => {}
            }
        }
        examples
    }

    fn example(
        &mut self,
        bad: bool,
        line: &Line<'_, 'a>,
        options: &[ExampleOption<'a>],
        settings: &[Setting],
    ) -> Option<Example> {
        let options = self.options(options, settings);
        if line.raw.text.is_empty() {
            let word = line.word();
            let mistake = self.mistake(Code::Unexpected, word.span, format!("this `{}` has no text", word.text));
            self.say(mistake.labelled("a line of text is missing").help("each line of an example starts with `>`"));
            return None;
        }
        let marks = self.marks(line);
        let word = line.word();
        if bad && marks == Some(0) && !options.todo {
            let mistake = self.mistake(Code::ExampleMarks, word.span, "nothing is marked in this example");
            self.say(
                mistake.labelled("no `[[…]]` under it").help("put `[[` and `]]` round every place that is reported"),
            );
        } else if !bad && marks.is_some_and(|marks| marks > 0) {
            let mistake = self.mistake(Code::ExampleMarks, word.span, "a good example has nothing to mark");
            self.say(
                mistake.labelled("marks `[[…]]` under it").help("leave out the marks, or make it a `bad` example"),
            );
        }
        Some(Example {
            source: self.number,
            bad,
            text: line.text(),
            line_starts: line.raw.text.iter().map(|line| line.span.start).collect(),
            span: line.span(),
            published: options.published,
            name: options.name,
            settings: options.settings,
            todo: options.todo,
            says: None,
            becomes: None,
        })
    }

    /// How many marks a text has; none where they do not pair, and that was said.
    fn marks(&mut self, line: &Line<'_, 'a>) -> Option<usize> {
        let (mut count, mut open) = (0, Vec::new());
        for text in &line.raw.text {
            let mut rest = text.text;
            while let Some(at) = rest.find(['[', ']']) {
                let found = rest.get(at..).unwrap_or_default();
                let after_one = found.get(1..).unwrap_or_default();
                let Some(after) = found.strip_prefix("[[").or_else(|| found.strip_prefix("]]")) else {
                    rest = after_one;
                    continue;
                };
                let start = text.span.end as usize - found.len();
                let span = Span::new(start, start + 2);
                if found.starts_with("[[") {
                    open.push(span);
                    count += 1;
                } else if open.pop().is_none() {
                    return self.unpaired(span, "no `[[` stands before it");
                }
                rest = after;
            }
        }
        match open.pop() {
            Some(span) => self.unpaired(span, "no `]]` closes it"),
            None => Some(count),
        }
    }

    fn unpaired(&mut self, span: Span, label: &str) -> Option<usize> {
        let mistake = self.mistake(Code::ExampleMarks, span, "the marks of this example do not pair");
        self.say(mistake.labelled(label).help("marks are written `[[like this]]`"));
        None
    }

    fn becomes(&mut self, line: &Line<'_, 'a>, example: Option<&mut Example>, suggests: bool) {
        let Some(example) = example.filter(|example| example.bad) else { return self.no_bad(line.word()) };
        if line.raw.text.is_empty() {
            let mistake = self.mistake(Code::Unexpected, line.word().span, "this `becomes` has no text");
            self.say(mistake.help("each line of an example starts with `>`"));
        } else if !suggests {
            let mistake =
                self.mistake(Code::Becomes, line.word().span, "nothing is suggested that the text could become");
            self.say(mistake.help("add a clause such as `suggest replace c with \"…\"`"));
        }
        example.becomes = Some(line.text());
        example.span = example.span.to(line.span());
    }

    fn no_bad(&mut self, word: Word<'_>) {
        let message = format!("`{}` belongs under a `bad` example", word.text);
        let mistake = self.mistake(Code::Becomes, word.span, message);
        self.say(mistake.labelled("no `bad` example stands above it"));
    }

    fn options(&mut self, written: &[ExampleOption<'_>], settings: &[Setting]) -> Options {
        let mut options = Options::default();
        for option in written {
            match option {
                ExampleOption::Published(date) => options.published = self.published(*date),
                ExampleOption::Name(name) => options.name = Some(self.plain(name)),
                ExampleOption::Setting(name, value) => {
                    let value = self.only_literal(value);
                    let number = self.setting_number(*name, settings);
                    let (Some(number), Some((value, of))) = (number, value) else { continue };
                    let fits = settings.get(number).is_some_and(|setting| setting.of == of);
                    if fits {
                        options.settings.push((number, value));
                        continue;
                    }
                    let message = format!("`{}` is set to something of another type", name.text);
                    let mistake = self.mistake(Code::ExampleOption, name.span, message);
                    self.say(mistake.help("a setting keeps the type of its default"));
                }
                ExampleOption::Todo => options.todo = true,
            }
        }
        options
    }

    fn published(&mut self, date: Word<'_>) -> Option<Date> {
        match read_date(date.text) {
            Some(range) if range.precision == Precision::Day => Some(range.first),
            Some(_) => {
                let mistake = self.mistake(Code::ExampleOption, date.span, "an article is published on a day");
                self.say(mistake.labelled("not a day").help("write the whole date: 2017-12-19"));
                None
            }
            None => {
                self.date(date);
                None
            }
        }
    }

    fn setting_number(&mut self, name: Word<'_>, settings: &[Setting]) -> Option<usize> {
        let number = settings.iter().position(|setting| setting.name == name.text);
        if number.is_none() && !self.lenient {
            let mistake =
                self.mistake(Code::ExampleOption, name.span, format!("the rule has no setting `{}`", name.text));
            let near = did_you_mean(name.text, settings.iter().map(|setting| setting.name.as_str()));
            self.say(mistake.labelled("no such setting").maybe_help(near));
        }
        if let Some(local) =
            self.locals.iter_mut().find(|local| local.name == name.text && matches!(local.what, Bound::Setting(_)))
        {
            local.used = true;
        }
        number
    }
}
