//! A calendar to pick a day, a month or a year from. What is picked is typed into the field; what is typed is where the
//! calendar opens.

use crate::outline::Fault;
use crate::questionnaire::PartialDate;
use crate::questionnaire::date::Precision;
use crate::questionnaire::kind::Period;
use jiff::Span;
use jiff::civil::Date;
use std::cmp::Ordering;

/// A calendar, turned to a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    precision: Precision,
    period: Period,
    cursor: Date,
    today: Date,
}

/// A cell of a calendar's page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarCell {
    /// What it stands for.
    pub date: PartialDate,
    /// Whether the cursor is on it.
    pub is_cursor: bool,
    /// Whether it is, or holds, today.
    pub is_today: bool,
    /// Whether the question takes it.
    pub is_welcome: bool,
}

/// The years on a page of years.
const YEARS: i16 = 20;

impl Calendar {
    /// A calendar at the date that is typed, as far as that is known, else at today; the bounds of the question draw
    /// both in.
    pub fn new(precision: Precision, period: Period, typed: Option<PartialDate>, today: Date) -> Self {
        let civil = |date: PartialDate| {
            Date::new(date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1)).ok()
        };
        let mut cursor = typed.and_then(civil).unwrap_or(today);
        if typed.is_none() {
            cursor = period.min.and_then(civil).map_or(cursor, |min| cursor.max(min));
            cursor = period.max.and_then(civil).map_or(cursor, |max| cursor.min(max));
        }
        Self {
            precision,
            period,
            cursor,
            today,
        }
    }

    /// What a cell stands for: a day, a month, a year.
    pub fn precision(&self) -> Precision {
        self.precision
    }

    /// The cells in a row.
    pub fn columns(&self) -> i16 {
        match self.precision {
            Precision::Day => 7,
            Precision::Month => 4,
            Precision::Year => 5,
        }
    }

    /// Moves the cursor by so many cells, over the edge of the page where it comes to that.
    pub fn move_by(&mut self, cells: i16) {
        let span = match self.precision {
            Precision::Day => Span::new().try_days(cells),
            Precision::Month => Span::new().try_months(cells),
            Precision::Year => Span::new().try_years(cells),
        };
        self.go(span);
    }

    /// Turns so many pages: months of days, years of months, or as many years as a page shows.
    pub fn turn(&mut self, pages: i16) {
        let span = match self.precision {
            Precision::Day => Span::new().try_months(pages),
            Precision::Month => Span::new().try_years(pages),
            Precision::Year => Span::new().try_years(pages.saturating_mul(YEARS)),
        };
        self.go(span);
    }

    fn go(&mut self, span: Result<Span, jiff::Error>) {
        let reached = span.and_then(|span| self.cursor.checked_add(span));
        if let Ok(reached) = reached
            && (1..=9999).contains(&reached.year())
        {
            self.cursor = reached;
        }
    }

    /// Goes so many years on, to the same day or month.
    pub fn turn_years(&mut self, years: i16) {
        self.go(Span::new().try_years(years));
    }

    /// Puts the cursor on the first cell of the page.
    pub fn to_first(&mut self) {
        self.cursor = self.first();
    }

    /// Puts the cursor on the last cell of the page.
    pub fn to_last(&mut self) {
        self.cursor = self.last();
    }

    /// Puts the cursor on today.
    pub fn to_today(&mut self) {
        self.cursor = self.today;
    }

    /// What is chosen by the cursor; `None` off the calendar.
    ///
    /// # Errors
    /// Why the question does not take it.
    pub fn choose(&self) -> Result<Option<PartialDate>, Fault> {
        let date = self.date();
        match date.and_then(|date| self.fault(date)) {
            Some(fault) => Err(fault),
            None => Ok(date),
        }
    }

    /// What is under the cursor.
    pub fn date(&self) -> Option<PartialDate> {
        self.partial(self.cursor)
    }

    /// What the page as a whole stands for: a month of days, a year of months; of years the first and the last.
    pub fn title(&self) -> (Option<PartialDate>, Option<PartialDate>) {
        let first = self.first();
        match self.precision {
            Precision::Day => (PartialDate::new(first.year(), Some(first.month()), None), None),
            Precision::Month => (PartialDate::new(first.year(), None, None), None),
            Precision::Year => (
                PartialDate::new(first.year(), None, None),
                PartialDate::new(self.last().year(), None, None),
            ),
        }
    }

    /// The rows of the page. Weeks begin on Monday; days of other months are left out.
    pub fn rows(&self) -> Vec<Vec<Option<CalendarCell>>> {
        let first = self.first();
        let skipped = match self.precision {
            Precision::Day => first.weekday().to_monday_zero_offset(),
            Precision::Month | Precision::Year => 0,
        };
        let mut rows = Vec::new();
        let mut row: Vec<Option<CalendarCell>> = (0..skipped).map(|_| None).collect();
        let columns = usize::try_from(self.columns()).unwrap_or(7);
        let mut page = Self {
            cursor: first,
            ..*self
        };
        loop {
            row.push(self.cell(page.cursor));
            if row.len() == columns {
                rows.push(std::mem::take(&mut row));
            }
            let here = page.cursor;
            page.move_by(1);
            if page.cursor == here || page.first() != first {
                break;
            }
        }
        if !row.is_empty() {
            rows.push(row);
        }
        rows
    }

    fn cell(&self, date: Date) -> Option<CalendarCell> {
        let shown = self.partial(date)?;
        Some(CalendarCell {
            date: shown,
            is_cursor: self.partial(self.cursor) == Some(shown),
            is_today: self.partial(self.today) == Some(shown),
            is_welcome: self.fault(shown).is_none(),
        })
    }

    /// Why the question does not take a date.
    fn fault(&self, date: PartialDate) -> Option<Fault> {
        let Period { min, max } = self.period;
        let early = min.filter(|min| date.compare(min) == Ordering::Less);
        let late = max.filter(|max| date.compare(max) == Ordering::Greater);
        early.map(Fault::TooEarly).or(late.map(Fault::TooLate))
    }

    fn partial(&self, date: Date) -> Option<PartialDate> {
        PartialDate::new(date.year(), Some(date.month()), Some(date.day()))?.to_precision(self.precision)
    }

    /// The first date of the page.
    fn first(&self) -> Date {
        let (year, month) = (self.cursor.year(), self.cursor.month());
        let first = match self.precision {
            Precision::Day => Date::new(year, month, 1),
            Precision::Month => Date::new(year, 1, 1),
            // Pages begin with a round year; there is no year 0.
            Precision::Year => Date::new((year / YEARS * YEARS).max(1), 1, 1),
        };
        first.unwrap_or(self.cursor)
    }

    /// The last date of the page that has a cell of its own.
    fn last(&self) -> Date {
        let year = self.cursor.year();
        let last = match self.precision {
            Precision::Day => Ok(self.cursor.last_of_month()),
            Precision::Month => Date::new(year, 12, 1),
            Precision::Year => Date::new(year / YEARS * YEARS + YEARS - 1, 1, 1),
        };
        last.unwrap_or(self.cursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn calendar(typed: &str, precision: Precision) -> Calendar {
        Calendar::new(
            precision,
            Period::default(),
            PartialDate::parse(typed),
            date(2026, 11, 23),
        )
    }

    #[test]
    fn the_cursor_goes_over_the_edges_of_pages() {
        type Move = fn(&mut Calendar);
        for (typed, precision, moved, to) in [
            ("", Precision::Day, (|_| {}) as Move, "2026-11-23"),
            ("2021-07", Precision::Day, |_| {}, "2021-07-01"),
            ("2021-07-31", Precision::Day, |c| c.move_by(1), "2021-08-01"),
            ("2021-07-31", Precision::Day, |c| c.move_by(-7), "2021-07-24"),
            // There is no 31st of February.
            ("2024-01-31", Precision::Day, |c| c.turn(1), "2024-02-29"),
            ("2021-07-20", Precision::Day, Calendar::to_first, "2021-07-01"),
            ("2021-07-20", Precision::Day, Calendar::to_last, "2021-07-31"),
            ("2021-07-20", Precision::Day, Calendar::to_today, "2026-11-23"),
            ("2021-12", Precision::Month, |c| c.move_by(1), "2022-01"),
            ("2021-12", Precision::Month, |c| c.turn(-1), "2020-12"),
            ("2021-07", Precision::Month, Calendar::to_last, "2021-12"),
            ("2021", Precision::Year, |c| c.turn(1), "2041"),
            ("2021", Precision::Year, Calendar::to_last, "2039"),
            ("0007", Precision::Year, Calendar::to_last, "0019"),
            ("9999-12-01", Precision::Day, Calendar::to_last, "9999-12-31"),
            // The ends of the calendar hold.
            ("0001", Precision::Year, |c| c.move_by(-1), "0001"),
            ("9999-12-31", Precision::Day, |c| c.move_by(1), "9999-12-31"),
        ] {
            let mut calendar = calendar(typed, precision);
            moved(&mut calendar);
            let date = calendar.date().map(|date| date.to_string());
            assert_eq!(date.as_deref(), Some(to), "{typed} {precision:?}");
        }
    }

    #[test]
    fn pages_have_all_their_cells() {
        for (typed, precision, rows, cells) in [
            // A month that begins on a Monday in 28 days, and one in six weeks.
            ("2021-02-03", Precision::Day, 4, 28),
            ("2021-05-03", Precision::Day, 6, 31),
            ("2021-05", Precision::Month, 3, 12),
            ("2021", Precision::Year, 4, 20),
            ("0007", Precision::Year, 4, 19),
            ("9999-12-01", Precision::Day, 5, 31),
        ] {
            let page = calendar(typed, precision).rows();
            assert_eq!(page.len(), rows, "{typed}");
            assert_eq!(page.iter().flatten().flatten().count(), cells, "{typed}");
        }
    }
}
