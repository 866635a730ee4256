import { z } from 'zod'
import {
  AccountRelation,
  CalibrationChange,
  GroupNode,
  IdentityAnswer,
  IdentityBand,
  IdentityCustomer,
  IdentityDecision,
  IdentityLabel,
  IdentityOperation,
  MembershipPreview,
  OwnershipConflict,
  ProposedLink,
  RelationEntry,
  ReviewItem,
} from '../identity.ts'
import { AccountKey } from './named-values.ts'
import { PageRequest, pageOf } from './page.ts'
import { route } from './route.ts'

const tags = ['identity']
const stewards = { access: ['administrator', 'analyst'] } as const
const readers = { access: ['administrator', 'analyst'], keyScope: 'read' } as const
const Reason = z.string().trim().max(500).default('')
const Name = z.string().trim().min(1).max(200)

/** A change of who is one account: asked for, looked at or made. Keys name customers of the sales. */
export const MembershipChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('merge'),
    accounts: z.array(AccountKey).min(2).max(1000),
    /** The account that stays; by default the one with the most revenue. */
    into: AccountKey.optional(),
  }),
  z.strictObject({ kind: z.literal('split'), account: AccountKey, customers: z.array(AccountKey).min(1).max(1000) }),
  z.strictObject({ kind: z.literal('undo'), operation: z.int().positive() }),
  /** Everything that needs no person. */
  z.strictObject({ kind: z.literal('auto') }),
])
export type MembershipChange = z.infer<typeof MembershipChange>

/** A value of an account, where it is from and by which rule it was chosen. */
export const GoldenValue = z.object({
  field: z.enum(['name', 'creditCode', 'parent']),
  value: z.string(),
  customer: z.string(),
  rule: z.enum(['own', 'proven', 'mostRecent', 'mostLines', 'longest', 'only']),
  others: z.array(z.object({ value: z.string(), customer: z.string() })),
})

/** An entry of the log in words that need no keys. */
const HistoryEntry = IdentityOperation.extend({
  isUndone: z.boolean(),
  intoName: z.string(),
  accountNames: z.array(z.string()),
  customerNames: z.array(z.string()),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

const NamedDecision = IdentityDecision.extend({ leftName: z.string(), rightName: z.string() })

/** Who is one account, who belongs to which group, and what people said of it. Figures follow with the next run. */
export const identityApi = {
  review: route(readers)
    .route({ method: 'GET', path: '/identity/review', summary: 'Pairs to answer, the most money first', tags })
    .input(PageRequest.extend({ band: IdentityBand.optional() }))
    .output(
      pageOf(ReviewItem).extend({
        /** Pairs that could be merged without asking. */
        auto: z.int(),
        answered: z.int(),
        /** Changes that the current run has not seen. */
        pendingChanges: z.int(),
      }),
    ),
  answer: route(stewards)
    .route({ method: 'POST', path: '/identity/answers', summary: 'Answer a pair; "same" merges', tags })
    .input(z.object({ left: AccountKey, right: AccountKey, answer: IdentityAnswer, reason: Reason }))
    .output(z.object({ decision: IdentityDecision, operation: IdentityOperation.nullable() })),
  takeBack: route(stewards)
    .route({ method: 'POST', path: '/identity/answers/take-back', summary: 'Take the answer of a pair back', tags })
    .input(z.object({ left: AccountKey, right: AccountKey }))
    .output(z.object({ decision: IdentityDecision, operation: IdentityOperation.nullable() })),
  labels: route(readers)
    .route({ method: 'GET', path: '/identity/labels', summary: 'Every answer with its evidence', tags })
    .output(z.object({ labels: z.array(IdentityLabel) })),
  calibrate: route(stewards)
    .route({ method: 'POST', path: '/identity/calibration', summary: 'Calibrate by answers, or see how', tags })
    .input(z.object({ keep: z.boolean().default(false) }))
    .output(CalibrationChange),
  preview: route(readers)
    .route({ method: 'POST', path: '/identity/preview', summary: 'How a change would move accounts', tags })
    .input(MembershipChange)
    .output(MembershipPreview),
  change: route(stewards)
    .route({ method: 'POST', path: '/identity/changes', summary: 'Merge, split or undo', tags })
    .input(z.object({ change: MembershipChange, reason: Reason }))
    .output(z.object({ operations: z.array(IdentityOperation), preview: MembershipPreview })),
  history: route(readers)
    .route({ method: 'GET', path: '/identity/changes', summary: 'The log, newest first', tags })
    .input(PageRequest)
    .output(pageOf(HistoryEntry)),
  ofAccount: route({ access: 'signedIn', keyScope: 'read' })
    .route({ method: 'GET', path: '/identity/accounts/{key}', summary: 'Who an account is, and since when', tags })
    .input(z.object({ key: AccountKey }))
    .output(
      z.object({
        account: AccountKey,
        customers: z.array(IdentityCustomer),
        golden: z.array(GoldenValue),
        operations: z.array(HistoryEntry),
        decisions: z.array(NamedDecision),
        groups: z.array(z.object({ relation: AccountRelation, path: z.array(z.string()) })),
      }),
    ),
  groups: route(readers)
    .route({ method: 'GET', path: '/identity/groups', summary: 'Groups as trees, and what is proposed', tags })
    .input(z.object({ relation: AccountRelation.default('commercialGroup') }))
    .output(
      z.object({
        nodes: z.array(GroupNode),
        proposals: z.array(ProposedLink),
        conflicts: z.array(OwnershipConflict),
        log: z.array(RelationEntry.extend({ childName: z.string(), isUndone: z.boolean() })),
      }),
    ),
  relate: route(stewards)
    .route({ method: 'POST', path: '/identity/relations', summary: 'Put an account under another, or not', tags })
    .input(
      z.object({
        relation: AccountRelation,
        action: z.enum(['link', 'unlink', 'reject']),
        child: AccountKey,
        parent: AccountKey.optional(),
        parentName: Name.optional(),
        reason: Reason,
      }),
    )
    .output(RelationEntry),
  undoRelation: route(stewards)
    .route({ method: 'POST', path: '/identity/relations/{sequence}/undo', summary: 'Take a link back', tags })
    .input(z.object({ sequence: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER), reason: Reason }))
    .output(RelationEntry),
}
