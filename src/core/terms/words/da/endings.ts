/** Hvem der betaler, hvordan der gøres op, og hvordan aftalen ender, på dansk. */
import { type Agreement, type Exit, type Payers, type Settlement } from '../../agreement.ts'
import { type Telling, draft, groupLabel, label, partyName } from '../telling.ts'
import { type Draft, inList, strong } from '../text.ts'
import { amount, day, length, share } from './numbers.ts'
import { paymentHeads } from './payments.ts'
import { goalHead, roundingTo } from './values.ts'

export function payers(node: Payers, t: Telling): Draft[] {
  const { agreement } = t
  const found: Draft[] = [
    draft(
      node,
      'split',
      node.split === 'by-share'
        ? 'hver betaling deles mellem betalerne efter faste andele'
        : 'betalerne betaler efter tur: den næste betaler, når den forrige har betalt sit',
    ),
  ]
  for (const each of node.each) {
    const over = each.over === undefined ? '' : ` af betalinger efter ${paymentHeads(each.over, t)}`
    const part =
      each.share === undefined
        ? over === ''
          ? ''
          : ` sin del${over}`
        : ` ${strong(share(each.share))}${over === '' ? ' af hver betaling' : over}`
    const groups = each.groups === undefined ? '' : ` for resultater i ${groupList(each.groups, t)}`
    const upTo = each.upTo === undefined ? '' : `, dog højst ${strong(amount(each.upTo, agreement.currency))} i alt`
    found.push(
      draft(
        each,
        '',
        `${partyName(agreement, each.payer)} betaler${part}${groups} til ${partyName(agreement, each.payee)}${upTo}`,
      ),
    )
  }
  if (node.each.length === 0) found.push(draft(node, 'each', 'der er ingen betalere'))
  if (node.beyond !== undefined) {
    found.push(
      draft(
        node,
        'beyond',
        node.beyond === 'nobody'
          ? 'det, der ligger ud over alle betaleres grænser, betales ikke'
          : 'det, der ligger ud over betalernes grænser, betaler den sidste betaler',
        true,
      ),
    )
  }
  return found
}

/** Cohorts, tracks or authorities by their names. */
const groupList = (names: readonly string[], t: Telling): string =>
  inList(
    names.map((name) => (t.agreement.parties.has(name) ? partyName(t.agreement, name) : groupLabel(t, name))),
    'og',
  )

const periods = {
  month: 'hver måned',
  quarter: 'hvert kvartal',
  'half-year': 'hvert halvår',
  year: 'hvert år',
  once: 'én gang, når aftalen er udløbet',
}

export function settlement(node: Settlement, t: Telling): Draft[] {
  const overpaid = {
    reclaimed: 'har en betaling været for stor, kræves forskellen tilbage',
    'set-off': 'har en betaling været for stor, modregnes forskellen i de følgende betalinger',
    kept: 'har en betaling været for stor, kræves forskellen ikke tilbage, men fratrækkes det, som samme betaler senere skal betale samme modtager efter samme bestemmelse',
  }
  const { to, how, of } = node.rounding
  const rounds = {
    'each-amount': 'hvert enkelt beløb bliver',
    'each-payment': 'hver betalingslinje bliver',
    'the-statement': 'opgørelsens sum bliver',
  }
  return [
    draft(node, 'every', `der gøres op ${periods[node.every]}`),
    draft(node, 'overpaid', overpaid[node.overpaid]),
    ...(node.overpaid === 'kept' ? keptEdges.map((text) => draft(node, 'overpaid', text, true)) : []),
    draft(node.rounding, '', `${rounds[of]} ${roundingTo(how, strong(amount(to, t.agreement.currency)))}`, true),
  ]
}

/** Hvilke grænser det, der er betalt for meget og beholdes, tæller med i. Lofterne selv står i deres egne punkter. */
const keptEdges = [
  'det, der er betalt for meget, tæller med i lofter for aftalen som helhed eller for hver betalingsbestemmelse, der gælder alle, og i betalernes grænser, så der kun betales det, der er plads til ved siden af; de sidste betalinger i bilagets rækkefølge viger først',
  'i andre lofter tæller det ikke med, og de kan derfor blive overskredet med det, der er betalt for meget',
]

export function exit(node: Exit, t: Telling): Draft[] {
  const causes = node.causes.map((words) => label(t, words))
  const found = [draft(node, 'causes', `aftalen kan ophøre før tid, hvis ${causes.join(', eller hvis ')}`)]
  if (node.notice !== undefined) found.push(draft(node, 'notice', `varslet er ${length(node.notice)}`))
  found.push(
    draft(
      node,
      'reached',
      `resultater, der er nået inden ophøret, betales ${node.reached === 'paid-in-full' ? 'fuldt ud' : 'ikke'}`,
    ),
  )
  const rates = {
    'planned-rate': 'den succesrate, der står ved hvert mål',
    'planned-rest': 'det antal, der mangler, før de planlagte pladser har givet den succesrate, der står ved hvert mål',
    'rate-so-far': 'den andel, der har nået målet indtil nu',
  }
  found.push(
    draft(
      node,
      'expected',
      node.expected === 'not-paid'
        ? 'resultater, der endnu kunne ventes, betales ikke'
        : `resultater, der endnu kunne ventes, regnes efter ${rates[node.expected]}, og betales med ${strong(share(node.share ?? 1))}`,
    ),
  )
  return found
}

/** Hvad der er sket udefra, og hvad det flytter. */
export function events(agreement: Agreement, t: Telling): Draft[] {
  return (agreement.events ?? []).flatMap((event) => [
    draft(event, '', `den ${day(event.on)} indtraf ${label(t, event.label)}`),
    ...(event.decided === undefined ? [] : [draft(event, 'decided', `besluttet: ${label(t, event.decided)}`)]),
    ...(event.moves === undefined || event.by === undefined
      ? []
      : [
          draft(
            event,
            'moves',
            `de datoer, der ligger efter den dag, for ${inList(
              event.moves.map((name) => goalHead(name, t)),
              'og',
            )} flyttes ${length(event.by)}`,
          ),
        ]),
  ])
}

const parameterUnits = { money: 'et beløb', minor: 'et beløb i mindste mønt', share: 'en andel', number: 'et tal' }

export function parameters(agreement: Agreement, t: Telling): Draft[] {
  return [...(agreement.parameters ?? [])].map(([, each]) =>
    draft(
      each,
      '',
      `»${label(t, each.label)}« er ${parameterUnits[each.unit]}, der fastsættes for hver aftale i tabellen over aftaler`,
    ),
  )
}
