//! The reports of a run: one on standard output, any number in files.

use super::flags::{CheckFormat, FormatTo};
use super::output::Output;
use super::terminal;
use super::walk::reason;
use crate::report::{Format, RuleCard, Totals, Unread};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The most bytes that GitHub takes as the summary of a step, less some for the end.
const SUMMARY: usize = 1_000_000;

/// All reports of a run.
pub(super) struct Documents(Vec<Document>);

/// One report.
struct Document {
    format: Format,
    to: To,
    begun: bool,
    /// What is held back for the end.
    held: Vec<String>,
}

enum To {
    Output,
    /// A file, which is replaced whole once the report is.
    File(PathBuf, BufWriter<NamedTempFile>),
    /// A device or pipe, which is written to as it is.
    Device(PathBuf, BufWriter<File>),
    /// The summary of a GitHub step, which earlier commands may have written to, and what was left out of it.
    Summary(PathBuf, String, usize),
}

impl Documents {
    /// Begins the reports that are asked for; the error says what cannot be written.
    pub(super) fn open(asked: &[FormatTo]) -> Result<Self, String> {
        let mut all = Vec::new();
        for FormatTo { format, path } in asked {
            let to = match path {
                Some(path) => begin(path)?,
                None if all.iter().any(|other: &Document| matches!(other.to, To::Output)) => {
                    return Err("two reports cannot share standard output: give one of them a file, as in \
                                `--format sarif=report.sarif`"
                        .to_owned());
                }
                None => To::Output,
            };
            all.push(Document { format: self::format(*format), to, begun: false, held: Vec::new() });
        }
        let for_github = asked.iter().any(|asked| asked.format == CheckFormat::Github);
        let summary = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| for_github && !path.is_empty());
        if let Some(path) = summary {
            let to = To::Summary(PathBuf::from(path), String::new(), 0);
            all.push(Document { format: Format::Markdown, to, begun: false, held: Vec::new() });
        }
        Ok(Self(all))
    }

    /// One report on standard output.
    pub(super) fn alone(format: Format) -> Self {
        Self(vec![Document { format, to: To::Output, begun: false, held: Vec::new() }])
    }

    /// No report.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    /// Their formats.
    pub(super) fn formats(&self) -> Vec<Format> {
        self.0.iter().map(|document| document.format).collect()
    }

    /// Which of them is printed line by line on standard output, so that a part of it is of use.
    pub(super) fn shown(&self) -> Option<usize> {
        let lines = |format| matches!(format, Format::Human(_) | Format::Short);
        self.0.iter().position(|document| matches!(document.to, To::Output) && lines(document.format))
    }

    /// Whether standard output is for people.
    pub(super) fn are_for_people(&self) -> bool {
        let mut shown = self.0.iter().filter(|document| matches!(document.to, To::Output));
        shown.all(|document| {
            matches!(document.format, Format::Human(_) | Format::Short | Format::Github | Format::Markdown)
        })
    }

    /// Writes what comes before all articles.
    pub(super) fn begin(&mut self, rules: &[RuleCard], output: &mut Output) -> io::Result<()> {
        self.0.iter_mut().try_for_each(|document| {
            let opening = document.format.opening(rules);
            document.put(&opening, output)
        })
    }

    /// Writes what each of them says of an article, in their order.
    pub(super) fn article(&mut self, reports: Vec<String>, output: &mut Output) -> io::Result<()> {
        self.0.iter_mut().zip(reports).try_for_each(|(document, report)| {
            if document.format.holds_articles() { document.hold(report) } else { document.next(&report, output) }
        })
    }

    /// Writes what machines are told of an article that could not be read.
    pub(super) fn unread(&mut self, unread: Unread<'_>, output: &mut Output) -> io::Result<()> {
        self.0.iter_mut().try_for_each(|document| {
            let told = document.format.unread(unread);
            if document.format.holds_unread() { document.hold(told) } else { document.next(&told, output) }
        })
    }

    /// Ends the reports and puts those in files into their places; the error says what cannot be written.
    pub(super) fn end(self, totals: &Totals, output: &mut Output) -> io::Result<Result<(), String>> {
        let mut failed = Ok(());
        for mut document in self.0 {
            let closing = document.format.closing(totals, &document.held);
            let ended = document.put(&closing, output).map(|()| document.to);
            let (path, done) = match ended {
                Ok(To::Output) => continue,
                Ok(To::File(path, file)) => {
                    let done =
                        file.into_inner().map_err(io::IntoInnerError::into_error).and_then(|file| keep(file, &path));
                    (path, done)
                }
                Ok(To::Device(path, mut file)) => (path, file.flush()),
                Ok(To::Summary(path, text, left_out)) => {
                    let done = add(&path, &text, left_out);
                    (path, done)
                }
                Err(error) => return Err(error),
            };
            if let Err(error) = done {
                failed = Err(format!("{}: the report cannot be written: {}", path.display(), reason(&error)));
            }
        }
        Ok(failed)
    }
}

impl Document {
    #[expect(clippy::unnecessary_wraps, reason = "beside what writes")]
    fn hold(&mut self, text: String) -> io::Result<()> {
        if !text.is_empty() {
            self.held.push(text);
        }
        Ok(())
    }

    /// Writes what comes after other entries, if anything.
    fn next(&mut self, text: &str, output: &mut Output) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        if std::mem::replace(&mut self.begun, true) {
            self.put(self.format.between(), output)?;
        }
        self.put(text, output)
    }

    fn put(&mut self, text: &str, output: &mut Output) -> io::Result<()> {
        match &mut self.to {
            To::Output => output.put(text),
            To::File(_, file) => file.write_all(text.as_bytes()),
            To::Device(_, file) => file.write_all(text.as_bytes()),
            To::Summary(_, written, left_out) => {
                if written.len() + text.len() > SUMMARY {
                    *left_out += 1;
                } else {
                    written.push_str(text);
                }
                Ok(())
            }
        }
    }
}

/// A new file beside the one that it will replace, a link to which stays; a device or pipe itself.
fn begin(path: &Path) -> Result<To, String> {
    let cannot = |error: io::Error| format!("{}: the report cannot be written: {}", path.display(), reason(&error));
    if path.metadata().is_ok_and(|found| !found.is_file() && !found.is_dir()) {
        let file = File::options().write(true).open(path).map_err(cannot)?;
        return Ok(To::Device(path.to_owned(), BufWriter::new(file)));
    }
    let path = if path.is_symlink() { path.canonicalize().map_err(cannot)? } else { path.to_owned() };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let file = tempfile::Builder::new().prefix(".factlint-").tempfile_in(folder).map_err(cannot)?;
    Ok(To::File(path, BufWriter::new(file)))
}

fn keep(file: NamedTempFile, path: &Path) -> io::Result<()> {
    // Others may read it, as they may what the shell makes.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn add(path: &Path, text: &str, left_out: usize) -> io::Result<()> {
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path)?;
    file.write_all(text.as_bytes())?;
    if left_out > 0 {
        writeln!(
            file,
            "\nThe rest does not fit into the summary of a step: the findings of {left_out} more articles are in the log."
        )?;
    }
    Ok(())
}

fn format(asked: CheckFormat) -> Format {
    match asked {
        CheckFormat::Human => Format::Human(terminal::output()),
        CheckFormat::Short => Format::Short,
        CheckFormat::Json => Format::Json,
        CheckFormat::Jsonl => Format::Jsonl,
        CheckFormat::Sarif => Format::Sarif,
        CheckFormat::Github => Format::Github,
        CheckFormat::Gitlab => Format::Gitlab,
        CheckFormat::Junit => Format::Junit,
        CheckFormat::Checkstyle => Format::Checkstyle,
        CheckFormat::Rdjson => Format::Rdjson,
        CheckFormat::Markdown => Format::Markdown,
        CheckFormat::Html => Format::Html,
    }
}
