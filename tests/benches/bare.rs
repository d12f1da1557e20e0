//! What a key costs where nothing is done with it: a ratatui program with one short line, which this binary becomes when it
//! is started with [`ARGUMENT`].

use crossterm::SynchronizedUpdate;
use crossterm::event::{Event, KeyCode, read};
use ratatui::layout::Position;
use ratatui::widgets::Paragraph;
use std::io::stdout;

/// What makes this binary that program.
pub(crate) const ARGUMENT: &str = "--bare";

/// Characters in its line at most; then it begins again.
const LINE: usize = 20;

pub(crate) fn run() {
    let mut terminal = ratatui::init();
    let mut line = String::new();
    loop {
        let drawn = stdout().sync_update(|_| {
            let draw = |frame: &mut ratatui::Frame| {
                frame.render_widget(Paragraph::new(line.as_str()), frame.area());
                let column = u16::try_from(2 * line.chars().count()).unwrap_or(0);
                frame.set_cursor_position(Position { x: column, y: 0 });
            };
            terminal.draw(draw).map(drop)
        });
        drawn.expect("a terminal").expect("a frame");
        let Event::Key(key) = read().expect("a key") else {
            continue;
        };
        match key.code {
            KeyCode::Char('q') => break,
            KeyCode::Char(c) => {
                if line.chars().count() == LINE {
                    line.clear();
                }
                line.push(c);
            }
            _ => {}
        }
    }
    ratatui::restore();
}
