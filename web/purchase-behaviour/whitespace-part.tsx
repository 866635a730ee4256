import { useQuery } from '@tanstack/react-query'
import type { PurchaseWhitespace } from '@vitalfew/contract/purchase-behaviour.ts'
import { Input } from 'antd'
import { useMemo } from 'react'
import { api } from '../app/api.ts'
import { useShownRun } from '../app/shown-level.ts'
import { Card } from '../design/card.tsx'
import { DataTable } from '../design/data-table.tsx'
import { useReader } from '../design/reader.tsx'
import { whitespaceColumns } from './item-columns.tsx'
import { LevelChoice } from './level-choice.tsx'
import type { PartProps } from './part-props.ts'
import { WithAnswer } from './with-answer.tsx'

/** What accounts like one buy and it does not, the largest expectation first. */
export function WhitespacePart(props: PartProps) {
  const { t } = useReader()
  const { level } = props.search
  const shownRun = useShownRun()
  const input = { ...shownRun, ...(level === undefined ? {} : { level }) }
  const query = useQuery(api.behaviour.whitespace.queryOptions({ input, staleTime: 300_000 }))
  const tables = [{ name: 'offers', title: t('habits.tab.whitespace') }]
  return (
    <WithAnswer
      query={query}
      file={{ path: '/behaviour/whitespace', choice: { level }, tables }}
      controls={<LevelChoice {...props} />}
    >
      {({ answer, keys }) => <OfferList {...props} whitespace={answer} keys={keys} />}
    </WithAnswer>
  )
}

function OfferList(props: PartProps & { whitespace: PurchaseWhitespace; keys: Record<string, string> }) {
  const reader = useReader()
  const { t, format } = reader
  const { whitespace, keys, search, onChange } = props
  const columns = useMemo(() => whitespaceColumns(reader, keys), [reader, keys])
  const text = search.search ?? ''
  const rows = useMemo(() => {
    const wanted = text.trim().toLowerCase()
    return whitespace.offers.filter(({ account, accountName, item, itemName }) =>
      `${account} ${accountName} ${item} ${itemName}`.toLowerCase().includes(wanted),
    )
  }, [whitespace.offers, text])
  const note = t('behaviour.note.whitespace', {
    targets: format.count(whitespace.targets),
    accounts: format.count(whitespace.accounts),
    value: format.money(whitespace.expectedValue),
  })
  return (
    <Card title={t('behaviour.report.whitespace.title')} note={`${note} ${t('habits.whitespace.note')}`}>
      <div className="vf-habit-row">
        <Input
          allowClear
          className="vf-habit-search"
          aria-label={t('habits.whitespace.search')}
          placeholder={t('habits.whitespace.search')}
          value={text}
          onChange={(event) => onChange({ search: event.target.value || undefined })}
        />
      </div>
      <DataTable
        caption={t('behaviour.report.whitespace.title')}
        columns={columns}
        rows={rows}
        rowKey={({ account, item }) => `${account}\n${item}`}
        order={{ column: 'expectedValue', descending: true }}
        empty={t('behaviour.note.noOffers')}
      />
    </Card>
  )
}
