import { errorInWords } from '@vitalfew/contract/error-in-words.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import type { Locale } from '@vitalfew/contract/locale.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import { expect, test } from 'vitest'
import { defaultModel } from '../default-model.ts'
import { checkSentModel } from './check-sent-model.ts'

function said(change: Partial<SelectionModel>, locale: Locale): string {
  try {
    checkSentModel({ ...defaultModel, ...change }, locale)
  } catch (cause) {
    if (cause instanceof ProductError) return errorInWords(cause, locale)
    throw cause
  }
  return ''
}

test('what is wrong with a model is told by what its parts are called', () => {
  const [first, ...others] = defaultModel.tiers
  const tiers =
    first === undefined ? [] : [{ ...first, rule: { kind: 'score' as const, enter: 60, exit: 70 } }, ...others]
  expect(said({ tiers }, 'zh-CN')).toContain('综合价值 的 等级“关键”：等级“关键”的退出条件（70）比进入条件（60）更严')
  expect(said({ tiers }, 'en')).toContain('tier “Key” of the selection model')
  const points = [9, 3].map((figure) => ({ figure, value: 1 }))
  const criteria = defaultModel.criteria.map((criterion) => ({
    ...criterion,
    normalization: { method: 'piecewise' as const, points },
  }))
  expect(said({ criteria }, 'zh-CN')).toContain('指标“净销售额”：数值的次序不对（9, 3）')
  expect(said({}, 'en')).toBe('')
})
