//! Every format of reports is read by a reader that is not ours, with articles whose words and names are awkward.

#![expect(clippy::unwrap_used, reason = "a test stops where the program cannot be run")]

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// Marks of XML and Markdown, an emoji, right-to-left words, a control character, a figure that is wrong.
const AWKWARD: &str = "# <b>Storm</b> \"kills\" & 'stays' | 😀\n\nSales \u{202e}rose\u{202c} by 50%, from 100 to 130, said “the \u{7}mayor” of تل أبيب.\n\nThe worm hit 300,000 computers\nin 150 computers.\n\n<!-- stet percent/*: checked with \"them\" -->\n\nSales rose by 60%, from 100 to 130.\n";
const NAME: &str = "a <b> & \"c\", 100%: é.md";

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join(NAME), AWKWARD).unwrap();
    fs::write(folder.path().join("clean.md"), "# Storm\n\nIt rained.\n").unwrap();
    let records = "{\"id\": \"é<1>\", \"body\": \"The worm hit 300,000 computers in 150 computers.\"}\n{\"id\": \n";
    fs::write(folder.path().join("feed.jsonl"), records).unwrap();
    folder
}

fn check(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
    command.current_dir(folder).env_remove("GITHUB_STEP_SUMMARY").args(["check", "--isolated"]).args(arguments);
    command.output().unwrap()
}

fn report(format: &str) -> String {
    let folder = folder();
    let output = check(folder.path(), &["--format", format]);
    assert_eq!(output.status.code(), Some(2), "a record cannot be read");
    String::from_utf8(output.stdout).unwrap()
}

/// Holds a report in JSON to a schema of `tests/schemas`.
fn fits(report: &str, schema: &str) {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(schema);
    let schema: Value = serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let report: Value = serde_json::from_str(report).unwrap();
    let wrong: Vec<String> =
        validator.iter_errors(&report).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Holds a report in XML to a schema of `tests/schemas`, with libxml's reader. Where there is none, that is said; where
/// `FACTLINT_XMLLINT` is set, there has to be one.
fn fits_xml(report: &str, schema: &str) {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(schema);
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(report.as_bytes()).unwrap();
    let ran = Command::new("xmllint").arg("--noout").arg("--schema").arg(schema).arg(file.path()).output();
    match ran {
        Ok(output) => assert!(output.status.success(), "{}\n{report}", String::from_utf8_lossy(&output.stderr)),
        Err(why) => {
            assert!(std::env::var_os("FACTLINT_XMLLINT").is_none(), "xmllint: {why}");
            let said = format!("not held to its XML schema: xmllint (of libxml2-utils) cannot be run: {why}\n");
            std::io::stderr().write_all(said.as_bytes()).unwrap();
        }
    }
}

#[test]
fn every_report_fits_its_schema() {
    let empty = TempDir::new().unwrap();
    fs::write(empty.path().join("clean.md"), "# Storm\n\nIt rained.\n").unwrap();
    let nothing = |format: &str| String::from_utf8(check(empty.path(), &["--format", format]).stdout).unwrap();
    let odd = folder();
    #[cfg(unix)]
    fs::write(odd.path().join("a\nb \u{7} 😀 تل 'أ'.md"), AWKWARD).unwrap();
    let odd = |format: &str| String::from_utf8(check(odd.path(), &["--format", format]).stdout).unwrap();
    let known = folder();
    fs::remove_file(known.path().join("feed.jsonl")).unwrap();
    check(known.path(), &["--write-baseline=known"]);
    let suppressed = |format: &str| {
        let output = check(known.path(), &["--baseline", "known", "--show-stets", "--format", format]);
        String::from_utf8(output.stdout).unwrap()
    };
    for (format, schema) in [("sarif", "sarif-2.1.0.json"), ("gitlab", "gitlab.json"), ("rdjson", "rdjson.json")] {
        for text in [odd(format), nothing(format), suppressed(format)] {
            fits(&text, schema);
        }
    }
    for (format, schema) in [("junit", "junit.xsd"), ("checkstyle", "checkstyle.xsd")] {
        for text in [odd(format), nothing(format), suppressed(format)] {
            fits_xml(&text, schema);
        }
    }
}

/// A schema that takes everything would prove nothing.
#[test]
fn the_schemas_refuse_what_is_wrong() {
    for (format, schema, right, wrong) in [
        ("sarif", "sarif-2.1.0.json", "\"startLine\":3", "\"startLine\":0"),
        ("sarif", "sarif-2.1.0.json", "\"ruleId\"", "\"rule\""),
        ("gitlab", "gitlab.json", "\"major\"", "\"grave\""),
        ("rdjson", "rdjson.json", "\"ERROR\"", "\"error\""),
        ("junit", "junit.xsd", "<testcase ", "<case "),
        ("junit", "junit.xsd", "tests=\"", "tests=\"a"),
        ("checkstyle", "checkstyle.xsd", "severity=\"error\"", "severity=\"grave\""),
    ] {
        let text = report(format);
        assert!(text.contains(right), "{format}: {right}\n{text}");
        let text = text.replace(right, wrong);
        let is_xml = matches!(format, "junit" | "checkstyle");
        let refused = std::panic::catch_unwind(|| if is_xml { fits_xml(&text, schema) } else { fits(&text, schema) });
        let reads = !is_xml || Command::new("xmllint").arg("--version").output().is_ok();
        assert!(refused.is_err() || !reads, "{schema} takes {wrong}");
    }
}

#[test]
fn sarif() {
    let text = report("sarif");
    let value: Value = serde_json::from_str(&text).unwrap();
    let read: serde_sarif::sarif::Sarif = serde_json::from_str(&text).unwrap();
    assert_eq!(named(&serde_json::to_value(&read).unwrap()), named(&value), "a field that SARIF does not have");
    let run = &value["runs"][0];
    let rules: Vec<&str> =
        run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 4);
    let mut fingerprints: Vec<&str> = Vec::new();
    for result in results {
        assert!(rules.contains(&result["ruleId"].as_str().unwrap()));
        fingerprints.push(result["partialFingerprints"]["factlint/v1"].as_str().unwrap());
    }
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), 4);
    let stands: Vec<&Value> = results.iter().filter(|result| result["suppressions"] != Value::Array(vec![])).collect();
    assert_eq!(stands.len(), 1);
    assert_eq!(stands[0]["suppressions"][0]["kind"], "inSource");
    let replaced = &results[0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replaced["insertedContent"]["text"], "30%");
    // Columns count characters, marks without width among them.
    assert_eq!(
        replaced["deletedRegion"],
        serde_json::json!({ "startLine": 3, "startColumn": 17, "endLine": 3, "endColumn": 20 })
    );
    assert_eq!(
        results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "a%20%3Cb%3E%20%26%20%22c%22%2C%20100%25%3A%20%C3%A9.md"
    );
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(
        invocation["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]["region"]["startLine"],
        2
    );
}

/// The value without what is empty, which a reader may leave out.
fn named(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| (name.clone(), named(value)));
            fields.filter(|(_, value)| *value != Value::Array(vec![]) && !value.is_null()).collect()
        }
        Value::Array(values) => values.iter().map(named).collect(),
        other => other.clone(),
    }
}

#[test]
fn what_a_baseline_knows_is_suppressed_in_sarif() {
    let folder = folder();
    fs::remove_file(folder.path().join("feed.jsonl")).unwrap();
    assert_eq!(check(folder.path(), &["--write-baseline=known"]).status.code(), Some(0));
    let output = check(folder.path(), &["--baseline", "known", "--format", "sarif"]);
    assert_eq!(output.status.code(), Some(0));
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    let results = value["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 3);
    assert!(results.iter().all(|result| !result["suppressions"].as_array().unwrap().is_empty()));
}

#[test]
fn gitlab() {
    let issues: Value = serde_json::from_str(&report("gitlab")).unwrap();
    let issues = issues.as_array().unwrap();
    assert_eq!(issues.len(), 4);
    let mut fingerprints: Vec<&str> = issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), 4);
    for issue in issues {
        assert!(issue["description"].is_string() && issue["check_name"].is_string());
        assert!(issue["location"]["path"].is_string() && issue["location"]["lines"]["begin"].is_u64());
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().unwrap()));
    }
    assert_eq!(issues[0]["location"]["path"], NAME);
}

#[test]
fn rdjson_counts_bytes() {
    let result: Value = serde_json::from_str(&report("rdjson")).unwrap();
    let diagnostics = result["diagnostics"].as_array().unwrap();
    assert_eq!(diagnostics.len(), 4);
    let suggestion = &diagnostics[0]["suggestions"][0];
    let line = AWKWARD.lines().nth(2).unwrap();
    let column = |end: &str| suggestion["range"][end]["column"].as_u64().unwrap() as usize - 1;
    assert_eq!(line.get(column("start")..column("end")), Some("50%"));
    assert_eq!(suggestion["text"], "30%");
    for diagnostic in diagnostics {
        assert!(["ERROR", "WARNING", "INFO"].contains(&diagnostic["severity"].as_str().unwrap()));
        assert!(diagnostic["location"]["range"]["start"]["line"].is_u64());
    }
}

#[test]
fn junit() {
    let text = report("junit");
    let document = roxmltree::Document::parse(&text).unwrap();
    let root = document.root_element();
    assert_eq!(root.tag_name().name(), "testsuites");
    let suites: Vec<_> = root.children().filter(roxmltree::Node::is_element).collect();
    assert_eq!(suites.len(), 4, "the clean article is a suite too");
    for suite in &suites {
        let count = |name: &str| suite.attribute(name).unwrap().parse::<usize>().unwrap();
        let cases: Vec<_> = suite.children().filter(roxmltree::Node::is_element).collect();
        let with =
            |name: &str| cases.iter().filter(|case| case.children().any(|child| child.has_tag_name(name))).count();
        assert_eq!((count("tests"), count("failures"), count("errors")), (cases.len(), with("failure"), with("error")));
    }
    assert_eq!(suites[0].attribute("name"), Some(NAME));
}

#[test]
fn checkstyle() {
    let text = report("checkstyle");
    let document = roxmltree::Document::parse(&text).unwrap();
    let files: Vec<_> = document.root_element().children().filter(roxmltree::Node::is_element).collect();
    assert_eq!(files.len(), 3);
    assert_eq!(files[0].attribute("name"), Some(NAME));
    let error = files[0].children().find(roxmltree::Node::is_element).unwrap();
    assert_eq!((error.attribute("line"), error.attribute("column")), (Some("3"), Some("17")));
    assert!(error.attribute("message").unwrap().contains("30%, not 50%"));
}

#[test]
fn github_shows_the_gravest_and_says_all_in_the_summary() {
    let folder = TempDir::new().unwrap();
    for number in 10..22 {
        let text =
            "# Storm\n\nSales rose by 50%, from 100 to 130.\n\nIt was the the end.\n\nA rise: |, he said (and left.\n";
        fs::write(folder.path().join(format!("{number}, :.md")), text).unwrap();
    }
    let summary = folder.path().join("summary");
    fs::write(&summary, "before\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
    command.current_dir(folder.path()).env("GITHUB_STEP_SUMMARY", &summary);
    let output = command.args(["check", "--isolated", "--format", "github"]).output().unwrap();
    let log = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = log.lines().collect();
    let annotations = lines.iter().filter(|line| line.starts_with("::error ")).count();
    assert_eq!(annotations, 10, "{log}");
    assert!(lines[0].starts_with("::error file=10%2C %3A.md,line=3,endLine=3,col="), "{log}");
    assert!(lines[0].ends_with("::from 100 to 130 is a change of 30%25, not 50%25"), "{log}");
    let summary = fs::read_to_string(&summary).unwrap();
    assert!(summary.starts_with("before\n| | Place |"), "{summary}");
    let rows = summary.lines().filter(|line| line.starts_with("| error")).count();
    let errors = lines.iter().filter(|line| line.contains("error file=")).count();
    assert_eq!((rows, errors), (24, 24));
}

#[test]
fn markdown_holds_no_markup_of_the_article() {
    let text = report("markdown");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| error")).collect();
    assert_eq!(rows.len(), 4, "{text}");
    assert!(rows[0].contains("a &lt;b&gt; &amp;"), "{text}");
    assert!(rows.iter().all(|row| row.matches(" | ").count() == 3), "{text}");
}

#[test]
fn several_reports_of_one_run() {
    let folder = folder();
    fs::write(folder.path().join("out.sarif"), "old").unwrap();
    let output = check(folder.path(), &["--format", "short", "--format", "sarif=out.sarif", "--format", "junit=j.xml"]);
    assert!(String::from_utf8(output.stdout).unwrap().contains("[count/noun-repeated]"));
    let sarif: Value = serde_json::from_str(&fs::read_to_string(folder.path().join("out.sarif")).unwrap()).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    assert!(roxmltree::Document::parse(&fs::read_to_string(folder.path().join("j.xml")).unwrap()).is_ok());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 5, "nothing else is left: {left:?}");
}

#[test]
fn reports_that_cannot_be_written() {
    let folder = folder();
    for (arguments, said) in [
        (["--format", "sarif", "--format", "json"], "two reports cannot share standard output"),
        (
            ["--format", "human", "--format", "sarif=no/such/out.sarif"],
            "no/such/out.sarif: the report cannot be written",
        ),
        (["--format", "human", "--format", "sarifs"], "there is no format `sarifs`"),
        (["--format", "human", "--format", "sarif="], "no file follows `sarif=`"),
    ] {
        let output = check(folder.path(), &arguments);
        let message = String::from_utf8(output.stderr).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(message.contains(said), "{message}");
        assert!(output.stdout.is_empty());
    }
}
