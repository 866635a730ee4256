import { Grid, Select, Tabs } from 'antd'
import { Suspense, type ReactNode } from 'react'
import { PageWait } from './page-wait.tsx'

/** The parts of a page, one at a time: as tabs, or on a telephone, where tabs would hide one another, as a list to choose from. */
export function PartTabs<Name extends string>(props: {
  label: string
  names: readonly Name[]
  value: Name
  titleOf: (name: Name) => string
  onChange: (name: Name) => void
  children: ReactNode
}) {
  const { names, value, titleOf, onChange } = props
  const isNarrow = !(Grid.useBreakpoint().md ?? true)
  const content = <Suspense fallback={<PageWait />}>{props.children}</Suspense>
  if (isNarrow)
    return (
      <>
        <Select<Name>
          className="vf-part-select"
          size="large"
          aria-label={props.label}
          value={value}
          options={names.map((name) => ({ value: name, label: titleOf(name) }))}
          onChange={onChange}
        />
        {content}
      </>
    )
  return (
    <Tabs
      activeKey={value}
      destroyOnHidden
      onChange={(key) => {
        const name = names.find((known) => known === key)
        if (name !== undefined) onChange(name)
      }}
      items={names.map((name) => ({ key: name, label: titleOf(name), children: name === value ? content : null }))}
    />
  )
}
