import { blendedWeights, type WeightMean } from '../weighting/blended-weights.ts'

/** Weights that one expert gives the criteria. */
export interface ExpertWeights {
  readonly department: string
  /** Sum 1. */
  readonly weights: ArrayLike<number>
  /** How much the expert counts within the department, in any scale; 1 unless told. */
  readonly share?: number
}

export interface DepartmentOptions {
  /** How much each department counts, in any scale; all alike unless told, whatever their number of experts. */
  readonly departmentShares?: ReadonlyMap<string, number>
  /** `geometric` unless told, which for complete judgements is the same as averaging the judgements. */
  readonly mean?: WeightMean
}

export interface DepartmentWeights {
  /** In the order in which they appear. */
  readonly departments: readonly {
    readonly department: string
    readonly weights: Float64Array
    /** Places of its experts. */
    readonly experts: readonly number[]
  }[]
  /** Of all departments together. */
  readonly weights: Float64Array
}

/**
 * Weights by department: a mean within each, then a mean between them, so that a department of many does not outvote one of
 * few.
 *
 * @throws RangeError naming a vector or a share out of range, a department without a share, or a share without a department
 * Source: Forman and Peniwati 1998, "Aggregating individual judgments and priorities with the analytic hierarchy process".
 * @example
 * [...departmentWeights([{ department: 'sales', weights: [0.5, 0.5] }, { department: 'sales', weights: [0.5, 0.5] }, { department: 'finance', weights: [1, 0] }], { mean: 'arithmetic' }).weights] // [0.75, 0.25]
 * departmentWeights([{ department: 'sales', weights: [1] }], { departmentShares: new Map([['finance', 1]]) }) // throws RangeError
 */
export function departmentWeights(
  experts: readonly ExpertWeights[],
  { departmentShares, mean = 'geometric' }: DepartmentOptions = {},
): DepartmentWeights {
  const names = [...new Set(experts.map((expert) => expert.department))]
  const unknown = [...(departmentShares?.keys() ?? [])].find((name) => !names.includes(name))
  if (unknown !== undefined) throw new RangeError(`departmentShares must name departments with experts, got ${unknown}`)
  const departments = names.map((department) => {
    const places = [...experts.keys()].filter((place) => experts[place]?.department === department)
    const members = experts.filter((expert) => expert.department === department)
    const shares = members.map((expert) => expert.share ?? 1)
    return {
      department,
      weights: blendedWeights(
        members.map((expert) => expert.weights),
        { shares, mean },
      ),
      experts: places,
    }
  })
  const shares = names.map((name) => {
    const share = departmentShares === undefined ? 1 : departmentShares.get(name)
    if (share === undefined) throw new RangeError(`departmentShares must have a share for ${name}, got none`)
    return share
  })
  const weights = blendedWeights(
    departments.map((each) => each.weights),
    { shares, mean },
  )
  return { departments, weights }
}
