import { expect, it } from 'vitest'
import { planSalesFile } from '../plan-sales-file.ts'
import { withFile } from '../trial-import.ts'
import { readPlainFile } from './read-plain-file.ts'

it('reads a file in which every second row takes more care about as fast as others', async () => {
  const rows = 200_000
  const lines = Array.from({ length: rows }, (_, row) => `${row % 2 === 0 ? '' : '华为'},2024-03-05,${row}.5,K1\n`)
  await withFile(`客户名称,订单日期,金额,订单号\n${lines.join('')}`, async (path) => {
    const plan = await planSalesFile({ path })
    const before = process.cpuUsage()
    const summary = await readPlainFile({
      plan,
      onLines: () => undefined,
      onLeftOut: () => undefined,
      onBlock: () => Promise.resolve(undefined),
    })
    const { user, system } = process.cpuUsage(before)
    expect(summary).toMatchObject({ rows, accepted: rows / 2, rejected: rows / 2 })
    expect((user + system) / 1000).toBeLessThan(5_000)
  })
})
