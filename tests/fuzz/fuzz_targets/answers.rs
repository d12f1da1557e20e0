//! Whatever stands in an answers file, reading it ends; and what is read is written so that nothing changes.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::{Corpus, fuzz_target};
use tigang::answers::{Origin, file};
use tigang::export::{Format, PlainText};
use tigang::interview::Work;
use tigang::questionnaire::{self, Questionnaire};

static QUESTIONNAIRE: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| {
    let source = include_str!("../questions.toml");
    Arc::new(questionnaire::read(source).unwrap_or_else(|mistakes| panic!("{mistakes:?}")))
});

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Some(table) = str::from_utf8(bytes).ok().and_then(|text| toml::from_str(text).ok()) else {
        return Corpus::Reject;
    };
    let reading = file::read(table, &QUESTIONNAIRE, Origin::Typed);
    let written = file::write(&reading.answers, &QUESTIONNAIRE).answers;
    let text = toml::to_string_pretty(&written).unwrap_or_else(|error| panic!("{error}"));
    let parsed = toml::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let again = file::read(parsed, &QUESTIONNAIRE, Origin::Typed);
    assert_eq!(again.answers, reading.answers, "{text}");
    let work = Work::new(&QUESTIONNAIRE, Arc::new(reading.answers));
    assert!(String::from_utf8(Format::Text.export(work.document(), &PlainText::default())).is_ok());
    Corpus::Keep
});
