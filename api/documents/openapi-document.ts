import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { api } from '@vitalfew/contract/api/api.ts'

type Document = Awaited<ReturnType<OpenAPIGenerator['generate']>>

let made: Promise<Document> | undefined

/** The contract as OpenAPI 3.1. */
export function openApiDocument(productVersion: string): Promise<Document> {
  made ??= new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(api, {
    info: { title: 'Vital Few', version: productVersion },
    servers: [{ url: '/api' }],
    security: [{ apiKey: [] }, { session: [] }],
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', bearerFormat: 'vf_…' },
        session: { type: 'apiKey', in: 'cookie', name: 'vitalfew.session_token' },
      },
    },
  })
  return made
}
