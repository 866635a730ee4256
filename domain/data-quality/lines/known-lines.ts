import { z } from 'zod'

/** Which lines are looked at: like every figure of a run, the checks know those before its day alone. */
export const KnownLines = z.object({ imports: z.array(z.int()), before: z.iso.date() })
export type KnownLines = z.infer<typeof KnownLines>

export const isKnown = 'import_id IN {imports:Array(UInt32)} AND day < toDate32({before:String})'
