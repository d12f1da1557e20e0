//! The full-screen program in hands that do anything, and in a world that answers one way or another: disks that fill
//! up, editors that are not there.

use super::case::Case;
use super::dice::Dice;
use super::strokes::{NEW, Stroke, size};
use super::words::{self, Tokens};
use crate::tui::desk::Desk;
use std::collections::BTreeMap;
use tigang::answers::{Answers, Place, Removed};
use tigang::session::Session;
use tigang::session::directory::SessionDirectory;
use tigang::session::library::{Loaded, Reason};
use tigang::session::seal::unseal;
use tigang::text::AmbiguousWidth;
use tigang::text::width::columns;
use tigang::tui::action::Action;
use tigang::tui::dialog::Dialog;
use tigang::tui::editor::Editor;
use tigang::tui::effect::Effect;
use tigang::tui::field::Field;
use tigang::tui::home::{SessionRow, StartRow};
use tigang::tui::interview::Focus;
use tigang::tui::layout::{self, Layout};
use tigang::tui::runtime::external_editor::{Edited, WorkingCopy};
use unicode_segmentation::UnicodeSegmentation;

/// The program under random hands.
pub(super) struct Hands<'a> {
    case: &'a Case,
    pub(super) desk: Desk,
    ambiguous: AmbiguousWidth,
    /// The text of the last save.
    pub(super) saved: Option<String>,
    /// Tokens of what was committed in the session at hand.
    owed: Vec<String>,
    tokens: Tokens,
    /// How the world answers.
    dice: Dice,
    pub(super) over: bool,
}

impl<'a> Hands<'a> {
    pub(super) fn on(case: &'a Case, mut dice: Dice) -> Self {
        let ambiguous = if dice.chance(30) {
            AmbiguousWidth::Two
        } else {
            AmbiguousWidth::One
        };
        let mut desk = Desk::on(&case.source, &case.table.to_string(), size(&mut dice), ambiguous);
        desk.effects.clear();
        let tokens = Tokens::beyond(1_000);
        Self {
            case,
            desk,
            ambiguous,
            saved: None,
            owed: Vec::new(),
            tokens,
            dice,
            over: false,
        }
    }

    pub(super) fn do_one(&mut self, stroke: &Stroke) {
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
                if !self
                    .desk
                    .effects
                    .iter()
                    .any(|effect| matches!(effect, Effect::Save(_)))
                {
                    self.check_saved(&text);
                }
                self.saved = Some(text);
                if self.dice.chance(10) {
                    Action::SaveFailed("满".to_owned().into())
                } else {
                    Action::Saved("12:00:00".to_owned())
                }
            }
            Effect::Close if self.dice.chance(20) => Action::LeaveFailed("满".to_owned().into()),
            Effect::Close => {
                self.settle();
                Action::Left
            }
            Effect::List => list(),
            Effect::Open(_) | Effect::Start(..) => self.open(),
            Effect::Rename(..) | Effect::Duplicate(..) | Effect::Delete(_) => list(),
            Effect::Export {
                path,
                overwrite: false,
                with,
                ..
            } if self.dice.chance(50) => Action::ExportExists(path, with),
            Effect::Export { path, .. } => Action::Exported(path),
            Effect::ExternalEditor(_) if self.dice.chance(30) => Action::Failed("没有编辑器".to_owned()),
            Effect::ExternalEditor(text) => {
                let text = format!("{text}{}", words::text(&mut self.dice));
                Action::Edited(Edited {
                    text,
                    copy: WorkingCopy::at("/edit".into()),
                })
            }
            Effect::ReadTimeline { .. } => Action::Timeline(Vec::new()),
            Effect::TakeState(_)
            | Effect::Suspend
            | Effect::ReadEarlier(..)
            | Effect::StartCarried(..)
            | Effect::TakeNewer(_) => return,
            Effect::ListTrash => Action::Trashed(Vec::new()),
            Effect::RestoreSession(_) => list(),
            Effect::Recover(..) => self.open(),
            Effect::Clipboard(_) | Effect::Farewell(_) | Effect::Remember(_) | Effect::DiscardCopy(_) => {
                return;
            }
            Effect::Elsewhere { path, session, .. } => {
                let text = unseal(&session).expect("a sealed session").text;
                self.check_saved(&text);
                Action::Written(path)
            }
            // What cannot be saved is given up, as the person has agreed to.
            Effect::Abandon => return self.owed.clear(),
            Effect::Quit => {
                self.over = true;
                return;
            }
        };
        self.desk.act(action);
    }

    /// Opens the session that was saved last.
    fn open(&self) -> Action {
        let session = match &self.saved {
            Some(text) => {
                Session::from_text(text, &self.case.questionnaire)
                    .expect("a sound session")
                    .session
            }
            None => Session::new("新".to_owned(), "卷".to_owned(), 0),
        };
        self.opened(session, None)
    }

    pub(super) fn opened(&self, session: Session, read_only: Option<Reason>) -> Action {
        Action::Opened(Box::new(Loaded {
            directory: SessionDirectory::new("/nowhere".into()),
            session,
            questionnaire: self.case.questionnaire.clone(),
            sensitive: std::sync::Arc::new(tigang::answers::sensitive::Sensitive::of(
                &self.case.questionnaire,
                &[],
            )),
            writer: None,
            read_only,
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
        let Some(interview) = self.desk.app.interview() else {
            return;
        };
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
    pub(super) fn settle(&mut self) {
        let Some(interview) = self.desk.app.interview() else {
            return;
        };
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
    pub(super) fn check(&mut self) {
        let (screen, cursor) = self.desk.look();
        let size = self.desk.app.size;
        for row in screen.lines() {
            let wide = columns(row, self.ambiguous);
            assert!(
                wide <= usize::from(size.width),
                "{wide} columns of {}: {row:?}\n{screen}",
                size.width
            );
        }
        if let Some(cursor) = cursor {
            assert!(
                cursor.x < size.width && cursor.y < size.height,
                "{cursor:?} of {size:?}"
            );
        }
        let layout = layout::lay_out(&mut self.desk.app);
        for editor in self.editors() {
            check_caret(editor);
        }
        let (Some(interview), Layout::Interview(areas)) = (self.desk.app.interview(), &layout) else {
            return;
        };
        let is_typing = interview.focus == Focus::Answer && self.desk.app.dialogs.is_empty();
        if let (Field::Text(_), Some(question), true) = (&interview.field, &areas.question, is_typing)
            && !question.field.is_empty()
        {
            let cursor = cursor.expect("a cursor where something is typed");
            assert!(
                question.field.contains(cursor),
                "{cursor:?} is outside {:?}\n{screen}",
                question.field
            );
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
        || paragraph
            .grapheme_indices(true)
            .any(|(start, _)| start == caret.byte);
    assert!(is_boundary, "{caret:?} in {paragraph:?}");
}

fn list() -> Action {
    let session = SessionRow {
        name: "名".to_owned(),
        questionnaire: "卷".to_owned(),
        saved: "2026-11-23 14:02".to_owned(),
        progress: None,
        is_damaged: false,
        directory: "/nowhere".into(),
    };
    let start = StartRow {
        name: "卷".to_owned(),
        title: "卷".to_owned(),
        about: None,
        suggestion: "卷 2026".to_owned(),
    };
    Action::Listed(vec![session], vec![start])
}

/// Every answer by its place, and what was removed.
pub(super) fn holdings(answers: &Answers) -> (BTreeMap<Place, String>, Vec<Removed>) {
    let mut all = BTreeMap::new();
    answers.visit(|place, answer| {
        all.insert(place, format!("{answer:?}"));
    });
    (all, answers.removed().cloned().collect())
}
