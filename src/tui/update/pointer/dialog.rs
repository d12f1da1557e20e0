//! The mouse in dialogs.

use super::super::super::action::Action;
use super::super::super::app::App;
use super::super::super::command::Command;
use super::super::super::dialog::Dialog;
use super::super::super::effect::Effect;
use super::super::super::layout::{self, dialog as areas};
use super::super::{find, update};
use super::WHEEL_ROWS;
use crate::text::AmbiguousWidth;
use ratatui::layout::{Position, Rect};

/// What a click asks for.
enum Asked {
    /// The row that is selected now.
    Choice,
    /// The hit that is selected now.
    Hit,
    /// An answer.
    Fill(String),
}

/// A click in the topmost dialog. In a menu or a table the first click selects a row or a cell, and one on
/// the selected one chooses it.
pub(super) fn click(app: &mut App, at: Position) -> Vec<Effect> {
    let (above, _) = layout::footer(app, Rect::new(0, 0, app.size.width, app.size.height));
    let ambiguous = app.looks.ambiguous;
    let dialog = app.dialogs.last_mut();
    let asked = dialog.and_then(|dialog| asked(dialog, at, above, ambiguous));
    match asked {
        Some(Asked::Choice) => update(app, Action::Command(Command::Choose)),
        Some(Asked::Hit) => find::obey(app, Command::Choose),
        Some(Asked::Fill(text)) => {
            app.dialogs.pop();
            update(app, Action::Fill(text))
        }
        None => Vec::new(),
    }
}

fn asked(dialog: &mut Dialog, at: Position, above: Rect, ambiguous: AmbiguousWidth) -> Option<Asked> {
    match dialog {
        Dialog::Menu(menu) => {
            let areas = areas::menu(menu, above, ambiguous);
            let row = areas.rows.get(areas.list.line_at(at)?)?.row()?;
            let is_selected = menu.selected() == row;
            menu.select(row);
            is_selected.then_some(Asked::Choice)
        }
        Dialog::Find(find) => {
            let hit = areas::hits(find, above).line_at(at)?;
            find.hits.get(hit)?;
            find.selected = hit;
            Some(Asked::Hit)
        }
        Dialog::Calendar(calendar) => {
            let cells = areas::calendar(calendar, above).cells;
            let (_, cell) = cells.into_iter().find(|(area, _)| area.contains(at))?;
            cell.is_welcome.then(|| Asked::Fill(cell.date.to_string()))
        }
        Dialog::Table(table) => {
            let cells = areas::table(table, above).cells;
            let (cell, _) = cells.into_iter().find(|(_, area)| area.contains(at))?;
            let is_selected = table.cursor == cell;
            table.cursor = cell;
            is_selected.then_some(Asked::Choice)
        }
        Dialog::Reading(_) | Dialog::Confirm(_) | Dialog::Prompt(_) | Dialog::Comparison(_) => None,
    }
}

/// A turn of the wheel, wherever the mouse is: by rows in what is read, by single rows where one is selected, by pages in
/// a calendar.
pub(super) fn wheel(app: &mut App, by: isize) {
    let (inside, ambiguous) = (layout::inside_dialog(app.size), app.looks.ambiguous);
    match app.dialogs.last_mut() {
        Some(Dialog::Menu(menu)) => menu.move_by(by),
        Some(Dialog::Table(table)) => table.move_by(by),
        Some(Dialog::Find(find)) => find.move_by(by),
        Some(Dialog::Calendar(calendar)) => calendar.turn(i16::try_from(by).unwrap_or(0)),
        Some(Dialog::Reading(reading)) => reading.scroll(by * WHEEL_ROWS, inside, ambiguous),
        Some(Dialog::Comparison(comparison)) => comparison.scroll(by * WHEEL_ROWS, inside, ambiguous),
        Some(Dialog::Confirm(_) | Dialog::Prompt(_)) | None => {}
    }
}
