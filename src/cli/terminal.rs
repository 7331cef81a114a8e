//! What the terminal at the other end of a stream understands.

use super::flags::Colour;
use crate::report::Style;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, IsTerminal};

/// Columns where nothing says how many there are.
const WIDTH: usize = 80;
/// Narrower pages would cut every excerpt to pieces, wider ones are hard to read.
const WIDTHS: std::ops::RangeInclusive<usize> = 50..=120;

/// Colours as the user wants them; left to the terminal, `NO_COLOR` and its like count.
pub(super) fn colour(wanted: Colour) {
    let choice = match wanted {
        Colour::Auto => ColorChoice::Auto,
        Colour::Always => ColorChoice::Always,
        Colour::Never => ColorChoice::Never,
    };
    choice.write_global();
}

/// The page that standard output is.
pub(super) fn output() -> Style {
    style(AutoStream::choice(&io::stdout()), io::stdout().is_terminal())
}

/// The page that standard error is.
pub(super) fn error() -> Style {
    style(AutoStream::choice(&io::stderr()), io::stderr().is_terminal())
}

fn style(choice: ColorChoice, terminal: bool) -> Style {
    // Both streams of a terminal are as wide as the one that can be asked.
    let width = if terminal { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None };
    Style { width: width.unwrap_or(WIDTH).clamp(*WIDTHS.start(), *WIDTHS.end()), colour: choice != ColorChoice::Never }
}
