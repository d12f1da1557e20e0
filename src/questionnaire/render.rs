//! Draws diagnostics for a terminal: the line, carets under the exact span, what is wrong and how to mend it.

use super::diagnostic::{Diagnostic, Wrong};
use crate::messages::Locale;
use crate::text::sanitise::visible;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::ops::Range;

/// How many characters of a long line are shown before, within and behind the span.
const SHOWN: usize = 80;

/// How diagnostics are drawn.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The language in which mistakes are explained.
    pub locale: Locale,
    /// Whether colours are used.
    pub color: bool,
    /// Whether lines are drawn with ASCII only.
    pub ascii: bool,
    /// The width of the terminal, in columns.
    pub width: usize,
}

/// Draws the diagnostics of a file, one below the other.
///
/// Nothing of the file reaches the terminal raw: control characters are made visible.
pub fn render<M: Wrong>(
    diagnostics: &[Diagnostic<M>],
    source: &str,
    file_name: &str,
    style: Style,
) -> String {
    let renderer = if style.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let decor = if style.ascii {
        DecorStyle::Ascii
    } else {
        DecorStyle::Unicode
    };
    let renderer = renderer.term_width(style.width.max(40)).decor_style(decor);
    let file_name = visible(file_name);
    let mut drawn = String::new();
    for diagnostic in diagnostics {
        drawn.push_str(&report(&renderer, diagnostic, source, &file_name, style.locale));
        drawn.push_str("\n\n");
    }
    drawn
}

fn report<M: Wrong>(
    renderer: &Renderer,
    diagnostic: &Diagnostic<M>,
    source: &str,
    file_name: &str,
    locale: Locale,
) -> String {
    let message = diagnostic.mistake.message(locale);
    let hint = diagnostic.mistake.hint(locale);
    let excerpt = Excerpt::of(source, &diagnostic.span);
    let drawn_column = 1 + excerpt.before().chars().count();
    let snippet = Snippet::source(excerpt.text)
        .path(file_name)
        .line_start(diagnostic.line)
        .annotation(AnnotationKind::Primary.span(excerpt.span));
    let mut group = Level::ERROR
        .with_name(locale.diagnostic_error())
        .primary_title(visible(&message))
        .id(diagnostic.code())
        .element(snippet);
    if let Some(hint) = &hint {
        let help = Level::HELP.with_name(locale.diagnostic_help());
        group = group.element(help.message(visible(hint)));
    }
    let drawn = renderer.render(&[group]);
    // The column is that of the excerpt, which differs where the line is cut or a character is made visible.
    let place = |column: usize| format!("{file_name}:{}:{column}", diagnostic.line);
    match drawn.split_once('\n') {
        Some((title, rest)) if drawn_column != diagnostic.column => {
            let rest = rest.replacen(&place(drawn_column), &place(diagnostic.column), 1);
            format!("{title}\n{rest}")
        }
        _ => drawn,
    }
}

/// The part of a line around a span, fit to be shown.
#[derive(Debug, PartialEq, Eq)]
struct Excerpt {
    text: String,
    span: Range<usize>,
}

impl Excerpt {
    fn before(&self) -> &str {
        self.text.get(..self.span.start).unwrap_or_default()
    }

    /// Of a span of several lines the first one is shown.
    fn of(source: &str, span: &Range<usize>) -> Self {
        let (before, rest) = source.split_at_checked(span.start).unwrap_or((source, ""));
        let (within, after) = rest
            .split_at_checked(span.end.saturating_sub(span.start))
            .unwrap_or((rest, ""));
        let before = before.rsplit('\n').next().unwrap_or_default();
        let (within, after) = match within.split_once('\n') {
            Some((first, _)) => (first.trim_end_matches('\r'), ""),
            None => (within, after.lines().next().unwrap_or_default()),
        };
        let before = before.trim_start_matches('\u{feff}');
        let hidden = before.chars().count().saturating_sub(SHOWN);
        let behind_hidden = before
            .char_indices()
            .nth(hidden)
            .map_or("", |(at, _)| before.get(at..).unwrap_or(""));
        let mut text = if hidden > 0 {
            "…".to_owned()
        } else {
            String::new()
        };
        text.push_str(&visible(behind_hidden));
        let start = text.len();
        push_beginning(&mut text, within);
        let end = text.len();
        push_beginning(&mut text, after);
        Self {
            text,
            span: start..end,
        }
    }
}

/// Adds the beginning of a text, with a mark if there is more of it.
fn push_beginning(to: &mut String, text: &str) {
    let end = text.char_indices().nth(SHOWN).map(|(at, _)| at);
    let shown = end.and_then(|end| text.get(..end)).unwrap_or(text);
    to.push_str(&visible(shown));
    if shown.len() < text.len() {
        to.push('…');
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    const PLAIN: Style = Style {
        locale: Locale::Zh,
        color: false,
        ascii: true,
        width: 100,
    };

    fn drawn(source: &str, style: Style) -> String {
        let diagnostics = read(source).expect_err("there are mistakes");
        render(&diagnostics, source, "问卷.toml", style)
    }

    #[test]
    fn carets_stand_under_wide_characters() {
        let source = "format = 1\ntitle = '自查'\n[name]\nask = '？'\n[a]\ntext = '我认为“{{ nmae }}”不足'\n";
        let drawn_zh = "\
错误[unknown-name]: 没有名为“nmae”的节点
 --> 问卷.toml:6:16
  |
6 | text = '我认为“{{ nmae }}”不足'
  |                   ^^^^
  |
  = 改法: 是不是想写“name”？\n\n";
        assert_eq!(drawn(source, PLAIN), drawn_zh);
        let english = Style {
            locale: Locale::En,
            ascii: false,
            ..PLAIN
        };
        let drawn_en = "\
error[unknown-name]: there is no node `nmae`
  ╭▸ 问卷.toml:6:16
  │
6 │ text = '我认为“{{ nmae }}”不足'
  │                   ━━━━
  │
  ╰ help: Did you mean `name`?\n\n";
        assert_eq!(drawn(source, english), drawn_en);
    }

    #[test]
    fn nothing_reaches_the_terminal_raw() {
        let source = "format = 1\ntitle = 't'\n[a]\ntext = 't'\n\"\\u001b[31m\u{202e}\" = '\\u001b'\nbad = \"\u{202e}\u{1b}[2J\"";
        let drawn = drawn(source, PLAIN);
        assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()), "{drawn:?}");
        assert!(!drawn.contains('\u{202e}'), "{drawn:?}");
    }

    #[test]
    fn long_lines_are_cut_around_the_span() {
        let long = "长".repeat(10_000);
        let source = format!("format = 1\ntitle = 't'\n[a]\ntext = '{long}{{{{ x }}}}{long}'\n");
        let drawn = drawn(&source, PLAIN);
        assert!(drawn.len() < 2_000, "{}", drawn.len());
        assert!(drawn.contains("4:10012"), "{drawn}");
        assert!(drawn.contains("长{{ x }}长"), "{drawn}");
    }
}
