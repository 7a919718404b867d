//! What the screen has no room for, read whole: the sentence the chair speaks, and the motion.

use super::{hands, seen, vote};
use crate::i18n::{read, steps};
use crate::tui::app::{App, Overlay};
use crate::tui::menus::{Choice, Menus};
use crate::tui::text;

/// As wide as the narrowest window that is laid out has room for.
const WIDTH: u16 = 50;

/// Shows both, line by line.
pub fn read(app: &mut App) {
    let language = app.language;
    let Ok((state, session, world)) = seen(app) else {
        return;
    };
    let step = hands::step(state, world, session);
    let mut parts = vec![(
        read::spoken(language).to_owned(),
        steps::spoken(language, world, session, &step),
    )];
    if let Some(motion) = vote::motion(state, world) {
        let title = read::motion(language, motion.number);
        parts.push((title, motion.wording().to_owned()));
    }
    let lines = parts.into_iter().flat_map(|(title, words)| {
        let mut lines = vec![format!("▪ {title}")];
        lines.extend(text::wrap(&words, WIDTH));
        lines
    });
    let rows: Vec<Choice> = lines
        .map(|line| {
            let then: Box<dyn FnOnce(&mut App)> = Box::new(|_: &mut App| {});
            (line, then)
        })
        .collect();
    app.overlay = Some(Overlay::Menu(Menus::choice(read::title(language), rows)));
}
