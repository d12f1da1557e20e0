//! A day, a month or a year, as a person gives it.

use std::cmp::Ordering;
use std::fmt;

/// Names of the months, in full, as English prints them.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date of the Gregorian calendar that is known to the year, to the month or to the day. Years run from 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoDate {
    /// It does not look like one.
    Unreadable,
    /// It names a month that no year has.
    NoSuchMonth(i32),
    /// It names a day that this month does not have.
    NoSuchDay(PartialDate),
}

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// Year, month and day.
    Day,
}

impl PartialDate {
    /// A date from its parts; `None` where the calendar has no such date.
    pub fn new(year: i16, month: Option<i8>, day: Option<i8>) -> Option<Self> {
        if !(1..=9999).contains(&year) || (month.is_none() && day.is_some()) {
            return None;
        }
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
        Some(Self { year, month, day })
    }

    /// [`read`](Self::read), whatever the reason is where that fails.
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    /// Reads what a person writes: `2021-07-03`, `2021-07`, `2021年7月3日`, `2021年07月份`, `2021.7`, `7/2021`,
    /// `July 2021`, `3 July 2021`, `July 3, 2021`, `2021`, `202107`, `20210703`. Full-width digits are read as well.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(text: &str) -> Result<Self, NoDate> {
        let (year, month, day) = parts(text).ok_or(NoDate::Unreadable)?;
        if let Some(month) = month.filter(|month| !(1..=12).contains(month)) {
            return Err(NoDate::NoSuchMonth(month));
        }
        let narrow = |number: Option<i32>| number.map(i8::try_from).transpose();
        let year = i16::try_from(year).map_err(|_| NoDate::Unreadable)?;
        let month = narrow(month).map_err(|_| NoDate::Unreadable)?;
        let whole = Self::new(year, month, None).ok_or(NoDate::Unreadable)?;
        let day = narrow(day).map_err(|_| NoDate::NoSuchDay(whole))?;
        Self::new(year, month, day).ok_or(NoDate::NoSuchDay(whole))
    }

    /// How many days its month has.
    pub fn days_in_month(&self) -> Option<i8> {
        let first = jiff::civil::Date::new(self.year, self.month?, 1).ok()?;
        Some(first.days_in_month())
    }

    /// The year.
    pub fn year(&self) -> i16 {
        self.year
    }

    /// The month, from 1 to 12.
    pub fn month(&self) -> Option<i8> {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(&self) -> Option<i8> {
        self.day
    }

    /// The month's English name.
    pub fn month_name(&self) -> Option<&'static str> {
        MONTHS.get(usize::try_from(self.month? - 1).ok()?).copied()
    }

    /// How much of it is known.
    pub fn precision(&self) -> Precision {
        match (self.month, self.day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        }
    }

    /// The same date known to no more than this; `None` where less is known.
    pub fn to_precision(&self, precision: Precision) -> Option<Self> {
        if self.precision() < precision {
            return None;
        }
        Some(Self {
            year: self.year,
            month: self.month.filter(|_| precision >= Precision::Month),
            day: self.day.filter(|_| precision >= Precision::Day),
        })
    }

    /// Compares to the precision that both have: July 2021 is neither before nor after 3 July 2021.
    pub fn compare(&self, other: &Self) -> Ordering {
        let shared = self.precision().min(other.precision());
        let key = |date: &Self| {
            date.to_precision(shared)
                .map(|date| (date.year, date.month, date.day))
        };
        key(self).cmp(&key(other))
    }
}

/// ISO 8601: `2021`, `2021-07`, `2021-07-03`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// The year, the month and the day that a text names, whether there are such or not.
fn parts(text: &str) -> Option<(i32, Option<i32>, Option<i32>)> {
    let mut numbers: Vec<(i32, usize)> = Vec::new();
    let mut month_name = None;
    let mut rest = text.trim();
    while let Some(first) = rest.chars().next() {
        let length = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        if digit(first).is_some() {
            let (run, after) = rest.split_at_checked(length(|c| digit(c).is_some()))?;
            let digits = run.chars().count();
            let value = |run: &str| run.chars().filter_map(digit).fold(0, |sum, d| sum * 10 + d);
            match digits {
                1..=4 => numbers.push((value(run), digits)),
                // All in one, of the years that people write so.
                6 | 8 if numbers.is_empty() && (1900..2100).contains(&leading_year(run)) => {
                    let all = value(run);
                    let (year_and_month, day) = match digits {
                        8 => (all / 100, Some(all % 100)),
                        _ => (all, None),
                    };
                    numbers.push((year_and_month / 100, 4));
                    numbers.push((year_and_month % 100, 2));
                    numbers.extend(day.map(|day| (day, 2)));
                }
                _ => return None,
            }
            rest = after;
        } else if first.is_ascii_alphabetic() {
            let (word, after) = rest.split_at_checked(length(|c| c.is_ascii_alphabetic()))?;
            if month_name.replace(month_of(word)?).is_some() {
                return None;
            }
            rest = after;
        } else if matches!(
            first,
            '-' | '/' | '.' | ',' | ' ' | '年' | '月' | '份' | '日' | '号' | '－' | '／' | '．' | '、'
        ) {
            rest = rest.strip_prefix(first)?;
        } else {
            return None;
        }
    }
    let is_year = |&(_, digits): &(i32, usize)| digits == 4;
    let (year, month, day) = match (numbers.as_slice(), month_name) {
        ([year], None) => (year, None, None),
        ([year, month], None) if is_year(year) => (year, Some(month.0), None),
        ([month, year], None) => (year, Some(month.0), None),
        ([year, month, day], None) => (year, Some(month.0), Some(day.0)),
        ([year], Some(month)) => (year, Some(month), None),
        ([day, year], Some(month)) => (year, Some(month), Some(day.0)),
        _ => return None,
    };
    if !is_year(year) {
        return None;
    }
    Some((year.0, month, day))
}

/// The first four digits of a run.
fn leading_year(run: &str) -> i32 {
    run.chars()
        .filter_map(digit)
        .take(4)
        .fold(0, |sum, d| sum * 10 + d)
}

fn digit(c: char) -> Option<i32> {
    let ascii = match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0'))?,
        _ => c,
    };
    ascii.to_digit(10).and_then(|d| i32::try_from(d).ok())
}

/// The number of a month from its English name or the first three or more letters of it.
fn month_of(word: &str) -> Option<i32> {
    let word = word.to_ascii_lowercase();
    let named = |month: &&str| word.len() >= 3 && month.to_ascii_lowercase().starts_with(&word);
    let index = MONTHS.iter().position(named)?;
    i32::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (text, read) in [
            ("2021-07", Some("2021-07")),
            ("2021年7月", Some("2021-07")),
            ("2021 年 7 月 3 日", Some("2021-07-03")),
            ("２０２１年７月", Some("2021-07")),
            ("7/2021", Some("2021-07")),
            ("2021.7.3", Some("2021-07-03")),
            ("July 3, 2021", Some("2021-07-03")),
            ("3 jul 2021", Some("2021-07-03")),
            ("Sept 2021", Some("2021-09")),
            ("2021", Some("2021")),
            ("2021年07月份", Some("2021-07")),
            ("202107", Some("2021-07")),
            ("２０２１０７", Some("2021-07")),
            ("20210703", Some("2021-07-03")),
            ("210703", None),
            ("20210703 5", None),
            ("2021-13", None),
            ("2021-02-30", None),
            ("21-07", None),
            ("去年七月", None),
            ("2021 July August", None),
            ("99999", None),
            ("", None),
        ] {
            assert_eq!(
                PartialDate::parse(text).map(|d| d.to_string()).as_deref(),
                read,
                "{text}"
            );
        }
    }

    #[test]
    fn a_date_that_is_none_says_why() {
        let february = PartialDate::new(2021, Some(2), None).unwrap();
        assert_eq!(february.days_in_month(), Some(28));
        for (text, reason) in [
            ("2021-02-30", NoDate::NoSuchDay(february)),
            ("2021-02-200", NoDate::NoSuchDay(february)),
            ("20210230", NoDate::NoSuchDay(february)),
            ("2021-13", NoDate::NoSuchMonth(13)),
            ("2021-13-45", NoDate::NoSuchMonth(13)),
            ("202113", NoDate::NoSuchMonth(13)),
            ("0000-02", NoDate::Unreadable),
            ("去年", NoDate::Unreadable),
        ] {
            assert_eq!(PartialDate::read(text), Err(reason), "{text}");
        }
    }

    #[test]
    fn compares_to_the_shared_precision() {
        for (left, right, order) in [
            ("2021-07", "2021-07-03", Ordering::Equal),
            ("2021-07", "2021-08", Ordering::Less),
            ("2022", "2021-12-31", Ordering::Greater),
        ] {
            let (left, right) = (
                PartialDate::parse(left).unwrap(),
                PartialDate::parse(right).unwrap(),
            );
            assert_eq!(left.compare(&right), order);
        }
    }
}
