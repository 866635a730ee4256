import { lineChecks } from './line-checks.ts'

const lineNames = new Set(lineChecks.map(({ name }) => name))

/** Checks that look at files, months, figures or records rather than at single lines of sales. */
const wholeChecks = [
  'customerMissing',
  'dateInvalid',
  'amountInvalid',
  'rowDamaged',
  'totalRow',
  'headerUncertain',
  'layoutChanged',
  'hiddenRows',
  'amountOff',
  'figuresCleaned',
  'encodingRead',
  'unitsConverted',
  'missingMonths',
  'volumeDrop',
  'regionSilent',
  'controlTotal',
  'accountsNotPositive',
  'stale',
  'accountUnknown',
  'productUnknown',
  'rateMissing',
  'contactInvalid',
  'contactGeneric',
] as const

/** Every check there is, by its name. */
export const checkNames: ReadonlySet<string> = new Set([...lineNames, ...wholeChecks])

/** Whether a check looks at single lines, which can then be listed and put right. */
export function isLineCheck(check: string): boolean {
  return lineNames.has(check)
}
