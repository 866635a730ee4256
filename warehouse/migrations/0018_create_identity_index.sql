-- By what records of a collection are compared, and where to look for those that may be the same: made when a collection
-- is matched whole, added to when records come. A version is one such model with all that was found by it.
CREATE TABLE IF NOT EXISTS identity_model -- spread on every node
(
    version UInt64,
    collection String,
    at DateTime64(3, 'UTC'),
    model String
)
ENGINE = MergeTree
ORDER BY version;

-- A record as it was written; of several with one id the largest number counts.
CREATE TABLE IF NOT EXISTS identity_record -- spread by number
(
    version UInt64,
    number UInt32,
    id String,
    cluster UInt32,
    texts Array(String)
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, number);

-- Who has what in common: one row per record and thing that it may have in common with others.
CREATE TABLE IF NOT EXISTS identity_block -- spread by block
(
    version UInt64,
    rule UInt8,
    block UInt64,
    number UInt32
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (version, rule, block, number);

-- What a batch of new records asks of identity_block and identity_record; taken out when it is answered.
CREATE TABLE IF NOT EXISTS identity_lookup -- spread by block
(
    lookup UInt64,
    rule UInt8,
    block UInt64
)
ENGINE = MergeTree
PARTITION BY lookup
ORDER BY (lookup, rule, block);

-- Who belongs to whom beyond being one account: a log, never rewritten. A parent is an account, or a group with no more
-- than a name.
CREATE TABLE IF NOT EXISTS account_relation -- spread on every node
(
    sequence UInt64,
    at DateTime64(3, 'UTC'),
    author String,
    reason String,
    relation LowCardinality(String),
    action LowCardinality(String),
    child_key UInt64,
    parent_key UInt64,
    parent_name String,
    undoes UInt64
)
ENGINE = MergeTree
ORDER BY sequence;

-- Entries of the membership log that put groups in the place of their accounts, each taken back by the entry after it.
CREATE TABLE IF NOT EXISTS group_view -- spread on every node
(
    sequence UInt64,
    level LowCardinality(String),
    digest String,
    at DateTime64(3, 'UTC')
)
ENGINE = MergeTree
ORDER BY sequence;

-- What the answers of people made of the probability of a pair: a log, the newest counts.
CREATE TABLE IF NOT EXISTS identity_calibration -- spread on every node
(
    sequence UInt64,
    at DateTime64(3, 'UTC'),
    author String,
    answers UInt64,
    steps_from Array(Float64),
    steps_probability Array(Float64)
)
ENGINE = MergeTree
ORDER BY sequence;
