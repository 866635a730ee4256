import type { KeptBacktest } from '@vitalfew/contract/api/selection-models.ts'
import { locales } from '@vitalfew/contract/locale.ts'
import { Backtest } from '@vitalfew/contract/selection-backtest.ts'
import { sql } from 'kysely'
import { authorise, type Viewer } from '../../access/index.ts'
import type { StudioSources } from './sources.ts'

/** Back-tests that were asked for, the newest first. Those by profit are not for people who may not see profit. */
export async function listBacktests(
  viewer: Viewer,
  database: StudioSources['database'],
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<{ rows: KeptBacktest[]; total: number }> {
  authorise(viewer, ['administrator', 'analyst'])
  const all = database
    .selectFrom('selection_backtest')
    .$if(viewer.hidden.has('profit'), (query) => query.where(sql<boolean>`result ->> 'measure' = 'netRevenue'`))
  const [rows, counted] = await Promise.all([
    all
      .selectAll()
      .orderBy('made_at', 'desc')
      .orderBy('id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
    all.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ])
  return {
    rows: rows.map(({ id, model, challenger, made_by, made_at, locale, result }) => ({
      id,
      model,
      challenger,
      madeBy: made_by,
      madeAt: made_at.toISOString(),
      locale: locales.find((one) => one === locale) ?? 'zh-CN',
      result: result === null ? null : Backtest.parse(result),
    })),
    total: counted.total,
  }
}
