/** The page of the app that uses a token; after `#`, so that no server, proxy or log sees it. */
export function invitationLink(token: string, expiresAt: Date): { readonly path: string; readonly expiresAt: string } {
  return { path: `/invitation#${token}`, expiresAt: expiresAt.toISOString() }
}
