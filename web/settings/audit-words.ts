import type { Translate } from '@vitalfew/contract/locale.ts'

/** What the log tells of: an action is named `<one of these>.<what was done>`. */
export const auditSubjects = [
  'account',
  'apiKey',
  'backtest',
  'behaviour',
  'department',
  'export',
  'fieldRights',
  'funnel',
  'identity',
  'import',
  'invitation',
  'job',
  'model',
  'override',
  'quality',
  'round',
  'run',
  'segmentation',
  'selection',
  'settings',
  'source',
  'upload',
  'user',
  'view',
  'workspace',
] as const

/** An action in words; one that has none yet stays as it is named. */
export function auditAction(action: string, t: Translate): string {
  return t(`app.audit.did.${action}`, { defaultValue: action })
}
