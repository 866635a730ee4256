import { z } from 'zod'
import { BilingualText, SelectionId } from '../selection-condition.ts'
import { AccountKey, Done } from './named-values.ts'
import { route } from './route.ts'

const tags = ['selection']
const analysts = { access: ['administrator', 'analyst'] } as const
const salesPeople = { access: ['administrator', 'analyst', 'manager', 'accountManager'] } as const
const Reason = z.string().trim().min(1).max(500)

/** A criterion that people score, and what each score means. */
export const ScoredCriterion = z.object({
  id: z.string(),
  title: BilingualText,
  anchors: z.array(z.object({ score: z.number(), text: BilingualText })),
})
export type ScoredCriterion = z.infer<typeof ScoredCriterion>

export const AccountRatings = z
  .object({
    account: z.string(),
    accountName: z.string(),
    criterion: z.string(),
    /** Mean of the latest score of each rater. */
    mean: z.number(),
    /** True where raters are half of the scale or more apart. */
    isDisputed: z.boolean(),
    ratings: z.array(
      z.object({ score: z.number(), rater: z.string(), department: z.string(), day: z.iso.date(), reason: z.string() }),
    ),
  })
  .meta({ id: 'AccountRatings' })
export type AccountRatings = z.infer<typeof AccountRatings>

export const KeptOverride = z
  .object({
    id: z.int(),
    account: z.string(),
    /** '' where no account of the current run bears it. */
    accountName: z.string(),
    tier: z.string(),
    reason: z.string(),
    author: z.string(),
    from: z.iso.date().nullable(),
    until: z.iso.date(),
    isOver: z.boolean(),
  })
  .meta({ id: 'KeptOverride' })
export type KeptOverride = z.infer<typeof KeptOverride>

/** What people say of single accounts: scores on anchored scales, and tiers decided on whatever the score. */
export const selectionPeopleApi = {
  ratings: route({ ...salesPeople, keyScope: 'read' })
    .route({ method: 'GET', path: '/selection/ratings', summary: 'Scores that people gave', tags })
    .input(z.object({ key: AccountKey.optional() }))
    .output(
      z.object({
        /** Of the models that were saved or used here. */
        criteria: z.array(ScoredCriterion),
        /** Of the accounts that the viewer sees. */
        rows: z.array(AccountRatings),
      }),
    ),
  rate: route(salesPeople)
    .route({ method: 'POST', path: '/selection/ratings', summary: 'Score an account', tags, successStatus: 201 })
    .input(z.object({ key: AccountKey, criterion: SelectionId, score: z.number(), reason: Reason }))
    .output(AccountRatings),
  overrides: route({ ...analysts, keyScope: 'read' })
    .route({ method: 'GET', path: '/selection/overrides', summary: 'Tiers that people decided on', tags })
    .input(z.object({ model: SelectionId }))
    .output(z.object({ rows: z.array(KeptOverride) })),
  decide: route(analysts)
    .route({ method: 'POST', path: '/selection/overrides', summary: 'Decide on a tier', tags, successStatus: 201 })
    .input(
      z.object({
        model: SelectionId,
        key: AccountKey,
        tier: SelectionId,
        reason: Reason,
        from: z.iso.date().nullable().default(null),
        until: z.iso.date(),
      }),
    )
    .output(KeptOverride),
  endOverride: route(analysts)
    .route({ method: 'DELETE', path: '/selection/overrides/{id}', summary: 'End a decision', tags })
    .input(z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }))
    .output(Done),
}
