import { branchEndings, branchHeads, formBetween, nestedBranch } from './bank-lexicon.ts'
import { placeAt } from './place-lexicon.ts'

const pattern = new RegExp(`^(.{2,}?(?:${branchHeads}))(.{0,24}?)(${branchEndings})$`)
const ending = new RegExp(`(?:${branchEndings})$`)

const nowhere: readonly string[] = []

/** Splits a name into the enterprise and a part of it that is not a legal person of its own. */
export function branchOf(text: string): {
  readonly head: string
  readonly branch: string
  readonly branchPlaces: readonly string[]
} {
  const none = { head: text, branch: '', branchPlaces: nowhere }
  if (!ending.test(text)) return none
  const match = pattern.exec(text)
  if (match === null) return none
  const [, head = '', between = '', kind = ''] = match
  const form = formBetween.exec(between)?.[0] ?? ''
  const inner = nestedBranch.exec(between.slice(form.length))
  const own = inner === null ? between.slice(form.length) : `${inner[1] ?? ''}${inner[2] ?? ''}`
  const { rest, places } = withoutPlaces(own)
  return { head: head + form, branch: rest + kind, branchPlaces: places }
}

/** Takes places off the beginning; the last stays in the name where nothing else is left. */
function withoutPlaces(text: string): { readonly rest: string; readonly places: readonly string[] } {
  const places: string[] = []
  let rest = text
  for (let round = 0; round < 4; round++) {
    const found = placeAt(rest, 0)
    if (found === undefined) break
    if (found.length === rest.length) return { rest: found.place.bare, places }
    places.push(found.place.code)
    rest = rest.slice(found.length)
  }
  return { rest, places }
}
