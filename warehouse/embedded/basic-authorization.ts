/** The header by which a request says who it is; our client sends it the same way. */
export function basicAuthorization(login: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${login.username}:${login.password}`).toString('base64')}`
}
