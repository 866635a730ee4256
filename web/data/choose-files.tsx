import { DeleteOutlined, FileTextOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Progress, Upload } from 'antd'
import { useState, type Dispatch } from 'react'
import { FaultLine } from '../access/fault-line.tsx'
import { useReader } from '../design/reader.tsx'
import { ChooseOrigin } from './choose-origin.tsx'
import { sendFile } from './send-file.ts'
import { sizeWords } from './size-words.ts'
import type { Wizard, WizardMove } from './wizard.ts'

/** Files dropped or chosen are sent at once; several are taken in together, all or none. */
export function ChooseFiles(props: { wizard: Wizard; move: Dispatch<WizardMove> }) {
  const { t } = useReader()
  const { wizard, move } = props
  const [sending, setSending] = useState<Readonly<Record<string, number>>>({})
  const [fault, setFault] = useState<unknown>(null)
  const send = async (file: File) => {
    setFault(null)
    const tell = (done: number) => setSending((known) => ({ ...known, [file.name]: done }))
    tell(0)
    try {
      move({ kind: 'sent', upload: await sendFile(file, tell) })
    } catch (refused) {
      setFault(refused)
    } finally {
      setSending((known) => Object.fromEntries(Object.entries(known).filter(([name]) => name !== file.name)))
    }
  }
  return (
    <>
      <ChooseOrigin wizard={wizard} move={move} />
      <Upload.Dragger
        multiple
        height={240}
        showUploadList={false}
        beforeUpload={(file) => {
          void send(file)
          return false
        }}
      >
        <p className="vf-drop-icon">
          <InboxOutlined />
        </p>
        <p className="vf-drop-title">{t('app.import.drop')}</p>
        <p className="vf-note">{t('app.import.kinds')}</p>
      </Upload.Dragger>
      <FaultLine fault={fault} />
      <FileList wizard={wizard} move={move} sending={sending} />
      <div className="vf-wizard-foot">
        <Button
          type="primary"
          disabled={wizard.files.length === 0 || Object.keys(sending).length > 0}
          onClick={() => move({ kind: 'went', step: 'mapping' })}
        >
          {t('app.import.next')}
        </Button>
      </div>
    </>
  )
}

function FileList(props: { wizard: Wizard; move: Dispatch<WizardMove>; sending: Readonly<Record<string, number>> }) {
  const { t, locale } = useReader()
  const { wizard, move, sending } = props
  return (
    <ul className="vf-files">
      {wizard.files.map(({ upload }) => (
        <li key={upload.id}>
          <FileTextOutlined aria-hidden="true" /> {upload.file} <small>{sizeWords(upload.bytes, locale)}</small>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('app.import.remove', { file: upload.file })}
            onClick={() => move({ kind: 'removed', id: upload.id })}
          />
        </li>
      ))}
      {Object.entries(sending).map(([name, done]) => (
        <li key={name}>
          {name}
          <Progress
            percent={Math.round(done * 100)}
            size="small"
            aria-label={t('app.import.sending', { file: name })}
          />
        </li>
      ))}
    </ul>
  )
}
