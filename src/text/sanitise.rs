//! What may be shown of a text, and what may be taken over from a clipboard.
//!
//! A text from a file or an answer can hold an escape sequence that takes over the terminal, and characters
//! that make it look like another text. [`visible`] lets neither reach the screen. It changes nothing that is
//! stored.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::clusters;
use super::escapes::without_escapes;
use unicode_width::UnicodeWidthChar;

/// A tab as it is shown: the width of one full-width space, so that an indent made with it looks like one.
pub const TAB: &str = "  ";

/// The text with everything that a reader could not see, or that a terminal would act on, made visible.
///
/// Control characters become their pictures (`␛`, `␊`), a tab becomes [`TAB`], and other invisible characters
/// are named (`⟨U+202E⟩`): bidi controls, zero-width spaces, line separators, tags, combining marks without a
/// base. Joiners, variation selectors and tags stay where they belong: in emoji, in Chinese character
/// variants, in scripts that join. For text of one row: split lines first.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for cluster in clusters(text) {
        shown.push_str(&visible_cluster(cluster));
    }
    if shown == text {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(shown)
    }
}

/// [`visible`] for a single grapheme cluster; borrowed if nothing needed a change.
pub(crate) fn visible_cluster(cluster: &str) -> Cow<'_, str> {
    if cluster.chars().all(is_plain) {
        return Cow::Borrowed(cluster);
    }
    let mut shown = String::with_capacity(cluster.len());
    let mut changed = false;
    let mut base = None;
    let mut previous = None;
    // Something that can be seen precedes. A mark without that would be drawn over its neighbour.
    let mut is_carried = false;
    for c in cluster.chars() {
        is_carried |= is_plain(c);
        if is_plain(c) || (is_carried && !c.is_control() && may_follow(c, base, previous)) {
            shown.push(c);
        } else {
            changed = true;
            push_visible(&mut shown, c);
        }
        base = base.or(Some(c));
        previous = Some(c);
    }
    if changed {
        Cow::Owned(shown)
    } else {
        Cow::Borrowed(cluster)
    }
}

/// Text from a clipboard, ready to be inserted: [`clean`] of it without the sequences that are meant for a terminal and
/// without zero-width spaces. Joiners stay: emoji and scripts need them.
pub fn clean_paste(text: &str) -> String {
    let mut text = clean(&without_escapes(text));
    text.retain(|c| c != '\u{200b}');
    text
}

/// Text made fit to be typed: line ends of every kind become `\n`, byte order marks, control characters and bidi overrides
/// are dropped, tabs stay.
///
/// Vertical tab and form feed are line ends too: Word puts them on the clipboard for manual line and page
/// breaks.
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                clean.push('\n');
            }
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' => clean.push('\t'),
            '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => clean.push(c),
        }
    }
    clean
}

/// Takes at least one column by itself and is what it looks like.
fn is_plain(c: char) -> bool {
    match c {
        ' '..='~' | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{30a0}'..='\u{30ff}' => true,
        '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff9d}' => true,
        // Of one or two columns by the tables, and yet blank or worse.
        '\u{2028}' | '\u{2029}' | '\u{115f}' => false,
        _ => c.width().is_some_and(|width| width > 0) && !c.is_control(),
    }
}

/// Whether a character without a width of its own has a rightful place after those before it in its cluster.
fn may_follow(c: char, base: Option<char>, previous: Option<char>) -> bool {
    match c {
        '\u{200c}' | '\u{200d}' => previous.is_some_and(|previous| joins(base, previous)),
        // One selector, after something that can have variants; a row of them can carry a hidden message.
        '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => {
            previous
                .is_some_and(|previous| !previous.is_ascii_alphabetic() && !is_variation_selector(previous))
        }
        // The flags of Scotland and others: a black flag and tags.
        '\u{e0020}'..='\u{e007f}' => base == Some('\u{1f3f4}'),
        // Fillers that look like nothing.
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' | '\u{ffa0}' => false,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' => false,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' => false,
        '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}' => false,
        _ => true,
    }
}

/// Whether a joiner after `previous` changes what is seen: in emoji, and in scripts whose letters join.
fn joins(base: Option<char>, previous: char) -> bool {
    let is_emoji = |c| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
    match previous {
        // From Hebrew to Mongolian: right-to-left, Indic and South East Asian scripts.
        '\u{590}'..='\u{10ff}' | '\u{1700}'..='\u{1cff}' => true,
        '\u{a800}'..='\u{abff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => true,
        '\u{10a00}'..='\u{11fff}' | '\u{1e900}'..='\u{1e95f}' => true,
        '\u{fe0f}' => base.is_some_and(is_emoji),
        c => is_emoji(c),
    }
}

fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180d}' | '\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn push_visible(shown: &mut String, c: char) {
    match c {
        '\t' => shown.push_str(TAB),
        '\0'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
        '\u{7f}' => shown.push('␡'),
        c => {
            // Writing to a string cannot fail.
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(c));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_invisible_is_shown() {
        let table = [
            ("", ""),
            ("提纲 outline，“引号”——……①", "提纲 outline，“引号”——……①"),
            ("\u{1b}[31mred\u{1b}]0;title\u{7}", "␛[31mred␛]0;title␇"),
            ("\0\u{7f}\u{9b}31m", "␀␡⟨U+009B⟩31m"),
            ("a\tb", "a  b"),
            ("a\r\nb\rc", "a␍␊b␍c"),
            ("a\u{2028}b\u{2029}c\u{85}d", "a⟨U+2028⟩b⟨U+2029⟩c⟨U+0085⟩d"),
            ("user\u{202e}txt.exe", "user⟨U+202E⟩txt.exe"),
            (
                "\u{2066}a\u{2069}\u{200f}\u{61c}",
                "⟨U+2066⟩a⟨U+2069⟩⟨U+200F⟩⟨U+061C⟩",
            ),
            (
                "中\u{200b}国\u{feff}\u{2060}\u{ad}",
                "中⟨U+200B⟩国⟨U+FEFF⟩⟨U+2060⟩⟨U+00AD⟩",
            ),
            ("中\u{200d}国 a\u{200c}b", "中⟨U+200D⟩国 a⟨U+200C⟩b"),
            ("\u{301}e", "⟨U+0301⟩e"),
            ("\n\u{301}", "␊⟨U+0301⟩"),
            ("\u{1161}\u{1161}🏽", "⟨U+1161⟩⟨U+1161⟩🏽"),
            ("a\u{fe0f}", "a⟨U+FE0F⟩"),
            ("😀\u{fe0f}\u{fe01}\u{e0101}", "😀\u{fe0f}⟨U+FE01⟩⟨U+E0101⟩"),
            ("a\u{e0041}\u{e0042}", "a⟨U+E0041⟩⟨U+E0042⟩"),
            ("\u{3164}\u{1160}\u{ffa0}", "⟨U+3164⟩⟨U+1160⟩⟨U+FFA0⟩"),
        ];
        for (text, shown) in table {
            assert_eq!(visible(text), shown, "{text:?}");
        }
    }

    #[test]
    fn joiners_and_selectors_stay_where_they_belong() {
        let table = [
            "👨‍👩‍👧",
            "👩🏽‍🚒",
            "🏳\u{fe0f}\u{200d}🌈",
            "❤\u{fe0f}\u{200d}🔥",
            "🇨🇳",
            "1\u{fe0f}\u{20e3}",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "葛\u{e0100}飾區",
            "a\u{301}\u{323}",
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "\u{1112}\u{1161}\u{11ab}",
            "“\u{fe00}",
        ];
        for text in table {
            assert!(
                matches!(visible(text), Cow::Borrowed(_)),
                "{text:?} is shown as {}",
                visible(text)
            );
        }
    }

    #[test]
    fn pastes_are_cleaned() {
        let table = [
            ("", ""),
            ("\u{feff}一\r\n二\r三\n四", "一\n二\n三\n四"),
            (
                "一\u{2028}二\u{2029}三\u{b}四\u{c}五\u{85}六",
                "一\n二\n三\n四\n五\n六",
            ),
            ("\r\r\n\n", "\n\n\n"),
            ("a\tb\0\u{1b}[0m\u{7f}\u{9b}", "a\tb"),
            ("\u{1b}[31m红\r\n\u{1b}]0;t\u{7}中\u{200b}国", "红\n中国"),
            ("a\u{202e}b\u{202c}\u{2066}c\u{2069}", "abc"),
            ("👨‍👩‍👧 葛\u{e0100}", "👨‍👩‍👧 葛\u{e0100}"),
        ];
        for (text, clean) in table {
            assert_eq!(clean_paste(text), clean, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_shown_can_act_on_a_terminal(text in crate::text::arbitrary::nasty_text()) {
            let shown = visible(&text);
            prop_assert!(!shown.chars().any(char::is_control), "{:?}", shown);
            let is_bidi = |c| matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            prop_assert!(!shown.contains(is_bidi), "{:?}", shown);
            prop_assert_eq!(&visible(&shown), &shown, "showing twice changes nothing");
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in crate::text::arbitrary::nasty_text()) {
            let clean = clean_paste(&text);
            prop_assert_eq!(clean_paste(&clean), clean);
        }
    }
}
