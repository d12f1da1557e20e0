//! Whatever a file or an answer holds, nothing but what can be printed reaches the screen.

use crate::tui::desk::Desk;
use tigang::text::AmbiguousWidth;

/// What a terminal would act on, or a reader be misled by.
const HOSTILE: [&str; 12] = [
    "\u{1b}[2J\u{1b}[31m",
    "\u{1b}]52;c;eA==\u{7}",
    "\u{1b}]8;;http://example.com\u{1b}\\x",
    "\u{9b}2J\u{9d}0;x\u{9c}",
    "\u{90}q\u{9c}",
    "\u{202e}dessap\u{202c}",
    "\u{2066}x\u{2069}\u{200f}",
    "\u{0}\u{7f}\u{8}",
    "\u{200b}\u{feff}\u{2028}\u{2029}",
    "\u{e0041}\u{e007f}",
    "\u{301}\u{301}\u{301}",
    "\r\u{b}\u{c}\u{85}",
];

/// TOML that spells a text out.
fn spelled(text: &str) -> String {
    text.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect()
}

/// Whether a terminal does nothing with it but draw it.
fn is_printable(c: char) -> bool {
    let misleads = matches!(c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}');
    c == '\n' || !(c.is_control() || misleads)
}

#[test]
fn nothing_but_what_can_be_printed_reaches_the_screen() {
    for hostile in HOSTILE {
        let s = spelled(hostile);
        let source = format!(
            "format = 1\ntitle = \"题{s}\"\n[p]\nheading = \"节{s}\"\nlabel = \"名{s}\"\n\
             [p.line]\nask = \"问{s}\"\nhelp = \"助{s}\"\nexample = \"例{s}\"\nplaceholder = \"位{s}\"\nunit = \"次{s}\"\nkind = \"number\"\n\
             [p.prose]\nask = \"问{s}\"\nkind = \"prose\"\n[p.way]\nask = \"问{s}\"\nkind = \"choice\"\nchoices = [\"选{s}\", \"乙\"]\n\
             [p.g]\nlabel = \"项{s}\"\nrepeat = true\nheading = \"{{{{ x }}}}\"\n[p.g.x]\nask = \"？\"\ntext = \"\"\n\
             [p.l]\nask = \"问{s}\"\nkind = \"list\"\n"
        );
        let answers = format!(
            "[p]\nline = \"数{s}\"\nprose = \"文{s}\"\nway = \"选{s}\"\nl = [\"条{s}\"]\n[[p.g]]\nx = \"项{s}\"\n"
        );
        for (size, ambiguous) in [((120, 36), AmbiguousWidth::One), ((40, 12), AmbiguousWidth::Two)] {
            let mut desk = Desk::on(&source, &answers, size, ambiguous);
            for keys in [
                "F1", "Esc", "Tab", "Tab", "Tab", "Tab", "Tab", "Ctrl+G", "Esc", "Ctrl+P", "Esc", "Ctrl+R",
                "Esc", "Ctrl+K", "Esc", "Ctrl+E", "Esc", "F7",
            ] {
                desk.press(keys);
                let screen = desk.screen();
                let found: String = screen.chars().filter(|c| !is_printable(*c)).collect();
                assert_eq!(found, "", "{hostile:?} after {keys}:\n{}", screen.escape_debug());
            }
        }
    }
}
