//! The floor: a bare program that opens the same file with the same pragmas, reads the rows that home
//! shows, draws as many cells as home, redraws on every key, and at `v` writes what a mark writes.

use crossterm::event::{self, Event, KeyCode};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, enable_raw_mode,
};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use sha2::{Digest, Sha256};
use std::io::{BufWriter, Write, stdout};

const PRAGMAS: &str = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;
    PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA journal_mode = TRUNCATE;";

const HOME: [&str; 5] = [
    "SELECT body FROM committee",
    "SELECT body FROM session WHERE state IN ('planned', 'sitting', 'break', 'closed')",
    "SELECT body FROM task WHERE state = 'open'",
    "SELECT text FROM draft",
    "SELECT CAST(bytes AS TEXT) FROM journal ORDER BY seq DESC LIMIT 1",
];

fn commit(conn: &mut Connection, nth: usize) {
    let tx = conn
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .unwrap();
    let (seq, before): (i64, Vec<u8>) = tx
        .prepare_cached("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
        .unwrap()
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap();
    let act = format!("bare-{nth:032}");
    let bytes = format!("{{\"act\":\"{act}\",\"choice\":\"{}\"}}", "x".repeat(220));
    let hash = Sha256::new()
        .chain_update(before)
        .chain_update(&bytes)
        .finalize()
        .to_vec();
    let journal = "INSERT INTO journal (seq, act, bytes, hash) VALUES (?1, ?2, ?3, ?4)";
    let journal =
        tx.prepare_cached(journal)
            .unwrap()
            .execute((seq + 1, act, bytes.into_bytes(), hash));
    let ballot = "UPDATE motion SET body = json_set(body, '$.number', ?1) WHERE id = 'live'";
    let ballot = tx.prepare_cached(ballot).unwrap().execute([nth as i64]);
    assert_eq!((journal, ballot), (Ok(1), Ok(1)));
    tx.commit().unwrap();
}

/// Runs until it is killed.
pub fn run(file: &str) -> ! {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(file, flags).unwrap();
    conn.execute_batch(PRAGMAS).unwrap();
    let mut rows = Vec::new();
    for sql in HOME {
        let mut statement = conn.prepare(sql).unwrap();
        let texts = statement
            .query_map([], |row| row.get::<_, String>(0))
            .unwrap();
        rows.extend(texts.map(|text| text.unwrap().chars().take(36).collect::<String>()));
    }
    enable_raw_mode().unwrap();
    let mut out = BufWriter::with_capacity(1 << 16, stdout());
    execute!(out, EnterAlternateScreen).unwrap();
    let mut terminal = Terminal::new(CrosstermBackend::new(out)).unwrap();
    for nth in 0.. {
        queue!(terminal.backend_mut(), BeginSynchronizedUpdate).unwrap();
        let here = nth % rows.len().min(20);
        let line = |(at, row): (usize, &String)| {
            let style = if at == here {
                Style::new().reversed()
            } else {
                Style::new()
            };
            Line::styled(format!("{at:2} {row}"), style)
        };
        let lines: Vec<Line<'_>> = rows.iter().enumerate().map(line).collect();
        terminal
            .draw(|frame| frame.render_widget(Paragraph::new(lines), frame.area()))
            .unwrap();
        execute!(terminal.backend_mut(), EndSynchronizedUpdate).unwrap();
        terminal.backend_mut().flush().unwrap();
        if event::read().unwrap() == Event::Key(KeyCode::Char('v').into()) {
            commit(&mut conn, nth);
        }
    }
    unreachable!()
}
