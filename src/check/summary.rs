//! What is found, in one sentence.

use super::{Finding, Kind};
use crate::messages::Locale;

/// How many findings there are of each sort, in a sentence; `None` where there are none. What is not printed is left to
/// sentences of its own.
pub fn summary(findings: &[Finding], locale: Locale) -> Option<String> {
    let counted = |kind: &Kind| {
        if matches!(kind, Kind::Template | Kind::Orphaned) {
            return None;
        }
        let count = findings.iter().filter(|finding| finding.kind() == *kind).count();
        (count > 0).then(|| kind.counted(locale, count))
    };
    let parts: Vec<String> = Kind::ALL.iter().filter_map(counted).collect();
    (!parts.is_empty()).then(|| locale.unfinished(parts.join(locale.unfinished_separator())))
}
