import { randomUUID } from 'node:crypto'
import { hashPassword, passwordMatches } from '@vitalfew/domain/access/index.ts'
import type { StoreClient } from '@vitalfew/store/client.ts'
import { betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import type { IdentityProvider } from '../config.ts'

export interface AuthOptions {
  readonly database: StoreClient['database']
  readonly secret: string
  /** The address that people open, as `http://127.0.0.1:8080`. */
  readonly publicUrl: string
  readonly provider: IdentityProvider | undefined
}

const idleSeconds = 12 * 3600
const renewAfterSeconds = 15 * 60

/** The library that keeps sessions, second factors and identity providers, on tables of our own. */
export function createAuth({ database, secret, publicUrl, provider }: AuthOptions) {
  return betterAuth({
    appName: 'Vital Few',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: { db: database, type: 'postgres' },
    telemetry: { enabled: false },
    // Whoever comes back from a provider with nothing is told so where they began.
    onAPIError: { errorURL: `${publicUrl.replace(/\/$/, '')}/sign-in` },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'vitalfew',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => randomUUID() },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 1,
      maxPasswordLength: 1024,
      password: { hash: hashPassword, verify: ({ password, hash }) => passwordMatches(password, hash) },
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'person_session',
      expiresIn: idleSeconds,
      updateAge: renewAfterSeconds,
      fields: sessionFields,
    },
    account: {
      modelName: 'person_credential',
      fields: credentialFields,
      encryptOAuthTokens: true,
      // Only an address that the provider has verified leads to the person who has it here.
      accountLinking: { enabled: true },
    },
    verification: {
      modelName: 'person_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: { session: { create: { before: ({ userId }) => mayEnter(database, userId) } } },
    plugins: [twoFactor({ issuer: 'Vital Few', schema: secondFactorSchema }), providers(provider)],
  })
}

export type Auth = ReturnType<typeof createAuth>

const sessionFields = {
  userId: 'person_id',
  expiresAt: 'expires_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}

const credentialFields = {
  userId: 'person_id',
  providerId: 'provider_id',
  accountId: 'provider_account_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}

const secondFactorSchema = {
  user: { fields: { twoFactorEnabled: 'second_factor' } },
  twoFactor: {
    modelName: 'person_second_factor',
    fields: {
      userId: 'person_id',
      backupCodes: 'backup_codes',
      failedVerificationCount: 'failed_verification_count',
      lockedUntil: 'locked_until',
    },
  },
}

/** Nobody who was shut out gets a session, by whatever way they come. */
async function mayEnter(database: StoreClient['database'], id: string): Promise<boolean> {
  const person = await database.selectFrom('person').select('is_active').where('id', '=', id).executeTakeFirst()
  if (person?.is_active !== true) return false
  await database.updateTable('person').set({ last_sign_in_at: new Date() }).where('id', '=', id).execute()
  return true
}

/** Who signs in with a provider must be known here already, by their address. */
function providers(provider: IdentityProvider | undefined) {
  if (provider === undefined) return genericOAuth({ config: [] })
  const { id, issuer, clientId, clientSecret } = provider
  return genericOAuth({
    config: [
      {
        providerId: id,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        disableSignUp: true,
      },
    ],
  })
}
