//! The lowest rows: the footer's one, or those of a word to the person.

use super::{inset, split_bottom};
use crate::tui::app::{App, Notice};
use crate::tui::command::{Command, Context};
use crate::tui::paint::wrapped;
use ratatui::layout::{Rect, Size};

/// A word to the person, as rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRows {
    /// The rows. Where not all of it has room the last one says which key shows the whole.
    pub rows: Vec<String>,
    /// Whether not all of it has room.
    pub is_cut: bool,
}

/// What stands above the lowest rows, and those.
pub fn footer(app: &App, area: Rect) -> (Rect, Rect) {
    let notice = app.notice.as_ref();
    let rows = notice.map_or(1, |said| notice_rows(app, said, area.as_size()).rows.len());
    split_bottom(area, u16::try_from(rows).unwrap_or(u16::MAX).max(1))
}

/// The rows of a word to the person, at most half of a screen of a size.
pub fn notice_rows(app: &App, notice: &Notice, screen: Size) -> NoticeRows {
    let width = inset(Rect::new(0, 0, screen.width, screen.height)).width;
    let mut rows = wrapped(&notice.text, width, app.looks.ambiguous);
    let most = usize::from(screen.height / 2).max(1);
    let is_cut = rows.len() > most;
    if is_cut {
        rows.truncate(most - 1);
        let key = app.key_of(Command::Help, Context::Anywhere);
        let ellipsis = app.looks.glyphs.ellipsis();
        rows.push(format!("{ellipsis} {}", app.looks.locale.notice_goes_on(key)));
    }
    NoticeRows { rows, is_cut }
}

/// Whether what is said to the person does not have room for all of it.
pub fn cuts_notice(app: &App) -> bool {
    let notice = app.notice.as_ref();
    notice.is_some_and(|notice| notice_rows(app, notice, app.size).is_cut)
}
