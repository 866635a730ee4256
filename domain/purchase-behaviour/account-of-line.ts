import { overLines } from '../metrics/index.ts'

/** The account of a line, for conditions. */
export const accountOfLine = overLines('line.account_key')

/** The same in a question that looks no merges up. */
export const keyOfLine = overLines('line.customer_key')
