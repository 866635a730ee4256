import { accountRelations } from '@vitalfew/contract/identity-names.ts'
import type { AccountRelation } from '@vitalfew/contract/identity.ts'
import { useState } from 'react'
import { FaultNotice } from '../app/fault-notice.tsx'
import { PageWait } from '../app/page-wait.tsx'
import { useReader } from '../design/reader.tsx'
import { SegmentedControl } from '../design/segmented-control.tsx'
import { GroupConflicts } from './group-conflicts.tsx'
import { GroupProposals } from './group-proposals.tsx'
import { GroupTree } from './group-tree.tsx'
import { RelationLog } from './relation-log.tsx'
import { useRelations } from './use-relations.ts'

/** Who belongs to whom: each relation as trees, what the names suggest, and what contradicts. */
export function GroupsPart() {
  const { t } = useReader()
  const [relation, setRelation] = useState<AccountRelation>('commercialGroup')
  const relations = useRelations(relation)
  const { groups } = relations
  return (
    <>
      <div className="vf-bar-row">
        <SegmentedControl
          label={t('identity.groups.relation')}
          options={accountRelations.map((value) => ({ value, label: t(`identity.relation.${value}`) }))}
          value={relation}
          onChange={setRelation}
        />
        <span className="vf-note">{t(`identity.groups.note.${relation}`)}</span>
      </div>
      {groups.isPending && <PageWait />}
      {groups.isError && <FaultNotice fault={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.data !== undefined && (
        <div className="vf-stack">
          <GroupProposals proposals={groups.data.proposals} relations={relations} />
          <GroupTree nodes={groups.data.nodes} relations={relations} />
          <GroupConflicts conflicts={groups.data.conflicts} />
          <RelationLog log={groups.data.log} relations={relations} />
        </div>
      )}
    </>
  )
}
