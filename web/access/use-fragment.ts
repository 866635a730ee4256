import { useLocation } from '@tanstack/react-router'

/** What an address says after its #: a token there is in no log and in no referrer. */
export function useFragment(): string {
  const { hash } = useLocation()
  return decoded(hash.replace(/^#/, ''))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
