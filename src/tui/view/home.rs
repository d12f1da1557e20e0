//! The first screen.

use super::super::app::App;
use super::super::home::{Home, SessionRow, progress_shown};
use super::super::layout::dialog::row_in;
use super::super::layout::more::More;
use super::super::paint::{Canvas, wrapped};
use super::{inset, narrowing};
use crate::messages::Locale;
use ratatui::layout::{Position, Rect};

/// A line of the screen.
enum Line<'a> {
    Title(&'a str),
    Blank,
    Heading(&'a str),
    Filter(&'a str),
    Row {
        index: usize,
        text: String,
        note: String,
    },
    About(String),
}

/// The lines from the top of the list.
fn lines<'a>(app: &App, home: &'a Home, width: u16) -> Vec<Line<'a>> {
    let locale = app.looks.locale;
    let mut lines = vec![Line::Title(locale.home_title()), Line::Blank];
    lines.extend(home.filter().map(Line::Filter));
    let sessions = home.sessions.iter().enumerate();
    let mut sessions = sessions.filter(|(index, _)| home.shows(*index)).peekable();
    if sessions.peek().is_some() {
        lines.push(Line::Heading(locale.home_resume()));
        lines.extend(sessions.map(|(index, row)| session_line(index, row, locale)));
        lines.push(Line::Blank);
    }
    let starts = (home.sessions.len()..).zip(&home.starts);
    let mut starts = starts.filter(|(index, _)| home.shows(*index)).peekable();
    if home.filter().is_none() || starts.peek().is_some() {
        lines.push(Line::Heading(locale.home_start()));
    }
    for (index, row) in starts {
        lines.push(Line::Row {
            index,
            text: row.title.clone(),
            note: row.name.clone(),
        });
        if let Some(about) = row.about.as_ref() {
            let rows = wrapped(about, width.saturating_sub(6), app.looks.ambiguous);
            lines.extend(rows.into_iter().map(Line::About));
        }
    }
    lines
}

fn session_line<'a>(index: usize, row: &SessionRow, locale: Locale) -> Line<'a> {
    let progress = progress_shown(row.progress, row.is_damaged, locale);
    Line::Row {
        index,
        text: row.name.clone(),
        note: format!("{progress}  {}", row.saved),
    }
}

/// The first line shown, so that the selected row is in view.
fn top(lines: &[Line], home: &Home, height: usize) -> usize {
    let is_selected = |line: &Line| matches!(line, Line::Row { index, .. } if *index == home.selected);
    let selected = lines.iter().position(is_selected).unwrap_or(0);
    super::super::layout::top_of(selected, lines.len(), height)
}

/// Draws the lists, and gives where the cursor belongs while something is looked for.
pub(super) fn draw(app: &App, home: &Home, body: Rect, canvas: &mut Canvas) -> Option<Position> {
    let mut cursor = None;
    let theme = app.looks.theme;
    let area = inset(body);
    let lines = lines(app, home, area.width);
    let top = top(&lines, home, usize::from(body.height));
    let more = More::of(lines.len(), top, usize::from(area.height));
    super::more::draw(app, more, area, canvas);
    for (line, y) in lines.iter().skip(top).zip(area.top()..area.bottom()) {
        let area = Rect { y, height: 1, ..area };
        match line {
            Line::Blank => {}
            Line::Title(text) => {
                canvas.line(area, text, theme.strong);
            }
            Line::Heading(text) => {
                canvas.line(area, text, theme.dim);
            }
            Line::Filter(typed) => {
                let nothing_fits = home.selected().is_none();
                let said = nothing_fits.then_some(app.looks.locale.filter_nothing());
                cursor = Some(narrowing::draw(app, typed, said, area, canvas));
            }
            Line::Row { index, text, note } => {
                let selected = *index == home.selected;
                if selected {
                    canvas.text(area.x, y, 2, app.looks.glyphs.pointer(), theme.accent);
                }
                let inner = row_in(area, more != More::default());
                let note_width = canvas.right(inner, note, theme.dim);
                let room = Rect {
                    width: inner.width.saturating_sub(note_width + 2),
                    ..inner
                };
                canvas.line(room, text, if selected { theme.strong } else { theme.text });
            }
            Line::About(text) => {
                canvas.text(area.x + 4, y, area.width.saturating_sub(4), text, theme.dim);
            }
        }
    }
    cursor
}

/// The row of the list that stands at a row of the screen. The list is laid out as it is drawn.
pub fn row_at(app: &App, home: &Home, body: Rect, y: u16) -> Option<usize> {
    let lines = lines(app, home, inset(body).width);
    let top = top(&lines, home, usize::from(body.height));
    match lines.get(top + usize::from(y.checked_sub(body.y)?))? {
        Line::Row { index, .. } => Some(*index),
        _ => None,
    }
}
