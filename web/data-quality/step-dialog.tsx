import { useMutation } from '@tanstack/react-query'
import type { CheckResult, FixProposal, QualityStep } from '@vitalfew/contract/quality.ts'
import { App, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { client } from '../app/api.ts'
import { faultWords } from '../app/fault-words.ts'
import { useReader } from '../design/reader.tsx'
import { issueWords } from './issue-words.ts'
import { ProposalWords } from './proposal-words.tsx'

export type AskedStep =
  | { readonly kind: 'fix' | 'accept'; readonly check: CheckResult }
  | { readonly kind: 'undo'; readonly step: QualityStep }

/** Asks what is to be done, and why: nothing is changed without a reason. */
export function StepDialog(props: { asked: AskedStep; onClose: () => void }) {
  const { t, format } = useReader()
  const { asked, onClose } = props
  const proposals = asked.kind === 'undo' ? [] : proposalsOf(asked)
  const [chosen, setChosen] = useState(0)
  const [reason, setReason] = useState('')
  const send = useStep({ asked, proposal: proposals[chosen], reason: reason.trim(), onClose })
  const name = asked.kind === 'undo' ? '' : issueWords(asked.check.check, t).name
  const titles = {
    fix: t('quality.page.fixTitle', { check: name }),
    accept: t('quality.page.acceptTitle', { check: name }),
    undo: asked.kind === 'undo' ? t('quality.page.undoTitle', { step: asked.step.sequence }) : '',
  }
  return (
    <Modal
      open
      title={titles[asked.kind]}
      okText={t(asked.kind === 'undo' ? 'quality.page.undo' : 'quality.page.apply')}
      cancelText={t('quality.page.cancel')}
      okButtonProps={{ disabled: reason.trim() === '', loading: send.isPending }}
      onOk={() => send.mutate()}
      onCancel={onClose}
    >
      <p className="vf-note">{t(`quality.page.${asked.kind}Note`)}</p>
      {asked.kind !== 'undo' && (
        <p className="vf-note">
          {t('quality.page.chosen', { rows: format.count(asked.check.rows), amount: format.money(asked.check.amount) })}
        </p>
      )}
      {proposals.length > 1 && (
        <Radio.Group
          aria-label={t('quality.page.proposal')}
          className="vf-proposals"
          value={chosen}
          onChange={(event) => setChosen(Number(event.target.value))}
          options={proposals.map((proposal, index) => ({ value: index, label: <ProposalWords proposal={proposal} /> }))}
        />
      )}
      {proposals.length === 1 && asked.kind === 'fix' && proposals[0] !== undefined && (
        <ProposalWords proposal={proposals[0]} />
      )}
      <ReasonField value={reason} onChange={setReason} />
    </Modal>
  )
}

function useStep(of: { asked: AskedStep; proposal: FixProposal | undefined; reason: string; onClose: () => void }) {
  const { t } = useReader()
  const { message } = App.useApp()
  const { asked, proposal, reason, onClose } = of
  return useMutation({
    mutationFn: () => {
      if (asked.kind === 'undo') return client.quality.undo({ step: asked.step.sequence, reason })
      const { action, rule } = proposal ?? { action: 'accept' as const, rule: {} }
      return client.quality.fix({ check: asked.check.check, action, rule, reason })
    },
    onSuccess: () => {
      message.success(t('quality.page.started'))
      onClose()
    },
    onError: (fault) => message.error(faultWords(fault, t)),
  })
}

function ReasonField(props: { value: string; onChange: (reason: string) => void }) {
  const { t } = useReader()
  return (
    <label className="vf-reason">
      <span>{t('quality.page.reason')}</span>
      <Input.TextArea
        value={props.value}
        rows={2}
        maxLength={500}
        placeholder={t('quality.page.reasonMissing')}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  )
}

function proposalsOf({ kind, check }: Extract<AskedStep, { kind: 'fix' | 'accept' }>): FixProposal[] {
  return check.proposals.filter(({ action }) => (action === 'accept') === (kind === 'accept'))
}
