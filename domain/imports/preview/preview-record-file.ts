import type { ImportPlan, RowLeftOut } from '@vitalfew/contract/api/imports.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { missingNeeds, planRecordFile, type PlanRecordFile, type RecordFilePlan } from '../reading/plan-record-file.ts'
import { type ReadRecord, readRecordFile } from '../reading/read-record-file.ts'
import type { TableSource } from '../sheets/table-source.ts'
import { previewRows } from './preview-rows.ts'
import type { FilePreview } from './preview-sales-file.ts'
import { shownSource } from './shown-source.ts'
import { shownLeftOut, shownLeftOutRow, triedRows } from './try-rows.ts'

/**
 * How a file of records would be read and what would become of its rows. A table in which a needed column was not found is
 * shown all the same, so that the column can be named.
 *
 * @throws ProductError `input.*`, `mapping.headerNotFound`, `mapping.unknownField`, `import.fixColumn`
 */
export async function previewRecordFile(request: PlanRecordFile): Promise<FilePreview> {
  const plan = await planRecordFile({ ...request, isUndecided: true })
  const missing = missingNeeds(plan.kind, plan.columns).map(([field = '']) => ({ field, guess: null }))
  const tried = missing.length === 0 ? await tryRecords(plan, request.signal) : untried
  return { ...described(plan), ...tried, missing, preview: await previewRows(plan, request.signal) }
}

function described(plan: RecordFilePlan) {
  const { source, mapping, confidence, headers, kind, styles } = plan
  // Of a group one is enough: those that are there, or all while none is.
  const needed = new Set(
    kind.needs.flatMap((group) => {
      const there = group.filter((field) => plan.columns[field] !== undefined)
      return there.length > 0 ? there : group
    }),
  )
  const dated = [...styles.values()].find(({ type }) => type === 'day' || type === 'instant')
  return {
    kind: kind.kind,
    fields: Object.keys(kind.fields).map((field) => ({ field, isNeeded: needed.has(field) })),
    file: plan.file,
    ...shownSource(source),
    headerRow: plan.headerRow,
    headers: headers.slice(plan.returnedColumns),
    mapping: { ...mapping },
    confidence: { ...confidence },
    units: Object.fromEntries([...styles].flatMap(([name, { factor }]) => (factor === 1 ? [] : [[name, factor]]))),
    unusedHeaders: [...plan.unusedHeaders],
    dateOrder: dated?.date.order ?? null,
    duplicates: 0,
  }
}

type Tried = Pick<
  ImportPlan,
  'looked' | 'accepted' | 'rejected' | 'setAside' | 'leftOut' | 'rowsLeftOut' | 'totals' | 'unread'
>

const untried: Tried = {
  looked: { rows: 0, isWholeFile: false },
  accepted: 0,
  rejected: 0,
  setAside: 0,
  leftOut: [],
  rowsLeftOut: [],
  totals: { netRevenue: 0, firstDay: null, lastDay: null, customers: 0 },
  unread: [],
}

/** Reads the records as an import would and writes nothing. */
async function tryRecords(plan: RecordFilePlan, signal: AbortSignal | undefined): Promise<Tried> {
  const beginning = beginningOf(plan.source)
  const rowsLeftOut: RowLeftOut[] = []
  const reach = reachOf(plan)
  const summary = await readRecordFile(
    { ...plan, source: beginning.source },
    {
      signal,
      onRecords: async (records) => reach.add(records),
      onLeftOut: async (rows) => {
        for (const row of rows.slice(0, shownLeftOut - rowsLeftOut.length)) rowsLeftOut.push(shownLeftOutRow(row, plan))
      },
    },
  )
  const { rows, accepted, rejected, setAside, unread } = summary
  return {
    looked: { rows, isWholeFile: beginning.isWhole() },
    accepted,
    rejected,
    setAside,
    unread,
    leftOut: summary.leftOut.map((entry) => ({ ...entry, amount: 0 })),
    rowsLeftOut,
    totals: { netRevenue: 0, ...reach.shown() },
  }
}

/** As many rows of a table as a person waits for. */
function beginningOf(source: TableSource): { readonly source: TableSource; readonly isWhole: () => boolean } {
  let isWhole = true
  return {
    isWhole: () => isWhole,
    source: {
      ...source,
      async *rows(signal) {
        let rows = 0
        for await (const batch of source.rows(signal)) {
          yield batch
          rows += batch.rows.length
          if (rows < triedRows) continue
          isWhole = false
          return
        }
      },
    },
  }
}

/** The days that records reach over, and how many customers they speak of. */
function reachOf({ kind }: RecordFilePlan) {
  const names = Object.keys(kind.fields)
  const customer = names.indexOf('customer')
  const period = names.indexOf(kind.period ?? '')
  const perDay = kind.fields[kind.period ?? '']?.type === 'instant' ? 86_400 : 1
  const customers = new Set<string>()
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  return {
    add: (records: readonly ReadRecord[]): void => {
      for (const { values } of records) {
        const whose = values[customer]
        if (typeof whose === 'string' && whose !== '') customers.add(whose)
        const when = values[period]
        if (typeof when !== 'number') continue
        first = Math.min(first, Math.floor(when / perDay))
        last = Math.max(last, Math.floor(when / perDay))
      }
    },
    shown: () => ({
      firstDay: Number.isFinite(first) ? isoFromDay(first) : null,
      lastDay: Number.isFinite(last) ? isoFromDay(last) : null,
      customers: customers.size,
    }),
  }
}
