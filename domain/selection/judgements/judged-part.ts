import type { CriteriaNode } from '@vitalfew/methods/pairwise/criteria-tree.ts'

/** A judgement, and where it stands for the person who has to mend it: `E7`, `experts[0].matrix[1][2]`. */
export interface JudgedCell {
  readonly value: number | null
  readonly place: string
}

export type JudgedMatrix = readonly (readonly JudgedCell[])[]

export interface ExpertJudgements {
  readonly name: string
  readonly department: string
  /** The file, and in a workbook the sheet. */
  readonly source: string
  /** One for each node with more than one child, in the order of `comparedNodes`. */
  readonly matrices: readonly JudgedMatrix[]
  readonly reasons: readonly { readonly first: string; readonly second: string; readonly reason: string }[]
  readonly halfAnswered: readonly { readonly first: string; readonly second: string; readonly place: string }[]
}

/** Judgements of the same criteria: of a file, of a sheet, or of all together. */
export interface JudgedPart {
  readonly source: string
  readonly criteria: readonly string[]
  /** What criteria are called where they have a code and a title. */
  readonly titles: ReadonlyMap<string, string>
  /** With the goal, whose name is empty where there is no hierarchy. */
  readonly tree: readonly CriteriaNode[]
  readonly experts: readonly ExpertJudgements[]
}

/** The tree of criteria that are all compared with each other. */
export function flatTree(criteria: readonly string[]): CriteriaNode[] {
  return [{ name: '', parent: null }, ...criteria.map((name) => ({ name, parent: '' }))]
}

export function isHierarchy({ tree }: Pick<JudgedPart, 'tree'>): boolean {
  return tree.some(({ name, parent }) => parent === null && name !== '')
}

export interface ComparedNode {
  readonly parent: string
  readonly children: readonly string[]
}

/** The nodes whose children are compared with each other; an only child needs no comparison. */
export function comparedNodes(tree: readonly CriteriaNode[]): ComparedNode[] {
  return [...Map.groupBy(tree, ({ parent }) => parent)].flatMap(([parent, children]) =>
    parent === null || children.length < 2 ? [] : [{ parent, children: children.map(({ name }) => name) }],
  )
}

export function titleOf({ titles }: Pick<JudgedPart, 'titles'>, criterion = ''): string {
  return titles.get(criterion) ?? criterion
}

export function valuesOf(matrix: JudgedMatrix): (number | null)[][] {
  return matrix.map((cells) => cells.map(({ value }) => value))
}
