//! Authors' mistakes as they are printed.

use super::context::Context;
use crate::questionnaire::Diagnostic;
use crate::text::visible;

/// The mistakes of a file, one below the other, fit for a terminal.
pub(super) fn draw(context: &Context, file: &str, source: &str, diagnostics: &[Diagnostic]) -> String {
    let locale = context.locale;
    let mut drawn = String::new();
    for found in diagnostics {
        let line = source
            .lines()
            .nth(found.line.saturating_sub(1))
            .unwrap_or_default();
        let before: String = line.chars().take(found.column.saturating_sub(1)).collect();
        let caret = " ".repeat(crate::text::columns(&before, context.columns_of_ambiguous()));
        drawn.push_str(&format!(
            "{}:{}:{}: {} [{}]\n  {}\n  {caret}^\n",
            visible(file),
            found.line,
            found.column,
            visible(&found.mistake.message(locale)),
            found.code(),
            visible(line),
        ));
        if let Some(hint) = found.mistake.hint(locale) {
            drawn.push_str(&format!("  {}\n", visible(&hint)));
        }
    }
    drawn
}
