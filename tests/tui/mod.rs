//! The full-screen program without a terminal: state, keys, screen.

mod desk;
mod find;
mod groups;
mod leaving;
mod moving;
mod page;
mod screens;
mod typing;
mod widgets;
