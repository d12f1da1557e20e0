//! The full-screen program.
//!
//! One key press: event → [`keymap`] gives an [`action::Action`] → [`update`] changes the [`app::App`] and gives
//! [`effect::Effect`]s → [`run`] performs them, and they come back as actions → [`layout`] finds where everything stands
//! → [`view`] draws it, and changes nothing.

pub mod action;
mod amount;
pub mod app;
pub mod command;
pub mod comparison;
pub mod dialog;
pub mod editor;
pub mod effect;
pub mod field;
mod filter;
pub mod find;
pub mod footer;
pub mod hints;
pub mod home;
mod in_hand;
pub mod interview;
pub mod key;
pub mod keymap;
pub mod keys;
pub mod layout;
mod listing;
pub mod menu;
pub mod narrowing;
pub mod outline_pane;
pub mod page;
pub mod paint;
pub mod reading;
pub mod run;
pub mod runtime;
pub mod status;
pub mod step;
pub mod table;
pub mod theme;
pub mod update;
pub mod view;
mod way_back;
