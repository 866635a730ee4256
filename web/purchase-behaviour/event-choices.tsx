import type { WorkspaceFunnel } from '@vitalfew/contract/api/behaviour-funnel.ts'
import { eventTraits } from '@vitalfew/contract/funnel-choices.ts'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { api } from '../app/api.ts'
import { useReader } from '../design/reader.tsx'
import { ChoiceSelect } from './choice-select.tsx'
import type { PartProps } from './part-props.ts'

/** Which events are the stages, in the order in which they are chosen, and what accounts are told apart by. */
export function EventChoices(props: PartProps & { happens: NonNullable<WorkspaceFunnel['happens']> }) {
  const { t, format } = useReader()
  const { search, happens, onChange } = props
  const stages = search.stages?.split('\n') ?? []
  const saved = useQuery(api.segments.list.queryOptions({ staleTime: 60_000 })).data?.segmentations ?? []
  const segmentations = saved.map(({ id, name, version }) => ({ value: id, label: `${name} v${version}` }))
  return (
    <>
      <label className="vf-habit-choice">
        <span>{t('habits.funnel.stages')}</span>
        <Select
          mode="multiple"
          className="vf-habit-stages"
          aria-label={t('habits.funnel.stages')}
          placeholder={t('habits.funnel.stagesAuto')}
          value={stages}
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          options={happens.map(({ stage, events }) => ({
            value: stage,
            label: `${stage} · ${format.count(events)}`,
          }))}
          labelRender={({ value }) => value}
          onChange={(wanted: string[]) => onChange({ stages: wanted.length === 0 ? undefined : wanted.join('\n') })}
        />
      </label>
      <ChoiceSelect
        label={t('habits.funnel.cut')}
        value={search.segmentation ?? search.by}
        open={t('habits.funnel.cutAuto')}
        options={[...eventTraits.map((value) => ({ value, label: t(`behaviour.trait.${value}`) })), ...segmentations]}
        onChange={(chosen) => {
          const by = eventTraits.find((trait) => trait === chosen)
          onChange({ by, segmentation: by === undefined ? chosen : undefined })
        }}
      />
    </>
  )
}
