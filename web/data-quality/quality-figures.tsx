import type { QualityReport } from '@vitalfew/contract/quality.ts'
import { useReader } from '../design/reader.tsx'

/** The score, and what it is made of. */
export function QualityFigures(props: { report: QualityReport }) {
  const { t, format } = useReader()
  const { score, amount, affected, checks } = props.report
  const open = checks.filter(({ state }) => state === 'open').length
  const figures = [
    {
      name: t('quality.page.score'),
      value: format.percent(Math.floor(score * 10_000) / 10_000, 2),
      note: t('quality.page.scoreNote'),
    },
    { name: t('quality.page.affected'), value: format.money(affected), note: '' },
    { name: t('quality.page.money'), value: format.money(amount), note: '' },
    { name: t('quality.page.open'), value: `${format.count(open)} / ${format.count(checks.length)}`, note: '' },
  ]
  return (
    <dl className="vf-headline vf-overview-headline">
      {figures.map(({ name, value, note }) => (
        <div className="vf-figure" key={name}>
          <dt>{name}</dt>
          <dd>
            <strong>{value}</strong>
            {note !== '' && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
