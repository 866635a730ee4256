import type { ErrorCode } from '@vitalfew/contract/errors.ts'

const special: Partial<Record<ErrorCode, number>> = {
  'access.notSignedIn': 401,
  'access.signInFailed': 401,
  'access.notAllowed': 403,
  'access.keyScope': 403,
  'access.notByKey': 403,
  'access.crossOrigin': 403,
  'access.wrongHost': 421,
  'access.setupToken': 403,
  'access.setupDone': 409,
  'access.emailTaken': 409,
  'access.departmentTaken': 409,
  'access.lastAdministrator': 409,
  'access.secondFactorOn': 409,
  'accounts.fieldHidden': 403,
  'job.finished': 409,
  'import.notCurrent': 409,
  'import.notUndone': 409,
  'import.sourceNotFound': 404,
  'import.sourceChanged': 409,
  'import.sourceTwice': 409,
  'run.none': 409,
  'run.outdated': 409,
  'request.tooLarge': 413,
  'request.tooMany': 429,
  'input.tooLarge': 413,
  'disk.full': 507,
}

const unavailable = /^(store|warehouse)\./
const missing = /\.(notFound|linkInvalid|unknownProvider)$/
const conflict = /\.(changed|exists|taken|inUse|twice|twoAtOnce)$/

/** The status of the answer that tells of an error. What nothing more is said of, is a bad input. */
export function errorStatus(code: ErrorCode): number {
  const known = special[code]
  if (known !== undefined) return known
  if (unavailable.test(code)) return 503
  if (missing.test(code)) return 404
  return conflict.test(code) ? 409 : 422
}
