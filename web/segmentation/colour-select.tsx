import { accountFields, type AccountField } from '@vitalfew/contract/api/account-fields.ts'
import { Select } from 'antd'
import { fieldTitle } from '../accounts/field-display.ts'
import { useAllowedFields } from '../accounts/use-allowed-fields.ts'
import { useReader } from '../design/reader.tsx'

/** By what the map is coloured: the clusters, or any field that has classes or figures. */
export function ColourSelect(props: { value: AccountField | null; onChange: (field: AccountField | null) => void }) {
  const { t } = useReader()
  const allowed = useAllowedFields()
  const option = (field: AccountField) => ({ value: field, label: fieldTitle(field, t) })
  const ofKind = (kind: 'choice' | 'number') =>
    allowed.filter((field) => accountFields[field].kind === kind).map(option)
  return (
    <label className="vf-colour-select">
      {t('segments.map.colour')}
      <Select<AccountField | 'cluster'>
        showSearch={{ optionFilterProp: 'label' }}
        value={props.value ?? 'cluster'}
        aria-label={t('segments.map.colour')}
        options={[
          { value: 'cluster', label: t('segments.map.cluster') },
          { label: t('segments.feature.categories'), options: ofKind('choice') },
          { label: t('segments.feature.figures'), options: ofKind('number') },
        ]}
        onChange={(field) => props.onChange(field === 'cluster' ? null : field)}
      />
    </label>
  )
}
