//! The README and the pages under `tests/commands/` show what the program really prints.

#[test]
fn the_pages_are_true() {
    trycmd::TestCases::new().case("README.md").case("tests/commands/*.md");
}
