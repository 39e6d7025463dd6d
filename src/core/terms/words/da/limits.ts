/**
 * Lofter og fradrag på dansk, med den rækkefølge, de virker i.
 *
 *     { cap: 5280000 kr, per: agreement, gives-way: latest-first }
 *     I hele aftalens løbetid kan der højst betales 5.280.000 kr. Er der ikke plads til alt, viger de seneste betalinger først.
 */
import { type Limit } from '../../agreement.ts'
import { type Expression } from '../../expression.ts'
import { isOfOccasion } from '../../occasion.ts'
import { type Telling, draft, partyName, subjectRow, told } from '../telling.ts'
import { term } from '../naming.ts'
import { type Draft, from, strong } from '../text.ts'
import { months } from './calendar.ts'
import { amount, number, share } from './numbers.ts'
import { paymentHeads } from './payments.ts'
import { theRow } from './rows.ts'
import { roundingTo } from './values.ts'

type Reach = NonNullable<Limit['per']>

export function limit(node: Limit, position: number, t: Telling): Draft[] {
  const reach = reachOf(node, t)
  // What bounds the payments is worked out for all of them together.
  const of: Telling = { ...t, row: 'group' }
  const main: Draft[] = []
  if (node.cap !== undefined) main.push(...told(t, node, 'cap', `${reach} kan der højst betales ${term(node.cap, of)}`))
  if (node.floor !== undefined)
    main.push(...told(t, node, 'floor', `${reach} betales der mindst ${term(node.floor, of)}, ${whenOver(node)}`))
  if (node.less !== undefined)
    main.push(
      ...told(
        t,
        node,
        'less',
        `${reach} trækkes der ${term(node.less, of)} fra betalingen, dog aldrig så meget, at den bliver negativ`,
      ),
    )
  if (node.times !== undefined)
    main.push(...told(t, node, 'times', `det, der er tilbage af betalingerne, ganges med ${term(node.times, of)}`))
  if (node.atMost !== undefined) {
    const results = node.atMost === 1 ? 'resultat' : 'resultater'
    main.push(draft(node, 'at-most', `${reach} betales der højst for ${strong(number(node.atMost))} ${results}`))
  }
  if (node.quota !== undefined) main.push(quota(node, reach, t))
  if (node.returnCap !== undefined) main.push(draft(node, 'return-cap', returnCap(node, reach, t)))
  if (node.round !== undefined) {
    const to = from(`${node.path}.round`, strong(amount(node.round, t.agreement.currency)))
    main.push(draft(node, 'round', `${reach} bliver betalingen ${roundingTo(node.how ?? 'down', to)}`))
  }
  return [...main, ...edges(node, position, t), ...t.notes.splice(0)]
}

function yearOf({ yearFrom }: Limit): string {
  if (yearFrom === 'agreement start') return 'år regnet fra aftalens begyndelse'
  if (yearFrom === undefined || (yearFrom.month === 1 && yearFrom.day === 1)) return 'kalenderår'
  return `år regnet fra den ${String(yearFrom.day)}. ${months[yearFrom.month - 1]!}`
}

/** For whom or for which time the limit is held, first in its sentence. */
function reachOf(node: Limit, t: Telling): string {
  const yearly = from(`${node.path}.year-from`, `i hvert ${yearOf(node)}`)
  const reach: Record<Reach, string> = {
    subject: `for ${theRow(subjectRow(t.agreement), 'every')}`,
    'subject-and-year': `for ${theRow(subjectRow(t.agreement), 'every')} ${yearly}`,
    payment: 'for hver betalingsbestemmelse',
    'payment-and-year': `for hver betalingsbestemmelse ${yearly}`,
    date: 'for hver opfølgningsdato',
    month: 'i hver kalendermåned',
    quarter: 'i hvert kvartal',
    'half-year': 'i hvert halvår',
    year: yearly,
    cohort: 'for hver kohorte',
    authority: 'for hver myndighed',
    track: 'for hvert spor',
    agreement: 'i hele aftalens løbetid',
  }
  if (node.times !== undefined) return ''
  return from(`${node.path}.per`, reach[node.per ?? 'agreement'])
}

/** When a floor is held: when what it is held for is over. */
function whenOver({ per }: Limit): string {
  const within = (period: string, last: string) => `når ${period} er udløbet, i ${last} dog når aftalen er udløbet`
  switch (per) {
    case 'date':
      return 'når datoen er kommet'
    case 'month':
      return within('måneden', 'aftalens sidste måned')
    case 'quarter':
      return within('kvartalet', 'aftalens sidste kvartal')
    case 'half-year':
      return within('halvåret', 'aftalens sidste halvår')
    case 'year':
    case 'subject-and-year':
    case 'payment-and-year':
      return within('året', 'aftalens sidste år')
    default:
      return 'når aftalen er udløbet'
  }
}

/** A floor is held also where nothing was earned: for what, and after which payment it is then paid. */
function whereNothing(node: Limit, t: Telling): string {
  const row = subjectRow(t.agreement)
  const everybody = `${theRow(row, 'every')}, der tæller med`
  const held: Record<Reach, string> = {
    subject: ` for ${everybody}`,
    'subject-and-year': ` for ${everybody}, for hvert år i aftalens løbetid fra det år, hvor ${theRow(row)} tæller med`,
    payment: ' for hver betalingsbestemmelse',
    'payment-and-year': ' for hver betalingsbestemmelse for hvert år i aftalens løbetid',
    date: ' for hver opfølgningsdato, der er afgjort',
    month: ' for hver måned i aftalens løbetid',
    quarter: ' for hvert kvartal i aftalens løbetid',
    'half-year': ' for hvert halvår i aftalens løbetid',
    year: ' for hvert år i aftalens løbetid',
    cohort: ' for hver kohorte',
    authority: ' for hver myndighed',
    track: ' for hvert spor',
    agreement: '',
  }
  const first = node.over?.[0] ?? t.agreement.payments?.keys().next().value
  const isOwn = node.per === 'payment' || node.per === 'payment-and-year'
  const under = isOwn || first === undefined ? '' : `, og i så fald efter ${paymentHeads([first], t)}`
  return `bundbeløbet betales${held[node.per ?? 'agreement']}, også når der ikke er optjent nogen betaling${under}`
}

/** At most a share of all that is paid for may be of these payments. */
function quota(node: Limit, reach: string, t: Telling): Draft {
  const over = node.over === undefined ? 'disse betalinger' : `betalinger efter ${paymentHeads(node.over, t)}`
  const whole =
    node.by === 'money' ? 'det beløb, der betales for resultater,' : 'det antal resultater, der betales for,'
  return draft(
    node,
    'quota',
    `${reach} må højst ${strong(share(node.quota!))} af ${from(`${node.path}.by`, whole)} være ${over}`,
  )
}

function returnCap(node: Limit, reach: string, t: Telling): string {
  const counted = node.counted === 'simple' ? 'uden rentes rente' : 'med rentes rente'
  const on = node.on === 'committed-money' ? 'de penge, der er givet tilsagn om' : 'de penge, der er udbetalt'
  return `${reach} kan der ikke betales mere, end at ${node.of === undefined ? 'investorernes' : `${partyName(t.agreement, node.of)}s`} årlige afkast ${counted} af ${on}, er højst ${strong(share(node.returnCap!))}`
}

const couponsIn = {
  counted: 'faste renter, der tilfalder investor ud over betalingerne, regnes med i afkastet fra den dag, de forfalder',
  'not-counted': 'faste renter, der tilfalder investor ud over betalingerne, regnes ikke med i afkastet',
}

/** Hvilken dag opfølgningsdatoen er i en grænse, der spørger efter den. */
function occasionOf(node: Limit, t: Telling): string[] {
  const { cap, floor, less, times, who } = node
  const asks = (part: Expression | undefined) => part !== undefined && isOfOccasion(part, t.agreement)
  const said: string[] = []
  if (asks(times) || asks(who))
    said.push(
      `opfølgningsdatoen er her dagen for det resultat, der betales for${floor === undefined ? '' : ', og den dag, et bundbeløb betales, når intet er optjent'}`,
    )
  if (asks(cap) || asks(floor) || asks(less)) said.push(`opfølgningsdatoen er for beløbet ${lastDayOf(node)}`)
  return said
}

function lastDayOf({ per }: Limit): string {
  const within = (last: string, of: string) => `den sidste dag i ${last}, i aftalens sidste ${of} dog aftalens udløb`
  switch (per) {
    case 'date':
      return 'datoen selv'
    case 'month':
      return within('måneden', 'måned')
    case 'quarter':
      return within('kvartalet', 'kvartal')
    case 'half-year':
      return within('halvåret', 'halvår')
    default:
      return within('året', 'år')
  }
}

function edges(node: Limit, position: number, t: Telling): Draft[] {
  const found: Draft[] = []
  const add = (key: string, text: string) => found.push(draft(node, key, text, true))
  if (node.floor !== undefined) add('floor', whereNothing(node, t))
  if (node.coupons !== undefined) add('coupons', couponsIn[node.coupons])
  if (node.givesWay !== undefined) {
    const yields = {
      'latest-first': 'bortfalder de seneste betalinger først',
      'earliest-first': 'bortfalder de tidligste betalinger først',
      'in-proportion': 'nedsættes alle betalinger forholdsmæssigt',
    }
    add(
      'gives-way',
      `${node.quota === undefined && node.atMost === undefined ? 'er der ikke plads til alt' : node.by === 'money' ? 'er der for meget' : 'er der for mange'}, ${yields[node.givesWay]}`,
    )
  }
  if (node.rest !== undefined) {
    add(
      'rest',
      node.rest === 'lost'
        ? 'er loftet ikke brugt helt i et år, bortfalder resten'
        : 'er loftet ikke brugt helt i et år, lægges resten til det næste års loft, regnet fra aftalens første år',
    )
  }
  if (node.who !== undefined) {
    const row = theRow(t.row, 'several')
    found.push(
      ...told(t, node, 'who', `reglen gælder kun betalinger for ${row}, ${t.tongue.relativeOf(node.who, t)}`).map(
        asSmall,
      ),
    )
    add(
      'who',
      node.floor === undefined
        ? 'kan det ikke afgøres, om reglen gælder, venter betalingen, til oplysningerne foreligger'
        : 'kan det ikke afgøres, om reglen gælder, gælder bundbeløbet ikke, før oplysningerne foreligger',
    )
  }
  for (const text of occasionOf(node, t)) add('', text)
  const isOfResults = node.quota !== undefined || node.atMost !== undefined
  if (isOfResults && [...(t.agreement.payments?.values() ?? [])].some(({ fee }) => fee !== undefined))
    add('', 'faste beløb er ikke betaling for resultater og er uden for reglen')
  if (isOfResults && (t.agreement.limits ?? []).some(({ floor }) => floor !== undefined))
    add(
      '',
      'et bundbeløb, der betales, uden at der er optjent noget, er ikke betaling for et resultat og tæller ikke med',
    )
  if (node.quota === undefined) {
    add(
      'over',
      node.over === undefined
        ? 'reglen gælder alle betalinger'
        : `reglen gælder betalinger efter ${paymentHeads(node.over, t)}`,
    )
  }
  add(
    '',
    `lofter, bundbeløb, fradrag, kvoter og afrundinger anvendes en ad gangen; denne regel er nummer ${number(position)} i rækkefølgen`,
  )
  return found
}

const asSmall = (each: Draft): Draft => ({ ...each, small: true })
