import { z } from 'zod'
import { locales } from '../locale.ts'
import { route } from './route.ts'

/** How amounts are shown: whole, in ten thousands (万), in hundred millions (亿), or as suits the size. */
export const amountUnits = ['one', 'tenThousand', 'hundredMillion', 'automatic'] as const

/** Days of the company's own calendar: a holiday, or days on which people work although the weekday would have them rest. */
export const CalendarDays = z
  .object({
    /** Days off of the same name are the same holiday in different years. */
    name: z.string().trim().min(1).max(60),
    /** Both ends included. */
    from: z.iso.date(),
    to: z.iso.date(),
    isWorked: z.boolean(),
  })
  .meta({ id: 'CalendarDays' })
export type CalendarDays = z.infer<typeof CalendarDays>

const Values = z.object({
  companyName: z.string().trim().max(200),
  /** The language of whoever has not chosen one. */
  locale: z.enum(locales),
  /** ISO 4217, or null: as the sales say. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  amountUnit: z.enum(amountUnits),
  /** 1 to 12. */
  fiscalYearStartMonth: z.int().min(1).max(12),
  /** An IANA name, as `Asia/Shanghai`: where a day begins. */
  timeZone: z.string().min(1).max(64),
  /** Beside the Chinese festivals, which are known. */
  calendar: z.array(CalendarDays).max(400),
})

export const Settings = Values.extend({
  /** Grows with every change; a change names the one it was made from. */
  version: z.int().nonnegative(),
}).meta({ id: 'Settings' })
export type Settings = z.infer<typeof Settings>

/** Settings of the whole workspace. */
export const settingsApi = {
  get: route({ access: 'signedIn' })
    .route({ method: 'GET', path: '/settings', summary: 'Settings of the workspace', tags: ['settings'] })
    .output(Settings),
  /** 409 `settings.changed` when somebody else was faster. */
  update: route({ access: ['administrator'], keyScope: 'administer' })
    .route({ method: 'PATCH', path: '/settings', summary: 'Change settings', tags: ['settings'] })
    .input(Values.partial().extend({ version: z.int().nonnegative().max(2_147_483_647) }))
    .output(Settings),
}
