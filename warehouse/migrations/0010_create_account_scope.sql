-- What the lines of a run say of each account beside its figures: by whom and where it is served. The last line decides;
-- the arrays hold all there ever were. Profit by calendar month stands as in account_metrics.monthly_revenue.
CREATE TABLE IF NOT EXISTS account_trait -- spread by account_key
(
    run_id String,
    account_key UInt64,
    department LowCardinality(String),
    region LowCardinality(String),
    salesperson LowCardinality(String),
    channel LowCardinality(String),
    industry LowCardinality(String),
    departments Array(LowCardinality(String)),
    salespeople Array(LowCardinality(String)),
    monthly_profit Array(Decimal(38, 6))
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY account_key;

-- Under which names an account can be somebody's: `department=<name>` and `salesperson=<name>`, in lower case. People are
-- told to stand behind these names when they ask, so that a run need not be repeated for somebody new.
CREATE TABLE IF NOT EXISTS account_scope -- spread by account_key
(
    run_id String,
    scope LowCardinality(String),
    account_key UInt64
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY (scope, account_key);

-- Tags, and who looks after an account, as people set them: a log, the newest row of a mark and account counts.
CREATE TABLE IF NOT EXISTS account_mark -- spread on every node
(
    kind Enum8('tag' = 1, 'assignment' = 2),
    name String,
    account_key UInt64,
    sequence UInt64,
    is_set UInt8
)
ENGINE = MergeTree
ORDER BY (kind, name, account_key, sequence);
