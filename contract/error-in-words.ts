import type { ErrorCode, ErrorDetails } from './errors.ts'
import { type Locale, type Translate, translator } from './locale.ts'

interface KnownError {
  readonly code: ErrorCode | 'unexpected'
  readonly details: ErrorDetails
}

/**
 * What an error says to a person, on pages and on the command line: what its details name by a code stands in it by the name
 * that pages give it.
 */
export function errorInWords(error: KnownError, locale: Locale): string {
  const t = translator(locale)
  if (error.code === 'unexpected') return t('errors.unexpected', error.details)
  return t(`errors.${error.code}`, { ...error.details, ...namedDetails(error, { t, locale }) })
}

/** The details that are codes, by the names of what they stand for. */
function namedDetails(
  { code, details }: KnownError,
  { t, locale }: { readonly t: Translate; readonly locale: Locale },
): ErrorDetails {
  const of = (detail: string): string => String(details[detail] ?? '')
  switch (code) {
    case 'accounts.fieldHidden':
    case 'accounts.notSortable':
      return { field: fieldName(of('field'), t) }
    case 'accounts.filterValue':
      return { field: fieldName(of('field'), t), operator: operatorName(of('operator'), t) }
    case 'mapping.fieldMissing':
      return {
        fields: of('fields')
          .split(', ')
          .map((field) => importFieldName(field, t))
          .join(t('cli.list.and')),
      }
    case 'import.notAppendable':
      return { kind: t(`imports.kind.${of('kind')}`, { defaultValue: of('kind') }) }
    case 'access.keyScope':
      return { scope: t(`app.keys.scope.${of('scope')}`, { defaultValue: of('scope') }) }
    case 'overrides.unknownTier':
      return { tiers: inLanguage(details, { detail: 'tiers', locale }) }
    case 'overrides.twoAtOnce':
      return {
        account: accountCalled(details, t),
        first: decision(details, { which: 'first', t, locale }),
        second: decision(details, { which: 'second', t, locale }),
      }
    default:
      return code.startsWith('model.') ? placesOfModel(details, locale) : {}
  }
}

/** A detail that comes in each language. */
function inLanguage(
  details: ErrorDetails,
  { detail, locale }: { readonly detail: string; readonly locale: Locale },
): string {
  return String(details[`${detail}.${locale}`] ?? details[detail] ?? '')
}

/** Where a model is wrong, and the tier that is: by their names, where the model was put together on a page. */
function placesOfModel(details: ErrorDetails, locale: Locale): ErrorDetails {
  const known = ['path', 'tier'].filter((detail) => details[`${detail}.${locale}`] !== undefined)
  return Object.fromEntries(known.map((detail) => [detail, inLanguage(details, { detail, locale })]))
}

/** An account by its name and its identifier. */
function accountCalled({ account = '', accountName = '' }: ErrorDetails, t: Translate): string {
  if (accountName === '' || accountName === account) return String(account)
  return t('selection.override.account', { account, name: accountName })
}

/** A tier that a person decided on, of which an error names two. */
function decision(
  details: ErrorDetails,
  { which, t, locale }: { readonly which: 'first' | 'second'; readonly t: Translate; readonly locale: Locale },
): string {
  const of = (detail: string): string => String(details[`${which}${detail}`] ?? '')
  const days = of('From') === '' ? 'until' : 'fromUntil'
  return t('selection.override.decision', {
    number: of('Id') === '' ? '' : `#${of('Id')} `,
    tier: inLanguage(details, { detail: `${which}Tier`, locale }),
    author: of('Author'),
    days: t(`selection.override.${days}`, { from: of('From'), until: of('Until') }),
  })
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

function importFieldName(field: string, t: Translate): string {
  return t(`imports.field.${field}`, { defaultValue: field })
}
