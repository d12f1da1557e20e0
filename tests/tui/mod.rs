//! The full-screen program without a terminal: state, keys, screen.

pub(crate) mod desk;
mod drawers;
mod find;
mod groups;
mod leaving;
mod moving;
mod page;
mod past;
mod pickers;
mod screens;
mod typing;
mod widgets;
