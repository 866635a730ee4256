import { expect, test } from 'vitest'
import { temporaryRepository } from '../temporary-repository.ts'
import { errorCodesCheck } from './error-codes.ts'

test('a code without words, and one that only a test uses', async () => {
  const repository = temporaryRepository({
    'contract/errors.ts':
      "export const errorCodes = [\n  'input.empty',\n  'disk.full',\n  'run.cancelled',\n] as const",
    'contract/messages/zh-CN/errors.json': { input: { empty: '文件是空的' }, run: { cancelled: '已取消' } },
    'domain/imports/sniff.ts': "throw new ProductError('input.empty')\nthrow new ProductError('disk.full')",
    'domain/imports/sniff.test.ts': "expectError('run.cancelled')",
  })
  const findings = await errorCodesCheck.run(repository)
  expect(findings.map(({ path, line, message }) => `${path}:${line} ${message}`)).toEqual([
    'contract/errors.ts:3 there are no words errors.disk.full',
    'contract/errors.ts:4 nothing uses the error code run.cancelled',
  ])
})
