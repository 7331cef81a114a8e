//! Rows of a league: "P10 W6 D2 L2 Pts 20", or the cells of a table with such a head.

use super::{Bounds, Reading, note};
use crate::article::Part;
use crate::facts::exact::Exact;
use crate::facts::extract::triggers::Trigger;
use crate::source::Span;
use crate::text::Text;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Played,
    Won,
    Drawn,
    Lost,
    Points,
    /// The name, goals, what else there is.
    Other,
}

/// The columns that a row needs.
const NEEDED: [Column; 5] = [Column::Played, Column::Won, Column::Drawn, Column::Lost, Column::Points];

/// The figures of a row with their places, in the order of [`NEEDED`].
type Row = [(i128, Span); 5];

/// Points that leagues take away.
pub(super) const TAKEN: &[i128] = &[3, 4, 6, 9, 10, 12, 15, 18, 21];

/// Reads all rows.
pub(super) fn read(reading: &mut Reading<'_>) {
    let mut rows = lines(reading);
    if reading.article().blocks.iter().any(|block| block.part == Part::Table) {
        rows.extend(tables(reading.text));
    }
    for row in rows {
        let [played, won, drawn, lost, points] = row;
        let (sum, worth) = (won.0 + drawn.0 + lost.0, 3 * won.0 + drawn.0);
        let results = won.1.to(lost.1);
        let figure = |(n, span): (i128, Span)| (Exact::whole(n), span);
        note(reading, "games", figure(played), results, Bounds::just(Exact::whole(sum)));
        // Two points for a win; four in rugby, with more for tries; some taken away.
        let other = points.0 == 2 * won.0 + drawn.0 || points.0 >= 4 * won.0 + 2 * drawn.0;
        if sum == played.0 && !other && !TAKEN.contains(&(worth - points.0)) {
            note(reading, "points", figure(points), results, Bounds::just(Exact::whole(worth)));
        }
    }
}

/// What a label stands for.
fn column(label: &str) -> Column {
    match label {
        "P" | "Pld" | "GP" | "Played" | "PLD" => Column::Played,
        "W" | "Won" | "Wins" => Column::Won,
        "D" | "Drawn" | "Draws" => Column::Drawn,
        "L" | "Lost" | "Losses" => Column::Lost,
        "Pts" | "PTS" | "Points" => Column::Points,
        _ => Column::Other,
    }
}

/// The number of a word, where it is a short one.
fn number(word: &str) -> Option<i128> {
    word.parse::<u8>().ok().map(i128::from)
}

/// Rows in running text: each letter with its number, in this order.
fn lines(reading: &Reading<'_>) -> Vec<Row> {
    let text = reading.text;
    let mut rows = Vec::new();
    let mut next = 0;
    while let Some(at) = reading.next(next, text.tokens.len(), Trigger::CAPITALISED) {
        next = at + 1;
        if text.word(at).starts_with('P')
            && let Some(row) = line(text, at)
        {
            rows.push(row);
        }
    }
    rows
}

fn line(text: &Text<'_>, first: usize) -> Option<Row> {
    let mut at = first;
    let mut row = [(0, Span::default()); 5];
    for (needed, place) in NEEDED.iter().zip(&mut row) {
        let word = text.word(at);
        let digits = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
        let (label, glued) = word.split_at_checked(digits)?;
        let last = if glued.is_empty() { at + 1 } else { at };
        if column(label) != *needed {
            return None;
        }
        *place = (number(if glued.is_empty() { text.word(last) } else { glued })?, text.span(at, last));
        at = last + 1;
        at += usize::from(matches!(text.word(at), "," | ";"));
    }
    Some(row)
}

/// The rows of tables: a head of labels, and cells that fit under it.
fn tables(text: &Text<'_>) -> Vec<Row> {
    let cells: Vec<(usize, &str, Span)> = text
        .blocks()
        .filter(|(block, _)| text.article.blocks.get(*block).is_some_and(|block| block.part == Part::Table))
        .map(|(block, tokens)| {
            let span = text.span(tokens.start, tokens.end.max(tokens.start + 1) - 1);
            (block, text.written(span), span)
        })
        .collect();
    let mut rows = Vec::new();
    for table in cells.chunk_by(|one, next| one.0 + 1 == next.0) {
        let head = table.iter().take_while(|cell| number(cell.1).is_none()).count();
        // The name of the first row stands before its first number.
        let Some(head) = head.checked_sub(1).and_then(|width| table.get(..width)) else { continue };
        let columns: Vec<Column> = head.iter().map(|cell| column(cell.1)).collect();
        let places = NEEDED.map(|needed| columns.iter().position(|column| *column == needed));
        let once = NEEDED.iter().all(|needed| columns.iter().filter(|column| *column == needed).count() == 1);
        if !once {
            continue;
        }
        let read = |row: &[(usize, &str, Span)]| -> Option<Row> {
            let mut found = [(0, Span::default()); 5];
            for (place, cell) in places.iter().zip(&mut found) {
                let &(_, written, span) = row.get((*place)?)?;
                *cell = (number(written)?, span);
            }
            Some(found)
        };
        let all: Vec<Row> = table.get(head.len()..).unwrap_or_default().chunks(head.len()).map_while(read).collect();
        // A table in which hardly any row fits counts otherwise.
        let fits = |row: &&Row| row[1].0 + row[2].0 + row[3].0 == row[0].0 && row[4].0 == 3 * row[1].0 + row[2].0;
        if all.iter().filter(fits).count() * 2 >= all.len() {
            rows.extend(all);
        }
    }
    rows
}
