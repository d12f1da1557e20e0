//! Tigang (提纲) walks a person through a question tree that mirrors the outline of a document, keeps every answer on
//! their own machine, and assembles the answers into the finished text.
//!
//! # The flow
//!
//! ```text
//! questionnaire ┐
//!               ├─ outline ── document ── export ── bytes
//! answers ──────┘
//! ```
//!
//! - [`questionnaire`]: the node tree, read from TOML with every mistake reported at its place.
//! - [`answers`]: what the person said, in the shape of the tree.
//! - [`outline`]: the two evaluated together: which instances exist, which questions are live, numbers, progress.
//! - [`document`]: the assembled text as a tree of blocks, each knowing where it came from.
//! - [`export`]: a document turned into bytes.
//! - [`check`]: findings on a document.
//! - [`interview`]: moving through an outline and changing its answers, whatever the screen.
//! - [`revision`]: how answers move between sessions, questionnaires and copies.
//! - [`session`]: one saved piece of work: format, store, locks, generations.
//! - [`settings`]: the person's own settings and keys.
//! - [`text`]: pure functions on text: width, wrapping, counting, sanitising.
//! - [`tui`], [`cli`]: the full-screen program and the command line; thin, over the same functions.
//! - [`plain`]: the interview line by line, for screen readers, dumb terminals and scripts.
//! - [`output`]: files that the person asked for, written whole or not at all.
//! - [`messages`]: every word that the program says, in each interface language.
//!
//! # Rules that hold everywhere
//!
//! 1. [`questionnaire`], [`answers`], [`outline`], [`document`], [`export`], [`check`], [`interview`], [`revision`] and
//!    [`text`] do no input or output, read no clock and know no terminal.
//! 2. Dependencies point one way, from the faces ([`cli`], [`tui`], [`plain`]) down to [`questionnaire`].
//! 3. One key press of the full screen: event, action, [`update`](tui::update), effects, [layout](tui::layout),
//!    [view](tui::view). A command is one row of [one table](tui::command), and all that is said of it comes from there.
//! 4. Dialogs are a stack of [one enum](tui::dialog::Dialog).
//! 5. No answer is removed without a [record](answers::Removed) from which it comes back.
//! 6. Nothing that input can reach panics: no `unwrap`, no indexing, no slicing by bytes. The lints in `Cargo.toml` and
//!    tests see to it.
//! 7. Interface text is one table; a missing translation does not compile.
//!
//! # Decisions that are not obvious
//!
//! **Every word is the writer's or the questionnaire's.** Examples are shown and never inserted; the exporters alter
//! nothing but form.
//!
//! **Templates belong to the questionnaire.** Their names are checked when the file is read, so the engine
//! ([`questionnaire::template`]) lives there and not with the document.
//!
//! **The interview is a layer of its own.** Undo, drafts, what comes next and what belongs together are the same on the
//! full screen and line by line, so both stand on [`interview`] and neither has rules.
//!
//! **Answers are a persistent tree.** Groups are shared ([`std::sync::Arc`]), so a copy for undo or for the thread that
//! saves costs nothing, and a session is turned into text on that thread. A key press never waits for a disk.
//!
//! **The editor keeps a text in one of two ways.** The text area of `tui-textarea-2` measures the whole text at each
//! edit: 15 µs per 1,000 characters, which is 0.75 ms per key at 50,000. Past 12 KB a text is kept as plain paragraphs.
//! Wrapping, caret, selection, undo and word motion are the program's own in both cases, since the crate's work by
//! `char`, know no Chinese line starts and wrap the whole text anew per key.
//!
//! **Undo is one way back through the whole text.** Each question keeps its editor, with its steps and its caret, while the
//! session is in hand; what was typed up to a commit is one step of [`interview::Work`], which names the states of the
//! editor at both its ends. Going back from one step to the one before may lead to another question, and goes through each
//! clause by clause, as does making it again (`tui::way_back`). Where an editor no longer holds a state, the step is taken
//! back whole.
//!
//! **Keys are decoded here.** crossterm's reader spins when the terminal is gone and its `poll` then never times out
//! (its issue 793), so `tui::runtime` reads and decodes by itself; crossterm still writes to the terminal, and
//! reads it on Windows.
//!
//! **Nothing is logged.** There is no log file that words of an answer could get into.
//!
//! **What an earlier session brings back is asked for by the questionnaire**: `from` on a section or a question says
//! which answers of the earlier session stand there, so that last year's measures come back as items to report on.
//!
//! **What changes a whole session can be taken back.** Going back to an earlier state, moving to a newer questionnaire,
//! merging: each keeps the present state first and then is one atomic save ([`session::change`]). A session keeps every
//! questionnaire that it was written for, and each of its states says which one that was ([`session::editions`]), so that
//! going back brings the questionnaire back as well.
//!
//! **The screen is kept between frames** ([`tui::paint::Sheet`]). Each frame is drawn whole, as strokes one over the other;
//! what stands as it stood costs a comparison, and cells are made and compared only under what does not. ratatui's own
//! terminal draws and compares every cell of every frame, which was half of what a key costs. Its cells, styles and
//! areas are used throughout.
//!
//! **A session is read while the terminal is made ready** (`tui::run`), and its questionnaire beside it: the terminal has to
//! be asked how wide it draws some characters, and over a slow line the answer takes longer than the session.
//!
//! **Cells are brought to the terminal by the program itself** (`tui::runtime::cells`): a typed character costs some 64
//! bytes with the page showing, where the backend of ratatui for crossterm sent some 770, most of them colours that were
//! set already. That matters over a slow line.
//!
//! **The thread that draws reads the keys** ([`tui::runtime::inbox`]), and waits in one place for them and for what the
//! threads that save and watch have to say. A key is not handed from thread to thread, and while the terminal is lent to an
//! editor nobody reads from it.
//!
//! **A file is refused for being scattered, not for being long.** `toml` moves all that follows in a table when a header
//! comes back to it, which is quadratic in a file made for it. Questionnaires, sessions and answers files are followed
//! by the parser's own events before they are parsed, and what would be moved is counted ([`text::toml_excess`]).
//!
//! **Answers to sensitive questions are hidden until they are asked for**: on every screen (one veil over the outline, so
//! that no place can forget it), in exports, in packs. What a text says of them is found by rendering it as if they had
//! not been given, since an answer gets into a text by loops, filters, links and conditions as
//! well as by its name. A question is sensitive if any questionnaire that the session had says so
//! ([`answers::sensitive`]).
//!
//! **A run-in section runs on** unless it says otherwise: its `layout` is `paragraph` by default, as heading and facts
//! stand in one paragraph. Lists in languages that part words by spaces are printed with hyphens.

pub mod answers;
pub mod check;
pub mod cli;
pub mod document;
pub mod export;
pub mod interview;
pub mod messages;
pub mod outline;
pub mod output;
pub mod plain;
pub mod questionnaire;
pub mod revision;
pub mod session;
pub mod settings;
pub mod text;
pub mod tui;
