//! The table of what belongs together.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::{Dialog, Entry, Menu, MenuChoice, MenuRow, Table};
use super::super::effect::Effect;
use super::super::interview::Interview;
use super::super::outline_pane::mark;
use super::super::table::{CellStep, Cursor};
use super::interview::{changes_answers, commit_and_save, refuse_read_only, save, visit};
use crate::answers::{InstanceId, Place};
use crate::interview::pairs::{Linking, PairTable, lacking, linkable, tables, takes_one};
use crate::interview::{Order, Work};
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
    table.rows.iter().enumerate().find_map(|(row, cells)| {
        let mut cells = cells.cells.iter().enumerate();
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
    let rows = table
        .rows
        .into_iter()
        .map(|row| row.cells.into_iter().map(cell).collect())
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
            return match table.entry().map(|entry| entry.place.clone()) {
                Some(place) => visit(app, &place),
                None => fill_gap(app),
            };
        }
        Command::PairOrder => return switch_order(app),
        Command::Undo | Command::Redo => return undo(app, command),
        Command::Removed => return super::drawers::open(app),
        Command::RemoveInstance => ask_remove(app),
        Command::AddInstance => return add(app),
        Command::DuplicateInstance => return copy(app),
        Command::MoveUp => return move_by(app, -1),
        Command::MoveDown => return move_by(app, 1),
        _ => {}
    }
    Vec::new()
}

/// The column under the cursor as it is linked to the instance of the row, and that.
fn linked_row(app: &App) -> Option<(Linking, Place)> {
    match app.dialogs.last() {
        Some(Dialog::Table(table)) => table.linking().cloned().zip(table.instance().cloned()),
        _ => None,
    }
}

/// Asks what is to fill the gap under the cursor: something new, or something that is there already. Where there is nothing
/// to choose from, something new is begun at once.
fn fill_gap(app: &mut App) -> Vec<Effect> {
    let locale = app.looks.locale;
    let Some((linking, own)) = linked_row(app) else {
        return Vec::new();
    };
    if refuse_read_only(app) {
        return Vec::new();
    }
    let Some(interview) = app.interview() else {
        return Vec::new();
    };
    let outline = interview.outline();
    let present = linkable(outline, &linking, &own);
    if present.is_empty() {
        return begin_linked(app, &linking, &own);
    }
    let group = outline.find(&linking.group);
    let kind = group.map(|group| outline.title(group)).unwrap_or_default();
    let title = outline.find(&own).map(|id| outline.title(id)).unwrap_or_default();
    let row = |text: String, step| MenuRow {
        text,
        note: String::new(),
        choice: MenuChoice::Cell(step),
    };
    let can_begin = takes_one(outline, &linking);
    let new = can_begin.then(|| row(locale.fill_with_new().to_owned(), CellStep::Begin));
    let present = present.into_iter().filter_map(|id| {
        let place = outline.get(id)?.place.clone();
        Some(row(locale.fill_with(outline.title(id)), CellStep::Link(place)))
    });
    let rows = new.into_iter().chain(present).collect();
    let full = group.and_then(|group| interview.work.limit_reached(group));
    let mut menu = Menu::new(locale.fill_title(title, kind), String::new(), rows);
    if let Some(max) = full.filter(|_| !can_begin) {
        menu = menu.saying(locale.group_full(max));
    }
    app.dialogs.push(Dialog::Menu(menu));
    Vec::new()
}

/// Does in the cell under the cursor what was chosen.
pub(super) fn take(app: &mut App, step: CellStep) -> Vec<Effect> {
    let Some((linking, own)) = linked_row(app) else {
        return Vec::new();
    };
    match step {
        CellStep::Begin => begin_linked(app, &linking, &own),
        CellStep::Link(instance) => relink(app, &linking, &own, &instance, true),
        CellStep::Unlink => match subject(app) {
            Some(instance) => relink(app, &linking, &own, &instance, false),
            None => Vec::new(),
        },
        CellStep::Remove => match subject(app) {
            Some(instance) => super::instances::remove(app, &instance),
            None => Vec::new(),
        },
    }
}

/// Links an instance to that of the row, or no longer.
fn relink(app: &mut App, linking: &Linking, own: &Place, instance: &Place, is_linked: bool) -> Vec<Effect> {
    let locale = app.looks.locale;
    let undo = app.key_of(Command::Undo, Context::Table);
    let Some((interview, id)) = app.interview_mut().zip(own.instance()) else {
        return Vec::new();
    };
    let title = |place: &Place| {
        let outline = interview.outline();
        outline
            .find(place)
            .map(|id| outline.title(id))
            .unwrap_or_default()
    };
    let (own, shown) = (title(own), title(instance));
    let (changed, said) = match is_linked {
        true => (
            interview.work.link(linking, instance, id),
            locale.link_added(shown, own, undo),
        ),
        false => (
            interview.work.unlink(linking, instance, id),
            locale.link_removed(shown, own, undo),
        ),
    };
    if !changed {
        return Vec::new();
    }
    let effects = after_change(app, Some(instance.clone()));
    app.say(said);
    effects
}

/// Begins what is missing behind the instance at the present stop, and goes there.
pub(super) fn begin_missing(app: &mut App) -> Vec<Effect> {
    let missing = app.interview().and_then(|interview| {
        let column = lacking(interview.outline(), &interview.at)?;
        Some((column.linking?, interview.at.clone()))
    });
    match missing {
        Some((linking, own)) => begin_linked(app, &linking, &own),
        None => Vec::new(),
    }
}

/// Begins something that is linked to an instance, and goes there.
fn begin_linked(app: &mut App, linking: &Linking, own: &Place) -> Vec<Effect> {
    let Some((place, said)) = add_linked(app, linking, own) else {
        return Vec::new();
    };
    let effects = visit(app, &place);
    app.say(said);
    effects
}

/// Adds something that is linked to an instance; gives its place and what is to be said of it. Where nothing can be added
/// it is said why.
fn add_linked(app: &mut App, linking: &Linking, own: &Place) -> Option<(Place, String)> {
    let (locale, mut random) = (app.looks.locale, app.random.clone());
    let interview = app
        .interview_mut()
        .filter(|interview| !interview.is_read_only())?;
    let outline = interview.outline();
    let title = outline.find(own).map(|id| outline.title(id)).unwrap_or_default();
    let id = interview.work.free_id(&linking.group, || random.u32(..));
    let added = interview.work.add_linked(linking, own.instance()?, id);
    let group = interview.outline().find(&linking.group);
    let full = group.and_then(|group| interview.work.limit_reached(group));
    app.random = random;
    let Some(place) = added else {
        super::instances::refuse_to_add(app, full);
        return None;
    };
    if let Some(interview) = app.interview_mut() {
        interview.refresh();
        // What the widget at the present stop holds is what was committed before.
        interview.load_field();
    }
    let undo = app.key_of(Command::Undo, Context::Interview);
    Some((place, locale.linked_added(title, undo)))
}

/// Takes the last change back, or makes it once more; the table stays, with the cursor on the row concerned.
fn undo(app: &mut App, command: Command) -> Vec<Effect> {
    let locale = app.looks.locale;
    let Some(interview) = app.interview_mut().filter(|interview| !interview.is_read_only()) else {
        return Vec::new();
    };
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
    super::interview::say_undone(app, command, &place);
    renew(app, Some(place));
    save(app)
}

/// Asks whether what the cell under the cursor shows is to be removed. What is paired cannot go alone: with it goes the
/// instance of its row, which the question names.
fn ask_remove(app: &mut App) {
    let Some(Dialog::Table(table)) = app.dialogs.last() else {
        return;
    };
    let shown = table.entry().map(|entry| entry.place.clone());
    let own = table.instance().cloned();
    let others: Vec<String> = table.shared_with().into_iter().map(str::to_owned).collect();
    if table.linking().is_some() && !others.is_empty() {
        let titles = table.entry().zip(table.own());
        let titles = titles.map(|(entry, own)| (entry.text.clone(), own.text.clone()));
        return ask_remove_shared(app, titles.unwrap_or_default(), &others);
    }
    let instance = app.interview().zip(shown).and_then(|(interview, shown)| {
        let id = interview.outline().find(&shown)?;
        let can_go_alone = interview.work.instance_around(id).as_ref() == Some(&shown);
        if can_go_alone { Some(shown) } else { own }
    });
    super::instances::ask_remove_of(app, instance);
}

/// Asks what is to be done about something that other rows have as well: only the link from this row can be taken away, or
/// the thing itself.
fn ask_remove_shared(app: &mut App, (shown, own): (String, String), others: &[String]) {
    let locale = app.looks.locale;
    let others = others.join(locale.enumeration_joint());
    let removed = app.key_of(Command::Removed, Context::Table);
    let row = |text: String, step| MenuRow {
        text,
        note: String::new(),
        choice: MenuChoice::Cell(step),
    };
    let rows = vec![
        row(locale.remove_link_only(own), CellStep::Unlink),
        row(locale.remove_for_all(&others, removed), CellStep::Remove),
    ];
    let title = locale.remove_shared_title(shown, &others);
    app.dialogs
        .push(Dialog::Menu(Menu::new(title, String::new(), rows)));
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
        let Some((place, said)) = add_linked(app, &linking, &own) else {
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

/// Copies what the cursor stands on.
fn copy(app: &mut App) -> Vec<Effect> {
    let Some(instance) = subject(app) else {
        return Vec::new();
    };
    another(app, &instance.without_instance(), |work, id| {
        work.copy_instance(&instance, id)
    })
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
    match interview.work.move_instance(&instance, by) {
        true => after_change(app, Some(instance)),
        false => Vec::new(),
    }
}

/// The instance that keys act on; where there is none, that is said.
fn subject(app: &mut App) -> Option<Place> {
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
fn after_change(app: &mut App, follow: Option<Place>) -> Vec<Effect> {
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
