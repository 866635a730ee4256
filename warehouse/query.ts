import type { z } from 'zod'

/**
 * A question to the warehouse, declared once: what it is called, what it is asked with, what one row of the answer is,
 * and one static SQL text in which values stand only as `{name:Type}`.
 */
export interface WarehouseQuery<Parameters extends z.ZodType, Row extends z.ZodType> {
  readonly name: string
  readonly parameters: Parameters
  readonly row: Row
  readonly sql: string
  /** Says that every join in it is between tables sharded by the same column: each shard then joins its own rows. */
  readonly joinsOnShard?: true
}

/** A statement that changes the warehouse and returns nothing. */
export interface WarehouseStatement<Parameters extends z.ZodType> {
  readonly name: string
  readonly parameters: Parameters
  readonly sql: string
  /** As in a query. */
  readonly joinsOnShard?: true
}

export function defineQuery<Parameters extends z.ZodType, Row extends z.ZodType>(
  query: WarehouseQuery<Parameters, Row>,
): WarehouseQuery<Parameters, Row> {
  return query
}

export function defineStatement<Parameters extends z.ZodType>(
  statement: WarehouseStatement<Parameters>,
): WarehouseStatement<Parameters> {
  return statement
}
