import { useMemo } from 'react'
import type { SegmentFeature, Segmentation, SegmentTrait } from '@vitalfew/contract/segmentation.ts'
import { missingMark } from '../design/formats.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { type ProfileColumn, prepareProfiles } from './prepare-profiles.ts'
import { SegmentDot } from './segment-dot.tsx'
import { valueWords } from './value-words.ts'

/** Groups by features: the middle of each, coloured by how far it lies from all accounts. */
export function ProfileTable(props: { segmentation: Segmentation }) {
  const reader = useReader()
  const { t } = reader
  const { features, clusters } = props.segmentation
  const { columns, rows } = useMemo(() => prepareProfiles(features, clusters), [features, clusters])
  return (
    <div className="vf-scroll" tabIndex={0} role="region" aria-label={t('segmentation.section.profile.label')}>
      <table className="vf-table vf-profiles">
        <caption className="vf-unseen">{t('segmentation.section.profile.label')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('segmentation.section.group')}</th>
            {columns.map((column) => (
              <th scope="col" key={`${column.feature.name} ${column.value ?? ''}`} className="vf-number">
                {columnTitle(column, reader)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cluster, cells }) => (
            <tr key={cluster.id}>
              <th scope="row">
                <SegmentDot id={cluster.id} /> {cluster.id}
              </th>
              {cells.map((cell, i) => (
                <td
                  key={i}
                  className={`vf-number vf-profile ${(cell?.heat ?? 0) < 0 ? 'vf-profile-low' : 'vf-profile-high'}`}
                  style={{ '--heat': Math.abs(cell?.heat ?? 0) }}
                >
                  {cell === null ? missingMark : written(cell.trait, { feature: columns[i]?.feature, reader })}
                  {cell !== null && (
                    <small className={cell.isDistinctive ? 'vf-profile-distinctive' : undefined}>
                      {signed(cell.trait.effect, reader)}
                    </small>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function columnTitle({ feature, value }: ProfileColumn, { t, format }: Reader) {
  if (value !== null) {
    return `${feature.title}: ${value === '' ? t('segmentation.value.other') : valueWords(feature.name, { value, t })}`
  }
  if (feature.unit !== 'money') return feature.title
  return (
    <>
      {feature.title} <small>{format.unit}</small>
    </>
  )
}

function signed(effect: number, { format }: Reader): string {
  return `${effect > 0 ? '+' : effect < 0 ? '−' : ''}${format.decimal(Math.abs(effect), 1)}`
}

function written(
  { mean, median, value }: SegmentTrait,
  { feature, reader }: { feature: SegmentFeature | undefined; reader: Reader },
): string {
  const { format } = reader
  if (value !== null) return format.percent(mean, 0)
  switch (feature?.unit) {
    case 'money':
      return format.amount(median)
    case 'share':
      return format.percent(median, 0)
    case 'change':
      return format.change(median)
    case 'count':
    case 'days':
      return format.count(median === null ? null : Math.round(median))
    case 'number':
    case undefined:
      return median !== null && Math.abs(median) >= 100 ? format.count(Math.round(median)) : format.decimal(median, 1)
  }
}
