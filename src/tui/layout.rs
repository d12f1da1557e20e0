//! Where everything stands on the screen, computed from the state before it is drawn. Clicks are understood by the same
//! computation.

pub mod dialog;
pub mod lowest;
pub mod more;
pub mod panes;

use super::app::{App, Looks, Screen};
use super::dialog::Dialog;
use super::editor::{self, View};
use super::field::Field;
use super::find::Scope;
use super::interview::Interview;
use super::page::PageRow;
use super::paint::wrapped;
use super::status::{Setting, Status};
use crate::interview::pairs::lacking;
use crate::outline::Form;
use crate::settings::panes::Panes;
use crate::text::fit;
use crate::text::width::columns;
pub use lowest::footer;
use more::More;
use panes::Side;
use ratatui::layout::{Rect, Size};

/// The smallest terminal that the program can be used on, in columns and rows.
pub const SMALLEST: (u16, u16) = (40, 12);
/// The columns before a row of a picker: its box and a space.
pub const MARK_COLUMNS: usize = 4;

/// The columns before a row of the page: the mark beside what the present question yields, and a space.
pub const BESIDE_COLUMNS: u16 = 2;

/// What is on the screen.
#[derive(Debug)]
pub enum Layout {
    /// The terminal is too small for anything but saying so.
    TooSmall,
    /// The first screen.
    Home {
        /// The lists.
        body: Rect,
    },
    /// A session.
    Interview(Box<InterviewLayout>),
}

/// Where the parts of an interview stand.
#[derive(Debug)]
pub struct InterviewLayout {
    /// The line at the top: session, saving, length.
    pub header: Rect,
    /// The outline.
    pub outline: Option<Rect>,
    /// The first row of the outline that is shown.
    pub outline_top: usize,
    /// What is out of view of the outline.
    pub outline_more: More,
    /// The line above the outline in which is typed what narrows it; none while nothing is.
    pub outline_filter: Option<Rect>,
    /// The question with its answer.
    pub question: Option<QuestionLayout>,
    /// The page.
    pub page: Option<Rect>,
    /// What stands on the page.
    pub page_rows: Vec<PageRow>,
    /// What is out of view of the page.
    pub page_more: More,
    /// The rules between the question and the panes beside it.
    pub rules: Vec<(Side, Rect)>,
}

/// Where the parts of a question stand.
#[derive(Debug)]
pub struct QuestionLayout {
    /// The way to the question, in one line.
    pub crumbs: Rect,
    /// The line below: the budget of the section.
    pub budget: Rect,
    /// The question, its help and its example, as rows.
    pub prompt: Vec<(PromptPart, String, Rect)>,
    /// The answer.
    pub field: Rect,
    /// What is shown of an answer that is typed, or of the writer's own words below a list.
    pub view: Option<View>,
    /// The line where what narrows a picker's list is typed; none while nothing is.
    pub filter: Option<Rect>,
    /// The rows of a picker.
    pub list: Rect,
    /// The first row of a picker that is shown.
    pub picker_top: usize,
    /// What is out of view of the answer or the list.
    pub more: More,
    /// What is said of the answer below it.
    pub status: Status,
    /// Where that stands.
    pub status_area: Rect,
}

/// A part of what stands above the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptPart {
    /// The question.
    Ask,
    /// Its help.
    Help,
    /// Its example.
    Example,
}

/// The columns and rows inside a dialog that takes all of the room.
pub fn inside_dialog(screen: Size) -> (u16, u16) {
    // The footer, the rule and the title.
    (screen.width.saturating_sub(2), screen.height.saturating_sub(3))
}

/// Lays the screen out. The editor and the page find their rows for the size that they get, which is all that changes.
pub fn lay_out(app: &mut App) -> Layout {
    let area = Rect::new(0, 0, app.size.width, app.size.height);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return Layout::TooSmall;
    }
    let contexts = app.contexts();
    app.renew_footer(contexts);
    let (above, _) = footer(app, area);
    let setting = Setting {
        looks: &app.looks,
        hints: &app.hints,
        typing_aid: app.typing_aid,
    };
    match &mut app.screen {
        Screen::Home(_) => Layout::Home { body: above },
        Screen::Interview(interview) => {
            // What is found is to be seen above the line that finds it.
            let above = match app.dialogs.last() {
                Some(Dialog::Find(find)) if find.scope == Scope::Answer => {
                    split_bottom(above, u16::try_from(find.lines() + 2).unwrap_or(0)).0
                }
                _ => above,
            };
            Layout::Interview(Box::new(lay_out_interview(interview, &app.panes, setting, above)))
        }
    }
}

fn lay_out_interview(
    interview: &mut Interview,
    panes: &Panes,
    setting: Setting,
    area: Rect,
) -> InterviewLayout {
    let looks = *setting.looks;
    let (header, body) = split_top(area, 1);
    let (_, body) = split_top(body, 1);
    let columns = panes::columns(panes, area.width, interview.focus, interview.prefers_page);
    let mut rules = Vec::new();
    let mut rest = body;
    let mut take = |columns: Option<u16>, rule: Option<Side>| {
        let columns = columns?;
        if let Some(side) = rule {
            let (rule, behind) = split_left(rest, 1);
            rules.push((side, rule));
            rest = behind;
        }
        let (pane, behind) = split_left(rest, columns);
        rest = behind;
        Some(pane)
    };
    let outline = take(columns.outline, None);
    let question = take(columns.question, columns.outline.map(|_| Side::Outline));
    let page = take(columns.page, columns.question.map(|_| Side::Page));
    let outline = outline.map(inset);
    let is_narrowed = interview.outline_pane.narrowing.typed().is_some();
    let (outline_filter, outline) = match outline.map(|area| split_top(area, 1)) {
        Some((line, below)) if is_narrowed => (Some(line), Some(below)),
        _ => (None, outline),
    };
    let page = page.map(inset);
    let outline_top = outline.map_or(0, |area| {
        top_of(
            interview.outline_pane.cursor,
            interview.outline_pane.rows.len(),
            usize::from(area.height),
        )
    });
    let outline_more = outline
        .map(|area| {
            More::of(
                interview.outline_pane.rows.len(),
                outline_top,
                usize::from(area.height),
            )
        })
        .unwrap_or_default();
    let (page_rows, page_more) = page
        .map(|area| page_rows(interview, looks, area))
        .unwrap_or_default();
    let question = question.map(|area| lay_out_question(interview, setting, inset(area)));
    InterviewLayout {
        header,
        outline,
        outline_top,
        outline_more,
        outline_filter,
        question,
        page,
        page_rows,
        page_more,
        rules,
    }
}

fn page_rows(interview: &mut Interview, looks: Looks, area: Rect) -> (Vec<PageRow>, More) {
    // One column at the left is for the mark beside what the present question yields.
    let (width, height) = (
        usize::from(area.width.saturating_sub(BESIDE_COLUMNS)),
        usize::from(area.height),
    );
    interview.page.settle(width, height, looks.ambiguous);
    interview.page.rows(height)
}

fn lay_out_question(interview: &mut Interview, setting: Setting, area: Rect) -> QuestionLayout {
    let looks = *setting.looks;
    let by = interview.outline().questionnaire().settings.count_by;
    let length = match &mut interview.field {
        Field::Text(text) => Some(text.editor.count(by)),
        _ => None,
    };
    let status = Status::of(interview, setting, length, area.width);
    let (crumbs, rest) = split_top(area, 1);
    let (budget, rest) = split_top(rest, 1);
    let rows = u16::try_from(status.rows.len()).unwrap_or(1).max(1);
    let (rest, status_area) = split_bottom(rest, rows);
    let (prompt, rest) = lay_out_prompt(interview, looks, rest);
    let field = Rect {
        x: rest.x.saturating_add(2).min(rest.right()),
        width: rest.width.saturating_sub(2),
        ..rest
    };
    let (mut view, mut more) = (None, More::default());
    let (mut field, list) = (field, field);
    let (mut filter, mut list, mut picker_top) = (None, list, 0);
    match &mut interview.field {
        Field::Text(text) => {
            // The column that stays free at the right of the pane is the caret's.
            field.width = field.width.saturating_add(1);
            let size = editor::Size::in_pane(field.width, field.height, looks.ambiguous);
            let shown = text.editor.view(size);
            more = More {
                before: shown.has_more_above,
                behind: shown.has_more_below,
            };
            view = Some(shown);
        }
        Field::Picker(picker) => {
            if picker.filter().is_some() {
                let (line, below) = split_top(field, 1);
                (filter, list) = (Some(line), below);
            }
            picker_top = top_of(picker.cursor(), picker.len(), usize::from(list.height));
            more = More::of(picker.len(), picker_top, usize::from(list.height));
            let label = columns(looks.locale.other_words(), looks.ambiguous) + MARK_COLUMNS;
            let label = u16::try_from(label).unwrap_or(u16::MAX);
            let size = editor::Size::in_pane(list.width.saturating_sub(label), 1, looks.ambiguous);
            view = picker.other.as_mut().map(|other| other.view(size));
        }
        Field::Another | Field::Missing | Field::Nothing => {}
    }
    QuestionLayout {
        crumbs,
        budget,
        prompt,
        field,
        view,
        filter,
        list,
        picker_top,
        more,
        status,
        status_area,
    }
}

/// The question, its help and its example, and what is left below them. The answer gets at least half of the room.
fn lay_out_prompt(
    interview: &Interview,
    looks: Looks,
    area: Rect,
) -> (Vec<(PromptPart, String, Rect)>, Rect) {
    let width = area.width;
    let mut parts: Vec<(PromptPart, Vec<String>)> = Vec::new();
    if let Some((id, item)) = interview.stop() {
        let outline = interview.outline();
        let node = outline.node(item);
        let ask = match item.form {
            Form::Group => looks
                .locale
                .another_ask(outline.title(id), outline.children(id).count()),
            Form::Instance { .. } => {
                let lacking = lacking(outline, &item.place).map(|column| column.title);
                looks
                    .locale
                    .missing_ask(outline.title(id), lacking.unwrap_or_default())
            }
            _ => outline.ask(id),
        };
        parts.push((PromptPart::Ask, wrapped(&ask, width, looks.ambiguous)));
        if let Some(help) = node
            .help
            .as_ref()
            .filter(|_| !matches!(interview.field, Field::Missing))
        {
            parts.push((PromptPart::Help, wrapped(help, width, looks.ambiguous)));
        }
        if let Some(example) = node.question().and_then(|question| question.example.as_ref()) {
            let example = looks.locale.example(example);
            parts.push((PromptPart::Example, wrapped(&example, width, looks.ambiguous)));
        }
    }
    let mut room = usize::from(area.height.saturating_sub(3)) / 2 + 1;
    let mut rows = Vec::new();
    let mut y = area.y;
    let mut is_cut = false;
    for (part, lines) in parts {
        for line in lines {
            is_cut |= room == 0;
            if is_cut {
                break;
            }
            room -= 1;
            rows.push((part, line, Rect { y, height: 1, ..area }));
            y += 1;
        }
    }
    if let Some((_, last, _)) = rows.last_mut().filter(|_| is_cut) {
        // That there is more is to be seen.
        let ellipsis = looks.glyphs.ellipsis();
        let room = usize::from(width).saturating_sub(columns(ellipsis, looks.ambiguous));
        *last = fit::truncate(last, room, looks.ambiguous, "") + ellipsis;
    }
    let below = y.saturating_add(1).min(area.bottom());
    (
        rows,
        Rect {
            y: below,
            height: area.bottom() - below,
            ..area
        },
    )
}

/// The first row shown of a list, so that the cursor is in view, in the middle where it can be.
pub fn top_of(cursor: usize, rows: usize, height: usize) -> usize {
    cursor.saturating_sub(height / 2).min(rows.saturating_sub(height))
}

/// An area without the column at each side that stays free.
pub(super) fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x.saturating_add(1),
        width: area.width.saturating_sub(2),
        ..area
    }
}

fn split_top(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    (
        Rect { height, ..area },
        Rect {
            y: area.y + height,
            height: area.height - height,
            ..area
        },
    )
}

fn split_bottom(area: Rect, height: u16) -> (Rect, Rect) {
    let height = height.min(area.height);
    let above = area.height - height;
    (
        Rect {
            height: above,
            ..area
        },
        Rect {
            y: area.y + above,
            height,
            ..area
        },
    )
}

fn split_left(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    (
        Rect { width, ..area },
        Rect {
            x: area.x + width,
            width: area.width - width,
            ..area
        },
    )
}
