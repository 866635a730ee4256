import { useQuery } from '@tanstack/react-query'
import type { SourceSettings } from '@vitalfew/contract/api/import-sources.ts'
import { AutoComplete, Select } from 'antd'
import type { Dispatch } from 'react'
import { api } from '../app/api.ts'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { importKinds } from './import-kinds.ts'
import { MoneyFields } from './money-fields.tsx'
import type { Wizard, WizardMove } from './wizard.ts'

/** What the files hold and which system they come from; of a source that is known, how its files are read is remembered. */
export function ChooseOrigin(props: { wizard: Wizard; move: Dispatch<WizardMove> }) {
  const { t } = useReader()
  const { wizard, move } = props
  const { kind, source } = wizard
  const sources = useQuery(api.importSources.list.queryOptions()).data?.rows ?? []
  const known = sources.filter((one) => one.kind === kind && !one.isRemoved)
  const remembered = known.find(({ name }) => name === source.trim())
  return (
    <Card className="vf-choose-origin">
      <div className="vf-origin-fields">
        <label>
          <span>{t('app.import.kind')}</span>
          <Select
            aria-label={t('app.import.kind')}
            value={kind}
            options={importKinds.map((name) => ({ value: name, label: t(`imports.kind.${name}`) }))}
            onChange={(of) => move({ kind: 'kindChosen', of })}
          />
        </label>
        <label>
          <span>{t('app.import.source')}</span>
          <AutoComplete
            aria-label={t('app.import.source')}
            placeholder={t('app.import.sourceHint')}
            value={source}
            options={known.map(({ name, title }) => ({
              value: name,
              label: title === name ? name : `${title} (${name})`,
            }))}
            onChange={(text: string) => move({ kind: 'sourceNamed', source: text.slice(0, 100) })}
          />
        </label>
      </div>
      <p className="vf-note">
        {t(`app.import.kindNote.${kind}`)}
        {remembered !== undefined &&
          ` ${t('app.import.remembered', { count: remembered.imports, imports: remembered.imports })}`}
      </p>
      {kind === 'sales' && (
        <details>
          <summary>{t('app.import.money')}</summary>
          <MoneyFields
            value={wizard.settings}
            remembered={remembered?.settings ?? {}}
            onChange={(settings: SourceSettings) => move({ kind: 'settled', settings })}
          />
        </details>
      )}
    </Card>
  )
}
