import { z } from 'zod'
import { ExpertWeights, JudgementReport } from '../judgements.ts'
import { BilingualText } from '../selection-condition.ts'
import { Selection } from '../selection.ts'
import { Done, Instant } from './named-values.ts'
import { route } from './route.ts'
import { ModelVersion, ModelVersionId } from './selection-models.ts'

const tags = ['selection']
const analysts = { access: ['administrator', 'analyst'] } as const
/** Whoever may be invited; a round is there only for those who were. */
const raters = { access: ['administrator', 'analyst', 'manager', 'accountManager'] } as const
const ratersRead = { ...raters, keyScope: 'read' } as const

const Name = z.string().trim().min(1).max(80)
const ById = z.object({ id: z.uuid() })

export const RoundRater = z.object({
  id: z.uuid(),
  /** null where an analyst takes in a questionnaire for them. */
  personId: z.string().nullable(),
  name: z.string(),
  department: z.string(),
  /** Pairs judged or left out on purpose. */
  answered: z.int(),
  submittedAt: Instant.nullable(),
  isMe: z.boolean(),
})
export type RoundRater = z.infer<typeof RoundRater>

export const WeightRound = z
  .object({
    id: z.uuid(),
    title: z.string(),
    model: ModelVersionId,
    /** Nodes of the hierarchy whose children are compared; a single one where there is none. */
    nodes: z.array(
      z.object({
        name: z.string(),
        title: BilingualText,
        children: z.array(z.object({ name: z.string(), title: BilingualText })),
      }),
    ),
    /** What weights are for, in the order of weights. */
    criteria: z.array(z.object({ name: z.string(), title: BilingualText })),
    pairs: z.int(),
    isOpen: z.boolean(),
    createdBy: z.string(),
    createdAt: Instant,
    adopted: z.string().nullable(),
    /** How much each department counts, of 1 together; in the order of their names. Empty for those who only judge. */
    shares: z.array(z.object({ department: z.string(), share: z.number() })),
    mayEdit: z.boolean(),
    /** All of them for those who edit; otherwise the viewer alone. */
    raters: z.array(RoundRater),
  })
  .meta({ id: 'WeightRound' })
export type WeightRound = z.infer<typeof WeightRound>

const Pair = { first: z.string().max(80), second: z.string().max(80) }

export const PairJudgement = z.object({
  ...Pair,
  /** How many times as important the first is; null = left out on purpose. */
  judgement: z
    .number()
    .min(1 / 9.0001)
    .max(9)
    .nullable(),
  reason: z.string().trim().max(500).default(''),
})
export type PairJudgement = z.infer<typeof PairJudgement>

/** What somebody has judged, and what it comes to so far. */
export const JudgementSheet = z
  .object({
    rater: RoundRater,
    judgements: z.array(z.object({ ...Pair, judgement: z.number().nullable(), reason: z.string() })),
    /** null as long as the comparisons do not hang together. */
    result: ExpertWeights.nullable(),
  })
  .meta({ id: 'JudgementSheet' })
export type JudgementSheet = z.infer<typeof JudgementSheet>

const NewRater = z.object({ personId: z.string().max(100).nullable(), name: Name.optional(), department: Name })

const Questionnaire = z.object({
  file: z.string(),
  /** The workbook, in base64. */
  content: z.string(),
})

export const RoundLists = z.object({
  departments: Selection.shape.fairness,
  /** Accounts above the line by the agreed weights. */
  accounts: z.int(),
})
export type RoundLists = z.infer<typeof RoundLists>

/** How departments weigh the criteria together: rounds of pairwise comparison (AHP). */
export const selectionRoundsApi = {
  list: route(ratersRead)
    .route({ method: 'GET', path: '/selection/rounds', summary: 'Rounds of judging that concern the viewer', tags })
    .output(z.object({ rows: z.array(WeightRound) })),
  create: route(analysts)
    .route({ method: 'POST', path: '/selection/rounds', summary: 'Begin a round of judging', tags, successStatus: 201 })
    .input(
      z.object({
        title: Name,
        model: ModelVersionId,
        /** Criteria put together in groups, which are compared first; all with each other where left out. */
        groups: z
          .array(z.object({ title: Name, criteria: z.array(z.string().max(64)).min(1).max(12) }))
          .max(12)
          .optional(),
        raters: z.array(NewRater).max(200).default([]),
      }),
    )
    .output(WeightRound),
  get: route(ratersRead)
    .route({ method: 'GET', path: '/selection/rounds/{id}', summary: 'A round of judging', tags })
    .input(ById)
    .output(WeightRound),
  /** Takes judgements in, or no longer does. */
  setOpen: route(analysts)
    .route({ method: 'POST', path: '/selection/rounds/{id}/state', summary: 'Close a round, or open it again', tags })
    .input(ById.extend({ isOpen: z.boolean() }))
    .output(WeightRound),
  /** In any scale; all departments of the round are named. */
  setShares: route(analysts)
    .route({ method: 'PUT', path: '/selection/rounds/{id}/shares', summary: 'How much each department counts', tags })
    .input(
      ById.extend({
        shares: z
          .array(z.object({ department: Name, share: z.number().min(0.01).max(100) }))
          .min(1)
          .max(200),
      }),
    )
    .output(WeightRound),
  remove: route(analysts)
    .route({ method: 'DELETE', path: '/selection/rounds/{id}', summary: 'Remove a round with its judgements', tags })
    .input(ById)
    .output(Done),
  invite: route(analysts)
    .route({ method: 'POST', path: '/selection/rounds/{id}/raters', summary: 'Invite somebody to a round', tags })
    .input(ById.extend(NewRater.shape))
    .output(WeightRound),
  uninvite: route(analysts)
    .route({
      method: 'DELETE',
      path: '/selection/rounds/{id}/raters/{rater}',
      summary: 'Take somebody off a round',
      tags,
    })
    .input(ById.extend({ rater: z.uuid() }))
    .output(WeightRound),
  /** The viewer's own; those who edit may see everybody's. */
  sheet: route(ratersRead)
    .route({ method: 'GET', path: '/selection/rounds/{id}/sheet', summary: 'Judgements of one rater', tags })
    .input(ById.extend({ rater: z.uuid().optional() }))
    .output(JudgementSheet),
  judge: route(raters)
    .route({ method: 'PUT', path: '/selection/rounds/{id}/sheet', summary: 'Judge one pair', tags })
    .input(ById.extend(PairJudgement.shape))
    .output(JudgementSheet),
  submit: route(raters)
    .route({ method: 'POST', path: '/selection/rounds/{id}/sheet/submit', summary: 'Hand in, or take back', tags })
    .input(ById.extend({ isSubmitted: z.boolean() }))
    .output(JudgementSheet),
  questionnaire: route(ratersRead)
    .route({
      method: 'GET',
      path: '/selection/rounds/{id}/questionnaire',
      summary: 'The same questions as a workbook',
      tags,
    })
    .input(ById.extend({ rater: z.uuid().optional() }))
    .output(Questionnaire),
  /** Analysts also take in those of people who do not sign in. */
  takeQuestionnaire: route({ ...raters, bodyBytes: 12_000_000 })
    .route({
      method: 'POST',
      path: '/selection/rounds/{id}/questionnaire',
      summary: 'Take in a filled-in workbook',
      tags,
    })
    .input(ById.extend({ rater: z.uuid().optional(), content: z.base64().min(1).max(11_000_000) }))
    .output(JudgementSheet),
  result: route(readersOnly())
    .route({
      method: 'GET',
      path: '/selection/rounds/{id}/result',
      summary: 'Weights, consistency and consensus',
      tags,
    })
    .input(ById)
    .output(
      z.object({
        /** null as long as nobody has judged enough. */
        report: JudgementReport.nullable(),
        /** Raters who have not judged enough to count. */
        waiting: z.array(z.object({ name: z.string(), department: z.string() })),
      }),
    ),
  lists: route(readersOnly())
    .route({
      method: 'GET',
      path: '/selection/rounds/{id}/lists',
      summary: 'The list by the weights of each department',
      tags,
    })
    .input(ById)
    .output(RoundLists),
  adopt: route(analysts)
    .route({
      method: 'POST',
      path: '/selection/rounds/{id}/adopt',
      summary: 'Make the weights a version of the model',
      tags,
    })
    .input(ById.extend({ note: z.string().trim().max(500).default('') }))
    .output(ModelVersion),
}

function readersOnly() {
  return { ...analysts, keyScope: 'read' } as const
}
