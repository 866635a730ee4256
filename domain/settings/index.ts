export { readSettings } from './read-settings.ts'
export { updateSettings } from './update-settings.ts'
