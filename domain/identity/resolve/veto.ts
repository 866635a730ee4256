import { companyLevels } from '../names/company-agreement.ts'
import type { FieldFacts } from './graded-field.ts'

/** Whether a pair must not be one record without a person: whatever else agrees. */
export type Veto = (
  levelOf: (field: number) => number,
  pair: { readonly left: number; readonly right: number },
) => boolean

const otherBranch = companyLevels.indexOf('otherBranch')

/** Two valid credit codes of different organisations, or an enterprise and a part of it, are never one. */
export function vetoOf(fields: readonly Pick<FieldFacts, 'kind' | 'levels' | 'proven'>[]): Veto {
  const codes = fields.flatMap((field, index) => {
    const { proven, levels } = field
    return proven === null ? [] : [{ index, last: levels.length - 1, proven }]
  })
  const names = fields.flatMap((field, index) => (field.kind === 'company' ? [index] : []))
  if (codes.length === 0 && names.length === 0) return () => false
  return (levelOf, { left, right }) =>
    names.some((field) => levelOf(field) === otherBranch) ||
    codes.some(({ index, last, proven }) => levelOf(index) === last && proven[left] === 1 && proven[right] === 1)
}
