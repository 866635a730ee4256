import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CalibrationChange } from '@vitalfew/contract/identity.ts'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { api, client } from '../app/api.ts'
import { faultWords } from '../app/fault-words.ts'
import { useReader } from '../design/reader.tsx'

/** What the answers so far make of the probabilities: looked at first, then kept or not. */
export function CalibrationButton() {
  const { t } = useReader()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [change, setChange] = useState<CalibrationChange | null>(null)
  const ask = useMutation({
    mutationFn: (keep: boolean) => client.identity.calibrate({ keep }),
    onSuccess: async (found, keep) => {
      setChange(keep ? null : found)
      if (!keep) return
      message.success(t('identity.page.calibrated'))
      await queries.invalidateQueries({ queryKey: api.identity.key() })
    },
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  return (
    <>
      <Button loading={ask.isPending && change === null} onClick={() => ask.mutate(false)}>
        {t('identity.page.calibrate')}
      </Button>
      <Modal
        open={change !== null}
        title={t('identity.page.calibrate')}
        okText={t('identity.page.keepCalibration')}
        cancelText={t('identity.page.cancel')}
        okButtonProps={{ disabled: change === null || change.same + change.different === 0 }}
        confirmLoading={ask.isPending}
        onOk={() => ask.mutate(true)}
        onCancel={() => setChange(null)}
      >
        {change !== null && <CalibrationFigures change={change} />}
      </Modal>
    </>
  )
}

function CalibrationFigures(props: { change: CalibrationChange }) {
  const { t, format } = useReader()
  const { same, different, surpriseBefore, surpriseAfter, moved, bands } = props.change
  if (same + different === 0) return <p>{t('identity.page.noAnswers')}</p>
  return (
    <>
      <p>
        {t('identity.page.calibrationFacts', {
          same: format.count(same),
          different: format.count(different),
          before: format.decimal(surpriseBefore, 2),
          after: format.decimal(surpriseAfter, 2),
        })}
      </p>
      <table className="vf-table">
        <caption className="vf-unseen">{t('identity.page.movedProbabilities')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('identity.page.bits')}</th>
            <th scope="col" className="vf-number">
              {t('identity.page.before')}
            </th>
            <th scope="col" className="vf-number">
              {t('identity.page.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {moved.map(({ bits, before, after }) => (
            <tr key={bits}>
              <th scope="row">{format.count(bits)}</th>
              <td className="vf-number">{format.percent(before, 2)}</td>
              <td className="vf-number">{format.percent(after, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="vf-note">
        {bands
          .map(
            ({ band, before, after }) =>
              `${t(`identity.band.${band}`)}: ${format.count(before)} → ${format.count(after)}`,
          )
          .join(' · ')}
      </p>
    </>
  )
}
