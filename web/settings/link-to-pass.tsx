import { Alert, Modal, Typography } from 'antd'
import { useReader } from '../design/reader.tsx'

export interface PassedLink {
  path: string
  expiresAt: string
}

/** A link that is shown once: no mail is sent, whoever made it passes it on. */
export function LinkToPass(props: { link: PassedLink; onClose: () => void }) {
  const { t, format } = useReader()
  return (
    <Modal
      open
      title={t('app.link.title')}
      onOk={props.onClose}
      onCancel={props.onClose}
      cancelButtonProps={{ hidden: true }}
    >
      <Alert type="warning" showIcon title={t('app.link.once', { until: format.instant(props.link.expiresAt) })} />
      <Typography.Paragraph copyable code className="vf-link-to-pass">
        {new URL(props.link.path, window.location.origin).href}
      </Typography.Paragraph>
    </Modal>
  )
}
