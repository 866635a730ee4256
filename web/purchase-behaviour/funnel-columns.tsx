import type { FunnelStep, PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import type { Column } from '../design/data-table.tsx'
import type { Reader } from '../design/reader.tsx'
import { ShareBar } from '../design/share-bar.tsx'

type Step = FunnelStep & { place: number }
type Stage = PurchaseFunnel['stages'][number] & { place: number }
type CutValue = PurchaseFunnel['cuts'][number]['values'][number]

function counted<Row>(
  { t, format }: Reader,
  of: { name: 'cases' | 'reached' | 'won' | 'lost'; value: (row: Row) => number },
): Column<Row> {
  return {
    name: of.name,
    header: t(`behaviour.column.${of.name}`),
    isNumber: true,
    value: of.value,
    cell: (row) => format.count(of.value(row)),
  }
}

function amount<Row>(
  { t, format }: Reader,
  of: { name: 'value' | 'wonValue'; value: (row: Row) => number },
): Column<Row> {
  return {
    name: of.name,
    header: t(`behaviour.column.${of.name}`),
    unit: format.unit,
    isNumber: true,
    value: of.value,
    cell: (row) => format.amount(of.value(row)),
  }
}

/** How many came to each stage, of those that were at the one before, and how long that took. */
export function stepColumns(reader: Reader): Column<Step>[] {
  const { t, format } = reader
  return [
    {
      name: 'stage',
      header: t('behaviour.column.stage'),
      isNumber: false,
      value: ({ place }) => place,
      cell: ({ stage }) => stage,
    },
    counted(reader, { name: 'reached', value: ({ reached }) => reached }),
    {
      name: 'rate',
      header: t('behaviour.column.conversion'),
      isNumber: false,
      value: ({ rate }) => rate,
      cell: ({ rate }) => (
        <span className="vf-bar-cell">
          <ShareBar share={rate} />
          <b>{format.percent(rate)}</b>
        </span>
      ),
    },
    {
      name: 'limits',
      header: t('behaviour.column.limits'),
      isNumber: true,
      value: ({ lower }) => lower,
      cell: ({ lower, upper }) => `${format.percent(lower)} – ${format.percent(upper)}`,
    },
    {
      name: 'days',
      header: t('behaviour.column.days'),
      isNumber: true,
      value: ({ medianDays }) => medianDays,
      cell: ({ medianDays }) => format.decimal(medianDays, 0),
    },
  ]
}

/** Where cases are now, what they are worth where anything says so, and for how long. */
export function stageColumns(reader: Reader, { hasValues }: { readonly hasValues: boolean }): Column<Stage>[] {
  const { t, format } = reader
  return [
    {
      name: 'stage',
      header: t('behaviour.column.stage'),
      isNumber: false,
      value: ({ place }) => place,
      cell: ({ stage }) => stage,
    },
    counted(reader, { name: 'cases', value: ({ cases }) => cases }),
    ...(hasValues ? [amount<Stage>(reader, { name: 'value', value: ({ value }) => value })] : []),
    {
      name: 'age',
      header: t('behaviour.column.standing'),
      isNumber: true,
      value: ({ medianAgeDays }) => medianAgeDays,
      cell: ({ medianAgeDays }) => format.decimal(medianAgeDays, 0),
    },
  ]
}

export function reasonColumns(reader: Reader): Column<PurchaseFunnel['lossReasons'][number]>[] {
  const { t } = reader
  return [
    {
      name: 'reason',
      header: t('behaviour.column.reason'),
      isNumber: false,
      value: ({ reason }) => reason,
      cell: ({ reason }) => reason,
    },
    counted(reader, { name: 'cases', value: ({ cases }) => cases }),
    amount(reader, { name: 'value', value: ({ value }) => value }),
  ]
}

export function pathColumns(reader: Reader): Column<PurchaseFunnel['paths'][number]>[] {
  const { t, format } = reader
  return [
    {
      name: 'path',
      header: t('behaviour.column.path'),
      isNumber: false,
      value: ({ stages }) => stages.join(' → '),
      cell: ({ stages }) => stages.join(' → '),
    },
    counted(reader, { name: 'cases', value: ({ cases }) => cases }),
    {
      name: 'share',
      header: t('behaviour.column.share'),
      isNumber: true,
      value: ({ share }) => share,
      cell: ({ share }) => format.percent(share),
    },
  ]
}

/** Cases by the values of a column. */
export function cutColumns(
  reader: Reader,
  { column, hasOutcomes }: { column: string; hasOutcomes: boolean },
): Column<CutValue>[] {
  const { t, format } = reader
  const name = ({ value }: CutValue): string => value || t('behaviour.unnamed')
  const isDecided = ({ outcomes }: CutValue): boolean => outcomes.won + outcomes.lost > 0
  const outcomes: Column<CutValue>[] = [
    counted(reader, { name: 'won', value: (row) => row.outcomes.won }),
    counted(reader, { name: 'lost', value: (row) => row.outcomes.lost }),
    {
      name: 'winRate',
      header: t('behaviour.column.winRate'),
      isNumber: true,
      value: (row) => (isDecided(row) ? row.outcomes.rate : null),
      cell: (row) => (isDecided(row) ? format.percent(row.outcomes.rate) : '–'),
    },
    amount(reader, { name: 'wonValue', value: (row) => row.outcomes.wonValue }),
  ]
  return [
    { name: 'value', header: column, isNumber: false, value: name, cell: name },
    counted(reader, { name: 'cases', value: (row) => row.outcomes.cases }),
    ...(hasOutcomes ? outcomes : []),
    {
      name: 'conversion',
      header: t('behaviour.column.conversion'),
      isNumber: true,
      value: ({ conversion }) => conversion,
      cell: ({ conversion }) => format.percent(conversion),
    },
  ]
}
