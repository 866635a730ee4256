import { z } from 'zod'

/** What criteria, tiers, gates and models are called in documents and files. */
export const SelectionId = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/)

export const BilingualText = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) })
export type BilingualText = z.infer<typeof BilingualText>

/** Bounds on a figure of the account. An unknown figure meets no bound unless `ifUnknown` says so. */
export interface MetricCondition {
  readonly metric: string
  readonly above?: number | undefined
  readonly atLeast?: number | undefined
  readonly below?: number | undefined
  readonly atMost?: number | undefined
  readonly ifUnknown?: boolean | undefined
}

/** What the account is: its industry, region, department …, the one it buys most under; or its class in the run. */
export interface AttributeCondition {
  readonly attribute: string
  readonly in?: readonly string[] | undefined
  readonly notIn?: readonly string[] | undefined
}

/** A condition on accounts, as it stands in a model. */
export type SelectionCondition =
  | MetricCondition
  | AttributeCondition
  | { readonly all: readonly SelectionCondition[] }
  | { readonly any: readonly SelectionCondition[] }
  | { readonly not: SelectionCondition }

const Metric: z.ZodType<MetricCondition> = z.strictObject({
  metric: z.string(),
  above: z.number().optional(),
  atLeast: z.number().optional(),
  below: z.number().optional(),
  atMost: z.number().optional(),
  ifUnknown: z.boolean().optional(),
})

const Attribute: z.ZodType<AttributeCondition> = z.strictObject({
  attribute: z.string(),
  in: z.array(z.string()).min(1).optional(),
  notIn: z.array(z.string()).min(1).optional(),
})

export const SelectionCondition: z.ZodType<SelectionCondition> = z.union([
  Metric,
  Attribute,
  z.strictObject({ all: z.array(z.lazy(() => SelectionCondition)).min(1) }),
  z.strictObject({ any: z.array(z.lazy(() => SelectionCondition)).min(1) }),
  z.strictObject({ not: z.lazy(() => SelectionCondition) }),
])
