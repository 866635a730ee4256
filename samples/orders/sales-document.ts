import type { Bilingual } from '../bilingual.ts'
import type { Product } from '../company/product-catalogue.ts'

export interface DocumentLine {
  readonly product: Product
  /** Negative on a return, like the amount and the cost. */
  readonly quantity: number
  readonly unitPriceCents: number
  readonly amountCents: number
  readonly costCents: number
}

/** An order, a cancelled order or a return note of one account. */
export interface SalesDocument {
  readonly kind: 'sale' | 'return' | 'cancelled'
  readonly day: number
  readonly department: Bilingual
  readonly lines: readonly DocumentLine[]
  /** The order a return belongs to; null for orders and for returns of older orders. */
  readonly origin: SalesDocument | null
}
