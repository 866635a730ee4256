import { frequencyWeight, levelWeight, type LinkageModel } from '@vitalfew/methods/record-linkage/linkage-model.ts'
import type { FieldFacts } from './graded-field.ts'

/** How much of what a common or rare value says is believed: duplicates themselves make a value less rare. */
export const frequencyShare = 0.5

/** What speaks for a pair being the same, field by field, in bits. */
export interface WeighedFields {
  readonly prior: number
  /** Of a field: what its level says, and what the value says beyond that. */
  readonly ofField: (field: number, at: { readonly level: number; readonly record: number }) => number
  readonly ofLevels: (levels: (field: number) => number, record: number) => number
}

export function weighedFields(fields: readonly FieldFacts[], model: LinkageModel): WeighedFields {
  const prior = Math.log2(model.prior / (1 - model.prior))
  const weights = fields.map((field, f) => {
    const learned = model.fields[f]
    return field.levels.map((_, level) => (learned === undefined ? 0 : levelWeight(learned, level)))
  })
  const rarity = fields.length === 1 ? [] : fields.map(rarityOf)
  const ofField: WeighedFields['ofField'] = (field, { level, record }) => {
    if (level === 0) return 0
    return (weights[field]?.[level] ?? 0) + (rarity[field]?.(level, record) ?? 0)
  }
  return {
    prior,
    ofField,
    ofLevels: (levelOf, record) => {
      let sum = prior
      for (let f = 0; f < fields.length; f++) sum += ofField(f, { level: levelOf(f), record })
      return sum
    },
  }
}

/** What agreeing on this value says beyond agreeing on any. */
function rarityOf(field: FieldFacts): (level: number, record: number) => number {
  const tables = field.exact.map(({ codes, counts }) => {
    let known = 0
    let agreeing = 0
    for (let code = 1; code < counts.length; code++) {
      const count = counts[code] ?? 0
      known += count
      agreeing += count * (count - 1)
    }
    const chance = Math.max(1 / Math.max(1, known), agreeing / Math.max(1, known * (known - 1)))
    const bits = Float64Array.from(counts, (count, code) =>
      code === 0 ? 0 : frequencyShare * frequencyWeight(chance, Math.max(2, count) / Math.max(2, known)),
    )
    return { codes, bits }
  })
  return (level, record) => {
    const table = tables[level - 1]
    return table === undefined ? 0 : (table.bits[table.codes[record] ?? 0] ?? 0)
  }
}
