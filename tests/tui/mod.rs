//! The full-screen program without a terminal: state, keys, screen.

pub(crate) mod desk;
mod drawers;
mod find;
mod groups;
mod in_one_go;
mod keys;
mod leaving;
mod menus;
mod more;
mod moving;
mod narrowing;
mod notices;
mod outline;
mod page;
mod panes;
mod past;
mod pickers;
mod review;
mod screens;
mod table;
mod typing;
mod undoing;
mod veil;
mod widgets;
