-- The results of analysis runs: immutable sets, keyed by run. A run is complete when its row in analysis_run is there.
CREATE TABLE IF NOT EXISTS analysis_run -- spread on every node
(
    run_id String,
    as_of Date32,
    completed_at DateTime64(3, 'UTC'),
    summary String
)
ENGINE = MergeTree
ORDER BY run_id;

CREATE TABLE IF NOT EXISTS account_metrics -- spread by account_key
(
    run_id String,
    account_key UInt64,
    account String,
    account_name String,
    parent String,
    net_revenue Decimal(38, 6),
    gross_revenue Decimal(38, 6),
    returns Decimal(38, 6),
    gross_profit Nullable(Decimal(38, 6)),
    revenue_with_profit Decimal(38, 6),
    orders UInt64,
    order_lines UInt64,
    return_lines UInt64,
    units Nullable(Decimal(38, 6)),
    purchase_days Array(Int32),
    revenue_last_12_months Decimal(38, 6),
    revenue_prior_12_months Decimal(38, 6),
    products UInt64,
    categories UInt64,
    monthly_revenue Array(Decimal(38, 6)),
    first_order Nullable(Date32),
    last_order Nullable(Date32),
    recency_days Nullable(Int32),
    orders_per_year Float64,
    mean_days_between_orders Nullable(Float64),
    median_days_between_orders Nullable(Float64),
    growth Nullable(Float64),
    share Float64,
    active_months UInt8
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key;

CREATE TABLE IF NOT EXISTS account_abc -- spread by account_key
(
    run_id String,
    account_key UInt64,
    abc_class LowCardinality(String),
    cumulative_share Nullable(Float64),
    xyz_class LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key;

CREATE TABLE IF NOT EXISTS account_rfm -- spread by account_key
(
    run_id String,
    account_key UInt64,
    recency UInt8,
    frequency UInt8,
    monetary UInt8,
    segment LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key;

CREATE TABLE IF NOT EXISTS account_lifecycle -- spread by account_key
(
    run_id String,
    account_key UInt64,
    stage LowCardinality(String),
    cycle_days Float64,
    stage_since Nullable(Date32),
    months_in_stage Nullable(UInt32)
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key;

CREATE TABLE IF NOT EXISTS account_score -- spread by account_key
(
    run_id String,
    account_key UInt64,
    score Float64,
    tier LowCardinality(String),
    tier_rule LowCardinality(String),
    percentiles Array(Float64),
    below Array(Float64),
    known Array(UInt8)
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key;
