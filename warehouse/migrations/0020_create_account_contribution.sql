-- What accounts brought after what they cost, for those of whom costs are known.
CREATE TABLE IF NOT EXISTS account_contribution -- spread by account_key
(
    run_id String,
    account_key UInt64,
    contribution Nullable(Decimal(38, 6))
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key;

ALTER TABLE account_row
    ADD COLUMN IF NOT EXISTS contribution Nullable(Float64);
