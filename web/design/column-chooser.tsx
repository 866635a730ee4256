import { useReader } from './reader.tsx'

/** Which columns of a list to show. */
export function ColumnChooser(props: {
  columns: readonly { name: string; header: string }[]
  shown: readonly string[]
  onChange: (shown: readonly string[]) => void
  onReset: () => void
}) {
  const { t } = useReader()
  const toggle = (name: string) => {
    const isShown = props.shown.includes(name)
    props.onChange(isShown ? props.shown.filter((other) => other !== name) : [...props.shown, name])
  }
  return (
    <details className="vf-chooser">
      <summary className="vf-button">{t('report.table.columns')}</summary>
      <fieldset>
        <legend className="vf-unseen">{t('report.table.columns')}</legend>
        {props.columns.map((column) => (
          <label key={column.name}>
            <input type="checkbox" checked={props.shown.includes(column.name)} onChange={() => toggle(column.name)} />
            {column.header}
          </label>
        ))}
        <button type="button" className="vf-button" onClick={props.onReset}>
          {t('report.table.usualColumns')}
        </button>
      </fieldset>
    </details>
  )
}
