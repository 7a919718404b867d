//! The floor: a bare program that opens the same file with the same pragmas, reads the rows that home
//! shows, draws as many cells as home, redraws on every key, and at `v` writes what a mark writes.

use crate::bare_screen::{paint, screen};
use crossterm::event::{self, Event, KeyCode};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use rusqlite::{Connection, OpenFlags, Result, TransactionBehavior};
use sha2::{Digest, Sha256};

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
const HEAD: &str = "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1";
const LINE: &str = "INSERT INTO journal (seq, act, bytes, hash) VALUES (?1, ?2, ?3, ?4)";
const ABOUT: &str = "INSERT INTO journal_about (entity, seq) VALUES ('session:bare', ?1)";
const BALLOT: &str = "UPDATE motion SET body = json_set(body, '$.number', ?1) WHERE id = 'live'";

fn commit(conn: &mut Connection, nth: usize) -> Result<()> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let head = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let (seq, before): (i64, Vec<u8>) = tx.prepare_cached(HEAD)?.query_row([], head)?;
    let act = format!("bare-{nth:032}");
    let bytes = format!("{{\"act\":\"{act}\",\"choice\":\"{:220}\"}}", "");
    let hash = Sha256::new().chain_update(before).chain_update(&bytes);
    let line = (seq + 1, act, bytes.into_bytes(), hash.finalize().to_vec());
    tx.prepare_cached(LINE)?.execute(line)?;
    tx.prepare_cached(ABOUT)?.execute([seq + 1])?;
    tx.prepare_cached(BALLOT)?.execute([nth as i64])?;
    tx.commit()
}

/// Runs until it is killed.
pub fn run(file: &str) -> ! {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(file, flags).unwrap();
    conn.execute_batch(PRAGMAS).unwrap();
    let mut rows: Vec<String> = Vec::new();
    for sql in HOME {
        let mut statement = conn.prepare(sql).unwrap();
        let texts = statement.query_map([], |row| row.get::<_, String>(0));
        let row = |text: Result<String>| text.unwrap().chars().take(140).collect();
        rows.extend(texts.unwrap().map(row));
    }
    let mut screen = screen();
    for nth in 0.. {
        let here = nth % rows.len().min(20);
        let line = |(at, row): (usize, &String)| {
            let style = Style::new();
            let style = if at == here { style.reversed() } else { style };
            Line::styled(format!("{at:2} {row}"), style)
        };
        let lines: Vec<Line<'_>> = rows.iter().enumerate().map(line).collect();
        paint(&mut screen, Paragraph::new(lines));
        if event::read().unwrap() == Event::Key(KeyCode::Char('v').into()) {
            commit(&mut conn, nth).unwrap();
        }
    }
    unreachable!()
}
