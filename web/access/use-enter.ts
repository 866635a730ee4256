import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'

/** Goes on to where somebody wanted to be, as somebody else than before: what was known is forgotten. */
export function useEnter(next: string | undefined): () => void {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return () => {
    queries.clear()
    void navigate({ href: placeInside(next) })
  }
}

/** Only places inside the app: a link must not lead somebody elsewhere by way of the sign-in page. */
export function placeInside(next: string | undefined): string {
  if (next === undefined || !next.startsWith('/') || /^\/[/\\]/.test(next) || /[\u0000-\u001f]/.test(next)) return '/'
  return next
}
