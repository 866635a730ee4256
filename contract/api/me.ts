import { z } from 'zod'
import { locales } from '../locale.ts'
import { NewPassword } from './new-password.ts'
import { keyScopes, route } from './route.ts'
import { Me } from './session.ts'

const Name = z.string().trim().min(1).max(100)
const Done = z.object({ done: z.literal(true) })
const inSession = { access: 'signedIn', keyScope: 'none' } as const

export const OpenSession = z
  .object({
    id: z.string(),
    current: z.boolean(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
  })
  .meta({ id: 'OpenSession' })

export const ApiKey = z
  .object({
    id: z.uuid(),
    name: Name,
    /** The first signs of the key, to know it by. */
    start: z.string(),
    scopes: z.array(z.enum(keyScopes)),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey' })

/** What people change about themselves: sessions, second factor, personal API keys. */
export const meApi = {
  update: route(inSession)
    .route({ method: 'PATCH', path: '/me', summary: 'Change my name or language', tags: ['me'] })
    .input(z.object({ name: Name.optional(), locale: z.enum(locales).optional() }))
    .output(Me),
  changePassword: route(inSession)
    .route({
      method: 'POST',
      path: '/me/password',
      summary: 'Change my password; other sessions end',
      tags: ['me'],
    })
    .input(z.object({ current: z.string().max(1024), next: NewPassword }))
    .output(Done),
  sessions: route(inSession)
    .route({ method: 'GET', path: '/me/sessions', summary: 'Where I am signed in', tags: ['me'] })
    .output(z.object({ rows: z.array(OpenSession) })),
  endSession: route(inSession)
    .route({ method: 'DELETE', path: '/me/sessions/{id}', summary: 'Sign out elsewhere', tags: ['me'] })
    .input(z.object({ id: z.string().min(1).max(100) }))
    .output(Done),
  beginSecondFactor: route(inSession)
    .route({
      method: 'POST',
      path: '/me/second-factor',
      summary: 'Begin to use a second factor: an otpauth address and backup codes, shown once',
      tags: ['me'],
    })
    .input(z.object({ password: z.string().max(1024) }))
    .output(z.object({ address: z.string(), backupCodes: z.array(z.string()) })),
  confirmSecondFactor: route(inSession)
    .route({
      method: 'POST',
      path: '/me/second-factor/confirm',
      summary: 'Prove that the authenticator works; from then on it is asked for',
      tags: ['me'],
    })
    .input(z.object({ code: z.string().trim().min(6).max(8) }))
    .output(Done),
  removeSecondFactor: route(inSession)
    .route({
      method: 'POST',
      path: '/me/second-factor/removal',
      summary: 'Stop using a second factor',
      tags: ['me'],
    })
    .input(z.object({ password: z.string().max(1024) }))
    .output(Done),
  renewBackupCodes: route(inSession)
    .route({
      method: 'POST',
      path: '/me/second-factor/backup-codes',
      summary: 'New backup codes; the old ones are void',
      tags: ['me'],
    })
    .input(z.object({ password: z.string().max(1024) }))
    .output(z.object({ backupCodes: z.array(z.string()) })),
  keys: route(inSession)
    .route({ method: 'GET', path: '/me/keys', summary: 'My API keys', tags: ['API keys'] })
    .output(z.object({ rows: z.array(ApiKey) })),
  createKey: route(inSession)
    .route({
      method: 'POST',
      path: '/me/keys',
      summary: 'Make an API key; it is shown this once',
      tags: ['API keys'],
      successStatus: 201,
    })
    .input(
      z.object({
        name: Name,
        scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length),
        expiresInDays: z.int().min(1).max(3650).nullable().default(365),
      }),
    )
    .output(z.object({ key: z.string(), apiKey: ApiKey })),
  deleteKey: route(inSession)
    .route({ method: 'DELETE', path: '/me/keys/{id}', summary: 'Revoke an API key', tags: ['API keys'] })
    .input(z.object({ id: z.uuid() }))
    .output(Done),
}
