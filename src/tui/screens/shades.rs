//! How urgency is shown, the same on every screen.

use crate::domain::task::Light;
use crate::tui::theme::Role;

/// Returns how a row of a follow-up is drawn.
pub(super) const fn of(light: Light) -> Role {
    match light {
        Light::Overdue => Role::Bad,
        Light::DueSoon | Light::Asking | Light::Finished => Role::Warn,
        Light::Undated | Light::Later => Role::Normal,
        Light::Suspended | Light::Closed | Light::Dropped => Role::Muted,
    }
}
