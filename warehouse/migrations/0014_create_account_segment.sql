-- Which cluster of a segmentation each account of a run is in. A row that was written twice says the same twice: whoever
-- counts, counts accounts.
CREATE TABLE IF NOT EXISTS account_segment -- spread by account_key
(
    segmentation String,
    run_id String,
    segment LowCardinality(String),
    cluster UInt16,
    account_key UInt64
)
ENGINE = MergeTree
PARTITION BY segmentation
ORDER BY (run_id, segment, account_key);
