//! The full-screen program without a terminal: state, keys, screen.

mod desk;
mod groups;
mod moving;
mod page;
mod screens;
mod typing;
mod widgets;
