import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { importContent, inWords } from '../trial-import.ts'
import { microsText } from '../values/micros.ts'

describe('parquetSource', () => {
  it('reads days, instants, decimals to the last digit, and nulls', async () => {
    const { summary, lines } = await importContent(inflateSync(Buffer.from(parquet, 'base64')))
    expect(lines.map((line) => `${line.row} ${line.customerName} ${inWords(line)}`)).toEqual([
      '1 华为技术有限公司 C001 2024-03-05 1234.5',
      '2 中兴通讯 C002 2018-02-28 -0.07',
    ])
    expect(
      lines.map(({ grossProfit, quantity }) => [microsText(grossProfit ?? 0n), microsText(quantity ?? 0n)]),
    ).toEqual([
      ['1234.5', '3'],
      ['-0.07', '-1'],
    ])
    expect(summary).toMatchObject({ encoding: 'binary', rows: 2, unusedHeaders: ['创建时间'] })
  })
})

/**
 * 客户名称, 客户编码, 订单日期 (date), 金额 (decimal 12,2), 数量 (int), 创建时间 (timestamp), 毛利 (decimal 30,4), three rows of which
 * the last is null; zstd, deflated once more.
 */
const parquet =
  'eNqNUl1LFFEYfmZ2HAYZRaVzOAt7MQmzTLDZbrSCMhdZGwQZmFcRYuWq+JVBonThxXZhmvhVYFraBwuRga5emC3mRZf+gegqiHBm3aAf0IUYZ3Z23Y+CfRnO4X153+d55j1PW0t7iIDEBfJYCBCZgMhEBoyP5460G18FXPCcBtDiAQNgzc4dJHft6Zi9ummvPkm/WLAm1q35pArgILlhTWynYy8PE5sC6oMiARkgrcWY4d9A0oWUAFwOBkPufT47douYxWNnN4CH7ti168BOBDhhuVrC8h1Ydtubfwr4c5wJEZpWFocHAB8o809i36pCqToZuPh6qLm3IidtWiilubIB9Llze51rx0cRET+05S8KEb0zYbCq7tHoYHfX7ZFoX8+9u6QaRNVFplqJuD31yVqYTb3f0lFQTO09T719xIsiLx4m4tbsor30zl59o6sgki4yOT35NB1/pVcSibBABz/h9sv24lZ6cl6vz3Sq1tSK9XnXXtpJL23rp1pn6nwB8CDVRCO8fXPFmvqgVxKFmIEOfgKgstfnHffDR1QvgbdQLlGpTPcFui74FZOx/7mIqfkeoqJRZmdtLYAS6sxSHOoZgQ77twWTSdxlzhmiopGX5SDEDET+Ch2Icdrpj4smk7j5mMTtxxFOshyC5CC4+87SD/hjHpMp3Io8mJI1JBWNf1SL5LgvlBPyy2MyiTuUSS5GXlYkpOA5T7axL5lMybqWKVnfcjml1RxktSvHcYADlhDoHf9OhclqkB97nWus5rggjiJUNMrocsjoM4XKfoXOyTCMyGh0MHJJG+t5MNJ/f1gbCzWEGxo1o2u0f6hbCzY2RaNNvU1d4TPecR9Q+uGmB2hraQ/9BY8NeN0='
