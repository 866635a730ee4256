import { runsApi } from './runs.ts'
import { overviewApi } from './overview.ts'
import { jobsApi } from './jobs.ts'
import { importsApi } from './imports.ts'
import { importSourcesApi } from './import-sources.ts'
import { exportsApi } from './exports.ts'
import { accountsApi } from './accounts.ts'
import { accessApi } from './access.ts'
import { behaviourApi } from './behaviour.ts'
import { auditApi } from './audit.ts'
import { identityApi } from './identity.ts'
import { qualityApi } from './quality.ts'
import { selectionApi } from './selection.ts'
import { segmentsApi } from './segments.ts'
import { settingsApi } from './settings.ts'
import { systemApi } from './system.ts'

/** Every route of the product, by subject. Paths are below `/api`. */
export const api = {
  runs: runsApi,
  overview: overviewApi,
  jobs: jobsApi,
  imports: importsApi,
  importSources: importSourcesApi,
  exports: exportsApi,
  accounts: accountsApi,
  access: accessApi,
  audit: auditApi,
  behaviour: behaviourApi,
  identity: identityApi,
  quality: qualityApi,
  segments: segmentsApi,
  selection: selectionApi,
  settings: settingsApi,
  system: systemApi,
}
