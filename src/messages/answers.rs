//! What is said by, and about, `answers`.

use super::{Display, messages};

messages! {}
