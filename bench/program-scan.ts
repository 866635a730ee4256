// The floor: the engine reads the same file and adds up every column, keeping nothing. Prints seconds by step.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataType, load, open } from 'ffi-rs'
import { engineLibrary } from '@vitalfew/warehouse/embedded/engine-library.ts'

const [path = ''] = process.argv.slice(2)
const directory = mkdtempSync(join(tmpdir(), 'vitalfew-bench-scan-'))
const query = `SELECT sum(cityHash64(*)) FROM file('${path}', 'CSVWithNames',
  'a String, b String, c String, d String, e String') FORMAT Null SETTINGS input_format_with_names_use_header = 0`
const started = performance.now()
open({ library: 'engine', path: engineLibrary() })
const words = ['clickhouse', `--path=${directory}`, '--query', query]
load({
  library: 'engine',
  funcName: 'chdb_query_cmdline',
  retType: DataType.External,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [words.length, words],
})
console.log(JSON.stringify({ scan: (performance.now() - started) / 1000 }))
rmSync(directory, { recursive: true, force: true })
