import { ProductError } from '@vitalfew/contract/errors.ts'
import { firstOfTwo, plainText, secondOfTwo } from './judgement-lexicon.ts'
import { parseJudgement, type WrittenCell } from './parse-judgement.ts'

export interface PairAnswer {
  /** How many times as important the first is as the second; null where it was left out. */
  readonly value: number | null
  /** Which one, or how much, was left out. */
  readonly isHalf: boolean
}

interface PairPlace {
  readonly titles: readonly [string, string]
  readonly file: string
  readonly expert: string
  readonly place: string
  readonly choicePlace: string
}

/**
 * What a row of a questionnaire says: which of two matters more, and by how much. Where nobody said which, 1/3 says that
 * the first matters a third of the second.
 *
 * @throws ProductError `judgements.notAJudgement`, `.unknownChoice`, `.contradictsChoice`
 */
export function pairAnswer(
  { which, strength }: { readonly which: string; readonly strength: WrittenCell },
  around: PairPlace,
): PairAnswer {
  const { titles, file, expert, place, choicePlace } = around
  const [first, second] = titles
  const who = { file, expert, first, second }
  const written = parseJudgement(strength)
  const chosen = choice(which, titles)
  if (written === undefined) {
    const shown = strength instanceof Date ? strength.toISOString().slice(0, 10) : String(strength)
    throw new ProductError('judgements.notAJudgement', { ...who, place, value: shown })
  }
  if (chosen === undefined)
    throw new ProductError('judgements.unknownChoice', { ...who, place: choicePlace, choice: which })
  if (chosen === 'same' && (written === null || written === 1)) return { value: 1, isHalf: false }
  if (written === null) return { value: null, isHalf: chosen !== null }
  // What is no judgement at all is told as such, whatever was chosen.
  if (written === 1 || !(written > 0)) return { value: written, isHalf: false }
  if (chosen === null) return written < 1 ? { value: written, isHalf: false } : { value: null, isHalf: true }
  if (chosen === 'same' || (chosen === 'first' && written < 1)) {
    const details = { ...who, place, choice: which, value: String(strength) }
    throw new ProductError('judgements.contradictsChoice', details)
  }
  if (chosen === 'first') return { value: written, isHalf: false }
  return { value: written < 1 ? written : 1 / written, isHalf: false }
}

/** @returns null = left out; undefined = names neither */
function choice(
  which: string,
  [first, second]: readonly [string, string],
): 'first' | 'second' | 'same' | null | undefined {
  const text = plainText(which)
  if (text === '') return null
  if (text === plainText(first)) return 'first'
  if (text === plainText(second)) return 'second'
  if (firstOfTwo.has(text)) return 'first'
  if (secondOfTwo.has(text)) return 'second'
  return parseJudgement(which) === 1 ? 'same' : undefined
}
