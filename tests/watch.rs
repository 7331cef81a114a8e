//! `factlint test --watch` prints a rule again when it changes, and nothing of the others; `factlint check --watch` does so
//! with articles.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

/// A run that ends with the test.
struct Watching(Child, Receiver<String>);

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Watching {
    #[expect(clippy::unwrap_used, reason = "a test stops where the program cannot be run")]
    fn start(folder: &Path, args: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_factlint"))
            .args(args)
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (send, receive) = channel();
        thread::spawn(move || lines.map_while(Result::ok).for_each(|line| drop(send.send(line))));
        Self(child, receive)
    }

    /// The next line.
    #[expect(clippy::unwrap_used, reason = "a test stops where nothing comes")]
    fn line(&self) -> String {
        self.1.recv_timeout(Duration::from_secs(30)).unwrap()
    }

    /// The lines up to the next sum.
    #[expect(clippy::unwrap_used, reason = "a test stops where nothing comes")]
    fn round(&self) -> Vec<String> {
        let mut round = Vec::new();
        loop {
            let line = self.1.recv_timeout(Duration::from_secs(30)).unwrap();
            let last = line.contains(" examples of ");
            round.push(line);
            if last {
                return round;
            }
        }
    }
}

fn rules(berths: u32) -> String {
    let rule = |name: &str, berths: u32| {
        format!(
            "rule house/{name}\n  title \"x\"\n  severity note\n  for each count c\n  where c.noun is \"boat\"\n  \
             must c.value <= {berths}\n  message \"{{c.text}}\"\n  mark c \"x\"\n  bad > [[90 boats]] came.\n  \
             good > There were 40 boats.\n\n"
        )
    };
    rule("one", 60) + &rule("two", berths)
}

#[test]
fn a_change_is_tested() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.rules");
    fs::write(&file, rules(60)).unwrap();
    let watching = Watching::start(folder.path(), &["test", "--watch", "--isolated", "--rules", "a.rules", "house"]);
    assert_eq!(watching.round(), ["4 examples of 2 rules: 4 hold"]);
    fs::write(&file, rules(30)).unwrap();
    let round = watching.round();
    assert_eq!(round.last().unwrap(), "4 examples of 2 rules: 3 hold, 1 does not");
    assert!(
        round.iter().any(|line| line.contains("house/two")) && !round.iter().any(|line| line.contains("house/one")),
        "{round:#?}"
    );
    // A slip stops nothing: the next change is seen.
    fs::write(&file, "rule").unwrap();
    thread::sleep(Duration::from_millis(600));
    fs::write(&file, rules(50)).unwrap();
    assert_eq!(watching.round(), ["house/two: every example holds", "4 examples of 2 rules: 4 hold"]);
}

#[test]
fn an_article_that_changes_is_checked_again() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("a.md", "Sales rose by 50%, from 100 to 130.\n");
    write("b.md", "Sales rose by 60%, from 100 to 130.\n");
    let watching = Watching::start(folder.path(), &["check", "--watch", "--isolated", "--format", "short"]);
    assert!(watching.line().starts_with("a.md:1:15: error: from 100 to 130 is a change of 30%, not 50%"));
    assert!(watching.line().starts_with("b.md:1:15: error: from 100 to 130 is a change of 30%, not 60%"));
    write("b.md", "Sales rose by 30 per cent, from 100 to 130.\n");
    assert_eq!(watching.line(), "b.md: nothing is found any more");
    write("c.md", "Sales rose by 70%, from 100 to 130.\n");
    assert!(watching.line().starts_with("c.md:1:15: error: from 100 to 130 is a change of 30%, not 70%"));
    // What cannot be read stops nothing.
    write("b.md", "");
    write("d.md", "Sales rose by 80%, from 100 to 130.\n");
    assert!(watching.line().starts_with("d.md:1:15: error: from 100 to 130 is a change of 30%, not 80%"));
}
