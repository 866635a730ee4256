import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { api } from '../../app/api.ts'
import { useReader } from '../../design/reader.tsx'
import { accountTitle } from '../../metrics/account-title.ts'

export interface FoundAccount {
  key: string
  account: string
  accountName: string
}

/** An account by a part of its name, its pinyin, its initials or its code. */
export function AccountSelect(props: { value: FoundAccount | null; onChange: (account: FoundAccount | null) => void }) {
  const { t } = useReader()
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const found = useQuery({
    ...api.accounts.search.queryOptions({ input: { text: asked, limit: 20 } }),
    enabled: asked !== '',
  })
  const known = found.data?.accounts ?? []
  const offered =
    props.value === null || known.some(({ key }) => key === props.value?.key) ? known : [props.value, ...known]
  return (
    <Select<string>
      className="vf-account-select"
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      aria-label={t('analysis.column.accountName')}
      placeholder={t('app.query.searchHint')}
      value={props.value?.key ?? null}
      loading={found.isFetching}
      notFoundContent={asked === '' ? null : t('app.palette.nothing', { text: asked })}
      options={offered.map((account) => ({
        value: account.key,
        label: `${accountTitle(account)} · ${account.account}`,
      }))}
      onChange={(key: string | undefined) => props.onChange(offered.find((account) => account.key === key) ?? null)}
    />
  )
}
