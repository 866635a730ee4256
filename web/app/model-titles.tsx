import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { TitlesProvider } from '../selection/tier-titles.tsx'
import { api } from './api.ts'
import { useTellCurrency } from './app-reader.tsx'
import { useShownRun } from './shown-level.ts'

const usual = ['key', 'strategic', 'ordinary'].map((id) => ({ id, title: id }))

/** Everything below calls tiers as the model of the current run does, and knows its currency. */
export function ModelTitles(props: { children: ReactNode }) {
  const overview = useQuery(api.overview.get.queryOptions({ input: useShownRun(), staleTime: 300_000 })).data
  useTellCurrency(overview?.run.currency)
  return <TitlesProvider model={{ tiers: overview?.tiers ?? usual, criteria: [] }}>{props.children}</TitlesProvider>
}
