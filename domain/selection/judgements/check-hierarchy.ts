import { ProductError } from '@vitalfew/contract/errors.ts'
import { type CriteriaNode, treeFaults } from '@vitalfew/methods/pairwise/criteria-tree.ts'

/**
 * Refuses a hierarchy that is not a tree, or whose leaves are not the criteria.
 *
 * @throws ProductError `judgements.noGoal`, `.severalGoals`, `.nodeTwice`, `.unknownParent`, `.cycle`, `.treeCriteria`
 */
export function checkHierarchy(
  tree: readonly CriteriaNode[],
  { criteria, source: file }: { readonly criteria: readonly string[]; readonly source: string },
): void {
  const faults = treeFaults(tree)
  // A circle that has swallowed the goal is told as a circle.
  const fault = faults.find(({ kind }) => kind === 'cycle') ?? faults[0]
  switch (fault?.kind) {
    case undefined:
      break
    case 'noGoal':
      throw new ProductError('judgements.noGoal', { file })
    case 'severalGoals':
      throw new ProductError('judgements.severalGoals', { file, names: fault.names.join(', ') })
    case 'duplicate':
      throw new ProductError('judgements.nodeTwice', { file, name: fault.name })
    case 'unknownParent':
      throw new ProductError('judgements.unknownParent', { file, name: fault.name, parent: fault.parent })
    case 'cycle':
      throw new ProductError('judgements.cycle', { file, names: [...fault.names, fault.names[0] ?? ''].join(' → ') })
  }
  const parents = new Set(tree.map(({ parent }) => parent))
  const leaves = tree.flatMap(({ name }) => (parents.has(name) ? [] : [name]))
  const differing = [
    ...leaves.filter((name) => !criteria.includes(name)),
    ...criteria.filter((name) => !leaves.includes(name)),
  ]
  if (differing.length === 0) return
  throw new ProductError('judgements.treeCriteria', { file, names: differing.join(', ') })
}
