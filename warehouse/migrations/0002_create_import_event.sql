-- What became of an import, one row an event; the newest event of an import is its state. An import without a
-- `committed` event is not there: nothing reads its rows, and the next start clears them away.
CREATE TABLE IF NOT EXISTS import_event -- spread on every node
(
    import_id UInt32,
    sequence UInt64,
    event Enum8('committed' = 1, 'undone' = 2),
    at DateTime64(3, 'UTC'),
    file String,
    sha256 String,
    summary String
)
ENGINE = MergeTree
ORDER BY (import_id, sequence);
