import { z } from 'zod'

/** Which page of a list is asked for; pages count from 1. */
export const PageRequest = z.object({
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(20),
})

/** One page of a list, and how many rows there are on all of them. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), total: z.int().nonnegative() })
}
