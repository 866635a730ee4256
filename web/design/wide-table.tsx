import { Table, type TableProps, type TableRef } from 'antd'
import { useEffect, useRef } from 'react'

/** A table that may be wider than its place: the part that scrolls can be reached and moved by keyboard. */
export function WideTable<Row extends object>(props: TableProps<Row>) {
  const table = useRef<TableRef>(null)
  useEffect(() => {
    const parts = table.current?.nativeElement.querySelectorAll<HTMLElement>('.ant-table-content, .ant-table-body')
    for (const part of parts ?? []) part.tabIndex = 0
  })
  // Rows that are still on their way are not rows that are not there.
  const locale = props.loading === true ? { ...props.locale, emptyText: ' ' } : props.locale
  return (
    <Table<Row> ref={table} scroll={{ x: 'max-content' }} {...props} {...(locale === undefined ? {} : { locale })} />
  )
}
