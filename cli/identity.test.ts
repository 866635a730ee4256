import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { IdentityOperation, MembershipPreview, ReviewItem } from '@vitalfew/contract/identity.ts'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { briefly, runProgram, testFolder } from './run-program.fixture.ts'

const folder = testFolder()
afterAll(folder.remove)

const Queue = z.object({ waiting: z.int(), items: z.array(ReviewItem) })
const Changed = z.object({ operation: IdentityOperation.nullable(), preview: MembershipPreview })
const said = ['--author', '王敏', '--reason', '核实过']

async function identity<T>(schema: z.ZodType<T>, ...words: readonly string[]): Promise<T> {
  const { out, err, code } = await runProgram(['identity', ...words, '--workspace', 'ws', '--json'], {
    cwd: folder.path,
  })
  expect({ err, code }).toEqual({ err: '', code: 0 })
  return schema.parse(JSON.parse(out))
}

test(
  'review, merge, chain, undo from the middle: figures move and come back, facts stay',
  { timeout: 300_000 },
  async () => {
    const lines = [
      '客户编号,客户名称,统一社会信用代码,日期,金额',
      'C001,云帆科技有限公司,914403001922038216,2024-01-05,1000',
      'C002,云帆科技有限公司,914403001922038216,2024-02-05,300',
      'C003,深圳云帆科技有限公司,,2024-03-05,200',
      'C004,远山食品有限公司,,2024-03-06,500',
    ]
    writeFileSync(join(folder.path, 'sales.csv'), `${lines.join('\n')}\n`)
    const analysed = await runProgram(
      ['analyze', 'sales.csv', '--workspace', 'ws', '--out', 'report', '--quiet', ...briefly],
      {
        cwd: folder.path,
      },
    )
    expect(analysed.code).toBe(0)

    const queue = await identity(Queue, 'review')
    expect(queue.items[0]).toMatchObject({ band: 'auto', revenueAtStake: 300 })
    expect(queue.items.flatMap(({ left, right }) => [left.customer, right.customer])).not.toContain('C004')

    const tried = await identity(Changed, 'merge', '--accounts', 'C001,C002', '--dry-run', ...said)
    expect(tried.operation).toBeNull()
    const merged = await identity(Changed, 'merge', '--accounts', 'C001,C002', ...said)
    expect(merged.preview).toEqual(tried.preview)
    expect(merged.preview).toMatchObject({ accountsBefore: 4, accountsAfter: 3, netRevenue: 2000 })
    expect(merged.preview.accounts[0]).toMatchObject({ account: 'C001', revenueBefore: 1000, revenueAfter: 1300 })

    await identity(z.object({}), 'review', '--pair', 'C001,C003', '--answer', 'same', ...said)
    const undone = await identity(Changed, 'undo', '--operation', String(merged.operation?.sequence), ...said)
    expect(undone.preview).toMatchObject({ accountsBefore: 2, accountsAfter: 3, netRevenue: 2000 })
    expect(undone.preview.accounts[0]).toMatchObject({ account: 'C001', revenueBefore: 1500, revenueAfter: 1200 })

    const twice = await runProgram(['identity', 'undo', '--operation', '1', ...said, '--workspace', 'ws'], {
      cwd: folder.path,
    })
    expect(twice.code).toBe(2)
    expect(twice.err.trimEnd().split('\n')).toHaveLength(1)
    const history = await identity(z.object({ operations: z.array(IdentityOperation) }), 'history')
    expect(history.operations.map(({ kind }) => kind)).toEqual(['merge', 'merge', 'undo'])
  },
)
