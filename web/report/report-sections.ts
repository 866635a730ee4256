import type { Run } from '@vitalfew/contract/run.ts'

const sectionIds = [
  'overview',
  'key-accounts',
  'selection',
  'value',
  'churn',
  'slipping',
  'concentration',
  'abc',
  'rfm',
  'segmentation',
  'behaviour',
  'lifecycle',
  'accounts',
  'quality',
  'method',
] as const
export type SectionId = (typeof sectionIds)[number]

/** The sections a report has, in their order. Warnings of churn stand in the place of the list of the slipping. */
export function reportSections(
  run: Pick<Run, 'selection' | 'value' | 'churn' | 'segmentation' | 'behaviour'>,
): SectionId[] {
  return sectionIds.filter((id) => {
    if (id === 'selection') return run.selection !== null
    if (id === 'value') return run.value !== null
    if (id === 'churn') return run.churn !== null
    if (id === 'behaviour') return run.behaviour !== null
    if (id === 'segmentation') return run.segmentation !== null
    return id !== 'slipping' || run.churn === null
  })
}
