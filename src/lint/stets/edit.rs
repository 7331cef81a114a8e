//! Adds stets to the text of a file of signed stets, and leaves all else in it as it is.

use super::signed::{ENTRY, Entry};
use crate::lint::known::plain;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, TomlError, value};

/// Why stets cannot be added.
#[derive(Clone, Debug)]
pub enum Unwritable {
    /// The text is no TOML.
    Toml(Box<TomlError>),
    /// The stets stand in a list of their own making, to which no table can be added.
    Inline,
}

/// The text with these entries; one for the same finding as an entry that is there takes its place.
///
/// # Errors
///
/// Where the text is no TOML, or its stets are not written as `[[stet]]`.
pub fn with(text: &str, entries: &[Entry]) -> Result<String, Unwritable> {
    let mut document: DocumentMut = text.parse().map_err(|error| Unwritable::Toml(Box::new(error)))?;
    let heading = document.trailing().as_str().unwrap_or_default().to_owned();
    let stets = document.entry(ENTRY).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let Some(stets) = stets.as_array_of_tables_mut() else { return Err(Unwritable::Inline) };
    let first = stets.is_empty();
    for entry in entries {
        let place = stets.iter().position(|table| is_for(table, entry));
        if let Some(table) = place.and_then(|place| stets.get_mut(place)) {
            fill(table, entry);
        } else {
            let mut table = Table::new();
            fill(&mut table, entry);
            stets.push(table);
        }
    }
    // What stands behind the last table is the heading where there was no table.
    if first && let Some(table) = stets.get_mut(0) {
        table.decor_mut().set_prefix(if heading.is_empty() { heading } else { format!("{heading}\n") });
        document.set_trailing("");
    }
    Ok(document.to_string())
}

/// Whether a table is for the same finding.
fn is_for(table: &Table, entry: &Entry) -> bool {
    let text = |key: &str| table.get(key).and_then(Item::as_str);
    let words = |item: &Item| match item.as_array() {
        Some(words) => words.iter().filter_map(|words| words.as_str()).map(plain).collect(),
        None => item.as_str().map(plain).into_iter().collect::<Vec<_>>(),
    };
    text("rule") == Some(&entry.rule.what)
        && text("article") == Some(&entry.filed.path)
        && text("id") == entry.filed.id.as_deref()
        && table.get("words").map(words).is_some_and(|words| words == entry.words)
}

fn fill(table: &mut Table, entry: &Entry) {
    let words = match entry.words.as_slice() {
        [words] => value(words.as_str()),
        several => value(several.iter().map(String::as_str).collect::<Array>()),
    };
    let text = |text: &Option<String>| text.as_deref().map(value);
    let day = |day: Option<jiff::civil::Date>| {
        let day: Option<toml_edit::Datetime> = day.and_then(|day| day.to_string().parse().ok());
        day.map(value)
    };
    let keys = [
        ("rule", Some(value(entry.rule.what.as_str()))),
        ("words", Some(words)),
        ("article", Some(value(entry.filed.path.as_str()))),
        ("id", text(&entry.filed.id)),
        ("who", text(&entry.stet.who)),
        ("when", day(entry.stet.when)),
        ("why", Some(value(entry.stet.why.as_str()))),
        ("until", day(entry.stet.until)),
    ];
    for (key, item) in keys {
        match item {
            Some(item) => {
                table.insert(key, item);
            }
            None => {
                table.remove(key);
            }
        }
    }
}
