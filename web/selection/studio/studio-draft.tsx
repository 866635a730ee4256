import type { ModelMetric, ModelPreview } from '@vitalfew/contract/api/selection-models.ts'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { BilingualText } from '@vitalfew/contract/selection-condition.ts'
import { createContext, use, useMemo } from 'react'
import { useReader } from '../../design/reader.tsx'

/** The model as it is being edited, and what it makes of the accounts. */
export interface StudioDraft {
  model: SelectionModel
  change: (model: SelectionModel) => void
  metrics: readonly ModelMetric[]
  attributes: readonly string[]
  preview: ModelPreview | undefined
}

export const DraftContext = createContext<StudioDraft | null>(null)

export function useDraft(): StudioDraft {
  const draft = use(DraftContext)
  if (draft === null) throw new Error('useDraft needs a DraftContext above it')
  return draft
}

/** What figures are called, and what they are counted in. */
export function useMetrics() {
  const { t, locale } = useReader()
  const { metrics } = useDraft()
  return useMemo(() => {
    const title = (name: string): string =>
      name.startsWith('given.')
        ? t('selection.given.metric', { figure: name.slice('given.'.length) })
        : t(`selection.metric.${name}`, { defaultValue: name })
    const options = metrics
      .map(({ name }) => ({ value: name, label: title(name) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale))
    const unit = (name: string) => metrics.find((metric) => metric.name === name)?.unit ?? 'number'
    return { title, options, unit }
  }, [metrics, t, locale])
}

/** A text is edited in the language of the reader; one that was only written in it is the same in the other. */
export function useRetitled(): (text: BilingualText, words: string) => BilingualText {
  const { locale } = useReader()
  return (text, words) => {
    const said = words === '' ? ' ' : words
    return text['zh-CN'] === text.en ? { 'zh-CN': said, en: said } : { ...text, [locale]: said }
  }
}
