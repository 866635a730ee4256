import type { FieldColumn } from '../fields/field-column.ts'
import { companyAgreement, companyLevels } from '../names/company-agreement.ts'
import type { CompanyName } from '../names/company-name.ts'
import { parseCompanyName } from '../names/parse-company-name.ts'
import { soundOfName } from '../names/sound-of-name.ts'
import { denseCodes } from './dense-codes.ts'
import type { BlockingKey, ExactLevel, GradedField } from './graded-field.ts'
import { joinedHash, shortHash, textHash } from './text-hash.ts'

const numberOfLevel = new Map(companyLevels.map((level, number) => [level, number]))
const expected = [0, 0.3, 0.4, 0.08, 0.02, 0.05, 0.02, 0.03, 0.01, 0.03, 0.01, 0.01, 0.04]
const chance = [0, 1e-6, 1e-6, 1e-6, 1e-6, 3e-5, 1e-4, 3e-5, 1e-5, 1e-3, 1e-4, 1e-4, 0.9987]

/** A field of names of enterprises, each taken apart once. */
export function companyField(column: FieldColumn): GradedField {
  const { codes, values } = column
  const names = values.map((value) => parseCompanyName(value))
  const { key, exactly, formerKeys } = hashedNames(column, names)
  const text =
    (of: (name: CompanyName) => string): ((code: number) => string) =>
    (code) => {
      const name = names[code]
      return name === undefined || code === 0 ? '' : of(name)
    }
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
    exact: () => [
      { level: 1, codes, counts: column.counts },
      exactly(2, wholeHash),
      exactly(3, (name) => partHash(name.core, name.branch)),
    ],
    keys: () => [
      { name: `${column.header}.signs`, codes: key(({ signs, branch }) => partHash(signs, branch)) },
      { name: `${column.header}.name`, codes: key(wholeHash), within: `${column.header}.signs` },
      { name: `${column.header}.sound`, codes: key((name) => textHash(soundOfName(name))) },
      ...formerKeys(),
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

/** What names have in common, as numbers for every record. */
function hashedNames({ header, codes }: FieldColumn, names: readonly CompanyName[]) {
  const hashed = (of: (name: CompanyName) => number): Float64Array =>
    Float64Array.from(names, (name, code) => (code === 0 ? 0 : of(name)))
  const ofRecords = (ofValue: Uint32Array): Uint32Array => codes.map((code) => ofValue[code] ?? 0)
  const key = (of: (name: CompanyName) => number): Uint32Array =>
    ofRecords(Uint32Array.from(hashed(of), (hash) => shortHash(hash)))
  const exactly = (level: number, of: (name: CompanyName) => number): ExactLevel => {
    const { codes: ofValue, distinct } = denseCodes(hashed(of))
    const ofRecord = ofRecords(ofValue)
    const counts = new Uint32Array(distinct + 1)
    for (const code of ofRecord) counts[code] = (counts[code] ?? 0) + 1
    return { level, codes: ofRecord, counts }
  }
  /** Who says that it had another name has that in common with whoever has it. */
  const formerKeys = (): readonly BlockingKey[] => {
    const former = new Set(names.flatMap(({ formerNames }) => formerNames.slice(0, 1).map(textHash)))
    if (former.size === 0) return []
    const hashOf = ({ name, formerNames: [first], branch }: CompanyName): number => {
      if (first !== undefined) return textHash(first)
      const own = partHash(name, branch)
      return former.has(own) ? own : 0
    }
    return [{ name: `${header}.former`, codes: key(hashOf) }]
  }
  return { key, exactly, formerKeys }
}

function wholeHash({ name, branch }: CompanyName): number {
  return partHash(name, branch)
}

/** A number for a part of a name; that of a branch is another one. */
function partHash(part: string, branch: string): number {
  const hash = textHash(part)
  return branch === '' ? hash : joinedHash(hash, textHash(branch))
}
