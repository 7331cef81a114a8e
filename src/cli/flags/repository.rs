//! What can be asked of the commands that write to a repository of articles.

use super::{Articles, FailOn, RuleFiles};
use clap::Args;
use clap_complete::Shell;
use jiff::civil::Date;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(in crate::cli) struct FixFlags {
    #[command(flatten)]
    pub(in crate::cli) articles: Articles,

    #[command(flatten)]
    pub(in crate::cli) rules: RuleFiles,

    /// Only suggestions of this rule, or of those that a pattern such as `date/*` fits (may be repeated)
    #[arg(long = "rule", value_name = "RULE")]
    pub(in crate::cli) only: Vec<String>,

    /// Ask nothing: apply what the rules of --rule suggest, where they suggest one thing and no figure is rewritten
    #[arg(long, requires = "only")]
    pub(in crate::cli) yes: bool,

    /// With --yes, rewrite figures too
    #[arg(long, requires = "yes")]
    pub(in crate::cli) figures: bool,

    /// Change nothing and ask nothing: show every suggestion as a diff
    #[arg(long, conflicts_with = "yes")]
    pub(in crate::cli) diff: bool,

    /// Leave alone what this file of known findings has
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) baseline: Option<PathBuf>,

    /// The least grave finding that, where it remains, makes the exit status 1 [default: that of the settings, or error]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(in crate::cli) fail_on: Option<FailOn>,

    /// The day of the check, after which stets run out: YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) today: Option<Date>,

    /// Say nothing of what was done but for errors and what is found
    #[arg(long, short)]
    pub(in crate::cli) quiet: bool,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct InitFlags {
    /// The folder that the file is for
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub(in crate::cli) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CompletionsFlags {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(in crate::cli) shell: Shell,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct ManFlags {
    /// The command that the page is about, such as `check` [default: all of factlint]
    #[arg(value_name = "COMMAND")]
    pub(in crate::cli) command: Option<String>,
}
