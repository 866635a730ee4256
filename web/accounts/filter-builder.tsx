import type { AccountFilter } from '@vitalfew/contract/api/account-filter.ts'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useReader } from '../design/reader.tsx'
import { FilterGroup } from './filter-group.tsx'
import { draftOf, filterOf, type DraftGroup } from './filter-draft.ts'

/** Conditions on any field, joined by AND and OR, in groups where that is needed. */
export function FilterBuilder(props: {
  built: readonly AccountFilter[]
  onClose: () => void
  onBuilt: (parts: readonly AccountFilter[]) => void
}) {
  const { t } = useReader()
  const [draft, setDraft] = useState<DraftGroup>(() => draftOf(props.built))
  const ready = filterOf(draft)
  return (
    <Drawer
      open
      title={t('app.filter.title')}
      size={720}
      onClose={props.onClose}
      className="vf-drawer"
      footer={
        <div className="vf-drawer-foot">
          <Button onClick={() => props.onBuilt([])}>{t('app.filter.clear')}</Button>
          <Button type="primary" disabled={ready === undefined} onClick={() => ready && props.onBuilt(ready)}>
            {t('app.filter.apply')}
          </Button>
        </div>
      }
    >
      <p className="vf-note">{t('app.filter.note')}</p>
      <FilterGroup group={draft} depth={1} onChange={setDraft} />
      {ready === undefined && <p className="vf-down">{t('app.filter.unfinished')}</p>}
    </Drawer>
  )
}
