import { Button, Empty, Popconfirm } from 'antd'
import { useEffect, useRef } from 'react'
import { FaultNotice } from '../app/fault-notice.tsx'
import { hasNoRun } from '../app/fault-words.ts'
import { PageWait } from '../app/page-wait.tsx'
import { NoData } from '../data/no-data.tsx'
import { useReader } from '../design/reader.tsx'
import { CalibrationButton } from './calibration-button.tsx'
import { LabelsButton } from './labels-button.tsx'
import { PairCard, useReason } from './pair-card.tsx'
import { reviewAct } from './review-keys.ts'
import { ReviewList } from './review-list.tsx'
import { useReview, type Review } from './use-review.ts'

/** Pairs that may be one customer, one after another, with the keyboard alone. */
export function ReviewPart() {
  const { t } = useReader()
  const review = useReview()
  const { queue, items, item, at } = review
  const { reason, setReason } = useReason(item === undefined ? '' : `${item.left.key} ${item.right.key}`)
  useReviewKeys(review, reason)
  if (queue.isPending) return <PageWait />
  if (queue.isError) {
    if (hasNoRun(queue.error)) return <NoData />
    return <FaultNotice fault={queue.error} onRetry={() => void queue.refetch()} />
  }
  const names = new Map(
    items.flatMap(({ left, right }) => [left, right].map((one) => [one.key, one.name || one.customer] as const)),
  )
  return (
    <>
      <ReviewBar review={review} total={queue.data.total} auto={queue.data.auto} />
      {item === undefined ? (
        <Empty description={t(queue.data.answered > 0 ? 'identity.page.allAnswered' : 'identity.page.noneYet')} />
      ) : (
        <div className="vf-review">
          <ReviewList items={items} at={at} onChoose={review.goTo} />
          <PairCard
            item={item}
            isBusy={review.isBusy}
            conflictNames={item.conflicts.map((key) => names.get(key) ?? key)}
            onAnswer={review.answer}
            reason={reason}
            onReason={setReason}
          />
        </div>
      )}
    </>
  )
}

function ReviewBar(props: { review: Review; total: number; auto: number }) {
  const { t, format } = useReader()
  const { review, total, auto } = props
  return (
    <div className="vf-bar-row">
      <span>{t('identity.page.waiting', { total: format.count(total), auto: format.count(auto) })}</span>
      <span className="vf-note vf-keys">{t('identity.page.keys')}</span>
      <Button disabled={!review.canTakeBack || review.isBusy} onClick={review.takeBack}>
        <kbd>u</kbd> {t('identity.page.takeBack')}
      </Button>
      <Popconfirm
        title={t('identity.page.autoSure', { count: auto })}
        okText={t('identity.page.autoMerge')}
        cancelText={t('identity.page.cancel')}
        onConfirm={review.mergeAuto}
      >
        <Button disabled={auto === 0 || review.isBusy}>{t('identity.page.autoMerge')}</Button>
      </Popconfirm>
      <CalibrationButton />
      <LabelsButton />
    </div>
  )
}

/** Keys count wherever on the page one is, but not while something is being typed or a dialog is open. */
function useReviewKeys(review: Review, reason: string): void {
  const press = useRef((_event: KeyboardEvent) => {})
  useEffect(() => {
    press.current = (event) => {
      const target = event.target instanceof HTMLElement ? event.target : null
      const isTyping =
        target?.closest('input, textarea, select, [contenteditable], [role=dialog], [role=tablist]') !== null
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey
      const act = reviewAct({ key: event.key, hasModifier, isTyping })
      if (act === undefined) return
      event.preventDefault()
      if (act.act === 'move') review.move(act.by)
      else if (act.act === 'answer') review.answer(act.answer, reason)
      else review.takeBack()
    }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => press.current(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
