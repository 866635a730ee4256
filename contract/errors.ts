/**
 * The one error vocabulary of the product. An error carries a code and the facts of the case; the words are in the
 * message catalogues under `errors.<code>` and are chosen where the error meets a person. `remedy` facts (a file, a
 * header, a limit) go into `details` so that every language can name them.
 */
export const errorCodes = [
  'argument.invalid',
  'config.invalid',
  'config.notFound',
  'input.empty',
  'input.isDirectory',
  'input.notFound',
  'input.noPermission',
  'input.unknownFormat',
  'input.damaged',
  'input.tooLarge',
  'input.lineTooLong',
  'input.tooManyColumns',
  'input.sheetNotFound',
  'input.noRows',
  'input.summaryColumns',
  'input.summaryRow',
  'mapping.fieldMissing',
  'mapping.headerNotFound',
  'mapping.unknownField',
  'mapping.notContracts',
  'mapping.notTickets',
  'output.notWritable',
  'output.exists',
  'disk.full',
  'workspace.inUse',
  'workspace.notAWorkspace',
  'workspace.newerVersion',
  'warehouse.unsupportedPlatform',
  'warehouse.startFailed',
  'warehouse.queryFailed',
  'warehouse.memoryLimit',
  'warehouse.timeout',
  'warehouse.unreachable',
  'warehouse.loginRefused',
  'warehouse.tooOld',
  'warehouse.clusterDiffers',
  'warehouse.replicasUnsent',
  'warehouse.shardUnavailable',
  'warehouse.replicaDiffers',
  'store.unsupportedPlatform',
  'store.startFailed',
  'analysis.nothingToAnalyse',
  'analysis.fitFailed',
  'model.notFound',
  'model.invalid',
  'model.unknownMetric',
  'model.unknownAttribute',
  'model.unknownCriterion',
  'model.twice',
  'model.weights',
  'model.thresholds',
  'model.emptyTier',
  'model.lastTier',
  'model.changed',
  'overrides.twoAtOnce',
  'overrides.unknownTier',
  'overrides.notFound',
  'scores.columns',
  'scores.unknownCriterion',
  'scores.outOfScale',
  'scores.day',
  'judgements.unknownFormat',
  'judgements.shape',
  'judgements.empty',
  'judgements.noSheet',
  'judgements.tooManyCriteria',
  'judgements.criterionTwice',
  'judgements.unknownCriterion',
  'judgements.differentCriteria',
  'judgements.modelCriteria',
  'judgements.matrixMissing',
  'judgements.rows',
  'judgements.notSquare',
  'judgements.diagonal',
  'judgements.notAJudgement',
  'judgements.notReciprocal',
  'judgements.apart',
  'judgements.unknownChoice',
  'judgements.contradictsChoice',
  'judgements.pairTwice',
  'judgements.expertTwice',
  'judgements.noGoal',
  'judgements.severalGoals',
  'judgements.nodeTwice',
  'judgements.unknownParent',
  'judgements.cycle',
  'judgements.treeCriteria',
  'run.cancelled',
] as const

export type ErrorCode = (typeof errorCodes)[number]

export type ErrorDetails = Readonly<Record<string, string | number>>

/** An error a person can act on. Anything else that is thrown is a fault of ours. */
export class ProductError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options)
    this.name = 'ProductError'
    this.code = code
    this.details = details
  }
}
