//! What stands in a cell of the table of pairs, or is missing there: beginning it, linking it, removing it.

use super::super::app::App;
use super::super::command::{Command, Context};
use super::super::dialog::{Dialog, Menu, MenuChoice, MenuRow};
use super::super::effect::Effect;
use super::super::table::CellStep;
use super::interview::{refuse_read_only, visit};
use super::pairs::{after_change, subject};
use crate::answers::Place;
use crate::interview::pairs::{Linking, lacking, linkable, takes_one};

/// The column under the cursor as it is linked to the instance of the row, and that.
fn linked_row(app: &App) -> Option<(Linking, Place)> {
    match app.dialogs.last() {
        Some(Dialog::Table(table)) => table.linking().cloned().zip(table.instance().cloned()),
        _ => None,
    }
}

/// Asks what is to fill the gap under the cursor: something new, or something that is there already. Where there is nothing
/// to choose from, something new is begun at once.
pub(super) fn fill_gap(app: &mut App) -> Vec<Effect> {
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
    let kind = outline.title_at(&linking.group).unwrap_or_default();
    let title = outline.title_at(&own).unwrap_or_default();
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
    let group = outline.find(&linking.group);
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
    let title = |place: &Place| interview.outline().title_at(place).unwrap_or_default();
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
pub(super) fn add_linked(app: &mut App, linking: &Linking, own: &Place) -> Option<(Place, String)> {
    let (locale, mut random) = (app.looks.locale, app.random.clone());
    let interview = app
        .interview_mut()
        .filter(|interview| !interview.is_read_only())?;
    let title = interview.outline().title_at(own).unwrap_or_default();
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

/// Asks whether what the cell under the cursor shows is to be removed. What is paired cannot go alone: with it goes the
/// instance of its row, which the question names.
pub(super) fn ask_remove(app: &mut App) {
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
