//! Times as a person reads them, in the time zone of the machine.

use jiff::{Timestamp, tz::TimeZone};
use std::time::SystemTime;

/// Now, in seconds since 1970-01-01 UTC.
pub fn now() -> i64 {
    Timestamp::now().as_second()
}

/// A moment, in seconds since 1970-01-01 UTC, as date and time of day: `2026-11-23 14:02`.
pub fn shown(seconds: i64) -> String {
    formatted(seconds, "%Y-%m-%d %H:%M")
}

/// The time of the day of a moment: `14:02:31`.
pub fn time_of_day(at: SystemTime) -> String {
    formatted(
        super::disk::unix_seconds(at).try_into().unwrap_or(i64::MAX),
        "%H:%M:%S",
    )
}

/// The day of a moment.
pub fn day(seconds: i64) -> jiff::civil::Date {
    let moment = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    moment.to_zoned(TimeZone::system()).date()
}

/// The year in which a moment falls.
pub fn year(seconds: i64) -> String {
    formatted(seconds, "%Y")
}

fn formatted(seconds: i64, form: &str) -> String {
    let moment = Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH);
    moment.to_zoned(TimeZone::system()).strftime(form).to_string()
}
