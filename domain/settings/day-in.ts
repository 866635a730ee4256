/**
 * The day that an instant falls on in a time zone, as `2026-02-28`.
 *
 * @example
 * dayIn('Asia/Shanghai', new Date('2026-02-27T16:00:00Z')) // '2026-02-28'
 * dayIn('America/New_York', new Date('2026-02-28T04:59:59Z')) // '2026-02-27'
 */
export function dayIn(timeZone: string, instant: Date): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const byType = new Map(parts.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${byType.get('year')}-${byType.get('month')}-${byType.get('day')}`
}
