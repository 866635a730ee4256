/** Colours by role; the values are in the style sheet, so one drawing serves light, dark and print. */
export const chartColour = {
  accent: 'var(--vf-accent)',
  second: 'var(--vf-warn)',
  ink: 'var(--vf-ink)',
  label: 'var(--vf-ink-3)',
  line: 'var(--vf-line)',
  axis: 'var(--vf-line-strong)',
  surface: 'var(--vf-surface)',
} as const

/** The same families as the page: ECharts measures text itself and cannot read a CSS variable for it. */
const fontFamily =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Noto Sans SC', sans-serif"

/** What all charts share: no animation (a report is read, not performed), quiet axes, the page's own type. */
export const chartBase = {
  animation: false,
  backgroundColor: 'transparent',
  textStyle: { fontFamily, fontSize: 12, color: chartColour.label },
}

export const quietAxis = {
  axisLine: { lineStyle: { color: chartColour.axis } },
  axisTick: { show: false },
  axisLabel: { color: chartColour.label, fontSize: 12 },
  splitLine: { lineStyle: { color: chartColour.line } },
}
