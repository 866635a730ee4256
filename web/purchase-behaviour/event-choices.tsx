import type { WorkspaceFunnel } from '@vitalfew/contract/api/behaviour-funnel.ts'
import { eventTraits } from '@vitalfew/contract/funnel-choices.ts'
import { Select } from 'antd'
import { useReader } from '../design/reader.tsx'
import { ChoiceSelect } from './choice-select.tsx'
import type { PartProps } from './part-props.ts'

/** Which events are the stages, in the order in which they are chosen, and what accounts are told apart by. */
export function EventChoices(props: PartProps & { happens: NonNullable<WorkspaceFunnel['happens']> }) {
  const { t, format } = useReader()
  const { search, happens, onChange } = props
  const stages = search.stages?.split('\n') ?? []
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
        value={search.by}
        open={t('habits.funnel.cutAuto')}
        options={eventTraits.map((value) => ({ value, label: t(`behaviour.trait.${value}`) }))}
        onChange={(by) => onChange({ by })}
      />
    </>
  )
}
