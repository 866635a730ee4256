import type { SelectionCriterion, SelectionModel, WeightOrigin } from '@vitalfew/contract/selection-model.ts'
import type { TierRule } from '@vitalfew/contract/selection-tiers.ts'
import { evenWeights, withWeight, type Weights } from './even-weights.ts'

export type Tier = SelectionModel['tiers'][number]
export type Gate = SelectionModel['gates'][number]

/** The weights that a person would start from: those of the document, or what the data made of it. */
export function startingWeights(model: SelectionModel, resolved: Weights = {}): Record<string, number> {
  const ids = model.criteria.map(({ id }) => id)
  const known = model.weights.values ?? resolved
  return evenWeights(Object.fromEntries(ids.map((id) => [id, known[id] ?? 0])))
}

/** A weight that is moved by hand: the others make room, and the weights are no longer those of a round. */
export function moveWeight(
  model: SelectionModel,
  moved: { name: string; weight: number; resolved?: Weights },
): SelectionModel {
  const values = withWeight(startingWeights(model, moved.resolved), moved)
  return { ...model, weights: { origin: 'hand', values, ...departmentsOf(model) } }
}

/** Departments' own weights say how far apart they are, whoever sets the common ones. */
function departmentsOf({ weights: { byDepartment } }: SelectionModel): Pick<SelectionModel['weights'], 'byDepartment'> {
  return byDepartment === undefined ? {} : { byDepartment }
}

export type BlendShares = Partial<Record<Exclude<WeightOrigin, 'blend'>, number>>

/** Another way of coming to weights; a blend begins with what there is by hand and what tells accounts apart. */
export function setOrigin(model: SelectionModel, { origin, resolved }: { origin: WeightOrigin; resolved: Weights }) {
  const values = startingWeights(model, resolved)
  const kept = departmentsOf(model)
  switch (origin) {
    case 'entropy':
    case 'critic':
    case 'standardDeviation':
      return { ...model, weights: { origin, ...kept } }
    case 'blend':
      return setBlend({ ...model, weights: { origin: 'hand', values, ...kept } }, { hand: 0.5, critic: 0.5 })
    case 'hand':
    case 'ahp':
      return { ...model, weights: { ...model.weights, origin, values, ...kept } }
  }
}

/** How much of each way there is in a blend; what has no share is left out. */
export function setBlend(model: SelectionModel, shares: BlendShares): SelectionModel {
  const own = model.weights.parts?.find(({ values }) => values !== undefined)?.values ?? startingWeights(model)
  const origins = ['hand', 'ahp', 'entropy', 'critic', 'standardDeviation'] as const
  const parts = origins.flatMap((origin) => {
    const share = shares[origin] ?? 0
    if (share <= 0) return []
    return [origin === 'hand' || origin === 'ahp' ? { origin, share, values: own } : { origin, share }]
  })
  return { ...model, weights: { origin: 'blend', parts, ...departmentsOf(model) } }
}

export function blendShares({ weights }: SelectionModel): BlendShares {
  return Object.fromEntries((weights.parts ?? []).map(({ origin, share }) => [origin, share]))
}

/** A criterion more or less: the weights of the others stay in proportion, and a round about other criteria is over. */
export function setCriteria(model: SelectionModel, criteria: readonly SelectionCriterion[]): SelectionModel {
  const before = startingWeights(model)
  const added = 1 / Math.max(2, criteria.length)
  const values = evenWeights(Object.fromEntries(criteria.map(({ id }) => [id, before[id] ?? added])))
  const isSame =
    criteria.length === model.criteria.length && criteria.every(({ id }, place) => model.criteria[place]?.id === id)
  if (isSame) return { ...model, criteria: [...criteria] }
  const { origin } = model.weights
  const isFromData = origin === 'entropy' || origin === 'critic' || origin === 'standardDeviation'
  return { ...model, criteria: [...criteria], weights: isFromData ? { origin } : { origin: 'hand', values } }
}

/** Figures of which less is better. */
const lessIsBetter: ReadonlySet<string> = new Set([
  'returns',
  'returnRate',
  'recencyDays',
  'medianDaysBetweenOrders',
  'meanDaysBetweenOrders',
  'cycleVariation',
  'cumulativeShare',
  'silenceCycles',
  'overdueCycles',
  'churnRisk',
])

/** Another figure for a criterion, the way round that makes sense for it as long as nobody has said how it is scored. */
export function withMetric(criterion: SelectionCriterion, metric: string): SelectionCriterion {
  const { normalization, ...rest } = criterion
  const isUsual = normalization === undefined || same(normalization, usualNormalization(criterion.metric ?? ''))
  if (!isUsual) return { ...criterion, metric }
  const usual = usualNormalization(metric)
  return { ...rest, metric, ...(usual === undefined ? {} : { normalization: usual }) }
}

function usualNormalization(metric: string): SelectionCriterion['normalization'] {
  return lessIsBetter.has(metric) ? { method: 'percentile', direction: 'lower' } : undefined
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

/** Ids are for programs: short, and never one that is there already. */
export function freshId(taken: readonly string[], stem: string): string {
  const base = /^[A-Za-z][A-Za-z0-9-]{0,50}$/.test(stem) ? stem : 'item'
  if (!taken.includes(base)) return base
  for (let number = 2; ; number += 1) if (!taken.includes(`${base}-${number}`)) return `${base}-${number}`
}

/** A rule of another kind, with figures that let somebody in. */
export function ruleOfKind(kind: TierRule['kind'], metric: string): TierRule {
  switch (kind) {
    case 'score':
      return { kind, enter: 60, exit: 55 }
    case 'top':
      return { kind, enter: 20, exit: 25 }
    case 'share':
      return { kind, enter: 0.05 }
    case 'capacity':
      return { kind, enter: 40, needPerAccount: 1 }
    case 'rules':
      return { kind, enter: { metric, atLeast: 0 } }
    case 'rest':
      return { kind }
  }
}
