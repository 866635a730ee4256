import type { TableColumnsType } from 'antd'
import type { Dispatch } from 'react'
import { Card } from '../design/card.tsx'
import type { ImportPlan } from '@vitalfew/contract/api/imports.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { fieldName } from './field-name.ts'
import { ImportOutlook } from './import-outlook.tsx'
import type { StepParts } from './mapping-step.tsx'
import { OutcomeFigures } from './outcome-figures.tsx'
import type { Wizard, WizardMove } from './wizard.ts'
import { WideTable } from '../design/wide-table.tsx'

/** The last look: what will be taken in, over which days, and the first rows as they will be read. */
export function PreviewStep(
  props: StepParts & { wizard: Wizard; move: Dispatch<WizardMove>; onSettled: (isSettled: boolean) => void },
) {
  const reader = useReader()
  const { t, format } = reader
  const { plan } = props
  return (
    <div className="vf-stack">
      <ImportOutlook wizard={props.wizard} move={props.move} onSettled={props.onSettled} />
      <OutcomeFigures plan={plan} />
      {plan.totals.firstDay !== null && (
        <p className="vf-lead">
          {t('app.import.period', {
            from: format.longDay(plan.totals.firstDay),
            to: format.longDay(plan.totals.lastDay),
          })}
        </p>
      )}
      {plan.leftOut.length > 0 && (
        <Card title={t('app.import.leftOut')}>
          <ul className="vf-plain">
            {plan.leftOut.map((entry) => (
              <li key={entry.reason}>
                {t('app.import.leftOutLine', {
                  reason: t(`imports.reason.${entry.reason}`),
                  count: entry.rows,
                  rows: format.count(entry.rows),
                  amount: format.money(entry.amount),
                })}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={t('app.import.firstRows')}>
        <WideTable
          size="small"
          rowKey="row"
          dataSource={plan.preview}
          scroll={{ x: 'max-content' }}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          columns={previewColumns(plan, reader)}
        />
      </Card>
    </div>
  )
}

function previewColumns(plan: ImportPlan, { t, format }: Reader): TableColumnsType<ImportPlan['preview'][number]> {
  const fieldOf = new Map(Object.entries(plan.mapping).map(([field, header]) => [header, fieldName(field, t)]))
  return [
    {
      key: 'row',
      title: t('imports.rejected.row'),
      rowScope: 'row',
      render: (_, row) => format.count(row.row),
    },
    ...plan.headers.map((header, index) => ({
      key: `${index}`,
      title: (
        <>
          {header}
          <br />
          <small className="vf-note">{fieldOf.get(header) ?? t('app.import.unused')}</small>
        </>
      ),
      render: (_: unknown, row: ImportPlan['preview'][number]) =>
        row.fixed.includes(header) ? <mark>{row.cells[index]}</mark> : row.cells[index],
    })),
  ]
}
