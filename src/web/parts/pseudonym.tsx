/**
 * Pseudonyms: a tree or a bird for each id, sayable in a meeting, with the code beside it.
 *
 *     F07 → Hassel F07        P031 → Stær P031        the same id has the same name, on every page and in both languages
 *
 * Ids that are numbered, F01 to F25, get different names as long as there are names; others go by a digest of the id, so two
 * may share a name. The code tells them apart.
 */
import { sha256 } from '../../core/base/index.ts'
import { type Reader } from '../reader.ts'
import { hrefOf } from '../address.ts'
import { type Choices } from '../address.ts'

/** The Danish name and the English of the same tree or bird. */
const names: readonly (readonly [da: string, en: string])[] = [
  ['Lærke', 'Lark'],
  ['Birk', 'Birch'],
  ['Svale', 'Swallow'],
  ['Eg', 'Oak'],
  ['Stær', 'Starling'],
  ['Hassel', 'Hazel'],
  ['Ravn', 'Raven'],
  ['Ask', 'Ash'],
  ['Solsort', 'Blackbird'],
  ['Pil', 'Willow'],
  ['Ugle', 'Owl'],
  ['Gran', 'Spruce'],
  ['Spurv', 'Sparrow'],
  ['Bøg', 'Beech'],
  ['Terne', 'Tern'],
  ['Røn', 'Rowan'],
  ['Gøg', 'Cuckoo'],
  ['Lind', 'Linden'],
  ['Falk', 'Falcon'],
  ['Hyld', 'Elder'],
  ['Vibe', 'Lapwing'],
  ['Fyr', 'Pine'],
  ['Krage', 'Crow'],
  ['El', 'Alder'],
  ['Gråand', 'Mallard'],
  ['Tjørn', 'Hawthorn'],
  ['Mejse', 'Titmouse'],
  ['Ahorn', 'Maple'],
  ['Trane', 'Crane'],
  ['Kirsebær', 'Cherry'],
  ['Due', 'Dove'],
  ['Elm', 'Elm'],
  ['Isfugl', 'Kingfisher'],
  ['Poppel', 'Poplar'],
  ['Rødkælk', 'Robin'],
  ['Lærk', 'Larch'],
  ['Hejre', 'Heron'],
  ['Taks', 'Yew'],
  ['Bogfinke', 'Chaffinch'],
  ['Ene', 'Juniper'],
  ['Svane', 'Swan'],
  ['Kastanje', 'Chestnut'],
  ['Allike', 'Jackdaw'],
  ['Æble', 'Apple'],
  ['Måge', 'Gull'],
  ['Bævreasp', 'Aspen'],
  ['Musvit', 'Great tit'],
  ['Pære', 'Pear'],
  ['Skade', 'Magpie'],
  ['Kristtorn', 'Holly'],
  ['Spætte', 'Woodpecker'],
  ['Valnød', 'Walnut'],
  ['Sisken', 'Siskin'],
  ['Slåen', 'Blackthorn'],
  ['Glente', 'Kite'],
  ['Mirabel', 'Mirabelle'],
  ['Nattergal', 'Nightingale'],
  ['Platan', 'Plane'],
  ['Irisk', 'Linnet'],
  ['Avnbøg', 'Hornbeam'],
  ['Storspove', 'Curlew'],
  ['Naur', 'Field maple'],
  ['Gærdesmutte', 'Wren'],
]

/** The name of somebody with this id. */
export function pseudonymOf(id: string, locale: 'da' | 'en'): string {
  const [danish, english] = names[indexOf(id)]!
  return locale === 'da' ? danish : english
}

function indexOf(id: string): number {
  const numbered = /^(.*?)(\d{1,9})$/.exec(id)
  const start = Number.parseInt(sha256(numbered?.[1] ?? id).slice(0, 8), 16)
  return (start + Number(numbered?.[2] ?? 0)) % names.length
}

/** Somebody's name with the code, leading to why their amounts are what they are. */
export function Person({
  reader,
  contract,
  id,
  choices = {},
  href,
  isShown = false,
}: {
  reader: Reader
  contract: string
  id: string
  choices?: Choices
  /** Another place the name leads to. */
  href?: string
  isShown?: boolean
}) {
  const name = pseudonymOf(id, reader.locale)
  const why = hrefOf({ ...choices, locale: reader.locale, page: 'why', contract, person: id })
  return (
    <span class="hold">
      <a href={href ?? why} aria-current={isShown ? 'true' : undefined}>
        {name}
      </a>{' '}
      <span class="quiet small">{id}</span>
    </span>
  )
}
