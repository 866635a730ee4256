import { useReader } from '../design/reader.tsx'

/** The first character of the product's Chinese name, as a mark: a picture, not a word. */
const seal = '\u8981'

export function Brand(props: { isFolded?: boolean }) {
  const { t } = useReader()
  return (
    <div className="vf-brand vf-shell-brand">
      <span className="vf-seal" aria-hidden="true">
        {seal}
      </span>
      {props.isFolded !== true && <span>{t('app.brand')}</span>}
    </div>
  )
}
