import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planSalesFile } from '../plan-sales-file.ts'
import { inWords, trialImport } from '../trial-import.ts'
import { rejectedFile } from './rejected-file.ts'

describe('rejectedFile', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rejected-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function rejectionsOf(contents: Record<string, string>, locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<string> {
    const paths = await Promise.all(
      Object.entries(contents).map(async ([name, content]) => {
        await writeFile(join(folder, name), content)
        return join(folder, name)
      }),
    )
    const plans = await Promise.all(paths.map((path) => planSalesFile({ path })))
    const path = join(folder, 'rejected.csv')
    const file = rejectedFile({ path, locale, plans })
    for (const plan of plans) await file.write(plan, (await trialImport({ path: plan.path })).leftOut)
    await file.close()
    return path
  }

  it('gives the reason and the row as it stands', async () => {
    const path = await rejectionsOf({
      'a.csv': '客户,日期,金额,备注\n华为,2018-02-29,5,"说 ""急"""\n,2024-01-02,-500,=HYPERLINK("x")\n,,,\n合计,,10,\n',
    })
    expect(await readFile(path, 'utf8')).toBe(
      '\ufeff文件,行号,原因,字段,原值,客户,日期,金额,备注\r\n' +
        'a.csv,2,日期不存在或无法识别,日期,2018-02-29,华为,2018-02-29,5,"说 ""急"""\r\n' +
        `a.csv,3,没有客户,客户,,,2024-01-02,-500,"'=HYPERLINK(""x"")"\r\n` +
        'a.csv,4,空行,,,,,,\r\n' +
        'a.csv,5,合计行,,,合计,,10,\r\n',
    )
  })

  it('is a file of headers when nothing was left out', async () => {
    const path = await rejectionsOf({ 'a.csv': '客户,日期,金额\n华为,2024-01-02,5\n' }, 'en')
    expect(await readFile(path, 'utf8')).toMatch(/^\ufeffFile,Row,Reason,[^,]+,Value,客户,日期,金额\r\n$/)
  })

  it('takes the columns of several files together', async () => {
    const path = await rejectionsOf({
      'a.csv': '客户,日期,金额\n华为,x,5\n中兴,2024-01-02,5\n',
      'b.csv': '金额,日期,客户,区域\n7,y,联想,华东\n8,2024-01-02,联想,华东\n',
    })
    const lines = (await readFile(path, 'utf8')).split('\r\n')
    expect(lines.slice(1, 3)).toEqual([
      'a.csv,2,日期不存在或无法识别,日期,x,华为,x,5,',
      'b.csv,2,日期不存在或无法识别,日期,y,联想,y,7,华东',
    ])
  })

  it.each(['zh-CN', 'en'] as const)('comes back in once it is corrected (%s)', async (locale) => {
    const path = await rejectionsOf(
      {
        'a.csv':
          'Customer,Date,Quantity,UnitPrice,Note\n=Acme,2018-02-29,2,-5,+86 1\nBolt,2024-13-01,1,7.5,"a, b"\nTotal,,3,,\n',
      },
      locale,
    )
    const corrected = join(folder, 'corrected.csv')
    await writeFile(
      corrected,
      (await readFile(path, 'utf8'))
        .replaceAll(',2018-02-29,2,', ',2018-02-28,2,')
        .replaceAll(',2024-13-01,1,', ',2024-12-01,1,'),
    )
    const { summary, lines } = await trialImport({ path: corrected })
    expect(lines.map(inWords)).toEqual(['=Acme 2018-02-28 -10', 'Bolt 2024-12-01 7.5'])
    expect(summary).toMatchObject({ rows: 3, accepted: 2, rejected: 0, setAside: 1 })
    expect(summary.unusedHeaders).toHaveLength(6)
    expect(summary.mapping.amount).toBeUndefined()
  })
})
