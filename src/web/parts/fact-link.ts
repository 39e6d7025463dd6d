/** Where a fact's file and line can be seen. */
import { type FactText } from '../../../locales/index.ts'
import { type OpenContract } from '../../operations/index.ts'
import { type Reader, linkTo } from '../reader.ts'

/** The link to a fact's row, for files that lie in the contract's folder. */
export function factLink(reader: Reader, name: string, contract: OpenContract): (fact: FactText) => string | undefined {
  const files = [contract.folder.people, ...contract.folder.facts].flatMap((file) => file?.name ?? [])
  return ({ place }) => {
    if (!files.includes(place.file)) return undefined
    const file = place.file.split('/').at(-1)!
    return linkTo(reader, name, 'facts', { file, line: String(place.line) }, `L${place.line}`)
  }
}
