//! CSV files as rows of cells that know their place.

use crate::source::Span;

/// A CSV file: its header and rows.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The names of the columns.
    pub(super) header: Row,
    pub(super) rows: Vec<Row>,
}

/// A row; the places of its cells are worked out when they are asked for.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) cells: csv::StringRecord,
    start: usize,
}

/// Why a file cannot be read as CSV.
#[derive(Debug)]
pub(super) struct Unreadable {
    pub(super) why: String,
    pub(super) span: Span,
}

impl Sheet {
    pub(super) fn read(text: &str) -> Result<Self, Unreadable> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            match record {
                Ok(cells) => {
                    let start = cells.position().map_or(0, csv::Position::byte);
                    rows.push(Row { cells, start: usize::try_from(start).unwrap_or(usize::MAX) });
                }
                Err(error) => {
                    let at = error.position().map_or(0, csv::Position::byte);
                    let at = usize::try_from(at).unwrap_or_default();
                    return Err(Unreadable { why: error.to_string(), span: Span::new(at, at) });
                }
            }
        }
        if let Some(span) = open_quote(text) {
            return Err(Unreadable { why: "this quote is not closed".into(), span });
        }
        let mut rows = rows.into_iter();
        let header = rows.next().unwrap_or_else(|| Row { cells: csv::StringRecord::new(), start: 0 });
        Ok(Self { header, rows: rows.collect() })
    }

    /// The number of the column with that name.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.header.cells.iter().position(|cell| cell.trim().trim_start_matches('\u{feff}') == name)
    }
}

impl Row {
    /// Where a cell stands in the file, without its quotes; a missing one at the end of the row.
    pub(super) fn span(&self, text: &str, column: usize) -> Span {
        let blank = |c: char| matches!(c, '\r' | '\n');
        let row = text.get(self.start..).unwrap_or_default();
        let mut start = self.start + (row.len() - row.trim_start_matches(blank).len());
        for _ in 0..column {
            let end = field_end(text, start);
            if !text.get(end..).is_some_and(|rest| rest.starts_with(',')) {
                return Span::new(end, end);
            }
            start = end + 1;
        }
        let end = field_end(text, start);
        let field = text.get(start..end).unwrap_or_default();
        let quoted = field.len() >= 2 && field.starts_with('"') && field.ends_with('"');
        if quoted { Span::new(start + 1, end - 1) } else { Span::new(start, end) }
    }

    /// Where the row stands in the file.
    pub(super) fn whole(&self, text: &str) -> Span {
        let last = self.cells.len().saturating_sub(1);
        self.span(text, 0).to(self.span(text, last))
    }
}

/// Where the field that begins at `start` ends.
fn field_end(text: &str, start: usize) -> usize {
    let field = text.get(start..).unwrap_or_default();
    let quoted = field.starts_with('"');
    let mut inside = false;
    for (at, c) in field.char_indices() {
        match c {
            '"' if quoted => inside = !inside,
            ',' | '\r' | '\n' if !inside => return start + at,
            _ => {}
        }
    }
    text.len()
}

/// The quote that opens a field and is never closed.
fn open_quote(text: &str) -> Option<Span> {
    let mut start = 0;
    while start < text.len() {
        let end = field_end(text, start);
        let field = text.get(start..end)?;
        if end == text.len() && field.starts_with('"') && !field.matches('"').count().is_multiple_of(2) {
            return Some(Span::new(start, start + 1));
        }
        start = end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    #[test]
    fn cells_keep_their_place() {
        let text = "name,also,n\r\nPeru,\"a, \"\"b\"\"\",3\n\nCuba,,\n";
        let sheet = Sheet::read(text).unwrap();
        let shown: Vec<Vec<&str>> =
            sheet.rows.iter().map(|row| (0..3).map(|column| row.span(text, column).of(text)).collect()).collect();
        assert_eq!(shown, [["Peru", "a, \"\"b\"\"", "3"], ["Cuba", "", ""]]);
        assert_eq!(sheet.column("also"), Some(1));
        assert_eq!(sheet.column("more"), None);
    }

    #[test]
    fn an_open_quote_is_found() {
        assert_eq!(Sheet::read("a,b\n1,\"x\n").unwrap_err().span.start, 6);
        assert!(Sheet::read("a,b\n1,\"x\"\n").is_ok());
        assert!(Sheet::read("").is_ok());
    }
}
