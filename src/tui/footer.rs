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
    about: About,
    width: u16,
    items: Vec<FooterItem>,
}

/// What the commands on instances are about, where the person is.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What the things that they act on are called; none where that needs no word.
    pub kind: Option<String>,
    /// The commands that would do nothing, though they have keys.
    pub idle: Vec<Command>,
}

/// The columns of a name up to which it stands behind what is done to the thing.
const LONGEST_KIND: usize = 12;

impl About {
    /// What a command does.
    fn help(&self, row: &Row, looks: &Looks) -> String {
        let fits = |kind: &&String| (1..=LONGEST_KIND).contains(&columns(kind, looks.ambiguous));
        let named = self.kind.as_ref().filter(fits).and_then(|kind| {
            Some(match row.command {
                Command::AddInstance => looks.locale.add_one_of(kind),
                Command::RemoveInstance => looks.locale.remove_one_of(kind),
                Command::DuplicateInstance => looks.locale.copy_one_of(kind),
                _ => return None,
            })
        });
        named.unwrap_or_else(|| (row.help)(looks.locale).to_owned())
    }
}

/// A command in the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FooterItem {
    /// Its column, from the row's first one.
    pub column: u16,
    /// Its key, short.
    pub key: String,
    /// What it does.
    pub help: String,
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
    pub fn renew(&mut self, keys: &Keys, contexts: Vec<Context>, about: About, looks: &Looks, width: u16) {
        if self.contexts == contexts && self.about == about && self.width == width {
            return;
        }
        self.items = items(keys, &contexts, &about, looks, width);
        (self.contexts, self.about, self.width) = (contexts, about, width);
    }
}

fn items(keys: &Keys, contexts: &[Context], about: &About, looks: &Looks, width: u16) -> Vec<FooterItem> {
    let item = |(row, key): &(&'static Row, Key)| {
        let (key, help) = (key.short(looks.glyphs.ascii), about.help(row, looks));
        let taken = columns(&key, looks.ambiguous) + 1 + columns(&help, looks.ambiguous);
        FooterItem {
            column: 0,
            key,
            help,
            width: u16::try_from(taken).unwrap_or(u16::MAX),
            command: row.command,
        }
    };
    let wanted = keys.wanted_in_footer(contexts).into_iter();
    let (help, others): (Vec<_>, Vec<_>) = wanted
        .filter(|(row, _)| !about.idle.contains(&row.command))
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
