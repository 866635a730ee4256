import type { ImportDetail, ImportDrift, ImportOutcome, OverlapPolicy } from '@vitalfew/contract/import-log.ts'
import { nextEvent } from '../commit/import-log.query.ts'
import type { StagedFile } from '../commit/import-sales-files.ts'
import { readSample } from '../plan-sales-file.ts'
import { compareSales } from './compare-sales.query.ts'
import { settingsOfFile } from './file-reading.ts'
import { columnsOf, requireLikeness, shapeDrift, volumeDrift } from './find-drift.ts'
import { type CoveredImport, findOverlaps, requirePolicy } from './find-overlaps.ts'
import { extentOfSales } from './import-extent.query.ts'
import { coveredBySource, inOneCurrency, loggedSales, makeRoom, giveWay, withoutDays } from './rewritten-sales.ts'
import type { Settling } from './settling.ts'

/** Decides what becomes of one file, and of the imports it takes the place of. */
export async function settleSalesFile(state: Settling, file: StagedFile): Promise<ImportOutcome> {
  const { request, current, extents } = state
  const money = await inOneCurrency(state, file)
  const whole = await extentOfSales(state.warehouse, money.id)
  const columns = await columnsOfFile(file)
  const drift = likeness(state, { file, columns, extent: whole })
  const { again, overlaps, comparison, policy } = await compared(state, { file, id: money.id, extent: whole })
  const id = policy === 'skip' ? await withoutDays(state, { from: money.id, days: overlaps }) : money.id
  const extent = policy === 'skip' ? await extentOfSales(state.warehouse, id) : whole
  for (const entry of again) giveWay(state, { entry, cause: id })
  if (policy === 'replace') for (const overlap of overlaps) await makeRoom(state, { overlap, days: whole, cause: id })
  const detail: ImportDetail = {
    settings: settingsOfFile(request, file.plan.path),
    origin: request.origin,
    extent,
    columns,
  }
  const entry = loggedSales({ id, file, source: request.source, detail, madeFor: 0 })
  current.set(id, { ...entry, newest: 1 })
  extents.set(id, extent)
  state.complete.push(id)
  state.events.push(nextEvent(entry, { event: 'committed', cause: 0 }))
  return {
    ...described(state, { file, id }),
    unread: [],
    extent,
    comparison,
    overlaps: overlaps.map(({ entry: { id: known, file: name }, firstDay, lastDay }) => ({
      id: known,
      file: name,
      firstDay,
      lastDay,
    })),
    overlapPolicy: policy,
    drift,
    ...money.counts,
  }
}

function described({ request }: Settling, { file, id }: { readonly file: StagedFile; readonly id: number }) {
  const { rows, accepted, rejected, setAside, mapping, unusedHeaders } = file.summary
  return {
    id: request.isPreview ? 0 : id,
    kind: 'sales',
    source: request.source,
    file: file.plan.file,
    state: request.isPreview ? 'preview' : 'imported',
    rows,
    accepted,
    rejected,
    setAside,
    mapping: { ...mapping },
    unusedHeaders,
  } as const
}

/** What stands in the columns of the file, by its first rows. */
async function columnsOfFile({ plan }: StagedFile): Promise<ImportDetail['columns']> {
  const { rows, numbers } = await readSample(plan.source)
  const below = rows.filter((_, index) => (numbers[index] ?? 0) >= plan.firstRow)
  const own = plan.headers.slice(plan.returnedColumns)
  return columnsOf(
    own,
    own.map((_, column) => below.map((row) => row[column + plan.returnedColumns] ?? '')),
  )
}

interface LookedAt {
  readonly file: StagedFile
  readonly columns: ImportDetail['columns']
  readonly extent: ImportDetail['extent']
}

/** @throws ProductError `import.drift` */
function likeness({ request, memory }: Settling, { file, columns, extent }: LookedAt): ImportDrift[] {
  if (memory === undefined) return []
  const { mapping, units, encoding } = file.summary
  const drift = [
    ...shapeDrift(memory.shape, { columns, mapping, units, encoding }),
    ...volumeDrift(memory.extents, extent),
  ]
  requireLikeness(drift, {
    file: file.plan.file,
    source: request.source,
    isAccepted: request.acceptDrift || request.isPreview,
    locale: request.locale,
  })
  return drift
}

interface ToCompare {
  readonly file: StagedFile
  readonly id: number
  readonly extent: ImportDetail['extent']
}

/** @throws ProductError `import.overlap` */
async function compared(state: Settling, { file, id, extent }: ToCompare) {
  const { warehouse, request, current } = state
  const again = [...current.values()].filter(({ sha256 }) => sha256 === file.sha256)
  const overlaps: CoveredImport[] = findOverlaps(coveredBySource(state), extent).filter(
    ({ entry }) => !again.includes(entry),
  )
  const comparison = await compareSales(warehouse, {
    importId: id,
    rows: extent.rows,
    others: overlaps.map(({ entry }) => entry.id),
    current: [...current.keys()],
    firstDay: extent.firstDay ?? '1970-01-01',
    lastDay: extent.lastDay ?? '1970-01-01',
  })
  const { policy: asked, isPreview } = request
  requirePolicy({ file: file.plan.file, extent, overlaps, comparison, policy: asked, isPreview })
  const policy: OverlapPolicy | null = overlaps.length === 0 ? null : (asked ?? 'append')
  return { again, overlaps, comparison, policy }
}
