import type { TablePaginationConfig } from 'antd'
import type { Reader } from './reader.tsx'

export interface Place {
  page: number
  pageSize: number
}

/** Page numbers with a total, and how many rows a page has: the same below every list. */
export function tablePager(
  options: Place & { total: number; onChange: (place: Place) => void; reader: Reader },
): TablePaginationConfig {
  const { reader, onChange } = options
  const { t, format } = reader
  return {
    current: options.page,
    pageSize: options.pageSize,
    total: options.total,
    showSizeChanger: true,
    pageSizeOptions: [10, 20, 50, 100],
    showTotal: (total, [from, to]) =>
      t('app.list.range', { from: format.count(from), to: format.count(to), total: format.count(total) }),
    onChange: (page, pageSize) => onChange({ page: pageSize === options.pageSize ? page : 1, pageSize }),
    responsive: true,
  }
}
