import type { CalendarDays, Settings } from '@vitalfew/contract/api/settings.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { authorise, type Viewer } from '../access/index.ts'
import { recordAudit } from '../audit/index.ts'
import { readSettings } from './read-settings.ts'

export type SettingsChange = { readonly [Name in Exclude<keyof Settings, 'version'>]?: Settings[Name] | undefined } & {
  /** The settings that the change was made from. */
  readonly version: number
}

/**
 * Changes settings of the workspace.
 *
 * @throws ProductError `settings.changed` when somebody else was faster, `settings.timeZone`, `settings.calendarSpan`
 */
export async function updateSettings(
  viewer: Viewer,
  database: StoreClient['database'],
  { version, ...values }: SettingsChange,
): Promise<Settings> {
  authorise(viewer, ['administrator'])
  if (values.timeZone !== undefined) requireTimeZone(values.timeZone)
  for (const days of values.calendar ?? []) requireSpan(days)
  return database.transaction().execute(async (transaction) => {
    const { version: known, ...before } = await readSettings(transaction)
    const change = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
    const { numUpdatedRows } = await transaction
      .updateTable('setting')
      .set({ document: JSON.stringify({ ...before, ...change }), version: version + 1 })
      .where('version', '=', version)
      .executeTakeFirst()
    if (known !== version || numUpdatedRows === 0n) throw new ProductError('settings.changed')
    await recordAudit(transaction, {
      viewer,
      action: 'settings.updated',
      subject: 'workspace',
      details: { before, change },
    })
    return readSettings(transaction)
  })
}

/** A holiday of more than a quarter is a year that was mistyped. */
const mostDays = 92

function requireSpan({ name, from, to }: CalendarDays): void {
  const days = dayFromIso(to) - dayFromIso(from) + 1
  if (days < 1 || days > mostDays) throw new ProductError('settings.calendarSpan', { name, from, to, most: mostDays })
}

function requireTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone }).format()
  } catch (cause) {
    throw new ProductError('settings.timeZone', { timeZone }, { cause })
  }
}
