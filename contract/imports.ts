import { z } from 'zod'

/** What a column of a sales file can mean. The first three are needed (an amount may be quantity × unit price). */
export const salesFields = [
  'customer',
  'date',
  'amount',
  'customerName',
  'orderNumber',
  'product',
  'productName',
  'category',
  'quantity',
  'unitPrice',
  'cost',
  'unitCost',
  'grossProfit',
  'discount',
  'currency',
  'salesperson',
  'region',
  'department',
  'channel',
  'industry',
  'orderStatus',
  'returnFlag',
  'parent',
  'creditCode',
] as const

export const SalesField = z.enum(salesFields)
export type SalesField = z.infer<typeof SalesField>

/** Why a row was left out. `setAside` reasons describe rows that are not data; the others are faults of the row. */
export const setAsideReasons = ['titleRow', 'headerRow', 'totalRow', 'blankRow'] as const
export const rejectionReasons = [
  'customerMissing',
  'dateMissing',
  'dateInvalid',
  'dateOutOfRange',
  'amountMissing',
  'amountInvalid',
  'amountOutOfRange',
  'quantityInvalid',
  'priceInvalid',
  'costInvalid',
  'discountInvalid',
  'rowDamaged',
  'duplicateRow',
  'valueMissing',
  'valueInvalid',
] as const

export const SetAsideReason = z.enum(setAsideReasons)
export type SetAsideReason = z.infer<typeof SetAsideReason>
export const RejectionReason = z.enum(rejectionReasons)
export type RejectionReason = z.infer<typeof RejectionReason>

/** How a column's numbers and days are written, voted over the whole column. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export const DateOrder = z.enum(dateOrders)
export type DateOrder = z.infer<typeof DateOrder>

/** What a person put right in one cell; kept with the import, applied each time the file is read. */
export const CellFix = z
  .object({
    /** Row of the file as a person sees it. */
    row: z.int().min(1).max(100_000_000),
    /** The header of its column. */
    column: z.string().max(1000),
    value: z.string().max(10_000),
  })
  .meta({ id: 'CellFix' })
export type CellFix = z.infer<typeof CellFix>

/** One file (or sheet) taken in: what was read, how it was understood, and what became of every row. */
export const ImportSummary = z.object({
  /** File name as given. */
  file: z.string(),
  /** utf-8, gb18030, utf-16le, utf-16be, big5, windows-1252; workbooks and Parquet carry their own and say `binary`. */
  encoding: z.string(),
  /** Name of the sheet, null for formats without sheets. */
  sheet: z.string().nullable(),
  /** Rows below the header, blank ones at the very end not counted. rows = accepted + rejected + setAside. */
  rows: z.int().nonnegative(),
  accepted: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  setAside: z.int().nonnegative(),
  /** Field → header it was read from. */
  mapping: z.partialRecord(SalesField, z.string()),
  /** Field → how sure the recognition is, 0..1 (1 when the user mapped it). */
  confidence: z.partialRecord(SalesField, z.number().min(0).max(1)),
  /** Field → factor its numbers were multiplied by, from a unit in the header: 金额(万元) → 10000. */
  units: z.partialRecord(SalesField, z.number()),
  dateOrder: DateOrder,
  /** Rows left out, by reason: how many, the money they speak of (absolute, where it could be read), the first of them. */
  leftOut: z.array(
    z.object({
      reason: z.union([RejectionReason, SetAsideReason]),
      rows: z.int().positive(),
      amount: z.number(),
      firstRow: z.int(),
    }),
  ),
  /** Whether rows that repeat an earlier one of the file were rejected. */
  dropDuplicates: z.boolean(),
  /** Headers no field was found for. */
  unusedHeaders: z.array(z.string()),
  /** Cells that a person has put right; left out where there are none. */
  fixes: z.array(CellFix).optional(),
  /** Rows of a sheet that a person does not see, hidden or filtered out, and that count; left out where there are none. */
  hidden: z.object({ rows: z.int().positive(), firstRow: z.int() }).optional(),
  /** Rows in which a figure had to be cleaned of currency signs, brackets, separators and the like; left out where none. */
  oddFigures: z.object({ rows: z.int().positive(), firstRow: z.int() }).optional(),
  /**
   * Rows whose amount is not quantity × price by more than 1 % and rounding; the largest of them. Left out where the file
   * does not have all three, or has a discount besides.
   */
  amountOff: z
    .object({
      rows: z.int().nonnegative(),
      amount: z.number().nonnegative(),
      examples: z.array(z.object({ row: z.int(), quantity: z.number(), price: z.number(), amount: z.number() })),
    })
    .optional(),
  /** The import whose lines these are, put right by steps of data quality; left out where a file was read. */
  corrects: z.object({ importId: z.int(), steps: z.array(z.int()), marks: z.array(z.int()) }).optional(),
})
export type ImportSummary = z.infer<typeof ImportSummary>
