import { useQuery } from '@tanstack/react-query'
import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import { useMemo } from 'react'
import { api } from '../app/api.ts'
import { useShownRun } from '../app/shown-level.ts'
import { useReader } from '../design/reader.tsx'
import { useSegmentTitles } from '../segmentation/use-segment-titles.ts'
import { useTitles } from '../selection/tier-titles.tsx'
import { choiceWords } from './choice-words.ts'
import { quickFields } from './filter-parts.ts'

export interface Choice {
  value: string
  label: string
}

const choiceFields: readonly AccountField[] = [...quickFields, 'xyzClass', 'channel', 'industry']

/** The values that accounts really have in each field to choose from, with how many have it. */
export function useChoices(): (field: AccountField) => Choice[] {
  const { t, format } = useReader()
  const titles = useTitles()
  const segmentTitle = useSegmentTitles()
  const shownRun = useShownRun()
  const facets = useQuery(
    api.accounts.facets.queryOptions({ input: { ...shownRun, fields: [...choiceFields] }, staleTime: 120_000 }),
  ).data?.facets
  return useMemo(() => {
    const byField = new Map((facets ?? []).map(({ field, values }) => [field, values]))
    return (field) =>
      (byField.get(field) ?? []).map(({ value, accounts }) => ({
        value,
        label: t('app.filter.choice', {
          name: field === 'segments' ? segmentTitle(value) : choiceWords(field, { value, t, titles }),
          accounts: format.count(accounts),
        }),
      }))
  }, [facets, t, format, titles, segmentTitle])
}
