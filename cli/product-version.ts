import manifest from './package.json' with { type: 'json' }

/** Version of the product, as `vitalfew --version` prints it and every run records it. */
export function productVersion(): string {
  return manifest.version
}
