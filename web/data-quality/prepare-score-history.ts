import type { QualityReport } from '@vitalfew/contract/quality.ts'

export interface ScorePoint {
  readonly at: string
  readonly score: number
  readonly isRun: boolean
  readonly x: number
  readonly y: number
}

export interface ScoreHistory {
  readonly points: readonly ScorePoint[]
  readonly line: string
  /** Scores the chart is ruled at, with their heights. */
  readonly rules: readonly { readonly score: number; readonly y: number }[]
}

const inset = { left: 52, right: 14, top: 12, bottom: 12 }
const mostPoints = 200

/** Scores in the order they were found, evenly spaced; the axis ends at 100 % and begins where something is to be seen. */
export function prepareScoreHistory(
  history: QualityReport['history'],
  box: { readonly width: number; readonly height: number },
): ScoreHistory | null {
  const shown = history.slice(-mostPoints)
  if (shown.length === 0) return null
  const lowest = Math.min(...shown.map(({ score }) => score))
  const floor = lowest > 0.99 ? 0.99 : lowest > 0.9 ? 0.9 : lowest > 0.5 ? 0.5 : 0
  const width = box.width - inset.left - inset.right
  const height = box.height - inset.top - inset.bottom
  const x = (index: number): number =>
    round(inset.left + (shown.length === 1 ? width / 2 : (width * index) / (shown.length - 1)))
  const y = (score: number): number => round(inset.top + (height * (1 - score)) / (1 - floor))
  const points = shown.map(({ at, score, runId }, index) => ({
    at,
    score,
    isRun: runId !== null,
    x: x(index),
    y: y(score),
  }))
  return {
    points,
    line: `M${points.map((point) => `${point.x},${point.y}`).join('L')}`,
    rules: [1, (1 + floor) / 2, floor].map((score) => ({ score, y: y(score) })),
  }
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
