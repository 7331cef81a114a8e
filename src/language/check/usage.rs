//! What a rule names and never uses, and variables that take no part in the report.

use super::Checker;
use super::connect::Variable;
use super::name::Bound;
use crate::language::code::Code;
use crate::language::rule::Mark;

impl Checker<'_, '_> {
    /// Says of every variable, named expression and setting that nothing uses it.
    pub(super) fn unused_names(&mut self) {
        let mut unused = Vec::new();
        for local in self.locals.iter().filter(|local| !local.used) {
            let (what, help) = match local.what {
                Bound::Variable(_) | Bound::Group(..) => {
                    ("variable", "say in `where` what it has to do with the rest, or drop it")
                }
                Bound::Let(_) => ("named expression", "use it, or drop it"),
                Bound::Setting(_) => ("setting", "use it in a condition, or drop it"),
            };
            let message = format!("the {what} `{}` is never used", local.name);
            unused.push(self.mistake(Code::Unused, local.span, message).labelled("never used").help(help));
        }
        for mistake in unused {
            self.say(mistake);
        }
    }

    /// Says of every variable of the text that no mark shows it.
    pub(super) fn unmarked(&mut self, variables: &[Variable], marks: &[Mark]) {
        let shown: Vec<usize> = marks.iter().flat_map(|mark| self.used(&mark.expr)).collect();
        for variable in variables.iter().filter(|variable| variable.in_text) {
            if variable.slots.iter().any(|slot| shown.contains(slot)) {
                continue;
            }
            let name = &variable.name;
            let mistake = self.mistake(Code::Unmarked, variable.span, format!("`{name}` takes no part in the report"));
            self.say(mistake.labelled("no mark shows it").help(format!("add a clause such as `mark {name} \"…\"`")));
        }
    }
}
