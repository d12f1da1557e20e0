//! Exporters: a [`Document`](crate::document::Document) becomes bytes. They do no I/O, and nothing that the writer
//! typed is altered on the way out.

pub mod format;
pub mod plain_text;

pub use format::Format;
pub use plain_text::PlainText;
