import { prepareSparkline } from './prepare-sparkline.ts'

/** The shape of a series in the space of a word. */
export function SparklineChart(props: { amounts: readonly number[]; label: string; width?: number; height?: number }) {
  const box = { width: props.width ?? 96, height: props.height ?? 24 }
  const sparkline = prepareSparkline(props.amounts, box)
  if (sparkline === null) return null
  return (
    <svg
      className="vf-sparkline"
      viewBox={`0 0 ${box.width} ${box.height}`}
      width={box.width}
      height={box.height}
      role="img"
      aria-label={props.label}
    >
      <path className="vf-sparkline-area" d={sparkline.area} />
      {sparkline.zero !== null && <path className="vf-sparkline-zero" d={`M0,${sparkline.zero}H${box.width}`} />}
      <path className="vf-sparkline-line" d={sparkline.line} />
      <circle className="vf-sparkline-end" cx={sparkline.end.x} cy={sparkline.end.y} r="2" />
    </svg>
  )
}
