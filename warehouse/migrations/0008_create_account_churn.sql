-- How each account of a run bought, day by day, as churn is read from: emptied again when the run's churn is known.
-- Departures are parallel arrays: quiet_since, gone_on, returned_on (0 = not yet), lost_revenue.
CREATE TABLE IF NOT EXISTS account_history -- spread by account_key
(
    run_id String,
    account_key UInt64,
    days Array(Int32),
    bought Array(UInt8),
    sold Array(Decimal(38, 6)),
    returned Array(Decimal(38, 6)),
    categories Array(Array(UInt64)),
    first_traits Array(LowCardinality(String)),
    later_traits Array(LowCardinality(String)),
    quiet_since Array(Int32),
    gone_on Array(Int32),
    returned_on Array(Int32),
    lost_revenue Array(Float64)
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key;

-- Who may leave, who has left, and what speaks for it: parallel arrays of signals and their strengths.
CREATE TABLE IF NOT EXISTS account_churn -- spread by account_key
(
    run_id String,
    account_key UInt64,
    level LowCardinality(String),
    risk Float64,
    p_alive Nullable(Float64),
    clv Nullable(Float64),
    value_at_risk Nullable(Float64),
    signals Array(LowCardinality(String)),
    strengths Array(Float64),
    signal_values Array(Nullable(Float64)),
    signal_usual Array(Nullable(Float64)),
    manner LowCardinality(String),
    left_on Nullable(Date32)
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key;
