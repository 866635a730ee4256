import type { ChurnAccount } from '@vitalfew/contract/churn.ts'
import type { Tier } from '@vitalfew/contract/run.ts'
import type { Column } from '../design/data-table.tsx'
import { missingMark } from '../design/formats.ts'
import type { Reader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { TierTag, tierOrder } from '../selection/tier-tag.tsx'
import { LevelTag } from './level-tag.tsx'
import { signalWords } from './signal-words.ts'

type AccountColumn = Column<ChurnAccount>
type NumberField = 'clv' | 'valueAtRisk' | 'revenueLast12Months' | 'netRevenue' | 'usualDaysBetweenOrders'

const levelOrder = { high: 1, medium: 2, low: 3, left: 4 }

/** What there is to tell of an account that may leave or has left, as columns of a list. */
export function churnAccountColumns(reader: Reader, tiers: ReadonlyMap<string, Tier>) {
  const { t, format } = reader
  const figure = (name: NumberField, write: (value: number | null) => string): AccountColumn => ({
    name,
    header: t(`report.churn.column.${name}`),
    isNumber: true,
    value: (row) => row[name],
    cell: (row) => write(row[name]),
  })
  return {
    name: nameColumn(reader),
    tier: {
      name: 'tier',
      header: t('report.slipping.tier'),
      isNumber: false,
      value: (row: ChurnAccount) => tierOrder(tiers.get(row.account)),
      cell: (row: ChurnAccount) => <TierTag tier={tiers.get(row.account)} />,
    },
    level: {
      name: 'level',
      header: t('report.churn.levels.level'),
      isNumber: false,
      value: (row: ChurnAccount) => levelOrder[row.level],
      cell: (row: ChurnAccount) => <LevelTag level={row.level} />,
    },
    risk: {
      name: 'risk',
      header: t('report.churn.column.risk'),
      isNumber: true,
      value: (row: ChurnAccount) => row.risk,
      cell: (row: ChurnAccount) => format.percent(row.risk, 0),
    },
    money: (name: NumberField) => ({ ...figure(name, format.amount), unit: format.unit }),
    days: (name: NumberField) => figure(name, (value) => format.count(value === null ? null : Math.round(value))),
    lastOrder: {
      name: 'lastOrder',
      header: t('report.slipping.lastOrder'),
      isNumber: true,
      value: (row: ChurnAccount) => row.lastOrder,
      cell: (row: ChurnAccount) => format.day(row.lastOrder),
    },
    signals: signalColumn(reader),
    ...leavingColumns(reader),
  }
}

/** When, how and why an account left. */
function leavingColumns({ t, format }: Reader) {
  const leftOn: AccountColumn = {
    name: 'leftOn',
    header: t('report.churn.column.leftOn'),
    isNumber: true,
    value: (row) => row.leftOn,
    cell: (row) => format.day(row.leftOn),
  }
  const manner: AccountColumn = {
    name: 'manner',
    header: t('report.churn.column.manner'),
    isNumber: false,
    value: (row) => row.manner,
    cell: (row) => (row.manner === null ? missingMark : t(`churn.manner.${row.manner}`)),
  }
  const reason: AccountColumn = {
    name: 'reason',
    header: t('report.churn.column.reason'),
    isNumber: false,
    value: (row) => row.reason,
    cell: (row) => row.reason ?? missingMark,
  }
  return { leftOn, manner, reason }
}

function nameColumn({ t }: Reader): AccountColumn {
  return {
    name: 'account',
    header: t('report.slipping.account'),
    isNumber: false,
    value: (row) => accountTitle(row),
    cell: (row) => accountTitle(row),
  }
}

/** Sorts by the strongest signal; each line is a fact a visit can begin with. */
function signalColumn(reader: Reader): AccountColumn {
  return {
    name: 'signals',
    header: reader.t('report.churn.column.signals'),
    isNumber: false,
    value: (row) => row.signals[0]?.strength ?? null,
    cell: (row) =>
      row.signals.length === 0 ? (
        missingMark
      ) : (
        <ul className="vf-signals">
          {row.signals.map((signal) => (
            <li key={signal.signal}>{signalWords(signal, reader)}</li>
          ))}
        </ul>
      ),
  }
}
