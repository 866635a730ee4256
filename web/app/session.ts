import { useSuspenseQuery } from '@tanstack/react-query'
import type { Me } from '@vitalfew/contract/api/session.ts'
import { api } from './api.ts'

/** Who is signed in. Only below the shell, which does not open for anybody else. */
export function useMe(): Me {
  return useSuspenseQuery(api.access.session.current.queryOptions({ staleTime: 300_000 })).data
}

export function mayAnalyse(me: Me): boolean {
  return me.role === 'administrator' || me.role === 'analyst'
}
