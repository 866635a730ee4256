import { BilingualText } from '@vitalfew/contract/selection-condition.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { CriteriaNode } from '@vitalfew/methods/pairwise/criteria-tree.ts'
import { z } from 'zod'
import { checkHierarchy } from '../judgements/check-hierarchy.ts'
import { flatTree } from '../judgements/judged-part.ts'

export const RoundTree = z.array(z.object({ name: z.string(), parent: z.string().nullable() }))

/** What is compared, and how much each department counts where somebody said so: all alike otherwise. */
export const RoundShape = z.union([
  RoundTree.transform((tree) => ({ tree, shares: {} })),
  z.object({ tree: RoundTree, shares: z.record(z.string(), z.number().positive()) }),
])
export type RoundShape = z.infer<typeof RoundShape>

export const RoundTitles = z.record(z.string(), BilingualText)
export type RoundTitles = z.infer<typeof RoundTitles>

export interface CriteriaGroup {
  readonly title: string
  readonly criteria: readonly string[]
}

const goal = 'goal:'

/**
 * What is compared in a round: all criteria of a model with each other, or groups and then the criteria within each.
 *
 * @throws ProductError `rounds.fewCriteria`, and `judgements.*` for groups that do not hold each criterion once
 */
export function roundTree(
  model: SelectionModel,
  groups: readonly CriteriaGroup[] | undefined,
): { readonly tree: CriteriaNode[]; readonly titles: RoundTitles } {
  const criteria = model.criteria.map(({ id }) => id)
  if (criteria.length < 2) throw new ProductError('rounds.fewCriteria', { model: `${model.name}@${model.version}` })
  const own = Object.fromEntries(model.criteria.map(({ id, title }) => [id, title]))
  if (groups === undefined || groups.length < 2) {
    return { tree: flatTree(criteria), titles: { ...own, '': model.title } }
  }
  // A colon is in no id of a criterion.
  const named = groups.map((group, index) => ({ ...group, name: `group:${index + 1}` }))
  const tree = [
    { name: goal, parent: null },
    ...named.map(({ name }) => ({ name, parent: goal })),
    ...named.flatMap((group) => group.criteria.map((name) => ({ name, parent: group.name }))),
  ]
  checkHierarchy(tree, { criteria, source: model.title.en })
  const titles = Object.fromEntries(named.map(({ name, title }) => [name, { 'zh-CN': title, en: title }]))
  return { tree, titles: { ...own, ...titles, [goal]: model.title } }
}
