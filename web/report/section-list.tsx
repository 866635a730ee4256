import { useEffect, useState, type MouseEvent } from 'react'
import { useReader } from '../design/reader.tsx'
import type { SectionId } from './report-sections.ts'

/** Goes to a section without touching the address, which holds the reader's choices. */
export function goToSection(id: SectionId): void {
  const section = document.getElementById(id)
  section?.scrollIntoView()
  section?.focus({ preventScroll: true })
}

/** The table of contents; marks the section being read. */
export function SectionList(props: { sections: readonly SectionId[] }) {
  const { t } = useReader()
  const { sections } = props
  const current = useCurrentSection(sections)
  const go = (event: MouseEvent, id: SectionId) => {
    event.preventDefault()
    goToSection(id)
  }
  return (
    <nav className="vf-contents" aria-label={t('report.contents')}>
      {sections.map((id) => (
        <a
          key={id}
          href={`#${id}`}
          aria-current={id === current ? 'true' : undefined}
          onClick={(event) => go(event, id)}
        >
          {t(`report.section.${id}`)}
        </a>
      ))}
    </nav>
  )
}

function useCurrentSection(sections: readonly SectionId[]): SectionId {
  const [current, setCurrent] = useState<SectionId>('overview')
  useEffect(() => {
    const update = () => {
      const reached = sections.filter(
        (id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < 160,
      )
      setCurrent(reached.at(-1) ?? 'overview')
    }
    document.addEventListener('scroll', update, { passive: true })
    return () => document.removeEventListener('scroll', update)
  }, [sections])
  return current
}
