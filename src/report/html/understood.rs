//! What a fact means, in words for people.

use crate::facts::names::{Certainty, Hedge};
use crate::report::facts::{Numbers, Record, Shown};
use jiff::civil::Date;
use jiff::fmt::strtime;
use serde_json::Number;

/// "40,000 or more (router)"; "March 2024"; "speaker: Ines Calder".
pub(super) fn value(record: &Record<'_>) -> String {
    let mut said: Vec<String> = Vec::new();
    let number = figure(record);
    let unit = record.unit.as_deref().unwrap_or_default();
    match (number, unit) {
        (Some(number), "percent") => said.push(format!("{number}%")),
        (Some(number), "") => said.push(number),
        (Some(number), unit) => said.push(format!("{number} ({unit})")),
        (None, "") => {}
        (None, unit) => said.push(unit.to_owned()),
    }
    // Of a length of time the figure and its unit say all.
    if let Some(timex) = record.timex.filter(|_| record.figure.is_none()) {
        said.push(time(timex));
    }
    for (name, value) in record.fields.iter() {
        said.push(format!("{}: {}", name.replace('_', " "), shown(value)));
    }
    if record.certainty != Certainty::Sure.word() {
        said.push(format!("({})", record.certainty));
    }
    said.join(" · ")
}

/// "17 May 2024".
pub(super) fn day(day: Date) -> String {
    strtime::format("%-d %B %Y", day).unwrap_or_default()
}

fn figure(record: &Record<'_>) -> Option<String> {
    let Numbers { figure, low, high } = record.figure.as_ref()?;
    if let (None, Some(low), Some(high)) = (figure, low, high) {
        return Some(format!("{} to {}", grouped(low), grouped(high)));
    }
    let meant = record.meant.filter(|meant| meant.single().is_none());
    if let Some(meant) = meant {
        let written = figure.as_ref().map(grouped).unwrap_or_default();
        let rough = record.hedge.is_none_or(|hedge| hedge == Hedge::Exactly.word());
        match (meant.low.number(), meant.high.number()) {
            // A round figure that nothing hedges is told as it is written.
            (Some(_), Some(_)) if rough && !written.is_empty() => return Some(written),
            (Some(low), Some(high)) => return Some(format!("between {low} and {high}")),
            (Some(low), None) => return Some(format!("{low} or more")),
            (None, Some(high)) => return Some(format!("{high} or less")),
            (None, None) => {}
        }
    }
    figure.as_ref().map(grouped)
}

/// A number with its thousands apart.
fn grouped(number: &Number) -> String {
    let written = number.to_string();
    let (sign, digits) = written.strip_prefix('-').map_or(("", written.as_str()), |digits| ("-", digits));
    let (whole, rest) = digits
        .split_at_checked(digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len()))
        .unwrap_or((digits, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        // Years and the like have no comma.
        if at > 0 && (whole.len() - at) % 3 == 0 && whole.len() > 4 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{rest}")
}

/// A TIMEX3 value that is a day, month or year in words; any other as it is.
fn time(timex: &str) -> String {
    if let Ok(date) = timex.parse::<Date>()
        && timex.len() == 10
    {
        return day(date);
    }
    if let Some((year, month)) = timex.split_once('-')
        && let (Ok(year), Ok(month)) = (year.parse(), month.parse())
        && let Ok(first) = Date::new(year, month, 1)
    {
        return strtime::format("%B %Y", first).unwrap_or_default();
    }
    match timex {
        "PRESENT_REF" => "now".to_owned(),
        "PAST_REF" => "in the past".to_owned(),
        "FUTURE_REF" => "in the future".to_owned(),
        other => other.to_owned(),
    }
}

fn shown(value: &Shown<'_>) -> String {
    match value {
        Shown::YesNo(true) => "yes".to_owned(),
        Shown::YesNo(false) => "no".to_owned(),
        Shown::Number(number) => number.as_ref().map_or_else(|| "open".to_owned(), grouped),
        Shown::Text(words) => words.split_whitespace().collect::<Vec<_>>().join(" "),
        Shown::List(values) => {
            let values: Vec<String> = values.iter().map(shown).collect();
            let joiner = if matches!(value, Shown::List(of) if of.len() == 2 && of.iter().all(|one| matches!(one, Shown::Number(_))))
            {
                " to "
            } else {
                ", "
            };
            values.join(joiner)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{grouped, time};
    use serde_json::Number;

    #[test]
    fn numbers_and_times_are_read_by_people() {
        let check = |n: f64, want: &str| assert_eq!(grouped(&Number::from_f64(n).unwrap()), want);
        assert_eq!(grouped(&Number::from(-1_234_567)), "-1,234,567");
        assert_eq!(grouped(&Number::from(2_024)), "2024");
        check(12_345.5, "12,345.5");
        check(0.5, "0.5");
        assert_eq!(time("2024-05-17"), "17 May 2024");
        assert_eq!(time("2024-03"), "March 2024");
        assert_eq!(time("2024"), "2024");
        assert_eq!(time("2024-W20"), "2024-W20");
        assert_eq!(time("PRESENT_REF"), "now");
    }
}
