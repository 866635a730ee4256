import { afterEach, expect, it } from 'vitest'
import { type FitWorkers, startFitWorkers } from './fit-workers.ts'

let workers: FitWorkers | undefined
afterEach(() => workers?.close())

const column = (...values: number[]): Float64Array => Float64Array.from(values)

/** Customers who bought x times until t of T weeks. */
function summaryOf(rows: readonly (readonly [number, number, number])[]) {
  const histories = {
    purchases: column(...rows.map(([x]) => x)),
    recency: column(...rows.map(([, t]) => t)),
    age: column(...rows.map(([, , age]) => age)),
  }
  return { kind: 'summary', histories, spend: { transactions: histories.purchases, meanSpend: histories.age } } as const
}

const customers = summaryOf(
  Array.from({ length: 4000 }, (_, i) => [i % 5, i % 5 === 0 ? 0 : 1 + ((i * 7) % 29), 30 + (i % 13)] as const),
)

it('fits beside the main thread, several at a time, and hands back what was asked for', async () => {
  const started = startFitWorkers()
  workers = started
  const models = ['nbd', 'bg-nbd', 'mbg-nbd'] as const
  const fits = await Promise.all(models.map((model) => started.run('fit', { data: customers, model })))
  expect(fits.map((fit) => fit.model)).toEqual(models)
  expect(fits[0]).toMatchObject({ customers: 4000, parameters: { model: 'nbd' } })
})

it('a task that cannot be done is an error of the product, and the next one is done all the same', async () => {
  workers = startFitWorkers()
  const impossible = summaryOf([[1, 9, 3]])
  await expect(workers.run('fit', { data: impossible, model: 'nbd' })).rejects.toMatchObject({
    code: 'analysis.fitFailed',
    details: { problem: expect.stringContaining('recency[0]') },
  })
  await expect(workers.run('fit', { data: customers, model: 'nbd' })).resolves.toMatchObject({ model: 'nbd' })
})

it('an abort ends what is under way and what waits', async () => {
  const controller = new AbortController()
  const started = startFitWorkers({ signal: controller.signal })
  workers = started
  await started.run('fit', { data: customers, model: 'nbd' })
  const waiting = Array.from({ length: 12 }, () => started.run('fit', { data: customers, model: 'pareto-nbd' }))
  // By then they have been handed out, and none can have been answered.
  setImmediate(() => controller.abort())
  const ended = await Promise.allSettled(waiting)
  expect(ended.every((each) => each.status === 'rejected')).toBe(true)
  await expect(workers.run('fit', { data: customers, model: 'nbd' })).rejects.toThrow(/abort/i)
})
