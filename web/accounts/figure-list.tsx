import type { AccountFieldGroup } from '@vitalfew/contract/api/account-fields.ts'
import type { AccountPage } from '@vitalfew/contract/api/account-page.ts'
import { useReader } from '../design/reader.tsx'
import { useTitles } from '../selection/tier-titles.tsx'
import { figuresOf } from './account-figures.ts'
import { FigureOrigin } from './figure-origin.tsx'
import { fieldDisplays, fieldTitle } from './field-display.ts'
import { writtenField } from './list-columns.tsx'

/** All figures of one kind, each with its name and its unit. */
export function FigureList(props: { page: AccountPage; group: AccountFieldGroup }) {
  const reader = useReader()
  const titles = useTitles()
  const { t, format } = reader
  const { row, hiddenFields } = props.page
  return (
    <dl className="vf-facts vf-facts-many">
      {figuresOf(props.group, { row, hiddenFields }).map((field) => (
        <div key={field}>
          <dt>
            {fieldTitle(field, t)}
            {fieldDisplays[field] === 'money' && format.unit !== '' && <small> {format.unit}</small>}
            <FigureOrigin field={field} page={props.page} />
          </dt>
          <dd>{writtenField(field, { row, reader, titles })}</dd>
        </div>
      ))}
    </dl>
  )
}
