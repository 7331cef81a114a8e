//! What editors are given: every word of the vocabulary is read, and the grammar colours what the scanner finds.

use super::{WHOLE, shipped, shown};
use crate::facts::schema::{COMMON, Kind};
use crate::facts::value::Type;
use crate::language::format::{Kind as TokenKind, Wording, bodies, tokens};
use crate::language::layout;
use crate::language::unit::unit;
use crate::language::vocabulary::{self, Entry};
use crate::language::{self, Code, format, textmate};
use regex::Regex;
use serde_json::Value;

const EXTENSION: &str = "editors/vscode";
const GRAMMAR: &str = "editors/vscode/syntaxes/factlint.tmLanguage.json";

fn words(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.word).collect()
}

/// A rule around clauses, with what a rule needs.
fn rule(number: usize, bindings: &str, clauses: &str) -> String {
    let first = bindings.split([' ', ',']).nth(1).unwrap_or_default();
    format!(
        "rule t/r{number}\n  title     \"t\"\n  severity  note\n  for each  {bindings}\n{clauses}  \
         message   \"t\"\n  mark      {first} \"m\"\n  bad  > [[t]]\n  good > t\n"
    )
}

/// Checks rules; none may be wrong.
fn sound(rules: &[String]) {
    let (_, mut mistakes) = language::load(&[("t.rules", &rules.join("\n"))], &|_| Err("none".into()));
    // These rules are not about what is marked, nor about pairs.
    mistakes.retain(|mistake| !matches!(mistake.code, Code::Unmarked | Code::NoPlace | Code::Symmetric));
    assert!(mistakes.is_empty(), "\n{}", shown(&mistakes));
}

#[test]
fn the_lists_are_the_parser_s() {
    let renew = "src/language/vocabulary.rs has to say what each word is for";
    assert_eq!(words(vocabulary::ITEMS), layout::ITEMS, "{renew}");
    assert_eq!(words(vocabulary::CLAUSES), layout::CLAUSES, "{renew}");
}

#[test]
fn examples_of_the_vocabulary_are_read_and_formatted() {
    let check = |text: String| match format("t.rules", &text) {
        Ok(formatted) => assert_eq!(formatted, text),
        Err(error) => panic!("{text}{error:?}"),
    };
    for item in vocabulary::ITEMS {
        check(format!("{}\n", item.example));
    }
    for clause in vocabulary::CLAUSES {
        check(format!("rule t/t\n  {}\n", clause.example));
    }
    for option in vocabulary::OPTIONS {
        check(format!("rule t/t\n  bad  ({}) > t\n", option.example));
    }
    for (number, of) in vocabulary::COLUMN_TYPES.iter().enumerate() {
        let text = format!("table t{number} from \"t.csv\"\n  {}\n", of.example);
        assert!(format("t.rules", &text).is_ok(), "{text}");
    }
}

#[test]
fn relations_and_functions_are_checked() {
    let mut rules = Vec::new();
    for relation in vocabulary::RELATIONS {
        let clauses =
            format!("  where     a.sentence is b.sentence and {}\n  must      a.figure < 5\n", relation.example);
        rules.push(rule(rules.len(), "count a, count b", &clauses));
    }
    let tied = "  where     c.sentence is d.sentence and c.sentence is m.sentence and c.sentence is b.sentence\n";
    for function in vocabulary::functions() {
        let clauses = format!("{tied}  must      c.figure < 5\n  once per  {}\n", function.example);
        rules.push(rule(rules.len(), "count c, date d, measure m, breakdown b", &clauses));
    }
    for format in vocabulary::formats() {
        let clauses = format!(
            "{tied}  where     d.value is known and d.weekday is known\n  must      c.figure < 5\n  help      \"{}\"\n",
            format.example
        );
        rules.push(rule(
            rules.len(),
            "count c, date d, measure m, breakdown b, percent p",
            &clauses.replace("and c.sentence is b", "and p.sentence is c.sentence and c.sentence is b"),
        ));
    }
    sound(&rules);
}

#[test]
fn every_field_of_every_kind_is_known() {
    let mut rules = Vec::new();
    let mut lists = std::collections::BTreeSet::new();
    for kind in Kind::ALL {
        let schema = kind.schema();
        let own = schema.fields.iter().map(|field| (field.name, (field.of)()));
        for (field, of) in own.chain(COMMON.iter().map(|field| (field.name, (field.of)()))) {
            let clauses = format!("  must      some count z with (z.sentence is x.sentence)\n  once per  x.{field}\n");
            rules.push(rule(rules.len(), &format!("{} x", schema.name), &clauses));
            if let Type::Named(list) = of
                && lists.insert(list.name)
            {
                let members: Vec<_> = list.members.iter().map(|member| format!("{member:?}")).collect();
                let clauses = format!("  must      x.{field} is one of [{}]\n", members.join(", "));
                rules.push(rule(rules.len(), &format!("{} x", schema.name), &clauses));
            }
        }
    }
    assert!(rules.len() > 200 && lists.len() > 5);
    sound(&rules);
}

#[test]
fn units_are_known() {
    let units = vocabulary::units();
    assert!(units.len() > 100);
    for word in units {
        assert!(unit(word).is_some(), "{word}");
    }
}

#[test]
fn the_grammar_is_the_one_in_the_repository() {
    let renew = format!("cargo run -- schema --format textmate > {GRAMMAR}");
    let found = std::fs::read_to_string(GRAMMAR).unwrap_or_default();
    assert!(textmate() == found, "the grammar for editors is out of date; renew it: {renew}");
}

#[test]
fn the_extension_names_what_is_there() {
    let read = |path: &str| -> Value {
        let text =
            std::fs::read_to_string(format!("{EXTENSION}/{path}")).unwrap_or_else(|_| panic!("{path} is missing"));
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let contributes = &read("package.json")["contributes"];
    let grammar = &contributes["grammars"][0];
    assert_eq!(read(grammar["path"].as_str().unwrap())["scopeName"], grammar["scopeName"]);
    let language = &contributes["languages"][0];
    assert_eq!(language["id"], grammar["language"]);
    assert_eq!(read(language["configuration"].as_str().unwrap())["comments"]["lineComment"], "#");
}

/// What a TextMate engine does, as far as our grammar asks for it.
struct Engine {
    grammar: Value,
    expressions: std::collections::HashMap<String, Regex>,
}

/// A stretch of a line and the innermost name that it has.
type Coloured = (usize, usize, String);

impl Engine {
    fn new() -> Self {
        let grammar: Value = serde_json::from_str(&textmate()).unwrap();
        let mut engine = Self { grammar: grammar.clone(), expressions: std::collections::HashMap::new() };
        engine.compile(&grammar);
        engine
    }

    fn compile(&mut self, value: &Value) {
        if let Some(object) = value.as_object() {
            for (key, inside) in object {
                match inside.as_str() {
                    Some(expression) if matches!(key.as_str(), "match" | "begin" | "end") => {
                        let compiled = Regex::new(expression).unwrap_or_else(|error| panic!("{expression}: {error}"));
                        self.expressions.insert(expression.to_owned(), compiled);
                    }
                    _ => self.compile(inside),
                }
            }
        }
        value.as_array().into_iter().flatten().for_each(|inside| self.compile(inside));
    }

    /// The patterns of a list, with what they include.
    fn patterns<'g>(&'g self, list: &'g Value) -> Vec<&'g Value> {
        let one = |pattern: &'g Value| match pattern["include"].as_str() {
            Some(name) => {
                let named = &self.grammar["repository"][name.trim_start_matches('#')];
                assert!(!named.is_null(), "{name} is not in the repository");
                if named["patterns"].is_array() && named["begin"].is_null() {
                    self.patterns(&named["patterns"])
                } else {
                    vec![named]
                }
            }
            None => vec![pattern],
        };
        list.as_array().into_iter().flatten().flat_map(one).collect()
    }

    fn line(&self, line: &str) -> Vec<Coloured> {
        let mut coloured = Vec::new();
        self.inside(line, 0, line.len(), &self.grammar["patterns"], None, "", &mut coloured);
        coloured
    }

    /// Colours from `at` on, up to `limit` or to what ends the pattern; where it stopped.
    #[allow(clippy::too_many_arguments, reason = "the state of a small engine")]
    fn inside(
        &self,
        line: &str,
        mut at: usize,
        limit: usize,
        list: &Value,
        end: Option<&str>,
        name: &str,
        coloured: &mut Vec<Coloured>,
    ) -> usize {
        let patterns = self.patterns(list);
        loop {
            let line = line.get(..limit).unwrap();
            let ended = end.and_then(|end| self.expressions[end].find_at(line, at));
            let found = patterns.iter().filter_map(|pattern| {
                let expression = pattern["match"].as_str().or(pattern["begin"].as_str()).unwrap();
                self.expressions[expression].captures_at(line, at).map(|captures| (pattern, captures))
            });
            let first = found.min_by_key(|(_, captures)| captures.get(0).unwrap().start());
            let start = first.as_ref().map(|(_, captures)| captures.get(0).unwrap().start());
            if let Some(ended) = ended.filter(|ended| start.is_none_or(|start| ended.start() <= start)) {
                coloured.push((at, ended.end(), name.to_owned()));
                return ended.end();
            }
            let Some((pattern, captures)) = first else {
                coloured.push((at, limit, name.to_owned()));
                return limit;
            };
            let whole = captures.get(0).unwrap();
            coloured.push((at, whole.start(), name.to_owned()));
            let own = pattern["name"].as_str().unwrap_or(name);
            at = whole.end();
            if let Some(end) = pattern["end"].as_str() {
                coloured.push((whole.start(), whole.end(), own.to_owned()));
                at = self.inside(line, at, limit, &pattern["patterns"], Some(end), own, coloured);
                continue;
            }
            coloured.push((whole.start(), whole.end(), own.to_owned()));
            for (number, capture) in captures.iter().enumerate().skip(1) {
                let (Some(capture), Some(of)) = (capture, pattern["captures"].get(number.to_string())) else {
                    continue;
                };
                let own = of["name"].as_str().unwrap_or(own);
                coloured.push((capture.start(), capture.end(), own.to_owned()));
                if of["patterns"].is_array() {
                    self.inside(line, capture.start(), capture.end(), &of["patterns"], None, own, coloured);
                }
            }
            if whole.is_empty() {
                at += line.get(at..).unwrap().chars().next().map_or(1, char::len_utf8);
            }
            if at > limit {
                return limit;
            }
        }
    }
}

/// The name that the byte at `at` has in the end.
fn name_at(coloured: &[Coloured], at: usize) -> &str {
    coloured.iter().rev().find(|(start, end, _)| (*start..*end).contains(&at)).map_or("", |(.., name)| name)
}

#[test]
fn the_grammar_colours_what_the_scanner_finds() {
    let engine = Engine::new();
    let mut files = shipped();
    files.push(("whole.rules".into(), WHOLE.into()));
    let mut checked = 0;
    for (name, text) in &files {
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at + 1));
        let lines: Vec<Vec<Coloured>> = text.lines().map(|line| engine.line(line)).collect();
        let named = |at: usize| {
            let line = starts.partition_point(|start| *start <= at) - 1;
            name_at(&lines[line], at - starts[line])
        };
        let mut check = |at: usize, what: &str, wanted: &[&str]| {
            checked += 1;
            let found = named(at);
            let line = text.get(..at).unwrap().matches('\n').count() + 1;
            assert!(
                wanted.iter().any(|wanted| found.starts_with(wanted)),
                "{name}:{line}: {what} is coloured as `{found}`"
            );
        };
        for body in bodies(name, text) {
            check(body.word, "the word of an item or a clause", &["keyword.control.item", "keyword.other.clause"]);
            for line in body.texts {
                check(line, "a line of text", &["string.unquoted.text", "markup"]);
            }
            // Tags and ids are words of their own.
            let ids = ["tags", "instead"].iter().any(|word| text.get(body.word..).unwrap().starts_with(word));
            let wording = if ids { Wording::Ids } else { Wording::Names };
            let mut before = None;
            for token in tokens(&body.text, body.start, wording) {
                let field = before.replace(token.kind) == Some(TokenKind::Dot);
                let reserved = vocabulary::reserved().contains(&&*token.text);
                let wanted: &[&str] = match token.kind {
                    TokenKind::Word if field => &["variable.other.member"],
                    TokenKind::Word if reserved => &["keyword"],
                    TokenKind::Number => &["constant.numeric"],
                    TokenKind::Text => &["string.quoted"],
                    TokenKind::Pattern => &["punctuation.definition.regexp"],
                    TokenKind::Comment => &["comment"],
                    TokenKind::Sign => &["keyword.operator"],
                    _ => continue,
                };
                check(token.start, &token.text, wanted);
            }
        }
    }
    assert!(checked > 2_000, "{checked}");
}

#[test]
fn colours_of_a_line() {
    let engine = Engine::new();
    let check = |line: &str, words: &str, wanted: &str| {
        let at = line.find(words).unwrap();
        assert_eq!(name_at(&engine.line(line), at), wanted, "{words} in {line}");
    };
    check("rule count/too-many  # lamps", "count", "entity.name.function.rule");
    check("rule count/too-many  # lamps", "# l", "comment.line.number-sign");
    check("  message \"{a.text:long} # {b | \"none\"}\"", "# ", "string.quoted.double");
    check("  message \"{a.text:long} of\"", "text", "variable.other.member");
    check("  message \"{a.text:long} of\"", "long", "support.type.format");
    check("  message \"{a.text:long} of\"", "of", "string.quoted.double");
    check("  where a.of is b and a.x in 1 to 5 km", "of is", "variable.other.member");
    check("  where a.of is b and a.x in 1 to 5 km", "to", "keyword.operator.word");
    check("  where a.of is b and a.x in 1 to 5 km", "km", "keyword.other.unit");
    check("  where a is not one of b", "one of", "keyword.operator.word");
    check("  where a can be b", "be", "keyword.operator.word");
    check("  severity  error", "error", "constant.language.severity");
    check("  tags  street-lights, of  # is", "lights", "entity.name.tag");
    check("  tags  street-lights, of  # is", "# is", "comment.line.number-sign");
    check("  instead of count/per", "per", "entity.name.tag");
    check("  key name  text  also aliases split \"|\"", "key", "keyword.other.column");
    check("  key name  text  also aliases split \"|\"", "name", "variable.other.member");
    check("  key name  text  also aliases split \"|\"", "text", "support.type");
    check("  rooms  list of text split \"|\"", "split", "keyword.other.column");
    check("  rooms  list of text split \"|\"", "|", "string.quoted.double");
    check("            and c.text contains d", "text", "variable.other.member");
    check("  bad  (todo)", "todo", "keyword.other.option");
    check("  where sum(a) > 1_000", "sum", "support.function");
    check("  where a.text matches /x # y/i", "# y", "string.regexp");
    check("  bad (published 2018-07-26) > # One [[lamp]] is lit", "published", "keyword.other.option");
    check("  bad (published 2018-07-26) > # One [[lamp]] is lit", "2018", "constant.numeric.date");
    check("  bad (published 2018-07-26) > # One [[lamp]] is lit", "is lit", "string.unquoted.text");
    check("  bad (published 2018-07-26) > # One [[lamp]] is lit", "[[", "markup.bold.mark");
    check("    > where # is", "# is", "string.unquoted.text");
    check("  help \"x\" when a > b # c", "> b", "keyword.operator");
    check("  help > when a > b # c", "# c", "string.unquoted.text");
    check("  for each count c", "each", "keyword.other.clause");
}
