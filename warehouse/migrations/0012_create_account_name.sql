-- How the names of accounts are typed on a keyboard: pinyin and its initials, made once for every name.
CREATE TABLE IF NOT EXISTS account_name_search -- spread on every node
(
    name String,
    pinyin String,
    initials String
)
ENGINE = MergeTree
ORDER BY name;

-- A person may take an import out of every figure and put it back: its rows stay where they are.
ALTER TABLE import_event
    MODIFY COLUMN event Enum8('committed' = 1, 'undone' = 2, 'withdrawn' = 3);
