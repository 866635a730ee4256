import type { Run } from '@vitalfew/contract/run.ts'

const figures = /profit|margin|contribution/i
const values = /clv|value/i

/** Criteria of a run's selection that tell of profit, by their id or by the figure they are read from. */
export function criteriaOfProfit(run: Run): ReadonlySet<string> {
  const basis = run.value?.basis
  const valueIsProfit = basis === 'grossProfit' || basis === 'contribution'
  const metrics = new Map<string, string>()
  for (const { reasons, weakness } of run.keyAccounts) {
    for (const reason of [...reasons, ...(weakness === null ? [] : [weakness])]) {
      if (reason.metric !== null && reason.metric !== undefined) metrics.set(reason.criterion, reason.metric)
    }
  }
  const ids = (run.selection?.criteria ?? []).map(({ id }) => id)
  return new Set(
    ids.filter((id) => {
      const names = `${id} ${metrics.get(id) ?? ''}`
      return figures.test(names) || (valueIsProfit && values.test(names))
    }),
  )
}
