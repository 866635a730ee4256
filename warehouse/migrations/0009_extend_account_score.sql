-- What a selection came to for each account. Arrays follow the criteria, or the tiers, of the model in selection_run.
-- A score lies between what unknown figures would make of it at worst and at best; what each criterion adds to it or takes
-- from it is told against the mean account. Probabilities of the tiers are empty where they were not looked into.
ALTER TABLE account_score
    DROP COLUMN IF EXISTS percentiles,
    DROP COLUMN IF EXISTS below,
    ADD COLUMN IF NOT EXISTS lower Float64,
    ADD COLUMN IF NOT EXISTS upper Float64,
    ADD COLUMN IF NOT EXISTS criterion_values Array(Float64),
    ADD COLUMN IF NOT EXISTS contributions Array(Float32),
    ADD COLUMN IF NOT EXISTS missing_criteria Array(LowCardinality(String)),
    ADD COLUMN IF NOT EXISTS failed_gate LowCardinality(String),
    ADD COLUMN IF NOT EXISTS tier_since Nullable(Date32),
    ADD COLUMN IF NOT EXISTS previous_tier LowCardinality(String),
    ADD COLUMN IF NOT EXISTS tier_probabilities Array(Float32);

-- By which model the accounts of a run were chosen, and which run its tiers remember.
CREATE TABLE IF NOT EXISTS selection_run -- spread by run_id
(
    run_id String,
    as_of Date32,
    model String,
    version UInt32,
    previous_run_id String,
    document String
)
ENGINE = MergeTree
PARTITION BY run_id
ORDER BY run_id;
