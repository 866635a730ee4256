import type { ReactNode } from 'react'
import { BareReader } from '../app/app-reader.tsx'
import { Brand } from '../app/brand.tsx'
import { LanguageButton } from '../app/language-button.tsx'
import { ThemeButton } from '../app/theme-button.tsx'
import { useReader } from '../design/reader.tsx'

/** Around everything that is seen before somebody has signed in. */
export function EntryFrame(props: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="vf-entry">
      <header className="vf-entry-head">
        <Brand />
        <div>
          <LanguageButton isSignedIn={false} />
          <ThemeButton />
        </div>
      </header>
      <main className="vf-entry-card">
        <h1>{props.title}</h1>
        {props.lead !== undefined && <p className="vf-lead">{props.lead}</p>}
        {props.children}
      </main>
      <Motto />
    </div>
  )
}

function Motto() {
  const { t } = useReader()
  return <p className="vf-entry-motto">{t('app.motto')}</p>
}

/** A page of its own, outside the shell. */
export function entryPage(Page: () => ReactNode) {
  return function EntryPage() {
    return (
      <BareReader>
        <Page />
      </BareReader>
    )
  }
}
