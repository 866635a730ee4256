import fc from 'fast-check'

/** The parts of JSON Schema that the contract's schemas come to. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly propertyNames?: JsonSchema
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly format?: string
  readonly pattern?: string
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
}

const deepest = 5
const nastyTexts = [
  '',
  ' ',
  "'; DROP TABLE person; --",
  '=1+1',
  '\u0000',
  '../../etc',
  '‮',
  '%00',
  '{{x}}',
  '王小明',
  '\ud800',
]
const nastyNumbers = [0, -1, 0.5, 1e21, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, 2 ** 31]

/** Values that a schema allows, and now and then one that it does not. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: allowed(schema, schema, 0), weight: 5 },
    { arbitrary: fc.jsonValue({ maxDepth: 2 }), weight: 1 },
  )
}

function allowed(schema: JsonSchema, root: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const own = exact(schema, root, depth)
  const wrong = fc.constantFrom<unknown>(null, true, [], {}, ...nastyTexts, ...nastyNumbers)
  return fc.oneof({ arbitrary: own, weight: 12 }, { arbitrary: wrong, weight: 1 })
}

function exact(schema: JsonSchema, root: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (depth > deepest) return fc.constant(null)
  if (schema.$ref !== undefined) return exact(resolved(schema.$ref, root), root, depth + 1)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (choices !== undefined && choices.length > 0) {
    return fc.oneof(...choices.map((choice) => exact(choice, root, depth + 1)))
  }
  if (schema.allOf !== undefined) return objects(merged(schema.allOf, root), root, depth)
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  return fc.oneof(...types.map((type) => ofType(String(type), schema, { root, depth })))
}

interface Place {
  readonly root: JsonSchema
  readonly depth: number
}

function ofType(type: string, schema: JsonSchema, { root, depth }: Place): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return texts(schema)
    case 'integer':
      return fc.oneof(integers(schema), fc.constantFrom(...nastyNumbers))
    case 'number':
      return fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), integers(schema))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return arrays(schema, root, depth)
    case 'object':
      return objects(schema, root, depth)
    default:
      return fc.jsonValue({ maxDepth: 1 })
  }
}

function texts(schema: JsonSchema): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 80 } = schema
  const most = Math.min(maxLength, minLength + 40)
  const free = fc.string({ minLength, maxLength: most, unit: 'grapheme' })
  switch (schema.format) {
    case 'uuid':
      return fc.uuid()
    case 'email':
      return fc.emailAddress()
    case 'date':
      return fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))
    case 'date-time':
      return fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
    default:
      return schema.pattern === undefined
        ? fc.oneof(free, fc.constantFrom(...nastyTexts))
        : patterned(schema.pattern, free)
  }
}

function patterned(pattern: string, otherwise: fc.Arbitrary<string>): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'))
  } catch {
    return otherwise
  }
}

function integers({ minimum = -100, maximum = 1_000 }: JsonSchema): fc.Arbitrary<number> {
  const low = Math.max(Math.ceil(minimum), Number.MIN_SAFE_INTEGER)
  const high = Math.min(Math.floor(maximum), Number.MAX_SAFE_INTEGER)
  return fc.integer({ min: Math.min(low, high), max: Math.max(low, high) })
}

function arrays(schema: JsonSchema, root: JsonSchema, depth: number): fc.Arbitrary<unknown[]> {
  const { items = {}, prefixItems, minItems = 0, maxItems = 4 } = schema
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((item) => allowed(item, root, depth + 1)))
  return fc.array(allowed(items, root, depth + 1), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) })
}

function objects(schema: JsonSchema, root: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [name, allowed(inner, root, depth + 1)]),
  )
  const own = fc.record(model, { requiredKeys: required.filter((name) => name in model) })
  if (typeof additionalProperties !== 'object') return own
  const more = fc.dictionary(names(schema), allowed(additionalProperties, root, depth + 1), { maxKeys: 4 })
  return fc.tuple(own, more).map(([known, other]) => ({ ...other, ...known }))
}

function names({ propertyNames }: JsonSchema): fc.Arbitrary<string> {
  const known = propertyNames?.enum?.map(String) ?? []
  return known.length > 0 ? fc.constantFrom(...known) : fc.string({ maxLength: 10 })
}

function merged(parts: readonly JsonSchema[], root: JsonSchema): JsonSchema {
  const all = parts.map((part) => (part.$ref === undefined ? part : resolved(part.$ref, root)))
  return {
    type: 'object',
    properties: Object.fromEntries(all.flatMap(({ properties = {} }) => Object.entries(properties))),
    required: all.flatMap(({ required = [] }) => required),
  }
}

function resolved(reference: string, root: JsonSchema): JsonSchema {
  const name = decodeURIComponent(reference.split('/').at(-1) ?? '')
  return root.$defs?.[name] ?? {}
}
