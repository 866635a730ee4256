import type { ErrorCode, ErrorDetails } from './errors.ts'
import type { Translate } from './locale.ts'

interface KnownError {
  readonly code: ErrorCode | 'unexpected'
  readonly details: ErrorDetails
}

/** What an error says to a person: fields and ways to compare them stand in it by the names that lists give them. */
export function errorInWords({ code, details }: KnownError, t: Translate): string {
  if (code === 'unexpected') return t('errors.unexpected', details)
  if (code !== 'accounts.fieldHidden' && code !== 'accounts.filterValue') return t(`errors.${code}`, details)
  const { field = '', operator = '' } = details
  return t(`errors.${code}`, { field: fieldName(String(field), t), operator: operatorName(String(operator), t) })
}

/** Fields of accounts, metrics of models and figures to group by bear the same names; one given in a file has its own. */
function fieldName(field: string, t: Translate): string {
  const own = field.replace(/^given\./, '')
  const defaultValue = t(`accounts.field.${own}`, { defaultValue: t(`selection.metric.${own}`, { defaultValue: own }) })
  return t(`analysis.column.${own}`, { defaultValue })
}

function operatorName(operator: string, t: Translate): string {
  return t(`app.filter.operator.${operator}`, { defaultValue: operator })
}
