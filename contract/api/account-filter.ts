import { z } from 'zod'
import { type AccountField as Field, accountFields } from './account-fields.ts'

// Keys of a closed object: what Object.keys knows only as strings.
const isField = (name: string): name is Field => Object.hasOwn(accountFields, name)

export const accountFieldNames: readonly Field[] = Object.keys(accountFields).filter(isField)
export const AccountField = z.enum(accountFieldNames).meta({ id: 'AccountField' })
export type AccountField = z.infer<typeof AccountField>

const Text = z.string().max(200)
const Figure = z.number()
const Day = z.iso.date()
/** A figure, a day, or a text, as the kind of the field asks. */
const Value = z.union([Figure, Text])

/** Which comparisons each kind of field takes. */
export const operatorsOfKind = {
  text: ['eq', 'in', 'notIn', 'contains', 'startsWith', 'isNull', 'isNotNull'],
  number: ['eq', 'lt', 'lte', 'gt', 'gte', 'between', 'isNull', 'isNotNull'],
  day: ['eq', 'lt', 'lte', 'gt', 'gte', 'between', 'isNull', 'isNotNull'],
  choice: ['eq', 'in', 'notIn', 'isNull', 'isNotNull'],
  list: ['in', 'notIn', 'isNull', 'isNotNull'],
} as const

/**
 * One comparison. A field that is not known for an account answers only to `isNull`; `notIn` counts it as not among the
 * values. `in` on a list means any of them.
 */
export const AccountCondition = z
  .union([
    z.strictObject({ field: AccountField, operator: z.enum(['eq', 'lt', 'lte', 'gt', 'gte']), value: Value }),
    z.strictObject({ field: AccountField, operator: z.enum(['contains', 'startsWith']), value: Text.min(1) }),
    z.strictObject({
      field: AccountField,
      operator: z.enum(['in', 'notIn']),
      values: z.array(Text).min(1).max(500),
    }),
    z.strictObject({
      field: AccountField,
      operator: z.literal('between'),
      /** Both ends count; null leaves an end open. */
      from: z.union([Figure, Day]).nullable(),
      to: z.union([Figure, Day]).nullable(),
    }),
    z.strictObject({ field: AccountField, operator: z.enum(['isNull', 'isNotNull']) }),
  ])
  .meta({ id: 'AccountCondition' })
export type AccountCondition = z.infer<typeof AccountCondition>

export interface AllOf {
  all: AccountFilter[]
}
export interface AnyOf {
  any: AccountFilter[]
}
/** Conditions joined by AND (`all`) and OR (`any`), as deep as a person can read. An empty `all` is everybody. */
export type AccountFilter = AccountCondition | AllOf | AnyOf

/** How deep a filter may be nested, and how many conditions it may have. */
export const filterLimits = { depth: 4, conditions: 100 } as const

// One schema a level, not one that names itself: what is nested deeper is refused before anything follows it down.
function filterOfDepth(depth: number): z.ZodType<AccountFilter, AccountFilter> {
  if (depth === 0) return AccountCondition
  const inner = filterOfDepth(depth - 1)
  return z.union([
    AccountCondition,
    z.strictObject({ all: z.array(inner).max(50) }),
    z.strictObject({ any: z.array(inner).min(1).max(50) }),
  ])
}

export const AccountFilter = filterOfDepth(filterLimits.depth).meta({ id: 'AccountFilter' })
