//! Whatever is in a file, reading it gives a result or says what is wrong.

use super::case::{Case, case};
use super::cases;
use super::dice::{Dice, dice};
use super::scrawl::scrawl;
use super::words::{self, Tokens};
use proptest::prelude::*;
use std::sync::Arc;
use tigang::answers::{Origin, Place, file};
use tigang::document::assemble;
use tigang::export::{Format, PlainText};
use tigang::interview::Work;
use tigang::messages::Locale;
use tigang::questionnaire::render::{Style, render};
use tigang::questionnaire::shipped::SHIPPED;
use tigang::questionnaire::{self, Questionnaire};
use tigang::session::Session;
use tigang::session::header::Header;
use tigang::session::seal::{seal, unseal};

/// Reads a questionnaire, and what can be done with it is done; or what is wrong with it is drawn.
fn reads(bytes: &[u8]) -> Result<Questionnaire, String> {
    questionnaire::read_bytes(bytes).map_err(|diagnostics| {
        assert!(!diagnostics.is_empty());
        let source = String::from_utf8_lossy(bytes);
        let style = Style {
            locale: Locale::En,
            color: false,
            ascii: true,
            width: 80,
        };
        let drawn = render(&diagnostics, &source, "file.toml", style);
        assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()), "{drawn:?}");
        drawn
    })
}

fn reads_and_works(bytes: &[u8]) {
    if let Ok(questionnaire) = reads(bytes) {
        let work = Work::new(&Arc::new(questionnaire), Arc::default());
        for (id, _) in work.outline().items() {
            work.outline().title(id);
            work.outline().ask(id);
        }
        Format::Text.export(work.document(), &PlainText::default());
    }
}

/// A text with a few of its parts taken out, doubled, or put elsewhere: of lines or of bytes.
fn torn(text: &str, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.roll(3) {
        let by_lines = dice.chance(60);
        let cut = |bytes: &[u8], dice: &mut Dice| {
            let at = dice.roll(bytes.len() + 1);
            if !by_lines {
                return at;
            }
            bytes
                .iter()
                .skip(at)
                .position(|byte| *byte == b'\n')
                .map_or(bytes.len(), |next| at + next + 1)
        };
        let (a, b) = (cut(&bytes, dice), cut(&bytes, dice));
        let near = if dice.chance(50) {
            a.abs_diff(b)
        } else {
            a.abs_diff(b).min(400)
        };
        let start = a.min(b);
        let span: Vec<u8> = bytes.iter().skip(start).take(near).copied().collect();
        match dice.roll(3) {
            0 => drop(bytes.drain(start..start + span.len())),
            1 => drop(bytes.splice(start..start, span)),
            _ => {
                bytes.drain(start..start + span.len());
                let to = cut(&bytes, dice);
                bytes.splice(to..to, span);
            }
        }
    }
    bytes
}

/// The text of a session with the answers of a case.
fn session_text(case: &Case) -> String {
    let work = Work::new(&case.questionnaire, case.answers.clone());
    let mut session = Session::new("名".to_owned(), "卷".to_owned(), 0);
    session.answers = work.answers().clone();
    session.to_text(&case.questionnaire, Default::default())
}

fn reads_session(bytes: &[u8], questionnaire: &Arc<Questionnaire>) {
    let Ok(unsealed) = unseal(bytes) else { return };
    Header::parse(&unsealed.text);
    if let Ok(reading) = Session::from_text(&unsealed.text, questionnaire) {
        let work = Work::new(questionnaire, reading.session.answers.clone());
        Format::Text.export(work.document(), &PlainText::default());
        reading.session.to_text(questionnaire, Default::default());
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_questionnaire_of_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        reads_and_works(&bytes);
    }

    #[test]
    fn a_session_of_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300), text in any::<String>()) {
        let questionnaire = Arc::new(reads(SHIPPED[0].source.as_bytes()).expect("sound"));
        reads_session(&bytes, &questionnaire);
        reads_session(seal(&format!("format = 1\n{text}")).as_bytes(), &questionnaire);
    }

    #[test]
    fn a_questionnaire_of_any_toml(case in case(), mut dice in dice(400)) {
        let mut tokens = Tokens::default();
        let mut table = scrawl(&case.form, &mut dice, &mut tokens, 0);
        table.insert("format".to_owned(), toml::Value::from(1));
        reads_and_works(table.to_string().as_bytes());
        // And of a sound one in which every text is another.
        let torn = case.source.replace("问", &words::line(&mut dice)).replace('文', &words::line(&mut dice));
        reads_and_works(torn.as_bytes());
    }

    #[test]
    fn answers_of_any_toml(case in case(), mut dice in dice(400)) {
        let mut tokens = Tokens::default();
        let table = scrawl(&case.form, &mut dice, &mut tokens, 0);
        for origin in [Origin::Typed, Origin::Imported] {
            let answers = file::read(table.clone(), &case.questionnaire, origin).answers;
            let work = Work::new(&case.questionnaire, Arc::new(answers));
            assemble(work.outline());
        }
    }

    #[test]
    fn a_torn_session(case in case(), mut dice in dice(60)) {
        let text = session_text(&case);
        let torn = torn(&text, &mut dice);
        reads_session(&torn, &case.questionnaire);
        reads_session(seal(&String::from_utf8_lossy(&torn)).as_bytes(), &case.questionnaire);
    }
}

proptest! {
    // The shipped questionnaires are long.
    #![proptest_config(cases(64))]

    #[test]
    fn a_torn_questionnaire(which in 0..SHIPPED.len(), mut dice in dice(60)) {
        reads_and_works(&torn(SHIPPED[which].source, &mut dice));
    }

    #[test]
    fn a_torn_made_up_questionnaire(case in case(), mut dice in dice(60)) {
        reads_and_works(&torn(&case.source, &mut dice));
    }
}

/// An id that is there again and again, in a section with and without a partner.
#[test]
fn an_id_that_is_always_the_same() {
    let source = "format = 1\ntitle = \"卷\"\n[a]\nrepeat = true\n[a.x]\nask = \"？\"\n[b]\nfor_each = \"a\"\n[b.y]\nask = \"？\"\n";
    let questionnaire = Arc::new(questionnaire::read(source).expect("sound"));
    let count = 3_000;
    let answers = "[[a]]\nid = \"1\"\nx = \"一\"\n[[b]]\nfor = \"1\"\ny = \"二\"\n".repeat(count);
    let table = toml::from_str(&answers).expect("sound");
    let answers = file::read(table, &questionnaire, Origin::Typed).answers;
    for section in ["a", "b"] {
        let place = Place::parse(section).expect("a place");
        assert_eq!(answers.instances(&place).len(), count);
    }
}

/// What has no end to its depth, or nearly so.
#[test]
fn deep_nesting_is_refused_or_read() {
    for depth in [50, 500, 20_000] {
        let questionnaire = Arc::new(reads(SHIPPED[0].source.as_bytes()).expect("sound"));
        let brackets = format!("a = {}{}", "[".repeat(depth), "]".repeat(depth));
        let tables = format!("a = {}1{}", "{ a = ".repeat(depth), " }".repeat(depth));
        let dotted = format!("{}a = 1", "a.".repeat(depth));
        let header = format!("[{}a]\nask = \"？\"", "a.".repeat(depth));
        let prefixed = |text: &str| format!("format = 1\ntitle = \"卷\"\n{text}\n");
        for text in [&brackets, &tables, &dotted, &header] {
            reads_and_works(prefixed(text).as_bytes());
            reads_session(seal(&prefixed(text)).as_bytes(), &questionnaire);
            reads_session(
                seal(&format!("format = 1\n[answers]\n{text}")).as_bytes(),
                &questionnaire,
            );
        }
    }
}
