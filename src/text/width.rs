//! How many columns of a terminal a text takes.
//!
//! The unit is the grapheme cluster, and a text is as wide as the sum of its clusters: a caret can stand only
//! between clusters, each is drawn into cells of its own, and so layout, caret and drawing agree even where a
//! terminal would join two clusters into one glyph.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::{clusters, sanitise};

/// The columns that a terminal gives to characters of East Asian Width *Ambiguous*: `“ ” — … · ① │ ─` and
/// others.
///
/// Letters are not among them: Greek and Cyrillic count one column under either setting, which is what
/// terminals set up for Chinese do with the fonts of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AmbiguousWidth {
    /// One column: nearly every terminal as it comes.
    #[default]
    One,
    /// Two columns: some terminals that are set up for Chinese.
    Two,
}

/// The most columns that a cluster takes. A longer ligature is squeezed into them, as terminals do.
pub const WIDEST_CLUSTER: usize = 2;

/// The columns of one grapheme cluster as [`sanitise::visible`] shows it; never zero.
///
/// At most [`WIDEST_CLUSTER`], except for a character that is shown by its name, such as `⟨U+202E⟩`.
pub fn cluster_columns(cluster: &str, ambiguous: AmbiguousWidth) -> usize {
    match cluster.as_bytes() {
        [0x20..=0x7e] => return 1,
        // U+4000–U+8FFF: nothing but Han. The text is mostly these, so they skip the look-up.
        [0xe4..=0xe8, _, _] => return WIDEST_CLUSTER,
        _ => {}
    }
    match sanitise::visible_cluster(cluster) {
        Cow::Borrowed(shown) => shown_columns(shown, ambiguous),
        Cow::Owned(shown) => clusters(&shown)
            .map(|cluster| shown_columns(cluster, ambiguous))
            .sum(),
    }
}

/// The columns of a text of one row as [`sanitise::visible`] shows it.
pub fn columns(text: &str, ambiguous: AmbiguousWidth) -> usize {
    if text.bytes().all(|byte| matches!(byte, 0x20..=0x7e)) {
        return text.len();
    }
    clusters(text)
        .map(|cluster| cluster_columns(cluster, ambiguous))
        .sum()
}

fn shown_columns(cluster: &str, ambiguous: AmbiguousWidth) -> usize {
    match ambiguous {
        AmbiguousWidth::One => cluster.width(),
        AmbiguousWidth::Two => cluster.width_cjk(),
    }
    .clamp(1, WIDEST_CLUSTER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn columns_of_clusters() {
        let table = [
            // text, columns if ambiguous is one, if two
            ("", 0, 0),
            ("a", 1, 1),
            ("中", 2, 2),
            ("，", 2, 2),
            ("㐀𠀀", 4, 4),
            ("“", 1, 2),
            ("——", 2, 4),
            ("……", 2, 4),
            ("·①│─", 4, 8),
            ("é", 1, 1),
            ("e\u{301}", 1, 1),
            ("葛\u{e0100}", 2, 2),
            ("👨‍👩‍👧", 2, 2),
            ("🇨🇳", 2, 2),
            ("👍🏽", 2, 2),
            ("1\u{fe0f}\u{20e3}", 2, 2),
            ("❤\u{fe0f}", 2, 2),
            ("한", 2, 2),
            ("\u{1112}\u{1161}\u{11ab}", 2, 2),
            ("\u{1100}\u{1100}\u{1100}", 2, 2),
            ("क्षि", 2, 2),
            ("ﷺ", 1, 1),
            ("\u{17d8}", 2, 2),
            ("\t", 2, 2),
            ("\u{1b}", 1, 1),
            ("\0", 1, 1),
            ("\u{85}", 8, 8),
            ("\u{202e}", 8, 8),
            ("\u{e0001}", 9, 9),
            ("\u{301}", 8, 8),
            ("я", 1, 1),
        ];
        for (text, one, two) in table {
            assert_eq!(columns(text, AmbiguousWidth::One), one, "{text:?}");
            assert_eq!(columns(text, AmbiguousWidth::Two), two, "{text:?}");
        }
    }

    #[test]
    fn the_short_cut_for_han_agrees_with_the_tables() {
        for c in '\u{4000}'..='\u{8fff}' {
            assert_eq!(
                shown_columns(c.encode_utf8(&mut [0; 4]), AmbiguousWidth::One),
                WIDEST_CLUSTER,
                "{c}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_cluster_is_without_a_column(text in any::<String>()) {
            for cluster in text.graphemes(true) {
                for ambiguous in [AmbiguousWidth::One, AmbiguousWidth::Two] {
                    prop_assert!(cluster_columns(cluster, ambiguous) >= 1, "{:?}", cluster);
                }
            }
        }

        #[test]
        fn what_is_shown_is_as_wide_as_what_was_measured(text in crate::text::arbitrary::nasty_text()) {
            for cluster in text.graphemes(true) {
                for ambiguous in [AmbiguousWidth::One, AmbiguousWidth::Two] {
                    let shown = sanitise::visible_cluster(cluster);
                    let measured = cluster_columns(cluster, ambiguous);
                    prop_assert_eq!(columns(&shown, ambiguous), measured, "{:?}", cluster);
                }
            }
        }
    }
}
