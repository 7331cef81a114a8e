//! `factlint test --watch` prints a rule again when it changes, and nothing of the others.

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
    fn start(folder: &Path) -> Self {
        let args = ["test", "--watch", "--isolated", "--rules", "a.rules", "house"];
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
    let watching = Watching::start(folder.path());
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
