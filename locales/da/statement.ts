/** Opgørelsens ord. De er valgt, så en controller kan læse dem højt. */
import { listText, sentence } from '../numbers.ts'
import { type LimitWay } from '../../src/core/terms/index.ts'
import { type StatementWords } from '../wording/statement.ts'

const inList = (items: readonly string[]) => listText(items, 'da')

const limits: Record<LimitWay, string> = {
  cap: 'Loftet',
  floor: 'Bundbeløbet',
  less: 'Fradraget',
  times: 'Faktoren',
  'at-most': 'Grænsen for antal resultater',
  quota: 'Kvoten',
  'return-cap': 'Afkastloftet',
  round: 'Afrundingen',
}

const toMend = ({ wrong, open }: { wrong: number; open: number }): string[] => [
  ...(wrong === 0 ? [] : [wrong === 1 ? 'én fejl' : `${String(wrong)} fejl`]),
  ...(open === 0 ? [] : [open === 1 ? 'ét åbent spørgsmål' : `${String(open)} åbne spørgsmål`]),
]

export const statement: StatementWords = {
  title: 'Opgørelse',
  agreements: (count) => `${String(count)} aftaler på samme vilkår`,
  ofAgreement: (name) => `Aftale ${name}`,
  asOf: (to, knownAt, isSameDay) =>
    isSameDay ? `Stillingen den ${to}, kendt samme dag` : `Stillingen den ${to}, kendt den ${knownAt}`,
  versions: (names) => (names.length === 1 ? `vilkårenes udgave ${names[0]!}` : `vilkårenes udgave ${inList(names)}`),
  payable: 'Til betaling',
  earnedAndPaid: (earned, paidBefore) =>
    paidBefore === undefined
      ? `${sentence(`Optjent i alt ${earned}`)} Intet er afregnet før.`
      : `${sentence(`Optjent i alt ${earned}`)} ${sentence(`Afregnet før ${paidBefore}`)}`,
  columns: {
    clause: '§',
    payment: 'Betalingsmål',
    earned: 'Optjent',
    withheld: 'Skåret af loft',
    raised: 'Lagt til af bund',
    changed: 'Lagt til eller skåret',
    paidBefore: 'Afregnet før',
    payable: 'Til betaling',
    agreement: 'Aftale',
    total: 'I alt',
  },
  clause: (number) => `§ ${number}`,
  strokes: (reached, open, lost) =>
    [
      `${reached} nået`,
      ...(open === undefined ? [] : [`${open} kan stadig nås`]),
      ...(lost === undefined ? [] : [`${lost} kan ikke længere nås`]),
    ].join(', '),
  withoutMost: 'Resultater uden øvre grænse er ikke talt med i det, der kan eller kunne nås.',
  openBeforeLimits: 'Hvad der stadig kan nås, er talt, før lofter og fradrag er regnet.',
  openUnderCaps: (open, left, caps) =>
    sentence(`Af de ${open}, der stadig kan nås, giver ${caps === 1 ? 'loftet' : 'lofterne'} plads til højst ${left}`),
  pays: (payer, payee, amount) => sentence(`${payer} betaler ${payee} ${amount}`),
  paysBack: (payer, payee, amount) => `${payee} betaler ${amount} tilbage til ${payer}.`,
  paysNothing: (payer, payee) => `${payer} betaler ikke ${payee} noget denne gang.`,
  earlier: (name, to, amount) => `Opgørelse ${name}, den ${to}: ${amount}`,
  limits: 'Lofter og fradrag, i aftalens rækkefølge',
  limitName: limits,
  limitCut: (kind, clause, amount) =>
    kind === 'less' || kind === 'times'
      ? `${limits[kind]} i § ${clause} tager ${amount} fra.`
      : `${limits[kind]} i § ${clause} holder ${amount} tilbage.`,
  limitWaits: (kind, clause, amount) => `${limits[kind]} i § ${clause} kan endnu ikke opgøres; ${amount} venter.`,
  limitRaised: (kind, clause, amount) => `${limits[kind]} i § ${clause} lægger ${amount} til.`,
  limitIdle: (kind, clause) => `${limits[kind]} i § ${clause} er ikke i spil.`,
  unplaced: (amount) =>
    `${amount} er ikke til betaling: enten har alle betalere nået deres grænse, eller også betaler ingen af dem for det.`,
  heldByReturnCap: (amount) => `Afkastloftet holder ${amount} tilbage.`,
  keptRoom: ({ clause, payer, bound, paid, held, more }) => {
    const limit = payer === undefined ? 'loftet' : `${payer}s grænse`
    const holds =
      held === undefined
        ? ''
        : `${held} holdes tilbage efter § ${clause}: Det, der tidligere er betalt for meget og beholdes, tæller med i ${limit}. `
    return more === undefined
      ? holds.trim()
      : `${holds}Efter § ${clause} er der nu betalt ${paid} i alt, som er ${more} mere end ${limit} på ${bound}, fordi det, der er betalt for meget, ikke kræves tilbage.`
  },
  kept: (amount, uncounted) =>
    uncounted.length === 0
      ? `${amount} er betalt for meget og beholdes.`
      : `${amount} er betalt for meget og beholdes. Det tæller ikke med i grænserne i § ${uncounted.join(', ')}, som kan være overskredet med op til så meget.`,
  carriedOver: (amount) => `${amount} modregnes i den næste opgørelse.`,
  notPaid: 'Ikke betalt, og hvorfor',
  nothingYet: 'Der er endnu ingen resultater.',
  everythingPaid: 'Alt, hvad der kunne optjenes, er optjent.',
  notPaidSentence: ({ judged, measured, held, waiting, foregone }) =>
    [
      judged === undefined ? '' : `Mål for ${judged} blev bedømt og ikke opfyldt.`,
      held === undefined ? '' : `${held} er ikke betalt, fordi betingelsen for betalingen ikke er opfyldt.`,
      measured === undefined
        ? ''
        : `Resultater, der betales efter det målte tal, gav ${measured} mindre, end de højst kunne.`,
      waiting === undefined ? '' : `${waiting} er umålt eller ikke forfaldent og kan stadig optjenes.`,
      foregone === undefined
        ? ''
        : `${foregone} er ikke forfaldent, men kan ikke længere optjenes, fordi en afgang allerede har afgjort det.`,
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
  kinds: {
    missed: 'Ikke opfyldt',
    measured: 'Målt',
    partly: 'Delvist opfyldt',
    'gate-closed': 'Betingelse ikke opfyldt',
    unmeasured: 'Umålt',
    'not-due': 'Ikke forfalden',
    foregone: 'Kan ikke længere nås',
    'left-out': 'Udgår',
  },
  notPaidColumns: { kind: 'Status', goal: 'Mål', results: 'Antal', who: 'Hvem', amount: 'Ikke betalt' },
  moreWho: (names, more) => `${names} og ${String(more)} til`,
  noMost: 'uden øvre grænse',
  tallyHead: 'Oplysninger',
  tally: ({ read, used, superseded, refused, later, notNeeded }) =>
    `${read} læst = ${used} brugt + ${superseded} erstattet + ${refused} afvist` +
    (later === undefined ? '.' : ` + ${later} registreret eller dateret senere.`) +
    (notNeeded === undefined ? '' : ` Af de brugte rører ${notNeeded} ikke noget betalingsmål.`),
  peopleTally: ({ read, used, toldTwice, refused }) =>
    `${read} rækker om personer = ${used} brugt + ${toldTwice} gentaget + ${refused} afvist.`,
  redo: (checksum) => `Samme vilkår, samme oplysninger og samme datoer giver samme opgørelse. Kontrolsum ${checksum}.`,
  cannotSign: 'Kan ikke underskrives',
  cannotSignWhy: (questions, differs) => {
    const open =
      questions === 1
        ? 'Vilkårene lader ét spørgsmål stå åbent'
        : `Vilkårene lader ${String(questions)} spørgsmål stå åbne`
    return differs ? `${open}, og beløbet afhænger af svaret.` : `${open}. Beløbet er det samme, hvad der end svares.`
  },
  readingColumns: { number: 'Læsning', payable: 'Til betaling', answers: 'Svar' },
  sameAnyway: 'uden betydning for beløbet',
  questionOf: (question, place) => `${question} (${place})`,
  seeReading: 'Se hele opgørelsen under én læsning med --reading TAL.',
  problems: ({ wrong, open, notices }, see) => {
    const remarks = notices === 1 ? 'én bemærkning' : `${String(notices)} bemærkninger`
    const all = inList([...toMend({ wrong, open }), ...(notices > 0 ? [remarks] : [])])
    return `Der er ${all} til vilkår og oplysninger. Se dem med ${see}.`
  },
  notPayable: (count, see) => {
    const what = inList(toMend(count))
    const isOne = count.wrong + count.open === 1
    const head = `Må ikke betales endnu: ${what} skal ${count.wrong > 0 ? 'rettes' : 'afgøres'} først.`
    return see === undefined ? head : `${head} Se ${isOne ? 'det' : 'dem'} med ${see}.`
  },
  paidBeforeUnknown: (earned) =>
    `Optjent i alt ${earned}. Hvad der er afregnet før, kan ikke ses, for en udstedt opgørelse kan ikke læses.`,
  moreAgreements: (count) => `og ${String(count)} aftaler til`,
  issued: (name, path) => `Opgørelse ${name} er gemt i ${path}.`,
}
