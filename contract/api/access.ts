import { z } from 'zod'
import { locales } from '../locale.ts'
import { GuardedField, Role } from './roles.ts'
import { meApi } from './me.ts'
import { NewPassword } from './new-password.ts'
import { route } from './route.ts'
import { sessionApi } from './session.ts'

const Name = z.string().trim().min(1).max(100)
const Email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase())
const Id = z.uuid()
const Instant = z.iso.datetime()
const Language = z.enum(locales)
const Done = z.object({ done: z.literal(true) })
const ById = z.object({ id: Id })
const administrators = { access: ['administrator'], keyScope: 'administer' } as const
const withoutSession = { access: 'public', keyScope: 'none' } as const

export const Department = z
  .object({
    id: Id,
    name: Name,
    leaderId: z.string().nullable(),
    memberIds: z.array(z.string()),
  })
  .meta({ id: 'Department' })

export const User = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role,
    locale: Language,
    departmentIds: z.array(Id),
    isActive: z.boolean(),
    hasSecondFactor: z.boolean(),
    createdAt: Instant,
    lastSignInAt: Instant.nullable(),
  })
  .meta({ id: 'User' })
export type User = z.infer<typeof User>

/** A link that a person opens; it holds a token that is shown only now. */
const Link = z.object({ path: z.string(), expiresAt: Instant })

const users = {
  list: route(administrators)
    .route({ method: 'GET', path: '/users', summary: 'Everybody', tags: ['users'] })
    .output(z.object({ rows: z.array(User) })),
  /** Names only, so that work can be given to somebody. */
  names: route({ access: 'signedIn' })
    .route({ method: 'GET', path: '/users/names', summary: 'The names of those who can sign in', tags: ['users'] })
    .output(z.object({ rows: z.array(z.object({ id: z.string(), name: z.string(), role: Role })) })),
  update: route(administrators)
    .route({ method: 'PATCH', path: '/users/{id}', summary: 'Change a person', tags: ['users'] })
    .input(
      z.object({
        id: z.string().min(1).max(100),
        name: Name.optional(),
        role: Role.optional(),
        departmentIds: z.array(Id).max(200).optional(),
        isActive: z.boolean().optional(),
      }),
    )
    .output(User),
  endSessions: route(administrators)
    .route({ method: 'DELETE', path: '/users/{id}/sessions', summary: 'Sign a person out everywhere', tags: ['users'] })
    .input(z.object({ id: z.string().min(1).max(100) }))
    .output(Done),
  passwordLink: route(administrators)
    .route({
      method: 'POST',
      path: '/users/{id}/password-link',
      summary: 'A link by which a person sets a new password; valid for a day, once',
      tags: ['users'],
      successStatus: 201,
    })
    .input(z.object({ id: z.string().min(1).max(100) }))
    .output(Link),
}

const departments = {
  list: route({ access: 'signedIn' })
    .route({ method: 'GET', path: '/departments', summary: 'All departments', tags: ['departments'] })
    .output(z.object({ rows: z.array(Department) })),
  create: route(administrators)
    .route({
      method: 'POST',
      path: '/departments',
      summary: 'Add a department; its name is that of the sales lines',
      tags: ['departments'],
      successStatus: 201,
    })
    .input(z.object({ name: Name, leaderId: z.string().max(100).nullable().default(null) }))
    .output(Department),
  update: route(administrators)
    .route({ method: 'PATCH', path: '/departments/{id}', summary: 'Change a department', tags: ['departments'] })
    .input(
      z.object({
        id: Id,
        name: Name.optional(),
        leaderId: z.string().max(100).nullable().optional(),
        memberIds: z.array(z.string().max(100)).max(10_000).optional(),
      }),
    )
    .output(Department),
  remove: route(administrators)
    .route({ method: 'DELETE', path: '/departments/{id}', summary: 'Remove a department', tags: ['departments'] })
    .input(ById)
    .output(Done),
}

export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    name: z.string(),
    role: Role,
    departmentIds: z.array(Id),
    invitedBy: z.string(),
    createdAt: Instant,
    expiresAt: Instant,
    state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  })
  .meta({ id: 'Invitation' })

const Token = z.string().min(20).max(200)

const invitations = {
  list: route(administrators)
    .route({ method: 'GET', path: '/invitations', summary: 'Invitations', tags: ['invitations'] })
    .output(z.object({ rows: z.array(Invitation) })),
  create: route(administrators)
    .route({
      method: 'POST',
      path: '/invitations',
      summary: 'Invite somebody; pass the link on yourself',
      tags: ['invitations'],
      successStatus: 201,
    })
    .input(
      z.object({
        email: Email,
        name: Name,
        role: Role,
        departmentIds: z.array(Id).max(200).default([]),
        expiresInDays: z.int().min(1).max(30).default(7),
      }),
    )
    .output(z.object({ invitation: Invitation, link: Link })),
  revoke: route(administrators)
    .route({ method: 'DELETE', path: '/invitations/{id}', summary: 'Take an invitation back', tags: ['invitations'] })
    .input(ById)
    .output(Done),
  look: route(withoutSession)
    .route({
      method: 'POST',
      path: '/invitations/look',
      summary: 'What a link is for: an invitation, or a new password',
      tags: ['invitations'],
    })
    .input(z.object({ token: Token }))
    .output(z.object({ kind: z.enum(['invitation', 'password']), email: z.string(), name: z.string() })),
  accept: route(withoutSession)
    .route({
      method: 'POST',
      path: '/invitations/accept',
      summary: 'Use a link: choose a password and be signed in',
      tags: ['invitations'],
    })
    .input(z.object({ token: Token, password: NewPassword, name: Name.optional(), locale: Language.optional() }))
    .output(z.object({ state: z.enum(['signedIn', 'secondFactor']) })),
}

export const FieldRights = z
  .object({ hidden: z.record(Role, z.array(GuardedField).max(10)) })
  .meta({ id: 'FieldRights' })

const fieldRights = {
  get: route({ access: ['administrator', 'analyst'], keyScope: 'administer' })
    .route({ method: 'GET', path: '/field-rights', summary: 'Which fields are kept from which role', tags: ['roles'] })
    .output(FieldRights),
  update: route(administrators)
    .route({
      method: 'PUT',
      path: '/field-rights',
      summary: 'Change which fields are kept from a role',
      tags: ['roles'],
    })
    .input(FieldRights)
    .output(FieldRights),
}

/** Signing in, people, departments, invitations, rights to fields, and personal API keys. */
export const accessApi = { session: sessionApi, me: meApi, users, departments, invitations, fieldRights }
