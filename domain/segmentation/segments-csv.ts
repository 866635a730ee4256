import type { SegmentedAccounts } from './segment-accounts.ts'

const columns = ['account', 'accountName', 'cluster', 'clusterName', 'strength', 'x', 'y']
const byteOrderMark = '\uFEFF'

/** Every account with its cluster, as a table for spreadsheets: UTF-8 with a byte order mark; part by part. */
export function* segmentsCsv(found: SegmentedAccounts): Generator<string> {
  const names = new Map(found.segmentation.clusters.map(({ id, name }) => [id, name]))
  yield `${byteOrderMark}${columns.join(',')}\r\n`
  let part = ''
  for (let i = 0; i < found.accounts.length; i++) {
    const cluster = found.clusters[i] ?? 1
    const cells = [
      cell(found.accounts.at(i) ?? ''),
      cell(found.accountNames.at(i) ?? ''),
      cluster,
      cell(names.get(cluster) ?? ''),
      (found.strengths[i] ?? 0).toFixed(4),
      (found.plane.x[i] ?? 0).toPrecision(6),
      (found.plane.y[i] ?? 0).toPrecision(6),
    ]
    part += `${cells.join(',')}\r\n`
    if (part.length < 65_536) continue
    yield part
    part = ''
  }
  yield part
}

/** A text that a spreadsheet would take for a formula is kept one by an apostrophe. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
