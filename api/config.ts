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
