//! A program in hand, driven by keys and looked at as text.

use crossterm::event::{
    Event, KeyEvent, KeyEventKind, KeyEventState, MouseButton, MouseEvent, MouseEventKind,
};
use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::layout::{Position, Size};
use std::sync::Arc;
use tigang::answers::sensitive::Sensitive;
use tigang::answers::{Origin, file};
use tigang::messages::Locale;
use tigang::questionnaire;
use tigang::session::Session;
use tigang::session::directory::SessionDirectory;
use tigang::session::library::Loaded;
use tigang::text::AmbiguousWidth;
use tigang::tui::action::Action;
use tigang::tui::app::{App, Looks};
use tigang::tui::effect::Effect;
use tigang::tui::key::Key;
use tigang::tui::paint::Sheet;
use tigang::tui::theme::{Glyphs, Theme};
use tigang::tui::{keymap, layout, update, view};

/// The program with a session, and the effects that it wanted.
pub(crate) struct Desk {
    pub(crate) app: App,
    pub(crate) effects: Vec<Effect>,
    /// What was drawn at the last look.
    sheet: Sheet,
}

/// A questionnaire with all that the tests of the screen need.
pub(crate) const QUESTIONNAIRE: &str = r#"
format = 1
title = "年终小结"
max_length = 300

[opening]
heading = "开头"
[opening.since]
ask = "何时任职？"
kind = "month"
[opening.body]
ask = "由谁任命？写出全称。"
help = "写单位全称。"
example = "某县县委"
kind = "prose"
min_length = 4
max_length = 20

[problems]
heading = "问题"
[problems.problem]
label = "问题"
repeat = true
max = 3
heading = "{{ name }}"
heading_style = "run-in"
[problems.problem.name]
ask = "哪里不够？"
text = ""
[problems.problem.facts]
ask = "有何表现？"
kind = "prose"
[problems.cause]
label = "原因"
for_each = "problems.problem"
heading = "{{ why }}"
heading_style = "run-in"
[problems.cause.why]
ask = "“{{ each.name }}”的原因？"
text = ""

[plan]
heading = "打算"
[plan.public]
ask = "是否公开？"
kind = "yes-no"
[plan.answers]
ask = "回应哪些问题？"
kind = "links"
to = "problems.problem"
[plan.way]
ask = "用什么方式？"
kind = "choice"
choices = ["座谈", "走访"]
other = true
"#;

impl Desk {
    /// The program with a session on [`QUESTIONNAIRE`], in Chinese.
    pub(crate) fn new(answers: &str) -> Self {
        Self::on(QUESTIONNAIRE, answers, (120, 36), AmbiguousWidth::One)
    }

    pub(crate) fn on(source: &str, answers: &str, size: (u16, u16), ambiguous: AmbiguousWidth) -> Self {
        Self::moved(source, &[], answers, size, ambiguous)
    }

    /// The program with a session that had other questionnaires before.
    pub(crate) fn moved(
        source: &str,
        earlier: &[&str],
        answers: &str,
        (width, height): (u16, u16),
        ambiguous: AmbiguousWidth,
    ) -> Self {
        let earlier = earlier
            .iter()
            .map(|source| Arc::new(questionnaire::read(source).unwrap()));
        let earlier: Vec<_> = earlier.collect();
        let questionnaire = Arc::new(questionnaire::read(source).expect("a sound questionnaire"));
        let table: toml::Table = toml::from_str(answers).expect("sound answers");
        let reading = file::read(table, &questionnaire, Origin::Typed);
        assert_eq!(reading.remarks, []);
        let mut session = Session::new("小结".to_owned(), "test".to_owned(), 0);
        session.answers = Arc::new(reading.answers);
        let glyphs = Glyphs {
            ascii: ambiguous == AmbiguousWidth::Two,
        };
        let looks = Looks {
            locale: Locale::Zh,
            theme: Theme::new(true),
            glyphs,
            ambiguous,
        };
        let app = App::new(
            looks,
            Size { width, height },
            "/out".to_owned(),
            fastrand::Rng::with_seed(7),
        );
        let mut desk = Self {
            app,
            effects: Vec::new(),
            sheet: Sheet::default(),
        };
        desk.act(Action::Opened(Box::new(Loaded {
            directory: SessionDirectory::new("/nowhere".into()),
            session,
            questionnaire: questionnaire.clone(),
            sensitive: Arc::new(Sensitive::of(&questionnaire, &earlier)),
            writer: None,
            read_only: None,
            edited_by_hand: false,
            remarks: Vec::new(),
        })));
        desk
    }

    pub(crate) fn act(&mut self, action: Action) -> &mut Self {
        let effects = update::update(&mut self.app, action);
        self.effects.extend(effects);
        // A layout is made after every event, as in the running program: motions by rows go by it.
        layout::lay_out(&mut self.app);
        self
    }

    fn event(&mut self, event: Event) -> &mut Self {
        if let Some(action) = keymap::action(&self.app, event) {
            self.act(action);
        }
        self
    }

    /// Presses keys, named as in the table of commands, parted by spaces.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        for name in keys.split(' ') {
            let key: Key = name.parse().unwrap_or_else(|()| panic!("no key {name}"));
            self.event(key_event(key.code, key.modifiers));
        }
        self
    }

    /// Types characters.
    pub(crate) fn write(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.event(key_event(KeyCode::Char(c), KeyModifiers::NONE));
        }
        self
    }

    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.event(Event::Paste(text.to_owned()))
    }

    pub(crate) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), column, row)
    }

    pub(crate) fn mouse(&mut self, kind: MouseEventKind, column: u16, row: u16) -> &mut Self {
        self.event(Event::Mouse(MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        }))
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.event(Event::Resize(width, height))
    }

    /// What is on the screen, and where the cursor is, if it is shown.
    pub(crate) fn look(&mut self) -> (String, Option<Position>) {
        let size = self.app.size;
        let layout = layout::lay_out(&mut self.app);
        if self.sheet.size() != size {
            self.sheet = Sheet::blank(size);
        }
        let mut anew = Sheet::blank(size);
        view::draw(&self.app, &layout, &mut anew);
        let cursor = view::draw(&self.app, &layout, &mut self.sheet);
        for sheet in [&mut anew, &mut self.sheet] {
            sheet.finish().for_each(drop);
        }
        let mut rows = Vec::new();
        for y in 0..size.height {
            let row = self.sheet.row(y);
            assert_eq!(row, anew.row(y), "what was drawn before shows in row {y}");
            let row: String = row.iter().map(|cell| cell.symbol()).collect();
            rows.push(row.trim_end().to_owned());
        }
        (rows.join("\n"), cursor)
    }

    /// The style in which a text begins in a row of the screen.
    pub(crate) fn style_of(&mut self, text: &str, y: u16) -> ratatui::style::Style {
        let (screen, _) = self.look();
        let cells: Vec<_> = self.sheet.row(y).to_vec();
        let symbols = |from: usize| {
            cells
                .iter()
                .skip(from)
                .map(|cell| cell.symbol())
                .collect::<String>()
        };
        let found = (0..cells.len()).find(|from| symbols(*from).starts_with(text));
        let found = found.unwrap_or_else(|| panic!("{text} in row {y} of\n{screen}"));
        cells[found].style()
    }

    pub(crate) fn screen(&mut self) -> String {
        self.look().0
    }

    /// Where the writer is.
    pub(crate) fn at(&self) -> String {
        self.app.interview().expect("a session").at.to_string()
    }

    /// The text as it would be exported.
    pub(crate) fn text(&self) -> String {
        let interview = self.app.interview().expect("a session");
        let bytes = tigang::export::Format::Text.export(interview.work.document(), &Default::default());
        String::from_utf8(bytes).unwrap()
    }

    /// The file's text that the last save would write.
    pub(crate) fn saved(&mut self) -> Option<String> {
        let mut saves = self.effects.drain(..).filter_map(|effect| match effect {
            Effect::Save(text) => Some(text),
            _ => None,
        });
        saves.next_back().map(|text| text())
    }
}

fn key_event(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent {
        code,
        modifiers,
        kind: KeyEventKind::Press,
        state: KeyEventState::NONE,
    })
}
