import { z } from 'zod'

/** Length is what makes a password strong; no rules about signs. */
export const NewPassword = z.string().min(10).max(128)
