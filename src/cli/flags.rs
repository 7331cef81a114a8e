//! What can be asked for on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

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
    /// Print what was read from articles: figures, dates, names and how they hang together
    Facts(FactsFlags),
    /// Print the kinds of fact and their fields
    Schema(SchemaFlags),
}

/// Which articles.
#[derive(Debug, Args)]
pub(super) struct Articles {
    /// Files, folders (walked as git would), or `-` for standard input [default: the current folder]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// The date of articles that give none: YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<Date>,
}

#[derive(Debug, Args)]
pub(super) struct FactsFlags {
    #[command(flatten)]
    pub(super) articles: Articles,

    /// How to print
    #[arg(long, value_enum, default_value_t = FactsFormat::Human)]
    pub(super) format: FactsFormat,
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
pub(super) enum FactsFormat {
    /// A list for people
    Human,
    /// One JSON object a line
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SchemaFormat {
    /// A page for people
    Human,
    /// One JSON document
    Json,
}
