const bounds = [0.005, 0.025, 0.1, 0.3, 1, 3, 10] as const

interface Counted {
  readonly buckets: number[]
  count: number
  seconds: number
}

/** How many requests were answered, how, and how long that took; since this process started. */
export interface RequestMetrics {
  readonly count: (
    request: { readonly method: string; readonly route: string; readonly status: number },
    seconds: number,
  ) => void
  /** In the text format of Prometheus. */
  readonly text: () => string
}

export function requestMetrics(): RequestMetrics {
  const known = new Map<string, Counted>()
  return {
    count: ({ method, route, status }, seconds) => {
      const labels = `method="${method}",route="${route}",status="${status}"`
      const counted = known.get(labels) ?? { buckets: bounds.map(() => 0), count: 0, seconds: 0 }
      known.set(labels, counted)
      counted.count += 1
      counted.seconds += seconds
      bounds.forEach((bound, index) => {
        if (seconds <= bound) counted.buckets[index] = (counted.buckets[index] ?? 0) + 1
      })
    },
    text: () => [...processLines(), ...requestLines(known)].join('\n').concat('\n'),
  }
}

function requestLines(known: ReadonlyMap<string, Counted>): string[] {
  const name = 'vitalfew_request_seconds'
  return [
    `# HELP ${name} How long requests took.`,
    `# TYPE ${name} histogram`,
    ...[...known].flatMap(([labels, { buckets, count, seconds }]) => [
      ...buckets.map((hits, index) => `${name}_bucket{${labels},le="${bounds[index]}"} ${hits}`),
      `${name}_bucket{${labels},le="+Inf"} ${count}`,
      `${name}_sum{${labels}} ${seconds}`,
      `${name}_count{${labels}} ${count}`,
    ]),
  ]
}

function processLines(): string[] {
  return [
    '# HELP process_resident_memory_bytes Memory of this process.',
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    '# HELP process_uptime_seconds Since when this process runs.',
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime()}`,
  ]
}
