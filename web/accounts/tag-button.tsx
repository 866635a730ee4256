import { TagsOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import type { AccountsMeant } from '@vitalfew/contract/api/account-marks.ts'
import { Button, Popover, Select, Space } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { useReader } from '../design/reader.tsx'
import { useMark } from './use-mark.tsx'

/** Puts a tag on many accounts or takes it off; done at once, and undone by one press. */
export function TagButton(props: { meant: AccountsMeant; onDone?: () => void; label?: string }) {
  const { t, format } = useReader()
  const [isOpen, setOpen] = useState(false)
  const [tag, setTag] = useState<string | null>(null)
  const known = useQuery({ ...api.accounts.marks.tags.queryOptions(), enabled: isOpen }).data?.tags ?? []
  const mark = useMark({
    change: (action: 'set' | 'clear') => client.accounts.marks.tag({ tag: tag ?? '', action, accounts: props.meant }),
    words: ({ action, name, accounts }) =>
      t(`app.tags.done.${action}`, { tag: name, count: accounts, accounts: format.count(accounts) }),
    onDone: () => {
      setOpen(false)
      props.onDone?.()
    },
  })
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      title={t('app.tags.title')}
      content={
        <div className="vf-tag-form">
          <FaultLine fault={mark.error} />
          <Select
            mode="tags"
            aria-label={t('app.tags.name')}
            placeholder={t('app.tags.name')}
            value={tag === null ? [] : [tag]}
            options={known.map((entry) => ({ value: entry.tag, label: entry.tag }))}
            onChange={(values) => setTag(values.at(-1)?.trim().slice(0, 40) || null)}
          />
          <Space>
            <Button type="primary" disabled={tag === null} loading={mark.isPending} onClick={() => mark.mutate('set')}>
              {t('app.tags.set')}
            </Button>
            <Button disabled={tag === null} loading={mark.isPending} onClick={() => mark.mutate('clear')}>
              {t('app.tags.clear')}
            </Button>
          </Space>
        </div>
      }
    >
      <Button icon={<TagsOutlined />}>{props.label ?? t('app.tags.button')}</Button>
    </Popover>
  )
}
