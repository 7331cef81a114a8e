//! Turns the tables under `tables/` into the forms that the program looks up in place.

#[path = "build/gazetteer.rs"]
mod gazetteer;
#[path = "build/lexicon.rs"]
mod lexicon;
#[path = "src/text/lookup.rs"]
mod lookup;
#[path = "build/rules.rs"]
mod rules;
#[path = "build/slots.rs"]
mod slots;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/text/lookup.rs");
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=tables");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    gazetteer::write(&out)?;
    lexicon::write(&out)?;
    rules::write(&out)?;
    Ok(())
}
