import { ReloadOutlined } from '@ant-design/icons'
import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { AccountListRow } from '@vitalfew/contract/api/accounts.ts'
import { Button, type TableProps } from 'antd'
import { useMemo, useState } from 'react'
import { useMe } from '../app/session.ts'
import { useReader } from '../design/reader.tsx'
import { tablePager, type Place } from '../design/table-pager.tsx'
import { NothingFound } from './nothing-found.tsx'
import { useTitles } from '../selection/tier-titles.tsx'
import { AssignButton, mayAssign } from './assign-button.tsx'
import { ColumnSettingsButton } from './column-settings.tsx'
import { ExportButton, type ListAsked } from './export-button.tsx'
import { listColumns } from './list-columns.tsx'
import { accountFieldNames, type ListChange } from './list-search.ts'
import { parseFilter } from './parse-filter.ts'
import { TagButton } from './tag-button.tsx'
import type { useListColumns } from './use-list-columns.ts'
import { ViewsMenu } from './views-menu.tsx'
import { WideTable } from '../design/wide-table.tsx'

interface TableOfAccounts {
  answer: { rows: AccountListRow[]; total: number } | undefined
  isLoading: boolean
  isNarrow: boolean
  fields: readonly AccountField[]
  columns: ReturnType<typeof useListColumns>
  place: Place
  asked: ListAsked
  onAsk: (change: ListChange) => void
  onReload: () => void
}

/** The list with its tools: views, export, columns, and what is done to the rows that were ticked. */
export function AccountsTable(props: TableOfAccounts) {
  const reader = useReader()
  const { t, format } = reader
  const titles = useTitles()
  const me = useMe()
  const { answer, asked, columns, fields, isNarrow } = props
  const [ticked, setTicked] = useState<string[]>([])
  const shown = useMemo(
    () => listColumns(fields, { reader, titles, sort: asked.sort, isNarrow }),
    [fields, reader, titles, asked.sort, isNarrow],
  )
  const sorted: TableProps<AccountListRow>['onChange'] = (_place, _filters, sorter, { action }) => {
    const [first] = Array.isArray(sorter) ? sorter : [sorter]
    const field = accountFieldNames.find((name) => name === first?.columnKey)
    if (action !== 'sort' || field === undefined) return
    props.onAsk({ sort: { field, direction: first?.order === 'ascend' ? 'ascending' : 'descending' } })
  }
  const place = ({ page, pageSize }: Place) => {
    if (pageSize !== props.place.pageSize) columns.keepPageSize(pageSize)
    props.onAsk({ page, pageSize })
  }
  return (
    <section className="vf-work-table" aria-label={t('app.page.accounts')}>
      <div className="vf-work-bar">
        <div>
          {ticked.length > 0 ? (
            <>
              <span>{t('app.accounts.ticked', { count: ticked.length, accounts: format.count(ticked.length) })}</span>
              <TagButton meant={{ keys: ticked }} onDone={() => setTicked([])} />
              {mayAssign(me.role) && <AssignButton meant={{ keys: ticked }} onDone={() => setTicked([])} />}
              <Button type="link" onClick={() => setTicked([])}>
                {t('app.accounts.untick')}
              </Button>
            </>
          ) : (
            <Tools {...props} />
          )}
        </div>
        <div>
          <ExportButton asked={asked} columns={fields} />
          {!isNarrow && <ColumnSettingsButton columns={columns.columns} onChange={columns.keepColumns} />}
          <Button icon={<ReloadOutlined />} aria-label={t('app.action.reload')} onClick={props.onReload} />
        </div>
      </div>
      <WideTable<AccountListRow>
        size="middle"
        rowKey="key"
        columns={shown}
        dataSource={answer?.rows ?? []}
        loading={props.isLoading}
        onChange={sorted}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <NothingFound isAsking={answer === undefined} words={t('app.accounts.none')} /> }}
        {...(me.role === 'viewer' || isNarrow ? {} : { rowSelection: ticking(ticked, setTicked) })}
        pagination={tablePager({ ...props.place, total: answer?.total ?? 0, onChange: place, reader })}
      />
    </section>
  )
}

function ticking(
  ticked: string[],
  tick: (keys: string[]) => void,
): NonNullable<TableProps<AccountListRow>['rowSelection']> {
  return {
    selectedRowKeys: ticked,
    preserveSelectedRowKeys: true,
    onChange: (keys) => tick(keys.map(String)),
    columnTitle: (box) => <span className="vf-select-all">{box}</span>,
    getCheckboxProps: (row) => ({ 'aria-label': row.accountName || row.account }),
  }
}

function Tools(props: TableOfAccounts) {
  const { t } = useReader()
  const me = useMe()
  const { asked, answer, columns } = props
  const isNarrowed = asked.filter !== undefined || asked.search !== undefined
  const canMark = isNarrowed && (answer?.total ?? 0) > 0
  const meant = {
    filter: asked.filter ?? { all: [] },
    ...(asked.search === undefined ? {} : { search: asked.search }),
  }
  return (
    <>
      <ViewsMenu
        current={{
          filter: asked.filter ?? null,
          search: asked.search ?? '',
          sort: [asked.sort],
          columns: [...columns.shown],
        }}
        onOpen={(view) => {
          if (view.columns.length > 0) columns.showOnly(view.columns)
          const [sort] = view.sort
          props.onAsk({ filter: parseFilter(view.filter), search: view.search || undefined, sort })
        }}
      />
      {canMark && me.role !== 'viewer' && <TagButton label={t('app.tags.buttonAll')} meant={meant} />}
      {canMark && mayAssign(me.role) && <AssignButton label={t('app.assign.buttonAll')} meant={meant} />}
    </>
  )
}
