import { z } from 'zod'
import { locales } from '../locale.ts'
import { GuardedField, Role } from './roles.ts'
import { route } from './route.ts'

const inSession = { access: 'signedIn', keyScope: 'none' } as const
const withoutSession = { access: 'public', keyScope: 'none' } as const

export const Me = z
  .object({
    userId: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role,
    locale: z.enum(locales),
    departments: z.array(z.object({ id: z.uuid(), name: z.string() })),
    hiddenFields: z.array(GuardedField),
    /** True for those who see every account. */
    seesAll: z.boolean(),
    hasSecondFactor: z.boolean(),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

/** Signing in and out, and who is signed in. */
export const sessionApi = {
  start: route(withoutSession)
    .route({ method: 'POST', path: '/session', summary: 'Sign in', tags: ['session'] })
    .input(z.object({ email: z.string().max(254), password: z.string().max(1024) }))
    .output(z.object({ state: z.enum(['signedIn', 'secondFactor']) })),
  confirm: route(withoutSession)
    .route({
      method: 'POST',
      path: '/session/second-factor',
      summary: 'Finish signing in with a second factor',
      tags: ['session'],
    })
    .input(z.object({ code: z.string().trim().min(6).max(32), kind: z.enum(['totp', 'backup']).default('totp') }))
    .output(z.object({ state: z.literal('signedIn') })),
  provider: route(withoutSession)
    .route({
      method: 'POST',
      path: '/session/provider',
      summary: 'Begin to sign in with an identity provider; go to the url',
      tags: ['session'],
    })
    .input(z.object({ provider: z.string().max(64), returnTo: z.string().startsWith('/').max(500).default('/') }))
    .output(z.object({ url: z.string() })),
  current: route({ access: 'signedIn' })
    .route({ method: 'GET', path: '/session', summary: 'Who is signed in', tags: ['session'] })
    .output(Me),
  end: route(inSession)
    .route({ method: 'DELETE', path: '/session', summary: 'Sign out', tags: ['session'] })
    .output(z.object({ done: z.literal(true) })),
}
