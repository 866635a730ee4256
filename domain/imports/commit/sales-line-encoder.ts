import type { SalesLine } from '../sales-line.ts'

/** Columns of one encoded line, in order, as the engine's RowBinary reads them. */
export const encodedColumns = `row UInt32, customer String, customer_name String, parent String, credit_code String,
  day Int32, kind UInt8, order_number String, product String, product_name String, category String,
  quantity Nullable(Decimal(18, 6)), net_revenue Decimal(18, 6), gross_profit Nullable(Decimal(18, 6)),
  currency String, salesperson String, region String, department String, channel String, industry String, status String`

const kindCodes = { sale: 1, return: 2, cancelled: 3 } as const

/** Writes sales lines into one growing buffer: no object per cell, no text in between. */
export class SalesLineEncoder {
  private buffer = Buffer.allocUnsafe(1 << 20)
  private length = 0
  lines = 0

  get bytes(): number {
    return this.length
  }

  add(line: SalesLine): void {
    this.reserve(64)
    this.length = this.buffer.writeUInt32LE(line.row, this.length)
    this.text(line.customer)
    this.text(line.customerName)
    this.text(line.parent)
    this.text(line.creditCode)
    this.reserve(8)
    this.length = this.buffer.writeInt32LE(line.day, this.length)
    this.length = this.buffer.writeUInt8(kindCodes[line.kind], this.length)
    this.text(line.orderNumber)
    this.text(line.product)
    this.text(line.productName)
    this.text(line.category)
    this.reserve(32)
    this.optional(line.quantity)
    this.length = this.buffer.writeBigInt64LE(line.netRevenue, this.length)
    this.optional(line.grossProfit)
    this.text(line.currency)
    this.text(line.salesperson)
    this.text(line.region)
    this.text(line.department)
    this.text(line.channel)
    this.text(line.industry)
    this.text(line.status)
    this.lines += 1
  }

  /** Hands over what was written and starts anew. */
  take(): Buffer {
    const taken = this.buffer.subarray(0, this.length)
    this.buffer = Buffer.allocUnsafe(this.buffer.length)
    this.length = 0
    this.lines = 0
    return taken
  }

  private optional(value: bigint | null): void {
    this.length = this.buffer.writeUInt8(value === null ? 1 : 0, this.length)
    if (value !== null) this.length = this.buffer.writeBigInt64LE(value, this.length)
  }

  private text(value: string): void {
    if (value === '') {
      this.reserve(1)
      this.buffer[this.length++] = 0
      return
    }
    const bytes = Buffer.byteLength(value)
    this.reserve(bytes + 5)
    let rest = bytes
    while (rest >= 128) {
      this.buffer[this.length++] = (rest & 127) | 128
      rest >>>= 7
    }
    this.buffer[this.length++] = rest
    this.length += this.buffer.write(value, this.length)
  }

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes))
    this.buffer.copy(larger, 0, 0, this.length)
    this.buffer = larger
  }
}
