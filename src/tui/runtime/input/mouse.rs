//! Reports of the mouse.

use crossterm::event::{Event, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// `ESC [ < button ; column ; row M`, or `m` when the button was let go. The place counts from 1.
pub(super) fn report(button: u16, column: u16, row: u16, is_release: bool) -> Option<Event> {
    let kind = match kind(button)? {
        MouseEventKind::Down(button) if is_release => MouseEventKind::Up(button),
        kind => kind,
    };
    Some(Event::Mouse(MouseEvent {
        kind,
        column: column.saturating_sub(1),
        row: row.saturating_sub(1),
        modifiers: modifiers(button),
    }))
}

/// `ESC [ M` and three bytes, each 32 more than what it says. It cannot say which button was let go.
pub(super) fn old_report(button: u8, column: u8, row: u8) -> Option<Event> {
    let plain = |byte: u8| u16::from(byte).checked_sub(32);
    report(plain(button)?, plain(column)?, plain(row)?, false)
}

fn kind(number: u16) -> Option<MouseEventKind> {
    let is_motion = number & 0b10_0000 != 0;
    // Two bits say which of a group, two more say which group.
    let button = match (number & 0b11) | (number & 0b1100_0000) >> 4 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        2 => MouseButton::Right,
        3 if is_motion => return Some(MouseEventKind::Moved),
        3 => return Some(MouseEventKind::Up(MouseButton::Left)),
        4 => return Some(MouseEventKind::ScrollUp),
        5 => return Some(MouseEventKind::ScrollDown),
        6 => return Some(MouseEventKind::ScrollLeft),
        7 => return Some(MouseEventKind::ScrollRight),
        _ => return None,
    };
    Some(match is_motion {
        true => MouseEventKind::Drag(button),
        false => MouseEventKind::Down(button),
    })
}

fn modifiers(number: u16) -> KeyModifiers {
    [
        (4, KeyModifiers::SHIFT),
        (8, KeyModifiers::ALT),
        (16, KeyModifiers::CONTROL),
    ]
    .into_iter()
    .filter(|(bit, _)| number & bit != 0)
    .fold(KeyModifiers::NONE, |held, (_, modifier)| held | modifier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports() {
        use MouseEventKind::*;
        let table = [
            (
                report(0, 1, 1, false),
                Down(MouseButton::Left),
                KeyModifiers::NONE,
            ),
            (report(0, 1, 1, true), Up(MouseButton::Left), KeyModifiers::NONE),
            (
                report(2, 1, 1, false),
                Down(MouseButton::Right),
                KeyModifiers::NONE,
            ),
            (
                report(32, 1, 1, false),
                Drag(MouseButton::Left),
                KeyModifiers::NONE,
            ),
            (report(35, 1, 1, false), Moved, KeyModifiers::NONE),
            (report(64, 1, 1, false), ScrollUp, KeyModifiers::NONE),
            (report(65, 1, 1, false), ScrollDown, KeyModifiers::NONE),
            (
                report(20, 1, 1, false),
                Down(MouseButton::Left),
                KeyModifiers::SHIFT | KeyModifiers::CONTROL,
            ),
            (
                old_report(32, 33, 33),
                Down(MouseButton::Left),
                KeyModifiers::NONE,
            ),
            (old_report(35, 33, 33), Up(MouseButton::Left), KeyModifiers::NONE),
        ];
        for (event, kind, modifiers) in table {
            let expected = MouseEvent {
                kind,
                column: 0,
                row: 0,
                modifiers,
            };
            assert_eq!(event, Some(Event::Mouse(expected)));
        }
        let Some(Event::Mouse(far)) = report(0, 300, 200, false) else {
            panic!("no mouse");
        };
        assert_eq!((far.column, far.row), (299, 199));
        assert_eq!(report(128, 1, 1, false), None);
        assert_eq!(old_report(0, 0, 0), None);
    }
}
