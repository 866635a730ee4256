-- Rows of a file that is being imported and that the engine itself could not read with certainty: they wait here, cell
-- by cell, for the careful reader. Empty between imports.
CREATE TABLE IF NOT EXISTS staged_row -- spread by row
(
    import_id UInt32,
    row UInt32,
    cells Array(String)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY tuple();
