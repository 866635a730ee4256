export { findTableNames } from './find-table-names.ts'
export { clusterCsv, foundNamesCsv, pairCsv } from './match-csv.ts'
export { matchedPairs, type MatchedTable, matchResult, matchTable } from './match-table.ts'
export {
  type AskedChange,
  changedMembership,
  changeMembership,
  type IdentityState,
} from './membership/change-membership.ts'
export { currentMembershipSequence } from './membership/membership-sequence.query.ts'
export { previewMembership } from './membership/preview-membership.ts'
export { accountOf, customersOf, undoneOperations } from './membership/replay-operations.ts'
export { checkSign } from './names/credit-code.ts'
export { answerPair } from './review/answer-pair.ts'
export { goldenRecord } from './review/golden-record.ts'
export { reviewQueue } from './review/review-queue.ts'
export { namedCustomer, type WorkspaceIdentity, workspaceIdentity } from './review/workspace-identity.ts'
export { type IdentityTable, readIdentityTable } from './table/read-identity-table.ts'
