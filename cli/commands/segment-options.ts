import { parseArgs } from 'node:util'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { comparesByGower } from '@vitalfew/contract/compares-by-gower.ts'
import {
  MissingRule,
  missingRules,
  SegmentationDistance,
  segmentationDistances,
  SegmentationMethod,
  segmentationMethods,
  SegmentationScale,
  segmentationScales,
  SegmentationTransform,
  segmentationTransforms,
} from '@vitalfew/contract/segmentation.ts'
import { z } from 'zod'
import { checkedOption, unreadable } from './checked-option.ts'
import { salesFlags, type SalesOptions, salesOptions, speechFlags } from './sales-options.ts'

export interface SegmentOptions extends SalesOptions {
  /** Where to write segmentation.json and segments.csv; nowhere where absent. */
  readonly out?: string
  readonly assignments?: string
  /** Suggested ones where empty. */
  readonly features: readonly string[]
  readonly transform: SegmentationTransform
  readonly scale: SegmentationScale
  readonly missing: MissingRule
  readonly distance: SegmentationDistance
  readonly method: SegmentationMethod
  /** Numbers of clusters to choose from; a single one is what was asked for. */
  readonly ks: readonly number[]
  readonly amount?: string
  readonly kind?: 'table' | 'sales'
  /** A file of an earlier segmentation. */
  readonly earlier?: string
  /** A day as of which sales are grouped first. */
  readonly earlierDay?: string
  readonly umap: boolean
  readonly seed: number
}

/** The options of `vitalfew segment`, in the order of the help. */
export const segmentFlags = {
  features: { type: 'string', multiple: true, value: 'NAME,…' },
  transform: { type: 'string', value: segmentationTransforms.join('|') },
  scale: { type: 'string', value: segmentationScales.join('|') },
  clusters: { type: 'string', value: 'auto|K|FROM..TO' },
  method: { type: 'string', value: segmentationMethods.join('|') },
  distance: { type: 'string', value: segmentationDistances.join('|') },
  missing: { type: 'string', value: missingRules.join('|') },
  amount: { type: 'string', value: 'HEADER' },
  kind: { type: 'string', value: 'table|sales' },
  earlier: { type: 'string', value: 'FILE|YYYY-MM-DD' },
  umap: { type: 'boolean' },
  seed: { type: 'string', value: 'N' },
  out: { type: 'string', value: 'DIR' },
  assignments: { type: 'string', value: 'FILE' },
  ...salesFlags,
  ...speechFlags,
} as const

const Whole = z.coerce.number().int().min(-2_147_483_648).max(2_147_483_647)
const mostClusters = 50

/** @throws ProductError `argument.invalid`, `config.notFound`, `config.invalid` */
export async function segmentOptions(words: readonly string[]): Promise<SegmentOptions> {
  const { values, positionals } = parsed(words)
  const { options } = await salesOptions(values, positionals)
  const seed = checkedOption(values.seed, { argument: '--seed', schema: Whole, expected: '1, 2, 3 …' }) ?? 1
  const method =
    oneOf('--method', { value: values.method, schema: SegmentationMethod, names: segmentationMethods }) ?? 'kmeans'
  const distance =
    oneOf('--distance', { value: values.distance, schema: SegmentationDistance, names: segmentationDistances }) ??
    'euclidean'
  if (distance === 'gower' && !comparesByGower(method)) {
    throw new ProductError('argument.invalid', {
      argument: '--distance',
      value: distance,
      expected: '--method single, complete, average',
    })
  }
  const kind = oneOf('--kind', { value: values.kind, schema: z.enum(['table', 'sales']), names: ['table', 'sales'] })
  return {
    ...options,
    features: (values.features ?? [])
      .flatMap((text) => text.split(/[,，]/))
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    transform:
      oneOf('--transform', { value: values.transform, schema: SegmentationTransform, names: segmentationTransforms }) ??
      'auto',
    scale: oneOf('--scale', { value: values.scale, schema: SegmentationScale, names: segmentationScales }) ?? 'zscore',
    missing: oneOf('--missing', { value: values.missing, schema: MissingRule, names: missingRules }) ?? 'median',
    distance,
    method,
    ks: clusterNumbers(values.clusters ?? 'auto'),
    umap: values.umap ?? false,
    seed,
    ...(kind === undefined ? {} : { kind }),
    ...(values.out === undefined ? {} : { out: values.out }),
    ...(values.assignments === undefined ? {} : { assignments: values.assignments }),
    ...(values.amount === undefined ? {} : { amount: values.amount }),
    ...earlierOf(values.earlier),
  }
}

function oneOf<T>(
  argument: string,
  {
    value,
    schema,
    names,
  }: { readonly value: string | undefined; readonly schema: z.ZodType<T>; readonly names: readonly string[] },
): T | undefined {
  return checkedOption(value, { argument, schema, expected: names.join(', ') })
}

/** A day of the calendar is a day; all else is the name of a file. */
function earlierOf(value: string | undefined): Pick<SegmentOptions, 'earlier' | 'earlierDay'> {
  if (value === undefined) return {}
  return z.iso.date().safeParse(value).success ? { earlierDay: value } : { earlier: value }
}

/** `auto`, `5` or `3..8`. */
function clusterNumbers(text: string): number[] {
  if (text === 'auto') return range(2, 8)
  const [, from = '', to = from] = /^(\d{1,2})(?:\.\.(\d{1,2}))?$/.exec(text) ?? []
  const [first, last] = [Number(from), Number(to)]
  if (from === '' || first < 2 || last < first || last > mostClusters) {
    throw new ProductError('argument.invalid', {
      argument: '--clusters',
      value: text,
      expected: `auto, 5, 2..8 (2 … ${mostClusters})`,
    })
  }
  return range(first, last)
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: segmentFlags, allowPositionals: true, strict: true })
  } catch (cause) {
    throw unreadable(cause)
  }
}
