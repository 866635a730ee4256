import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '@vitalfew/store/open-store.ts'
import { expect, test } from 'vitest'
import { readSettings } from './read-settings.ts'
import { usualCurrency } from './usual-currency.ts'

test('the first currency that is asked for is that of the workspace; another one counts once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'currency '))
  const { store, close } = await openEmbeddedStore({ directory: join(folder, 'store'), durable: false })
  try {
    const { database } = store
    expect(await usualCurrency(database, undefined)).toBeUndefined()
    expect(await usualCurrency(database, 'GBP')).toBe('GBP')
    expect(await usualCurrency(database, undefined)).toBe('GBP')
    expect(await usualCurrency(database, 'USD')).toBe('USD')
    expect((await readSettings(database)).currency).toBe('GBP')
    const audit = await database.selectFrom('audit_entry').select(['action', 'actor_name']).execute()
    expect(audit).toEqual([{ action: 'settings.updated', actor_name: 'vitalfew' }])
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
})
