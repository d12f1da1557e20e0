//! The interview: which question comes next, and what becomes of an answer. It knows no screen; the full-screen program
//! and the plain line mode both stand on it.

mod answered_about;
pub mod aside;
mod belonging;
pub mod choosable;
pub mod crumbs;
mod draft;
pub mod handed_on;
pub mod history;
mod instances;
pub mod pairs;
pub mod parked;
pub mod said;
pub mod stops;
pub mod unmoved;
pub mod work;
pub mod written;

pub use aside::{Aside, Why, aside};
pub use choosable::{Choosable, choosables};
pub use crumbs::{Crumb, crumbs};
pub use handed_on::handed_on;
pub use parked::{Parked, parked};
pub use said::said;
pub use stops::{Order, Stops, stops};
pub use unmoved::Unmoved;
pub use work::Work;
pub use written::written;
