-- An import is of sales or of other records, comes from a source that is known by a name, and may have been made or taken
-- back because of another import (cause). detail says how it was read and what it holds, so that the next file of the
-- source can be read and compared alike.
ALTER TABLE import_event
    ADD COLUMN IF NOT EXISTS kind LowCardinality(String) DEFAULT 'sales',
    ADD COLUMN IF NOT EXISTS source String,
    ADD COLUMN IF NOT EXISTS cause UInt32,
    ADD COLUMN IF NOT EXISTS detail String;
