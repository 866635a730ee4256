/** What a person calls an account: its name, or its code where the source has no name. */
export function accountTitle(account: { account: string; accountName: string }): string {
  return account.accountName === '' ? account.account : account.accountName
}
