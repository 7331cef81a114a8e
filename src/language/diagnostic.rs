//! Mistakes in rule files and tables, as plain data that miette can print.

use super::code::Code;
use super::rule::RuleSource;
use crate::source::Span;
use miette::{Diagnostic, LabeledSpan, MietteError, SourceCode, SourceSpan, SpanContents};
use std::fmt;
use std::sync::Arc;

/// Whether a mistake keeps a rule from loading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// The rule loads; something in it is probably not meant.
    Warning,
    /// The rule, word list, table or definition does not load.
    Error,
}

/// Something wrong in a rule file or a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What kind of mistake.
    pub code: Code,
    /// Whether it keeps the rule from loading.
    pub grade: Grade,
    /// One line that stands alone.
    pub message: String,
    /// The places; the first is the main one.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
}

/// A place with what is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The file.
    pub source: Arc<RuleSource>,
    /// Where in it.
    pub span: Span,
    /// What is there.
    pub text: String,
}

impl Mistake {
    pub(crate) fn new(code: Code, source: &Arc<RuleSource>, span: Span, message: impl Into<String>) -> Self {
        let label = Label { source: Arc::clone(source), span, text: String::new() };
        Self { code, grade: code.grade(), message: message.into(), labels: vec![label], help: None }
    }

    /// Says `text` of the main place.
    pub(crate) fn labelled(mut self, text: impl Into<String>) -> Self {
        if let Some(label) = self.labels.first_mut() {
            label.text = text.into();
        }
        self
    }

    /// Adds another place of the main place's file.
    pub(crate) fn and(mut self, span: Span, text: impl Into<String>) -> Self {
        if let Some(first) = self.labels.first() {
            let source = Arc::clone(&first.source);
            self.labels.push(Label { source, span, text: text.into() });
        }
        self
    }

    /// Adds a place of another file.
    pub(crate) fn and_in(mut self, source: &Arc<RuleSource>, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { source: Arc::clone(source), span, text: text.into() });
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(crate) fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help.or(self.help);
        self
    }

    /// The file and byte of the main place, to order mistakes by.
    pub(super) fn place(&self) -> (&str, u32) {
        self.labels.first().map_or(("", 0), |label| (label.source.name.as_str(), label.span.start))
    }

    /// The labels of one file.
    fn labels_in<'m>(&'m self, source: &'m Arc<RuleSource>) -> impl Iterator<Item = &'m Label> {
        self.labels.iter().filter(move |label| Arc::ptr_eq(&label.source, source) || label.source == *source)
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Mistake {}

impl Diagnostic for Mistake {
    fn code<'m>(&'m self) -> Option<Box<dyn fmt::Display + 'm>> {
        Some(Box::new(self.code.name()))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.grade {
            Grade::Warning => miette::Severity::Warning,
            Grade::Error => miette::Severity::Error,
        })
    }

    fn help<'m>(&'m self) -> Option<Box<dyn fmt::Display + 'm>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display + 'm>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.labels.first().map(|label| &*label.source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let first = self.labels.first()?;
        Some(Box::new(self.labels_in(&first.source).map(|label| {
            let text = (!label.text.is_empty()).then(|| label.text.clone());
            LabeledSpan::new(text, label.span.start as usize, label.span.len())
        })))
    }

    fn related<'m>(&'m self) -> Option<Box<dyn Iterator<Item = &'m dyn Diagnostic> + 'm>> {
        let first = self.labels.first()?;
        let elsewhere = self.labels.iter().filter(|label| label.source != first.source);
        Some(Box::new(elsewhere.map(|label| label as &dyn Diagnostic)))
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Label {}

impl Diagnostic for Label {
    fn severity(&self) -> Option<miette::Severity> {
        Some(miette::Severity::Advice)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&*self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new(None, self.span.start as usize, self.span.len());
        Some(Box::new(std::iter::once(label)))
    }
}

impl SourceCode for RuleSource {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let found = self.text.read_span(span, before, after)?;
        Ok(Box::new(miette::MietteSpanContents::new_named(
            self.name.clone(),
            found.data(),
            *found.span(),
            found.line(),
            found.column(),
            found.line_count(),
        )))
    }
}
