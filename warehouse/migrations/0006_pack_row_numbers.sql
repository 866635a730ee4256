-- Rows of an import are numbered in their order: what is kept is how each number differs from the one before.
ALTER TABLE sales_line
    MODIFY COLUMN row UInt32 CODEC(Delta, LZ4);
