import type { JudgementReport } from '@vitalfew/contract/judgements.ts'

export interface WeightCell {
  weight: number
  /** How far from the agreed weight, in shares of weight. */
  apart: number
  /** 0..1, against the widest gap on the map. */
  heat: number
}

/** What each department would give each criterion, beside the agreed weights. */
export function weightMap({ departments, group }: Pick<JudgementReport, 'departments' | 'group'>) {
  const apart = departments.map(({ weights }) => weights.map((weight, index) => weight - (group.weights[index] ?? 0)))
  const widest = Math.max(1e-9, ...apart.flat().map(Math.abs))
  return departments.map(({ department, experts, weights }, row) => ({
    department,
    experts: experts.length,
    cells: weights.map((weight, index): WeightCell => {
      const own = apart[row]?.[index] ?? 0
      return { weight, apart: own, heat: Math.abs(own) / widest }
    }),
  }))
}

/** How far every two departments are apart; null on the diagonal. */
export function distanceMap({ departments, disagreements }: Pick<JudgementReport, 'departments' | 'disagreements'>) {
  const names = departments.map(({ department }) => department)
  const widest = Math.max(1e-9, ...disagreements.departments.map(({ distance }) => distance))
  return names.map((row) => ({
    department: row,
    cells: names.map((column) => {
      if (row === column) return null
      const found = disagreements.departments.find(
        ({ first, second }) => [first, second].includes(row) && [first, second].includes(column),
      )
      const isApart = found !== undefined && found.distance >= 0.0005
      return {
        distance: found?.distance ?? 0,
        criterion: isApart ? found.criterion : null,
        heat: (found?.distance ?? 0) / widest,
      }
    }),
  }))
}
