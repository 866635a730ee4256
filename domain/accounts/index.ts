export { exportAccounts } from './export/export-accounts.ts'
export { accountFieldList } from './list/account-field-list.ts'
export { facetAccounts } from './list/facet-accounts.ts'
export { hiddenAccountFields } from './list/hidden-fields.ts'
export { listAccounts } from './list/list-accounts.ts'
export { searchAccounts } from './list/search-accounts.ts'
export type { AccountSources } from './list/selected-accounts.ts'
export { listMarkChanges, listTags, markAccounts, undoMarks } from './marks/mark-accounts.ts'
export { spellNames } from './names/spell-names.ts'
export { accountLifecycle } from './page/account-lifecycle.ts'
export { accountLines, accountOrders } from './page/account-sales.ts'
export { accountSlices } from './page/account-slices.ts'
export { accountTimes } from './page/account-times.ts'
export { getAccount } from './page/get-account.ts'
export { type AccountWanted, visibleAccount } from './page/visible-account.ts'
export { type AccountColumn, accountColumns } from './rows/account-columns.ts'
export { accountRowFigures } from './rows/account-row-figures.ts'
export { accountRowTables, fillAccountRows, hasAccountRows } from './rows/fill-account-rows.ts'
export { exactSum, exactSumOrNull } from './rows/exact-sum.ts'
export { lastMonths } from './rows/last-months.ts'
export { previewAbc } from './runs/preview-abc.ts'
export { criteriaOfProfit } from './runs/criteria-of-profit.ts'
export { listRuns, type PublishedRun, runBefore, runNamed, runOfAnswer, runSeenBy } from './runs/published-runs.ts'
export { runSummary } from './runs/run-summary.ts'
export { figuresOfAccounts } from './segments/figures-of-accounts.ts'
export { type NamedSegmentation, namedSegmentations, segmentationTitle } from './segments/named-segmentations.ts'
export { segmentCounts } from './segments/segment-counts.ts'
export {
  changeView,
  columnSettings,
  keepColumnSettings,
  listViews,
  removeView,
  saveView,
} from './views/account-views.ts'
