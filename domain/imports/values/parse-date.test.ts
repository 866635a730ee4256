import { describe, expect, it } from 'vitest'
import type { DateOrder } from '@vitalfew/contract/imports.ts'
import { isoDay } from './calendar.ts'
import { parseDay, serialZero1900, serialZero1904 } from './parse-date.ts'

function read(text: string, order: DateOrder = 'ymd', serialZero = serialZero1900): string | null {
  const day = parseDay(text, { order, serialZero })
  return Number.isNaN(day) ? null : isoDay(day)
}

describe('parseDay', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024-03-05 08:26:00', '2024-03-05'],
    ['2024-03-05T23:59:59.999+08:00', '2024-03-05'],
    ['2024-03-05T00:00:00Z', '2024-03-05'],
    ['2024/3/5', '2024-03-05'],
    ['2024/3/5 14:30', '2024-03-05'],
    ['2024.3.5', '2024-03-05'],
    ['2024年3月5日', '2024-03-05'],
    ['2024年03月05日 14时30分20秒', '2024-03-05'],
    ['2024年3月5号', '2024-03-05'],
    ['２０２４－０３－０５', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['20240305143000', '2024-03-05'],
    ['20240305 14:30', '2024-03-05'],
    ['2018-01-01 星期五', '2018-01-01'],
    ['2024年3月5日 星期二', '2024-03-05'],
    ['Tuesday, March 5, 2024', '2024-03-05'],
    ['5-Mar-2024', '2024-03-05'],
    ['05-MAR-24', '2024-03-05'],
    ['Mar 5, 2024 2:30 PM', '2024-03-05'],
    ['2024-Mar-05', '2024-03-05'],
    ['3rd September 1999', '1999-09-03'],
    ['2024年3月', '2024-03-01'],
    ['2024-03', '2024-03-01'],
    ['202403', '2024-03-01'],
    ['45356', '2024-03-05'],
    ['45356.75', '2024-03-05'],
    ['2000-02-29', '2000-02-29'],
    ['24年3月5日', '2024-03-05'],
    ['98-12-31', '1998-12-31'],
    ['2024/3/5 下午2:30', '2024-03-05'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('follows the order of the column', () => {
    expect(read('3/5/2024', 'mdy')).toBe('2024-03-05')
    expect(read('3/5/2024', 'dmy')).toBe('2024-05-03')
    expect(read('03-05-24', 'dmy')).toBe('2024-05-03')
    expect(read('12/31/69', 'mdy')).toBe('1969-12-31')
    expect(read('12/31/68', 'mdy')).toBe('2068-12-31')
  })

  it('never swaps day and month against the column', () => {
    expect(read('13/5/2024', 'mdy')).toBeNull()
    expect(read('5/13/2024', 'dmy')).toBeNull()
  })

  it('does not guess an order that the column left open, and reads what is open to one reading only', () => {
    expect(read('3/5/2024', 'ymd')).toBeNull()
    expect(read('13/5/2024', 'ymd')).toBe('2024-05-13')
    expect(read('5/5/2024', 'ymd')).toBe('2024-05-05')
  })

  it('counts serials from 1904 where the workbook does', () => {
    expect(read('43894', 'ymd', serialZero1904)).toBe('2024-03-05')
  })

  it.each([
    '2018-02-29',
    '2018-02-30',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '1900-02-29',
    '20240230',
    '0000-00-00',
    '',
    'abc',
    '12345678',
    '1234',
    '2024',
    '2024-03-05x',
    '2024-3/5',
    '2024-03-05 25:61',
    '31/31/2024',
    '5-Foo-2024',
  ])('rejects %j and never shifts it', (text) => {
    expect(read(text)).toBeNull()
  })
})
