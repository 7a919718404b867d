//! Papers written from the screen: they lie in the committee's folder, and where the file they are made from is in doubt
//! their name and their first line say so.

use super::app::App;
use crate::i18n::{doubt, faults};
use crate::papers::shelf;
use std::io;
use std::path::PathBuf;

/// Endings of forms that are read from their first line on, so that a line may stand above them.
const READ: [&str; 2] = ["md", "txt"];

impl App {
    /// Puts a paper on the committee's shelf in several forms, as [`shelf::put`] does, once the file it is made from is
    /// checked.
    ///
    /// # Errors
    /// What the disk says.
    pub fn put<T: AsRef<[u8]>>(&mut self, name: &str, forms: &[(&str, T)]) -> io::Result<PathBuf> {
        let (language, folder) = (self.language, self.shelf());
        let Some(why) = self.desk.as_mut().and_then(crate::desk::Desk::doubt) else {
            return shelf::put(&folder, name, forms);
        };
        let said = doubt::paper(language, faults::doubt(language, why));
        let mut marked: Vec<(&str, Vec<u8>)> = Vec::with_capacity(forms.len());
        for (ending, form) in forms {
            let above = if READ.contains(ending) {
                format!("{said}\n\n")
            } else {
                String::new()
            };
            marked.push((ending, [above.as_bytes(), form.as_ref()].concat()));
        }
        let name = format!("{}{name}", doubt::mark(language));
        shelf::put(&folder, &name, &marked)
    }
}
