export { listAudit } from './list-audit.ts'
export { recordAudit, type AuditRecord } from './record-audit.ts'
export { verifyAudit } from './verify-audit.ts'
