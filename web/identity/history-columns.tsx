import type { HistoryEntry } from '@vitalfew/contract/api/identity.ts'
import { Button, Tag, type TableColumnsType } from 'antd'
import type { Reader } from '../design/reader.tsx'

/** What was merged, split and undone, by whom and why; `onUndo` is missing where one may only look. */
export function historyColumns(
  { t, format }: Reader,
  { onUndo, isBusy }: { onUndo?: (operation: number) => void; isBusy: boolean },
): TableColumnsType<HistoryEntry> {
  return [
    { key: 'sequence', title: t('identity.page.number'), align: 'right', dataIndex: 'sequence' },
    {
      key: 'what',
      title: t('identity.page.change'),
      rowScope: 'row',
      render: (_, entry) =>
        t(`identity.history.${entry.kind}`, {
          into: entry.intoName,
          accounts: entry.accountNames.join(t('identity.page.comma')),
          customers: entry.customerNames.join(t('identity.page.comma')),
          undoes: entry.undoes,
        }),
    },
    { key: 'reason', title: t('identity.page.reason'), dataIndex: 'reason' },
    {
      key: 'author',
      title: t('identity.page.author'),
      render: (_, { author }) => (author === 'auto' ? t('identity.page.automatic') : author),
    },
    { key: 'at', title: t('identity.page.at'), render: (_, { at }) => format.instant(at) },
    {
      key: 'acts',
      title: t('identity.groups.acts'),
      render: (_, { isUndone, sequence }) =>
        isUndone ? (
          <Tag>{t('identity.page.undone')}</Tag>
        ) : (
          onUndo !== undefined && (
            <Button
              size="small"
              disabled={isBusy}
              aria-label={t('identity.page.undoOf', { operation: sequence })}
              onClick={() => onUndo(sequence)}
            >
              {t('identity.page.undo')}
            </Button>
          )
        ),
    },
  ]
}
