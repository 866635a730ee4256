import type { IdentityAnswer, IdentityCustomer, ReviewItem } from '@vitalfew/contract/identity.ts'
import { identityAnswers } from '@vitalfew/contract/identity-names.ts'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { Card } from '../design/card.tsx'
import { useReader } from '../design/reader.tsx'
import { Tag } from '../design/tag.tsx'
import { EvidenceTable } from './evidence-table.tsx'
import { MergePreview } from './merge-preview.tsx'
import { keyOfAnswer } from './review-keys.ts'

/** One pair in full: the two side by side, what speaks for it, what would move, and the answers. */
export function PairCard(props: {
  item: ReviewItem
  isBusy: boolean
  conflictNames: readonly string[]
  onAnswer: (answer: IdentityAnswer, reason: string) => void
  reason: string
  onReason: (reason: string) => void
}) {
  const { t, format } = useReader()
  const { item, isBusy, conflictNames, onAnswer, reason, onReason } = props
  return (
    <div className="vf-stack">
      <Card className="vf-review-pair">
        <p className="vf-pair-facts">
          <Tag tone={item.band === 'auto' ? 'accent' : 'quiet'}>{t(`identity.band.${item.band}`)}</Tag>
          <span>{t('identity.page.probability', { probability: format.percent(item.probability) })}</span>
          <span>{t('identity.page.stake', { amount: format.money(item.revenueAtStake) })}</span>
        </p>
        {conflictNames.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('identity.page.conflict')}
            description={t('identity.page.conflictWith', { names: conflictNames.join(t('identity.page.comma')) })}
          />
        )}
        <Sides left={item.left} right={item.right} />
        <div className="vf-answers" role="group" aria-label={t('identity.page.answers')}>
          {identityAnswers.map((answer) => (
            <Button
              key={answer}
              type={answer === 'same' ? 'primary' : 'default'}
              disabled={isBusy}
              onClick={() => onAnswer(answer, reason)}
            >
              <kbd>{keyOfAnswer[answer]}</kbd> {t(`identity.answer.${answer}`)}
            </Button>
          ))}
        </div>
        <Input
          aria-label={t('identity.page.reason')}
          placeholder={t('identity.page.reasonHint')}
          maxLength={500}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
      </Card>
      <Card title={t('identity.page.why')} note={t('identity.page.whyNote')}>
        <EvidenceTable item={item} />
      </Card>
      <Card title={t('identity.page.ifSame')}>
        <MergePreview accounts={[item.left.key, item.right.key]} />
      </Card>
    </div>
  )
}

/** A reason that is being written belongs to one pair. */
export function useReason(pair: string): { reason: string; setReason: (reason: string) => void } {
  const [written, setWritten] = useState({ pair, reason: '' })
  return {
    reason: written.pair === pair ? written.reason : '',
    setReason: (reason) => setWritten({ pair, reason }),
  }
}

function Sides(props: { left: IdentityCustomer; right: IdentityCustomer }) {
  const { t, format } = useReader()
  const { left, right } = props
  const unit = format.unit === '' ? '' : ` (${format.unit})`
  const rows = [
    { name: t('identity.field.name'), of: (one: IdentityCustomer) => one.name || '–' },
    { name: t('identity.page.customer'), of: (one: IdentityCustomer) => one.customer },
    { name: t('identity.field.creditCode'), of: (one: IdentityCustomer) => one.creditCode || '–' },
    { name: t('identity.page.parent'), of: (one: IdentityCustomer) => one.parent || '–' },
    { name: `${t('identity.preview.revenue')}${unit}`, of: (one: IdentityCustomer) => format.amount(one.netRevenue) },
    { name: t('identity.page.lines'), of: (one: IdentityCustomer) => format.count(one.lines) },
    {
      name: t('identity.page.days'),
      of: (one: IdentityCustomer) => `${format.day(one.firstDay)} – ${format.day(one.lastDay)}`,
    },
  ]
  return (
    <div className="vf-scroll" role="region" aria-label={t('identity.page.sides')} tabIndex={0}>
      <table className="vf-table vf-sides">
        <caption className="vf-unseen">{t('identity.page.sides')}</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td>{row.of(left)}</td>
              <td className={row.of(left) === row.of(right) ? 'vf-alike' : ''}>{row.of(right)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
