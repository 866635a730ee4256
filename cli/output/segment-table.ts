import { wholeAmountFormat } from '@vitalfew/contract/currency.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import type { Segment, Segmentation } from '@vitalfew/contract/segmentation.ts'
import pc from 'picocolors'
import { columnsOfText } from './columns-of-text.ts'
import { shortened } from './text-width.ts'

const nameWidth = 40
const accountWidth = 20
const typicalShown = 2
const rulesShown = 10

/** What a terminal shows of a segmentation: how many groups and why, what they are, who stands on borders, rules. */
export function segmentTable(
  found: Segmentation,
  { locale, out }: { readonly locale: Locale; readonly out: string | null },
): string {
  const t = translator(locale)
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', pc.bold(title), ...lines]
  const features = found.features.map(({ title }) => title).join(t('segmentation.list.comma'))
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  return [
    '',
    pc.bold(
      found.asOf === null
        ? t('segmentation.table.title', { file: found.file })
        : t('segmentation.table.titleAsOf', { asOf: found.asOf }),
    ),
    t('segmentation.table.accounts', {
      count: found.accounts,
      method: t(`segmentation.method.${found.method}`),
      features,
    }),
    ...found.notes.map(({ text }) => pc.dim(text)),
    ...section(t('segmentation.table.evaluations'), evaluationLines(found, locale)),
    found.chosen.why,
    ...section(t('segmentation.table.clusters'), clusterLines(found, locale)),
    ...borderLines(found, locale),
    ...section(
      t('segmentation.table.rules', { fidelity: percent.format(found.rules.fidelity) }),
      ruleLines(found, locale),
    ),
    ...movementLines(found, locale),
    ...(out === null ? [] : ['', `${t('segmentation.table.written')} ${pc.cyan(out)}`]),
  ].join('\n')
}

function evaluationLines({ evaluations, chosen }: Segmentation, locale: Locale): string[] {
  const t = translator(locale)
  const measures = ['silhouette', 'calinskiHarabasz', 'daviesBouldin', 'gap', 'bic'] as const
  const known = measures.filter((measure) => evaluations.some((item) => item[measure] !== null))
  const decimals = { silhouette: 3, calinskiHarabasz: 1, daviesBouldin: 3, gap: 3, bic: 0 }
  const written = (value: number | null, digits: number): string =>
    value === null
      ? '–'
      : new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
  const head = [
    t('segmentation.table.k'),
    t('segmentation.table.inertia'),
    ...known.map((measure) => t(`segmentation.measure.${measure}`)),
  ]
  const rows = evaluations.map((item) => [
    `${item.k === chosen.k ? '→ ' : ''}${item.k}`,
    written(item.inertia, 1),
    ...known.map((measure) => {
      const mark = chosen.votes.some((vote) => vote.measure === measure && vote.k === item.k) ? '*' : ' '
      return `${written(item[measure], decimals[measure])}${mark}`
    }),
  ])
  return columnsOfText([head, ...rows], { align: 'r'.repeat(head.length), header: true })
}

function clusterLines(found: Segmentation, locale: Locale): string[] {
  const t = translator(locale)
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const money = wholeAmountFormat(locale, found.currency)
  const hasMoney = found.clusters.some(({ amount }) => amount !== null)
  const head = ['id', 'name', 'size', 'share', ...(hasMoney ? ['amount', 'amountShare'] : []), 'stability', 'typical']
  const stability = ({ stability: value, verdict }: Segment): string =>
    value === null || verdict === null ? '–' : `${value.toFixed(2)} ${t(`segmentation.verdict.${verdict}`)}`
  const rows = found.clusters.map((item) => [
    String(item.id),
    shortened(item.name, nameWidth),
    whole.format(item.size),
    percent.format(item.share),
    ...(hasMoney ? [money.format(item.amount ?? 0), percent.format(item.amountShare ?? 0)] : []),
    stability(item),
    item.typical
      .slice(0, typicalShown)
      .map(({ account, accountName }) => shortened(accountName || account, accountWidth))
      .join(', '),
  ])
  return columnsOfText([head.map((name) => t(`segmentation.table.${name}`)), ...rows], {
    align: hasMoney ? 'llrrrrll' : 'llrrll',
    header: true,
  })
}

function borderLines({ clusters }: Segmentation, locale: Locale): string[] {
  const t = translator(locale)
  const names = clusters.flatMap(({ id, borderline }) =>
    borderline
      .slice(0, 1)
      .map(
        ({ account, accountName, next }) => `${shortened(accountName || account, accountWidth)} (${id}/${next ?? '–'})`,
      ),
  )
  return names.length === 0 ? [] : [`  ${pc.dim(t('segmentation.table.borderline', { accounts: names.join(', ') }))}`]
}

function ruleLines({ rules }: Segmentation, locale: Locale): string[] {
  const t = translator(locale)
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const head = ['cluster', 'rule', 'size', 'purity'].map((name) => t(`segmentation.table.${name}`))
  const rows = rules.items
    .slice(0, rulesShown)
    .map(({ cluster, text, accounts, purity }) => [
      String(cluster),
      text,
      whole.format(accounts),
      percent.format(purity),
    ])
  return columnsOfText([head, ...rows], { align: 'llrr', header: true })
}

function movementLines({ movement }: Segmentation, locale: Locale): string[] {
  if (movement === null) return []
  const t = translator(locale)
  const { shared, stayed, arrived, gone, moves } = movement
  const lines = moves
    .filter(({ from, to }) => from !== to)
    .slice(0, rulesShown)
    .map(({ from, to, accounts }) => `  ${from} → ${to}: ${accounts}`)
  const told = t('segmentation.table.moved', { shared, stayed, moved: shared - stayed, arrived, gone })
  return ['', pc.bold(t('segmentation.table.movement')), told, ...lines]
}
