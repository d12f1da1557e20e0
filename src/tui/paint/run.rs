//! Runs of text as cells.

use crate::text::sanitise::visible_cluster;
use crate::text::width::{AmbiguousWidth, cluster_columns, columns};
use crate::text::{clusters, fit};
use ratatui::buffer::Cell;
use ratatui::style::Style;
use std::borrow::Cow;

/// What the cells behind the first one of a wide cluster hold: nothing, not even a blank.
pub(super) const COVERED: &str = "";

/// A text that is to be drawn in one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run<'a> {
    /// In one row; control characters are made visible.
    pub(super) text: &'a str,
    /// The columns that it may take.
    pub(super) room: u16,
    /// What stands at the end of a text that does not fit.
    pub(super) ellipsis: &'static str,
    pub(super) style: Style,
    /// What stands for a character that cannot be seen, on top of that.
    pub(super) invisible: Style,
    pub(super) ambiguous: AmbiguousWidth,
}

impl Run<'_> {
    /// Puts the run's cells, one for each column that it takes, in the place of what was there.
    pub(super) fn cells(self, cells: &mut Vec<Cell>) {
        cells.clear();
        let room = usize::from(self.room);
        if self.ellipsis.is_empty() || columns(self.text, self.ambiguous) <= room {
            self.push(cells, self.text);
        } else {
            let short = fit::truncate(self.text, room, self.ambiguous, self.ellipsis);
            self.push(cells, &short);
        }
    }

    fn push(self, cells: &mut Vec<Cell>, text: &str) {
        for cluster in clusters(text) {
            let fits = match visible_cluster(cluster) {
                Cow::Borrowed(shown) => self.push_cluster(cells, shown, self.style),
                Cow::Owned(shown) => {
                    let is_blank = shown.trim().is_empty();
                    let style = if is_blank {
                        self.style
                    } else {
                        self.style.patch(self.invisible)
                    };
                    clusters(&shown).all(|shown| self.push_cluster(cells, shown, style))
                }
            };
            if !fits {
                break;
            }
        }
    }

    /// Takes one cluster into its first cell, and those behind it that it takes; unless it does not fit.
    fn push_cluster(self, cells: &mut Vec<Cell>, cluster: &str, style: Style) -> bool {
        let width = cluster_columns(cluster, self.ambiguous).max(1);
        if cells.len() + width > usize::from(self.room) {
            return false;
        }
        let mut cell = Cell::EMPTY;
        cell.set_style(style).set_symbol(cluster);
        cells.push(cell);
        for _ in 1..width {
            let mut covered = Cell::EMPTY;
            covered.set_style(style).set_symbol(COVERED);
            cells.push(covered);
        }
        true
    }
}
