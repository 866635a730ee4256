import { expect, test } from 'vitest'
import { answeringDesk } from './answering-desk.ts'

/** Answers a question when the test says so. */
function slowly() {
  const open: { readonly work: string; readonly answer: () => void }[] = []
  const ask = (work: string) => new Promise<string>((resolve) => open.push({ work, answer: () => resolve(`${work}!`) }))
  return { open, ask, begun: () => open.map(({ work }) => work) }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

test('one question after the other, in the order in which they came; who comes when too many wait is sent away', async () => {
  const { open, ask, begun } = slowly()
  const desk = answeringDesk(ask, { mostAtOnce: 1, mostWaiting: 2 })
  const asked = ['a', 'b', 'c'].map((work) => desk(work))
  await expect(desk('d')).rejects.toMatchObject({ code: 'request.tooMany' })
  expect(begun()).toEqual(['a'])
  for (const place of [0, 1, 2]) {
    open[place]?.answer()
    await turn()
  }
  expect(await Promise.all(asked)).toEqual(['a!', 'b!', 'c!'])
  const later = desk('e')
  open[3]?.answer()
  expect(await later).toBe('e!')
})

test('what nobody waits for any more is not asked, and a question that fails lets the next one through', async () => {
  const { open, ask, begun } = slowly()
  const desk = answeringDesk(async (work: string) => (work === 'bad' ? Promise.reject(new Error(work)) : ask(work)), {
    mostAtOnce: 1,
    mostWaiting: 9,
  })
  const gone = new AbortController()
  const first = desk('first')
  const stale = desk('stale', gone.signal)
  const bad = desk('bad')
  const last = desk('last')
  gone.abort()
  open[0]?.answer()
  await expect(stale).rejects.toMatchObject({ code: 'request.tooMany' })
  await expect(bad).rejects.toThrow('bad')
  await turn()
  expect(begun()).toEqual(['first', 'last'])
  open[1]?.answer()
  expect(await Promise.all([first, last])).toEqual(['first!', 'last!'])
})
