//! A session: header, outline, question, page.

use super::super::amount;
use super::super::app::App;
use super::super::interview::{Focus, Interview, Saving};
use super::super::layout::{BESIDE_COLUMNS, InterviewLayout, PromptPart, QuestionLayout};
use super::super::outline_pane::{Mark, Row};
use super::super::page::PageRow;
use super::super::paint::Canvas;
use super::inset;
use crate::interview::{Order, crumbs};
use crate::outline::{Outline, Standing};
use crate::text::fit::{truncate, truncate_middle};
use crate::text::width::columns;
use ratatui::layout::{Position, Rect};

/// Draws a session and gives where the cursor belongs.
pub(super) fn draw(
    app: &App,
    state: &Interview,
    areas: &InterviewLayout,
    canvas: &mut Canvas,
) -> Option<Position> {
    draw_header(app, state, areas.header, canvas);
    for (_, rule) in &areas.rules {
        for y in rule.top()..rule.bottom() {
            canvas.text(rule.x, y, 1, app.looks.glyphs.rule(), app.looks.theme.dim);
        }
    }
    let outline = areas
        .outline
        .map(|area| draw_outline(app, state, areas, area, canvas));
    let page = areas.page.map(|area| draw_page(app, state, areas, area, canvas));
    let answer = areas
        .question
        .as_ref()
        .and_then(|question| draw_question(app, state, question, canvas));
    match state.focus {
        Focus::Answer => answer,
        Focus::Outline => outline.flatten(),
        Focus::Page => page.flatten(),
    }
}

/// The columns in which a path still says something.
const LEAST_OF_A_PATH: usize = 16;

/// Name, what is saved, and the length of the whole.
fn draw_header(app: &App, state: &Interview, area: Rect, canvas: &mut Canvas) {
    let (theme, locale) = (app.looks.theme, app.looks.locale);
    let area = inset(area);
    let (saving, style) = match &state.saving {
        Saving::Unchanged => (String::new(), theme.dim),
        Saving::Unsaved => (locale.unsaved().to_owned(), theme.dim),
        Saving::Saved(time) => (locale.saved_at(time), theme.dim),
        Saving::Failed(refusal) => (locale.save_failed(&refusal.why), theme.wrong),
        Saving::ReadOnly(_) => (locale.read_only().to_owned(), theme.wrong),
    };
    let outline = state.outline();
    let settings = &outline.questionnaire().settings;
    let length = state.length;
    let limits = outline
        .get(Outline::ROOT)
        .map(|root| outline.node(root).length)
        .unwrap_or_default();
    let progress = outline
        .get(Outline::ROOT)
        .map(|root| root.progress)
        .unwrap_or_default();
    let is_over = amount::is_over(length, limits);
    let progress = format!("{}/{}", progress.answered, progress.total);
    let length = amount::length(&app.looks, length, limits, settings.count_by);
    let style_of_length = if is_over { theme.wrong } else { theme.dim };
    let wide = |text: &str| u16::try_from(columns(text, canvas.ambiguous)).unwrap_or(u16::MAX);
    let (name_width, saving_width) = (wide(&state.session.name), wide(&saving));
    let failed = match &state.saving {
        Saving::Failed(refusal) => refusal.path.as_deref().unwrap_or_default(),
        _ => "",
    };
    let is_failed = matches!(state.saving, Saving::Failed(_));
    let amounts = [wide(&progress), 2, wide(&length), 2];
    let beside_amounts = area
        .width
        .saturating_sub(amounts.into_iter().fold(0, u16::saturating_add));
    if is_failed && saving_width > beside_amounts {
        // Why nothing is saved matters more than all else.
        let said = with_path(&saving, failed, area.width, canvas);
        canvas.line(area, &said, style);
        return;
    }
    let left = beside(area, canvas.right(area, &length, style_of_length));
    let left = beside(left, canvas.right(left, &progress, theme.dim));
    if name_width.saturating_add(saving_width).saturating_add(2) <= left.width {
        canvas.line(left, &state.session.name, theme.strong);
        let room = left.width.saturating_sub(name_width + 2);
        let said = with_path(&saving, failed, room, canvas);
        canvas.right(left, &said, style);
    } else if saving.is_empty() {
        canvas.line(left, &state.session.name, theme.strong);
    } else {
        // What is saved matters more than the name.
        let said = with_path(&saving, failed, left.width, canvas);
        canvas.line(left, &said, style);
    }
}

/// What is said of saving, with where it failed as far as that fits.
fn with_path(said: &str, path: &str, room: u16, canvas: &Canvas) -> String {
    let ambiguous = canvas.ambiguous;
    let room = usize::from(room).saturating_sub(columns(said, ambiguous) + 1);
    if path.is_empty() || room < LEAST_OF_A_PATH {
        return said.to_owned();
    }
    format!(
        "{said} {}",
        truncate_middle(path, room, ambiguous, canvas.ellipsis)
    )
}

fn draw_outline(
    app: &App,
    state: &Interview,
    areas: &InterviewLayout,
    area: Rect,
    canvas: &mut Canvas,
) -> Option<Position> {
    let pane = &state.outline_pane;
    let mut cursor = None;
    let rows = pane.rows.iter().enumerate().skip(areas.outline_top);
    for ((index, row), y) in rows.zip(area.top()..area.bottom()) {
        let line = Rect { y, height: 1, ..area };
        draw_outline_row(app, row, line, canvas);
        if state.focus == Focus::Outline && index == pane.cursor {
            canvas.fill(line, app.looks.theme.selected);
            cursor = Some(Position { x: line.x, y });
        }
    }
    super::more::draw(app, areas.outline_more, area, canvas);
    match (pane.narrowing.typed(), areas.outline_filter) {
        (Some(typed), Some(line)) => {
            let nothing_fits = pane.rows.is_empty().then_some(app.looks.locale.filter_nothing());
            Some(super::narrowing::draw(app, typed, nothing_fits, line, canvas))
        }
        _ => cursor,
    }
}

fn draw_outline_row(app: &App, row: &Row, line: Rect, canvas: &mut Canvas) {
    let (theme, glyphs) = (app.looks.theme, app.looks.glyphs);
    let indent = u16::try_from(row.indent * 2).unwrap_or(0).min(line.width / 3);
    let mark = glyphs.mark(row.mark);
    let style = match row.mark {
        Mark::Standing(Standing::Invalid) => theme.wrong,
        _ if row.present => theme.accent,
        _ => theme.dim,
    };
    canvas.text(line.x + indent, line.y, 2, mark, style);
    let taken = match row.progress.filter(|progress| progress.total > 0) {
        Some(progress) => {
            canvas.right(
                line,
                &format!("{}/{}", progress.answered, progress.total),
                theme.dim,
            ) + 1
        }
        None => 0,
    };
    let x = line.x + indent + 2;
    let room = Rect {
        x,
        width: line.right().saturating_sub(x + taken),
        ..line
    };
    let style = match row.mark {
        Mark::Parked => theme.dim,
        _ if row.is_around => theme.dim,
        _ if row.present => theme.strong,
        _ => theme.text,
    };
    canvas.line(room, &row.title, style);
}

fn draw_page(
    app: &App,
    state: &Interview,
    areas: &InterviewLayout,
    area: Rect,
    canvas: &mut Canvas,
) -> Option<Position> {
    if state.work.document().blocks.is_empty() {
        canvas.line(
            Rect { height: 1, ..area },
            app.looks.locale.page_empty(),
            app.looks.theme.dim,
        );
    }
    super::more::draw(app, areas.page_more, area, canvas);
    let mut cursor = None;
    for (row, y) in areas.page_rows.iter().zip(area.top()..area.bottom()) {
        let line = Rect { y, height: 1, ..area };
        let start = draw_page_row(app, row, line, canvas);
        if let Some(column) = row.cursor.filter(|_| state.focus == Focus::Page) {
            canvas.text(line.x, y, 1, app.looks.glyphs.pointer(), app.looks.theme.accent);
            let x = start.saturating_add(u16::try_from(column).unwrap_or(0));
            let x = x.min(line.right().saturating_sub(1));
            cursor = Some(Position { x, y });
        }
    }
    cursor
}

/// Draws a row, and gives the column at which its words start.
fn draw_page_row(app: &App, row: &PageRow, line: Rect, canvas: &mut Canvas) -> u16 {
    let theme = app.looks.theme;
    if row.pieces.iter().any(|piece| piece.present) {
        canvas.text(line.x, line.y, 1, app.looks.glyphs.beside(), theme.accent);
    }
    let area = Rect {
        x: line.x + BESIDE_COLUMNS,
        width: line.width.saturating_sub(BESIDE_COLUMNS),
        ..line
    };
    let free = row.free_before(usize::from(area.width), canvas.ambiguous);
    let start = area.x + u16::try_from(free).unwrap_or(0);
    let mut x = start;
    for piece in &row.pieces {
        let style = match (piece.present, piece.heading) {
            (true, true) => theme.highlighted_heading,
            (true, false) => theme.highlight,
            (false, true) => theme.strong,
            (false, false) => theme.text,
        };
        x += canvas.text(x, line.y, area.right().saturating_sub(x), &piece.text, style);
    }
    start
}

fn draw_question(
    app: &App,
    state: &Interview,
    areas: &QuestionLayout,
    canvas: &mut Canvas,
) -> Option<Position> {
    let theme = app.looks.theme;
    draw_crumbs(app, state, areas.crumbs, canvas);
    let taken = draw_section_budget(app, state, areas.budget, canvas);
    draw_shared(app, state, beside(areas.budget, taken), canvas);
    for (part, text, area) in &areas.prompt {
        let style = match part {
            PromptPart::Ask => theme.strong,
            PromptPart::Help | PromptPart::Example => theme.dim,
        };
        canvas.text(area.x, area.y, area.width, text, style);
    }
    super::field::draw_status(app, areas, canvas);
    super::more::draw(app, areas.more, areas.list, canvas);
    super::field::draw(app, state, areas, canvas)
}

/// The way to the question: the titles of what is around it; at the right, which stop of how many it is.
fn draw_crumbs(app: &App, state: &Interview, area: Rect, canvas: &mut Canvas) {
    let outline = state.outline();
    let titles = state
        .stop()
        .map(|(id, _)| crumbs(outline, id))
        .unwrap_or_default();
    let position = state.stops.position(outline, &state.at);
    let locale = app.looks.locale;
    let position = position.map(|(position, of)| locale.stop_position(position + 1, of));
    let position = position.unwrap_or_default();
    let said = match state.order {
        Order::Document => position,
        Order::Pairs => locale.in_pairs(position),
    };
    let taken = canvas.right(area, &said, app.looks.theme.dim);
    let left = beside(area, taken);
    let titles: Vec<String> = titles.iter().map(|crumb| crumb.to_string()).collect();
    canvas.line(left, &titles.join(app.looks.glyphs.joint()), app.looks.theme.dim);
}

/// What the question belongs to, at the left: each thing as far as its share of the room goes.
fn draw_shared(app: &App, state: &Interview, area: Rect, canvas: &mut Canvas) {
    if state.shared_by.is_empty() {
        return;
    }
    let locale = app.looks.locale;
    let joint = locale.enumeration_joint();
    let wide = |text: &str| columns(text, canvas.ambiguous);
    let whole = locale.shared_by(state.shared_by.join(joint));
    let said = if wide(&whole) <= usize::from(area.width) {
        whole
    } else {
        let count = state.shared_by.len();
        let taken = wide(&locale.shared_by("")) + wide(joint) * count.saturating_sub(1);
        let share = usize::from(area.width).saturating_sub(taken) / count.max(1);
        let title = |title: &String| truncate(title, share, canvas.ambiguous, canvas.ellipsis);
        let titles: Vec<String> = state.shared_by.iter().map(title).collect();
        locale.shared_by(titles.join(joint))
    };
    canvas.line(area, &said, app.looks.theme.dim);
}

/// How much of its budget the section around the question takes, at the right; its name where there is room for it. Gives
/// the columns that are taken.
fn draw_section_budget(app: &App, state: &Interview, area: Rect, canvas: &mut Canvas) -> u16 {
    let Some((title, budget)) = &state.section else {
        return 0;
    };
    let theme = app.looks.theme;
    let by = state.outline().questionnaire().settings.count_by;
    let is_over = amount::is_over(budget.length, budget.limits);
    let style = if is_over { theme.wrong } else { theme.dim };
    let amount = amount::length(&app.looks, budget.length, budget.limits, by);
    let taken = canvas.right(area, &amount, style);
    let left = beside(area, taken);
    let width = u16::try_from(columns(title, canvas.ambiguous)).unwrap_or(u16::MAX);
    // The name leaves room for what else is to be said there.
    if width > left.width || !state.shared_by.is_empty() {
        return taken;
    }
    taken + 2 + canvas.right(left, title, theme.dim)
}

/// What is left of a line at the left of what takes so many columns of it, and a gap.
fn beside(area: Rect, taken: u16) -> Rect {
    let gap = if taken > 0 { 2 } else { 0 };
    Rect {
        width: area.width.saturating_sub(taken + gap),
        ..area
    }
}
