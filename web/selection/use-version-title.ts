import { useQuery } from '@tanstack/react-query'
import { api } from '../app/api.ts'
import { useReader } from '../design/reader.tsx'

/** How lists call a version of a model: by its title, and by what tells it from others of that title. */
export function useVersionTitle(): (id: string) => string {
  const { locale } = useReader()
  const versions = useQuery(api.selection.models.list.queryOptions()).data?.rows ?? []
  return (id) => {
    const title = versions.find((version) => version.id === id)?.title[locale]
    return title === undefined ? id : `${title} · ${id}`
  }
}
