import { join } from 'node:path'
import type { SourceReach } from '@vitalfew/domain/jobs/index.ts'

/** An identity provider that people may sign in with (OpenID Connect). */
export interface IdentityProvider {
  readonly id: string
  /** As the button of the sign-in page says it. */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

export interface ServerEnvironment {
  /** Signs sessions; one for all servers of a database. */
  readonly secret: string | undefined
  readonly databaseUrl: string | undefined
  readonly warehouseUrl: string | undefined
  readonly provider: IdentityProvider | undefined
  /** Whether a proxy in front says who asks, in X-Forwarded-For. */
  readonly trustProxy: boolean
}

/**
 * What the server may fetch from on behalf of those who use it: hosts of its own network that the environment names, files
 * below the workspace's `incoming` and folders that it names, and secrets that are meant for it. Other variables and files of
 * the machine are none of a source's business.
 */
export function sourceReach(workspace: string, environment: NodeJS.ProcessEnv = process.env): SourceReach {
  const listed = (name: string): string[] =>
    (environment[name] ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '')
  return {
    hosts: listed('VITALFEW_SOURCE_HOSTS'),
    folders: [join(workspace, 'incoming'), ...listed('VITALFEW_SOURCE_FOLDERS')],
    secretOf: (variable) => (/^SOURCE_\w+$/.test(variable) ? environment[variable] : undefined),
    secretFile: (name) => (/^[\w-][\w.-]*$/.test(name) ? join(workspace, 'secrets', name) : undefined),
  }
}

/** What the environment says about a server. */
export function serverEnvironment(environment: NodeJS.ProcessEnv = process.env): ServerEnvironment {
  const of = (name: string): string | undefined => environment[name] || undefined
  return {
    secret: of('VITALFEW_SECRET'),
    databaseUrl: of('DATABASE_URL'),
    warehouseUrl: of('WAREHOUSE_URL'),
    provider: providerOf(of),
    trustProxy: of('VITALFEW_TRUST_PROXY') === '1',
  }
}

function providerOf(of: (name: string) => string | undefined): IdentityProvider | undefined {
  const issuer = of('OIDC_ISSUER')
  const clientId = of('OIDC_CLIENT_ID')
  if (issuer === undefined || clientId === undefined) return undefined
  return { id: 'oidc', name: of('OIDC_NAME') ?? 'SSO', issuer, clientId, clientSecret: of('OIDC_CLIENT_SECRET') ?? '' }
}
