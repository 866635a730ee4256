import type { Settings } from '@vitalfew/contract/api/settings.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'

const beginning: Omit<Settings, 'version'> = {
  companyName: '',
  locale: 'zh-CN',
  currency: null,
  amountUnit: 'automatic',
  fiscalYearStartMonth: 1,
  timeZone: 'Asia/Shanghai',
  calendar: [],
}

/** The settings of the workspace; what nobody has set is as it is in the beginning. */
export async function readSettings(database: StoreClient['database']): Promise<Settings> {
  const { document, version } = await database
    .selectFrom('setting')
    .select(['document', 'version'])
    .executeTakeFirstOrThrow()
  return { ...beginning, ...document, version }
}
