//! Rules across the archive: they look at two facts of two articles.

use super::Checker;
use super::clauses::Line;
use crate::facts::exact::Exact;
use crate::facts::quantity::Measured;
use crate::language::code::Code;
use crate::language::rule::{Across, Binding, Literal};
use crate::language::syntax::{self, Clause};
use crate::source::Span;

impl Checker<'_, '_> {
    /// What `across archive` says.
    pub(super) fn across(&mut self, within: Option<&syntax::Expr<'_>>) -> Across {
        self.across_archive = true;
        Across { within: within.and_then(|within| self.days(within)) }
    }

    /// How many days a length of time is.
    fn days(&mut self, within: &syntax::Expr<'_>) -> Option<Exact> {
        let (literal, _) = self.only_literal(within)?;
        if let Literal::Quantity(quantity) = &literal
            && quantity.measured == Measured::Time
            && let Some(days) = quantity.interval.single().filter(|days| *days > Exact::ZERO)
        {
            return Some(days);
        }
        let mistake = self.mistake(Code::Archive, within.span, "this is no length of time");
        let help = "say how far apart the articles may be published at most, such as `within 2 years`";
        self.say(mistake.labelled("a length of time is wanted").help(help));
        None
    }

    /// That a rule across the archive looks at two facts.
    pub(super) fn two_facts(&mut self, lines: &[Line<'_, '_>], bindings: &[Binding]) {
        if matches!(bindings, [Binding::Pair { .. }] | [Binding::Each { .. }, Binding::Each { .. }]) {
            return;
        }
        let Some(line) = lines.iter().find(|line| matches!(line.clause, Clause::Across(_))) else { return };
        let message = "a rule across the archive looks at two facts, each of another article";
        let mistake = self.mistake(Code::Archive, line.word().span, message);
        let help = "write `for each pair of birth a, b`, or two variables such as `for each age a, birth b`";
        self.say(mistake.labelled("this rule looks at something else").help(help));
    }

    /// That it says which article it means.
    pub(super) fn which_article(&mut self, span: Span) {
        let mistake = self.mistake(Code::Archive, span, "a rule across the archive looks at two articles");
        self.say(mistake.labelled("this could be either").help("say whose: such as `a.article.published`"));
    }
}
