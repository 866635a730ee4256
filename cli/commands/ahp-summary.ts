import type { JudgementReport } from '@vitalfew/contract/judgements.ts'
import { type Locale, translator } from '@vitalfew/contract/locale.ts'
import pc from 'picocolors'
import { columnsOfText } from '../output/columns-of-text.ts'
import { shortened } from '../output/text-width.ts'
import { ahpWords, type AhpWords } from './ahp-words.ts'

const mostDisagreements = 6
/** Departments whose weights stand beside each other on a terminal. */
const departmentsAcross = 4
const nameWidth = 16

/** What a terminal shows of judgements: weights, person by person, who disagrees on what, and what to ask back. */
export function ahpSummary(report: JudgementReport, locale: Locale): string {
  const t = translator(locale)
  const words = ahpWords(report, locale)
  const { experts, departments, group } = report
  const method = t(`judgements.method.${report.method}`)
  const aggregation = t(`judgements.aggregation.${report.aggregation}`)
  const consensus = [
    t('judgements.report.consensus', {
      consensus: words.share(group.consensus),
      band: t(`judgements.band.${group.consensusBand}`),
    }),
    ...(departments.length < 2 ? [] : [words.departmentConsensus()]),
  ]
  return [
    '',
    pc.bold(t('judgements.report.title')),
    `  ${t('judgements.report.people', { people: experts.length, departments: departments.length })}`,
    `  ${t('judgements.report.method', { method, aggregation })}`,
    '',
    pc.bold(t('judgements.report.weights')),
    ...weightTables(report, words),
    '',
    `  ${words.groupConsistency()}`,
    ...(experts.length === 1 ? [t('judgements.report.onePerson')] : consensus).map((line) => `  ${line}`),
    '',
    pc.bold(t('judgements.report.persons')),
    ...experts.flatMap((expert) => words.person(expert)),
    ...(experts.length === 1 ? [] : ['', pc.bold(t('judgements.report.disagreements')), ...apart(report, words)]),
    '',
    pc.bold(t('judgements.report.questions')),
    ...(report.questions.length === 0
      ? [`  ${t('judgements.report.nothingToAsk')}`]
      : report.questions.map((question, index) => `  ${index + 1}. ${words.question(question)}`)),
    '',
    pc.dim(t('judgements.report.sha256', { sha256: report.judgements.sha256 })),
  ].join('\n')
}

/** A row for each criterion; a column for the group by either way, then for the departments, a few at a time. */
function weightTables(report: JudgementReport, words: AhpWords): string[] {
  const { t, percent } = words
  const { criteria, departments, group } = report
  const both = [
    { title: t('judgements.report.byJudgements'), weights: group.weightsByJudgements },
    { title: t('judgements.report.byPriorities'), weights: group.weightsByPriorities },
  ]
  const own = departments.length < 2 ? [] : departments
  const columns = [
    ...both,
    ...own.map(({ department, weights }) => ({ title: shortened(department, nameWidth), weights })),
  ]
  const tables: string[] = []
  for (let from = 0; from < columns.length; from += departmentsAcross + 2) {
    const shown = columns.slice(from, from + departmentsAcross + 2)
    const rows = rowsOf(report).map(({ title, depth, places }) => [
      `${'  '.repeat(depth)}${title}`,
      ...shown.map(({ weights }) => percent(places.reduce((sum, place) => sum + (weights[place] ?? 0), 0))),
    ])
    const header = [t('judgements.report.criterion'), ...shown.map(({ title }) => title)]
    if (from > 0) tables.push('')
    tables.push(...columnsOfText([header, ...rows], { align: `l${'r'.repeat(shown.length)}`, header: true }))
  }
  return criteria.length === 0 ? [] : tables
}

interface WeightRow {
  readonly title: string
  readonly depth: number
  /** Places of the criteria that it holds. */
  readonly places: readonly number[]
}

function rowsOf({ criteria, titles, tree }: JudgementReport): WeightRow[] {
  if (tree === null) return titles.map((title, place) => ({ title, depth: 0, places: [place] }))
  const below = (name: string, depth: number): WeightRow[] => {
    const children = tree.filter(({ parent }) => parent === name)
    const rows = children.flatMap((child) => below(child.name, depth + 1))
    const place = criteria.indexOf(name)
    const places = place === -1 ? rows.filter((row) => row.depth === depth + 1).flatMap((row) => row.places) : [place]
    return [{ title: titles[place] ?? name, depth, places }, ...rows]
  }
  const goal = tree.find(({ parent }) => parent === null)
  return goal === undefined ? [] : below(goal.name, 0)
}

/** Departments where there are several, else people; then the comparisons on which people differ most. */
function apart({ disagreements, departments }: JudgementReport, words: AhpWords): string[] {
  const { t } = words
  const pairs =
    departments.length > 1
      ? disagreements.departments.map((found) => ({ ...found, who: [found.first, found.second] }))
      : disagreements.experts.map((found) => ({ ...found, who: [found.first.name, found.second.name] }))
  const differing = pairs.filter(({ distance }) => distance > 1e-9)
  if (differing.length === 0) return [`  ${t('judgements.report.agreed')}`]
  const lines = differing.map(({ who: [first = '', second = ''], ...found }) =>
    t('judgements.report.weightsApart', {
      first,
      second,
      distance: words.percent(found.distance),
      criterion: words.title(found.criterion),
      firstWeight: words.percent(found.firstWeight),
      secondWeight: words.percent(found.secondWeight),
    }),
  )
  const judged = disagreements.judgements.map((found) => words.judgementsApart(found))
  return [...atMost(lines, words), ...atMost(judged, words)].map((line) => `  ${line}`)
}

function atMost(lines: readonly string[], { t }: AhpWords): string[] {
  const left = lines.length - mostDisagreements
  if (left <= 0) return [...lines]
  return [...lines.slice(0, mostDisagreements), t('judgements.report.more', { count: left })]
}
