import { z } from 'zod'

const Name = z.string().trim().min(1)

/** How many times as important one criterion is as another: a number, a text such as `1/3`, or null where it was not judged. */
const JudgementCell = z.union([z.number(), z.string(), z.null()])

/** Rows and columns in the order of the criteria that are compared; meaning: methods/pairwise/judgement-matrix.ts. */
const JudgementMatrix = z.array(z.array(JudgementCell))

/** Judgements as `vitalfew ahp` reads them from a JSON file. */
export const JudgementFile = z.strictObject({
  criteria: z.array(Name).min(1),
  /** What criteria are called where they go by a code. */
  titles: z.record(z.string(), Name).optional(),
  /** Goal, groups and criteria; those without children are the criteria. Absent where all are compared with each other. */
  tree: z.array(z.strictObject({ name: Name, parent: Name.nullable() })).optional(),
  experts: z.array(
    z.strictObject({
      name: Name,
      /** The name of the file where absent. */
      department: Name.optional(),
      matrix: JudgementMatrix.optional(),
      /** With a tree: by the name of the node whose children are compared, in their order in the tree. */
      matrices: z.record(z.string(), JudgementMatrix).optional(),
      /** Why `first` is compared with `second` as it is. */
      reasons: z.array(z.strictObject({ first: Name, second: Name, reason: Name })).optional(),
    }),
  ),
})
export type JudgementFile = z.infer<typeof JudgementFile>

export const priorityMethods = ['eigenvector', 'geometric-mean'] as const
export const PriorityMethod = z.enum(priorityMethods)
export type PriorityMethod = z.infer<typeof PriorityMethod>

export const aggregations = ['judgements', 'priorities'] as const
export const Aggregation = z.enum(aggregations)
export type Aggregation = z.infer<typeof Aggregation>

const Share = z.number().min(0).max(1)
const Judgement = z.number().positive()
const Ratio = z.number().nonnegative()
/** In the order of `criteria`; sum 1. */
const Weights = z.array(Share)
const Person = z.object({ name: z.string(), department: z.string() })
export type Person = z.infer<typeof Person>

/** Ratio 0; up to 0.1; up to 0.2; above. */
export const ConsistencyVerdict = z.enum(['consistent', 'acceptable', 'doubtful', 'contradictory'])
export type ConsistencyVerdict = z.infer<typeof ConsistencyVerdict>

/** Consensus below 0.5; to 0.625; to 0.75; to 0.875; above. */
export const ConsensusBand = z.enum(['veryLow', 'low', 'moderate', 'high', 'veryHigh'])
export type ConsensusBand = z.infer<typeof ConsensusBand>

/** The three judgements that contradict each other most, from the weightiest criterion to the lightest. */
export const WorstTriad = z.object({
  criteria: z.tuple([z.string(), z.string(), z.string()]),
  /** First over second, second over third, first over third. */
  judgements: z.tuple([Judgement, Judgement, Judgement]),
  /** What the first two say about the third. */
  implied: Judgement,
})
export type WorstTriad = z.infer<typeof WorstTriad>

/** The one judgement whose change makes a person most consistent. */
export const JudgementRevision = z.object({
  first: z.string(),
  second: z.string(),
  judgement: Judgement,
  /** A step of 1/9 … 9 where one helps, else a value between two. */
  proposed: Judgement,
  consistencyRatio: Ratio,
  /** The ratio it leaves. */
  consistencyRatioAfter: Ratio,
  reason: z.string().nullable(),
})
export type JudgementRevision = z.infer<typeof JudgementRevision>

const Pair = z.object({ first: z.string(), second: z.string() })

export const ExpertWeights = Person.extend({
  /** The file, and in a workbook the sheet, that the judgements came from. */
  source: z.string(),
  weights: Weights,
  consistencyRatio: Ratio,
  /** True where gaps make the ratio an approximation. */
  isApproximate: z.boolean(),
  /** Of a hierarchy the verdict on its worst node. */
  verdict: ConsistencyVerdict,
  worstTriad: WorstTriad.nullable(),
  /** null where no change of one judgement helps. */
  bestRevision: JudgementRevision.nullable(),
  /** Pairs not compared. */
  missing: z.array(Pair),
  /** Judgements beyond 1/9 … 9. */
  outsideScale: z.array(Pair.extend({ judgement: Judgement })),
})
export type ExpertWeights = z.infer<typeof ExpertWeights>

export const DepartmentWeights = z.object({
  department: z.string(),
  /** How much it counts in the group. */
  share: Share,
  experts: z.array(z.string()),
  weights: Weights,
})
export type DepartmentWeights = z.infer<typeof DepartmentWeights>

/** Two whose weights differ, the furthest apart first. */
const WeightDisagreement = <T extends z.ZodType>(who: T) =>
  z.object({
    first: who,
    second: who,
    /** Share of weight that one would have to move to agree with the other. */
    distance: Share,
    /** On which criterion they differ most, and what each gives it. */
    criterion: z.string(),
    firstWeight: Share,
    secondWeight: Share,
  })

const Answer = Person.extend({ judgement: Judgement, reason: z.string().nullable() })

/** A comparison that people judge differently, the widest first. */
export const JudgementDisagreement = Pair.extend({
  /** How many compared the two. */
  answers: z.int(),
  /** Geometric mean, and geometric standard deviation as a factor. */
  mean: Judgement,
  spread: z.number().min(1),
  lowest: Answer,
  highest: Answer,
  /** Whether they disagree on which of the two matters more. */
  isOpposed: z.boolean(),
})
export type JudgementDisagreement = z.infer<typeof JudgementDisagreement>

/** What has to be asked back, and whom. */
export const JudgementQuestion = z.discriminatedUnion('kind', [
  /** Too inconsistent: would you judge this one differently? */
  z.object({ kind: z.literal('revise'), to: Person, ...JudgementRevision.shape }),
  /** Too inconsistent, and no single change helps: look at these three again. */
  z.object({ kind: z.literal('triad'), to: Person, consistencyRatio: Ratio, triad: WorstTriad }),
  /** Half an answer: which one, or how much, was left out. */
  z.object({ kind: z.literal('halfAnswered'), to: Person, place: z.string(), ...Pair.shape }),
  /** Beyond the scale: is it meant? */
  z.object({ kind: z.literal('outsideScale'), to: Person, judgement: Judgement, ...Pair.shape }),
  /** Two who see it the other way round: talk to each other. */
  z.object({ kind: z.literal('opposed'), lowest: Answer, highest: Answer, ...Pair.shape }),
])
export type JudgementQuestion = z.infer<typeof JudgementQuestion>

/** What `vitalfew ahp --json` prints. */
export const JudgementReport = z.object({
  criteria: z.array(z.string()),
  /** What the criteria are called, in the same order. */
  titles: z.array(z.string()),
  /** Of a hierarchy: its nodes with their weights in the group, from the goal down. */
  tree: z.array(z.object({ name: z.string(), parent: z.string().nullable(), weight: Share })).nullable(),
  method: PriorityMethod,
  aggregation: Aggregation,
  experts: z.array(ExpertWeights),
  departments: z.array(DepartmentWeights),
  group: z.object({
    /** By the aggregation asked for. */
    weights: Weights,
    /** Of the group's judgements. */
    consistencyRatio: Ratio,
    /** 0 = as far apart as the scale allows, 1 = all give the same weights. */
    consensus: Share,
    consensusBand: ConsensusBand,
    /** The same between the departments. */
    departmentConsensus: Share,
    weightsByJudgements: Weights,
    weightsByPriorities: Weights,
  }),
  disagreements: z.object({
    departments: z.array(WeightDisagreement(z.string())),
    experts: z.array(WeightDisagreement(Person)),
    judgements: z.array(JudgementDisagreement),
  }),
  questions: z.array(JudgementQuestion),
  /** The same judgements always have the same digest, in whatever file and order they came. */
  judgements: z.object({ sha256: z.string(), experts: z.array(z.string()) }),
})
export type JudgementReport = z.infer<typeof JudgementReport>
