import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { AccountFilter } from '@vitalfew/contract/api/account-filter.ts'
import { App, Button, Dropdown } from 'antd'
import { client } from '../app/api.ts'
import { faultWords } from '../app/fault-words.ts'
import { useShownRun } from '../app/shown-level.ts'
import { useReader } from '../design/reader.tsx'
import type { ListSort } from './list-search.ts'

export interface ListAsked {
  filter: AccountFilter | undefined
  search: string | undefined
  sort: ListSort
}

/** The list as a file, with what this person may see and nothing else; made by a job, which says when it is there. */
export function ExportButton(props: { asked: ListAsked; columns: readonly AccountField[] }) {
  const { t, locale } = useReader()
  const { message } = App.useApp()
  const { asked, columns } = props
  const shownRun = useShownRun()
  const start = useMutation({
    mutationFn: (choice: { format: 'csv' | 'xlsx'; isAll: boolean }) =>
      client.exports.start({
        ...shownRun,
        format: choice.format,
        locale,
        sort: [asked.sort],
        ...(asked.filter === undefined ? {} : { filter: asked.filter }),
        ...(asked.search === undefined ? {} : { search: asked.search }),
        ...(choice.isAll ? {} : { columns: [...columns] }),
      }),
    onSuccess: () => message.info(t('app.export.started')),
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  const entry = (format: 'csv' | 'xlsx', isAll: boolean) => ({
    key: `${format}-${isAll}`,
    label: t(isAll ? 'app.export.all' : 'app.export.shown', { format: format.toUpperCase() }),
    onClick: () => start.mutate({ format, isAll }),
  })
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: [entry('xlsx', false), entry('xlsx', true), entry('csv', false), entry('csv', true)] }}
    >
      <Button icon={<DownloadOutlined />} loading={start.isPending}>
        {t('app.export.button')}
      </Button>
    </Dropdown>
  )
}
