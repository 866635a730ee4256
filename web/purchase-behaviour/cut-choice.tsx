import { useReader } from '../design/reader.tsx'
import { cuts } from './behaviour-search.ts'
import { ChoiceSelect } from './choice-select.tsx'
import type { PartProps } from './part-props.ts'

/** By what sales are told apart: one cut, and a second below it. */
export function CutChoice(props: PartProps & { hasSecond: boolean }) {
  const { t } = useReader()
  const { search, onChange } = props
  const options = cuts.map((cut) => ({ value: cut, label: t(`behaviour.cut.${cut}`) }))
  return (
    <>
      <ChoiceSelect
        label={t('habits.choice.first')}
        value={search.first}
        options={options}
        onChange={(first) => onChange(first === undefined ? { first, second: undefined } : { first })}
      />
      {props.hasSecond && search.first !== undefined && (
        <ChoiceSelect
          label={t('habits.choice.second')}
          value={search.second}
          options={options.filter(({ value }) => value !== search.first)}
          open={t('habits.choice.none')}
          onChange={(second) => onChange({ second })}
        />
      )}
    </>
  )
}
