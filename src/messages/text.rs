//! What is said by, and about, `text`.

use super::{Display, messages};

messages! {}
