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

/** Room for the labels of the axes and no more. */
export const chartGrid = {
  left: 4,
  right: 16,
  top: 12,
  bottom: 4,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
}

/** What all lines of a chart share that is read through its probe. */
export const stillLine = { type: 'line', silent: true, emphasis: { disabled: true }, symbol: 'none' } as const

/** Lines that stand side by side differ in colour and in dash, for those who see colours alike and for paper. */
export const seriesTones = [
  { colour: 'var(--vf-accent)', dash: 'solid' },
  { colour: 'var(--vf-warn)', dash: [6, 3] },
  { colour: 'var(--vf-series-3)', dash: [2, 3] },
  { colour: 'var(--vf-series-4)', dash: [9, 3, 2, 3] },
  { colour: 'var(--vf-ink-3)', dash: [12, 4] },
] as const
