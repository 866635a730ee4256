import type { AccountRow } from '@vitalfew/contract/accounts.ts'
import type { Column } from '../design/data-table.tsx'
import type { Reader } from '../design/reader.tsx'
import { SparklineChart } from '../design/sparkline.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { TierTag, tierOrder } from '../selection/tier-tag.tsx'

type Field = keyof AccountRow
type NumberField = { [F in Field]: AccountRow[F] extends number | null ? F : never }[Field]

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
export function accountColumns(reader: Reader): Column<AccountRow>[] {
  const { t, format } = reader
  const header = (field: Field) => t(`analysis.column.${field}`)
  const figure = (field: NumberField, write: (value: number | null) => string): Column<AccountRow> => ({
    name: field,
    header: header(field),
    isNumber: true,
    value: (row) => row[field],
    cell: (row) => write(row[field]),
  })
  const money = (field: NumberField) => ({ ...figure(field, format.amount), unit: format.unit })
  const count = (field: NumberField) => figure(field, format.count)
  const percent = (field: NumberField) => figure(field, format.percent)
  const decimal = (field: NumberField) => figure(field, format.decimal)
  const day = (field: 'firstOrder' | 'lastOrder'): Column<AccountRow> => ({
    name: field,
    header: header(field),
    isNumber: true,
    value: (row) => row[field],
    cell: (row) => format.day(row[field]),
  })
  const words = (field: Field, write: (row: AccountRow) => string | null): Column<AccountRow> => ({
    name: field,
    header: header(field),
    isNumber: false,
    value: (row) => write(row) || null,
    cell: (row) => write(row) || '–',
  })
  return [
    words('accountName', (row) => accountTitle(row)),
    words('account', (row) => row.account),
    words('parent', (row) => row.parent),
    tierColumn(reader),
    decimal('score'),
    money('netRevenue'),
    percent('share'),
    trendColumn(reader),
    {
      ...figure('growth', format.change),
      cell: (row) => <Change value={row.growth} words={format.change(row.growth)} />,
    },
    money('grossProfit'),
    percent('margin'),
    count('orders'),
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
    figure('units', (value) => format.count(value)),
    day('firstOrder'),
    decimal('ordersPerYear'),
    decimal('meanDaysBetweenOrders'),
    decimal('medianDaysBetweenOrders'),
    count('products'),
    count('categories'),
    count('activeMonths'),
    words('missingCriteria', (row) =>
      row.missingCriteria.map((criterion) => t(`analysis.criterion.${criterion}`)).join(t('report.listComma')),
    ),
  ]
}

function tierColumn({ t }: Reader): Column<AccountRow> {
  return {
    name: 'tier',
    header: t('analysis.column.tier'),
    isNumber: false,
    value: (row) => tierOrder(row.tier),
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
