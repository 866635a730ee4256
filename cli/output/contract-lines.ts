import type { ContractChurn, SurvivalCurve } from '@vitalfew/contract/churn.ts'
import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import { raisedByWords } from '@vitalfew/domain/churn/index.ts'
import pc from 'picocolors'
import { columnsOfText } from './columns-of-text.ts'

const curvesShown = 9
const risksShown = 10

/** What a terminal shows of contracts: renewals, survival by what tells most, factors of the risk, contracts in danger. */
export function contractLines(
  contracts: ContractChurn,
  { locale, currency }: { readonly locale: Locale; readonly currency: string },
): string[] {
  const t = translator(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const { rate } = contracts
  const facts = [
    [t('churn.contracts.counted'), t('churn.contracts.counts', countsOf(contracts, whole))],
    [
      t(contracts.shape === 'terms' ? 'churn.contracts.notRenewed' : 'churn.contracts.left'),
      `${percent.format(rate.rate)}  [${percent.format(rate.lower)}, ${percent.format(rate.upper)}]`,
    ],
  ]
  return [
    '',
    pc.bold(t('churn.contracts.title')),
    ...columnsOfText(facts, { align: 'll' }),
    ...renewalLines(contracts, locale),
    ...curveLines(contracts, locale),
    ...factorLines(contracts, locale),
    ...calibrationLines(contracts, locale),
    ...riskLines(contracts, { locale, currency }),
  ]
}

function countsOf({ contracts, customers, running, ended }: ContractChurn, whole: Intl.NumberFormat) {
  return {
    contracts: whole.format(contracts),
    customers: whole.format(customers),
    running: whole.format(running),
    ended: whole.format(ended),
  }
}

function renewalLines({ renewals, renewalModel }: ContractChurn, locale: Locale): string[] {
  if (renewals.length === 0) return []
  const t = translator(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const share = (value: number | null): string => (value === null ? '–' : percent.format(value))
  const head = ['renewal', 'due', 'renewed', 'retention', 'expectedRetention', 'expectedSurvival'].map((name) =>
    t(`churn.contracts.${name}`),
  )
  const rows = renewals.map((line) => [
    String(line.renewal),
    String(line.due),
    String(line.renewed),
    share(line.retention),
    share(line.expectedRetention),
    share(line.expectedSurvival),
  ])
  const table = columnsOfText([head, ...rows], { align: 'rrrrrr', header: true })
  return ['', ...table, `  ${pc.dim(t(`churn.renewalVerdict.${renewalModel.verdict}`))}`]
}

function curveLines({ survival, logRank }: ContractChurn, locale: Locale): string[] {
  if (survival.length === 0) return []
  const t = translator(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const at = (curve: SurvivalCurve, month: number): string => {
    const point = curve.points[month]
    return point === undefined ? '–' : percent.format(point.survival)
  }
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const month = (value: number | null): string => (value === null ? '–' : number.format(value))
  const median = ({ medianMonths, medianLower, medianUpper }: SurvivalCurve): string =>
    medianMonths === null ? '–' : `${month(medianMonths)} [${month(medianLower)}, ${month(medianUpper)}]`
  const rows = survival
    .slice(0, curvesShown)
    .map((curve) => [
      curve.dimension === '' ? t('churn.contracts.everybody') : `${curve.dimension}: ${curve.group}`,
      String(curve.accounts),
      at(curve, 12),
      at(curve, 24),
      at(curve, 48),
      median(curve),
    ])
  const head = [
    t('churn.contracts.stays'),
    t('churn.table.accounts'),
    ...[12, 24, 48].map((count) => t('churn.contracts.months', { count })),
    t('churn.contracts.median'),
  ]
  const tests = logRank
    .toSorted((one, other) => one.p - other.p || other.statistic - one.statistic)
    .slice(0, 3)
    .map(({ dimension, statistic, degrees, p }) =>
      t('churn.contracts.logRank', { dimension, statistic: number.format(statistic), degrees, p: written(p) }),
    )
  const table = columnsOfText([head, ...rows], { align: 'lrrrrr', header: true })
  return ['', ...table, ...tests.map((text) => `  ${pc.dim(text)}`)]
}

/** Beyond what doubles can tell apart from 0 only a limit is known. */
function written(p: number): string {
  return p < 1e-300 ? '< 1e-300' : `= ${p.toPrecision(2)}`
}

function factorLines({ factors, concordance, changing }: ContractChurn, locale: Locale): string[] {
  if (factors.length === 0) return []
  const t = translator(locale)
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const rows = factors.map(({ column, value, reference, step, hazardRatio, lower, upper }) => [
    step === null
      ? t('churn.contracts.against', { column, value, reference })
      : t('churn.contracts.perStep', { column, step: number.format(step) }),
    number.format(hazardRatio),
    `${number.format(lower)} – ${number.format(upper)}`,
  ])
  const head = [t('churn.contracts.factor'), t('churn.contracts.times'), t('churn.table.interval')]
  const notes = [
    t('churn.contracts.concordance', { value: number.format(concordance ?? 0.5) }),
    ...(changing === null ? [] : [t('churn.contracts.changing', { column: changing })]),
  ]
  const table = columnsOfText([head, ...rows], { align: 'lrr', header: true })
  return ['', ...table, ...notes.map((note) => `  ${pc.dim(note)}`)]
}

function calibrationLines({ calibration, shape }: ContractChurn, locale: Locale): string[] {
  if (calibration.length === 0) return []
  const t = translator(locale)
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const bound = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const rows = calibration.map(({ from, to, contracts, expected, seen, lower, upper }) => [
    t('churn.contracts.band', { from: bound.format(from), to: bound.format(to) }),
    whole.format(contracts),
    percent.format(expected),
    percent.format(seen),
    `${percent.format(lower)} – ${percent.format(upper)}`,
  ])
  const told = shape === 'terms' ? 'churn.contracts.toldAtNextEnd' : 'churn.contracts.told'
  const names = [
    told,
    'churn.contracts.toldCount',
    'churn.contracts.expected',
    'churn.contracts.seen',
    'churn.table.interval',
  ]
  const table = columnsOfText([names.map((name) => t(name)), ...rows], { align: 'lrrrr', header: true })
  return ['', ...table, `  ${pc.dim(t('churn.contracts.calibrationNote'))}`]
}

function riskLines({ risks }: ContractChurn, { locale, currency }: { locale: Locale; currency: string }): string[] {
  if (risks.length === 0) return []
  const t = translator(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const money = wholeAmountFormat(locale, currency)
  const rows = risks
    .slice(0, risksShown)
    .map((item) => [
      item.accountName || item.account,
      item.contract === '' ? '–' : item.contract,
      item.endsOn ?? '–',
      item.value === null ? '–' : money.format(item.value),
      percent.format(item.risk),
      item.factors.map(raisedByWords).join(t('cli.list.and')),
    ])
  const head = ['account', 'contract', 'endsOn', 'value', 'risk', 'factors'].map((name) => t(`churn.contracts.${name}`))
  return ['', ...columnsOfText([head, ...rows], { align: 'lllrrl', header: true })]
}
