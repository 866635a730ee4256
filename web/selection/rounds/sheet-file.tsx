import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import type { JudgementSheet, WeightRound } from '@vitalfew/contract/api/selection-rounds.ts'
import { App, Button, Upload } from 'antd'
import { FaultLine } from '../../access/fault-line.tsx'
import { client } from '../../app/api.ts'
import { Card } from '../../design/card.tsx'
import { useReader } from '../../design/reader.tsx'
import { base64Of, saveBase64 } from './base64-file.ts'

/** The same questions as a workbook: taken home, filled in, sent back. Not where criteria have groups. */
export function SheetFile(props: { round: WeightRound; onTaken: (sheet: JudgementSheet) => void }) {
  const { t } = useReader()
  if (props.round.nodes.length > 1) return null
  return (
    <Card title={t('studio.file.title')} note={t('studio.file.note')}>
      <FileButtons {...props} />
    </Card>
  )
}

export function FileButtons(props: {
  round: WeightRound
  /** Somebody else, for those who edit. */
  rater?: string
  onTaken: (sheet: JudgementSheet) => void
}) {
  const { t } = useReader()
  const { message } = App.useApp()
  const { round, rater } = props
  const whose = { id: round.id, ...(rater === undefined ? {} : { rater }) }
  const fetchFile = useMutation({
    mutationFn: () => client.selection.rounds.questionnaire(whose),
    onSuccess: ({ file, content }) => saveBase64(file, content),
  })
  const take = useMutation({
    mutationFn: async (file: File) =>
      client.selection.rounds.takeQuestionnaire({ ...whose, content: await base64Of(file) }),
    onSuccess: (sheet) => {
      message.success(t('studio.file.taken', { count: sheet.judgements.length }))
      props.onTaken(sheet)
    },
  })
  return (
    <>
      <FaultLine fault={fetchFile.error ?? take.error} />
      <div className="vf-bar-row">
        <Button
          size={rater === undefined ? 'middle' : 'small'}
          icon={<DownloadOutlined />}
          loading={fetchFile.isPending}
          onClick={() => fetchFile.mutate()}
        >
          {t('studio.file.fetch')}
        </Button>
        <Upload
          accept=".xlsx,.xls"
          showUploadList={false}
          disabled={!round.isOpen}
          beforeUpload={(file) => {
            take.mutate(file)
            return false
          }}
        >
          <Button
            size={rater === undefined ? 'middle' : 'small'}
            icon={<UploadOutlined />}
            disabled={!round.isOpen}
            loading={take.isPending}
          >
            {t('studio.file.send')}
          </Button>
        </Upload>
      </div>
    </>
  )
}
