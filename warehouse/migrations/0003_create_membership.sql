-- Which account a customer key belongs to: a log, never rewritten. A key the log does not name is its own account.
CREATE TABLE IF NOT EXISTS membership -- spread on every node
(
    sequence UInt64,
    customer_key UInt64,
    account_key UInt64,
    at DateTime64(3, 'UTC')
)
ENGINE = MergeTree
ORDER BY (customer_key, sequence);
