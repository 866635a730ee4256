-- What people decided about doubtful lines: a log, never rewritten. rule is what the step does, as JSON; undoes is the
-- step that it takes back. token tells a step that was asked for twice by one request.
CREATE TABLE IF NOT EXISTS quality_step -- spread on every node
(
    sequence UInt64,
    at DateTime64(3, 'UTC'),
    token String,
    author String,
    reason String,
    action LowCardinality(String),
    check LowCardinality(String),
    source String,
    rule String,
    undoes UInt64
)
ENGINE = MergeTree
ORDER BY sequence;

-- To which imports a step was applied, and the lines it found there (mark; 0 where it found none). Marks that are not
-- named here are what a crash left behind, and count for nothing.
CREATE TABLE IF NOT EXISTS quality_application -- spread on every node
(
    step UInt64,
    import_id UInt32,
    mark UInt64,
    rows UInt64,
    amount Decimal(38, 6),
    at DateTime64(3, 'UTC')
)
ENGINE = MergeTree
ORDER BY (step, import_id);

-- The lines a step touches, as the file has them, and what it makes of them. Facts stay: a corrected copy of an import
-- follows from its lines and from the marks on them.
CREATE TABLE IF NOT EXISTS quality_mark -- spread by customer_key
(
    mark UInt64,
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    step UInt64,
    action LowCardinality(String),
    target LowCardinality(String),
    value String
)
ENGINE = MergeTree
ORDER BY (import_id, mark, row);

-- How sound the data was, each time it or what is known of it had changed.
CREATE TABLE IF NOT EXISTS quality_score -- spread on every node
(
    sequence UInt64,
    at DateTime64(3, 'UTC'),
    imports Array(UInt32),
    score Float64,
    amount Float64,
    affected Float64,
    open_checks UInt32
)
ENGINE = MergeTree
ORDER BY sequence;
