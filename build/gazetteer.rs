//! The gazetteer: four CSV tables in, static arrays and one index of all their names out.
//!
//! An entry of the index is, in bytes: the length of the name; the name in lower-case ASCII; the
//! most tokens of a name that begins with this word (1, else 0); the number of readings; and for
//! each its kind (1) and its row (2).

use crate::slots::slots;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// What a name is, as in `src/text/gazetteer.rs`.
mod kind {
    pub(crate) const COUNTRY: u8 = 0;
    pub(crate) const DEMONYM: u8 = 1;
    pub(crate) const STATE: u8 = 2;
    pub(crate) const STATE_DEMONYM: u8 = 3;
    pub(crate) const CITY: u8 = 4;
}

#[derive(Default)]
struct Entry {
    tokens: u8,
    readings: Vec<(u8, u16)>,
}

#[derive(Default)]
struct Index(BTreeMap<String, Entry>);

impl Index {
    /// Adds a name with either apostrophe.
    fn add(&mut self, name: &str, kind: u8, row: usize) -> Outcome<()> {
        let reading = (kind, u16::try_from(row)?);
        for name in [name.replace('’', "'"), name.replace('\'', "’")] {
            let key = name.to_ascii_lowercase();
            let tokens = tokens(&key);
            let first: String = key.chars().take_while(|c| c.is_alphanumeric() || "’'.".contains(*c)).collect();
            // The tokens of "st. louis" begin with "st", those of "u.s. virgin islands" with "u.s.".
            for first in [first.trim_end_matches('.').to_owned(), first] {
                let entry = self.0.entry(first).or_default();
                entry.tokens = entry.tokens.max(tokens);
            }
            let readings = &mut self.0.entry(key).or_default().readings;
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
        Ok(())
    }

    /// Adds demonyms and, where they can be words for people, their plurals.
    fn add_people(&mut self, demonyms: &str, kind: u8, row: usize) -> Outcome<()> {
        for demonym in list(demonyms) {
            self.add(demonym, kind, row)?;
            if !["s", "h", "ese", "men"].iter().any(|ending| demonym.ends_with(ending)) {
                self.add(&format!("{demonym}s"), kind, row)?;
            }
        }
        Ok(())
    }

    fn write(&self, out: &Path) -> Outcome<()> {
        let mut bytes = vec![0];
        let mut places = Vec::new();
        for (name, entry) in &self.0 {
            places.push((name.as_str(), bytes.len()));
            bytes.push(u8::try_from(name.len())?);
            bytes.extend(name.as_bytes());
            bytes.push(entry.tokens);
            bytes.push(u8::try_from(entry.readings.len())?);
            for (kind, row) in &entry.readings {
                bytes.push(*kind);
                bytes.extend(row.to_le_bytes());
            }
        }
        fs::write(out.join("gazetteer.slots"), slots(places.into_iter())?)?;
        fs::write(out.join("gazetteer.entries"), bytes)?;
        Ok(())
    }
}

/// No fewer than the tokens of a name: its words and its marks.
fn tokens(name: &str) -> u8 {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    let marks = name.chars().filter(|c| !c.is_alphanumeric() && *c != ' ').count();
    u8::try_from(words + marks).unwrap_or(u8::MAX)
}

/// Writes `gazetteer.rs`, `gazetteer.slots` and `gazetteer.entries`.
pub(crate) fn write(out: &Path) -> Outcome<()> {
    let mut index = Index::default();
    let mut code = String::new();
    countries(&mut code, &mut index)?;
    states(&mut code, &mut index)?;
    cities(&mut code, &mut index)?;
    fs::write(out.join("gazetteer.rs"), code)?;
    index.write(out)
}

fn countries(code: &mut String, index: &mut Index) -> Outcome<()> {
    writeln!(code, "pub(super) static COUNTRIES: &[Country] = &[")?;
    let mut number = 0;
    for (table, sovereign) in [("countries", true), ("territories", false)] {
        for row in rows(table)? {
            let [name, aliases, demonyms, capitals, ..] = row.as_slice() else { return Err(short(table)) };
            let (continent, population) = match (sovereign, row.get(4..)) {
                (true, Some([continent, population, ..])) => (continent.as_str(), population),
                (false, Some([population, ..])) => ("", population),
                _ => return Err(short(table)),
            };
            let population: u64 = if population.is_empty() { 0 } else { population.parse()? };
            let iso = row.get(7).map_or("", String::as_str);
            let member = row.get(6).is_some_and(|member| member == "yes");
            writeln!(
                code,
                "Country {{ name: {name:?}, aliases: &{:?}, demonyms: &{:?}, capitals: &{:?}, continent: {continent:?}, \
                 population: {population}, un_member: {member}, code: {iso:?}, is_sovereign: {sovereign} }},",
                list(aliases),
                list(demonyms),
                list(capitals),
            )?;
            // "The Gambia" is found as "Gambia".
            for name in list(aliases).into_iter().chain([name.as_str()]).filter(|name| !name.starts_with("The ")) {
                index.add(name, kind::COUNTRY, number)?;
            }
            index.add_people(demonyms, kind::DEMONYM, number)?;
            number += 1;
        }
    }
    writeln!(code, "];")?;
    Ok(())
}

fn states(code: &mut String, index: &mut Index) -> Outcome<()> {
    writeln!(code, "pub(super) static STATES: &[State] = &[")?;
    for (number, row) in rows("us_states")?.into_iter().enumerate() {
        let [name, postal, ap, capital, demonyms] = row.as_slice() else { return Err(short("us_states")) };
        writeln!(
            code,
            "State {{ name: {name:?}, postal: {postal:?}, ap: {ap:?}, capital: {capital:?}, demonyms: &{:?} }},",
            list(demonyms)
        )?;
        index.add(name, kind::STATE, number)?;
        index.add_people(demonyms, kind::STATE_DEMONYM, number)?;
    }
    writeln!(code, "];")?;
    Ok(())
}

fn cities(code: &mut String, index: &mut Index) -> Outcome<()> {
    writeln!(code, "pub(super) static CITIES: &[City] = &[")?;
    let mut cities = Vec::new();
    for row in rows("cities")? {
        let population: u64 = row.get(4).ok_or_else(|| short("cities"))?.parse()?;
        cities.push((population, row));
    }
    // The most populous first, so that it is the first reading of its name.
    cities.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    for (number, (population, row)) in cities.iter().enumerate() {
        let [name, aliases, country, state, _] = row.as_slice() else { return Err(short("cities")) };
        writeln!(
            code,
            "City {{ name: {name:?}, aliases: &{:?}, country: {country:?}, state: {state:?}, population: {population} }},",
            list(aliases)
        )?;
        for name in list(aliases).into_iter().chain([name.as_str()]) {
            index.add(name, kind::CITY, number)?;
        }
    }
    writeln!(code, "];")?;
    Ok(())
}

fn list(cell: &str) -> Vec<&str> {
    cell.split('|').filter(|word| !word.is_empty()).collect()
}

fn short(table: &str) -> Box<dyn Error> {
    format!("a row of tables/{table}.csv has too few cells").into()
}

/// The cells of all rows below the header.
fn rows(table: &str) -> Outcome<Vec<Vec<String>>> {
    let text = fs::read_to_string(format!("tables/{table}.csv"))?;
    Ok(text.lines().skip(1).map(cells).collect())
}

/// The cells of a line, those in quotation marks with commas inside.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().into_iter().for_each(|cell| cell.push(c)),
        }
    }
    cells
}
