import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useReader } from '../design/reader.tsx'

export interface FileAsked {
  /** Below `/api`, without the last part. */
  path: string
  /** How the question was meant. */
  choice: Record<string, string | number | undefined>
  /** The tables that there are, by their names. */
  tables: readonly { name: string; title: string }[]
}

/** What a page tells as a workbook, or one of its tables as text. */
export function FileButton(props: { asked: FileAsked }) {
  const { t, locale } = useReader()
  const { path, choice, tables } = props.asked
  const address = (more: Record<string, string>): string => {
    const asked = Object.entries(choice).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    )
    return `/api${path}/file?${new URLSearchParams([...asked, ...Object.entries({ ...more, locale })])}`
  }
  const entry = (key: string, { label, more }: { label: string; more: Record<string, string> }) => ({
    key,
    label: (
      <a href={address(more)} download>
        {label}
      </a>
    ),
  })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          entry('xlsx', { label: t('habits.file.workbook'), more: { format: 'xlsx' } }),
          ...tables.map(({ name, title }) =>
            entry(name, { label: t('habits.file.csv', { table: title }), more: { format: 'csv', table: name } }),
          ),
        ],
      }}
    >
      <Button icon={<DownloadOutlined />}>{t('habits.file.button')}</Button>
    </Dropdown>
  )
}
