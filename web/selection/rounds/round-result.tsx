import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import type { JudgementReport } from '@vitalfew/contract/judgements.ts'
import { App, Button, Empty } from 'antd'
import { FaultLine } from '../../access/fault-line.tsx'
import { api, client } from '../../app/api.ts'
import { FaultNotice } from '../../app/fault-notice.tsx'
import { LinkButton } from '../../app/link-button.tsx'
import { PageWait } from '../../app/page-wait.tsx'
import { Card } from '../../design/card.tsx'
import { missingMark } from '../../design/formats.ts'
import { useReader } from '../../design/reader.tsx'
import { DepartmentLists } from './department-lists.tsx'
import { DepartmentShares } from './department-shares.tsx'
import { DisagreementMap } from './disagreement-map.tsx'
import { ExpertTable } from './expert-table.tsx'
import { JudgementsApart } from './judgements-apart.tsx'
import { useRoundNames } from './use-round-names.ts'

/** What the judgements of everybody come to: agreed weights, how united, who disagrees with whom, and what it would mean. */
export function RoundResult(props: { round: WeightRound }) {
  const { t } = useReader()
  const { round } = props
  const result = useQuery({
    ...api.selection.rounds.result.queryOptions({ input: { id: round.id } }),
    refetchOnMount: 'always',
  })
  if (result.isError) return <FaultNotice fault={result.error} onRetry={() => void result.refetch()} />
  if (result.data === undefined) return <PageWait />
  const { report, waiting } = result.data
  const missing = waiting.map(({ department, name }) => `${department} · ${name}`).join(t('selection.list.comma'))
  if (report === null) return <Empty description={t('studio.result.nothing')} />
  return (
    <div className="vf-stack">
      <Consensus round={round} report={report} missing={missing} />
      {round.shares.length > 1 && <DepartmentShares key={sharesKey(round)} round={round} />}
      <DisagreementMap round={round} report={report} />
      <JudgementsApart round={round} report={report} />
      <ExpertTable round={round} report={report} />
      {report.departments.length > 1 && <DepartmentLists round={round} />}
    </div>
  )
}

/** Saved shares begin the form anew. */
function sharesKey({ shares }: WeightRound): string {
  return JSON.stringify(shares)
}

function Consensus(props: { round: WeightRound; report: JudgementReport; missing: string }) {
  const { t, format } = useReader()
  const named = useRoundNames(props.round)
  const { round, report, missing } = props
  const { group, criteria, departments } = report
  const band = t(`judgements.band.${group.consensusBand}`)
  return (
    <Card title={t('studio.result.title')} note={missing === '' ? undefined : t('studio.result.waiting', { missing })}>
      <dl className="vf-round-figures">
        <div>
          <dt>{t('studio.result.consensus')}</dt>
          <dd>
            <strong>{report.experts.length > 1 ? format.percent(group.consensus, 0) : missingMark}</strong>{' '}
            {report.experts.length > 1 && band}
          </dd>
        </div>
        <div>
          <dt>{t('studio.result.between')}</dt>
          <dd>
            <strong>{departments.length > 1 ? format.percent(group.departmentConsensus, 0) : missingMark}</strong>{' '}
            {t('studio.result.departments', { count: departments.length })}
          </dd>
        </div>
        <div>
          <dt>{t('studio.result.consistency')}</dt>
          <dd>
            <strong>{format.decimal(group.consistencyRatio, 3)}</strong>
          </dd>
        </div>
      </dl>
      <p className="vf-note">
        {t('studio.result.weights', {
          weights: criteria
            .map((name, index) => `${named(name)} ${format.percent(group.weights[index] ?? 0)}`)
            .join(t('selection.list.comma')),
        })}
      </p>
      <Adopt round={round} />
    </Card>
  )
}

function Adopt(props: { round: WeightRound }) {
  const { t } = useReader()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { round } = props
  const adopt = useMutation({
    mutationFn: () => client.selection.rounds.adopt({ id: round.id }),
    onSuccess: async (version) => {
      message.success(t('studio.result.adopted', { version: version.id }))
      await queries.invalidateQueries({ queryKey: api.selection.key() })
    },
  })
  return (
    <>
      <FaultLine fault={adopt.error} />
      <div className="vf-bar-row">
        <Button type="primary" loading={adopt.isPending} onClick={() => adopt.mutate()}>
          {t('studio.result.adopt')}
        </Button>
        {round.adopted !== null && (
          <>
            <span className="vf-note">{t('studio.result.isAdopted', { version: round.adopted })}</span>
            <LinkButton to="/selection" search={{ part: 'studio' }}>
              {t('studio.result.open')}
            </LinkButton>
          </>
        )}
      </div>
    </>
  )
}
