-- A book. The truth is op, secret and the files; head, dead and summary can be rebuilt from them (zoufang check --rebuild).
-- No UNIQUE, CHECK or FOREIGN KEY on folded data: what does not fit becomes a finding shown to people.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;  -- what this book is: id, demo, district, year

-- 1..hseq is here without a gap and hhash is the hash of hseq; lam is the highest Lamport number seen of the device.
-- trust: 0 unknown, 1 enrolled (or own), 2 revoked.
CREATE TABLE dev (
    ix INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, pub BLOB, label TEXT NOT NULL DEFAULT '', trust INTEGER NOT NULL DEFAULT 0,
    hseq INTEGER NOT NULL DEFAULT 0, hhash BLOB NOT NULL DEFAULT (zeroblob(32)), forked INTEGER NOT NULL DEFAULT 0,
    lam INTEGER NOT NULL DEFAULT 0);

CREATE TABLE op (dev INTEGER, seq INTEGER, hash BLOB, body BLOB, PRIMARY KEY (dev, seq, hash)) WITHOUT ROWID;

-- What no stored change of the same register references.
CREATE TABLE head (
    record BLOB, field INTEGER, dev INTEGER, seq INTEGER, h8 BLOB, lam INTEGER, wall INTEGER, actor BLOB, val BLOB,
    PRIMARY KEY (record, field, dev, seq, h8)) WITHOUT ROWID;
-- The visits. Written so that no "field = ?" looks like it: SQLite would plan such a statement anew for every value.
CREATE INDEX head_visit ON head (record) WHERE field - 2001 = 0;

-- A change that a stored change of (record, field) references and that is not here: "waiting for laptop 03, 41-57".
CREATE TABLE dead (dev INTEGER, seq INTEGER, h8 BLOB, record BLOB, field INTEGER, PRIMARY KEY (dev, seq, h8, record, field)) WITHOUT ROWID;

-- What travelled.
CREATE TABLE seg (dev INTEGER, a INTEGER, b INTEGER, prev BLOB, last BLOB, PRIMARY KEY (dev, a, last)) WITHOUT ROWID;
CREATE TABLE ckpt (dev INTEGER, seq INTEGER, head BLOB, sig BLOB, PRIMARY KEY (dev, seq, head)) WITHOUT ROWID;
-- verdict: done = wholly folded; partial = some relayed devices, waiting = its own device is not enrolled yet.
CREATE TABLE bundle (
    sha BLOB PRIMARY KEY, at INTEGER, exporter BLOB, changes INTEGER, fresh INTEGER, verdict TEXT, name TEXT) WITHOUT ROWID;
-- Changes that an exporter left out on purpose: never waited for.
CREATE TABLE withheld (dev INTEGER, a INTEGER, b INTEGER, PRIMARY KEY (dev, a, b)) WITHOUT ROWID;

-- Sensitive text: 16 random bytes and the text. bytes NULL: redacted, or not arrived yet.
CREATE TABLE secret (sha BLOB PRIMARY KEY, bytes BLOB);
-- Files by their SHA-256, in chunks of 256 KiB. A file counts as here when its chunks make up its size.
CREATE TABLE file (sha BLOB PRIMARY KEY, size INTEGER NOT NULL, have INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE chunk (sha BLOB, n INTEGER, bytes BLOB, PRIMARY KEY (sha, n));

-- Local: never exported, spared by a rebuild.
CREATE TABLE local (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE draft (record BLOB, field INTEGER, text TEXT, cursor INTEGER, shown BLOB, at INTEGER, PRIMARY KEY (record, field)) WITHOUT ROWID;
-- A cache that may be thrown away at any time: what the unit list shows of a visit, as its viewer may see it.
CREATE TABLE summary (visit BLOB PRIMARY KEY, unit BLOB, data TEXT) WITHOUT ROWID;
