//! What is said by, and about, `session`.

use super::{Display, messages};

messages! {}
