import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { behaviourRoutes } from './behaviour.ts'
import { departmentRoutes } from './departments.ts'
import { exportRoutes } from './exports.ts'
import { identityRoutes } from './identity.ts'
import { importRoutes } from './imports.ts'
import { importSourceRoutes } from './import-sources.ts'
import { invitationRoutes } from './invitations.ts'
import { jobRoutes } from './jobs.ts'
import { meRoutes } from './me.ts'
import { overviewRoutes } from './overview.ts'
import { qualityRoutes } from './quality.ts'
import { runRoutes } from './runs.ts'
import { segmentRoutes } from './segments.ts'
import { selectionModelRoutes } from './selection-models.ts'
import { givenFileRoutes } from './given-files.ts'
import { selectionPeopleRoutes } from './selection-people.ts'
import { selectionRoundRoutes } from './selection-rounds.ts'
import { sessionRoutes } from './session.ts'
import { settingsRoutes } from './settings.ts'
import { systemRoutes } from './system.ts'
import { fieldRightRoutes, userRoutes } from './users.ts'

/** Every route that is answered, in the shape of the contract. */
export const routes = {
  access: {
    session: sessionRoutes,
    me: meRoutes,
    users: userRoutes,
    departments: departmentRoutes,
    invitations: invitationRoutes,
    fieldRights: fieldRightRoutes,
  },
  accounts: accountRoutes,
  audit: auditRoutes,
  behaviour: behaviourRoutes,
  exports: exportRoutes,
  identity: identityRoutes,
  imports: importRoutes,
  importSources: importSourceRoutes,
  jobs: jobRoutes,
  overview: overviewRoutes,
  quality: qualityRoutes,
  runs: runRoutes,
  segments: segmentRoutes,
  selection: {
    models: selectionModelRoutes,
    rounds: selectionRoundRoutes,
    people: selectionPeopleRoutes,
    files: givenFileRoutes,
  },
  settings: settingsRoutes,
  system: systemRoutes,
}
