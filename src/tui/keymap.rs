//! From the terminal's events to actions.

use super::action::Action;
use super::app::App;
use super::key::Key;
use crossterm::event::{Event, KeyEventKind, MouseButton, MouseEventKind};

/// The action that an event means in the program's present state; `None` where it means nothing.
pub fn action(app: &App, event: Event) -> Option<Action> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => {
            let key = Key::from(event);
            app.keys()
                .lookup(&app.contexts(), key)
                .map(Action::Command)
                .or_else(|| key.typed().map(Action::Type))
        }
        Event::Paste(text) => Some(Action::Paste(text)),
        Event::Mouse(event) => match event.kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Action::Click(event.column, event.row)),
            MouseEventKind::Drag(MouseButton::Left) => Some(Action::Drag(event.column, event.row)),
            MouseEventKind::Up(MouseButton::Left) => Some(Action::Release),
            MouseEventKind::ScrollUp => Some(Action::Wheel(event.column, event.row, -1)),
            MouseEventKind::ScrollDown => Some(Action::Wheel(event.column, event.row, 1)),
            _ => None,
        },
        Event::Resize(width, height) => Some(Action::Resize(width, height)),
        Event::FocusLost => Some(Action::Pause),
        _ => None,
    }
}
