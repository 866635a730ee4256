import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { client } from '../app/api.ts'
import { faultWords } from '../app/fault-words.ts'
import { useReader } from '../design/reader.tsx'
import { labelsCsv } from './labels-csv.ts'

/** Every answer with its evidence, as a file. */
export function LabelsButton() {
  const { t } = useReader()
  const { message } = App.useApp()
  const fetching = useMutation({
    mutationFn: () => client.identity.labels(),
    onSuccess: ({ labels }) => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob([labelsCsv(labels)], { type: 'text/csv' }))
      link.download = `${t('identity.page.labelsFile')}.csv`
      link.click()
      URL.revokeObjectURL(link.href)
    },
    onError: (fault) => message.error(faultWords(fault, t)),
  })
  return (
    <Button loading={fetching.isPending} onClick={() => fetching.mutate()}>
      {t('identity.page.labels')}
    </Button>
  )
}
