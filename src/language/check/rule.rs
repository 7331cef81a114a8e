//! Rules: from clauses to a rule that can be run.

use super::Checker;
use super::clauses::{Clauses, Line};
use super::connect::variables;
use super::constant;
use super::name::Bound;
use super::world::World;
use crate::facts::value::Type;
use crate::language::code::Code;
use crate::language::diagnostic::{Grade, Mistake};
use crate::language::layout::Item;
use crate::language::near::did_you_mean;
use crate::language::parse;
use crate::language::rule::{
    Across, Binding, Expr, Help, Mark, Rule, RuleSource, Setting, Severity, Suggest, Template, Unless,
};
use crate::language::syntax::{Clause, Word};
use std::sync::Arc;

/// How many settings a rule may have.
const MOST: usize = 100;

/// A rule, where it has no mistake, and its mistakes.
pub(super) struct Checked {
    pub(super) rule: Option<Rule>,
    pub(super) mistakes: Vec<Mistake>,
}

/// The conditions of a rule.
#[derive(Default)]
struct Conditions {
    bindings: Vec<Binding>,
    wheres: Vec<Expr>,
    must: Option<Expr>,
    unless: Vec<Unless>,
    once: Vec<Expr>,
}

/// What a rule says when it reports.
#[derive(Default)]
struct Said {
    message: Template,
    marks: Vec<Mark>,
    help: Vec<Help>,
    suggestions: Vec<Suggest>,
}

/// What a rule says of itself.
#[derive(Default)]
struct About {
    title: String,
    severity: Option<Severity>,
    tags: Vec<String>,
    why: String,
    instead_of: Vec<String>,
    draft: Option<String>,
    opt_in: Option<String>,
    across: Option<Across>,
}

/// Checks a rule of the file with that number.
pub(super) fn check<'a>(world: &World<'a>, source: &'a Arc<RuleSource>, number: usize, item: &Item<'a>) -> Checked {
    let mut checker = Checker::new(world, source);
    checker.number = number;
    let id = checker.id(item);
    let mut mistakes = Vec::new();
    let clauses = Clauses::read(source, item, &mut mistakes);
    checker.mistakes.append(&mut mistakes);
    let broken = ["for", "let", "setting"].iter().any(|keyword| clauses.is_broken(keyword));
    checker.lenient = broken || !clauses.has("for");
    let about = checker.about(&clauses.lines);
    let settings = checker.settings(&clauses.lines);
    let bindings = checker.all_bindings(&clauses.lines);
    checker.named(&clauses.lines);
    let conditions = checker.conditions(&clauses.lines, bindings);
    let said = checker.said(&clauses.lines);
    let examples = checker.examples(&clauses.lines, &settings, !said.suggestions.is_empty());
    checker.whole(&clauses, &conditions, &said, &settings);
    checker.complete(&clauses, id, about.draft.is_some());
    let fit = !item.broken && checker.mistakes.iter().all(|mistake| mistake.grade == Grade::Warning);
    let rule = match (id, conditions.must) {
        (Some(id), Some(must)) if fit && world.owns(number, id) => Some(Rule {
            id: id.text.to_owned(),
            source: number,
            pack: checker.pack,
            id_span: id.span,
            span: item.span,
            title: about.title,
            severity: about.severity.unwrap_or(Severity::Warning),
            tags: about.tags,
            why: about.why,
            settings,
            instead_of: about.instead_of,
            draft: about.draft,
            opt_in: about.opt_in,
            across: about.across,
            bindings: conditions.bindings,
            slots: checker.slots,
            lets: checker.lets.clone(),
            wheres: conditions.wheres,
            must,
            unless: conditions.unless,
            once: conditions.once,
            message: said.message,
            marks: said.marks,
            help: said.help,
            suggestions: said.suggestions,
            examples,
            amendments: Vec::new(),
            disagreements: Vec::new(),
        }),
        _ => None,
    };
    let rule = rule.map(|rule| checker.amended(rule));
    Checked { rule, mistakes: checker.mistakes }
}

impl<'a> Checker<'_, 'a> {
    fn id(&mut self, item: &Item<'a>) -> Option<Word<'a>> {
        let (id, mistake) = parse::rule_id(item.head, self.source);
        if let Some(mistake) = mistake {
            self.say(*mistake);
        }
        let id = id?;
        let part = |part: &str| {
            part.starts_with(|c: char| c.is_ascii_lowercase())
                && !part.ends_with('-')
                && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if id.text.split_once('/').is_some_and(|(group, name)| part(group) && part(name)) {
            return Some(id);
        }
        let mistake = self.mistake(Code::BadId, id.span, format!("`{}` is not the id of a rule", id.text));
        let help = "an id is a group and a name in lower case, such as `count/too-many`";
        self.say(mistake.labelled("not written as `group/name`").help(help));
        None
    }

    fn about(&mut self, lines: &[Line<'_, 'a>]) -> About {
        let mut about = About::default();
        for line in lines {
            match &line.clause {
                Clause::Title(title) => about.title = self.plain(title),
                Clause::Severity(word) => about.severity = self.severity(*word),
                Clause::Tags(tags) => about.tags.extend(tags.iter().map(|tag| tag.text.to_owned())),
                Clause::Why(Some(why)) => about.why = self.plain(why),
                Clause::Why(None) => about.why = line.text(),
                Clause::Instead(rules) => {
                    for rule in rules {
                        self.other_rule(*rule);
                    }
                    about.instead_of.extend(rules.iter().map(|rule| rule.text.to_owned()));
                }
                Clause::Across(within) => about.across = Some(self.across(within.as_ref())),
                Clause::Excuses(_) => {
                    let word = line.word();
                    let mistake = self.mistake(Code::Amends, word.span, "a rule cannot excuse its own examples");
                    self.say(mistake.labelled("only amendments excuse").help("mark a known gap with `bad (todo)`"));
                }
                Clause::Draft(why) => {
                    about.draft = Some(why.as_ref().map_or_else(String::new, |why| self.plain(why)));
                }
                Clause::Off(why) => about.opt_in = Some(self.plain(why)),
                _ => {}
            }
        }
        about
    }

    pub(super) fn severity(&mut self, word: Word<'_>) -> Option<Severity> {
        let severity = Severity::ALL.iter().copied().find(|severity| severity.word() == word.text);
        if severity.is_none() {
            let mistake =
                self.mistake(Code::UnknownSeverity, word.span, format!("there is no severity `{}`", word.text));
            let near = did_you_mean(word.text, Severity::ALL.iter().map(|severity| severity.word()));
            let help = near.unwrap_or_else(|| "a rule is an `error`, a `warning` or a `note`".into());
            self.say(mistake.labelled("no such severity").help(help));
        }
        severity
    }

    fn other_rule(&mut self, rule: Word<'_>) {
        if self.world.has_rule(rule.text) {
            return;
        }
        let mut mistake = self.mistake(Code::UnknownRule, rule.span, format!("there is no rule `{}`", rule.text));
        // Its pack may not be loaded here, and then nothing has to stand back.
        mistake.grade = Grade::Warning;
        let near = self.world.seeks().then(|| did_you_mean(rule.text, self.world.rule_ids())).flatten();
        self.say(mistake.labelled("no such rule").maybe_help(near));
    }

    fn settings(&mut self, lines: &[Line<'_, 'a>]) -> Vec<Setting> {
        let mut settings = Vec::new();
        for line in lines {
            let Clause::Setting(setting) = &line.clause else { continue };
            if settings.len() == MOST {
                let mistake =
                    self.mistake(Code::TooLarge, setting.name.span, format!("a rule has at most {MOST} settings"));
                self.say(mistake.labelled("one too many").help("split the rule"));
                break;
            }
            let about = setting.about.as_ref().map_or_else(String::new, |about| self.plain(about));
            let Some((value, of)) = self.only_literal(&setting.value) else {
                self.lenient = true;
                continue;
            };
            self.bind(setting.name, of.clone(), Bound::Setting(settings.len()));
            settings.push(Setting { name: setting.name.text.to_owned(), value, of, about });
        }
        settings
    }

    fn all_bindings(&mut self, lines: &[Line<'_, 'a>]) -> Vec<Binding> {
        let mut bindings = Vec::new();
        for line in lines {
            if let Clause::For(written) = &line.clause {
                bindings.extend(self.bindings(written));
            }
        }
        bindings
    }

    /// The named expressions, each of which may use those above it.
    fn named(&mut self, lines: &[Line<'_, 'a>]) {
        for line in lines {
            let Clause::Let(name, expr) = &line.clause else { continue };
            self.name_expression(*name, expr);
        }
    }

    fn conditions(&mut self, lines: &[Line<'_, 'a>], bindings: Vec<Binding>) -> Conditions {
        let mut conditions = Conditions { bindings, ..Conditions::default() };
        for line in lines {
            match &line.clause {
                Clause::Where(expr) => conditions.wheres.push(self.condition(expr)),
                Clause::Must(expr) => {
                    self.in_must = true;
                    conditions.must = Some(self.condition(expr));
                    self.in_must = false;
                }
                Clause::Unless(expr, because) => {
                    let expr = self.condition(expr);
                    let because = because.as_ref().map(|because| self.plain(because));
                    conditions.unless.push(Unless { source: self.number, expr, because });
                }
                Clause::Once(keys) => {
                    let keys: Vec<Expr> = keys.iter().map(|key| self.value(key, None)).collect();
                    conditions.once.extend(keys);
                }
                _ => {}
            }
        }
        conditions
    }

    fn said(&mut self, lines: &[Line<'_, 'a>]) -> Said {
        let mut said = Said::default();
        for line in lines {
            match &line.clause {
                Clause::Message(text) => said.message = self.template(text),
                Clause::Mark { each, thing, label } => said.marks.push(self.mark(*each, thing, label)),
                Clause::Help(Some(text), when) => {
                    let text = self.template(text);
                    let when = when.as_ref().map(|when| self.condition(when));
                    said.help.push(Help { text, when });
                }
                Clause::Help(None, _) => {
                    let piece = crate::language::rule::Piece::Text(line.text());
                    said.help.push(Help { text: Template { pieces: vec![piece] }, when: None });
                }
                Clause::Suggest { replace, with, because } => {
                    said.suggestions.push(self.suggest(replace, with, because.as_ref()));
                }
                _ => {}
            }
        }
        said
    }

    /// What can only be told of the rule as a whole, where its parts are sound.
    fn whole(&mut self, clauses: &Clauses<'_, 'a>, conditions: &Conditions, said: &Said, settings: &[Setting]) {
        let Conditions { bindings, wheres, must, .. } = conditions;
        let sound = |expr: &Expr| expr.of != Type::Unknown;
        if let Some(must) = must.as_ref().filter(|must| sound(must)) {
            self.polarity(must);
        }
        let joined = !clauses.is_broken("for") && !clauses.is_broken("where") && sound_parts(wheres);
        if joined && !clauses.is_broken("let") {
            self.connection(bindings, wheres);
        }
        if self.mistakes.iter().any(|mistake| mistake.grade == Grade::Error) || !clauses.broken.is_empty() {
            return;
        }
        let Some(must) = must else { return };
        self.symmetry(bindings, wheres, must);
        if clauses.has("across") {
            self.two_facts(&clauses.lines, bindings);
        }
        let known = self.relied_on(wheres, must);
        self.holes(&said.message, &known);
        for (number, mark) in said.marks.iter().enumerate() {
            if number == 0 {
                self.main_mark(&mark.expr, &known);
            }
            let mut known = known.clone();
            self.known_by(&mark.expr, &mut known);
            self.known_of_members(mark, bindings, &mut known);
            self.holes(&mark.label, &known);
        }
        for help in &said.help {
            self.help_holes(help, &known);
        }
        for suggestion in &said.suggestions {
            let mut known = known.clone();
            self.known_by(&suggestion.replace, &mut known);
            self.holes(&suggestion.with, &known);
        }
        let others = said.help.iter().filter_map(|help| help.when.as_ref()).collect();
        self.constants(&constant::Rule { bindings, settings, wheres, must, unless: &conditions.unless, others });
        self.unused_names();
        self.unmarked(&variables(bindings), &said.marks);
    }

    /// Says which clauses and examples are missing.
    fn complete(&mut self, clauses: &Clauses<'_, 'a>, id: Option<Word<'a>>, draft: bool) {
        let Some(id) = id else { return };
        let missing = clauses.missing();
        if !missing.is_empty() {
            let list: Vec<String> = missing.iter().map(|clause| format!("`{clause}`")).collect();
            let message = format!("the rule `{}` has no {}", id.text, list.join(", no "));
            let mistake = self.mistake(Code::MissingClause, id.span, message);
            let help = match missing.first() {
                Some(&"title") => "title     \"one line, for lists\"",
                Some(&"for each") => "for each  count c",
                Some(&"must") => "must      c.value <= 195",
                Some(&"message") => "message   \"{c.text} cannot be right\"",
                _ => "mark      c \"cannot be right\"",
            };
            self.say(mistake.labelled("in this rule").help(format!("add a line such as\n  {help}")));
        }
        let without = match (clauses.has("bad"), clauses.has("good")) {
            (true, true) => return,
            (false, true) => "no example that it must report",
            (true, false) => "no example that it must not report",
            (false, false) => "no examples",
        };
        if !draft {
            let message = format!("the rule `{}` has {without}", id.text);
            let mistake = self.mistake(Code::NoExample, id.span, message).labelled("in this rule");
            self.say(mistake.help("add `bad  > …` with `[[marks]]` and `good > …`, or make it a `draft`"));
        }
    }
}

/// Whether no condition has a part with a mistake.
fn sound_parts(conditions: &[Expr]) -> bool {
    let mut sound = true;
    for condition in conditions {
        condition.walk(&mut |expr| sound &= expr.of != Type::Unknown);
    }
    sound
}
