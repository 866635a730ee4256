import type { Report } from '@vitalfew/contract/report.ts'
import { useReader } from '../design/reader.tsx'

const chapters = [
  'asOf',
  'netRevenue',
  'grossProfit',
  'orders',
  'growth',
  'abc',
  'xyz',
  'rfm',
  'lifecycle',
  'selection',
  'concentration',
] as const

/** The definitions behind the figures, with this run's own settings in them. */
export function HowComputed(props: { report: Report }) {
  const { t, format } = useReader()
  const { run, lifecycle } = props.report.run
  const { parameters } = run
  const facts = {
    asOf: format.longDay(run.asOf),
    measure: t(`report.measureInSentence.${parameters.measure}`),
    firstCut: format.percent(parameters.abcCuts[0], 0),
    secondCut: format.percent(parameters.abcCuts[1], 0),
    cycle: format.count(Math.round(lifecycle.portfolioCycleDays)),
    model: parameters.model,
  }
  return (
    <>
      <dl className="vf-definitions">
        {chapters.map((chapter) => (
          <div key={chapter}>
            <dt>{t(`report.method.${chapter}.name`)}</dt>
            <dd>{t(`report.method.${chapter}.text`, facts)}</dd>
          </div>
        ))}
      </dl>
      <dl className="vf-provenance">
        <Fact name={t('report.method.run')} value={run.id} />
        <Fact name={t('report.method.product')} value={run.product} />
        <Fact name={t('report.method.engine')} value={run.engine} />
        <Fact name={t('report.method.model')} value={parameters.model} />
        <Fact name={t('report.method.generatedAt')} value={format.instant(props.report.generatedAt)} />
      </dl>
    </>
  )
}

function Fact(props: { name: string; value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}
