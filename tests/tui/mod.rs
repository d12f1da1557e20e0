//! The full-screen program without a terminal: state, keys, screen.

pub(crate) mod desk;
mod find;
mod groups;
mod moving;
mod page;
mod pickers;
mod screens;
mod typing;
mod widgets;
