//! Whatever stands in a questionnaire's file, reading it ends with a questionnaire that works or with mistakes that can
//! be shown.
#![no_main]

use std::sync::Arc;

use libfuzzer_sys::{Corpus, fuzz_target};
use tigang::answers::Answers;
use tigang::export::{Format, PlainText};
use tigang::interview::Work;
use tigang::messages::Locale;
use tigang::questionnaire::read_bytes;
use tigang::questionnaire::render::{Style, render};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    match read_bytes(bytes) {
        Ok(questionnaire) => {
            let work = Work::new(&Arc::new(questionnaire), Arc::new(Answers::default()));
            let text = Format::Text.export(work.document(), &PlainText::default());
            assert!(String::from_utf8(text).is_ok());
        }
        Err(diagnostics) => {
            assert!(!diagnostics.is_empty());
            let source = String::from_utf8_lossy(bytes);
            let style = Style {
                locale: Locale::Zh,
                color: false,
                ascii: false,
                width: 80,
            };
            let drawn = render(&diagnostics, &source, "卷.toml", style);
            assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()));
        }
    }
    Corpus::Keep
});
