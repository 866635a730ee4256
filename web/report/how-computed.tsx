import type { Run } from '@vitalfew/contract/run.ts'
import type { Report } from '@vitalfew/contract/report.ts'
import { basisWords } from '../customer-value/value-words.ts'
import { type Reader, useReader } from '../design/reader.tsx'
import { useTitles } from '../selection/tier-titles.tsx'

const chapters = [
  'asOf',
  'netRevenue',
  'grossProfit',
  'contribution',
  'orders',
  'growth',
  'abc',
  'xyz',
  'rfm',
  'lifecycle',
  'selection',
  'value',
  'churn',
  'concentration',
] as const

/** The definitions behind the figures, with this run's own settings in them. */
export function HowComputed(props: { report: Report }) {
  const reader = useReader()
  const { t, format } = reader
  const titles = useTitles()
  const { run, lifecycle, value, churn, selection } = props.report.run
  const isOwnModel = selection !== null && selection.model !== 'default'
  const { parameters } = run
  const facts = {
    asOf: format.longDay(run.asOf),
    measure: t(`report.measureInSentence.${parameters.measure}`),
    firstCut: format.percent(parameters.abcCuts[0], 0),
    secondCut: format.percent(parameters.abcCuts[1], 0),
    cycle: format.count(Math.round(lifecycle.portfolioCycleDays)),
    model: parameters.model,
    criteria: selection?.criteria.map(({ id }) => titles.criterion(id)).join(t('report.listComma')) ?? '',
    months: format.count(value?.horizonMonths),
    basis: value === null ? '' : basisWords(value, reader),
    discount: format.percent(value?.discount, 0),
    horizon: format.count(churn?.horizonMonths),
  }
  const text = (chapter: (typeof chapters)[number]): string => {
    if (chapter === 'contribution') return contributionWords(props.report.run.contribution, reader)
    if (chapter === 'selection' && isOwnModel) return t('report.method.selection.ofModel', facts)
    return t(`report.method.${chapter}.text`, facts)
  }
  const said = chapters.filter((chapter) => isDone(chapter, props.report))
  return (
    <>
      <dl className="vf-definitions">
        {said.map((chapter) => (
          <div key={chapter}>
            <dt>{t(`report.method.${chapter}.name`)}</dt>
            <dd>{text(chapter)}</dd>
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

/** What a run has not computed needs no definition. */
function isDone(chapter: (typeof chapters)[number], report: Report): boolean {
  const isOptional = chapter === 'value' || chapter === 'churn' || chapter === 'contribution'
  return !isOptional || report.run[chapter] !== null
}

/** Of which months it is, and of how many accounts. */
function contributionWords(of: Run['contribution'], { t, format }: Reader): string {
  if (of === null) return ''
  const facts = {
    months: format.count(of.months),
    firstMonth: of.firstMonth === null ? '' : format.month(of.firstMonth),
    lastMonth: of.lastMonth === null ? '' : format.month(of.lastMonth),
    rate: format.percent(of.capitalRate, 0),
    accounts: format.count(of.accounts),
    amount: format.money(of.amount),
  }
  return of.months === 0
    ? t('report.method.contribution.ofAll', facts)
    : t('report.method.contribution.ofMonths', facts)
}

function Fact(props: { name: string; value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}
