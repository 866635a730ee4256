import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { useMemo } from 'react'
import { useReader } from '../../design/reader.tsx'

/** What criteria and groups of a round are called in the language of the reader. */
export function useRoundNames({ nodes, criteria }: Pick<WeightRound, 'nodes' | 'criteria'>): (name: string) => string {
  const { locale } = useReader()
  return useMemo(() => {
    const titles = new Map(
      [...nodes.flatMap((node) => [node, ...node.children]), ...criteria].map(({ name, title }) => [
        name,
        title[locale],
      ]),
    )
    return (name) => titles.get(name) ?? name
  }, [nodes, criteria, locale])
}
