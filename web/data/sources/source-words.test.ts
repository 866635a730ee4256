import { translator } from '@vitalfew/contract/locale.ts'
import { expect, test } from 'vitest'
import { originWords, scheduleWords } from './source-words.ts'

const reader = { t: translator('zh-CN'), locale: 'zh-CN' as const }

test('a schedule is told by the clock of the workspace', () => {
  const at = { reader, timeZone: 'Asia/Shanghai' }
  expect(scheduleWords({ every: 'day', hour: 2, minute: 5 }, at)).toContain('02:05')
  const weekly = scheduleWords({ every: 'week', weekday: 7, hour: 23, minute: 0 }, at)
  expect(weekly).toContain('星期日')
  expect(weekly).toContain('23:00')
  expect(scheduleWords(null, at)).not.toBe(scheduleWords({ every: 'arrival' }, at))
})

test('what was set comes before what the command line did, and neither is by hand', () => {
  const lastOrigin = { from: 'https://a.example/x.csv', query: '' }
  expect(originWords({ origin: { kind: 'folder', folder: '/data/in' }, lastOrigin }, reader.t)).toBe('/data/in')
  expect(originWords({ origin: null, lastOrigin }, reader.t)).toBe('https://a.example/x.csv')
  expect(originWords({ origin: null, lastOrigin: null }, reader.t)).toBe(reader.t('app.sources.byHand'))
})
