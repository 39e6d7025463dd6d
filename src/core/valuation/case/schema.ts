/** The JSON Schema of a case, from the same shapes that read it, so that an editor can complete and check `case.yaml`. */
import { type Definitions, type JsonSchema } from '../../text/index.ts'
import { caseShape, caseVersion } from './case-file.ts'

/** The schema of `case.yaml`, JSON Schema 2020-12, with shared pieces under `$defs`. */
export function caseSchema(): JsonSchema {
  const defined: Definitions = new Map()
  const root = caseShape.schema(defined)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `case-${caseVersion}.json`,
    title: `Business case of a social outcomes contract, version ${caseVersion}`,
    ...root,
    $defs: Object.fromEntries([...defined].sort()),
  }
}
