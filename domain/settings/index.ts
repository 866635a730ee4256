export { dayIn } from './day-in.ts'
export { readSettings } from './read-settings.ts'
export { updateSettings } from './update-settings.ts'
export { usualCurrency } from './usual-currency.ts'
