import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { singleImports } from './single-imports.ts'

test('each component is imported from its own folder, types are left out', () => {
  const program = `import { Card as Frame, QRCode, type TableProps } from 'antd'\nimport { useState } from 'react'\n`
  expect(singleImports(program)).toBe(
    `import Frame from 'antd/es/card/index.js'; import QRCode from 'antd/es/qr-code/index.js'\nimport { useState } from 'react'\n`,
  )
})

test('over several lines, and for icons', () => {
  expect(singleImports(`import {\n  MenuOutlined,\n  SearchOutlined,\n} from '@ant-design/icons'`)).toBe(
    `import MenuOutlined from '@ant-design/icons/es/icons/MenuOutlined'; import SearchOutlined from '@ant-design/icons/es/icons/SearchOutlined'`,
  )
})

test('the folders are there', () => {
  const antd = fileURLToPath(import.meta.resolve('antd'))
  for (const folder of ['qr-code', 'config-provider', 'table', 'app', 'theme', 'grid'])
    expect(existsSync(antd.replace(/lib[\\/]index\.js$/, `es/${folder}/index.js`))).toBe(true)
})
