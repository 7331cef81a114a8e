//! One article in every format: the same three findings, at the exact bytes, and none once it is corrected.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod binary;

use binary::Folder;
use serde_json::Value;
use std::path::Path;

const FORMATS: [&str; 4] = ["txt", "md", "html", "jsonl"];

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/articles").join(name);
    std::fs::read(&path).expect("the fixture is there")
}

/// The findings on a fixture, and its fields by name.
fn findings(name: &str) -> (i32, Vec<Value>, Value) {
    let bytes = fixture(name);
    let ran = Folder::new(&[(name, &bytes)]).run(&["check", "--format", "jsonl", name]);
    assert_eq!(ran.err, "", "{name}");
    let findings = ran.out.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect();
    let text = String::from_utf8(bytes).expect("the fixture is UTF-8");
    let fields = match serde_json::from_str(&text) {
        Ok(record) => record,
        Err(_) => serde_json::json!({ "source": text }),
    };
    (ran.status, findings, fields)
}

/// The words of a finding's marks; each has to be exactly what its bytes are.
fn marked(name: &str, finding: &Value, fields: &Value) -> Vec<String> {
    let marks = finding["marks"].as_array().expect("marks");
    let words = marks.iter().map(|mark| {
        let at = |end: &str| usize::try_from(mark[end].as_u64().expect("a byte")).expect("a byte");
        let field = match &fields[mark["field"].as_str().expect("a field")] {
            Value::Array(captions) => captions.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"),
            text => text.as_str().expect("a text").to_owned(),
        };
        let words = field.get(at("start")..at("end")).expect("on character boundaries");
        assert_eq!(mark["text"], words, "{name}");
        // HTML may break a word anywhere.
        words.replace("<wbr>", "")
    });
    words.collect()
}

#[test]
fn the_slips_are_found_in_every_format() {
    for format in FORMATS {
        let name = format!("lantern.{format}");
        let (status, findings, fields) = findings(&name);
        assert_eq!(status, 1, "{name}");
        let rules: Vec<_> = findings.iter().map(|finding| finding["rule"].as_str().expect("a rule")).collect();
        assert_eq!(rules, ["count/noun-repeated", "event/noun-differs", "text/repeated-block"], "{name}");
        assert_eq!(marked(&name, &findings[0], &fields), ["routers", "routers"], "{name}");
        assert_eq!(marked(&name, &findings[1], &fields), ["routers", "towns"], "{name}");
        let captions = marked(&name, &findings[2], &fields);
        assert!(captions.iter().all(|caption| caption.starts_with("Ines Calder")), "{name}: {captions:?}");
        let new: Vec<_> = findings[1]["suggestions"].as_array().into_iter().flatten().map(|new| &new["text"]).collect();
        assert_eq!(new, ["towns", "routers"], "{name}");
    }
}

#[test]
fn nothing_is_found_once_they_are_corrected() {
    for format in FORMATS {
        let (status, findings, _) = findings(&format!("lantern-corrected.{format}"));
        assert_eq!((status, findings), (0, vec![]), "{format}");
    }
}
