-- What people and rules decided about who is one account: a log, never rewritten. Membership follows from it.
CREATE TABLE IF NOT EXISTS identity_operation -- spread on every node
(
    sequence UInt64,
    at DateTime64(3, 'UTC'),
    author String,
    reason String,
    kind LowCardinality(String),
    into_key UInt64,
    account_keys Array(UInt64),
    customer_keys Array(UInt64),
    undoes UInt64
)
ENGINE = MergeTree
ORDER BY sequence;

-- What people answered about pairs of customers; the newest answer of a pair counts.
CREATE TABLE IF NOT EXISTS identity_decision -- spread on every node
(
    sequence UInt64,
    at DateTime64(3, 'UTC'),
    author String,
    reason String,
    answer LowCardinality(String),
    left_key UInt64,
    right_key UInt64,
    bits Nullable(Float64)
)
ENGINE = MergeTree
ORDER BY sequence;
