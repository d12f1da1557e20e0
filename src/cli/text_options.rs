//! The options of plain text.

use crate::export::PlainText;
use crate::export::plain_text::LineEnd;
use clap::ArgMatches;

/// How plain text was asked for.
pub(super) fn of(matches: &ArgMatches) -> PlainText {
    PlainText {
        line_end: if matches.get_flag("crlf") {
            LineEnd::Crlf
        } else {
            LineEnd::Lf
        },
        byte_order_mark: matches.get_flag("bom"),
        indent: matches.get_one::<String>("indent").cloned(),
        paragraph_gap: matches.get_one::<usize>("gap").copied(),
    }
}
