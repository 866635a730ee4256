import { useMemo } from 'react'
import { useReader } from '../design/reader.tsx'
import { nodeWidth, type Path, prepareSankey, type SankeyLink } from './prepare-sankey.ts'

const mostScale = 1.2

/** Paths as a flow from the left to the right. The table of the paths stands beside it. */
export function SankeyChart(props: { paths: readonly Path[]; ends: ReadonlySet<string>; label: string }) {
  const { t, format } = useReader()
  const sankey = useMemo(() => prepareSankey(props.paths, { ends: props.ends }), [props.paths, props.ends])
  const nameOf = (stage: string | null): string => stage ?? t('habits.funnel.ends')
  const steps = Array.from({ length: sankey.steps }, (_, step) => step)
  return (
    <div className="vf-scroll" role="region" aria-label={props.label} tabIndex={0}>
      <svg
        className="vf-sankey"
        viewBox={`0 0 ${sankey.width} ${sankey.height}`}
        // Few steps do not fill the card: their words would be larger than those around them.
        style={{ maxWidth: sankey.width * mostScale }}
        role="img"
        aria-label={props.label}
      >
        {steps.map((step) => (
          <text
            key={step}
            className="vf-sankey-step"
            x={sankey.nodes.find((node) => node.step === step)?.x ?? 0}
            y={14}
          >
            {t('habits.funnel.step', { step: step + 1 })}
          </text>
        ))}
        {sankey.links.map((link) => (
          <path
            key={`${link.from.step} ${link.from.stage} ${link.to.stage}`}
            className={`vf-sankey-link ${link.to.stage === null ? 'vf-sankey-end' : ''}`}
            d={curve(link)}
            strokeWidth={link.width}
          >
            <title>{`${nameOf(link.from.stage)} → ${nameOf(link.to.stage)}: ${format.count(link.cases)}`}</title>
          </path>
        ))}
        {sankey.nodes.map(({ step, stage, cases, x, y, height }) => (
          <g key={`${step} ${stage}`}>
            <rect className="vf-sankey-node" x={x} y={y} width={nodeWidth} height={height} />
            <text x={x + nodeWidth + 5} y={y + Math.min(height / 2, 12) + 4}>
              {nameOf(stage)} {format.count(cases)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}

function curve({ from, to, fromY, toY }: SankeyLink): string {
  const [left, right] = [from.x + nodeWidth, to.x]
  const middle = (left + right) / 2
  return `M${left},${fromY}C${middle},${fromY} ${middle},${toY} ${right},${toY}`
}
