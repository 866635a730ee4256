import type { FieldColumn } from '../fields/field-column.ts'
import { companyAgreement, companyLevels } from '../names/company-agreement.ts'
import type { CompanyName } from '../names/company-name.ts'
import { parseCompanyName } from '../names/parse-company-name.ts'
import { soundOfName } from '../names/sound-of-name.ts'
import type { GradedField } from './graded-field.ts'
import { codesOfPart } from './plain-field.ts'

const numberOfLevel = new Map(companyLevels.map((level, number) => [level, number]))
const expected = [0, 0.3, 0.4, 0.08, 0.02, 0.05, 0.02, 0.03, 0.01, 0.03, 0.01, 0.01, 0.04]
const chance = [0, 1e-6, 1e-6, 1e-6, 1e-6, 3e-5, 1e-4, 3e-5, 1e-5, 1e-3, 1e-4, 1e-4, 0.9987]

/** A field of names of enterprises, each taken apart once. */
export function companyField(column: FieldColumn): GradedField {
  const { codes, values } = column
  const names = values.map((value) => parseCompanyName(value))
  const part = (of: (name: CompanyName) => string): Uint32Array =>
    codesOfPart(column, (_, code) => {
      const name = names[code]
      return name === undefined ? '' : of(name)
    })
  const text =
    (of: (name: CompanyName) => string): ((code: number) => string) =>
    (code) => {
      const name = names[code]
      return name === undefined || code === 0 ? '' : of(name)
    }
  const whole = part((name) => `${name.name}|${name.branch}`)
  const core = part((name) => `${name.core}|${name.branch}`)
  return {
    header: column.header,
    kind: 'company',
    column,
    levels: companyLevels,
    expected,
    generalChance: chance,
    grade: (a, b) => {
      const [x, y] = [codes[a] ?? 0, codes[b] ?? 0]
      if (x === 0 || y === 0) return 0
      if (x === y) return 1
      const [left, right] = [names[x], names[y]]
      if (left === undefined || right === undefined) return 0
      return numberOfLevel.get(companyAgreement(left, right)) ?? 0
    },
    exact: [
      { level: 1, codes, counts: column.counts },
      { level: 2, codes: whole, counts: countsOf(whole) },
      { level: 3, codes: core, counts: countsOf(core) },
    ],
    keys: [
      { name: `${column.header}.signs`, codes: part(({ signs, branch }) => `${signs}|${branch}`) },
      { name: `${column.header}.name`, codes: whole, within: `${column.header}.signs` },
      { name: `${column.header}.sound`, codes: part(soundOfName) },
    ],
    keyTexts: [
      { name: `${column.header}.value`, level: 1, textOf: (code) => values[code] ?? '' },
      { name: `${column.header}.name`, level: 2, textOf: text(({ name, branch }) => `${name}|${branch}`) },
      { name: `${column.header}.core`, level: 3, textOf: text((name) => `${name.core}|${name.branch}`) },
      { name: `${column.header}.signs`, level: 0, textOf: text(({ signs, branch }) => `${signs}|${branch}`) },
      { name: `${column.header}.sound`, level: 0, textOf: text(soundOfName) },
    ],
  }
}

function countsOf(codes: Uint32Array): Uint32Array {
  let most = 0
  for (const code of codes) if (code > most) most = code
  const counts = new Uint32Array(most + 1)
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
