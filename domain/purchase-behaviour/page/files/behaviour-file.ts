import { type BehaviourChoice, portfolioAnalyses, type PortfolioAnalysis } from '@vitalfew/contract/api/behaviour.ts'
import type { FunnelWays } from '@vitalfew/contract/api/behaviour-funnel.ts'
import type { exportFormats } from '@vitalfew/contract/api/exports.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Translate, translator } from '@vitalfew/contract/locale.ts'
import {
  PurchaseAffinity,
  PurchaseCohorts,
  PurchaseCycle,
  PurchaseWhitespace,
} from '@vitalfew/contract/purchase-behaviour.ts'
import { PurchasePreference } from '@vitalfew/contract/purchase-preference.ts'
import { PurchaseForecast, PurchaseTrends } from '@vitalfew/contract/purchase-trends.ts'
import type { z } from 'zod'
import type { Viewer } from '../../../access/index.ts'
import { recordAudit } from '../../../audit/index.ts'
import { accountBehaviour } from '../account-behaviour.ts'
import { type BehaviourSources, portfolioBehaviour } from '../portfolio-behaviour.ts'
import { type FunnelSources, workspaceFunnel } from '../workspace-funnel.ts'
import { cycleTables } from './cycle-tables.ts'
import type { FileTable } from './file-table.ts'
import { funnelTables } from './funnel-tables.ts'
import { habitTables } from './habit-tables.ts'
import { affinityTables, cohortTables, whitespaceTables } from './item-tables.ts'
import { preferenceTables } from './preference-tables.ts'
import { forecastTables, trendTables } from './series-tables.ts'
import { csvOfTable, workbookOfTables } from './write-tables.ts'

type FileSources = BehaviourSources & FunnelSources

/** What a file is of: an analysis, the funnel, or one account. */
export type BehaviourSubject =
  | { readonly of: 'accounts'; readonly analysis: string; readonly choice: BehaviourChoice }
  | { readonly of: 'funnel'; readonly ways: FunnelWays }
  | { readonly of: 'account'; readonly key: string; readonly run?: string | undefined }

export interface BehaviourFile {
  readonly subject: BehaviourSubject
  readonly format: (typeof exportFormats)[number]
  /** Of several tables the one that a text file is to hold; the first where left out. */
  readonly table?: string | undefined
}

/**
 * What a page tells, as a file: a workbook of all its tables, or one of them as text. Texts that a spreadsheet would run
 * are made harmless. That it was given out is written down.
 *
 * @throws ProductError as the page does; `export.notFound` where there is no such page or table
 */
export async function behaviourFile(viewer: Viewer, sources: FileSources, asked: BehaviourFile) {
  const { subject, format } = asked
  const tables = await tablesOf(viewer, sources, subject)
  const [first] = tables
  const wanted = asked.table === undefined ? first : tables.find(({ name }) => name === asked.table)
  if (first === undefined || wanted === undefined) throw new ProductError('export.notFound')
  const bytes = format === 'csv' ? csvOfTable(wanted) : await workbookOfTables(tables)
  const details = { ...subject, format, table: format === 'csv' ? wanted.name : 'all' }
  await sources.database
    .transaction()
    .execute((transaction) =>
      recordAudit(transaction, { viewer, action: 'behaviour.exported', subject: `behaviour:${subject.of}`, details }),
    )
  const about = translator(viewer.locale)(subject.of === 'account' ? 'habits.title' : titleKey(subject))
  return { file: `${about}${format === 'csv' ? `-${wanted.title}` : ''}.${format}`, bytes }
}

function titleKey(subject: Exclude<BehaviourSubject, { of: 'account' }>) {
  return `habits.tab.${subject.of === 'funnel' ? 'funnel' : subject.analysis}` as const
}

async function tablesOf(viewer: Viewer, sources: FileSources, subject: BehaviourSubject): Promise<FileTable[]> {
  const t = translator(viewer.locale)
  if (subject.of === 'account') return habitTables(t, (await accountBehaviour(viewer, sources, subject)).habits)
  if (subject.of === 'funnel') {
    const { funnel } = await workspaceFunnel(viewer, sources, subject.ways)
    return funnel === null ? [] : funnelTables(t, funnel)
  }
  const analysis = portfolioAnalyses.find((name) => name === subject.analysis)
  if (analysis === undefined) throw new ProductError('export.notFound')
  return tablesOfAnalysis(t, analysis, async (answer) => {
    const question = { analysis, choice: subject.choice, answer }
    return (await portfolioBehaviour(viewer, sources, question)).answer
  })
}

type Ask = <Answer extends z.ZodType>(answer: Answer) => Promise<z.output<Answer>>

async function tablesOfAnalysis(t: Translate, analysis: PortfolioAnalysis, ask: Ask): Promise<FileTable[]> {
  switch (analysis) {
    case 'cycle':
      return cycleTables(t, await ask(PurchaseCycle))
    case 'preference':
      return preferenceTables(t, await ask(PurchasePreference))
    case 'cohorts':
      return cohortTables(t, await ask(PurchaseCohorts))
    case 'affinity':
      return affinityTables(t, await ask(PurchaseAffinity))
    case 'whitespace':
      return whitespaceTables(t, await ask(PurchaseWhitespace))
    case 'trends':
      return trendTables(t, await ask(PurchaseTrends))
    case 'forecast':
    case 'demand':
      return forecastTables(t, await ask(PurchaseForecast))
  }
}
