/**
 * The JSON Schema of terms, from the same shapes that read them, so that an editor can complete and check a file.
 *
 *     # yaml-language-server: $schema=…/schema/agreement-1.0.json
 *
 * What the schema accepts, the reader understands. Drafts are accepted too: `undecided` for a rule, `threshold` for a side
 * that is not agreed, `to` for the end of a window. Whether terms can run and may be signed, only `readTerms` can tell.
 */
import { agreementShape, languageVersion } from './agreement.ts'
import { type Definitions, type JsonSchema } from '../text/index.ts'

/** The schema of `terms.yaml`, JSON Schema 2020-12, with shared pieces under `$defs`. */
export function agreementSchema(): JsonSchema {
  const defined: Definitions = new Map()
  const root = agreementShape.schema(defined)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `agreement-${languageVersion}.json`,
    title: `Terms of a social outcomes contract, version ${languageVersion}`,
    ...root,
    $defs: Object.fromEntries([...defined].sort()),
  }
}
