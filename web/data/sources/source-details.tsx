import type { ImportSource } from '@vitalfew/contract/api/import-sources.ts'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { driftWords } from '../drift-words.ts'
import { fieldName } from '../field-name.ts'

/** How the files of a source are read, and how the last one differed from the one before. */
export function SourceDetails({ source }: { source: ImportSource }) {
  const { t, format } = useReader()
  const { settings, mapping, drift } = source
  const facts = [
    [t('app.sources.currency'), settings.currency],
    [t('app.sources.into'), settings.into],
    [t('app.sources.tax'), settings.taxIncluded === undefined ? undefined : format.percent(settings.taxIncluded, 2)],
    [t('app.import.sheet'), settings.sheet],
    [t('app.import.encoding'), source.encoding === '' || source.encoding === 'binary' ? undefined : source.encoding],
    [t('app.import.overlap'), source.onOverlap === null ? undefined : t(`imports.policy.${source.onOverlap}`)],
    [t('app.sources.highWater'), highWaterOf(source)],
    [t('app.sources.owner'), source.schedule === null ? undefined : source.owner],
  ].filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '')
  return (
    <div className="vf-stack">
      {drift.length > 0 && (
        <Card title={t('app.sources.drift')}>
          <ul className="vf-plain">
            {drift.map((one) => (
              <li key={`${one.kind} ${one.column}`}>{driftWords(one, t)}</li>
            ))}
          </ul>
        </Card>
      )}
      {facts.length > 0 && (
        <dl className="vf-facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {Object.keys(mapping).length > 0 && <MappedColumns source={source} />}
      {(settings.fixes ?? []).length > 0 && (
        <ul className="vf-plain">
          {(settings.fixes ?? []).map(({ column, from, to }) => (
            <li key={`${column} ${from}`}>{t('app.sources.wordFix', { column, from, to })}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function MappedColumns({ source: { mapping, units } }: { source: ImportSource }) {
  const { t, format } = useReader()
  return (
    <table className="vf-table">
      <thead>
        <tr>
          <th scope="col">{t('app.import.field')}</th>
          <th scope="col">{t('app.import.column')}</th>
          <th scope="col" className="vf-number">
            {t('app.import.unit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(mapping).map(([field, header]) => (
          <tr key={field}>
            <th scope="row">{fieldName(field, t)}</th>
            <td>{header}</td>
            <td className="vf-number">{units[field] === undefined ? '' : `× ${format.count(units[field])}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function highWaterOf({ origin, lastOrigin }: ImportSource): string | undefined {
  const column = origin?.kind === 'address' ? origin.highWater : lastOrigin?.highWater?.column
  if (column === undefined || column === '') return undefined
  const value = lastOrigin?.highWater?.value ?? null
  return value === null ? column : `${column} > ${value}`
}
