/** Overskrifter på bestemmelserne, og hvad det hedder, der er antaget, opdigtet eller udledt. */
import { type Limit } from '../../agreement.ts'
import { type Mark } from '../../shape.ts'
import { type Headings } from '../wording.ts'

export const headings: Headings = {
  parties: 'Parter og penge',
  purpose: 'Formål',
  effort: 'Indsats',
  people: 'Målgruppe',
  payers: 'Betalere',
  settlement: 'Opgørelse',
  exit: 'Ophør før tid',
  parameters: 'Tal, der fastsættes for hver aftale',
  limit: (node: Limit) => {
    if (node.cap !== undefined) return 'Betalingsloft'
    if (node.floor !== undefined) return 'Bundbeløb'
    if (node.less !== undefined) return 'Fradrag'
    if (node.quota !== undefined) return 'Kvote'
    return node.returnCap === undefined ? 'Afrunding' : 'Afkastloft'
  },
}

const grades: Record<Mark['grade'], string> = {
  assumed: 'er antaget',
  invented: 'er opdigtet',
  derived: 'er udledt',
  published: 'er offentliggjort',
}

/** The noun of a key, in the definite form: what the note speaks of. */
const nouns: Record<string, string> = {
  amount: 'beløbet',
  'per-met': 'prisen',
  'per-unit': 'prisen',
  give: 'prisen',
  price: 'prisen',
  fee: 'det faste beløb',
  cap: 'loftet',
  floor: 'bundbeløbet',
  less: 'fradraget',
  quota: 'kvoten',
  'return-cap': 'afkastloftet',
  share: 'andelen',
  planned: 'det forventede',
  'at-least': 'tærsklen',
  'at-most': 'tærsklen',
  'more-than': 'tærsklen',
  'less-than': 'tærsklen',
  exactly: 'tærsklen',
  x: 'tærsklen',
  'up-to': 'grænsen',
  on: 'datoen',
  from: 'begyndelsen',
  through: 'slutningen',
  until: 'slutningen',
  after: 'begyndelsen',
  at: 'datoen',
  by: 'fristen',
  'proof-by': 'fristen',
  commits: 'tilsagnet',
  'contract-sum': 'kontraktsummen',
  counted: 'svaret på, hvem der tæller med,',
  pilot: 'svaret på, om prøveperioden tæller,',
  clock: 'tidens begyndelse',
  ties: 'reglen for flere oplysninger samme dag',
  overlap: 'reglen for overlappende perioder',
  'same-day': 'reglen for flere hændelser samme dag',
  'no-record': 'reglen for manglende registrering',
  'to-means': 'betydningen af slutdatoen',
  changed: 'reglen for ændrede mål',
  withdrawn: 'reglen for udgåede mål',
  unjudged: 'reglen for ikke bedømte mål',
  'members-at': 'dagen, familien opgøres,',
  'if-nobody': 'reglen for, at der ingen er,',
  decided: 'reglen for flere datoer',
  unmeasured: 'reglen for umålte',
  leavers: 'reglen for dem, der forlader indsatsen,',
  'late-proof': 'reglen for sen dokumentation',
  'zero-baseline': 'reglen for et udgangspunkt på 0',
  'gives-way': 'rækkefølgen ved loftet',
  rest: 'reglen for ubrugt loft',
  overpaid: 'reglen for rettelser',
  rounding: 'afrundingen',
  how: 'måden at regne på',
  expected: 'opgørelsen af forventede resultater',
  reached: 'opgørelsen af nåede resultater',
  weight: 'vægten',
  window: 'målevinduet',
  pick: 'valget mellem flere oplysninger',
  'part-units': 'reglen for dele af en uge, måned eller år',
  weeks: 'ugens begyndelse',
  periods: 'reglen for faste eller rullende perioder',
  'gap-at-most': 'reglen for afbrydelser',
  'gap-days': 'reglen for dage i en afbrydelse',
  apart: 'afstanden mellem dem, der tæller,',
  times: 'antallet af gange',
  below: 'reglen under kurven',
  above: 'reglen over kurven',
  'if-zero': 'reglen for en nævner på 0',
  missing: 'reglen for manglende dele',
  'part-years': 'reglen for dele af et år',
  split: 'fordelingen mellem betalerne',
  beyond: 'reglen ud over grænserne',
  grade: 'uafhængighedsgraden',
  source: 'kilden',
  use: 'brugen',
  kind: 'arten',
  minutes: 'tiden',
}

export function markNote(mark: Mark, key: string): string {
  return `${nouns[key] ?? `»${key}«`} ${grades[mark.grade]}: ${mark.reason}`
}
