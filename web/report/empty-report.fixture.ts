import type { Report } from '@vitalfew/contract/report.ts'
import { exampleReport } from './example-report.fixture.ts'

/** Data in which nobody bought anything. */
export function emptyReport(): Report {
  const report = exampleReport(20)
  const { run } = report
  const none = { accounts: 0, amount: 0, share: 0 }
  return {
    ...report,
    accounts: [],
    slipping: [],
    aliveHistories: [],
    concentrationCurve: [],
    monthlyRevenue: report.months.map(() => 0),
    monthlyGrossProfit: null,
    run: {
      ...run,
      keyAccounts: [],
      totals: {
        ...run.totals,
        accounts: 0,
        orders: 0,
        netRevenue: 0,
        grossRevenue: 0,
        grossProfit: null,
        returns: 0,
        firstOrder: null,
        lastOrder: null,
      },
      abc: { ...run.abc, classes: { A: none, B: none, C: none }, gini: 0, hhi: 0, topShares: [], matrix: [] },
      rfm: { segments: run.rfm.segments.map(({ name }) => ({ name, accounts: 0, netRevenue: 0 })), grid: [] },
      lifecycle: {
        ...run.lifecycle,
        stages: run.lifecycle.stages.map(({ name }) => ({ name, accounts: 0, netRevenue: 0 })),
      },
      concentration: {
        ...run.concentration,
        largestAccount: null,
        largestAccountName: '',
        netRevenue: 0,
        netRevenueShare: 0,
        grossProfit: null,
        grossProfitShare: null,
        netRevenueWithout: 0,
        grossProfitWithout: null,
      },
      quality: { score: 1, issues: [] },
      selection: null,
      value: null,
      churn: null,
      segmentation: null,
      behaviour: null,
    },
  }
}
