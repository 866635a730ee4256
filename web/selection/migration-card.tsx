import { useMemo } from 'react'
import type { Tier } from '@vitalfew/contract/run.ts'
import type { TierMigration } from '@vitalfew/contract/selection.ts'
import { Card } from '../design/card.tsx'
import { HeatCell } from '../design/heat-cell.tsx'
import { useReader } from '../design/reader.tsx'
import { prepareMigration, type MigrationLine, type Moved } from './prepare-migration.ts'
import { useTitles } from './tier-titles.tsx'

/** Where accounts went since the last run, with the money they bring now and what they brought then. */
export function MigrationCard(props: { migration: TierMigration; tiers: readonly Tier[] }) {
  const { t, format } = useReader()
  const titles = useTitles()
  const { migration, tiers } = props
  const { columns, lines, up, down } = useMemo(() => prepareMigration(migration, tiers), [migration, tiers])
  if (lines.length === 0) return null
  const placeWords = (place: Tier | null) =>
    place === null ? t('report.selection.migration.nowhere') : titles.tier(place)
  const moved = (direction: 'up' | 'down', { accounts, netRevenueAfter }: Moved) =>
    t(`report.selection.migration.${direction}`, {
      count: accounts,
      accounts: format.count(accounts),
      amount: format.money(netRevenueAfter),
    })
  const day = t('report.selection.migration.since', { asOf: format.longDay(migration.fromAsOf) })
  const note =
    up.accounts + down.accounts === 0
      ? [day, t('report.selection.migration.nobody')]
      : [day, moved('up', up), moved('down', down), t('report.selection.migration.reading')]
  return (
    <Card title={t('report.selection.migration.title')} note={note.join(' ')}>
      <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('report.selection.migration.title')}>
        <table className="vf-heat-map vf-migration">
          <caption className="vf-unseen">{t('report.selection.migration.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('report.selection.migration.fromTo')}</th>
              {columns.map((column) => (
                <th scope="col" key={column ?? ''}>
                  {placeWords(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.from ?? ''}>
                <th scope="row">{placeWords(line.from)}</th>
                <Cells line={line} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

function Cells(props: { line: MigrationLine }) {
  const { format } = useReader()
  const { cells } = props.line
  const all = cells.reduce((sum, cell) => sum + (cell?.accounts ?? 0), 0)
  return cells.map((cell, index) => (
    <HeatCell
      key={index}
      heat={cell === null ? 0 : cell.accounts / all}
      label=""
      className={cell !== null && cell.from === cell.to ? 'vf-stayed' : ''}
    >
      {cell !== null && (
        <>
          <strong>{format.count(cell.accounts)}</strong>
          <span>{`${format.money(cell.netRevenueBefore)} → ${format.money(cell.netRevenueAfter)}`}</span>
        </>
      )}
    </HeatCell>
  ))
}
