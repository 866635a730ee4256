import { implement } from '@orpc/server'
import { systemApi } from '@vitalfew/contract/api/system.ts'
import { isSetUp, setUpWorkspace } from '@vitalfew/domain/access/index.ts'
import { readSettings } from '@vitalfew/domain/settings/index.ts'
import type { ApiContext } from '../api-context.ts'
import { limitAttempts } from '../sessions/limit-attempts.ts'
import { signIn } from '../sessions/sign-in.ts'
import { engineStates } from '../http/engine-states.ts'

const os = implement(systemApi).$context<ApiContext>()

export const systemRoutes = {
  start: os.start.handler(async ({ context: { database, sessions, productVersion } }) => ({
    setup: (await isSetUp(database)) ? ('done' as const) : ('open' as const),
    providers: [...sessions.providers],
    defaultLocale: (await readSettings(database)).locale,
    productVersion,
  })),
  setup: os.setup.handler(async ({ input, context }) => {
    await limitAttempts(context, { what: 'setup', account: '' })
    const userId = await setUpWorkspace(context.database, input)
    await signIn(context, input)
    return { userId }
  }),
  state: os.state.handler(async ({ context }) => ({
    ...(await engineStates(context)),
    productVersion: context.productVersion,
    startedAt: context.startedAt.toISOString(),
  })),
}
