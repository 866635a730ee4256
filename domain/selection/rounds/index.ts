export {
  createRound,
  getRound,
  inviteRater,
  listRounds,
  removeRound,
  setRoundOpen,
  uninviteRater,
} from './edit-round.ts'
export { judgementSheet, judgePair, submitSheet } from './judge-pairs.ts'
export { roundQuestionnaire, takeQuestionnaire } from './questionnaires.ts'
export { setShares } from './set-shares.ts'
export { adoptRound, roundLists, roundResult } from './round-result.ts'
