import { expect, test } from 'vitest'
import { keyOfAnswer, reviewAct } from './review-keys.ts'

const plain = { hasModifier: false, isTyping: false }

test('keys answer and move, unless they are typed somewhere or belong to the browser', () => {
  expect(reviewAct({ ...plain, key: 'j' })).toEqual({ act: 'move', by: 1 })
  expect(reviewAct({ ...plain, key: '1' })).toEqual({ act: 'answer', answer: 'same' })
  expect(reviewAct({ ...plain, key: 'u' })).toEqual({ act: 'takeBack' })
  expect(reviewAct({ ...plain, key: 'toString' })).toBeUndefined()
  expect(reviewAct({ key: '1', hasModifier: true, isTyping: false })).toBeUndefined()
  expect(reviewAct({ key: '1', hasModifier: false, isTyping: true })).toBeUndefined()
})

test('the key that is written on a button is the one that presses it', () => {
  for (const [answer, key] of Object.entries(keyOfAnswer)) {
    expect(reviewAct({ ...plain, key })).toEqual({ act: 'answer', answer })
  }
})
