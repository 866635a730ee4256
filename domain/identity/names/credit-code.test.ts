import { expect, test } from 'vitest'
import { isCreditCode, repairedCreditCode } from './credit-code.ts'

// Codes published with the standard's own example and by their owners.
const valid = ['914403001922038216', '91350100M000100Y43']

test.each(valid)('%s proves itself', (code) => {
  expect(isCreditCode(code)).toBe(true)
  expect(isCreditCode(code.slice(0, 17))).toBe(false)
})

test('any one sign changed does not', () => {
  for (const code of valid) {
    for (let at = 0; at < 18; at++) {
      const other = code[at] === '1' ? '2' : '1'
      expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
    }
  }
})

test('O for 0, I for 1 and full-width signs are repaired where the check sign speaks for it, and nothing else', () => {
  expect(repairedCreditCode('9144O3OO1922O38216')).toBe('914403001922038216')
  expect(repairedCreditCode('９１４４０３００１９２２０３８２１６')).toBe('914403001922038216')
  expect(repairedCreditCode('9144O3OO1922O38217')).toBe('9144O3OO1922O38217')
})
