/**
 * `import { Table, type TableProps } from 'antd'` as one import per component. A bundler that follows the door of the
 * package puts every component any page uses into what the first page loads; followed singly, each goes where it is used.
 */
export function singleImports(program: string): string {
  return program.replace(
    /^import \{([^}]*)\} from '(antd|@ant-design\/icons)'$/gm,
    (_, names: string, source: string) =>
      names
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '))
        .map((name) => singleImport(name, source))
        .join('; '),
  )
}

function singleImport(specifier: string, source: string): string {
  const [name = specifier, local = name] = specifier.split(/\s+as\s+/)
  if (source !== 'antd') return `import ${local} from '@ant-design/icons/es/icons/${name}'`
  return `import ${local} from 'antd/es/${folderOf(name)}/index.js'`
}

/** QRCode lives in qr-code, ConfigProvider in config-provider. */
function folderOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
}
