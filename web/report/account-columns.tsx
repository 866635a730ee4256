import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import { valueColumns } from '../customer-value/value-columns.tsx'
import type { Column } from '../design/data-table.tsx'
import type { Reader } from '../design/reader.tsx'
import { SparklineChart } from '../design/sparkline.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { accountColumnKinds } from './account-column-kinds.ts'
import { TierTag } from '../selection/tier-tag.tsx'
import { placeOfTier, titlesOf, type ModelTitles } from '../selection/tier-titles.tsx'

/** Columns shown until the reader chooses otherwise. */
export const usualColumns: readonly string[] = [
  'accountName',
  'tier',
  'score',
  'netRevenue',
  'share',
  'monthlyRevenue',
  'growth',
  'grossProfit',
  'clv',
  'lastOrder',
  'abcClass',
  'rfmSegment',
  'lifecycleStage',
]

/** As many as an A4 page holds. */
export const printedColumns: readonly string[] = [
  'accountName',
  'tier',
  'score',
  'netRevenue',
  'share',
  'growth',
  'grossProfit',
  'lastOrder',
  'lifecycleStage',
]

/** Every figure of an account as a column, in the order of the spreadsheet; the name leads because it names the row. */
export function accountColumns(reader: Reader, model: ModelTitles | null): Column<AccountRow>[] {
  const { t, format } = reader
  const titles = titlesOf(model ?? { tiers: [], criteria: [] }, t)
  const { money, count, percent, change, decimal, day, words } = accountColumnKinds(reader)
  return [
    words('accountName', (row) => accountTitle(row)),
    words('account', (row) => row.account),
    words('parent', (row) => row.parent),
    tierColumn(reader, model),
    decimal('score'),
    money('netRevenue'),
    percent('share'),
    trendColumn(reader),
    {
      ...change('growth'),
      cell: (row) => <Change value={row.growth} words={format.change(row.growth)} />,
    },
    money('grossProfit'),
    percent('margin'),
    money('contribution'),
    count('orders'),
    ...valueColumns(reader),
    money('averageOrderValue'),
    day('lastOrder'),
    count('recencyDays'),
    words('abcClass', (row) => row.abcClass),
    words('xyzClass', (row) => row.xyzClass),
    words('rfmSegment', (row) => t(`analysis.segment.${row.rfmSegment}`)),
    words('rfm', (row) => row.rfm),
    words('lifecycleStage', (row) => t(`analysis.stage.${row.lifecycleStage}`)),
    count('monthsInStage'),
    money('grossRevenue'),
    money('returns'),
    percent('returnRate'),
    percent('cumulativeShare'),
    count('orderLines'),
    count('units'),
    day('firstOrder'),
    decimal('ordersPerYear'),
    decimal('meanDaysBetweenOrders'),
    decimal('medianDaysBetweenOrders'),
    count('products'),
    count('categories'),
    count('activeMonths'),
    words('missingCriteria', (row) =>
      row.missingCriteria.map((criterion) => titles.criterion(criterion)).join(t('report.listComma')),
    ),
  ]
}

function tierColumn({ t }: Reader, model: ModelTitles | null): Column<AccountRow> {
  return {
    name: 'tier',
    header: t('analysis.column.tier'),
    isNumber: false,
    value: (row) => placeOfTier(row.tier, model),
    cell: (row) => <TierTag tier={row.tier} />,
  }
}

/** Sorts by the last twelve months. */
function trendColumn({ t }: Reader): Column<AccountRow> {
  return {
    name: 'monthlyRevenue',
    header: t('report.accounts.months'),
    isNumber: true,
    value: (row) => row.monthlyRevenue.slice(-12).reduce((sum, amount) => sum + amount, 0),
    cell: (row) => (
      <SparklineChart
        amounts={row.monthlyRevenue}
        width={84}
        height={22}
        label={t('report.keyAccounts.months', { name: accountTitle(row) })}
      />
    ),
  }
}

function Change(props: { value: number | null; words: string }) {
  return <span className={props.value !== null && props.value < 0 ? 'vf-down' : undefined}>{props.words}</span>
}
