//! Texts of one row made to fit a number of columns: labels of an outline, cells of a table.

use super::clusters;
use super::width::{AmbiguousWidth, cluster_columns, columns};

/// The text if it fits, else as many of its clusters as fit together with the ellipsis, and the ellipsis.
///
/// Where not even the ellipsis fits there is none. The result can be one column short: half a Han character
/// does not exist.
pub fn truncate(text: &str, most: usize, ambiguous: AmbiguousWidth, ellipsis: &str) -> String {
    if columns(text, ambiguous) <= most {
        return text.to_owned();
    }
    let (ellipsis, room) = match most.checked_sub(columns(ellipsis, ambiguous)) {
        Some(room) => (ellipsis, room),
        None => ("", most),
    };
    let mut taken = 0;
    let fitting = clusters(text).take_while(|cluster| {
        taken += cluster_columns(cluster, ambiguous);
        taken <= room
    });
    fitting.chain([ellipsis]).collect()
}

/// As many of the last clusters of a text as fit.
pub fn end(text: &str, most: usize, ambiguous: AmbiguousWidth) -> String {
    let mut taken = 0;
    let all: Vec<&str> = clusters(text).collect();
    let fits = |cluster: &&&str| {
        taken += cluster_columns(cluster, ambiguous);
        taken <= most
    };
    let kept = all.iter().rev().take_while(fits).count();
    all.into_iter().rev().take(kept).rev().collect()
}

/// The text if it fits; else, where it says what something is in before what it is (`around · own`), with the former cut
/// short first, as far as to its first columns; else cut short at its end.
pub fn truncate_around(text: &str, most: usize, ambiguous: AmbiguousWidth, ellipsis: &str) -> String {
    let parts = text.rmatch_indices(AROUND).next();
    let parts = parts.and_then(|(at, _)| text.split_at_checked(at));
    match parts.filter(|_| columns(text, ambiguous) > most) {
        Some((around, own)) => {
            let room = most.saturating_sub(columns(own, ambiguous));
            let around = truncate(around, room.max(LEAST_AROUND).min(most), ambiguous, ellipsis);
            let left = most.saturating_sub(columns(&around, ambiguous));
            around + &truncate(own, left, ambiguous, ellipsis)
        }
        None => truncate(text, most, ambiguous, ellipsis),
    }
}

/// What stands between what something is in and what it is.
const AROUND: &str = " · ";
/// The columns that are left of what something is in: a mark, a space, the ellipsis.
const LEAST_AROUND: usize = 3;

/// The text if it fits, else its beginning and its end with the ellipsis between them: for paths, of which the end says
/// most.
pub fn truncate_middle(text: &str, most: usize, ambiguous: AmbiguousWidth, ellipsis: &str) -> String {
    if columns(text, ambiguous) <= most {
        return text.to_owned();
    }
    let Some(room) = most.checked_sub(columns(ellipsis, ambiguous)) else {
        return truncate(text, most, ambiguous, ellipsis);
    };
    let start = truncate(text, room / 3, ambiguous, "");
    let end = end(text, room - columns(&start, ambiguous), ambiguous);
    [start.as_str(), ellipsis, &end].concat()
}

/// The text with spaces behind it up to a number of columns; unchanged if it is that wide.
pub fn pad(text: &str, least: usize, ambiguous: AmbiguousWidth) -> String {
    let missing = least.saturating_sub(columns(text, ambiguous));
    [text, &" ".repeat(missing)].concat()
}

/// Which of some pieces stand whole in a row of so many columns, the first ones first, with a gap between them.
pub fn whole(widths: impl Iterator<Item = usize>, gap: usize, room: usize) -> Vec<bool> {
    let mut taken = 0;
    let fits = |width: usize| {
        let end = if taken == 0 { width } else { taken + gap + width };
        let fits = end <= room;
        if fits {
            taken = end;
        }
        fits
    };
    widths.map(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::arbitrary::nasty_text;
    use proptest::prelude::*;

    #[test]
    fn what_something_is_in_is_cut_short_first() {
        for (text, most, cut) in [
            ("一、开头 · 何时任职？", 21, "一、开头 · 何时任职？"),
            ("一、开头 · 何时任职？", 18, "一、… · 何时任职？"),
            ("! 开头 · 何时任职？", 14, "! … · 何时任…"),
            ("没有那样的部分", 7, "没有那…"),
            ("甲 · 乙", 0, ""),
        ] {
            let fitted = truncate_around(text, most, AmbiguousWidth::One, "…");
            assert_eq!(fitted, cut, "{text} {most}");
        }
    }

    #[test]
    fn labels_fit() {
        let one = AmbiguousWidth::One;
        let two = AmbiguousWidth::Two;
        let table = [
            ("政治品格", 8, one, "…", "政治品格"),
            ("政治品格", 7, one, "…", "政治品…"),
            ("政治品格", 6, one, "…", "政治…"),
            ("政治品格", 6, two, "…", "政治…"),
            ("政治品格", 7, two, "…", "政治…"),
            ("政治品格", 6, one, "~", "政治~"),
            ("政治品格", 1, one, "…", "…"),
            ("政治品格", 1, two, "…", ""),
            ("政治品格", 0, one, "…", ""),
            ("“甲”", 4, one, "…", "“甲”"),
            ("“甲”", 4, two, "…", "“…"),
            ("👨‍👩‍👧👨‍👩‍👧", 3, one, "…", "👨‍👩‍👧…"),
            ("e\u{301}e\u{301}e\u{301}", 2, one, "…", "e\u{301}…"),
            ("", 0, one, "…", ""),
        ];
        for (text, most, ambiguous, ellipsis, fitting) in table {
            assert_eq!(
                truncate(text, most, ambiguous, ellipsis),
                fitting,
                "{text:?} in {most}"
            );
        }
        assert_eq!(end("政治品格", 8, one), "政治品格");
        assert_eq!(end("政治品格", 5, one), "品格");
        assert_eq!(end("政治品格", 1, one), "");
        for (most, fitting) in [
            (23, "/home/甲乙/session.toml"),
            (12, "/ho…ion.toml"),
            (9, "/h…n.toml"),
            (2, "…l"),
            (1, "…"),
            (0, ""),
        ] {
            let is = truncate_middle("/home/甲乙/session.toml", most, one, "…");
            assert_eq!(is, fitting, "{most}");
        }
        assert_eq!(pad("甲", 4, one), "甲  ");
        assert_eq!(pad("“", 4, two), "“  ");
        assert_eq!(pad("甲乙", 3, one), "甲乙");
    }

    #[test]
    fn what_stands_in_a_row_stands_whole() {
        for (widths, room, fits) in [
            ([3, 3, 3].as_slice(), 13, [true, true, true].as_slice()),
            (&[3, 3, 3], 12, &[true, true, false]),
            (&[3, 9, 3], 12, &[true, false, true]),
            (&[9, 3], 8, &[false, true]),
            (&[], 8, &[]),
        ] {
            assert_eq!(
                whole(widths.iter().copied(), 2, room),
                fits,
                "{widths:?} in {room}"
            );
        }
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_was_asked(text in nasty_text(), most in 0_usize..40) {
            for ambiguous in [AmbiguousWidth::One, AmbiguousWidth::Two] {
                let fitting = truncate(&text, most, ambiguous, "…");
                prop_assert!(columns(&fitting, ambiguous) <= most, "{:?}", fitting);
                let middle = truncate_middle(&text, most, ambiguous, "…");
                prop_assert!(columns(&middle, ambiguous) <= most, "{:?}", middle);
                prop_assert!(columns(&pad(&fitting, most, ambiguous), ambiguous) == most);
            }
        }
    }
}
