import { QueryClient } from '@tanstack/react-query'
import { faultStatus } from './fault-words.ts'

/** Answers are kept for a while; a refusal is an answer and is not asked again, a lost connection is. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, fault) => {
          const status = faultStatus(fault)
          return failures < 2 && (status === null || status >= 502)
        },
      },
    },
  })
}
