import type { ExpertJudgements } from './judged-part.ts'

/** Why a person compared two criteria as they did, whichever came first; null where they did not say. */
export function reasonFor(
  { reasons }: ExpertJudgements,
  { first, second }: { readonly first: string; readonly second: string },
): string | null {
  const found = reasons.find(
    (each) => (each.first === first && each.second === second) || (each.first === second && each.second === first),
  )
  return found?.reason ?? null
}
