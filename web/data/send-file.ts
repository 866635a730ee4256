import { ORPCError } from '@orpc/client'
import type { Upload } from '@vitalfew/contract/api/imports.ts'

/** Sends a file as it is and tells how far it is, 0 to 1: only this old way of asking tells that in every browser. */
export function sendFile(file: File, tell: (done: number) => void): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/uploads?file=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('accept-language', document.documentElement.lang)
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(total > 0 ? loaded / total : 0))
    request.addEventListener('error', () => reject(new TypeError('the connection was lost')))
    request.addEventListener('load', () => {
      const answer: unknown = parsed(request.responseText)
      if (request.status < 300 && isUpload(answer)) resolve(answer)
      else reject(refusal(answer, request.status))
    })
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isUpload(answer: unknown): answer is Upload {
  return typeof answer === 'object' && answer !== null && 'id' in answer && 'file' in answer && 'bytes' in answer
}

function refusal(answer: unknown, status: number): Error {
  const isWorded = typeof answer === 'object' && answer !== null && 'code' in answer && 'message' in answer
  const code = isWorded ? String(answer.code) : 'unexpected'
  return new ORPCError(code, {
    status: status >= 400 ? status : 500,
    message: isWorded ? String(answer.message) : code,
    data: answer,
  })
}
