import type { RowLeftOut } from '@vitalfew/contract/api/imports.ts'
import { Alert, Button, Switch, type TableColumnsType } from 'antd'
import { useMemo } from 'react'
import { Card } from '../design/card.tsx'
import { useReader, type Reader } from '../design/reader.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { StepParts } from './mapping-step.tsx'
import { OutcomeFigures } from './outcome-figures.tsx'
import { WideTable } from '../design/wide-table.tsx'

/** Rows that would be left out, each with its reason; a cell put right here is read again at once. */
export function FixesStep(props: StepParts) {
  const reader = useReader()
  const { t, format } = reader
  const { plan, file, move } = props
  const columns = useMemo(() => faultColumns(props, reader), [props, reader])
  const rejected = plan.rowsLeftOut.filter(({ isRejected }) => isRejected)
  return (
    <div className="vf-stack">
      <OutcomeFigures plan={plan} />
      {plan.duplicates > 0 && (
        <Alert
          type="info"
          showIcon
          title={t('app.import.duplicates', { count: plan.duplicates, rows: format.count(plan.duplicates) })}
          action={
            <Switch
              checked={file.dropDuplicates}
              checkedChildren={t('app.import.dropped')}
              unCheckedChildren={t('app.import.kept')}
              aria-label={t('app.import.dropDuplicates')}
              onChange={(isDropped) => move({ kind: 'duplicates', isDropped })}
            />
          }
        />
      )}
      <Card
        title={t('app.import.faults')}
        note={
          rejected.length === 0
            ? t('app.import.noFaults')
            : t('app.import.faultsNote', {
                count: plan.rejected,
                rows: format.count(plan.rejected),
                shown: format.count(rejected.length),
              })
        }
      >
        {rejected.length > 0 && (
          <WideTable<RowLeftOut>
            size="small"
            rowKey="row"
            loading={props.isLoading}
            dataSource={rejected}
            columns={columns}
            scroll={{ x: 'max-content' }}
            pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          />
        )}
      </Card>
      <FixList {...props} />
    </div>
  )
}

function FixList({ file, move }: StepParts) {
  const { t, format } = useReader()
  if (file.fixes.length === 0) return null
  return (
    <Card title={t('app.import.fixes')} note={t('app.import.fixesNote')}>
      <ul className="vf-files">
        {file.fixes.map((fix) => (
          <li key={`${fix.row} ${fix.column}`}>
            {t('app.import.fix', { row: format.count(fix.row), column: fix.column, value: fix.value })}
            <Button type="link" size="small" onClick={() => move({ kind: 'unfixed', fix })}>
              {t('app.action.undo')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The row's number and fault, the column at fault to write in, then the other columns that were mapped. */
function faultColumns({ plan, move }: StepParts, { t, format }: Reader): TableColumnsType<RowLeftOut> {
  const mapped = new Set(Object.values(plan.mapping))
  return [
    {
      key: 'row',
      title: t('imports.rejected.row'),
      rowScope: 'row',
      fixed: 'start',
      render: (_, row) => format.count(row.row),
    },
    {
      key: 'reason',
      title: t('imports.rejected.reason'),
      render: (_, row) => <span className="vf-down">{t(`imports.reason.${row.reason}`)}</span>,
    },
    ...plan.headers
      .map((header, index) => ({ header, index }))
      .filter(({ header }) => mapped.has(header))
      .map(({ header, index }) => ({
        key: header,
        title: header,
        render: (_: unknown, row: RowLeftOut) =>
          row.column === header || (row.column === null && row.reason !== 'rowDamaged') ? (
            <CellEditor
              label={t('app.import.cell', { row: format.count(row.row), column: header })}
              value={row.cells[index] ?? ''}
              isFault={row.column === header}
              onWritten={(value) => move({ kind: 'fixed', fix: { row: row.row, column: header, value } })}
            />
          ) : (
            row.cells[index]
          ),
      })),
  ]
}
