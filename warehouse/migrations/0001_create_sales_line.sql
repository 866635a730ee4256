-- One product on one order: the grain of sales facts, kept as the source has it and never rewritten.
-- An import is a partition: it becomes visible by one row in import_event and is undone by dropping its partition.
-- Rows stay in the order in which they arrive (sorting ten million lines costs more than every analysis over them);
-- the index finds the lines of one customer all the same.
CREATE TABLE IF NOT EXISTS sales_line -- spread by customer_key
(
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    customer String,
    customer_name String,
    parent String,
    credit_code String,
    day Date32,
    kind Enum8('sale' = 1, 'return' = 2, 'cancelled' = 3),
    order_number String,
    product String,
    product_name String,
    category LowCardinality(String),
    quantity Nullable(Decimal(18, 6)),
    net_revenue Decimal(18, 6),
    gross_profit Nullable(Decimal(18, 6)),
    currency LowCardinality(String),
    salesperson LowCardinality(String),
    region LowCardinality(String),
    department LowCardinality(String),
    channel LowCardinality(String),
    industry LowCardinality(String),
    status LowCardinality(String),
    INDEX customer_key_bloom customer_key TYPE bloom_filter(0.001) GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY tuple()
SETTINGS non_replicated_deduplication_window = 1000;
