//! Reports in HTML are read in a real browser, by `tests/browser/report.test.mjs`.
//!
//! That needs Chromium, Node and the packages of `tests/browser` (`npm ci --prefix tests/browser`). Where one of them is
//! missing the test says so and is not run, unless `FACTLINT_BROWSER=required` says that it has to be, as `.ci/run` does.
//! `FACTLINT_OVERWRITE=1` puts the pictures that it takes into `docs/pictures`.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]
#![allow(clippy::print_stderr, reason = "what is not run has to be said, and a test that passes prints nothing")]

use libtest_mimic::{Arguments, Failed, Trial};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// Marks of HTML, an emoji, right-to-left words, control characters; every figure of it is wrong.
const HOSTILE: &str = "---\ntitle: \"<script>broken = 1</script> \\\"Storm\\\" & 'co' 😀\"\n---\n\n# <b onclick=\"broken = 1\">Storm</b> \"kills\" & 'stays' | 😀\n\n\
    Sales \u{202e}rose\u{202c} by 50%, from 100 to 130, said \u{2067}the\u{2069} \u{7}mayor\u{1b}[31m of تل أبيب <img src=x onerror='broken = 1'>.\n\n\
    قال إن 50 سفينة غرقت. Sales rose by 50%, from 100 to 130.\n\n&lt;script&gt;broken = 1&lt;/script&gt; hit 300,000 computers\nin 150 computers.\n\n\
    <!-- stet percent/*: checked with \"them\" <script>broken = 1</script> -->\n\nSales rose by 60%, from 100 to 130.\n\n\
    <!-- stet count/nothing: \"><script>broken = 1</script> -->\n\nThe end.\n";
const AWKWARD_NAME: &str = "a <b> & \"c\", 100%: é.md";

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let required = std::env::var_os("FACTLINT_BROWSER").is_some_and(|value| value == "required");
    let missing = missing();
    if let Some(missing) = missing.as_ref().filter(|_| !required) {
        eprintln!("NOT RUN: reports in HTML are read in a real browser, and {missing} (see tests/html_report.rs)");
    }
    let not_run = missing.is_some() && !required;
    let trial = Trial::test("reports_are_read_in_a_browser", move || match missing {
        Some(missing) => Err(Failed::from(missing)),
        None => read(),
    });
    libtest_mimic::run(&arguments, vec![trial.with_ignored_flag(not_run)]).exit_code()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn browser() -> PathBuf {
    std::env::var_os("FACTLINT_CHROMIUM").map_or_else(|| PathBuf::from("/usr/bin/chromium"), PathBuf::from)
}

/// What is not there of what the test needs.
fn missing() -> Option<String> {
    if !browser().is_file() {
        return Some(format!("there is no {}", browser().display()));
    }
    if !Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success()) {
        return Some("there is no node".to_owned());
    }
    let packages = root().join("tests/browser/node_modules/playwright-core");
    (!packages.is_dir()).then(|| "`npm ci --prefix tests/browser` has not been run".to_owned())
}

/// Makes the reports, reads them in the browser and keeps the pictures where that is asked for.
fn read() -> Result<(), Failed> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let reports = folder.path().join("reports");
    fs::create_dir(&reports).expect("a folder in it");
    let articles = root().join("tests/browser/articles");
    report(&articles, &reports.join("one.html"), &["ferries.md"]);
    report(&articles, &reports.join("many.html"), &["."]);
    report(&articles, &reports.join("clean.html"), &["bridge.txt"]);
    fs::write(folder.path().join(AWKWARD_NAME), HOSTILE).expect("a file in it");
    report(folder.path(), &reports.join("hostile.html"), &[AWKWARD_NAME]);
    let pictures = folder.path().join("pictures");
    let output = Command::new("node")
        .args(["--test", "--test-reporter=spec", "report.test.mjs"])
        .current_dir(root().join("tests/browser"))
        .env("FACTLINT_REPORTS", &reports)
        .env("FACTLINT_PICTURES", &pictures)
        .env("FACTLINT_CHROMIUM", browser())
        .output()
        .expect("node starts");
    if !output.status.success() {
        return Err(Failed::from(String::from_utf8_lossy(&output.stdout).into_owned()));
    }
    for picture in fs::read_dir(&pictures).expect("pictures").flatten() {
        let kept = root().join("docs/pictures").join(picture.file_name());
        if std::env::var_os("FACTLINT_OVERWRITE").is_some() {
            fs::copy(picture.path(), &kept).expect("the pictures of the documentation can be written");
        } else if !kept.is_file() {
            return Err(Failed::from(format!("{} is missing: FACTLINT_OVERWRITE=1 makes it", kept.display())));
        }
    }
    Ok(())
}

fn report(folder: &Path, to: &Path, paths: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_factlint"));
    command.current_dir(folder).args(["check", "--isolated", "--quiet", "--today", "2026-03-05"]);
    command.arg(format!("--format=html={}", to.display())).args(paths);
    let output = command.output().expect("the program starts");
    assert!(to.is_file(), "{}", String::from_utf8_lossy(&output.stderr));
}
