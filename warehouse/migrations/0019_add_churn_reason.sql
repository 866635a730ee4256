-- Why a customer left, where a contract or a ticket says so.
ALTER TABLE contract
    ADD COLUMN IF NOT EXISTS churn_reason LowCardinality(String);

ALTER TABLE ticket
    ADD COLUMN IF NOT EXISTS churn_reason LowCardinality(String);
