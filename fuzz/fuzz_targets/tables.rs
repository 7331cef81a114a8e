//! Any text as the file of a table: it is read or refused, and every mistake has a place in one of the files.

#![no_main]

use factlint::language::load;
use libfuzzer_sys::fuzz_target;

const RULES: &str = r#"
words shops from "t.csv" column name
table lamps from "t.csv"
  key name text also aliases split "|"
  price    exact
  about    number
  since    date
  lit      yes_no
  rooms    list of text split ";"
table bare from "t.csv"
  key name text
rule a/b
  draft
  title    "x"
  for each count c, row r of lamps
  where    c.noun is r.name and c.noun in bare and c.noun is one of shops
  must     c.value <= r.price + size(lamps) or r.lit or r.since before article.published or "x" is one of r.rooms
  unless   r.about is missing
  message  "{c.text}: {size(lamps)}"
  mark     c "x"
"#;

fuzz_target!(|table: &str| {
    let (pack, mistakes) = load(&[("fuzz.rules", RULES)], &|_| Ok(table.to_owned()));
    for mistake in &mistakes {
        for label in &mistake.labels {
            assert!(label.source.text.get(label.span.range()).is_some(), "{mistake:?}");
        }
    }
    for table in &pack.tables {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        assert!(table.keys.values().all(|row| *row < table.rows.len()), "{}", table.name);
    }
});
