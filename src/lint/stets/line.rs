//! What a stet says in an article: `RULE until DATE: reason`.

use super::Flaw;
use jiff::civil::Date;

/// A stet as a comment says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'l> {
    /// A rule's id, a group, or a pattern with `*`.
    pub(super) rule: &'l str,
    /// Its last day.
    pub(super) until: Option<Date>,
    pub(super) why: &'l str,
}

/// How a stet is written, for help.
pub(super) const SHAPE: &str = "`stet RULE: reason` or `stet RULE until 2030-12-31: reason`";

/// Why a line cannot be used, and what to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unusable {
    pub(super) flaw: Flaw,
    pub(super) message: String,
}

/// Reads a line; that the rule is known is not looked at.
pub(super) fn read(words: &str) -> Result<Line<'_>, Unusable> {
    let wrong = |flaw, message: String| Err(Unusable { flaw, message });
    let end = words.find(|c: char| c == ':' || c.is_whitespace()).unwrap_or(words.len());
    let (rule, rest) = words.split_at_checked(end).unwrap_or((words, ""));
    if rule.is_empty() {
        return wrong(Flaw::UnknownRule, "this stet names no rule".to_owned());
    }
    let rest = rest.trim_start();
    let (until, rest) = match rest.strip_prefix("until").filter(|rest| rest.starts_with(char::is_whitespace)) {
        None => (None, rest),
        Some(rest) => {
            let (day, after) = rest.split_at_checked(rest.find(':').unwrap_or(rest.len())).unwrap_or((rest, ""));
            let first = day.split_whitespace().next().unwrap_or_default();
            match (day.trim().parse(), first.parse::<Date>()) {
                (Ok(day), _) => (Some(day), after),
                (Err(_), Ok(_)) => {
                    return wrong(Flaw::Unreadable, format!("there is no colon behind `{first}`"));
                }
                (Err(_), Err(_)) => {
                    return wrong(Flaw::Unreadable, format!("`{}` is no date", day.trim()));
                }
            }
        }
    };
    match rest.strip_prefix(':').map(str::trim) {
        Some(why) if !why.is_empty() => Ok(Line { rule, until, why }),
        None if !rest.is_empty() => wrong(Flaw::Unreadable, format!("there is no colon behind `{rule}`")),
        Some(_) | None => wrong(Flaw::NoReason, format!("this stet gives no reason to let `{rule}` stand")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_can_be_used() {
        let check = |words: &str, rule: &str, until: &str, why: &str| {
            let until = until.parse().ok();
            assert_eq!(read(words), Ok(Line { rule, until, why }), "{words:?}");
        };
        check("count/boats: they agreed: twice", "count/boats", "", "they agreed: twice");
        check("count/boats until 2026-12-31: they agreed", "count/boats", "2026-12-31", "they agreed");
        check("count/* until 2026-12-31 : they agreed", "count/*", "2026-12-31", "they agreed");
        check("count : until then", "count", "", "until then");
        check("until: they agreed", "until", "", "they agreed");
    }

    #[test]
    fn lines_that_cannot() {
        let check = |words: &str, flaw: Flaw, message: &str| {
            assert_eq!(read(words), Err(Unusable { flaw, message: message.to_owned() }), "{words:?}");
        };
        let no_reason = "this stet gives no reason to let `count/boats` stand";
        check("", Flaw::UnknownRule, "this stet names no rule");
        check(": they agreed", Flaw::UnknownRule, "this stet names no rule");
        check("count/boats", Flaw::NoReason, no_reason);
        check("count/boats:  ", Flaw::NoReason, no_reason);
        check("count/boats until 2026-12-31", Flaw::NoReason, no_reason);
        check("count/boats they agreed", Flaw::Unreadable, "there is no colon behind `count/boats`");
        check("count/boats until 2026-12-31 they agreed", Flaw::Unreadable, "there is no colon behind `2026-12-31`");
        check("count/boats until 2026-13-01: they agreed", Flaw::Unreadable, "`2026-13-01` is no date");
        check("count/boats until the autumn: they agreed", Flaw::Unreadable, "`the autumn` is no date");
        check("count/boats until : they agreed", Flaw::Unreadable, "`` is no date");
    }
}
