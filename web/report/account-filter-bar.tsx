import type { Run } from '@vitalfew/contract/run.ts'
import { useReader } from '../design/reader.tsx'
import { useTitles } from '../selection/tier-titles.tsx'
import { everyAccount, type AccountFilter } from './account-filter.ts'

type Choice = { value: string; label: string }

/** Search and filters above the list of all accounts. */
export function AccountFilterBar(props: {
  run: Run
  filter: AccountFilter
  onChange: (filter: AccountFilter) => void
}) {
  const { t } = useReader()
  const titles = useTitles()
  const { filter, run, onChange } = props
  const choice = (part: Exclude<keyof AccountFilter, 'search'>, options: Choice[]) => (
    <Select
      key={part}
      label={t(`report.filter.${part}`)}
      value={filter[part]}
      options={options}
      onChange={(value) => onChange({ ...filter, [part]: value })}
    />
  )
  const isFiltered = Object.values(filter).some((part) => part !== '')
  return (
    <div className="vf-filters" role="search">
      <input
        type="search"
        value={filter.search}
        placeholder={t('report.filter.searchHint')}
        aria-label={t('report.filter.search')}
        onChange={(event) => onChange({ ...filter, search: event.target.value })}
      />
      {choice(
        'tier',
        tiersOf(run).map((id) => ({ value: id, label: titles.tier(id) })),
      )}
      {choice(
        'abc',
        ['A', 'B', 'C', 'none'].map((abc) => ({
          value: abc,
          label: abc === 'none' ? t('report.abc.unclassified') : t(`analysis.abc.${abc}`),
        })),
      )}
      {choice(
        'xyz',
        ['X', 'Y', 'Z', 'none'].map((xyz) => ({ value: xyz, label: t(`analysis.xyz.${xyz}`) })),
      )}
      {choice(
        'segment',
        run.rfm.segments.map(({ name }) => ({ value: name, label: t(`analysis.segment.${name}`) })),
      )}
      {choice(
        'stage',
        run.lifecycle.stages.map(({ name }) => ({ value: name, label: t(`analysis.stage.${name}`) })),
      )}
      <button type="button" className="vf-button" disabled={!isFiltered} onClick={() => onChange(everyAccount)}>
        {t('report.filter.reset')}
      </button>
    </div>
  )
}

/** The tiers of the run's model. */
function tiersOf({ selection }: Run): readonly string[] {
  return selection?.tiers.map(({ id }) => id) ?? ['key', 'strategic', 'ordinary']
}

function Select(props: {
  label: string
  value: string
  options: readonly Choice[]
  onChange: (value: string) => void
}) {
  const { t } = useReader()
  return (
    <select
      aria-label={props.label}
      className={props.value === '' ? undefined : 'vf-chosen'}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      <option value="">{t('report.filter.all', { what: props.label })}</option>
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
