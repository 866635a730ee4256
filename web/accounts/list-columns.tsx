import { Link } from '@tanstack/react-router'
import type { AccountField } from '@vitalfew/contract/api/account-fields.ts'
import type { AccountListRow } from '@vitalfew/contract/api/accounts.ts'
import type { TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import { LevelTag } from '../churn/level-tag.tsx'
import type { Reader } from '../design/reader.tsx'
import { missingMark } from '../design/formats.ts'
import { Tag } from '../design/tag.tsx'
import { accountTitle } from '../metrics/account-title.ts'
import { SegmentTags } from '../segmentation/segment-tags.tsx'
import { TierTag } from '../selection/tier-tag.tsx'
import type { Titles } from '../selection/tier-titles.tsx'
import { choiceWords } from './choice-words.ts'
import { fieldDisplays, fieldTitle, isNumeric } from './field-display.ts'
import { isSortable, type ListSort } from './list-search.ts'

/** The columns of the list in the order wanted; those that can be sorted by are, on the server. */
export function listColumns(
  fields: readonly AccountField[],
  words: { reader: Reader; titles: Titles; sort: ListSort; isNarrow: boolean },
): TableColumnsType<AccountListRow> {
  const { reader, sort } = words
  return fields.map((field) => ({
    key: field,
    title: <Header field={field} reader={reader} />,
    align: isNumeric(field) ? ('right' as const) : ('left' as const),
    sorter: isSortable(field),
    showSorterTooltip: false,
    sortDirections: isNumeric(field) ? ['descend', 'ascend', 'descend'] : ['ascend', 'descend', 'ascend'],
    sortOrder:
      sort.field === field ? (sort.direction === 'descending' ? ('descend' as const) : ('ascend' as const)) : null,
    ...(field === 'accountName' && !words.isNarrow ? { fixed: 'start' as const, width: 240 } : {}),
    ...(field === 'accountName' ? { rowScope: 'row' as const } : {}),
    render: (_: unknown, row: AccountListRow) => fieldCell(field, { row, ...words }),
  }))
}

function Header(props: { field: AccountField; reader: Reader }) {
  const { t, format } = props.reader
  return (
    <>
      {fieldTitle(props.field, t)}
      {fieldDisplays[props.field] === 'money' && format.unit !== '' && <small> {format.unit}</small>}
    </>
  )
}

function fieldCell(field: AccountField, words: { row: AccountListRow; reader: Reader; titles: Titles }): ReactNode {
  const { row } = words
  switch (fieldDisplays[field]) {
    case 'name':
      return (
        <Link to="/accounts/$key" params={{ key: row.key }} className="vf-account-link">
          {accountTitle(row)}
        </Link>
      )
    case 'tags':
      return row.tags.map((tag) => (
        <Tag key={tag} tone="outline">
          {tag}
        </Tag>
      ))
    case 'segments':
      return <SegmentTags segments={row.segments ?? []} />
    case 'tier':
      return <TierTag tier={row.tier} />
    default:
      if (field === 'churnLevel') return row.churnLevel ? <LevelTag level={row.churnLevel} /> : missingMark
      if (field === 'growth')
        return <span className={(row.growth ?? 0) < 0 ? 'vf-down' : undefined}>{writtenField(field, words)}</span>
      return writtenField(field, words)
  }
}

/** A field of an account in words or figures. */
export function writtenField(
  field: AccountField,
  words: { row: Partial<Record<AccountField, unknown>>; reader: Reader; titles: Titles },
): string {
  const { reader, titles } = words
  const { format, t } = reader
  const value = words.row[field]
  if (value === null || value === undefined || value === '') return missingMark
  if (typeof value !== 'number')
    return choiceWords(field, {
      value: Array.isArray(value) ? value.join(t('report.listComma')) : typeof value === 'string' ? value : missingMark,
      t,
      titles,
    })
  switch (fieldDisplays[field]) {
    case 'money':
      return format.amount(value)
    case 'count':
      return format.count(value)
    case 'percent':
      return format.percent(value)
    case 'change':
      return format.change(value)
    default:
      return format.decimal(value)
  }
}
