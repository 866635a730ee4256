-- What each account of an analysis run is worth: an immutable set, keyed by run, as in the other tables of results.
-- Amounts are doubles: they come from models, not from sums.
CREATE TABLE IF NOT EXISTS account_value -- spread by account_key
(
    run_id String,
    account_key UInt64,
    purchases UInt32,
    recency_days Int32,
    age_days Int32,
    p_alive Nullable(Float64),
    expected_orders Nullable(Float64),
    value_per_order Nullable(Float64),
    clv Nullable(Float64),
    clv_lower Nullable(Float64),
    clv_upper Nullable(Float64),
    value_at_risk Nullable(Float64),
    next_order_due Nullable(Date32),
    next_order_from Nullable(Date32),
    next_order_to Nullable(Date32),
    overdue_cycles Nullable(Float64)
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key;
