import type { LineCheck } from './line-check.ts'

/**
 * Lines that may stand for the same sale. `r.first` is the place of the line it
 * repeats, `r.like` of the one it is like; 0 where there is none.
 */
export const repeatChecks: readonly LineCheck[] = [
  {
    name: 'duplicateLine',
    severity: 'high',
    condition: '(r.first != 0 AND intDiv(r.first, 4294967296) = l.import_id)',
    fixes: ['exclude'],
  },
  {
    name: 'repeatedImport',
    severity: 'high',
    condition: '(r.first != 0 AND intDiv(r.first, 4294967296) != l.import_id)',
    fixes: ['exclude'],
  },
  {
    name: 'nearDuplicate',
    severity: 'medium',
    isCostly: true,
    condition: '(r.like != 0 AND r.first = 0)',
    fixes: ['exclude'],
  },
  {
    name: 'orderOfSeveralCustomers',
    severity: 'medium',
    isCostly: true,
    condition: "(l.order_number != '' AND cityHash64(l.order_number) IN (SELECT id FROM disputed_order))",
    fixes: [],
  },
]
