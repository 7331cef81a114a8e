//! Which suggestions are taken: those that a person picks, or those that need nobody to look at them.

use crate::article::Place;
use crate::cli::sign::question;
use crate::lint::finding::{Finding, Suggestion};
use crate::lint::suggested::rewrites_a_figure;
use std::io::{self, BufRead, Write};

/// What somebody says of a finding's suggestions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The suggestion of that number is taken.
    Take(usize),
    /// None is.
    Leave,
    /// No more is to be asked of this article.
    Next,
    /// No more is to be asked at all.
    Quit,
}

/// Asks which of `count` suggestions is taken, until there is an answer.
pub(super) fn ask(count: usize, answers: &mut impl BufRead, page: &mut impl Write) -> io::Result<Answer> {
    let take = if count == 1 { "y(es)".to_owned() } else { format!("1 to {count}") };
    let asked = format!("replace it? {take}, n(o), d(one with this article), q(uit) ");
    loop {
        let Some(answer) = question(&asked, answers, page)? else { return Ok(Answer::Quit) };
        match answer.as_str() {
            "y" | "yes" if count == 1 => return Ok(Answer::Take(0)),
            "n" | "no" | "" => return Ok(Answer::Leave),
            "d" | "done" => return Ok(Answer::Next),
            "q" | "quit" => return Ok(Answer::Quit),
            number => {
                let number = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                if let Some(number) = number.filter(|&number| number < count) {
                    return Ok(Answer::Take(number));
                }
            }
        }
    }
}

/// Why a suggestion is left alone although nobody says no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Left {
    /// There are several, and nothing says which is meant.
    Several,
    /// It rewrites a figure.
    Figure,
    /// It changes words that the finding of another shows, or that another changes.
    Touched,
    /// It cannot be written in its source.
    Unwritable,
    /// Somebody said no, or was not asked any more.
    Declined,
}

impl Left {
    pub(super) const ALL: [Self; 5] = [Self::Several, Self::Figure, Self::Touched, Self::Unwritable, Self::Declined];

    /// What is said of so many findings that are left for this reason.
    pub(super) fn said(self, count: usize) -> String {
        let one = count == 1;
        match self {
            Self::Several => format!("{count} with several suggestions, of which a person has to pick"),
            Self::Figure => {
                format!("{count} that would rewrite {} (--figures allows it)", if one { "a figure" } else { "figures" })
            }
            Self::Touched => {
                format!("{count} that touch{} what was changed (run fix again)", if one { "es" } else { "" })
            }
            Self::Unwritable => format!(
                "{count} that cannot be written where {} stand{}",
                if one { "it" } else { "they" },
                if one { "s" } else { "" }
            ),
            Self::Declined => format!("{count} left as {} written", if one { "it is" } else { "they are" }),
        }
    }
}

/// What is taken where nobody is asked.
pub(super) fn unasked(suggestions: &[(&Suggestion, &str)], figures: bool) -> Result<usize, Left> {
    match suggestions {
        [(suggestion, old)] if figures || !rewrites_a_figure(old, &suggestion.text) => Ok(0),
        [_] => Err(Left::Figure),
        _ => Err(Left::Several),
    }
}

/// What was taken in an article, so that nothing is changed that rests on it.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// The places that are changed.
    changed: Vec<Place>,
    /// The places that the findings show whose suggestions were taken.
    shown: Vec<Place>,
}

impl Taken {
    pub(super) fn add(&mut self, finding: &Finding, suggestion: &Suggestion) {
        self.changed.push(suggestion.place);
        self.shown.extend(finding.marks.iter().map(|mark| mark.place));
    }

    /// Whether a finding may not be there any more.
    pub(super) fn touches(&self, finding: &Finding) -> bool {
        let own = finding.marks.iter().map(|mark| mark.place);
        own.into_iter().any(|own| self.changed.iter().any(|changed| changed.overlaps(own)))
    }

    /// Whether a suggestion would change what is changed already, or what that was said of.
    pub(super) fn holds(&self, suggestion: &Suggestion) -> bool {
        let mut all = self.changed.iter().chain(&self.shown);
        all.any(|place| place.overlaps(suggestion.place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn answers() {
        let check = |count: usize, answers: &str, want: Answer| {
            let mut page = Vec::new();
            assert_eq!(ask(count, &mut answers.as_bytes(), &mut page).unwrap(), want, "{answers:?}");
        };
        check(1, "y\n", Answer::Take(0));
        check(1, "what\nyes\n", Answer::Take(0));
        check(2, "y\n2\n", Answer::Take(1));
        check(2, "3\n0\n1\n", Answer::Take(0));
        check(1, "\n", Answer::Leave);
        check(1, "no\n", Answer::Leave);
        check(1, "d\n", Answer::Next);
        check(1, "", Answer::Quit);
        check(1, "perhaps", Answer::Quit);
    }

    #[test]
    fn what_nobody_has_to_look_at() {
        let place = Place { field: 0, span: Span::new(0, 4) };
        let check = |suggested: &[(&str, &str)], figures: bool, want: Result<usize, Left>| {
            let new = suggested.iter().map(|(_, new)| Suggestion { place, text: (*new).to_owned(), because: None });
            let new: Vec<Suggestion> = new.collect();
            let all: Vec<_> = new.iter().zip(suggested).map(|(new, (old, _))| (new, *old)).collect();
            assert_eq!(unasked(&all, figures), want, "{suggested:?}");
        };
        check(&[("Thursday", "Tuesday")], false, Ok(0));
        check(&[("12%", "13%")], false, Err(Left::Figure));
        check(&[("12%", "13%")], true, Ok(0));
        check(&[("Thursday", "Tuesday"), ("27", "29")], true, Err(Left::Several));
    }
}
