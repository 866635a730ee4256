import { ProductError } from '@vitalfew/contract/errors.ts'
import { type JudgedPart, titleOf } from './judged-part.ts'
import { plainText } from './judgement-lexicon.ts'

/** Criteria as a model knows them. */
export interface CriteriaNames {
  readonly file: string
  readonly criteria: readonly {
    readonly id: string
    /** In the language that is spoken. */
    readonly title: string
    readonly otherNames: readonly string[]
  }[]
}

/**
 * The same judgements with the criteria under the codes of a model: files may call them by code or by title, in any
 * language of the model.
 *
 * @throws ProductError `judgements.modelCriteria`
 */
export function renamedCriteria(part: JudgedPart, { file, criteria }: CriteriaNames): JudgedPart {
  const idOf = new Map<string, string>()
  for (const { id, title, otherNames } of criteria) {
    for (const name of [...otherNames, title, id]) idOf.set(plainText(name), id)
  }
  const found = new Map(
    part.criteria.map((name) => [name, idOf.get(plainText(name)) ?? idOf.get(plainText(titleOf(part, name)))]),
  )
  const unknown = part.criteria.filter((name) => found.get(name) === undefined)
  const missing = criteria.flatMap(({ id, title }) => ([...found.values()].includes(id) ? [] : [title]))
  if (unknown.length > 0 || missing.length > 0 || new Set(found.values()).size < found.size) {
    throw new ProductError('judgements.modelCriteria', {
      file: part.source,
      model: file,
      found: part.criteria.map((name) => titleOf(part, name)).join(', '),
      criteria: criteria.map(({ id, title }) => `${id} (${title})`).join(', '),
    })
  }
  const renamed = (name: string): string => found.get(name) ?? name
  const pair = <T extends { readonly first: string; readonly second: string }>(each: T): T => ({
    ...each,
    first: renamed(each.first),
    second: renamed(each.second),
  })
  return {
    ...part,
    criteria: part.criteria.map(renamed),
    titles: new Map(criteria.map(({ id, title }) => [id, title])),
    tree: part.tree.map((node) => ({ ...node, name: renamed(node.name) })),
    experts: part.experts.map((expert) => ({
      ...expert,
      reasons: expert.reasons.map(pair),
      halfAnswered: expert.halfAnswered.map(pair),
    })),
  }
}
