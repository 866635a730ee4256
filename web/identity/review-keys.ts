import type { IdentityAnswer } from '@vitalfew/contract/identity.ts'

/** What a key does in the queue. */
export type ReviewAct =
  | { readonly act: 'move'; readonly by: 1 | -1 }
  | { readonly act: 'answer'; readonly answer: IdentityAnswer }
  | { readonly act: 'takeBack' }

export const keyOfAnswer: Readonly<Record<IdentityAnswer, string>> = {
  same: '1',
  different: '2',
  related: '3',
  unsure: '4',
}

const acts: Readonly<Record<string, ReviewAct>> = {
  j: { act: 'move', by: 1 },
  ArrowDown: { act: 'move', by: 1 },
  k: { act: 'move', by: -1 },
  ArrowUp: { act: 'move', by: -1 },
  '1': { act: 'answer', answer: 'same' },
  '2': { act: 'answer', answer: 'different' },
  '3': { act: 'answer', answer: 'related' },
  '4': { act: 'answer', answer: 'unsure' },
  u: { act: 'takeBack' },
}

interface Pressed {
  readonly key: string
  readonly hasModifier: boolean
  /** Whether the key is being typed into something. */
  readonly isTyping: boolean
}

/** undefined for keys that mean nothing here, or that belong to a field or to the browser. */
export function reviewAct({ key, hasModifier, isTyping }: Pressed): ReviewAct | undefined {
  if (hasModifier || isTyping) return undefined
  return Object.hasOwn(acts, key) ? acts[key] : undefined
}
