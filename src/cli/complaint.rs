//! What could not be read or used, said on standard error with its place.

use super::input::Unread;
use crate::report::Style;
use crate::report::drawing::Drawing;
use crate::report::excerpt::Pointer;
use crate::source::Lines;
use miette::Severity;

/// The complaint about something that could not be read.
pub(super) fn complaint(unread: &Unread, style: Style) -> String {
    let message = format!("cannot read {}: {}", unread.name, unread.error.message);
    told(unread, Drawing::new(Severity::Error, &message), style)
}

/// The complaint about something in an article that was read without it.
pub(super) fn remark(unused: &Unread, style: Style) -> String {
    let message = format!("{}: {}", unused.name, unused.error.message);
    told(unused, Drawing::new(Severity::Warning, &message), style)
}

fn told(unread: &Unread, drawing: Drawing, style: Style) -> String {
    let error = &unread.error;
    let drawing = drawing.help(error.help.as_slice());
    let (Some(span), Some(text)) = (error.span, &error.source) else { return drawing.draw(style) };
    // What is printed of a record is a part of its line, whose own columns would mislead.
    let name = match error.offset.filter(|_| unread.record) {
        Some(offset) => format!("{}:{}", unread.name, offset + 1),
        None => unread.name.clone(),
    };
    let pointer = Pointer { field: 0, name: &name, text, lines: &Lines::new(text), span };
    let drawing = drawing.places(&[(pointer, &error.label)], style.width);
    if unread.record { drawing.draw_unplaced(style) } else { drawing.draw(style) }
}
