//! What makes factlint ready to use: settings that suit a folder, completions, man pages, and files for CI.

#![expect(clippy::expect_used, reason = "a test stops where the program cannot be run")]

mod binary;
mod repository;

use binary::{Folder, Ran, ran};
use repository::git;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("a file of the repository")
}

#[test]
fn settings_suit_the_folder() {
    let slip: &[u8] = b"---\ntitle: A storm\n---\nIt hit 300 computers in 20 computers.\n";
    for (what, files, found) in [
        ("Hugo", &["hugo.toml", "content/news/a.md", "public/a.md"][..], "content/news/a.md"),
        ("Hugo", &["config.toml", "content/a.md", "themes/x/a.md"], "content/a.md"),
        ("Jekyll", &["_config.yml", "_posts/2024-05-17-a.md", "_site/a.html"], "_posts/2024-05-17-a.md"),
        ("Eleventy", &["eleventy.config.js", "src/posts/a.md", "_site/a.html"], "src/posts/a.md"),
        ("Astro", &["astro.config.mjs", "src/content/blog/a.md", "dist/a.html"], "src/content/blog/a.md"),
        ("a folder of articles", &["stories/a.md", "README.md"], "stories/a.md"),
        ("a folder of articles", &["a.md"], "a.md"),
    ] {
        let files: Vec<(&str, &[u8])> = files.iter().map(|&file| (file, slip)).collect();
        let folder = Folder::new(&files);
        let ran = folder.run(&["init"]);
        assert_eq!(ran.status, 0, "{what}: {}", ran.err);
        assert!(ran.err.starts_with(&format!("factlint.toml: settings for {what} (")), "{}", ran.err);
        let checked = folder.run(&["check", "--format", "short", "--quiet"]);
        let places: Vec<&str> = checked.out.lines().filter_map(|line| line.split(':').next()).collect();
        assert_eq!((places, checked.err.as_str()), (vec![found], ""), "{what}");
        // What is a comment holds too once somebody takes the sign away.
        let written = fs::read_to_string(folder.path().join("factlint.toml")).expect("settings");
        let lines = written.lines().map(|line| {
            let setting = line.strip_prefix("# ").filter(|rest| rest.starts_with('[') || rest.contains(" = "));
            setting.unwrap_or(line).to_owned() + "\n"
        });
        let all: String = lines.filter(|line| !line.starts_with("baseline")).collect();
        fs::write(folder.path().join("all.toml"), &all).expect("settings");
        let loaded = folder.run(&["rules", "--config", "all.toml"]);
        assert_eq!((loaded.status, loaded.err.as_str()), (0, ""), "{all}");
        let again = folder.run(&["init"]);
        assert_eq!(again.status, 2);
        assert!(again.err.contains("factlint.toml is there already, and is left as it is"), "{}", again.err);
        assert_eq!(fs::read_to_string(folder.path().join("factlint.toml")).expect("settings"), written);
    }
}

#[test]
fn front_matter_is_called_as_the_settings_say() {
    let article = b"---\nheading: It hit 300 computers in 20 computers\n---\nIt rained.\n";
    let folder = Folder::new(&[("a.md", article), ("factlint.toml", b"[front-matter]\nheadline = \"heading\"\n")]);
    assert_eq!(folder.run(&["check"]).status, 1);
    assert_eq!(folder.run(&["check", "--isolated"]).status, 0);
    let folder = Folder::new(&[("a.md", article), ("factlint.toml", b"[front-matter]\nheadlines = \"heading\"\n")]);
    let ran = folder.run(&["check"]);
    assert!(ran.status == 2 && ran.err.contains("did you mean `headline`?"), "{}", ran.err);
}

#[test]
fn completions_and_man_pages_know_the_flags() {
    let folder = Folder::new(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = folder.run(&["completions", shell]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains("write-baseline") && ran.out.contains("explain-error"), "{shell}");
    }
    for (command, words) in [("", "explain\\-error"), ("check", "\\-\\-write\\-baseline"), ("fix", "\\-\\-figures")] {
        let ran = folder.run(
            &[&["man"], [command].as_slice()].concat().into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>(),
        );
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains(".TH factlint") && ran.out.contains(words), "{command}: {}", ran.out);
    }
    assert_eq!(folder.run(&["man", "nothing"]).status, 2);
}

/// The flags of a text that follow a name of the program, each with its command.
fn flags(text: &str) -> Vec<(String, String)> {
    let mut flags = Vec::new();
    for line in text.lines() {
        let Some((_, rest)) = line.split_once("factlint ") else { continue };
        for run in rest.split("factlint ").flat_map(|run| run.split("&&")) {
            let command = run.split_whitespace().next().unwrap_or_default();
            let words = run.split_whitespace().filter_map(|word| word.strip_prefix("--"));
            flags.extend(
                words.map(|word| {
                    (command.to_owned(), word.split(['=', '\'', '"']).next().unwrap_or_default().to_owned())
                }),
            );
        }
    }
    flags
}

#[test]
fn files_for_ci_are_yaml_and_use_flags_that_there_are() {
    let folder = Folder::new(&[]);
    let help = |command: &str| folder.run(&[command, "--help"]).out;
    for name in [".pre-commit-hooks.yaml", "action.yml", "ci/gitlab.yml"] {
        let text = file(name);
        let parsed: Value = serde_saphyr::from_str(&text).expect(name);
        assert!(parsed.is_object() || parsed.is_array(), "{name}");
        let commands = ["check", "test", "fmt"];
        for (command, flag) in flags(&text).into_iter().filter(|(command, _)| commands.contains(&command.as_str())) {
            assert!(help(&command).contains(&format!("--{flag}")), "{name}: {command} --{flag}");
        }
        let check = help("check");
        for word in text
            .split(|c: char| c.is_whitespace() || "\"'(=".contains(c))
            .filter_map(|word| word.strip_prefix("--format").or_else(|| word.strip_prefix("--diff")))
        {
            assert!(word.is_empty() && check.contains("--format") && check.contains("--diff"), "{name}: {word}");
        }
    }
    let hooks: Value = serde_saphyr::from_str(&file(".pre-commit-hooks.yaml")).expect("hooks");
    for hook in hooks.as_array().expect("a list") {
        for key in ["id", "name", "entry", "language"] {
            assert!(hook.get(key).is_some_and(Value::is_string), "{hook} has no {key}");
        }
    }
    let action: Value = serde_saphyr::from_str(&file("action.yml")).expect("an action");
    assert_eq!(action.pointer("/runs/using").and_then(Value::as_str), Some("composite"));
    let steps = action.pointer("/runs/steps").and_then(Value::as_array).expect("steps");
    for step in steps.iter().filter(|step| step.get("run").is_some()) {
        assert!(step.get("shell").is_some(), "a step of a composite action names its shell: {step}");
        let inputs = action.get("inputs").expect("inputs");
        let step = step.to_string();
        for rest in step.split("inputs.").skip(1) {
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
            assert!(inputs.get(&name).is_some(), "there is no input {name}");
        }
    }
    let formats = ["github", "sarif", "short", "gitlab", "junit"];
    assert!(formats.iter().all(|format| help("check").contains(format)));
}

#[test]
fn the_scripts_of_ci_files_are_sound_shell() {
    let action: Value = serde_saphyr::from_str(&file("action.yml")).expect("an action");
    let steps = action.pointer("/runs/steps").and_then(Value::as_array).expect("steps");
    for script in steps.iter().filter_map(|step| step.get("run")?.as_str()) {
        let ran = std::process::Command::new("bash").args(["-n", "-c", script]).output().expect("bash runs");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    }
}

/// A clone of a repository with an old error in `main`, on a branch that brings in another.
fn branch() -> Folder {
    let folder = Folder::new(&[("origin/old.md", b"# Storm\n\nIt hit 300 computers in 20 computers.\n")]);
    let origin = folder.path().join("origin");
    for arguments in ["init -q -b main", "add .", "commit -q -m one"] {
        git(&origin, arguments);
    }
    git(folder.path(), "clone -q origin site");
    let site = folder.path().join("site");
    git(&site, "checkout -q -b story");
    fs::write(site.join("new.md"), "# Sales\n\nSales rose by 50%, from 100 to 130.\n").expect("an article");
    for arguments in ["add .", "commit -q -m two"] {
        git(&site, arguments);
    }
    folder
}

/// Runs a script as a CI system would, with `factlint` where it looks for programs.
fn script(folder: &Folder, script: &str, variables: &[(&str, &str)]) -> Ran {
    let program = Path::new(env!("CARGO_BIN_EXE_factlint")).parent().expect("a folder");
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(program.to_owned()).chain(std::env::split_paths(&paths));
    let mut command = Command::new("bash");
    command.args(["-e", "-o", "pipefail", "-c", script]).current_dir(folder.path().join("site"));
    command.env("PATH", std::env::join_paths(paths).expect("paths")).envs(variables.iter().copied());
    command.env("XDG_CACHE_HOME", folder.path().join(".cache")).env_remove("GITHUB_STEP_SUMMARY");
    ran(&mut command, b"")
}

#[test]
fn the_github_action_speaks_of_the_branch() {
    let folder = branch();
    let action: Value = serde_saphyr::from_str(&file("action.yml")).expect("an action");
    let steps = action.pointer("/runs/steps").and_then(Value::as_array).expect("steps");
    let check = steps.iter().find(|step| step.get("id").and_then(Value::as_str) == Some("check")).expect("a check");
    let check = check.get("run").and_then(Value::as_str).expect("a script");
    let inputs = [("ARGS", "--quiet ."), ("SARIF", "factlint.sarif"), ("DIFF", "true"), ("BASE", "main")];
    let told = script(&folder, check, &inputs);
    assert_eq!((told.status, told.out.lines().count()), (1, 1), "{}{}", told.out, told.err);
    assert!(told.out.starts_with("::error file=new.md,line=3"), "{}", told.out);
    let sarif = fs::read_to_string(folder.path().join("site/factlint.sarif")).expect("a report");
    assert!(sarif.contains("new.md") && !sarif.contains("old.md"), "{sarif}");
    // A push has no base: everything counts.
    let inputs = [("ARGS", "--fail-on never"), ("SARIF", ""), ("DIFF", "true"), ("BASE", "")];
    let told = script(&folder, check, &inputs);
    assert_eq!((told.status, told.out.lines().count()), (0, 2), "{}{}", told.out, told.err);
}

#[test]
#[cfg(unix)]
fn the_gitlab_job_writes_its_reports() {
    let folder = branch();
    let job: Value = serde_saphyr::from_str(&file("ci/gitlab.yml")).expect("a job");
    let check = job.pointer("/.factlint/script/0").and_then(Value::as_str).expect("a script");
    let site = folder.path().join("site");
    fs::create_dir_all(site.join(".factlint/bin")).expect("a folder");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_factlint"), site.join(".factlint/bin/factlint")).expect("a link");
    let told = script(&folder, check, &[("CI_MERGE_REQUEST_DIFF_BASE_SHA", "main"), ("FACTLINT_ARGS", "--quiet")]);
    assert_eq!((told.status, told.out.lines().count()), (1, 1), "{}{}", told.out, told.err);
    for report in ["gl-code-quality-report.json", "factlint.junit.xml"] {
        let report = fs::read_to_string(site.join(report)).expect("a report");
        assert!(report.contains("new.md") && !report.contains("computers"), "{report}");
    }
}

#[test]
fn what_was_not_checked_is_said() {
    let article = b"---\ndate: 2024-05-17\n---\n# A storm\n\nIt `x = 1` rained.\n\n> It is 12%.\n\n<!-- stet count: why -->\nTwo.\n";
    let folder = Folder::new(&[
        ("a.md", article),
        ("b.docx", b"x"),
        (".hidden/c.md", b"# C"),
        ("d.txt", b"It rained."),
        ("tips/e.txt", b"It rained."),
        (
            "factlint.toml",
            b"rules.\"percent/*\".enabled = false\n[[for]]\npath = \"tips/**\"\nrules.\"count/noun-repeated\".enabled = false\n",
        ),
    ]);
    let said = folder.run(&["check", "--explain-skips", "--quiet", "--fail-on", "never"]).err;
    for line in [
        "not checked:",
        "  1 article, hidden or ignored (.gitignore, .ignore): .hidden/c.md",
        "  1 file of no format that is read (.docx): b.docx",
        "  1 piece of code, shortcodes among them, which are no words (1 article)",
        "  1 paragraph quoted from elsewhere, where findings count one grade less (1 article)",
        "  1 stet, by which findings stand (1 article)",
        "  2 articles without a date: what hangs on it is not checked (--published gives one)",
        "  1 rule that [[for]] switches off for tips/e.txt: count/noun-repeated",
    ] {
        assert!(said.lines().any(|said| said == line), "{line}\n{said}");
    }
    assert!(said.contains("off by the settings: percent/"), "{said}");
    assert!(said.contains("rules off by default:\n    "), "{said}");
    let one =
        folder.run(&["check", "--explain-skips", "--quiet", "--rule", "count/*", "a.md", "--fail-on", "never"]).err;
    assert!(one.contains("all rules but count/* (--rule)") && !one.contains("docx"), "{one}");
}

#[test]
fn times_are_said() {
    let folder = Folder::new(&[("a.md", b"# A storm\n\nIt rained.\n")]);
    let said = folder.run(&["check", "--stats"]).err;
    assert!(
        said.contains("for 1 article:") && said.contains("to find the facts") && said.contains("rules stats"),
        "{said}"
    );
}
