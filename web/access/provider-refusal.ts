import type { Translate } from '@vitalfew/contract/locale.ts'

/** Why somebody who came back from the identity provider is not signed in, by what the address says of it. */
export function providerRefusal(error: string, t: Translate): string {
  switch (error) {
    case 'signup_disabled':
      return t('app.signIn.refused.unknown')
    case 'account_not_linked':
    case 'email_not_verified':
      return t('app.signIn.refused.unverified')
    case 'access_denied':
      return t('app.signIn.refused.denied')
    default:
      return t('app.signIn.refused.other')
  }
}
