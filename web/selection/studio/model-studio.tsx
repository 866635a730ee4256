import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { SelectionModel } from '@vitalfew/contract/selection-model.ts'
import type { ModelVersion } from '@vitalfew/contract/api/selection-models.ts'
import { Segmented } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { api } from '../../app/api.ts'
import { FaultNotice } from '../../app/fault-notice.tsx'
import { PageWait } from '../../app/page-wait.tsx'
import { useReader } from '../../design/reader.tsx'
import { TitlesProvider } from '../tier-titles.tsx'
import { CriteriaEditor } from './criteria-editor.tsx'
import { GatesEditor } from './gates-editor.tsx'
import { GivenFiles } from './given-files.tsx'
import { LiveRanking } from './live-ranking.tsx'
import { SaveVersion } from './save-version.tsx'
import { sentModel } from './sent-model.ts'
import { StudioBar } from './studio-bar.tsx'
import { DraftContext } from './studio-draft.tsx'
import { TiersEditor } from './tiers-editor.tsx'
import { WeightsEditor } from './weights-editor.tsx'

const panes = ['weights', 'criteria', 'gates', 'tiers'] as const
type Pane = (typeof panes)[number]

/** What was being edited: it outlives a look at another part of the page. */
export interface EditedModel {
  /** The version it began as. */
  id: string
  /** null where nothing was changed. */
  model: SelectionModel | null
}

interface Editing {
  edited: EditedModel | null
  onEdit: (edited: EditedModel | null) => void
}

/** The scoring studio: a version is taken, changed while the list moves along, and saved as the next one. */
export function ModelStudio({ edited, onEdit }: Editing) {
  const versions = useQuery(api.selection.models.list.queryOptions())
  const id = edited?.id ?? versions.data?.current ?? versions.data?.rows[0]?.id
  const version = useQuery({
    ...api.selection.models.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
    placeholderData: keepPreviousData,
  })
  if (versions.data === undefined || version.data === undefined) {
    const fault = versions.error ?? version.error
    return fault === null ? <PageWait /> : <FaultNotice fault={fault} onRetry={() => void versions.refetch()} />
  }
  const { document: sent, ...chosen } = version.data
  return (
    <Studio
      key={chosen.id}
      document={sentModel(sent)}
      chosen={chosen}
      versions={versions.data.rows}
      edited={edited}
      onEdit={onEdit}
    />
  )
}

function Studio(
  props: Editing & { document: SelectionModel; chosen: ModelVersion; versions: readonly ModelVersion[] },
) {
  const { t } = useReader()
  const { document, chosen, edited, onEdit } = props
  const model = (edited?.id === chosen.id ? edited.model : null) ?? document
  const [pane, setPane] = useState<Pane>('weights')
  const [isSaving, setSaving] = useState(false)
  const asked = useSettled(model)
  const { known, preview } = useLive(asked, chosen.id)
  const draft = useMemo(
    () => ({
      model,
      change: (changed: SelectionModel) => onEdit({ id: chosen.id, model: changed }),
      metrics: known?.metrics ?? [],
      attributes: known?.attributes ?? [],
      preview: preview.data,
    }),
    [model, chosen.id, onEdit, known, preview.data],
  )
  const titles = useDraftTitles(model)
  return (
    <DraftContext value={draft}>
      <TitlesProvider model={titles}>
        <StudioBar
          versions={props.versions}
          chosen={chosen}
          isChanged={model !== document}
          onChoose={(id) => onEdit({ id, model: null })}
          onReset={() => onEdit({ id: chosen.id, model: null })}
          onSave={() => setSaving(true)}
        />
        <div className="vf-studio">
          <div className="vf-stack">
            <Segmented<Pane>
              block
              value={pane}
              onChange={setPane}
              options={panes.map((value) => ({ value, label: t(`studio.pane.${value}`) }))}
            />
            <PaneOf name={pane} />
          </div>
          <LiveRanking model={asked} preview={preview.data} fault={preview.error} isFetching={preview.isFetching} />
        </div>
        {isSaving && (
          <SaveVersion
            model={model}
            isReady={chosen.isReady}
            onClose={() => setSaving(false)}
            onSaved={({ id }) => {
              setSaving(false)
              onEdit({ id, model: null })
            }}
          />
        )}
      </TitlesProvider>
    </DraftContext>
  )
}

/** What a model makes of the accounts, and what it may ask for. */
function useLive(asked: SelectionModel, from: string) {
  const known = useQuery({ ...api.selection.models.metrics.queryOptions(), staleTime: Infinity }).data
  const preview = useQuery({
    ...api.selection.models.preview.queryOptions({ input: { run: 'current', model: asked, from } }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  })
  return { known, preview }
}

function useDraftTitles(model: SelectionModel) {
  const { locale } = useReader()
  return useMemo(
    () => ({
      tiers: model.tiers.map(({ id, title }) => ({ id, title: title[locale] })),
      criteria: model.criteria.map(({ id, title }) => ({ id, title: title[locale] })),
    }),
    [model, locale],
  )
}

function PaneOf(props: { name: Pane }) {
  switch (props.name) {
    case 'weights':
      return <WeightsEditor />
    case 'criteria':
      return (
        <>
          <CriteriaEditor />
          <GivenFiles />
        </>
      )
    case 'gates':
      return <GatesEditor />
    case 'tiers':
      return <TiersEditor />
  }
}

const settleMs = 250

/** A model as it is once nobody has changed it for a moment: what is asked of the server while a slider moves. */
function useSettled(model: SelectionModel): SelectionModel {
  const [settled, setSettled] = useState(model)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(model), settleMs)
    return () => clearTimeout(timer)
  }, [model])
  return settled
}
