import { lazy, Suspense, type ComponentType } from 'react'

/**
 * A chart whose drawing program comes after the words and figures around it: until then its place is kept, so that nothing
 * moves. `load` is called when the page is first drawn.
 */
export function lazyChart<Props extends object>(load: () => Promise<ComponentType<Props>>, height: number) {
  const Chart = lazy(async () => ({ default: await load() }))
  return function LazyChart(props: Props) {
    return (
      <Suspense fallback={<div style={{ minHeight: height }} aria-busy="true" />}>
        <Chart {...props} />
      </Suspense>
    )
  }
}
