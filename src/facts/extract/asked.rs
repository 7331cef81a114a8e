//! An answer about a sentence, kept while the same one is asked again: a sentence of many facts is looked through once.

/// The answer for the sentence that was asked last.
#[derive(Debug, Default)]
pub(super) struct Asked {
    last: Option<(u32, bool)>,
}

impl Asked {
    /// The answer for a sentence by its number, found out where it is not that of the last.
    pub(super) fn once(&mut self, sentence: u32, find_out: impl FnOnce() -> bool) -> bool {
        if let Some((_, answer)) = self.last.filter(|(last, _)| *last == sentence) {
            return answer;
        }
        let answer = find_out();
        self.last = Some((sentence, answer));
        answer
    }
}
