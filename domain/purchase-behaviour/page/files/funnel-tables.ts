import type { Translate } from '@vitalfew/contract/locale.ts'
import type { PurchaseFunnel } from '@vitalfew/contract/purchase-funnel.ts'
import { type FileTable, fileTable } from './file-table.ts'

/** Conversion, reasons, paths, links and cuts. */
export function funnelTables(t: Translate, funnel: PurchaseFunnel): FileTable[] {
  return [
    fileTable({ name: 'steps', title: t('behaviour.table.steps'), rows: funnel.steps }, [
      [t('behaviour.column.stage'), ({ stage }) => stage],
      [t('behaviour.column.reached'), ({ reached }) => reached],
      [t('behaviour.column.conversion'), ({ rate }) => rate],
      [t('habits.file.lower95'), ({ lower }) => lower],
      [t('habits.file.upper95'), ({ upper }) => upper],
      [t('behaviour.column.days'), ({ medianDays }) => medianDays],
    ]),
    fileTable({ name: 'stages', title: t('habits.funnel.standing'), rows: funnel.stages }, [
      [t('behaviour.column.stage'), ({ stage }) => stage],
      [t('behaviour.column.cases'), ({ cases }) => cases],
      [t('behaviour.column.value'), ({ value }) => value],
      [t('behaviour.column.standing'), ({ medianAgeDays }) => medianAgeDays],
    ]),
    fileTable({ name: 'paths', title: t('behaviour.table.paths'), rows: funnel.paths }, [
      [t('behaviour.column.path'), ({ stages }) => stages.join(' → ')],
      [t('behaviour.column.cases'), ({ cases }) => cases],
      [t('behaviour.column.share'), ({ share }) => share],
    ]),
    fileTable({ name: 'reasons', title: t('behaviour.table.reasons'), rows: funnel.lossReasons }, [
      [t('behaviour.column.reason'), ({ reason }) => reason],
      [t('behaviour.column.cases'), ({ cases }) => cases],
      [t('behaviour.column.value'), ({ value }) => value],
    ]),
    ...funnel.cuts.map(({ column, values }, at) =>
      fileTable({ name: `cut${at + 1}`, title: `${t('habits.funnel.by')} ${column}`, rows: values }, [
        [column, ({ value }) => value || t('behaviour.unnamed')],
        [t('behaviour.column.cases'), ({ outcomes }) => outcomes.cases],
        [t('behaviour.column.won'), ({ outcomes }) => outcomes.won],
        [t('behaviour.column.lost'), ({ outcomes }) => outcomes.lost],
        [t('behaviour.column.winRate'), ({ outcomes }) => (outcomes.won + outcomes.lost > 0 ? outcomes.rate : null)],
        [t('behaviour.column.wonValue'), ({ outcomes }) => outcomes.wonValue],
        [t('behaviour.column.conversion'), ({ conversion }) => conversion],
      ]),
    ),
  ]
}
