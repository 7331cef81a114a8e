//! What can be asked for on the command line.

mod repository;

use crate::article::FrontMatterKeys;
use crate::language::rule::Severity;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

pub(super) use repository::{CompletionsFlags, FixFlags, InitFlags, ManFlags};

/// factlint reads news articles and reports what cannot be true.
#[derive(Debug, Parser)]
#[command(name = "factlint", version, propagate_version = true, arg_required_else_help = true)]
pub(super) struct Flags {
    #[command(subcommand)]
    pub(super) command: Command,

    /// Whether to use colours
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub(super) color: Colour,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Report what cannot be true
    ///
    /// Exits with 0 where nothing as grave as --fail-on was found, 1 where something was, and 2 where
    /// something could not be read or done, or a rule was given up because there was too much to compare.
    Check(CheckFlags),
    /// Replace words as the rules suggest: each suggestion is shown as a diff, and what is picked is applied
    ///
    /// A file is written whole or not at all, only if it is as it was read, and is checked again afterwards. Exits as
    /// check does: with 1 where something remains, and with 2 where something could not be read or written.
    Fix(FixFlags),
    /// Print what was read from articles: figures, dates, names and how they hang together
    Facts(FactsFlags),
    /// Say what a rule is for, or why it fires in an article or does not
    Explain(ExplainFlags),
    /// Say what a kind of mistake in rule files, tables or settings means, or list them all
    ExplainError(ExplainErrorFlags),
    /// List the rules in force, or show one as it is written
    Rules(RulesFlags),
    /// Run the examples inside the rules
    Test(TestFlags),
    /// Format rule files: clauses in their order and aligned, comments kept
    ///
    /// Exits with 0 where everything is formatted, 1 where --check or --diff found something to change, and 2
    /// where a file could not be read; such a file is left as it is.
    Fmt(FmtFlags),
    /// Write the manual: the guide, and a page for every rule and kind of fact
    ///
    /// It is plain Markdown, with a book.toml and a SUMMARY.md for mdbook. Exits with 1 where a link in it leads nowhere.
    Doc(DocFlags),
    /// Write a factlint.toml that suits this folder
    ///
    /// What it recognises (Hugo, Jekyll, Eleventy, Astro or plain articles) decides where articles are looked for and what
    /// their front matter is called. A file that is there already is never overwritten.
    Init(InitFlags),
    /// Print completions of commands and flags for a shell
    Completions(CompletionsFlags),
    /// Print a page of the manual for `man`
    Man(ManFlags),
    /// Print the kinds of fact and their fields, and the words of the rule language for editors
    Schema(SchemaFlags),
}

/// Which articles.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Articles {
    /// Files, folders (walked as git would), or `-` for standard input [default: those of the settings,
    /// or the current folder]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// The date of articles that give none: YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<Date>,

    /// The keys of front matter, as the settings have them
    #[arg(skip)]
    pub(super) keys: FrontMatterKeys,
}

/// By what settings.
#[derive(Debug, Default, Args)]
pub(super) struct SettingsFile {
    /// The settings file [default: the nearest factlint.toml, in this folder or one above it]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,

    /// Use no settings file
    #[arg(long, conflicts_with = "config")]
    pub(super) isolated: bool,
}

/// Which rules beside the built-in ones, and by what settings.
#[derive(Debug, Default, Args)]
pub(super) struct RuleFiles {
    /// A rule file, or a folder of them, to use beside the built-in rules (may be repeated)
    #[arg(long = "rules", value_name = "FILE_OR_FOLDER")]
    pub(super) files: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) settings: SettingsFile,

    /// Run draft rules too
    #[arg(long)]
    pub(super) drafts: bool,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct CheckFlags {
    #[command(flatten)]
    pub(super) articles: Articles,

    #[command(flatten)]
    pub(super) rules: RuleFiles,

    /// Run only this rule, or those that a pattern such as `date/*` fits (may be repeated)
    #[arg(long = "rule", value_name = "RULE")]
    pub(super) only: Vec<String>,

    /// How to print findings, and where to: human, short, json, jsonl, sarif, github, gitlab, junit, checkstyle,
    /// rdjson, markdown or html (may be repeated) [default: human]
    #[arg(long = "format", value_name = "FORMAT[=FILE]", value_parser = FormatTo::read)]
    pub(super) formats: Vec<FormatTo>,

    /// The least grave finding that makes the exit status 1 [default: that of the settings, or error]
    #[arg(long, value_enum, value_name = "SEVERITY")]
    pub(super) fail_on: Option<FailOn>,

    /// List the findings that stets let stand, with their reasons (json, jsonl, sarif, junit and html always do)
    #[arg(long)]
    pub(super) show_stets: bool,

    /// Report nothing that this file knows already (see --write-baseline)
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,

    /// Write all that is found to a file of known findings, which --baseline or the settings then name
    /// [default: that of --baseline or the settings, or factlint.baseline]
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true)]
    #[expect(clippy::option_option, reason = "not asked for, asked for, or asked for with a file")]
    pub(super) write_baseline: Option<Option<PathBuf>>,

    /// Report only what touches lines that changed since this branch left BASE [default: the branch that it follows]
    #[arg(long, value_name = "BASE", num_args = 0..=1, require_equals = true, conflicts_with = "write_baseline")]
    #[expect(clippy::option_option, reason = "not asked for, asked for, or asked for with a base")]
    pub(super) diff: Option<Option<String>>,

    /// Report only what touches lines that are staged for the next commit, as they are staged
    #[arg(long, conflicts_with_all = ["diff", "write_baseline"])]
    pub(super) staged: bool,

    #[command(flatten)]
    pub(super) sign: SignFlags,

    /// The day of the check, after which stets run out: YYYY-MM-DD [default: today, in UTC]
    #[arg(long, value_name = "DATE")]
    pub(super) today: Option<Date>,

    /// Check again whenever an article, a rule file, a table or the settings change, until interrupted; articles are
    /// printed again where something else is found in them
    #[arg(long, conflicts_with_all = ["stet", "write_baseline"])]
    pub(super) watch: bool,

    #[command(flatten)]
    pub(super) cache: CacheFlags,

    /// Say what was not checked and why: files passed over, parts of articles, rules that do not run
    #[arg(long)]
    pub(super) explain_skips: bool,

    /// Say how long each step of the run took (`rules stats` says what each rule does)
    #[arg(long)]
    pub(super) stats: bool,

    /// Print findings and errors only: no totals, no progress
    #[arg(long, short)]
    pub(super) quiet: bool,
}

/// What is kept from one run to the next.
#[derive(Debug, Args)]
pub(super) struct CacheFlags {
    /// Check every article anew, and keep nothing for the next run
    #[arg(long)]
    pub(super) no_cache: bool,

    /// Where to keep what was found in articles that do not change [default: $`FACTLINT_CACHE_DIR`, or a folder
    /// among the user's caches]
    #[arg(long, value_name = "FOLDER", conflicts_with = "no_cache")]
    pub(super) cache_dir: Option<PathBuf>,
}

/// Who lets findings stand, and why.
#[derive(Debug, Args)]
pub(super) struct SignFlags {
    /// Ask for each finding whether it is to stand, and sign for it in factlint.stets.toml
    #[arg(long, conflicts_with_all = ["write_baseline", "formats"])]
    pub(super) stet: bool,

    /// The reason to let findings stand, instead of being asked for it
    #[arg(long, value_name = "REASON", requires = "stet")]
    pub(super) why: Option<String>,

    /// Who lets them stand [default: git's user.name, or $USER]
    #[arg(long, value_name = "NAME", requires = "stet")]
    pub(super) who: Option<String>,

    /// The last day that they stand: YYYY-MM-DD
    #[arg(long, value_name = "DATE", requires = "stet")]
    pub(super) until: Option<Date>,
}

#[derive(Debug, Args)]
pub(super) struct FactsFlags {
    #[command(flatten)]
    pub(super) articles: Articles,

    #[command(flatten)]
    pub(super) settings: SettingsFile,

    /// How to print
    #[arg(long, value_enum, default_value_t = FactsFormat::Human)]
    pub(super) format: FactsFormat,
}

#[derive(Debug, Args)]
pub(super) struct ExplainFlags {
    /// The rule's id, such as `count/noun-repeated`
    #[arg(value_name = "RULE")]
    pub(super) rule: String,

    /// An article, and a line of it, to explain condition by condition why the rule fires there or not
    #[arg(value_name = "ARTICLE[:LINE]")]
    pub(super) article: Option<String>,

    /// More articles, files or folders: those that a rule across the archive joins with the first
    #[arg(value_name = "MORE")]
    pub(super) more: Vec<PathBuf>,

    /// The date of articles that give none: YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<Date>,

    #[command(flatten)]
    pub(super) rules: RuleFiles,
}

#[derive(Debug, Args)]
pub(super) struct ExplainErrorFlags {
    /// The code of the mistake, such as `join/unconnected`, or a group of them, such as `join`
    #[arg(value_name = "CODE")]
    pub(super) code: Option<String>,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct RulesFlags {
    #[command(subcommand)]
    pub(super) command: Option<RulesCommand>,

    #[command(flatten)]
    pub(super) rules: RuleFiles,
}

#[derive(Debug, Subcommand)]
pub(super) enum RulesCommand {
    /// Show a rule as it is written
    Show {
        /// The rule's id, such as `count/noun-repeated`
        #[arg(value_name = "RULE")]
        rule: String,

        #[command(flatten)]
        rules: RuleFiles,
    },
    /// Show what each rule costs: its shape, what its facts are found by, how its time grows
    Cost {
        #[command(flatten)]
        rules: RuleFiles,
    },
    /// Show how a rule is run, step by step
    Plan {
        /// The rule's id, such as `count/noun-repeated`
        #[arg(value_name = "RULE")]
        rule: String,

        #[command(flatten)]
        rules: RuleFiles,
    },
    /// Show what rules do in articles: how often they find something, what excuses, how long it takes
    Stats(StatsFlags),
}

#[derive(Debug, Args)]
pub(super) struct StatsFlags {
    #[command(flatten)]
    pub(super) articles: Articles,

    #[command(flatten)]
    pub(super) rules: RuleFiles,

    /// Only this rule, or those that a pattern such as `date/*` fits (may be repeated)
    #[arg(long = "rule", value_name = "RULE")]
    pub(super) only: Vec<String>,

    /// How to print
    #[arg(long, value_enum, default_value_t = StatsFormat::Human)]
    pub(super) format: StatsFormat,
}

#[derive(Debug, Args)]
pub(super) struct TestFlags {
    /// Only these rules, or groups or packs of rules such as `count`
    #[arg(value_name = "RULE|GROUP|PACK")]
    pub(super) only: Vec<String>,

    /// Leave out each condition in turn, and name those that no example needs
    #[arg(long)]
    pub(super) thorough: bool,

    /// Run again whenever a rule file, a table or the settings change, until interrupted
    #[arg(long, conflicts_with = "archive")]
    pub(super) watch: bool,

    /// Compare what the rules find in a folder or file of articles with what was accepted
    #[arg(long, value_name = "PATH")]
    pub(super) archive: Option<PathBuf>,

    /// Accept what is found in the archive
    #[arg(long, requires = "archive")]
    pub(super) accept: bool,

    /// The file of accepted findings [default: factlint-accepted.txt beside the settings]
    #[arg(long, value_name = "FILE", requires = "archive")]
    pub(super) accepted: Option<PathBuf>,

    /// The date of articles of the archive that give none: YYYY-MM-DD
    #[arg(long, value_name = "DATE", requires = "archive")]
    pub(super) published: Option<Date>,

    #[command(flatten)]
    pub(super) rules: RuleFiles,
}

#[derive(Debug, Args)]
pub(super) struct DocFlags {
    /// The folder that it is written to
    #[arg(long, value_name = "FOLDER", default_value = "manual")]
    pub(super) out: PathBuf,

    #[command(flatten)]
    pub(super) rules: RuleFiles,
}

#[derive(Debug, Args)]
pub(super) struct FmtFlags {
    /// Rule files, folders of them, or `-` from standard input to standard output [default: the packs of
    /// factlint.toml, else the current folder]
    #[arg(value_name = "FILE|FOLDER")]
    pub(super) paths: Vec<PathBuf>,

    /// Change nothing; list the files that are not formatted
    #[arg(long)]
    pub(super) check: bool,

    /// Change nothing; show what would be changed
    #[arg(long)]
    pub(super) diff: bool,
}

#[derive(Debug, Args)]
pub(super) struct SchemaFlags {
    /// How to print
    #[arg(long, value_enum, default_value_t = SchemaFormat::Human)]
    pub(super) format: SchemaFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    /// Where the terminal understands them and `NO_COLOR` is not set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CheckFormat {
    /// The article's own lines with every place marked
    Human,
    /// One line a finding: path:line:column: severity: message [rule]
    Short,
    /// One JSON document
    Json,
    /// One JSON object a line
    Jsonl,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations of a GitHub workflow, and a table in the summary of the step
    Github,
    /// GitLab's code quality report
    Gitlab,
    /// `JUnit`'s XML
    Junit,
    /// Checkstyle's XML
    Checkstyle,
    /// Reviewdog's JSON
    Rdjson,
    /// A table for a comment or a summary
    Markdown,
    /// A page for people: the articles as they read, every place marked
    Html,
}

/// A format, and the file that a report in it goes to; none for standard output.
#[derive(Clone, Debug)]
pub(super) struct FormatTo {
    pub(super) format: CheckFormat,
    pub(super) path: Option<PathBuf>,
}

impl FormatTo {
    /// Reads `FORMAT` or `FORMAT=FILE`.
    fn read(written: &str) -> Result<Self, String> {
        let (name, path) = written.split_once('=').map_or((written, None), |(name, path)| (name, Some(path)));
        let format = CheckFormat::from_str(name, false).map_err(|_| {
            let known: Vec<String> = CheckFormat::value_variants()
                .iter()
                .filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()))
                .collect();
            format!("there is no format `{name}`; there are {}", known.join(", "))
        })?;
        match path {
            Some("") => Err(format!("no file follows `{name}=`")),
            path => Ok(Self { format, path: path.map(PathBuf::from) }),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FactsFormat {
    /// A list for people
    Human,
    /// One JSON object a line
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum StatsFormat {
    /// A table for people
    Human,
    /// One JSON document
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaFormat {
    /// A page for people
    Human,
    /// One JSON document, with the words of the rule language
    Json,
    /// A TextMate grammar of the rule language, for editors
    Textmate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// Errors
    Error,
    /// Warnings and errors
    Warning,
    /// Notes, warnings and errors
    Note,
    /// Nothing that is found
    Never,
}

impl FailOn {
    /// The least grave severity that fails the run.
    pub(super) fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Never => None,
        }
    }
}
