import { ProductError } from '@vitalfew/contract/errors.ts'
import { textTable } from '../churn/index.ts'
import type { EarlierSegments } from './tell/segment-movement.ts'

/**
 * Reads the assignments of an earlier segmentation, as segments.csv has them.
 *
 * @throws ProductError `input.*`, `segmentation.notSegments`
 */
export async function readEarlierSegments(path: string, signal: AbortSignal): Promise<EarlierSegments> {
  const { file, headers, rows } = await textTable(path, { signal })
  const [account, cluster, clusterName] = ['account', 'cluster', 'clusterName'].map((name) => headers.indexOf(name))
  const clusters = new Map<string, number>()
  const names = new Map<number, string>()
  for (const row of rows) {
    const id = Number(row[cluster ?? -1])
    if (!Number.isInteger(id) || id < 1) continue
    clusters.set(withoutApostrophe(row[account ?? -1] ?? ''), id)
    const name = row[clusterName ?? -1] ?? ''
    if (name !== '') names.set(id, withoutApostrophe(name))
  }
  if (account === -1 || clusters.size === 0) {
    throw new ProductError('segmentation.notSegments', { file, headers: headers.join(', ') })
  }
  return { clusters, names }
}

/** Texts that look like formulas were written with an apostrophe before them. */
function withoutApostrophe(text: string): string {
  return /^'[=+\-@\t\r＝＋－＠]/.test(text) ? text.slice(1) : text
}
