import fc from 'fast-check'
import { expect, test } from 'vitest'
import { embeddedJson } from './embedded-json.ts'

test('nothing in it can end a script element, open a comment or break a line of script', () => {
  const text = embeddedJson({ name: '</script><!--<script>&\u2028\u2029' })
  expect(text).not.toMatch(/[<>&\u2028\u2029]/)
})

test('it reads back as what was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(JSON.parse(embeddedJson({ name }))).toEqual({ name })
    }),
  )
})
