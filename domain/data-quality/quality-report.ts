import type { QualityReport } from '@vitalfew/contract/quality.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { type Examined, examineQuality } from './examine-quality.ts'
import { noteScore, scoreHistory } from './history/score-history.query.ts'
import { knownData } from './steps/known-data.ts'
import { shownSteps } from './steps/step-log.query.ts'

/**
 * Everything known of how sound the sales of a workspace are. Unless it only
 * looks, the score is noted where it has changed.
 */
export async function qualityReport(
  warehouse: Warehouse,
  { today, isNoted = true }: { readonly today: string; readonly isNoted?: boolean },
): Promise<QualityReport> {
  const data = await knownData(warehouse, today)
  const { log, ...examined } = await examineQuality(warehouse, data)
  if (isNoted) await noteScore(warehouse, scoreToNote(examined))
  const history = await scoreHistory(warehouse)
  return {
    ...examined,
    steps: shownSteps(log),
    history: history.map(({ at, score, runId }) => ({ at, score, runId })),
  }
}

function scoreToNote({ imports, score, amount, affected, checks }: Omit<Examined, 'log'>) {
  return {
    imports: imports.map(({ importId }) => importId),
    score,
    amount,
    affected,
    openChecks: checks.filter(({ state }) => state === 'open').length,
  }
}
