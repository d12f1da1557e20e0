//! The lowest row: the keys that can be pressed. What matters most stands there whole, the rest is left out; the key that
//! shows all of them always has its place, at the end.

use super::app::Looks;
use super::command::{Command, Context, Row};
use super::key::Key;
use super::keys::Keys;
use crate::text::fit;
use crate::text::width::columns;

/// The columns between two commands.
const GAP: u16 = 2;

/// The row for the contexts and the width that it was made for.
#[derive(Debug, Default)]
pub struct Footer {
    contexts: Vec<Context>,
    width: u16,
    items: Vec<FooterItem>,
}

/// A command in the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FooterItem {
    /// Its column, from the row's first one.
    pub column: u16,
    /// Its key, short.
    pub key: String,
    /// What it does.
    pub help: &'static str,
    /// The columns that both take.
    pub width: u16,
    /// The command.
    pub command: Command,
}

impl Footer {
    /// What stands in the row.
    pub fn items(&self) -> &[FooterItem] {
        &self.items
    }

    /// The command at a column.
    pub fn command_at(&self, column: u16) -> Option<Command> {
        let holds = |item: &&FooterItem| (item.column..item.column + item.width).contains(&column);
        self.items.iter().find(holds).map(|item| item.command)
    }

    /// Makes the row anew, where it was made for something else.
    pub fn renew(&mut self, keys: &Keys, contexts: Vec<Context>, looks: &Looks, width: u16) {
        if self.contexts == contexts && self.width == width {
            return;
        }
        self.items = items(keys, &contexts, looks, width);
        (self.contexts, self.width) = (contexts, width);
    }
}

fn items(keys: &Keys, contexts: &[Context], looks: &Looks, width: u16) -> Vec<FooterItem> {
    let item = |(row, key): &(&'static Row, Key)| {
        let (key, help) = (key.short(looks.glyphs.ascii), (row.help)(looks.locale));
        let taken = columns(&key, looks.ambiguous) + 1 + columns(help, looks.ambiguous);
        FooterItem {
            column: 0,
            key,
            help,
            width: u16::try_from(taken).unwrap_or(u16::MAX),
            command: row.command,
        }
    };
    let (help, others): (Vec<_>, Vec<_>) = keys
        .wanted_in_footer(contexts)
        .into_iter()
        .partition(|(row, _)| row.command == Command::Help);
    let help: Vec<FooterItem> = help.iter().map(item).collect();
    // What is done to and fro stands there together or not at all.
    let others: Vec<Vec<FooterItem>> = others
        .chunk_by(|(one, _), (other, _)| one.footer == other.footer)
        .map(|together| together.iter().map(item).collect())
        .collect();
    // A column stays free at each side.
    let room = usize::from(width.saturating_sub(2));
    let for_help: usize = help.iter().map(|item| usize::from(item.width + GAP)).sum();
    let widths = others.iter().map(|together| {
        let widths = together.iter().map(|item| usize::from(item.width + GAP));
        widths.sum::<usize>().saturating_sub(usize::from(GAP))
    });
    let fits = fit::whole(widths, usize::from(GAP), room.saturating_sub(for_help));
    let others = others
        .into_iter()
        .zip(fits)
        .filter(|(_, fits)| *fits)
        .flat_map(|(together, _)| together);
    let mut column = 1;
    let mut shown: Vec<FooterItem> = others.chain(help).collect();
    for item in &mut shown {
        item.column = column;
        column = column.saturating_add(item.width).saturating_add(GAP);
    }
    shown
}
