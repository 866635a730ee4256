import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import type { AuditEntry } from '@vitalfew/contract/api/audit.ts'
import { Alert, Button, Card as Frame, Empty, Form, Input, Select, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { api, client } from '../app/api.ts'
import { FaultNotice } from '../app/fault-notice.tsx'
import { PageHead } from '../app/page-head.tsx'
import { chosen } from '../app/search-params.ts'
import { useReader, type Reader } from '../design/reader.tsx'
import { tablePager } from '../design/table-pager.tsx'
import { WideTable } from '../design/wide-table.tsx'
import { auditAction, auditSubjects } from './audit-words.ts'

interface Question {
  action?: string
  subject?: string
  from?: string
  to?: string
}

/** Who did what, and the proof that nobody wrote over it. */
export function AuditPage() {
  const { t } = useReader()
  return (
    <>
      <PageHead title={t('app.page.audit')} lead={t('app.audit.lead')}>
        <VerifyButton />
      </PageHead>
      <Log />
    </>
  )
}

function VerifyButton() {
  const { t, format } = useReader()
  const verify = useMutation({ mutationFn: () => client.audit.verify() })
  const verdict = verify.data
  return (
    <>
      <Button loading={verify.isPending} onClick={() => verify.mutate()}>
        {t('app.audit.verify')}
      </Button>
      <FaultLine fault={verify.error} />
      {verdict !== undefined && (
        <Alert
          showIcon
          type={verdict.intact ? 'success' : 'error'}
          title={
            verdict.firstFault === null
              ? t('app.audit.intact', { count: verdict.entries, entries: format.count(verdict.entries) })
              : t(`app.audit.fault.${verdict.firstFault.reason}`, { number: format.count(verdict.firstFault.number) })
          }
        />
      )}
    </>
  )
}

function Log() {
  const reader = useReader()
  const { t } = reader
  const [asked, setAsked] = useState<Question>({})
  const [place, setPlace] = useState({ page: 1, pageSize: 20 })
  const log = useQuery({
    ...api.audit.list.queryOptions({ input: { ...place, ...asked } }),
    placeholderData: keepPreviousData,
  })
  const ask = (values: Question) => {
    setAsked(
      chosen({
        action: values.action?.trim() || undefined,
        subject: values.subject?.trim() || undefined,
        from: values.from || undefined,
        to: values.to || undefined,
      }),
    )
    setPlace({ ...place, page: 1 })
  }
  return (
    <>
      <QuestionForm onAsk={ask} />
      {log.isError ? (
        <FaultNotice fault={log.error} onRetry={() => void log.refetch()} />
      ) : (
        <WideTable<AuditEntry>
          size="middle"
          rowKey="number"
          loading={log.isFetching}
          dataSource={log.data?.rows ?? []}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <Empty description={t('app.audit.none')} /> }}
          expandable={{
            columnTitle: <span className="vf-unseen">{t('app.list.details')}</span>,
            expandedRowRender: detailsOf,
          }}
          columns={auditColumns(reader)}
          pagination={tablePager({ ...place, total: log.data?.total ?? 0, onChange: setPlace, reader })}
        />
      )}
    </>
  )
}

function detailsOf(entry: AuditEntry) {
  return <pre className="vf-audit-details">{JSON.stringify({ ...entry.details, hash: entry.hash }, null, 2)}</pre>
}

function QuestionForm(props: { onAsk: (question: Question) => void }) {
  const { t } = useReader()
  const [form] = Form.useForm<Question>()
  return (
    <Frame className="vf-query-card">
      <Form form={form} className="vf-query" layout="vertical" role="search" onFinish={props.onAsk}>
        <Form.Item name="action" label={t('app.audit.action')}>
          <Select
            allowClear
            placeholder={t('app.query.all')}
            options={auditSubjects.map((name) => ({ value: `${name}.`, label: t(`app.audit.about.${name}`) }))}
          />
        </Form.Item>
        <Form.Item name="subject" label={t('app.audit.subject')}>
          <Input allowClear />
        </Form.Item>
        {(['from', 'to'] as const).map((name) => (
          <Form.Item key={name} name={name} label={t(`app.audit.${name}`)}>
            <Input type="date" />
          </Form.Item>
        ))}
        <div className="vf-query-actions">
          <Button type="primary" htmlType="submit">
            {t('app.query.ask')}
          </Button>
          <Button
            onClick={() => {
              form.resetFields()
              props.onAsk({})
            }}
          >
            {t('app.query.reset')}
          </Button>
        </div>
      </Form>
    </Frame>
  )
}

function auditColumns({ t, format }: Reader): TableColumnsType<AuditEntry> {
  return [
    {
      key: 'number',
      title: t('app.audit.number'),
      align: 'right',
      rowScope: 'row',
      render: (_, entry) => format.count(entry.number),
    },
    { key: 'at', title: t('app.audit.at'), render: (_, entry) => format.instant(entry.at) },
    { key: 'actor', title: t('app.audit.actor'), dataIndex: 'actorName' },
    {
      key: 'action',
      title: t('app.audit.action'),
      render: (_, entry) => <span title={entry.action}>{auditAction(entry.action, t)}</span>,
    },
    { key: 'subject', title: t('app.audit.subject'), render: (_, entry) => <code>{entry.subject}</code> },
  ]
}
