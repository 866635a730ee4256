import { type Translate, translator } from '@vitalfew/contract/locale.ts'

import type { Selection } from '@vitalfew/contract/selection.ts'
import type { Override } from '../overrides/override.ts'
import { ruleWords } from '../words/rule-words.ts'
import type { WriteEvidence } from './write-evidence.ts'
import { conditionWords } from '../words/condition-words.ts'

export type SheetCell = string | number | null

export interface EvidenceSheet {
  /** Name of the part in the manifest. */
  readonly key: string
  readonly title: string
  readonly rows: readonly (readonly SheetCell[])[]
  readonly hasHeader: boolean
  /** So many rows are shown in the workbook, with the header; all where absent. What is hashed are all. */
  readonly shown?: number
}

/** More rows of figures than these are read by nobody. */
const figuresInWorkbook = 50_000

type Evidence = Omit<WriteEvidence, 'path'> & {
  /** Accounts of given figures that are in the run. */
  readonly found: ReadonlySet<string>
}

/** The sheets of the workbook that do not depend on the warehouse, as plain cells. */
export function evidenceSheets(evidence: Evidence): EvidenceSheet[] {
  const { run } = evidence
  const { selection } = run
  if (selection === null) return []
  const t = translator(run.run.locale)
  const sheet = (key: string, rows: EvidenceSheet['rows'], hasHeader = true): EvidenceSheet => ({
    key,
    title: t(`selection.evidence.${key}`),
    rows,
    hasHeader,
  })
  return [
    sheet('overview', overview(evidence, { selection, t }), false),
    sheet('imports', imports(evidence)),
    sheet('criteria', criteria(evidence, selection)),
    sheet('tiers', tiers(evidence, selection)),
    sheet('reasons', reasons(selection)),
    sheet('overrides', overrides(evidence.overrides)),
    sheet('ratings', ratings(evidence)),
    ...(evidence.figures.length === 0 ? [] : [{ ...sheet('figures', figures(evidence)), shown: figuresInWorkbook }]),
    sheet('document', [['json'], [JSON.stringify(evidence.model)]]),
  ]
}

function overview(
  { run, model }: Evidence,
  { selection, t }: { readonly selection: Selection; readonly t: Translate },
): SheetCell[][] {
  const { asOf, currency, engine, product } = run.run
  const facts: [string, SheetCell][] = [
    ['model', `${selection.title} (${model.name}@${model.version})`],
    ['description', selection.description],
    ['asOf', asOf],
    ['firstOrder', run.totals.firstOrder],
    ['lastOrder', run.totals.lastOrder],
    ['currency', currency],
    ['accounts', run.totals.accounts],
    ['population', selection.population],
    ['gated', selection.gated],
    ['origin', t(`selection.origin.${selection.origin}`)],
    ['judgements', model.weights.judgements?.sha256 ?? null],
    ['experts', model.weights.judgements?.experts.join(', ') ?? null],
    ['aggregation', t(`selection.aggregation.${selection.aggregation}`)],
    ['missing', t(`selection.missing.${model.missing}`)],
    ['seed', selection.sensitivity?.seed ?? null],
    ['draws', selection.sensitivity?.draws ?? null],
    ['product', product],
    ['engine', engine],
  ]
  return [
    ...facts.map(([key, value]) => [t(`selection.evidence.fact.${key}`), value]),
    ...selection.notes.map((note) => ['', note]),
  ]
}

function imports({ imports: ids, run }: Evidence): SheetCell[][] {
  const summaries = run.run.imports
  return [
    ['import', 'file', 'sha256', 'rows', 'accepted', 'rejected', 'setAside'],
    ...ids.map(({ id, sha256 }, index) => {
      const summary = summaries[index]
      return [
        id,
        summary?.file ?? null,
        sha256,
        summary?.rows ?? null,
        summary?.accepted ?? null,
        summary?.rejected ?? null,
        summary?.setAside ?? null,
      ]
    }),
  ]
}

function criteria({ model, run }: Evidence, selection: Selection): SheetCell[][] {
  const departments = Object.entries(model.weights.byDepartment ?? {})
  return [
    ['id', 'title', 'metric', 'weight', 'known', 'normalization', 'missing', ...departments.map(([name]) => name)],
    ...model.criteria.map(({ id, title, metric, normalization, missing }) => {
      const used = selection.criteria.find((each) => each.id === id)
      return [
        id,
        title[run.run.locale],
        metric ?? null,
        used?.weight ?? null,
        used?.known ?? null,
        JSON.stringify(normalization ?? { method: 'percentile' }),
        missing ?? model.missing,
        ...departments.map(([, own]) => own[id] ?? 0),
      ]
    }),
  ]
}

function tiers({ model, run }: Evidence, selection: Selection): SheetCell[][] {
  const wording = { locale: run.run.locale, currency: run.run.currency }
  return [
    ['id', 'title', 'accounts', 'netRevenue', 'grossProfit', 'rule', 'minimumStayDays'],
    ...model.tiers.map(({ id, title, rule, minimumStayDays = 0 }) => {
      const found = selection.tiers.find((tier) => tier.id === id)
      return [
        id,
        title[wording.locale],
        found?.accounts ?? null,
        found?.netRevenue ?? null,
        found?.grossProfit ?? null,
        ruleWords(rule, wording),
        minimumStayDays,
      ]
    }),
    ...model.gates.map(({ id, text, condition }) => [
      `gate ${id}`,
      text[wording.locale],
      null,
      null,
      null,
      conditionWords(condition, wording),
      null,
    ]),
  ]
}

function reasons({ accounts }: Selection): SheetCell[][] {
  const rows = accounts.flatMap((selected) => {
    const { account, accountName, tier, score } = selected
    const probability = selected.probabilities?.find((each) => each.tier === tier)?.probability ?? null
    const head = [account, accountName, tier, score, probability]
    return [
      ...selected.sentences.map((text) => [...head, null, null, text]),
      ...selected.contributions.map(({ criterion, points, text }) => [...head, criterion, points, text]),
    ]
  })
  return [['account', 'accountName', 'tier', 'score', 'probability', 'criterion', 'points', 'text'], ...rows]
}

function overrides(list: readonly Override[]): SheetCell[][] {
  return [
    ['id', 'account', 'tier', 'reason', 'author', 'from', 'until'],
    ...list.map(({ id, account, tier, reason, author, from, until }) => [
      id,
      account,
      tier,
      reason,
      author,
      from,
      until,
    ]),
  ]
}

/** What files gave, as the run knew it; 0 in the last column where the account is not in the data. */
function figures({ figures: list, found }: Evidence): SheetCell[][] {
  return [
    ['account', 'figure', 'value', 'day', 'author', 'source', 'file', 'inData'],
    ...list.map(({ account, figure, value, day, author, reason, file }) => [
      account,
      figure,
      value,
      day,
      author,
      reason,
      file,
      found.has(account) ? 1 : 0,
    ]),
  ]
}

function ratings({ ratings: list }: Evidence): SheetCell[][] {
  return [
    ['account', 'criterion', 'score', 'rater', 'department', 'day', 'reason'],
    ...list.map(({ account, criterion, score, rater, department, day, reason }) => [
      account,
      criterion,
      score,
      rater,
      department,
      day,
      reason,
    ]),
  ]
}
