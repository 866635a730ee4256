import { comparisonOfKind } from '../comparison/comparison-of-kind.ts'
import { shareHalf, signMask } from '../comparison/sign-mask.ts'
import type { FieldColumn } from '../fields/field-column.ts'
import type { FieldKind } from '../fields/field-kind.ts'
import type { BlockingKey, GradedField } from './graded-field.ts'
import { shortHash, textHash } from './text-hash.ts'

/** A field of any kind but names of enterprises. `others` are the fields in which its values may stand by mistake. */
export function plainField(column: FieldColumn, others: readonly FieldColumn[]): GradedField {
  const { kind, codes, values } = column
  const comparison = comparisonOfKind[kind]
  const { crossed, sharesSigns } = comparison
  const last = comparison.levels.length - 1
  const masks = Int32Array.from(values, signMask)
  const elsewhere =
    crossed === undefined ? [] : others.map((other) => ({ codes: other.codes, own: translated(other, column) }))
  const standsElsewhere = (a: number, b: number): boolean =>
    elsewhere.some(({ codes: there, own }) => own[there[b] ?? 0] === codes[a] || own[there[a] ?? 0] === codes[b])
  return {
    header: column.header,
    kind,
    column,
    levels: comparison.levels,
    expected: comparison.expected,
    generalChance: comparison.chance,
    grade: (a, b) => {
      const [x, y] = [codes[a] ?? 0, codes[b] ?? 0]
      if (x === 0 || y === 0) return 0
      if (x === y) return 1
      const isNear = sharesSigns !== true || shareHalf(masks[x] ?? 0, masks[y] ?? 0)
      const level = isNear ? comparison.grade(values[x] ?? '', values[y] ?? '') : last
      return level === last && crossed !== undefined && standsElsewhere(a, b) ? crossed : level
    },
    exact: () => [{ level: 1, codes, counts: column.counts }],
    keys: () => keysOf(column),
    keyTexts: [
      { name: column.header, level: 1, textOf: (code) => values[code] ?? '' },
      ...(partsOfKind[kind] ?? []).map(([name, part]) => ({
        name: `${column.header}.${name}`,
        level: 0,
        textOf: (code: number) => (code === 0 ? '' : part(values[code] ?? '')),
      })),
    ],
  }
}

/** For each value of another column its number in this one; −1 where it is not there. */
function translated(other: FieldColumn, column: FieldColumn): Int32Array {
  const numbers = new Map(column.values.map((value, code) => [value, code]))
  return Int32Array.from(other.values, (value, code) => (code === 0 ? -1 : (numbers.get(value) ?? -1)))
}

/** Parts of values that two records may have in common; a value that has the part has no narrower one outside its block. */
const partsOfKind: Partial<Record<FieldKind, readonly (readonly [string, (value: string) => string])[]>> = {
  person: [['start', (value) => value.slice(0, 3)]],
  date: [
    ['month', (value) => value.slice(0, 6)],
    ['dayOfYear', (value) => value.slice(4)],
  ],
  phone: [['end', (value) => value.slice(-7)]],
  email: [['user', (value) => value.slice(0, value.indexOf('@'))]],
  creditCode: [['organisation', (value) => (value.length === 18 ? value.slice(8, 17) : value)]],
  address: [['start', (value) => value.slice(0, 8)]],
  text: [['start', (value) => value.slice(0, 6)]],
}

function keysOf(column: FieldColumn): readonly BlockingKey[] {
  const parts = (partsOfKind[column.kind] ?? []).map(([name, part]) => ({
    name: `${column.header}.${name}`,
    codes: codesOfPart(column, part),
  }))
  const [broad] = parts
  const whole = { name: column.header, codes: column.codes }
  return [...parts, broad === undefined ? whole : { ...whole, within: broad.name }]
}

/** For every record a number that stands for what a function makes of its value; 0 where that is nothing. */
export function codesOfPart({ codes, values }: FieldColumn, part: (value: string) => string): Uint32Array {
  const ofValue = Uint32Array.from(values, (value, code) => (code === 0 ? 0 : shortHash(textHash(part(value)))))
  return codes.map((code) => ofValue[code] ?? 0)
}
