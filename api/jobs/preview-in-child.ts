import { ProductError } from '@vitalfew/contract/errors.ts'
import type { FilePreview, PreviewFile } from '@vitalfew/domain/imports/index.ts'
import { jobChild } from './job-child.ts'

/** What a person waits for; a file that takes longer is looked at with fewer eyes: it is refused. */
const mostMilliseconds = 60_000
const mostAtOnce = 2

let underWay = 0

/**
 * Looks at a file in a child, whose memory and time are limited.
 *
 * @throws ProductError of the file, `input.tooLarge` where it takes more than there is, `request.tooMany`
 */
export async function previewInChild(file: Omit<PreviewFile, 'signal'>): Promise<FilePreview> {
  if (underWay >= mostAtOnce) throw new ProductError('request.tooMany', { seconds: 5 })
  underWay += 1
  const child = jobChild({ ask: 'preview', file })
  const timer = setTimeout(child.kill, mostMilliseconds)
  try {
    const answer = await child.ended
    if (answer?.tell === 'preview') return answer.preview
    if (answer?.tell !== 'failed') throw new ProductError('input.tooLarge', { file: '', path: '', problem: 'memory' })
    if (answer.fault.code === 'unexpected') throw new Error(String(answer.fault.details['reason']))
    throw new ProductError(answer.fault.code, answer.fault.details)
  } finally {
    clearTimeout(timer)
    underWay -= 1
  }
}
