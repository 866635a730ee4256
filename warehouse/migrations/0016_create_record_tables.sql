-- What is imported beside sales, one table a kind. As with sales, rows stay as the source has them, an import is a
-- partition, and one row in import_event makes it count. Which of several rows of one key counts is decided by whoever
-- reads: that of the newest import that is there. customer_key is the key under which sales know the same customer.
CREATE TABLE IF NOT EXISTS account_record -- spread by customer_key
(
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    customer String,
    customer_name String,
    customer_type LowCardinality(String),
    customer_class LowCardinality(String),
    credit_code String,
    parent String,
    industry LowCardinality(String),
    region LowCardinality(String),
    province LowCardinality(String),
    city LowCardinality(String),
    address String,
    phone String,
    email String,
    website String,
    channel LowCardinality(String),
    salesperson LowCardinality(String),
    department LowCardinality(String),
    status LowCardinality(String),
    employees Nullable(Decimal(18, 6)),
    yearly_revenue Nullable(Decimal(18, 6)),
    credit_limit Nullable(Decimal(18, 6)),
    payment_days Nullable(Decimal(18, 6)),
    currency LowCardinality(String),
    created_on Nullable(Date32)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (customer_key, row);

CREATE TABLE IF NOT EXISTS contact -- spread by customer_key
(
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    customer String,
    customer_name String,
    contact String,
    name String,
    title String,
    department LowCardinality(String),
    buying_role LowCardinality(String),
    reports_to String,
    power Nullable(Decimal(18, 6)),
    support LowCardinality(String),
    relationship Nullable(Decimal(18, 6)),
    wanted_relationship Nullable(Decimal(18, 6)),
    mobile String,
    phone String,
    email String,
    last_contact_on Nullable(Date32),
    has_left Nullable(UInt8)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (customer_key, row);

CREATE TABLE IF NOT EXISTS opportunity -- spread by customer_key
(
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    customer String,
    customer_name String,
    opportunity String,
    opportunity_name String,
    category LowCardinality(String),
    product String,
    stage LowCardinality(String),
    amount Nullable(Decimal(18, 6)),
    currency LowCardinality(String),
    probability Nullable(Float64),
    created_on Nullable(Date32),
    expected_close_on Nullable(Date32),
    closed_on Nullable(Date32),
    competitor LowCardinality(String),
    loss_reason LowCardinality(String),
    source LowCardinality(String),
    salesperson LowCardinality(String),
    department LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (customer_key, row);

CREATE TABLE IF NOT EXISTS customer_event -- spread by customer_key
(
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    customer String,
    customer_name String,
    event_id String,
    at Nullable(DateTime64(0, 'UTC')),
    event LowCardinality(String),
    purpose String,
    outcome String,
    contact String,
    product String,
    channel LowCardinality(String),
    amount Nullable(Decimal(18, 6)),
    next_step_on Nullable(Date32),
    salesperson LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (customer_key, row);

CREATE TABLE IF NOT EXISTS ticket -- spread by customer_key
(
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    customer String,
    customer_name String,
    ticket String,
    type LowCardinality(String),
    subject String,
    priority LowCardinality(String),
    opened_at Nullable(DateTime64(0, 'UTC')),
    first_response_at Nullable(DateTime64(0, 'UTC')),
    resolved_at Nullable(DateTime64(0, 'UTC')),
    status LowCardinality(String),
    satisfaction Nullable(Decimal(18, 6)),
    contact String,
    product String,
    handler LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (customer_key, row);

CREATE TABLE IF NOT EXISTS survey_response -- spread by customer_key
(
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    customer String,
    customer_name String,
    response String,
    survey LowCardinality(String),
    respondent String,
    answered_on Nullable(Date32),
    question String,
    score Nullable(Decimal(18, 6)),
    recommendation Nullable(Decimal(18, 6)),
    answer String,
    comment String
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (customer_key, row);

CREATE TABLE IF NOT EXISTS contract -- spread by customer_key
(
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    customer String,
    customer_name String,
    contract String,
    contract_name String,
    signed_on Nullable(Date32),
    start_on Nullable(Date32),
    end_on Nullable(Date32),
    term_months Nullable(Decimal(18, 6)),
    yearly_amount Nullable(Decimal(18, 6)),
    amount Nullable(Decimal(18, 6)),
    currency LowCardinality(String),
    discount Nullable(Float64),
    payment_days Nullable(Decimal(18, 6)),
    renews String,
    renewal_status LowCardinality(String),
    salesperson LowCardinality(String),
    department LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (customer_key, row);

CREATE TABLE IF NOT EXISTS account_cost -- spread by customer_key
(
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    customer String,
    customer_name String,
    period Nullable(Date32),
    cost_kind LowCardinality(String),
    amount Nullable(Decimal(18, 6)),
    logistics Nullable(Decimal(18, 6)),
    service Nullable(Decimal(18, 6)),
    marketing Nullable(Decimal(18, 6)),
    sales Nullable(Decimal(18, 6)),
    other Nullable(Decimal(18, 6)),
    receivables Nullable(Decimal(18, 6)),
    overdue_receivables Nullable(Decimal(18, 6)),
    currency LowCardinality(String),
    note String
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (customer_key, row);

CREATE TABLE IF NOT EXISTS target -- spread by customer_key
(
    import_id UInt32,
    row UInt32,
    customer_key UInt64,
    customer String,
    customer_name String,
    period Nullable(Date32),
    measure LowCardinality(String),
    target Nullable(Decimal(18, 6)),
    salesperson LowCardinality(String),
    department LowCardinality(String),
    region LowCardinality(String),
    category LowCardinality(String),
    currency LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY (customer_key, row);

CREATE TABLE IF NOT EXISTS industry_figure -- spread by row
(
    import_id UInt32,
    row UInt32,
    industry LowCardinality(String),
    region LowCardinality(String),
    period Nullable(Date32),
    market_size Nullable(Decimal(18, 6)),
    growth Nullable(Float64),
    margin Nullable(Float64),
    our_share Nullable(Float64),
    companies Nullable(Decimal(18, 6)),
    currency LowCardinality(String),
    source String,
    note String
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY row;

CREATE TABLE IF NOT EXISTS product -- spread by row
(
    import_id UInt32,
    row UInt32,
    product String,
    product_name String,
    category LowCardinality(String),
    brand LowCardinality(String),
    unit LowCardinality(String),
    list_price Nullable(Decimal(18, 6)),
    unit_cost Nullable(Decimal(18, 6)),
    currency LowCardinality(String),
    valid_from Nullable(Date32),
    status LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY row;

CREATE TABLE IF NOT EXISTS exchange_rate -- spread by row
(
    import_id UInt32,
    row UInt32,
    currency LowCardinality(String),
    into_currency LowCardinality(String),
    day Nullable(Date32),
    rate Nullable(Decimal(18, 6))
)
ENGINE = MergeTree
PARTITION BY import_id
ORDER BY row;
