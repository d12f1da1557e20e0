//! The command table: every command with its keys and its help, in one place. The footer, the help screen and the
//! README's reference are made from it.

use super::key::Key;
use crate::messages::Locale;
use crossterm::event::KeyCode;

macro_rules! contexts {
    ($($name:ident $text:literal $message:ident $doc:literal)*) => {
        /// Where a command can be given. A key is looked up in the innermost context first.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Context {
            $(#[doc = $doc] $name),*
        }

        impl Context {
            const ALL: &[(Self, &'static str)] = &[$((Self::$name, $text)),*];

            /// All of them.
            pub fn all() -> impl Iterator<Item = Self> {
                Self::ALL.iter().map(|(context, _)| *context)
            }

            /// Where it is, as the help says it.
            pub fn title(self, locale: Locale) -> &'static str {
                match self {
                    $(Self::$name => locale.$message()),*
                }
            }
        }
    };
}

contexts! {
    Anywhere "anywhere" context_anywhere "Everywhere."
    Home "home" context_home "The list of sessions and questionnaires."
    Interview "interview" context_interview "A session, whichever of its panes has the keys."
    Text "text" context_text "The answer, where it is typed."
    Line "line" context_line "The answer, where it is typed on a single line."
    Date "date" context_date "The answer, where it is a day, a month or a year."
    Picker "picker" context_picker "The answer, where it is picked from a list."
    Another "another" context_another "The stop after a repeated section's instances."
    Outline "outline" context_outline "The outline pane."
    Page "page" context_page "The page pane."
    Calendar "calendar" context_calendar "A calendar in a dialog."
    Find "find" context_find "What to find in the answer."
    FindEverywhere "find-everywhere" context_find_everywhere "What to find in all answers."
    Menu "menu" context_menu "A list in a dialog."
    Prompt "prompt" context_prompt "A line to fill in, in a dialog."
    Confirm "confirm" context_confirm "A question in a dialog that is answered by yes or no."
    Table "table" context_table "A table in a dialog."
    Filter "filter" context_filter "A list whose letters are commands otherwise, while it is narrowed by typing."
    Reading "reading" context_reading "A text in a dialog."
    Comparison "comparison" context_comparison "An answer as it was and as it is, in a dialog."
}

impl Context {
    /// Its name in the table of keys.
    pub fn name(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(context, _)| *context == self)
            .map_or("", |(_, name)| name)
    }

    /// The context of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(context, _)| *context)
    }

    /// The contexts in which keys can be looked up together, the innermost first.
    pub fn stacks() -> impl Iterator<Item = &'static [Self]> {
        STACKS.iter().copied()
    }

    /// Whether characters are typed there.
    pub fn takes_typing(self) -> bool {
        matches!(
            self,
            Self::Text | Self::Picker | Self::Prompt | Self::Menu | Self::Filter
        )
    }

    /// All names.
    pub fn names() -> Vec<&'static str> {
        Self::ALL.iter().map(|(_, name)| *name).collect()
    }
}

/// The contexts in which keys can be looked up together, the innermost first: all that
/// [`App::contexts`](super::app::App::contexts) gives.
const STACKS: &[&[Context]] = {
    use Context::*;
    &[
        &[Home, Anywhere],
        &[Text, Interview, Anywhere],
        &[Line, Text, Interview, Anywhere],
        &[Date, Line, Text, Interview, Anywhere],
        &[Picker, Interview, Anywhere],
        &[Another, Interview, Anywhere],
        &[Interview, Anywhere],
        &[Outline, Interview, Anywhere],
        &[Filter, Interview, Anywhere],
        &[Page, Interview, Anywhere],
        &[Calendar, Anywhere],
        &[Find, Prompt, Anywhere],
        &[FindEverywhere, Prompt, Anywhere],
        &[Menu, Anywhere],
        &[Prompt, Anywhere],
        &[Confirm, Anywhere],
        &[Table, Anywhere],
        &[Filter, Anywhere],
        &[Reading, Anywhere],
        &[Comparison, Anywhere],
    ]
};

macro_rules! commands {
    ($($name:ident $doc:literal: $message:ident $(@ $footer:literal)? { $($context:ident: [$($key:expr),*]),+ })*) => {
        /// Something that the person can have done.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command {
            $(#[doc = $doc] $name),*
        }

        /// The command table.
        pub const TABLE: &[Row] = &[
            $(Row {
                command: Command::$name,
                name: stringify!($name),
                help: Locale::$message,
                footer: 0 $(+ $footer)?,
                keys: &[$((Context::$context, &[$($key),*])),+],
            }),*
        ];
    };
}

/// One command.
#[derive(Debug)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Its name in the table of keys.
    pub name: &'static str,
    /// What it does, in a few words.
    pub help: fn(Locale) -> &'static str,
    /// How much it wants to stand in the footer; 0 not at all. Commands that want it the same amount are ways to and fro:
    /// they stand there together or not at all.
    pub footer: u8,
    /// Its keys in each context.
    pub keys: &'static [(Context, &'static [Key])],
}

use KeyCode::{
    Backspace, Char, Delete, Down, End, Enter, Esc, F, Home as HomeKey, Left, PageDown, PageUp, Right, Tab,
    Up,
};

commands! {
    Next "To the next stop.": command_next @ 90 {
        Interview: [Key::plain(Tab)], Line: [Key::plain(Enter)] }
    Previous "To the stop before.": command_previous @ 84 { Interview: [Key::shift(Tab)] }
    NextOpen "To the next question that wants something.": command_next_open @ 60 { Interview: [Key::ctrl('n')] }
    FocusOutline "To the outline and back.": command_outline @ 80 {
        Interview: [Key::ctrl('g'), Key::plain(F(4))] }
    FocusPage "To the page and back.": command_page @ 70 { Interview: [Key::ctrl('p'), Key::plain(F(2))] }
    RuleLeft "The rule between two panes to the left.": command_rule_left { Interview: [Key::alt(Left)] }
    RuleRight "The rule between two panes to the right.": command_rule_right { Interview: [Key::alt(Right)] }
    UsualWidths "The panes as wide as the screen suggests.": command_usual_widths {
        Interview: [Key::alt(Char('w'))] }
    HideOutline "Hide the outline, or show it.": command_hide_outline { Interview: [Key::alt(Char('g'))] }
    HidePage "Hide the page, or show it.": command_hide_page { Interview: [Key::alt(Char('p'))] }
    ShowParked "Show what is parked in the outline, or hide it.": command_show_parked @ 10 {
        Outline: [Key::plain(Char('p'))] }
    Palette "All commands, by name.": command_palette @ 66 {
        Home: [Key::ctrl('k')], Interview: [Key::ctrl('k')] }
    Review "What is still open.": command_review @ 65 { Interview: [Key::ctrl('r')] }
    Export "Hand in the text.": command_export @ 75 { Interview: [Key::ctrl('e')] }
    Save "Save now.": command_save { Interview: [Key::ctrl('s')] }
    AddInstance "Add another instance.": command_add @ 50 {
        Interview: [Key::ctrl('o')], Another: [Key::plain(Enter)], Outline: [Key::plain(Char('a'))],
        Table: [Key::plain(Char('a'))] }
    RemoveInstance "Remove this instance.": command_remove @ 20 {
        Interview: [Key::plain(F(8))], Outline: [Key::plain(Char('d')), Key::plain(Delete)],
        Table: [Key::plain(Char('d')), Key::plain(Delete)] }
    MoveUp "Move this instance up.": command_move_up @ 18 {
        Interview: [Key::alt(Up)], Outline: [Key::plain(Char('K'))], Table: [Key::plain(Char('K'))] }
    MoveDown "Move this instance down.": command_move_down @ 18 {
        Interview: [Key::alt(Down)], Outline: [Key::plain(Char('J'))], Table: [Key::plain(Char('J'))] }
    Pairs "The table of what belongs together.": command_pairs @ 58 { Interview: [Key::ctrl('t')] }
    PairOrder "What belongs together in one go, or the order of the document.": command_pair_order @ 31 {
        Interview: [Key::plain(F(5))], Table: [Key::plain(Char('o'))] }
    DuplicateInstance "Copy this instance.": command_duplicate_instance @ 16 { Table: [Key::plain(Char('c'))] }
    Removed "Bring back what was removed.": command_removed {
        Interview: [Key::plain(F(9))], Table: [Key::plain(F(9))] }
    Timeline "Earlier states, and the way back to them.": command_timeline {
        Interview: [Key::plain(F(12)), Key::alt(Char('z'))] }
    BringBack "Make the answer what it was.": command_bring_back @ 95 { Comparison: [Key::plain(Enter)] }
    NewerQuestionnaire "What a newer questionnaire would change.": command_newer {
        Interview: [Key::alt(Char('n'))] }
    Reveal "Show answers to sensitive questions, or no longer.": command_reveal {
        Interview: [Key::alt(Char('r'))] }
    Keep "Keep an answer that was carried over as it is, and on.": command_keep {
        Interview: [Key::alt(Char('k'))] }
    Undo "Undo.": command_undo {
        Interview: [Key::ctrl('z')], Prompt: [Key::ctrl('z')], Table: [Key::ctrl('z')] }
    Redo "Redo.": command_redo {
        Interview: [Key::ctrl('y')], Prompt: [Key::ctrl('y')], Table: [Key::ctrl('y')] }
    Choose "Choose what is under the cursor.": command_choose @ 88 {
        Home: [Key::plain(Enter)], Outline: [Key::plain(Enter)], Page: [Key::plain(Enter)],
        Menu: [Key::plain(Enter)], Filter: [Key::plain(Enter)], Prompt: [Key::plain(Enter)], Table: [Key::plain(Enter)],
        Calendar: [Key::plain(Enter)] }
    Toggle "Choose, or no longer.": command_toggle @ 87 { Picker: [Key::plain(Char(' '))] }
    Calendar "Pick from a calendar.": command_calendar @ 89 {
        Date: [Key::plain(F(3)), Key::ctrl_code(Down)] }
    Today "To today.": command_today @ 60 { Calendar: [Key::plain(Char('t'))] }
    YearBack "A year back.": command_year_back @ 59 { Calendar: [Key::shift(Up), Key::plain(Char('['))] }
    YearOn "A year on.": command_year_on @ 58 { Calendar: [Key::shift(Down), Key::plain(Char(']'))] }
    Find "Find in the answer.": command_find @ 45 { Interview: [Key::ctrl('f')] }
    FindEverywhere "Find in all answers, or in the present one again.": command_find_everywhere @ 44 {
        Interview: [Key::plain(F(7))], Find: [Key::ctrl('f'), Key::plain(F(7))],
        FindEverywhere: [Key::ctrl('f'), Key::plain(F(7))] }
    FindNext "To the next occurrence; on the replacement's line, replaces and goes there.": command_find_next @ 92 {
        Find: [Key::plain(Enter), Key::plain(Down)] }
    FindPrevious "To the occurrence before.": command_find_previous @ 92 { Find: [Key::plain(Up)] }
    FindSwitch "To the replacement and back.": command_find_switch @ 90 {
        Find: [Key::plain(Tab)], FindEverywhere: [Key::plain(Tab)] }
    ReplaceAll "Replaces all.": command_replace_all @ 83 {
        Find: [Key::ctrl('r')], FindEverywhere: [Key::ctrl('r')] }
    TypingAid "Full-width marks while typing Chinese, on or off.": command_typing_aid {
        Interview: [Key::plain(F(10))] }
    Take "Take what the filter has found or the cursor was led to, and on.": command_take @ 86 { Picker: [Key::plain(Enter)] }
    Yes "Yes.": command_yes @ 95 { Confirm: [Key::plain(Char('y')), Key::plain(Enter)] }
    No "No.": command_no @ 95 { Confirm: [Key::plain(Char('n')), Key::plain(Esc)] }
    Fold "Fold or unfold a section.": command_fold @ 40 {
        Outline: [Key::plain(Char(' ')), Key::plain(Left), Key::plain(Right)] }
    Filter "Narrow a list by typing.": command_filter @ 41 {
        Home: [Key::plain(Char('/')), Key::ctrl('f')], Outline: [Key::plain(Char('/')), Key::ctrl('f')],
        Table: [Key::plain(Char('/')), Key::ctrl('f')] }
    Rename "Rename the session.": command_rename @ 40 { Home: [Key::plain(Char('r'))] }
    Duplicate "Copy the session.": command_duplicate @ 39 { Home: [Key::plain(Char('c'))] }
    Delete "Delete the session, to the trash.": command_delete @ 38 {
        Home: [Key::plain(Char('d')), Key::plain(KeyCode::Delete)] }
    StartFrom "A new session that starts with the answers of an earlier one.": command_start_from @ 37 {
        Home: [Key::plain(Char('f'))] }
    Trash "Deleted sessions, to bring back.": command_trash @ 36 { Home: [Key::plain(Char('t'))] }
    Help "All keys.": command_help @ 55 {
        Anywhere: [Key::plain(F(1))], Home: [Key::plain(Char('?'))], Outline: [Key::plain(Char('?'))],
        Page: [Key::plain(Char('?'))] }
    Back "A step back; nothing is lost.": command_back @ 85 {
        Anywhere: [Key::plain(Esc)], Outline: [Key::plain(Esc)],
        Reading: [Key::plain(Esc), Key::plain(Char('q')), Key::plain(Enter)] }
    Suspend "To the shell, and back with `fg`.": command_suspend { Anywhere: [Key::alt(Char('s'))] }
    Leave "Out of the program, where nothing is in hand.": command_leave @ 30 {
        Home: [Key::plain(Esc), Key::plain(Char('q'))] }
    Quit "Save and quit.": command_quit @ 25 { Anywhere: [Key::ctrl('q')] }
    Up "Up.": command_up {
        Text: [Key::plain(Up)], Picker: [Key::plain(Up)], Home: [Key::plain(Up), Key::plain(Char('k'))],
        Outline: [Key::plain(Up), Key::plain(Char('k'))], Page: [Key::plain(Up), Key::plain(Char('k'))],
        Menu: [Key::plain(Up)], Filter: [Key::plain(Up)], FindEverywhere: [Key::plain(Up)], Table: [Key::plain(Up)], Calendar: [Key::plain(Up)],
        Reading: [Key::plain(Up), Key::plain(Char('k'))], Comparison: [Key::plain(Up), Key::plain(Char('k'))] }
    Down "Down.": command_down {
        Text: [Key::plain(Down)], Picker: [Key::plain(Down)], Home: [Key::plain(Down), Key::plain(Char('j'))],
        Outline: [Key::plain(Down), Key::plain(Char('j'))], Page: [Key::plain(Down), Key::plain(Char('j'))],
        Menu: [Key::plain(Down)], Filter: [Key::plain(Down)], FindEverywhere: [Key::plain(Down)], Table: [Key::plain(Down)], Calendar: [Key::plain(Down)],
        Reading: [Key::plain(Down), Key::plain(Char('j'))], Comparison: [Key::plain(Down), Key::plain(Char('j'))] }
    PageBack "A page up.": command_page_up { Anywhere: [Key::plain(PageUp)] }
    PageOn "A page down.": command_page_down { Anywhere: [Key::plain(PageDown)] }
    ToStart "To the start of the row, or of the list.": command_row_start {
        Anywhere: [Key::plain(HomeKey)], Text: [Key::ctrl('a')], Prompt: [Key::ctrl('a')],
        Page: [Key::ctrl_code(HomeKey)] }
    ToEnd "To the end of the row, or of the list.": command_row_end {
        Anywhere: [Key::plain(End)], Page: [Key::ctrl_code(End)] }
    TextStart "To the start of the answer.": command_text_start { Text: [Key::ctrl_code(HomeKey)] }
    TextEnd "To the end of the answer.": command_text_end { Text: [Key::ctrl_code(End)] }
    Left "One character left.": command_left {
        Text: [Key::plain(Left)], Page: [Key::plain(Left)], Prompt: [Key::plain(Left)], Table: [Key::plain(Left)],
        Filter: [Key::plain(Left)], Calendar: [Key::plain(Left)] }
    Right "One character right.": command_right {
        Text: [Key::plain(Right)], Page: [Key::plain(Right)], Prompt: [Key::plain(Right)], Table: [Key::plain(Right)],
        Filter: [Key::plain(Right)], Calendar: [Key::plain(Right)] }
    WordLeft "One word or clause left.": command_word_left {
        Text: [Key::ctrl_code(Left), Key::alt(Char('b'))], Prompt: [Key::ctrl_code(Left)] }
    WordRight "One word or clause right.": command_word_right {
        Text: [Key::ctrl_code(Right), Key::alt(Char('f'))], Prompt: [Key::ctrl_code(Right)] }
    SelectLeft "Select to the left.": command_select_left { Text: [Key::shift(Left)] }
    SelectRight "Select to the right.": command_select_right { Text: [Key::shift(Right)] }
    SelectUp "Select upwards.": command_select_up { Text: [Key::shift(Up)] }
    SelectDown "Select downwards.": command_select_down { Text: [Key::shift(Down)] }
    SelectToStart "Select to the row's start.": command_select_to_start { Text: [Key::shift(HomeKey)] }
    SelectToEnd "Select to the row's end.": command_select_to_end { Text: [Key::shift(End)] }
    SelectAll "Select the whole answer.": command_select_all { Text: [Key::alt(Char('a'))] }
    NewLine "A new paragraph.": command_new_line { Text: [Key::plain(Enter)] }
    DeleteBack "Delete to the left.": command_delete_back {
        Text: [Key::plain(Backspace), Key::ctrl('h')], Picker: [Key::plain(Backspace)],
        Prompt: [Key::plain(Backspace), Key::ctrl('h')], Menu: [Key::plain(Backspace)],
        Filter: [Key::plain(Backspace)] }
    DeleteForward "Delete to the right.": command_delete_forward {
        Text: [Key::plain(KeyCode::Delete)], Prompt: [Key::plain(KeyCode::Delete)] }
    DeleteWordBack "Delete a word or clause to the left.": command_delete_word_back {
        Text: [Key::ctrl('w'), Key::alt(Backspace)], Prompt: [Key::ctrl('w')] }
    DeleteWordForward "Delete a word or clause to the right.": command_delete_word_forward {
        Text: [Key::alt(Char('d'))] }
    DeleteToStart "Delete all that stands before the caret in its paragraph.": command_delete_to_start {
        Text: [Key::ctrl('u')], Prompt: [Key::ctrl('u')], Menu: [Key::ctrl('u')], Filter: [Key::ctrl('u')],
        Picker: [Key::ctrl('u')] }
    Cut "Cut.": command_cut { Text: [Key::ctrl('x')] }
    Copy "Copy.": command_copy { Text: [Key::ctrl('c')] }
    Paste "Paste.": command_paste { Text: [Key::ctrl('v')], Prompt: [Key::ctrl('v')] }
    ExternalEditor "Write in your own editor.": command_external_editor { Text: [Key::plain(F(6))] }
}

impl Row {
    /// Its name in the person's table of keys: `next-open`.
    pub fn config_name(&self) -> String {
        let mut name = String::new();
        for c in self.name.chars() {
            if c.is_ascii_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.push(c.to_ascii_lowercase());
        }
        name
    }
}

/// The row of a command.
pub fn row(command: Command) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.command == command)
}
