//! The full-screen program under random hands: keys, typing, pastes, clicks, other sizes of the terminal, pauses; and
//! disks and editors that answer one way or another.

use super::case::{Case, case};
use super::cases;
use super::desk::Desk;
use super::dice::{Dice, dice, handful};
use super::words::{self, Tokens};
use proptest::prelude::*;
use std::collections::BTreeMap;
use tigang::answers::{Answers, Place, Removed, Value};
use tigang::session::Session;
use tigang::session::directory::SessionDirectory;
use tigang::session::library::Loaded;
use tigang::text::AmbiguousWidth;
use tigang::text::width::columns;
use tigang::tui::action::Action;
use tigang::tui::app::Screen;
use tigang::tui::command::TABLE;
use tigang::tui::dialog::Dialog;
use tigang::tui::editor::Editor;
use tigang::tui::effect::Effect;
use tigang::tui::field::Field;
use tigang::tui::home::{SessionRow, StartRow};
use tigang::tui::interview::Focus;
use tigang::tui::layout::{self, Layout};
use unicode_segmentation::UnicodeSegmentation;

/// What becomes a new token when it is typed.
const NEW: &str = "⟦?⟧";

/// What a hand does.
#[derive(Debug, Clone, PartialEq)]
enum Stroke {
    Press(String),
    Write(String),
    Paste(String),
    Click(u16, u16),
    Drag(u16, u16),
    Wheel(u16, u16, isize),
    Resize(u16, u16),
    Pause,
}

fn number(dice: &mut Dice, below: usize) -> u16 {
    u16::try_from(dice.roll(below)).unwrap_or(0)
}

fn size(dice: &mut Dice) -> (u16, u16) {
    match dice.roll(4) {
        0 => (80, 24),
        1 => (40 + number(dice, 100), 12 + number(dice, 20)),
        2 => (1 + number(dice, 45), 1 + number(dice, 14)),
        _ => (1 + number(dice, 200), 1 + number(dice, 60)),
    }
}

/// A stroke, in whose text [`NEW`] stands for a token that has not been used yet.
fn stroke(mut dice: Dice) -> Stroke {
    let dice = &mut dice;
    let all_keys = || TABLE.iter().flat_map(|row| row.keys).flat_map(|(_, keys)| *keys);
    match dice.roll(12) {
        0..3 => {
            let keys: Vec<String> = all_keys().map(ToString::to_string).collect();
            Stroke::Press(dice.pick(&keys).cloned().unwrap_or_default())
        }
        3 => Stroke::Press("Tab".to_owned()),
        4 => Stroke::Press(dice.pick(&["Enter", "1", "2", "Space", "Down", "Ctrl+O"]).map_or("Enter", |key| key).to_owned()),
        5 => Stroke::Write(words::line(dice)),
        6 => Stroke::Write(NEW.to_owned()),
        7 => Stroke::Paste(words::text(dice)),
        8 if dice.chance(30) => Stroke::Wheel(number(dice, 120), number(dice, 36), if dice.chance(50) { 1 } else { -1 }),
        8 if dice.chance(30) => Stroke::Drag(number(dice, 120), number(dice, 36)),
        8 => Stroke::Click(number(dice, 120), number(dice, 36)),
        9 => {
            let (width, height) = size(dice);
            Stroke::Resize(width, height)
        }
        _ => Stroke::Pause,
    }
}

/// The program under random hands.
struct Hands<'a> {
    case: &'a Case,
    desk: Desk,
    ambiguous: AmbiguousWidth,
    /// The text of the last save.
    saved: Option<String>,
    /// Tokens of what was committed in the session at hand.
    owed: Vec<String>,
    tokens: Tokens,
    /// How the world answers.
    dice: Dice,
    over: bool,
}

impl<'a> Hands<'a> {
    fn on(case: &'a Case, mut dice: Dice) -> Self {
        let ambiguous = if dice.chance(30) { AmbiguousWidth::Two } else { AmbiguousWidth::One };
        let mut desk = Desk::on(&case.source, &case.table.to_string(), size(&mut dice), ambiguous);
        desk.effects.clear();
        let tokens = Tokens::beyond(1_000);
        Self { case, desk, ambiguous, saved: None, owed: Vec::new(), tokens, dice, over: false }
    }

    fn do_one(&mut self, stroke: &Stroke) {
        let desk = &mut self.desk;
        match stroke.clone() {
            Stroke::Press(key) => drop(desk.press(&key)),
            Stroke::Write(text) => drop(desk.write(&text.replace(NEW, &self.tokens.text()))),
            Stroke::Paste(text) => drop(desk.paste(&text)),
            Stroke::Click(x, y) => drop(desk.click(x, y)),
            Stroke::Drag(x, y) => drop(desk.act(Action::Drag(x, y))),
            Stroke::Wheel(x, y, by) => drop(desk.act(Action::Wheel(x, y, by))),
            Stroke::Resize(width, height) => drop(desk.resize(width, height)),
            Stroke::Pause => drop(desk.act(Action::Pause)),
        }
        while !self.over && !self.desk.effects.is_empty() {
            let effect = self.desk.effects.remove(0);
            self.carry_out(effect);
        }
        self.note_what_is_owed();
    }

    /// Stands in for the disk, the list of sessions and the person's own editor.
    fn carry_out(&mut self, effect: Effect) {
        let action = match effect {
            Effect::Save(text) => {
                let text = text();
                // Of several saves the last one counts.
                if !self.desk.effects.iter().any(|effect| matches!(effect, Effect::Save(_))) {
                    self.check_saved(&text);
                }
                self.saved = Some(text);
                if self.dice.chance(10) { Action::SaveFailed("满".to_owned()) } else { Action::Saved("12:00:00".to_owned()) }
            }
            Effect::Close if self.dice.chance(20) => Action::LeaveFailed("满".to_owned()),
            Effect::Close => {
                self.settle();
                Action::Left
            }
            Effect::List => list(),
            Effect::Open(_) | Effect::Start(..) => self.open(),
            Effect::Rename(..) | Effect::Duplicate(..) | Effect::Delete(_) => list(),
            Effect::Export { path, overwrite: false, .. } if self.dice.chance(50) => Action::ExportExists(path),
            Effect::Export { path, .. } => Action::Exported(path),
            Effect::ExternalEditor(_) if self.dice.chance(30) => Action::Failed("没有编辑器".to_owned()),
            Effect::ExternalEditor(text) => Action::Edited(format!("{text}{}", words::text(&mut self.dice))),
            Effect::Clipboard(_) => return,
            // What cannot be saved is given up, as the person has agreed to.
            Effect::Abandon => return self.owed.clear(),
            Effect::Quit => {
                self.over = true;
                return;
            }
        };
        self.desk.act(action);
    }

    fn open(&self) -> Action {
        let questionnaire = self.case.questionnaire.clone();
        let session = match &self.saved {
            Some(text) => Session::from_text(text, &questionnaire).expect("a sound session").session,
            None => Session::new("新".to_owned(), "卷".to_owned(), 0),
        };
        Action::Opened(Box::new(Loaded {
            directory: SessionDirectory::new("/nowhere".into()),
            session,
            questionnaire,
            writer: None,
            read_only: None,
            edited_by_hand: false,
            remarks: Vec::new(),
        }))
    }

    /// What is saved reads as the answers at hand.
    fn check_saved(&self, text: &str) {
        let reading = Session::from_text(text, &self.case.questionnaire).expect("a sound session");
        let interview = self.desk.app.interview().expect("only a session is saved");
        let wanted = &interview.session.answers;
        assert_eq!(holdings(&reading.session.answers), holdings(wanted), "{text}");
        assert_eq!(reading.session.at, interview.session.at, "{text}");
    }

    /// Tokens of all answers that are no drafts are owed from now on.
    fn note_what_is_owed(&mut self) {
        let Some(interview) = self.desk.app.interview() else { return };
        let owed = &mut self.owed;
        interview.work.answers().visit(|_, answer| {
            if !answer.draft {
                owed.extend(words::tokens(&format!("{:?}", answer.value)));
            }
        });
        owed.sort();
        owed.dedup();
    }

    /// Whatever was answered is in the answers, among what was removed, or can be reached by undoing and redoing.
    fn settle(&mut self) {
        let Some(interview) = self.desk.app.interview() else { return };
        let mut work = interview.work.clone();
        let mut found = format!("{:?}", work.answers());
        while work.undo().is_some() {
            found.push_str(&format!("{:?}", work.answers()));
        }
        while work.redo().is_some() {
            found.push_str(&format!("{:?}", work.answers()));
        }
        for token in self.owed.drain(..) {
            assert!(found.contains(&token), "{token} is gone");
        }
    }

    /// What holds whatever was done.
    fn check(&mut self) {
        let (screen, cursor) = self.desk.look();
        let size = self.desk.app.size;
        for row in screen.lines() {
            let wide = columns(row, self.ambiguous);
            assert!(wide <= usize::from(size.width), "{wide} columns of {}: {row:?}\n{screen}", size.width);
        }
        if let Some(cursor) = cursor {
            assert!(cursor.x < size.width && cursor.y < size.height, "{cursor:?} of {size:?}");
        }
        let layout = layout::lay_out(&mut self.desk.app);
        for editor in self.editors() {
            check_caret(editor);
        }
        let (Some(interview), Layout::Interview(areas)) = (self.desk.app.interview(), &layout) else { return };
        let is_typing = interview.focus == Focus::Answer && self.desk.app.dialogs.is_empty();
        if let (Field::Text(_), Some(question), true) = (&interview.field, &areas.question, is_typing)
            && !question.field.is_empty()
        {
            let cursor = cursor.expect("a cursor where something is typed");
            assert!(question.field.contains(cursor), "{cursor:?} is outside {:?}\n{screen}", question.field);
        }
    }

    fn editors(&self) -> Vec<&Editor> {
        let mut editors = Vec::new();
        for dialog in &self.desk.app.dialogs {
            if let Dialog::Prompt(prompt) = dialog {
                editors.push(&prompt.editor);
            }
        }
        if let Some(Field::Text(field)) = self.desk.app.interview().map(|interview| &interview.field) {
            editors.push(&field.editor);
        }
        editors
    }
}

fn check_caret(editor: &Editor) {
    let caret = editor.caret();
    let paragraph = &editor.paragraphs()[caret.paragraph];
    let is_boundary = caret.byte == paragraph.len()
        || paragraph.grapheme_indices(true).any(|(start, _)| start == caret.byte);
    assert!(is_boundary, "{caret:?} in {paragraph:?}");
}

fn list() -> Action {
    let session = SessionRow {
        name: "名".to_owned(),
        questionnaire: "卷".to_owned(),
        saved: "2026-11-23 14:02".to_owned(),
        progress: None,
        directory: "/nowhere".into(),
    };
    let start = StartRow { name: "卷".to_owned(), title: "卷".to_owned(), about: None, suggestion: "卷 2026".to_owned() };
    Action::Listed(vec![session], vec![start])
}

/// Every answer by its place, and what was removed.
fn holdings(answers: &Answers) -> (BTreeMap<Place, String>, Vec<Removed>) {
    let mut all = BTreeMap::new();
    answers.visit(|place, answer| {
        all.insert(place, format!("{answer:?}"));
    });
    (all, answers.removed().cloned().collect())
}

fn values(answers: &Answers) -> BTreeMap<Place, Value> {
    let mut all = BTreeMap::new();
    answers.visit(|place, answer| {
        all.insert(place, answer.value.clone());
    });
    all
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn whatever_hands_do_the_program_holds(
        case in case(),
        strokes in prop::collection::vec(handful(8).prop_map(stroke), 1..40),
        world in dice(60),
    ) {
        let mut hands = Hands::on(&case, world);
        hands.check();
        for stroke in &strokes {
            if hands.over {
                return Ok(());
            }
            hands.do_one(stroke);
            hands.check();
        }
        hands.desk.app.dialogs.clear();
        hands.do_one(&Stroke::Press("Ctrl+S".to_owned()));
        hands.settle();
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn to_look_at_an_answer_changes_nothing(case in case()) {
        let mut desk = Desk::on(&case.source, &case.table.to_string(), (80, 24), AmbiguousWidth::One);
        let answers = |desk: &Desk| match &desk.app.screen {
            Screen::Interview(interview) => values(interview.work.answers()),
            Screen::Home(_) => BTreeMap::new(),
        };
        let before = answers(&desk);
        for _ in 0..40 {
            desk.press("Tab");
        }
        for _ in 0..40 {
            desk.press("Shift+Tab");
        }
        prop_assert_eq!(answers(&desk), before);
    }
}
