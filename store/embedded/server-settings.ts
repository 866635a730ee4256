import { socketPort } from './socket-folder.ts'

export interface ServerSettings {
  readonly socketFolder: string
  /** Whether an acknowledged commit must survive a loss of power; it survives a killed server in any case. */
  readonly durable: boolean
}

/**
 * The settings of the embedded server, given on its command line at every start so that a new version of the product
 * brings its own. Left at their defaults, on purpose: fsync, full_page_writes, synchronous_commit.
 */
export function serverArguments({ socketFolder, durable }: ServerSettings): string[] {
  const settings: Record<string, string | number> = {
    // Nothing but the owner of the folder reaches the server.
    listen_addresses: '',
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: socketPort,
    // Modest memory: this is the small store; the warehouse needs the machine.
    shared_buffers: '64MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_connections: 40,
    max_wal_size: '256MB',
    io_method: 'sync',
    // In the data directory, not in /dev/shm: containers give that 64 MB, and a killed server would leave files there.
    dynamic_shared_memory_type: 'mmap',
    max_logical_replication_workers: 0,
    jit: 'off',
    // A query whose client has died is not worked on any longer.
    client_connection_check_interval: '1s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'ISO, YMD',
    // What goes wrong with a statement is told to who sent it; the log would only collect personal data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    // The default of macOS leaves data in the drive's cache.
    ...(process.platform === 'darwin' ? { wal_sync_method: 'fsync_writethrough' } : {}),
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
