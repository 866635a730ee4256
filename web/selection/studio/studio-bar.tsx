import { useMutation } from '@tanstack/react-query'
import type { ModelVersion } from '@vitalfew/contract/api/selection-models.ts'
import { App, Button, Select, Tag } from 'antd'
import { client } from '../../app/api.ts'
import { faultWords } from '../../app/fault-words.ts'
import { LinkButton } from '../../app/link-button.tsx'
import { useReader } from '../../design/reader.tsx'

/** Which version is being edited, and what can be done with it. */
export function StudioBar(props: {
  versions: readonly ModelVersion[]
  chosen: ModelVersion
  isChanged: boolean
  onChoose: (id: string) => void
  onReset: () => void
  onSave: () => void
}) {
  const { t, locale, format } = useReader()
  const { message } = App.useApp()
  const { versions, chosen, isChanged } = props
  const use = useMutation({
    mutationFn: () => client.runs.start({ model: chosen.id }),
    onSuccess: () => message.success(t('studio.bar.begun', { version: chosen.id })),
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  return (
    <div className="vf-card vf-studio-bar">
      <div className="vf-bar-row">
        <Select<string>
          className="vf-version-select"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('studio.bar.version')}
          value={chosen.id}
          options={versions.map(({ id, title }) => ({ value: id, label: `${title[locale]} · ${id}` }))}
          onChange={props.onChoose}
        />
        {chosen.isCurrent && <Tag color="blue">{t('studio.bar.current')}</Tag>}
        <Button type="primary" disabled={!isChanged} onClick={props.onSave}>
          {t('studio.bar.save')}
        </Button>
        <Button disabled={!isChanged} onClick={props.onReset}>
          {t('studio.bar.reset')}
        </Button>
        <Button
          disabled={isChanged || chosen.isCurrent}
          loading={use.isPending}
          title={isChanged ? t('studio.bar.saveFirst') : ''}
          onClick={() => use.mutate()}
        >
          {t('studio.bar.use')}
        </Button>
        <LinkButton to="/rounds">{t('studio.bar.rounds')}</LinkButton>
      </div>
      <p className="vf-note">
        {[
          chosen.description[locale],
          chosen.savedBy !== '' && chosen.savedAt !== null
            ? t('studio.bar.saved', { by: chosen.savedBy, at: format.instant(chosen.savedAt) })
            : '',
          chosen.note,
        ]
          .filter((words) => words !== '')
          .join(' · ')}
      </p>
    </div>
  )
}
