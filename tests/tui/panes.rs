//! The panes beside the question: widths, hiding, what is remembered.

use super::desk::{Desk, QUESTIONNAIRE};
use crossterm::event::{MouseButton, MouseEventKind};
use tigang::settings::panes::{Panes, Width};
use tigang::text::AmbiguousWidth;
use tigang::tui::effect::Effect;
use tigang::tui::layout::{self, Layout};

const ANSWERS: &str = "[opening]\nsince = \"2021-07\"\nbody = \"由县委任命\"\n";

fn desk(size: (u16, u16)) -> Desk {
    Desk::on(QUESTIONNAIRE, ANSWERS, size, AmbiguousWidth::One)
}

/// The columns of outline, question and page as they are laid out; 0 for what is not shown.
fn columns(desk: &mut Desk) -> (u16, u16, u16) {
    let Layout::Interview(areas) = layout::lay_out(&mut desk.app) else {
        panic!("a session")
    };
    // Panes keep a column free at either side.
    let width = |area: Option<ratatui::layout::Rect>| area.map_or(0, |area| area.width + 2);
    let question = areas.question.as_ref().map(|question| question.crumbs);
    (width(areas.outline), width(question), width(areas.page))
}

/// What is to be remembered last.
fn remembered(desk: &mut Desk) -> Option<Panes> {
    let mut all = desk.effects.drain(..).filter_map(|effect| match effect {
        Effect::Remember(panes) => Some(panes),
        _ => None,
    });
    all.next_back()
}

#[test]
fn keys_move_the_rules_and_hide_panes() {
    for (size, keys, wanted) in [
        ((120, 36), "Tab", (30, 48, 40)),
        // At the question the page's rule moves, in the outline its own.
        ((120, 36), "Alt+Left", (30, 46, 42)),
        ((120, 36), "Alt+Right Alt+Right", (30, 52, 36)),
        ((120, 36), "Ctrl+G Alt+Right Esc", (32, 47, 39)),
        ((120, 36), "Ctrl+P Alt+Left Esc", (30, 46, 42)),
        ((120, 36), "Alt+Left Ctrl+G Alt+Right Esc Alt+W", (30, 48, 40)),
        ((80, 24), "Alt+Right Alt+P Alt+W", (24, 55, 0)),
        ((120, 36), "Alt+G", (0, 66, 53)),
        ((120, 36), "Alt+P", (30, 89, 0)),
        ((120, 36), "Alt+G Alt+P", (0, 120, 0)),
        ((120, 36), "Alt+G Alt+P Ctrl+G", (30, 89, 0)),
        ((120, 36), "Alt+G Alt+G", (30, 48, 40)),
        ((80, 24), "Tab", (24, 55, 0)),
        ((80, 24), "Alt+Right", (26, 53, 0)),
        ((80, 24), "Ctrl+P", (0, 44, 35)),
        ((80, 24), "Ctrl+P Esc Alt+Left", (0, 42, 37)),
        ((80, 24), "Alt+G Alt+P", (0, 80, 0)),
        ((80, 24), "Alt+G Alt+P Ctrl+P", (0, 44, 35)),
        ((40, 12), "Tab", (0, 40, 0)),
        ((40, 12), "Ctrl+G", (40, 0, 0)),
        ((40, 12), "Ctrl+P", (0, 0, 40)),
        ((40, 12), "Alt+Left", (0, 40, 0)),
    ] {
        let mut desk = desk(size);
        desk.press(keys);
        assert_eq!(columns(&mut desk), wanted, "{size:?} {keys}");
    }
}

#[test]
fn what_the_person_has_set_is_remembered_and_nothing_else() {
    let mut desk = desk((120, 36));
    desk.press("Tab Ctrl+G Esc");
    assert_eq!(remembered(&mut desk), None);
    desk.press("Alt+Left");
    let page = Width { columns: 42, of: 120 };
    assert_eq!(remembered(&mut desk).and_then(|panes| panes.page), Some(page));
    desk.press("Alt+G");
    assert_eq!(remembered(&mut desk).map(|panes| panes.hides_outline), Some(true));
    // The usual widths are remembered as well; what is hidden stays hidden.
    let usual = Panes {
        hides_outline: true,
        ..Panes::default()
    };
    assert_eq!(remembered(desk.press("Alt+W")), Some(usual));
    // Nothing of it is part of the session.
    let saved = desk.press("Tab").saved().unwrap_or_default();
    assert!(!saved.contains("pane") && !saved.contains("hides"), "{saved}");
}

#[test]
fn what_was_set_on_a_wide_screen_leaves_room_on_a_narrow_one_and_is_there_again_on_the_wide_one() {
    let mut desk = desk((200, 50));
    let right = vec!["Alt+Right"; 25].join(" ");
    let left = ["Alt+Left"; 5].join(" ");
    desk.press(&format!("Ctrl+G {right} Esc {left}"));
    let wide = columns(&mut desk);
    for (width, wanted) in [(120, (51, 31, 36)), (80, (34, 45, 0)), (40, (0, 40, 0))] {
        desk.resize(width, 24);
        assert_eq!(columns(&mut desk), wanted, "{width} from {wide:?}");
    }
    desk.resize(200, 50);
    assert_eq!(columns(&mut desk), wide);
}

#[test]
fn the_mouse_drags_a_rule() {
    let mut desk = desk((120, 36));
    desk.effects.clear();
    desk.click(30, 10)
        .mouse(MouseEventKind::Drag(MouseButton::Left), 40, 12);
    assert_eq!(columns(&mut desk), (40, 43, 35));
    assert_eq!(remembered(&mut desk), None, "not while it is held");
    desk.mouse(MouseEventKind::Up(MouseButton::Left), 40, 12);
    let outline = Width { columns: 40, of: 120 };
    assert_eq!(
        remembered(&mut desk).and_then(|panes| panes.outline),
        Some(outline)
    );
    // Let go of, it stays; a drag elsewhere moves nothing.
    desk.click(50, 20)
        .mouse(MouseEventKind::Drag(MouseButton::Left), 60, 12);
    assert_eq!(columns(&mut desk), (40, 43, 35));
    // The question keeps its room.
    let rule = 40 + 1 + 43;
    desk.click(rule, 5)
        .mouse(MouseEventKind::Drag(MouseButton::Left), 2, 5);
    assert_eq!(columns(&mut desk), (40, 30, 48));
    desk.mouse(MouseEventKind::Drag(MouseButton::Left), 119, 5);
    assert_eq!(columns(&mut desk), (40, 62, 16));
}

#[test]
fn panes_on_the_screen() {
    for (name, size, keys) in [
        (
            "panes-wide-outline",
            (120, 36),
            "Ctrl+G Alt+Right Alt+Right Alt+Right",
        ),
        ("panes-alone", (80, 24), "Alt+G Alt+P Tab"),
        ("panes-one-outline", (40, 12), "Ctrl+G"),
        ("panes-one-page", (40, 12), "Ctrl+P"),
    ] {
        let mut desk = desk(size);
        let (screen, cursor) = desk.press(keys).look();
        insta::assert_snapshot!(name, format!("{screen}\ncursor {cursor:?}"));
    }
}
