import { api } from '@vitalfew/contract/api/api.ts'

/** Every question the server answers. In the bundle only their addresses are left: the schemas stay with the server. */
export const apiRoutes = api
