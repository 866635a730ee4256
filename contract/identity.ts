import { z } from 'zod'
import { accountLevels, accountRelations, identityAnswers } from './identity-names.ts'

/** What becomes of a pair: joined without asking, put before a person, or left apart. */
export const identityBands = ['auto', 'review', 'no'] as const
export const IdentityBand = z.enum(identityBands)
export type IdentityBand = z.infer<typeof IdentityBand>

/** How one field speaks for or against a pair. */
export const FieldEvidence = z.object({
  /** Header of the column. */
  field: z.string(),
  /** What the column was read as: company, person, date … */
  kind: z.string(),
  /** Level of agreement; words under `identity.level.<name>`. */
  level: z.string(),
  /** Evidence in bits: one more doubles the odds that the two are the same. */
  bits: z.number(),
  left: z.string(),
  right: z.string(),
})
export type FieldEvidence = z.infer<typeof FieldEvidence>

/** Two records and what is known of their being the same. */
export const MatchedPair = z.object({
  left: z.string(),
  right: z.string(),
  /** Evidence in bits, with what was likely before anything was compared; null for a veto. */
  bits: z.number().nullable(),
  /** Probability of being the same by these bits. */
  probability: z.number().min(0).max(1),
  band: IdentityBand,
  /** True where the two are in one cluster. */
  together: z.boolean(),
  /** What was likely before anything was compared, in bits. */
  priorBits: z.number(),
  fields: z.array(FieldEvidence),
})
export type MatchedPair = z.infer<typeof MatchedPair>

/** A rule by which pairs were found; what its cap left out is never silent. */
export const MatchRule = z.object({
  name: z.string(),
  pairs: z.int().nonnegative(),
  largeBlocks: z.int().nonnegative(),
  recordsInLargeBlocks: z.int().nonnegative(),
})

/** What `vitalfew match --json` prints. */
export const MatchResult = z.object({
  records: z.int().nonnegative(),
  clusters: z.int().nonnegative(),
  /** Records that are not alone in their cluster. */
  recordsTogether: z.int().nonnegative(),
  comparedPairs: z.int().nonnegative(),
  columns: z.array(z.object({ header: z.string(), kind: z.string(), values: z.int(), empty: z.int() })),
  /** Columns that agreement in others was learned from; empty where the table was too small and general figures serve. */
  learnedFrom: z.array(z.string()),
  blockCap: z.int(),
  rules: z.array(MatchRule),
  rows: z.array(z.object({ id: z.string(), cluster: z.int() })),
  pairs: z.array(MatchedPair).optional(),
})
export type MatchResult = z.infer<typeof MatchResult>

/** What `vitalfew match --known` prints: new records beside those that were kept. */
export const KnownMatch = z.object({
  records: z.int().nonnegative(),
  /** Records that are in a cluster that was known. */
  found: z.int().nonnegative(),
  /** Known records that they were compared with. */
  candidates: z.int().nonnegative(),
  rows: z.array(z.object({ id: z.string(), cluster: z.int() })),
  pairs: z.array(MatchedPair).optional(),
})
export type KnownMatch = z.infer<typeof KnownMatch>

/** What `vitalfew match --against` prints for one name: who is most likely meant. */
export const FoundNames = z.object({
  id: z.string(),
  name: z.string(),
  found: z.array(z.object({ rank: z.int().positive(), id: z.string(), name: z.string(), score: z.number() })),
})
export type FoundNames = z.infer<typeof FoundNames>

export const IdentityAnswer = z.enum(identityAnswers)
export type IdentityAnswer = z.infer<typeof IdentityAnswer>

/** A customer of the sales: what a line calls it. Keys are whole numbers written in digits. */
export const IdentityCustomer = z.object({
  key: z.string(),
  customer: z.string(),
  name: z.string(),
  creditCode: z.string(),
  parent: z.string(),
  netRevenue: z.number(),
  lines: z.int(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
})
export type IdentityCustomer = z.infer<typeof IdentityCustomer>

export const identityOperationKinds = ['merge', 'split', 'undo'] as const

/** An entry of the log from which membership follows. */
export const IdentityOperation = z.object({
  sequence: z.int(),
  at: z.string(),
  author: z.string(),
  reason: z.string(),
  kind: z.enum(identityOperationKinds),
  /** merge: the account that stays. */
  into: z.string(),
  /** merge: the accounts that are joined to it; split: the account that is divided. */
  accounts: z.array(z.string()),
  /** split: the customers that leave it. */
  customers: z.array(z.string()),
  /** undo: the sequence of the entry taken back; 0 elsewhere. */
  undoes: z.int(),
})
export type IdentityOperation = z.infer<typeof IdentityOperation>

/** A person's answer about a pair of customers. */
export const IdentityDecision = z.object({
  sequence: z.int(),
  at: z.string(),
  author: z.string(),
  reason: z.string(),
  answer: IdentityAnswer,
  left: z.string(),
  right: z.string(),
  bits: z.number().nullable(),
})
export type IdentityDecision = z.infer<typeof IdentityDecision>

/** A pair that a person should look at. */
export const ReviewItem = z.object({
  left: IdentityCustomer,
  right: IdentityCustomer,
  bits: z.number().nullable(),
  probability: z.number(),
  band: IdentityBand,
  priorBits: z.number(),
  fields: z.array(FieldEvidence),
  /** Revenue of the smaller account: what moves if the two are one. */
  revenueAtStake: z.number(),
  /** Third customers that are said to differ from one of the two and are close to the other. */
  conflicts: z.array(z.string()),
})
export type ReviewItem = z.infer<typeof ReviewItem>

/** How a change of membership moves the figures of the accounts it touches. */
export const MembershipPreview = z.object({
  accountsBefore: z.int(),
  accountsAfter: z.int(),
  netRevenue: z.number(),
  /** Share of the ten largest accounts before and after. */
  topTenBefore: z.number(),
  topTenAfter: z.number(),
  accounts: z.array(
    z.object({
      account: z.string(),
      name: z.string(),
      revenueBefore: z.number().nullable(),
      revenueAfter: z.number().nullable(),
      rankBefore: z.int().nullable(),
      rankAfter: z.int().nullable(),
      abcBefore: z.enum(['A', 'B', 'C']).nullable(),
      abcAfter: z.enum(['A', 'B', 'C']).nullable(),
      /** Tier in the current run; null where there is none. */
      tierBefore: z.string().nullable(),
      /** The likely tier; null where only the next run can tell. */
      tierAfter: z.string().nullable(),
    }),
  ),
})
export type MembershipPreview = z.infer<typeof MembershipPreview>

export const AccountRelation = z.enum(accountRelations)
export type AccountRelation = z.infer<typeof AccountRelation>

export const AccountLevel = z.enum(accountLevels)
export type AccountLevel = z.infer<typeof AccountLevel>

export const relationActions = ['link', 'unlink', 'reject', 'undo'] as const

/** An entry of the log of relations: the newest that has not been taken back counts for a child. */
export const RelationEntry = z.object({
  sequence: z.int(),
  at: z.string(),
  author: z.string(),
  reason: z.string(),
  relation: AccountRelation,
  /** link: the child is under the parent; unlink: under nobody; reject: not under this parent, whatever is inferred. */
  action: z.enum(relationActions),
  child: z.string(),
  /** '0' where the parent is a group that has only a name, or nobody. */
  parent: z.string(),
  parentName: z.string(),
  undoes: z.int(),
})
export type RelationEntry = z.infer<typeof RelationEntry>

/** Why a link is there or proposed: said by a person, read off a column, or off the names. */
export const linkOrigins = ['person', 'imported', 'branch', 'groupName'] as const
export const LinkOrigin = z.enum(linkOrigins)
export type LinkOrigin = z.infer<typeof LinkOrigin>

/** One place in the tree of a relation. */
export const GroupNode = z.object({
  /** The key of an account, or `name:` and the name of a group that has no sales of its own. */
  node: z.string(),
  /** Its number in the sources; '' for a group that has only a name. */
  account: z.string(),
  name: z.string(),
  /** '' at the top. */
  parent: z.string(),
  depth: z.int().nonnegative(),
  children: z.int().nonnegative(),
  origin: LinkOrigin.nullable(),
  ownRevenue: z.number(),
  /** With everything below. */
  totalRevenue: z.number(),
})
export type GroupNode = z.infer<typeof GroupNode>

/** A link that the names suggest and nobody has answered yet. */
export const ProposedLink = z.object({
  relation: AccountRelation,
  child: z.object({ key: z.string(), account: z.string(), name: z.string(), revenue: z.number() }),
  parent: z.object({ key: z.string(), account: z.string(), name: z.string(), revenue: z.number() }),
  origin: LinkOrigin,
})
export type ProposedLink = z.infer<typeof ProposedLink>

/** A group whose accounts are looked after by more than one: who, and with how much. */
export const OwnershipConflict = z.object({
  node: z.string(),
  name: z.string(),
  field: z.enum(['salesperson', 'department', 'region']),
  revenue: z.number(),
  owners: z.array(z.object({ owner: z.string(), revenue: z.number(), accounts: z.int() })),
})
export type OwnershipConflict = z.infer<typeof OwnershipConflict>

/** What the answers of people say of the probabilities: steps that replace what the model says of itself. */
export const IdentityCalibration = z.object({
  sequence: z.int(),
  at: z.string(),
  author: z.string(),
  /** Answers "same" and "different" that it rests on. */
  answers: z.int(),
  /** From these bits on the probability is that; both ascend. */
  steps: z.array(z.object({ fromBits: z.number(), probability: z.number() })),
})
export type IdentityCalibration = z.infer<typeof IdentityCalibration>

/** How a calibration moves the probabilities and the queue. */
export const CalibrationChange = z.object({
  calibration: IdentityCalibration,
  same: z.int(),
  different: z.int(),
  /** Mean surprise of the answers in bits, before and after: less is better. */
  surpriseBefore: z.number(),
  surpriseAfter: z.number(),
  /** At these bits the probability was, and is. */
  moved: z.array(z.object({ bits: z.number(), before: z.number(), after: z.number() })),
  /** Pairs of the queue by what became of them. */
  bands: z.array(z.object({ band: IdentityBand, before: z.int(), after: z.int() })),
})
export type CalibrationChange = z.infer<typeof CalibrationChange>

/** An answer of a person with the evidence it was given on: for training and testing elsewhere. */
export const IdentityLabel = z.object({
  left: z.string(),
  leftName: z.string(),
  right: z.string(),
  rightName: z.string(),
  answer: IdentityAnswer,
  bits: z.number().nullable(),
  author: z.string(),
  reason: z.string(),
  at: z.string(),
})
export type IdentityLabel = z.infer<typeof IdentityLabel>
