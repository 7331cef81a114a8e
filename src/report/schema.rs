//! The schema of facts, for people and for machines.

use crate::facts::names::LISTS;
use crate::facts::schema::{COMMON, Kind};
use crate::facts::value::{ThingKind, Type};
use crate::language::vocabulary::{self, Entry};
use serde::Serialize;
use std::fmt::Write;

#[derive(Serialize)]
pub(super) struct Schema {
    pub(super) kinds: Vec<KindLine>,
    pub(super) common: Vec<FieldLine>,
    pub(super) lists: Vec<ListLine>,
    language: Language,
}

/// What an editor completes and explains while a rule is written.
#[derive(Serialize)]
struct Language {
    items: &'static [Entry],
    clauses: &'static [Entry],
    relations: &'static [Entry],
    functions: Vec<Entry>,
    formats: Vec<Entry>,
    example_options: &'static [Entry],
    column_types: &'static [Entry],
    units: Vec<&'static str>,
    scales: &'static [&'static str],
    reserved: &'static [&'static str],
}

fn language() -> Language {
    Language {
        items: vocabulary::ITEMS,
        clauses: vocabulary::CLAUSES,
        relations: vocabulary::RELATIONS,
        functions: vocabulary::functions(),
        formats: vocabulary::formats(),
        example_options: vocabulary::OPTIONS,
        column_types: vocabulary::COLUMN_TYPES,
        units: vocabulary::units(),
        scales: vocabulary::scales(),
        reserved: vocabulary::reserved(),
    }
}

#[derive(Serialize)]
pub(super) struct KindLine {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) fields: Vec<FieldLine>,
}

#[derive(Serialize)]
pub(super) struct FieldLine {
    pub(super) name: &'static str,
    #[serde(rename = "type")]
    pub(super) of: String,
    pub(super) optional: bool,
    pub(super) about: &'static str,
}

#[derive(Serialize)]
pub(super) struct ListLine {
    pub(super) name: &'static str,
    pub(super) members: &'static [&'static str],
}

/// All kinds of fact and what is said of them.
pub(super) fn schema() -> Schema {
    let kinds = Kind::ALL.iter().map(|kind| {
        let kind = kind.schema();
        let fields = kind.fields.iter().map(|field| FieldLine {
            name: field.name,
            of: type_name(&(field.of)()),
            optional: field.optional,
            about: field.about,
        });
        KindLine { name: kind.name, about: kind.about, fields: fields.collect() }
    });
    let common = COMMON.iter().map(|field| FieldLine {
        name: field.name,
        of: type_name(&(field.of)()),
        optional: false,
        about: field.about,
    });
    let lists = LISTS.iter().map(|list| ListLine { name: list.name, members: list.members });
    Schema { kinds: kinds.collect(), common: common.collect(), lists: lists.collect(), language: language() }
}

/// The schema as a JSON document, with the words of the rule language.
pub fn json() -> String {
    serde_json::to_string_pretty(&schema()).unwrap_or_default() + "\n"
}

/// The schema as a page.
pub fn page() -> String {
    let schema = schema();
    let mut page = String::from("Every fact has, beside its own fields (`?`: may be absent):\n");
    // Writing to a string cannot fail.
    for field in &schema.common {
        let _ = writeln!(page, "{}", line(field));
    }
    for kind in &schema.kinds {
        let _ = writeln!(page, "\n{}: {}", kind.name, kind.about);
        for field in &kind.fields {
            let _ = writeln!(page, "{}", line(field));
        }
    }
    page.push('\n');
    for list in &schema.lists {
        let _ = writeln!(page, "{} = {}", list.name, list.members.join(", "));
    }
    page
}

fn line(field: &FieldLine) -> String {
    let of = format!("{}{}", field.of, if field.optional { "?" } else { "" });
    format!("  {:12} {of:14} {}", field.name, field.about)
}

/// A type's name in the rule language.
fn type_name(of: &Type) -> String {
    match of {
        Type::Number => "number".to_owned(),
        Type::Exact => "exact".to_owned(),
        Type::Percent => "percent".to_owned(),
        Type::Points => "points".to_owned(),
        Type::Share => "share".to_owned(),
        Type::Measure => "measure".to_owned(),
        Type::Money => "money".to_owned(),
        Type::Time => "time".to_owned(),
        Type::AnyQuantity => "any quantity".to_owned(),
        Type::Date => "date".to_owned(),
        Type::Text => "text".to_owned(),
        Type::YesNo => "yes/no".to_owned(),
        Type::Named(list) => list.name.to_owned(),
        Type::Thing(ThingKind::Noun) => "noun".to_owned(),
        Type::Thing(ThingKind::Verb) => "verb".to_owned(),
        Type::Thing(ThingKind::Name) => "name".to_owned(),
        Type::Thing(ThingKind::Unit) => "unit".to_owned(),
        Type::Fact(kind) => kind.word().to_owned(),
        Type::Set(of) => format!("set of {}", type_name(of)),
        Type::Row(_) => "row".to_owned(),
        Type::Unknown => "unknown".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schema_says_what_a_count_has() {
        let page = super::page();
        assert!(page.contains("\ncount: a number of things\n"), "{page}");
        assert!(page.contains("  event        event?         the event that it takes part in\n"), "{page}");
        let json: serde_json::Value = serde_json::from_str(&super::json()).expect("a JSON document");
        let clauses = json["language"]["clauses"].as_array().expect("a list of clauses");
        assert!(clauses.iter().any(|clause| clause["word"] == "must" && clause["about"] != ""));
        let kinds = json["kinds"].as_array().expect("a list of kinds");
        assert!(kinds.iter().any(|kind| kind["name"] == "breakdown" && kind["fields"][1]["type"] == "set of count"));
    }
}
