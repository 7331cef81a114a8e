//! git in a folder of a test, as nobody in particular.

use std::path::Path;
use std::process::Command;

/// Runs git, whose arguments hold no spaces.
pub(crate) fn git(folder: &Path, arguments: &str) {
    let mut command = Command::new("git");
    command.current_dir(folder);
    command.args(["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
    let output = command.args(arguments.split(' ')).output().expect("git runs");
    assert!(output.status.success(), "git {arguments}: {}", String::from_utf8_lossy(&output.stderr));
}
