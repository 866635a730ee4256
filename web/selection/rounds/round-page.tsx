import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { App, Button } from 'antd'
import { api, client } from '../../app/api.ts'
import { FaultNotice } from '../../app/fault-notice.tsx'
import { faultWords } from '../../app/fault-words.ts'
import { PageHead } from '../../app/page-head.tsx'
import { PageWait } from '../../app/page-wait.tsx'
import { PartTabs } from '../../app/part-tabs.tsx'
import { useReader } from '../../design/reader.tsx'
import { PairScreen } from './pair-screen.tsx'
import { RoundPeople } from './round-people.tsx'
import { RoundResult } from './round-result.tsx'

const route = getRouteApi('/shell/rounds/$id')

const parts = ['judge', 'people', 'result'] as const
type Part = (typeof parts)[number]

/** One round: to judge in it, and for those who edit who takes part and what it comes to. */
export function RoundPage() {
  const { id } = route.useParams()
  const round = useQuery({
    ...api.selection.rounds.get.queryOptions({ input: { id } }),
    refetchOnMount: 'always',
  })
  if (round.isError) return <FaultNotice fault={round.error} onRetry={() => void round.refetch()} />
  if (round.data === undefined) return <PageWait />
  return <Round round={round.data} />
}

function Round(props: { round: WeightRound }) {
  const { t } = useReader()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const { round } = props
  const isRater = round.raters.some(({ isMe }) => isMe)
  const shown: readonly Part[] = round.mayEdit ? (isRater ? parts : ['people', 'result']) : ['judge']
  const current = shown.find((name) => name === part) ?? shown[0] ?? 'judge'
  return (
    <>
      <PageHead
        title={round.title}
        lead={t('studio.rounds.about', { model: round.model, criteria: round.criteria.length, pairs: round.pairs })}
      >
        {round.mayEdit && <RoundState round={round} />}
      </PageHead>
      {shown.length === 1 ? (
        <PartOf name={current} round={round} />
      ) : (
        <PartTabs
          label={t('app.part')}
          names={shown}
          value={current}
          titleOf={(name) => t(`studio.rounds.part.${name}`)}
          onChange={(chosen) => void navigate({ search: { part: chosen }, replace: true })}
        >
          <PartOf name={current} round={round} />
        </PartTabs>
      )}
    </>
  )
}

function PartOf(props: { name: Part; round: WeightRound }) {
  switch (props.name) {
    case 'judge':
      return <PairScreen round={props.round} />
    case 'people':
      return <RoundPeople round={props.round} />
    case 'result':
      return <RoundResult round={props.round} />
  }
}

function RoundState(props: { round: WeightRound }) {
  const { t } = useReader()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const navigate = route.useNavigate()
  const { round } = props
  const renew = () => queries.invalidateQueries({ queryKey: api.selection.rounds.key() })
  const change = useMutation({
    mutationFn: () => client.selection.rounds.setOpen({ id: round.id, isOpen: !round.isOpen }),
    onSuccess: renew,
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  const remove = useMutation({
    mutationFn: () => client.selection.rounds.remove({ id: round.id }),
    onSuccess: async () => {
      await navigate({ to: '/rounds' })
      await queries.invalidateQueries({ queryKey: api.selection.rounds.list.key() })
    },
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  const isEmpty = round.raters.every(({ answered }) => answered === 0)
  return (
    <>
      <Button loading={change.isPending} onClick={() => change.mutate()}>
        {t(round.isOpen ? 'studio.rounds.close' : 'studio.rounds.reopen')}
      </Button>
      {isEmpty && (
        <Button danger loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('studio.rounds.remove')}
        </Button>
      )}
    </>
  )
}
