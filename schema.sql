-- One committee, one file. Read by src/store/migrate.rs; every name here is stored for ever or rebuilt, and the two
-- halves say which: what stands above the mark below is kept and migrated, what stands under it is dropped and rebuilt
-- from the journal whenever the projection number differs.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The truth. Row 0 is the header and has no act; hash = SHA-256(hash of the row before || bytes).
CREATE TABLE journal (
    seq   INTEGER PRIMARY KEY CHECK (seq >= 0),
    act   TEXT UNIQUE CHECK ((act IS NULL) = (seq = 0)),
    bytes BLOB NOT NULL,
    hash  BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

-- INSERT OR REPLACE fires no DELETE trigger, neither over a seq nor over an act: both are refused here.
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), -1) + 1 FROM journal)
  OR EXISTS (SELECT 1 FROM journal WHERE act = NEW.act)
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

-- Which lines speak about an entity: its history, and the replay of what is open.
CREATE TABLE journal_about (
    entity TEXT NOT NULL,
    seq    INTEGER NOT NULL REFERENCES journal (seq),
    PRIMARY KEY (entity, seq)
) STRICT, WITHOUT ROWID;

-- Text that may have to be erased; the journal holds only SHA-256(salt || text), so emptying a row breaks no chain.
CREATE TABLE private (
    id   TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    salt BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Unfinished text by place. caret counts the characters before it.
CREATE TABLE draft (
    place TEXT PRIMARY KEY,
    text  TEXT NOT NULL,
    caret INTEGER NOT NULL CHECK (caret >= 0),
    at    TEXT NOT NULL
) STRICT;

-- ==== projections ====

CREATE TABLE committee (
    id   TEXT PRIMARY KEY,
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE village (
    id   TEXT PRIMARY KEY,
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE person (
    id   TEXT PRIMARY KEY,
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE seat (
    id   TEXT PRIMARY KEY,
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE rule (
    id   TEXT PRIMARY KEY,
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE session (
    id      TEXT PRIMARY KEY,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    date    TEXT GENERATED ALWAYS AS (body ->> '$.date') VIRTUAL,
    state   TEXT GENERATED ALWAYS AS (body ->> '$.state') VIRTUAL,
    kind    TEXT GENERATED ALWAYS AS (body ->> '$.kind') VIRTUAL,
    ordinal INTEGER GENERATED ALWAYS AS (body ->> '$.ordinal') VIRTUAL
) STRICT;
CREATE INDEX session_by_date ON session (date, id);
CREATE INDEX session_by_state ON session (state);
CREATE INDEX session_by_kind ON session (kind, ordinal);

CREATE TABLE item (
    id      TEXT PRIMARY KEY,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    session TEXT GENERATED ALWAYS AS (body ->> '$.session') VIRTUAL,
    carries TEXT GENERATED ALWAYS AS (body ->> '$.carries') VIRTUAL,
    state   TEXT GENERATED ALWAYS AS (body ->> '$.state') VIRTUAL
) STRICT;
CREATE INDEX item_by_carries ON item (carries);
CREATE INDEX item_by_state ON item (state, session);
CREATE INDEX item_by_session ON item (session, id);

-- awaits is written with the motion: the few that wait for something are found among all that are filed.
CREATE TABLE motion (
    id      TEXT PRIMARY KEY,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    session TEXT GENERATED ALWAYS AS (body ->> '$.session') VIRTUAL,
    item    TEXT GENERATED ALWAYS AS (body ->> '$.item') VIRTUAL,
    awaits  TEXT GENERATED ALWAYS AS (body ->> '$.awaits') VIRTUAL
) STRICT;
CREATE INDEX motion_awaiting ON motion (awaits, session);
CREATE INDEX motion_by_session ON motion (session, id);
CREATE INDEX motion_by_item ON motion (item, id);

CREATE TABLE entry (
    id      TEXT PRIMARY KEY,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    session TEXT GENERATED ALWAYS AS (body ->> '$.session') VIRTUAL,
    item    TEXT GENERATED ALWAYS AS (body ->> '$.item') VIRTUAL
) STRICT;
CREATE INDEX entry_by_session ON entry (session, id);
CREATE INDEX entry_by_item ON entry (item, id);

CREATE TABLE correction (
    id      TEXT PRIMARY KEY,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    session TEXT GENERATED ALWAYS AS (body ->> '$.session') VIRTUAL,
    after_sealing INTEGER GENERATED ALWAYS AS (body ->> '$.after_sealing') VIRTUAL
) STRICT;
CREATE INDEX correction_after_sealing ON correction (after_sealing, session);
CREATE INDEX correction_by_session ON correction (session, id);

CREATE TABLE task (
    id      TEXT PRIMARY KEY,
    body    TEXT NOT NULL CHECK (json_valid(body)),
    session TEXT GENERATED ALWAYS AS (body ->> '$.session') VIRTUAL,
    state   TEXT GENERATED ALWAYS AS (body ->> '$.state') VIRTUAL,
    village TEXT GENERATED ALWAYS AS (body ->> '$.village') VIRTUAL,
    matter  TEXT GENERATED ALWAYS AS (body ->> '$.matter') VIRTUAL
) STRICT;
CREATE INDEX task_by_matter ON task (matter, id);
CREATE INDEX task_by_session ON task (session, id);
CREATE INDEX task_by_state ON task (state, id);
CREATE INDEX task_by_village ON task (village, state);

CREATE TABLE template (
    id   TEXT PRIMARY KEY,
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

-- What it tells the ledgers and the figures is kept apart from it, and before it, for it is read of very many and is
-- a tenth of it.
CREATE TABLE matter (
    id     TEXT PRIMARY KEY,
    tells  TEXT GENERATED ALWAYS AS (body -> '$.tells') STORED,
    stands INTEGER GENERATED ALWAYS AS (body ->> '$.tells.stands') VIRTUAL,
    body   TEXT NOT NULL CHECK (json_valid(body)),
    state  TEXT GENERATED ALWAYS AS (body ->> '$.state') VIRTUAL,
    year   INTEGER GENERATED ALWAYS AS (body ->> '$.number.year') VIRTUAL,
    serial INTEGER GENERATED ALWAYS AS (body ->> '$.number.serial') VIRTUAL
) STRICT;
CREATE INDEX matter_by_state ON matter (state, year, serial);
CREATE INDEX matter_by_number ON matter (year, serial);

CREATE TABLE posting (
    id     TEXT PRIMARY KEY,
    body   TEXT NOT NULL CHECK (json_valid(body)),
    state  TEXT GENERATED ALWAYS AS (body ->> '$.state') VIRTUAL,
    matter TEXT GENERATED ALWAYS AS (body ->> '$.matter') VIRTUAL,
    posted TEXT GENERATED ALWAYS AS (body ->> '$.posted') VIRTUAL,
    -- The day of the last objection.
    objected TEXT GENERATED ALWAYS AS (body ->> '$.objections[#-1].on') VIRTUAL,
    board    TEXT GENERATED ALWAYS AS (body -> '$.board') VIRTUAL,
    affairs  TEXT GENERATED ALWAYS AS (body ->> '$.affairs') VIRTUAL,
    -- The periods it makes up for.
    made_up  TEXT GENERATED ALWAYS AS (body -> '$.makes_up') VIRTUAL
) STRICT;
CREATE INDEX posting_by_objection ON posting (objected, id);
CREATE INDEX posting_by_day ON posting (posted, id);
-- What the boards told every so often is asked at every start, and answered by this index alone.
CREATE INDEX posting_by_telling ON posting (posted, state, board, affairs, made_up);
CREATE INDEX posting_by_state ON posting (state);
CREATE INDEX posting_by_matter ON posting (matter, id);

CREATE TABLE ledger (
    id   TEXT PRIMARY KEY,
    body TEXT NOT NULL CHECK (json_valid(body)),
    kind TEXT GENERATED ALWAYS AS (body ->> '$.kind') VIRTUAL,
    day  TEXT GENERATED ALWAYS AS (body ->> '$.on') VIRTUAL
) STRICT;
CREATE INDEX ledger_by_kind ON ledger (kind, day, id);

-- What the figures of a period ask for: what was still in hand after a day, and which matters feed a ledger of what
-- stands. No index is partial: the entries of such a one are not counted when a file is checked, and damage to it
-- would go unseen. The state stands in them, so that no body is read for it.
CREATE INDEX task_by_last_step ON task (body ->> '$.history[#-1].on', state);
CREATE INDEX matter_by_last_step ON matter (body ->> '$.history[#-1].on', state);
CREATE INDEX matter_by_standing ON matter (stands);
