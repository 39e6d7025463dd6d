/** Hvad der står mellem investorerne og dem, der sikrer dem, på dansk: én sætning for hvert valg. */
import { type Security } from '../../agreement.ts'
import { type Telling, draft, label, partyName, told } from '../telling.ts'
import { term } from '../naming.ts'
import { type Draft, inList } from '../text.ts'
import { day, length, number } from './numbers.ts'

const kinds: Record<Security['kind'], string> = {
  guarantee: 'en garanti',
  coupon: 'en fast rente til investorerne',
  'principal-protection': 'en beskyttelse af det investerede beløb',
  class: 'en klasse af investorer',
  recycling: 'en ret til at bruge tilbagebetalte penge igen',
  reserve: 'en reserve til tab',
  escrow: 'en deponering',
  refund: 'en tilbagebetaling af udlæg',
}

/** Valgene, en nøgle ad gangen, i den rækkefølge de læses. */
const choices = {
  within: {
    'by-principal': 'penge til flere med samme nummer deles efter det beløb, hver har udestående',
    'by-due': 'penge til flere med samme nummer deles efter det, hver har til gode med rente',
  },
  unpaidCoupon: {
    'stands-over': 'rente, der ikke betales, står over uden rente',
    'bears-interest': 'rente, der ikke er betalt, når den forfalder, forrentes fra da af med samme sats',
    lapses: 'rente, der ikke er betalt, når den forfalder, bortfalder',
  },
  couponDue: {
    'each-settlement': 'renten forfalder på de dage, der afregnes til, og når aftalen slutter',
    'each-year': 'renten forfalder hvert år på årsdagen for aftalens begyndelse, og når aftalen slutter',
    'each-half-year': 'renten forfalder hvert halve år fra aftalens begyndelse, og når aftalen slutter',
    'each-quarter': 'renten forfalder hver tredje måned fra aftalens begyndelse, og når aftalen slutter',
  },
  paysFirst: {
    coupon: 'en betaling dækker den rente, der er løbet på, før hovedstolen',
    principal: 'en betaling dækker hovedstolen før den rente, der er løbet på',
  },
  covers: { 'first-loss': 'den dækker det første tab', 'share-of-loss': 'den dækker en andel af ethvert tab' },
  scaled: { fixed: 'størrelsen ligger fast', 'with-drawn-money': 'størrelsen følger de penge, der er udbetalt' },
  called: {
    'before-waterfall': 'den betales ind, før pengene fordeles mellem klasserne',
    'after-waterfall': 'den betales til dem, der har tabt, efter at pengene er fordelt',
  },
  unused: {
    lapses: 'det, der ikke bruges, bortfalder',
    'used-again': 'det, der ikke bruges, kan stilles som garanti igen',
  },
  coupons: {
    'set-off': 'betalt afkast modregnes i tabet',
    'not-set-off': 'betalt afkast modregnes ikke i tabet',
  },
  paidBy: {
    payer: 'den betales af betaleren',
    provider: 'den betales af leverandøren',
    intermediary: 'den betales af den formidlende part',
    guarantor: 'den betales af garanten',
  },
  partYear: {
    'by-days': 'et år, der afbrydes, tæller med de dage, der er gået',
    'not-counted': 'et år, der afbrydes, tæller ikke med',
  },
  against: {
    highest: 'satsen er et mindstebeløb: er årets øvrige betalinger lavere, betales forskellen',
    'in-addition': 'den betales ud over årets øvrige betalinger',
  },
  short: {
    waits: 'er der ikke penge nok på kontoen, venter resten af betalingen',
    'payer-pays': 'er der ikke penge nok på kontoen, betaler betaleren resten selv',
  },
  late: { 'no-interest': 'det, der venter, forrentes ikke', interest: 'det, der venter, forrentes med satsen' },
  grants: {
    'set-off': 'andre tilskud til samme udlæg modregnes',
    'not-set-off': 'andre tilskud til samme udlæg modregnes ikke',
  },
} as const

const keyOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Hvordan dagene tælles: ens for alt, der løber rente på. */
function daysOf({ kind, amount, rate }: Security): string {
  if (rate?.kind === 'literal' && rate.value === 0) return ''
  if (kind !== 'class' && kind !== 'coupon') return kind === 'escrow' ? ', og hver dag er en 365.-del af et år' : ''
  const first = kind === 'class' && amount !== undefined ? 'aftalens første dag' : 'den dag, pengene udbetales,'
  return `; renten løber fra og med ${first} til den dag, den forfalder eller betales, og hver dag er en 365.-del af et år`
}

const yearsDue = ({ kind }: Security): string =>
  kind === 'coupon'
    ? ' fra aftalens begyndelse; et års rente forfalder på årsdagen, dog senest når aftalen slutter'
    : ''

export function security(node: Security, telling: Telling): Draft[] {
  // What a share or an amount follows is worked out for all subjects together.
  const t: Telling = { ...telling, row: 'group' }
  const name = (party: string) => partyName(t.agreement, party)
  const found = told(t, node, 'kind', `»${label(t, node.label)}« er ${kinds[node.kind]} (${name(node.party)})`)
  const say = (key: string, text: string) => found.push(...told(t, node, key, text))
  if (node.amount !== undefined) say('amount', `beløbet er ${term(node.amount, t)}`)
  if (node.share !== undefined) say('share', `andelen er ${term(node.share, t)}`)
  if (node.rate !== undefined) say('rate', `satsen er ${term(node.rate, t)} om året${daysOf(node)}`)
  if (node.order !== undefined) say('order', `den kommer som nummer ${number(node.order)} i rækkefølgen`)
  if (node.protects !== undefined) say('protects', `den gælder for ${inList(node.protects.map(name), 'og')}`)
  for (const [key, answers] of Object.entries(choices)) {
    const chosen = node[key as keyof typeof choices]
    if (chosen !== undefined) say(keyOf(key), (answers as Readonly<Record<string, string>>)[chosen]!)
  }
  if (node.surplus !== undefined)
    say(
      'surplus',
      `af det, der er tilbage, når alle klasser har fået deres, er andelen hertil ${term(node.surplus, t)}`,
    )
  if (node.kind === 'class') {
    say(
      'order',
      'er der betalt for meget, og er rettelsen større end dagens betalinger, tages resten tilbage i omvendt rækkefølge: først det, ingen klasse havde til gode, så det, der blev delt, da alle klasser havde fået deres, og derefter fra klasserne, den sidste i rækkefølgen først, og fra flere med samme nummer efter, hvad hver har fået',
    )
    say('order', 'hovedstol og rente, der tages tilbage fra en klasse, har den til gode igen fra den dag')
  }
  if (node.years !== undefined) say('years', `den gælder i ${number(node.years)} år${yearsDue(node)}`)
  if (node.closed !== undefined) say('closed', `den gøres op ${length(node.closed)} efter aftalens udløb`)
  if (node.from !== undefined) say('from', `den gælder, når aftalen slutter den ${day(node.from)} eller senere`)
  if (node.through !== undefined) say('through', `den gælder, når aftalen slutter senest den ${day(node.through)}`)
  if (node.proof !== undefined) say('proof', `udlægget dokumenteres ved ${label(t, node.proof)}`)
  if (node.note !== undefined) found.push(draft(node, 'note', label(t, node.note), true))
  return [...found, ...t.notes.splice(0)]
}
