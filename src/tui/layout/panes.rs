//! How the width of the screen is shared between outline, question and page.

use crate::settings::panes::{Panes, Width};
use crate::tui::interview::Focus;

/// From this width on, a second pane stands beside the question.
const TWO_PANES: u16 = 70;
/// From this width on, outline, question and page stand side by side.
const THREE_PANES: u16 = 110;
/// The least columns of the question, where something stands beside it.
const LEAST_QUESTION: u16 = 30;
/// The least columns of the outline or the page.
const LEAST_SIDE: u16 = 16;
/// The columns by which a key moves a rule.
const STEP: i32 = 2;

/// A pane beside the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At the left.
    Outline,
    /// At the right.
    Page,
}

/// The columns that the panes get; `None` for one that is not shown. Between two of them stands a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    /// The outline.
    pub outline: Option<u16>,
    /// The question.
    pub question: Option<u16>,
    /// The page.
    pub page: Option<u16>,
}

/// Which panes are shown at a width. A pane that has the keys always is.
fn shown(panes: &Panes, width: u16, focus: Focus, prefers_page: bool) -> (bool, bool) {
    let outline = !panes.hides_outline || focus == Focus::Outline;
    let page = !panes.hides_page || focus == Focus::Page;
    if width >= THREE_PANES || !(outline && page) {
        return (outline, page);
    }
    let shows_page = match focus {
        Focus::Page => true,
        Focus::Outline => false,
        Focus::Answer => prefers_page,
    };
    (!shows_page, shows_page)
}

/// The columns that a pane would have on a screen of a width: those that were set. Where that was on a wider screen they
/// are as large a part of this one, if that is more than what is suggested, and at most half of it.
fn wanted(set: Option<Width>, suggested: u16, width: u16) -> u16 {
    let Some(set) = set else { return suggested };
    if set.of <= width {
        return set.columns;
    }
    let part = u32::from(set.columns) * u32::from(width) / u32::from(set.of);
    let part = u16::try_from(part).unwrap_or(width).min(width / 2);
    set.columns.min(part.max(suggested))
}

/// Shares a width out.
pub fn columns(panes: &Panes, width: u16, focus: Focus, prefers_page: bool) -> Columns {
    let mut columns = Columns {
        outline: None,
        question: None,
        page: None,
    };
    if width < TWO_PANES {
        match focus {
            Focus::Answer => columns.question = Some(width),
            Focus::Outline => columns.outline = Some(width),
            Focus::Page => columns.page = Some(width),
        }
        return columns;
    }
    let (outline, page) = shown(panes, width, focus, prefers_page);
    let mut rest = width;
    if outline {
        let suggested = if width >= THREE_PANES {
            (width / 4).clamp(24, 36)
        } else {
            (width * 3 / 10).clamp(22, 30)
        };
        let kept = LEAST_QUESTION + 1 + if page { LEAST_SIDE + 1 } else { 0 };
        let taken = wanted(panes.outline, suggested, width);
        let taken = taken.clamp(LEAST_SIDE, rest.saturating_sub(kept).max(LEAST_SIDE));
        columns.outline = Some(taken);
        rest = rest.saturating_sub(taken + 1);
    }
    if page {
        let suggested = rest.saturating_sub(rest * 11 / 20 + 1);
        let taken = wanted(panes.page, suggested, width);
        let most = rest.saturating_sub(LEAST_QUESTION + 1).max(LEAST_SIDE);
        let taken = taken.clamp(LEAST_SIDE, most);
        columns.page = Some(taken);
        rest = rest.saturating_sub(taken + 1);
    }
    columns.question = Some(rest);
    columns
}

impl Columns {
    /// The rule that keys move: beside the pane that has them; at the question, that of the page before that of the
    /// outline. `None` where nothing stands beside the question.
    pub fn rule(&self, focus: Focus) -> Option<Side> {
        self.question?;
        let outline = self.outline.map(|_| Side::Outline);
        let page = self.page.map(|_| Side::Page);
        match focus {
            Focus::Outline => outline,
            Focus::Page => page,
            Focus::Answer => page.or(outline),
        }
    }

    /// The panes with a rule moved by so many steps, to the right where positive, on a screen of a width.
    pub fn moved(&self, panes: Panes, side: Side, steps: i32, width: u16) -> Panes {
        let moved = |columns: Option<u16>, by: i32| {
            let to = i32::from(columns.unwrap_or(0)) + by;
            let columns = u16::try_from(to.max(i32::from(LEAST_SIDE))).ok()?;
            Some(Width { columns, of: width })
        };
        match side {
            Side::Outline => Panes {
                outline: moved(self.outline, steps * STEP),
                ..panes
            },
            Side::Page => Panes {
                page: moved(self.page, -steps * STEP),
                ..panes
            },
        }
    }
}

/// The panes with a rule put at a column of a screen of a width.
pub fn dragged(panes: Panes, side: Side, column: u16, width: u16) -> Panes {
    match side {
        Side::Outline => Panes {
            outline: Some(Width {
                columns: column,
                of: width,
            }),
            ..panes
        },
        Side::Page => Panes {
            page: Some(Width {
                columns: width.saturating_sub(column + 1),
                of: width,
            }),
            ..panes
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As wide as could be set on a screen of 300 columns.
    const WIDE: Panes = Panes {
        outline: Some(Width {
            columns: 200,
            of: 300,
        }),
        page: Some(Width {
            columns: 200,
            of: 300,
        }),
        hides_outline: false,
        hides_page: false,
    };

    #[test]
    fn the_width_is_shared_out() {
        let set = |columns: u16, of: u16| Panes {
            outline: Some(Width { columns, of }),
            ..Panes::default()
        };
        let only = |outline: bool, page: bool| Panes {
            hides_outline: !outline,
            hides_page: !page,
            ..Panes::default()
        };
        // Panes, width, focus, whether the page is preferred; columns of outline, question, page.
        for (panes, width, focus, prefers_page, wanted) in [
            (
                Panes::default(),
                120,
                Focus::Answer,
                false,
                (Some(30), Some(48), Some(40)),
            ),
            (
                Panes::default(),
                80,
                Focus::Answer,
                false,
                (Some(24), Some(55), None),
            ),
            (
                Panes::default(),
                80,
                Focus::Answer,
                true,
                (None, Some(44), Some(35)),
            ),
            (
                Panes::default(),
                80,
                Focus::Page,
                false,
                (None, Some(44), Some(35)),
            ),
            (Panes::default(), 40, Focus::Answer, false, (None, Some(40), None)),
            (
                Panes::default(),
                40,
                Focus::Outline,
                false,
                (Some(40), None, None),
            ),
            (Panes::default(), 40, Focus::Page, false, (None, None, Some(40))),
            // What is hidden makes room, and comes while it has the keys.
            (
                only(false, false),
                120,
                Focus::Answer,
                false,
                (None, Some(120), None),
            ),
            (
                only(false, true),
                80,
                Focus::Answer,
                false,
                (None, Some(44), Some(35)),
            ),
            (
                only(true, false),
                80,
                Focus::Answer,
                true,
                (Some(24), Some(55), None),
            ),
            (
                only(false, false),
                80,
                Focus::Page,
                false,
                (None, Some(44), Some(35)),
            ),
            (
                only(false, true),
                40,
                Focus::Outline,
                false,
                (Some(40), None, None),
            ),
            // What was set on a wider screen leaves all of them room.
            (WIDE, 120, Focus::Answer, false, (Some(60), Some(30), Some(28))),
            (WIDE, 80, Focus::Answer, false, (Some(40), Some(39), None)),
            (WIDE, 70, Focus::Page, false, (None, Some(34), Some(35))),
            // On the screen where it was set, and on wider ones, it is what the writer wants.
            (
                set(50, 120),
                120,
                Focus::Answer,
                false,
                (Some(50), Some(37), Some(31)),
            ),
            (
                set(50, 120),
                200,
                Focus::Answer,
                false,
                (Some(50), Some(81), Some(67)),
            ),
            (set(50, 200), 80, Focus::Answer, false, (Some(24), Some(55), None)),
            (set(60, 100), 80, Focus::Answer, false, (Some(40), Some(39), None)),
            (set(16, 200), 80, Focus::Answer, false, (Some(16), Some(63), None)),
            (set(200, 80), 80, Focus::Answer, false, (Some(49), Some(30), None)),
        ] {
            let columns = columns(&panes, width, focus, prefers_page);
            assert_eq!(
                (columns.outline, columns.question, columns.page),
                wanted,
                "{panes:?} {width} {focus:?}"
            );
        }
    }

    #[test]
    fn any_width_is_used_up() {
        for width in 40..300 {
            for focus in [Focus::Answer, Focus::Outline, Focus::Page] {
                for panes in [Panes::default(), WIDE] {
                    let columns = columns(&panes, width, focus, false);
                    let parts = [columns.outline, columns.question, columns.page];
                    let shown: Vec<u16> = parts.into_iter().flatten().collect();
                    let rules = u16::try_from(shown.len() - 1).unwrap();
                    assert_eq!(shown.iter().sum::<u16>() + rules, width, "{width} {focus:?}");
                }
            }
        }
    }

    #[test]
    fn rules_move_and_move_back() {
        let start = columns(&Panes::default(), 120, Focus::Answer, false);
        for (focus, side) in [
            (Focus::Answer, Side::Page),
            (Focus::Page, Side::Page),
            (Focus::Outline, Side::Outline),
        ] {
            assert_eq!(start.rule(focus), Some(side));
            let there = start.moved(Panes::default(), side, 1, 120);
            let at = columns(&there, 120, Focus::Answer, false);
            assert_ne!(at, start);
            let back = at.moved(there, side, -1, 120);
            assert_eq!(columns(&back, 120, Focus::Answer, false), start);
        }
        let alone = columns(&Panes::default(), 40, Focus::Answer, false);
        assert_eq!(alone.rule(Focus::Answer), None);
    }
}
