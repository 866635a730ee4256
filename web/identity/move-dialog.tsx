import { useQuery } from '@tanstack/react-query'
import type { GroupNode } from '@vitalfew/contract/identity.ts'
import { AutoComplete, Modal, Select } from 'antd'
import { useState } from 'react'
import { api } from '../app/api.ts'
import { useReader } from '../design/reader.tsx'
import { accountTitle } from '../metrics/account-title.ts'

/** Where an account goes: under another account or group of the tree, or under a group that is made by naming it. */
export function MoveDialog(props: {
  node: GroupNode | null
  groups: readonly GroupNode[]
  onMove: (asked: { child: string; parent?: string; parentName?: string }) => void
  onClose: () => void
}) {
  const { t } = useReader()
  const { node, groups, onMove, onClose } = props
  const [child, setChild] = useState(node?.node ?? '')
  const [parent, setParent] = useState('')
  const known = groups.find(({ name }) => name === parent.trim())
  const move = () => {
    const under = known === undefined || known.account === '' ? { parentName: parent.trim() } : { parent: known.node }
    onMove({ child, ...under })
    onClose()
  }
  return (
    <Modal
      open
      title={node === null ? t('identity.groups.add') : t('identity.groups.moveOf', { name: node.name })}
      okText={t('identity.groups.move')}
      cancelText={t('identity.page.cancel')}
      okButtonProps={{ disabled: child === '' || parent.trim() === '' }}
      onOk={move}
      onCancel={onClose}
    >
      <div className="vf-move">
        {node === null && <AccountChoice value={child} onChange={setChild} />}
        <AutoComplete
          aria-label={t('identity.groups.parent')}
          placeholder={t('identity.groups.parentHint')}
          value={parent}
          options={[...new Set(groups.map(({ name }) => name))].map((name) => ({ value: name }))}
          showSearch={{ filterOption: (text, option) => (option?.value ?? '').includes(text) }}
          onChange={(text: string) => setParent(text)}
        />
      </div>
    </Modal>
  )
}

function AccountChoice(props: { value: string; onChange: (key: string) => void }) {
  const { t } = useReader()
  const [text, setText] = useState('')
  const found = useQuery({
    ...api.accounts.search.queryOptions({ input: { text, limit: 20 } }),
    enabled: text.trim() !== '',
  })
  return (
    <Select<string>
      aria-label={t('identity.groups.child')}
      placeholder={t('identity.groups.childHint')}
      showSearch={{ filterOption: false, onSearch: setText }}
      value={props.value === '' ? null : props.value}
      options={(found.data?.accounts ?? []).map((account) => ({ value: account.key, label: accountTitle(account) }))}
      onChange={props.onChange}
    />
  )
}
