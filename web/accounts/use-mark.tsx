import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MarkChange } from '@vitalfew/contract/api/account-marks.ts'
import { App, Button } from 'antd'
import { api, client } from '../app/api.ts'
import { toldByAlert } from '../app/fault-alerts.tsx'
import { useReader } from '../design/reader.tsx'

interface Marking<Asked> {
  change: (asked: Asked) => Promise<MarkChange>
  /** What was done, as it is said afterwards. */
  words: (change: MarkChange) => string
  onDone: () => void
}

/** Changes something on many accounts, says so, and offers to take it back. */
export function useMark<Asked>({ change, words, onDone }: Marking<Asked>) {
  const { t } = useReader()
  const { notification } = App.useApp()
  const queries = useQueryClient()
  const renew = () => queries.invalidateQueries({ queryKey: api.accounts.key() })
  const undo = useMutation({
    mutationFn: (id: number) => client.accounts.marks.undo({ id }),
    onSuccess: renew,
    meta: toldByAlert,
  })
  return useMutation({
    mutationFn: change,
    onSuccess: async (made) => {
      onDone()
      await renew()
      const key = `mark-${made.id}`
      notification.success({
        key,
        title: words(made),
        actions: (
          <Button
            size="small"
            onClick={() => {
              notification.destroy(key)
              undo.mutate(made.id)
            }}
          >
            {t('app.action.undo')}
          </Button>
        ),
        duration: 10,
      })
    },
  })
}
