//! What is said by, and about, `questionnaire`.

use super::Display;

messages! {}
