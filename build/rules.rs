//! Lists the rule files under `rules/` and the tables under `tables/` that come with the program.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

/// Writes `rules.rs`: the names and texts of all rule files and tables, in the order of their names.
pub(crate) fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    let mut code = String::new();
    for (list, folder, ending) in [("FILES", "rules", "rules"), ("TABLES", "tables", "csv")] {
        writeln!(code, "pub(super) static {list}: &[(&str, &str)] = &[")?;
        for name in names(folder, ending)? {
            let path = format!("{folder}/{name}");
            writeln!(code, "    ({path:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", {path:?}))),")?;
        }
        writeln!(code, "];")?;
    }
    std::fs::write(out.join("rules.rs"), code)?;
    Ok(())
}

fn names(folder: &str, ending: &str) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == ending)
            && let Some(name) = path.file_name().and_then(|name| name.to_str())
        {
            names.push(name.to_owned());
        }
    }
    names.sort();
    Ok(names)
}
