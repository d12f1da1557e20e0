//! The table of what belongs together.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::{Dialog, Entry, Table};
use super::super::effect::Effect;
use super::super::interview::Interview;
use super::super::outline_pane::mark;
use super::super::table::Cursor;
use super::cell;
use super::interview::{changes_answers, commit_and_save, refuse_read_only, save, visit};
use crate::answers::{InstanceId, Place};
use crate::interview::pairs::{PairTable, followed_up, paired_titles, tables};
use crate::interview::{Order, Unmoved, Work};
use crate::outline::ItemId;

/// Opens the table of the section that the writer is in, else the first one.
pub(super) fn open(app: &mut App) -> Vec<Effect> {
    let effects = commit_and_save(app);
    let locale = app.looks.locale;
    let Some(interview) = app.interview() else {
        return effects;
    };
    let mut found = tables(interview.outline());
    let here = found
        .iter()
        .position(|table| interview.at.is_within(&table.group) || cell_of(interview, table).is_some());
    match here.or((!found.is_empty()).then_some(0)) {
        Some(index) => {
            let table = found.swap_remove(index);
            let cursor = cell_of(interview, &table).unwrap_or_default();
            let mut table = shown(interview, table);
            table.cursor = cursor;
            table.move_by(0);
            app.dialogs.push(Dialog::Table(table));
        }
        None => app.say(locale.pairs_none()),
    }
    effects
}

/// Where in a table the present stop stands first.
fn cell_of(interview: &Interview, table: &PairTable) -> Option<Cursor> {
    let outline = interview.outline();
    let holds = |id: &ItemId| {
        let item = outline.get(*id);
        item.is_some_and(|item| interview.at.is_within(&item.place))
    };
    let rows = table.rows.iter().map(|row| &row.cells).chain([&table.unlinked]);
    rows.enumerate().find_map(|(row, cells)| {
        let mut cells = cells.iter().enumerate();
        cells.find_map(|(column, cell)| {
            let nth = cell.iter().position(holds)?;
            Some(Cursor { row, column, nth })
        })
    })
}

fn shown(interview: &Interview, table: PairTable) -> Table {
    let outline = interview.outline();
    let entry = |id: ItemId| {
        outline.get(id).map(|item| Entry {
            text: outline.title(id),
            place: item.place.clone(),
            mark: mark(item),
        })
    };
    let cell = |ids: Vec<ItemId>| ids.into_iter().filter_map(entry).collect();
    let has_unlinked = table.unlinked.iter().any(|cell| !cell.is_empty());
    let rows = table.rows.into_iter().map(|row| row.cells);
    let rows = rows
        .chain(has_unlinked.then_some(table.unlinked))
        .map(|cells| cells.into_iter().map(cell).collect())
        .collect();
    Table::new(table.group, table.columns, rows)
}

/// Makes the table on top anew after a change.
pub(super) fn renew(app: &mut App, follow: Option<Place>) {
    let Some(Dialog::Table(present)) = app.dialogs.last() else {
        return;
    };
    let Some(interview) = app.interview() else { return };
    let found = tables(interview.outline())
        .into_iter()
        .find(|table| table.group == present.group);
    let table = found.map(|table| shown(interview, table).in_place_of(present, follow.as_ref()));
    app.dialogs.pop();
    app.dialogs.extend(table.map(Dialog::Table));
}

pub(super) fn obey(app: &mut App, command: Command) -> Vec<Effect> {
    if changes_answers(command) && refuse_read_only(app) {
        return Vec::new();
    }
    let page = isize::try_from(app.size.height).unwrap_or(24) / 2;
    let Some(Dialog::Table(table)) = app.dialogs.last_mut() else {
        return Vec::new();
    };
    match command {
        Command::Up => table.move_by(-1),
        Command::Down => table.move_by(1),
        Command::PageBack => table.move_by(-page),
        Command::PageOn => table.move_by(page),
        Command::Left => table.turn_by(-1),
        Command::Right => table.turn_by(1),
        Command::ToStart => table.move_by(isize::MIN + 1),
        Command::ToEnd => table.move_by(isize::MAX),
        Command::Choose => {
            return match table.target().map(|entry| entry.place.clone()) {
                Some(place) => visit(app, &place),
                None => cell::fill_gap(app),
            };
        }
        Command::PairOrder => return switch_order(app),
        Command::Undo | Command::Redo => return undo(app, command),
        Command::Removed => return super::drawers::open(app),
        Command::RemoveInstance => cell::ask_remove(app),
        Command::AddInstance => return add(app),
        Command::DuplicateInstance => return copy(app),
        Command::MoveUp => return move_by(app, -1),
        Command::MoveDown => return move_by(app, 1),
        _ => {}
    }
    Vec::new()
}

/// Takes the last change back, or makes it once more; the table stays, with the cursor on the row concerned.
fn undo(app: &mut App, command: Command) -> Vec<Effect> {
    let locale = app.looks.locale;
    let Some(interview) = app.interview_mut().filter(|interview| !interview.is_read_only()) else {
        return Vec::new();
    };
    let before = interview.work.answers().clone();
    let (place, none) = match command {
        Command::Undo => (interview.work.undo(), locale.nothing_to_undo()),
        _ => (interview.work.redo(), locale.nothing_to_redo()),
    };
    let Some(place) = place else {
        app.say(none);
        return Vec::new();
    };
    interview.refresh();
    interview.visit(&place);
    super::undoing::say_undone(app, command, &place, &before);
    renew(app, Some(place));
    save(app)
}

/// Adds one of what the cursor stands on: in a column of what is linked, one that is linked to the instance of the row.
fn add(app: &mut App) -> Vec<Effect> {
    let Some(Dialog::Table(table)) = app.dialogs.last() else {
        return Vec::new();
    };
    let subject = table.subject();
    let (group, after) = (table.group.clone(), subject.instance.cloned());
    let linked = subject
        .linked
        .map(|(linking, own)| (linking.clone(), own.clone()));
    if let Some((linking, own)) = linked {
        let Some((place, said)) = cell::add_linked(app, &linking, &own) else {
            return Vec::new();
        };
        let effects = after_change(app, Some(place));
        app.say(said);
        return effects;
    }
    let after = after.and_then(|after| after.instance().cloned());
    another(app, &group, |work, id| {
        work.add_instance(&group, after.as_ref(), id)
    })
}

/// Copies what the cursor stands on, with what is there only because of it, and says what of all that was copied.
fn copy(app: &mut App) -> Vec<Effect> {
    let locale = app.looks.locale;
    let undo = app.key_of(Command::Undo, Context::Table);
    let Some((instance, interview)) = subject(app).zip(app.interview()) else {
        return Vec::new();
    };
    let outline = interview.outline();
    let title = outline.title_at(&instance);
    let paired = paired_titles(outline, &instance);
    let followed_up = followed_up(outline, &instance).into_iter();
    let linked = followed_up.filter(|(column, cell)| column.linking.is_some() && !cell.is_empty());
    let linked: Vec<String> = linked.map(|(column, _)| column.title).collect();
    let effects = another(app, &instance.without_instance(), |work, id| {
        work.copy_instance(&instance, id)
    });
    if !effects.is_empty() {
        app.say(locale.copied(&title.unwrap_or_default(), &paired, &linked, &undo));
    }
    effects
}

/// Makes one more instance of a group, with the cursor on it, or says why there can be none.
fn another(
    app: &mut App,
    group: &Place,
    make: impl FnOnce(&mut Work, InstanceId) -> Option<Place>,
) -> Vec<Effect> {
    let mut random = app.random.clone();
    let Some(interview) = app.interview_mut() else {
        return Vec::new();
    };
    let id = interview.work.free_id(group, || random.u32(..));
    let made = make(&mut interview.work, id);
    let found = interview.outline().find(group);
    let full = found.and_then(|group| interview.work.limit_reached(group));
    app.random = random;
    match made {
        Some(made) => after_change(app, Some(made)),
        None => {
            super::instances::refuse_to_add(app, full);
            Vec::new()
        }
    }
}

/// Moves what the cursor stands on among its like.
fn move_by(app: &mut App, by: isize) -> Vec<Effect> {
    let Some((instance, interview)) = subject(app).zip(app.interview_mut()) else {
        return Vec::new();
    };
    let id = interview.outline().find(&instance);
    if interview.work.move_instance(&instance, by) {
        let effects = after_change(app, Some(instance.clone()));
        super::instances::say_moved(app, &instance);
        return effects;
    }
    let why = Unmoved::of(&interview.work, id, by);
    app.say(why.message(app.looks.locale));
    Vec::new()
}

/// The instance that keys act on; where there is none, that is said.
pub(super) fn subject(app: &mut App) -> Option<Place> {
    let instance = match app.dialogs.last() {
        Some(Dialog::Table(table)) => table.subject().instance.cloned(),
        _ => None,
    };
    if instance.is_none() {
        app.say(app.looks.locale.nothing_under_cursor());
    }
    instance
}

/// Brings everything up to date after the answers have changed below a table.
pub(super) fn after_change(app: &mut App, follow: Option<Place>) -> Vec<Effect> {
    if let Some(interview) = app.interview_mut() {
        interview.refresh();
        interview.stay();
    }
    renew(app, follow);
    save(app)
}

/// Goes through what belongs together in one go, or through the document in its order.
pub(super) fn switch_order(app: &mut App) -> Vec<Effect> {
    let effects = commit_and_save(app);
    let locale = app.looks.locale;
    let back = app.key_of(Command::PairOrder, Context::Interview);
    let Some(interview) = app.interview_mut() else {
        return effects;
    };
    let Some(table) = tables(interview.outline()).into_iter().next() else {
        app.say(locale.pairs_none());
        return effects;
    };
    let to = match interview.order {
        Order::Document => Order::Pairs,
        Order::Pairs => Order::Document,
    };
    interview.order = to;
    interview.refresh();
    interview.stay();
    app.say(match to {
        Order::Pairs => {
            let mut titles = table.columns.into_iter().map(|column| column.title);
            let own = titles.next().unwrap_or_default();
            let followers: Vec<String> = titles.collect();
            locale.order_pairs(own, followers.join(locale.enumeration_joint()), back)
        }
        Order::Document => locale.order_document().to_owned(),
    });
    effects
}
