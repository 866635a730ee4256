import type { RejectionReason, SetAsideReason } from '@vitalfew/contract/imports.ts'

export type LineKind = 'sale' | 'return' | 'cancelled'

/** One sale as read from a file: texts are '' and figures null where the file does not say. */
export interface SalesLine {
  /** Row in the file as a person sees it; the header of a plain file is row 1. */
  readonly row: number
  /** Identifier of the customer where the file has one, else the name. */
  readonly customer: string
  readonly customerName: string
  readonly parent: string
  readonly creditCode: string
  /** Days since 1970-01-01. */
  readonly day: number
  readonly orderNumber: string
  readonly product: string
  readonly productName: string
  readonly category: string
  /** Micro-units, like all figures. */
  readonly quantity: bigint | null
  readonly netRevenue: bigint
  readonly grossProfit: bigint | null
  readonly currency: string
  readonly salesperson: string
  readonly region: string
  readonly department: string
  readonly channel: string
  readonly industry: string
  readonly status: string
  readonly kind: LineKind
}

/** A row that did not become a sale, with its cells as they stand in the file. */
export interface LeftOutRow {
  readonly row: number
  readonly reason: RejectionReason | SetAsideReason
  /** Header of the column at fault. */
  readonly column?: string
  /** What stands there. */
  readonly value?: string
  readonly cells: readonly string[]
}
