import { accountRoutes } from './accounts.ts'
import { auditRoutes } from './audit.ts'
import { departmentRoutes } from './departments.ts'
import { exportRoutes } from './exports.ts'
import { importRoutes } from './imports.ts'
import { invitationRoutes } from './invitations.ts'
import { jobRoutes } from './jobs.ts'
import { meRoutes } from './me.ts'
import { overviewRoutes } from './overview.ts'
import { runRoutes } from './runs.ts'
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
  exports: exportRoutes,
  imports: importRoutes,
  jobs: jobRoutes,
  overview: overviewRoutes,
  runs: runRoutes,
  settings: settingsRoutes,
  system: systemRoutes,
}
