import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classificationTree, type TreeFeature, treeLabel } from './classification-tree.ts'
import { type RuleCondition, treeRules } from './tree-rules.ts'

const rows = 40
const figures = fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constant(Number.NaN)), {
  minLength: rows,
  maxLength: rows,
})
const codes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows })
const classes = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: rows, maxLength: rows })

const isMet = (condition: RuleCondition, value: number): boolean =>
  condition.kind === 'category'
    ? (condition.is === null || value === condition.is) && !condition.isNot.includes(value)
    : (condition.from === null || value >= condition.from) && (condition.below === null || !(value >= condition.below))

describe('classificationTree', () => {
  it('sorts every row by exactly one of its rules, into the class that rule is of', () => {
    fc.assert(
      fc.property(figures, codes, classes, (numbers, kinds, labels) => {
        const features: TreeFeature[] = [
          { kind: 'figure', values: numbers },
          { kind: 'category', values: kinds },
        ]
        const tree = classificationTree(features, labels, { depth: 4, leastRows: 2 })
        const rules = treeRules(tree)
        expect(rules.reduce((sum, rule) => sum + rule.rows, 0)).toBe(rows)
        for (let i = 0; i < rows; i++) {
          const row = features.map(({ values }) => values[i] ?? Number.NaN)
          const met = rules.filter(({ conditions }) =>
            conditions.every((each) => isMet(each, row[each.feature] ?? Number.NaN)),
          )
          expect(met.map(({ label }) => label)).toEqual([treeLabel(tree, row)])
        }
        for (const rule of rules) expect(rule.rows).toBeGreaterThanOrEqual(2)
      }),
    )
  })

  it('is right about classes that a single bound parts, whatever their unit', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 10, maxLength: 40 }), (values) => {
        const bound = values.toSorted((one, other) => one - other)[5] ?? 0
        const labels = values.map((value) => Number(value >= bound))
        const tree = classificationTree([{ kind: 'figure', values }], labels, { leastRows: 1 })
        values.forEach((value, i) => expect(treeLabel(tree, [value])).toBe(labels[i]))
      }),
    )
  })
})
