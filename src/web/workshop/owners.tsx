/**
 * Shares of several owners or payers: each is chosen from a list by what the reader calls it, and is written as its code.
 *
 *     case.consequences.support.owners    { municipality: 80 %, region: 20 % }    shown as Kommunen 80 %, Regionen 20 %
 */
import { caseWords, workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type OutlineMap } from '../../core/valuation/index.ts'
import { type DraftView } from './draft.ts'
import { type FieldsInput, type Named, above, isOwnerShares } from './field-names.ts'
import { labelOf } from './item-text.ts'

/** Whoever may own or pay in this case; a gain to the citizen is the citizen's, and no budget is. */
export function ownersOf({ draft }: DraftView, locale: Locale): FieldsInput['owners'] {
  const { outline } = draft
  const { authorities } = caseWords[locale]
  const node = outline?.root.entries.find(({ key }) => key === 'departments')?.node
  const departments = node?.kind === 'map' ? node.entries : []
  const all: Named[] = [
    { name: 'municipality', words: authorities.municipality },
    ...departments.map(({ key, node: department }) => ({ name: key, words: labelOf(department, locale) ?? key })),
    ...(['region', 'state', 'citizen'] as const).map((name) => ({ name, words: authorities[name] })),
  ]
  return (path) => {
    const kind = outline?.leaves.get(`${above(path)}.kind`)?.text ?? ''
    const isCitizens = kind === 'citizen'
    if (path.endsWith('.payers') || !['cashable', 'freed-capacity', 'citizen'].includes(kind)) return all
    return all.filter(({ name }) => (name === 'citizen') === isCitizens)
  }
}

/** One more of named things: an owner or a payer by choice, a price by a name of its own. */
export function AddNamed({ node, locale, owners }: FieldsInput & { node: OutlineMap }) {
  const { add } = workshopWords[locale]
  const isOwner = isOwnerShares(node.path)
  if (!isOwner && !node.path.endsWith('.prices')) return null
  const label = isOwner ? add.owner : add.name
  const id = `name ${node.path}`
  const taken = node.entries.map(({ key }) => key)
  return (
    <p class="add-line">
      <label for={id} class="small">
        {label}
      </label>
      {isOwner ? (
        <select id={id} name={`name=${node.path}`}>
          <option value="">{add.choose}</option>
          {owners(node.path)
            .filter(({ name }) => !taken.includes(name))
            .map(({ name, words }) => (
              <option key={name} value={name}>
                {words}
              </option>
            ))}
        </select>
      ) : (
        <input type="text" id={id} name={`name=${node.path}`} list="group-names" autocomplete="off" />
      )}
      <button
        type="submit"
        name="do"
        value={`item|${node.path}`}
        class="quiet-button"
        aria-label={`${add.button}: ${label}`}
      >
        {add.button}
      </button>
    </p>
  )
}
