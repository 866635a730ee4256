import { z } from 'zod'
import { locales } from '../locale.ts'
import { NewPassword } from './new-password.ts'
import { route } from './route.ts'

const withoutSession = { access: 'public', keyScope: 'none' } as const

/** What a page must know before anybody has signed in, and setting up. */
export const systemApi = {
  start: route(withoutSession)
    .route({ method: 'GET', path: '/start', summary: 'What to show first', tags: ['system'] })
    .output(
      z.object({
        /** `open`: there is no administrator yet, and the setup token makes one. */
        setup: z.enum(['open', 'done']),
        /** Identity providers beside the password. */
        providers: z.array(z.object({ id: z.string(), name: z.string() })),
        defaultLocale: z.enum(locales),
        productVersion: z.string(),
      }),
    ),
  setup: route(withoutSession)
    .route({
      method: 'POST',
      path: '/setup',
      summary: 'Make the first administrator with the token that the server printed; signs in',
      tags: ['system'],
      successStatus: 201,
    })
    .input(
      z.object({
        token: z.string().min(1).max(200),
        name: z.string().trim().min(1).max(100),
        email: z.email().max(254),
        password: NewPassword,
        locale: z.enum(locales).default('zh-CN'),
        companyName: z.string().trim().max(200).default(''),
      }),
    )
    .output(z.object({ userId: z.string() })),
  state: route({ access: ['administrator'], keyScope: 'administer' })
    .route({ method: 'GET', path: '/system', summary: 'How the server is', tags: ['system'] })
    .output(
      z.object({
        productVersion: z.string(),
        warehouse: z.object({ ready: z.boolean(), version: z.string() }),
        store: z.object({ ready: z.boolean(), version: z.string() }),
        startedAt: z.iso.datetime(),
      }),
    ),
}
