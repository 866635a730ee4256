/** A node of a hierarchy of criteria. */
export interface CriteriaNode {
  readonly name: string
  /** null for the goal. */
  readonly parent: string | null
}

/** What is wrong with a hierarchy, by the names of its nodes. */
export type TreeFault =
  | { readonly kind: 'noGoal' }
  | { readonly kind: 'severalGoals'; readonly names: readonly string[] }
  | { readonly kind: 'duplicate'; readonly name: string }
  | { readonly kind: 'unknownParent'; readonly name: string; readonly parent: string }
  /** Each is the parent of the next, and the last that of the first. */
  | { readonly kind: 'cycle'; readonly names: readonly string[] }

/**
 * Everything wrong with a hierarchy of criteria: no goal or several, a node twice, a parent that is not there, a circle.
 *
 * @returns none = a tree
 * @example
 * treeFaults([{ name: 'goal', parent: null }, { name: 'value', parent: 'goal' }]) // []
 * treeFaults([{ name: 'goal', parent: null }, { name: 'a', parent: 'b' }, { name: 'b', parent: 'a' }]) // [{ kind: 'cycle', names: ['a', 'b'] }]
 * treeFaults([{ name: 'goal', parent: null }, { name: 'value', parent: 'gaol' }]) // [{ kind: 'unknownParent', name: 'value', parent: 'gaol' }]
 */
export function treeFaults(nodes: readonly CriteriaNode[]): TreeFault[] {
  const goals = nodes.filter((node) => node.parent === null).map((node) => node.name)
  const parents = new Map(nodes.map((node) => [node.name, node.parent]))
  const faults: TreeFault[] = []
  if (goals.length > 1) faults.push({ kind: 'severalGoals', names: goals })
  for (const name of parents.keys()) {
    if (nodes.filter((node) => node.name === name).length > 1) faults.push({ kind: 'duplicate', name })
  }
  for (const { name, parent } of nodes) {
    if (parent !== null && !parents.has(parent)) faults.push({ kind: 'unknownParent', name, parent })
  }
  const cycles = cyclesOf(parents)
  faults.push(...cycles.map((names): TreeFault => ({ kind: 'cycle', names })))
  return goals.length === 0 ? [{ kind: 'noGoal' }, ...faults] : faults
}

function cyclesOf(parents: ReadonlyMap<string, string | null>): string[][] {
  const seen = new Set<string>()
  const cycles: string[][] = []
  for (const start of parents.keys()) {
    const path: string[] = []
    let name: string | null = start
    while (name !== null && parents.has(name) && !seen.has(name)) {
      seen.add(name)
      path.push(name)
      name = parents.get(name) ?? null
    }
    const from = name === null ? -1 : path.indexOf(name)
    // The path climbs from child to parent; from the first node on, told downwards.
    if (from !== -1) cycles.push([path[from] ?? '', ...path.slice(from + 1).reverse()])
  }
  return cycles
}

/**
 * Refuses a hierarchy that is not a tree.
 *
 * @throws RangeError naming the first fault and its nodes
 * @example
 * requireTree([{ name: 'goal', parent: null }]) // undefined
 * requireTree([]) // throws RangeError
 */
export function requireTree(nodes: readonly CriteriaNode[]): void {
  const [fault] = treeFaults(nodes)
  if (fault === undefined) return
  switch (fault.kind) {
    case 'noGoal':
      throw new RangeError(`nodes must have one without a parent, got ${nodes.length} without such`)
    case 'severalGoals':
      throw new RangeError(`nodes must have one without a parent, got ${fault.names.join(', ')}`)
    case 'duplicate':
      throw new RangeError(`nodes must have different names, got ${fault.name} twice`)
    case 'unknownParent':
      throw new RangeError(`parent of ${fault.name} must be a node, got ${fault.parent}`)
    case 'cycle':
      throw new RangeError(`nodes must form a tree, got the circle ${fault.names.join(' > ')}`)
  }
}
