//! Whatever stands in a session's file, reading it ends; and what is read is written so that nothing changes.
#![no_main]

use std::sync::{Arc, LazyLock};

use libfuzzer_sys::fuzz_target;
use tigang::interview::Work;
use tigang::outline::Progress;
use tigang::questionnaire::{self, Questionnaire};
use tigang::session::Session;
use tigang::session::header::Header;
use tigang::session::seal::{seal, unseal};
use tigang::session::state;

static QUESTIONNAIRE: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| {
    let source = include_str!("../questions.toml");
    Arc::new(questionnaire::read(source).unwrap_or_else(|mistakes| panic!("{mistakes:?}")))
});

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let _ = Header::parse(&text);
    let _ = Session::salvage(&text, &QUESTIONNAIRE);
    if let Ok(unsealed) = unseal(bytes) {
        let sealed = seal(&unsealed.text);
        assert_eq!(unseal(sealed.as_bytes()).map(|again| again.text), Ok(unsealed.text));
    }
    // Both with its seal, if it has one, and as the text that a seal would be put to.
    for bytes in [bytes.to_vec(), seal(&text).into_bytes()] {
        let Ok(reading) = state::parse(&bytes, &QUESTIONNAIRE) else {
            continue;
        };
        let written = reading.session.to_text(&QUESTIONNAIRE, Progress::default());
        let again = Session::from_text(&written, &QUESTIONNAIRE)
            .unwrap_or_else(|error| panic!("{error}\n{written}"));
        assert_eq!(again.session, reading.session, "{written}");
        let _ = Work::new(&QUESTIONNAIRE, reading.session.answers);
    }
});
