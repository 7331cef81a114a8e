//! Feasts of calendars that follow the moon: Hebrew by its arithmetic, Islamic by the tabular
//! calendar, which is a day from what is seen, and Chinese and Hindu by lists.

use super::anchor;
use jiff::ToSpan;
use jiff::civil::Date;

/// The days of a feast, year by year, as days of the year.
#[derive(Debug)]
pub(super) struct Listed {
    first: i16,
    days: &'static [u16],
}

impl Listed {
    pub(super) fn day(&self, year: i16) -> Option<Date> {
        let index = usize::try_from(year.checked_sub(self.first)?).ok()?;
        let day = self.days.get(index)?;
        Some(anchor::shifted(Date::new(year, 1, 1).ok()?, (i32::from(*day) - 1).days()))
    }
}

/// The Chinese New Year from 1970 to 2050, by the almanac of the Hong Kong Observatory.
pub(super) static CHINESE_NEW_YEAR: Listed = Listed {
    first: 1970,
    days: &[
        37, 27, 46, 34, 23, 42, 31, 49, 38, 28, 47, 36, 25, 44, 33, 51, 40, 29, 48, 37, 27, 46, 35, 23, 41, 31, 50, 38,
        28, 47, 36, 24, 43, 32, 22, 40, 29, 49, 38, 26, 45, 34, 23, 41, 31, 50, 39, 28, 47, 36, 25, 43, 32, 22, 41, 29,
        48, 37, 26, 44, 34, 23, 42, 31, 50, 39, 28, 46, 35, 24, 43, 32, 22, 41, 30, 48, 37, 26, 45, 33, 23,
    ],
};

/// Diwali from 2001 to 2035, as India's government lists it.
pub(super) static DIWALI: Listed = Listed {
    first: 2001,
    days: &[
        318, 308, 298, 317, 305, 294, 313, 302, 290, 309, 299, 318, 307, 296, 315, 304, 292, 311, 300, 319, 308, 297,
        316, 305, 293, 312, 302, 291, 309, 299, 318, 307, 295, 314, 303,
    ],
};

/// Holi from 2001 to 2030, as India's government lists it.
pub(super) static HOLI: Listed = Listed {
    first: 2001,
    days: &[
        69, 88, 77, 67, 85, 74, 63, 82, 70, 60, 79, 68, 86, 76, 65, 84, 72, 61, 80, 70, 88, 77, 67, 85, 73, 63, 81, 71,
        60, 79,
    ],
};

/// The day of a count that begins with 1 January of the year 1.
fn of_count(count: i32) -> Option<Date> {
    Date::new(1, 1, 1).ok()?.checked_add(count.checked_sub(1)?.days()).ok()
}

/// Rosh Hashanah in a year of the Gregorian calendar.
///
/// The molad and its postponements as in Reingold and Dershowitz, *Calendrical Calculations*, chapter 8.
pub(super) fn rosh_hashanah(year: i16) -> Option<Date> {
    of_count(new_year(i32::from(year) + 3761))
}

/// Hanukkah: the 25th of Kislev.
pub(super) fn hanukkah(year: i16) -> Option<Date> {
    let hebrew = i32::from(year) + 3761;
    let first = new_year(hebrew);
    // Heshvan has 30 days in a year that is a day too long.
    let heshvan = if (new_year(hebrew + 1) - first) % 10 == 5 { 30 } else { 29 };
    of_count(first + 30 + heshvan + 24)
}

fn new_year(hebrew: i32) -> i32 {
    let [before, own, after] = [hebrew - 1, hebrew, hebrew + 1].map(elapsed);
    let delay = match (after - own, own - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    own + delay - 1_373_427
}

/// Days from the Hebrew epoch to the new moon of a year, kept off Sunday, Wednesday and Friday.
fn elapsed(hebrew: i32) -> i32 {
    let months = (235 * hebrew - 234).div_euclid(19);
    let parts = 12_084 + 13_753 * months;
    let day = 29 * months + parts.div_euclid(25_920);
    if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
}

/// The days of the tabular Islamic calendar that fall in a year of the Gregorian one: mostly one, seldom two.
pub(super) fn islamic(year: i16, month: i32, day: i32) -> impl Iterator<Item = Date> {
    let near = (i32::from(year) - 622) * 33 / 32;
    (near - 1..=near + 2)
        .filter_map(move |hijri| {
            let before = (hijri - 1) * 354 + (3 + 11 * hijri).div_euclid(30);
            of_count(227_014 + before + 29 * (month - 1) + (6 * month - 1) / 11 + day)
        })
        .filter(move |date| date.year() == year)
}
