export interface Path {
  stages: readonly string[]
  cases: number
}

interface SankeyNode {
  /** The place in a path, from 0. */
  step: number
  /** null where paths ended at the step before. */
  stage: string | null
  cases: number
  x: number
  y: number
  height: number
}

export interface SankeyLink {
  from: SankeyNode
  to: SankeyNode
  cases: number
  /** Middle of its two ends, and how thick it is. */
  fromY: number
  toY: number
  width: number
}

interface Sankey {
  width: number
  height: number
  steps: number
  nodes: SankeyNode[]
  links: SankeyLink[]
}

const stepWidth = 170
const margin = { left: 8, right: 130, top: 28, bottom: 8 }
const gap = 18
const flowHeight = 260
export const nodeWidth = 10

/**
 * Paths as a flow: a column for each place in a path, in it the stages by how many came there, and between the columns how
 * many went which way. Paths that stop before the others run into an end of their own, unless their last stage is one of
 * `ends`: what was won or lost is over.
 */
export function prepareSankey(
  paths: readonly Path[],
  { mostSteps = 7, ends = new Set() }: { mostSteps?: number; ends?: ReadonlySet<string> } = {},
): Sankey {
  const all = paths.reduce((sum, { cases }) => sum + cases, 0)
  const steps = Math.min(mostSteps, Math.max(0, ...paths.map(({ stages }) => stages.length)))
  const counts = new Map<string, SankeyNode>()
  const flows = new Map<string, { from: SankeyNode; to: SankeyNode; cases: number }>()
  for (const { stages, cases } of paths) {
    let before: SankeyNode | null = null
    // A path as long as the picture has no end in it.
    const isOver = ends.has(stages.at(-1) ?? '')
    for (let step = 0; step <= Math.min(stages.length - Number(isOver), steps - 1); step++) {
      const node = reached(counts, { step, stage: stages[step] ?? null })
      node.cases += cases
      if (before !== null) {
        const name = `${before.step} ${before.stage} → ${node.stage}`
        const flow = flows.get(name) ?? { from: before, to: node, cases: 0 }
        flow.cases += cases
        flows.set(name, flow)
      }
      before = node
    }
  }
  const scale = all === 0 ? 0 : flowHeight / all
  const nodes = placed([...counts.values()], { steps, scale })
  const height = Math.max(0, ...nodes.map((node) => node.y + node.height)) + margin.bottom
  return {
    width: margin.left + Math.max(1, steps - 1) * stepWidth + margin.right,
    height,
    steps,
    nodes,
    links: joined([...flows.values()], scale),
  }
}

function reached(counts: Map<string, SankeyNode>, { step, stage }: Pick<SankeyNode, 'step' | 'stage'>): SankeyNode {
  const name = `${step} ${stage === null ? '' : `=${stage}`}`
  const known = counts.get(name) ?? { step, stage, cases: 0, x: 0, y: 0, height: 0 }
  counts.set(name, known)
  return known
}

/** Columns from the left, in each the most frequent stage on top and the end at the bottom. */
function placed(nodes: readonly SankeyNode[], { steps, scale }: { steps: number; scale: number }): SankeyNode[] {
  for (let step = 0; step < steps; step++) {
    const column = nodes
      .filter((node) => node.step === step)
      .toSorted((one, other) => Number(one.stage === null) - Number(other.stage === null) || other.cases - one.cases)
    let y = margin.top
    for (const node of column) {
      node.x = margin.left + step * stepWidth
      node.y = y
      node.height = Math.max(1, node.cases * scale)
      y += node.height + gap
    }
  }
  return [...nodes]
}

/** Flows lie on top of each other at both ends, in the order of what they lead to and come from. */
function joined(flows: readonly { from: SankeyNode; to: SankeyNode; cases: number }[], scale: number): SankeyLink[] {
  const left = new Map<SankeyNode, number>()
  const right = new Map<SankeyNode, number>()
  return flows
    .toSorted((one, other) => one.from.y - other.from.y || one.to.y - other.to.y)
    .map(({ from, to, cases }) => {
      const width = Math.max(1, cases * scale)
      const [out, into] = [left.get(from) ?? 0, right.get(to) ?? 0]
      left.set(from, out + width)
      right.set(to, into + width)
      return { from, to, cases, width, fromY: from.y + out + width / 2, toY: to.y + into + width / 2 }
    })
}
