import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal, Spin } from 'antd'
import { useDeferredValue, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useReader } from '../design/reader.tsx'
import { TierTag } from '../selection/tier-tag.tsx'
import { api } from './api.ts'
import { pageIcons } from './page-icons.tsx'
import { matchingPages } from './palette-pages.ts'
import { useMe } from './session.ts'

interface Entry {
  key: string
  label: string
  note: string
  tier?: string
  icon?: ReactNode
  go: () => void
}

/** Ctrl-K: any page or account, by typing a part of its name. */
export function CommandPalette(props: { onClose: () => void }) {
  const { t } = useReader()
  const [text, setText] = useState('')
  const [place, setPlace] = useState(0)
  const { entries, isSearching } = useEntries(text.trim(), props.onClose)
  const current = Math.min(place, Math.max(0, entries.length - 1))
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setPlace(Math.min(entries.length - 1, current + 1))
    else if (event.key === 'ArrowUp') setPlace(Math.max(0, current - 1))
    else if (event.key === 'Enter') entries[current]?.go()
    else return
    event.preventDefault()
  }
  return (
    <Modal
      open
      title={t('app.palette.title')}
      footer={null}
      // Whoever opens it types at once: a dialog gives the focus to its first control, which is to be the field.
      closable={false}
      onCancel={props.onClose}
      className="vf-palette"
      width={600}
    >
      <Input
        autoFocus
        size="large"
        allowClear
        value={text}
        placeholder={t('app.palette.placeholder')}
        role="combobox"
        aria-expanded={true}
        aria-controls="palette-entries"
        aria-activedescendant={entries[current] === undefined ? '' : `palette-${entries[current].key}`}
        aria-label={t('app.palette.placeholder')}
        suffix={isSearching ? <Spin size="small" /> : <span />}
        onChange={(event) => {
          setText(event.target.value)
          setPlace(0)
        }}
        onKeyDown={press}
      />
      <div id="palette-entries" role="listbox" aria-label={t('app.palette.title')} className="vf-palette-entries">
        {entries.map((entry, index) => (
          <Option key={entry.key} entry={entry} isCurrent={index === current} onPoint={() => setPlace(index)} />
        ))}
      </div>
      {entries.length === 0 && !isSearching && <p className="vf-empty">{t('app.palette.nothing', { text })}</p>}
    </Modal>
  )
}

function Option(props: { entry: Entry; isCurrent: boolean; onPoint: () => void }) {
  const { entry } = props
  return (
    <div
      id={`palette-${entry.key}`}
      role="option"
      tabIndex={-1}
      aria-selected={props.isCurrent}
      onMouseMove={props.onPoint}
      onClick={entry.go}
    >
      <span aria-hidden="true">{entry.icon}</span>
      <span className="vf-palette-label">{entry.label}</span>
      <span className="vf-note">{entry.note}</span>
      {entry.tier !== undefined && <TierTag tier={entry.tier} />}
    </div>
  )
}

function useEntries(text: string, onClose: () => void): { entries: Entry[]; isSearching: boolean } {
  const { t } = useReader()
  const me = useMe()
  const navigate = useNavigate()
  const asked = useDeferredValue(text)
  const found = useQuery({
    ...api.accounts.search.queryOptions({ input: { text: asked, limit: 12 } }),
    enabled: asked !== '',
    placeholderData: (before) => before,
  })
  const leave = (go: () => Promise<void>) => () => {
    onClose()
    void go()
  }
  const pages = matchingPages(me.role, { text: asked, titleOf: (name) => t(`app.page.${name}`) }).map((page) => ({
    key: page.name,
    icon: pageIcons[page.name],
    label: t(`app.page.${page.name}`),
    note: t('app.palette.page'),
    go: leave(() => navigate({ to: page.path })),
  }))
  const accounts = (asked === '' ? [] : (found.data?.accounts ?? [])).map((account) => ({
    key: account.key,
    label: account.accountName || account.account,
    note: account.accountName === '' ? '' : account.account,
    tier: account.tier,
    go: leave(() => navigate({ to: '/accounts/$key', params: { key: account.key }, search: { grouping: 'account' } })),
  }))
  return { entries: [...accounts, ...pages], isSearching: asked !== '' && found.isFetching }
}
