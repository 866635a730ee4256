import { severities } from '@vitalfew/contract/run.ts'
import { currencyChecks, moneyChecks } from './money-checks.ts'
import { customerChecks } from './customer-checks.ts'
import type { LineCheck } from './line-check.ts'
import { placeChecks } from './place-checks.ts'
import { repeatChecks } from './repeat-checks.ts'
import { textChecks } from './text-checks.ts'

/** Every check that looks at single lines, the grave ones first. Its place in this list is its bit in a line's mask. */
export const lineChecks: readonly LineCheck[] = [
  ...moneyChecks,
  ...currencyChecks,
  ...repeatChecks,
  ...customerChecks,
  ...textChecks,
  ...placeChecks,
].toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))

/** A sum of bits has to stay a whole number of JavaScript. */
if (lineChecks.length > 52) throw new RangeError(`lineChecks: ${lineChecks.length} are more than a mask can hold`)
