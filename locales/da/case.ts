/** En businesscase på dansk: controllerens side. */
import { sentence } from '../numbers.ts'
import { type CaseWords } from '../wording/case.ts'

const modes = { self: 'egne penge', pool: 'intern pulje', investor: 'investor' } as const

export const businessCase: CaseWords = {
  scenarios: { narrow: 'Smalt scenarie', broad: 'Bredt scenarie' },
  authorities: {
    municipality: 'Kommunen',
    region: 'Regionen',
    state: 'Staten',
    citizen: 'Borgeren',
    investor: 'Investor',
    donor: 'Giver',
  },
  kinds: {
    cost: 'indsats',
    cashable: 'besparelse',
    repayment: 'tilbagebetaling',
    'freed-capacity': 'frigjort kapacitet',
    citizen: 'værdi for borgeren',
  },
  modes: { self: 'Egne penge', pool: 'Intern pulje', investor: 'Investor' },
  repayment: 'Tilbagebetaling',
  basis: ({ year, from, years, guide, law }) =>
    `Faste priser i ${year}-niveau, ${String(years)} år fra ${from}. Tilbageført efter ${guide}. ${law}`,
  lawOfEachDay: 'Reglerne følger kalenderen.',
  lawOf: (day) => `Alle regler, som de var den ${day}.`,
  doubtful: (count) =>
    count === 1
      ? 'Sagen hviler på ét tal, som er opfundet, antaget eller ikke efterprøvet.'
      : `Sagen hviler på ${String(count)} tal, som er opfundet, antaget eller ikke efterprøvet. De står nederst.`,
  headline: ({ gains, amount, years, breakEven }) => {
    const result = gains
      ? `Kommunen har ${amount} tilbage over ${String(years)} år i nutidsværdi`
      : `Kommunen mangler ${amount} over ${String(years)} år i nutidsværdi`
    const when =
      breakEven === undefined
        ? 'pengene kommer ikke hjem, mens sagen regnes'
        : `pengene er hjemme i ${breakEven}, målt uden rente`
    return `${result}; ${when}.`
  },
  mustBe: ({ gains, label, threshold, mean, between }) => {
    const whole = between && `fra ${between.least} til ${between.most}`
    if (gains === 'always')
      return whole === undefined
        ? `Det bærer sig, uanset »${label}«.`
        : sentence(`Det bærer sig i hele spændet for »${label}«, ${whole}`)
    if (gains === 'never')
      return whole === undefined
        ? `»${label}« kan ikke alene få det til at bære sig.`
        : sentence(`Intet i spændet for »${label}«, ${whole}, kan alene få det til at bære sig`)
    const side = gains === 'at-least' ? 'mindst' : 'højst'
    return sentence(`Det bærer sig, når »${label}« er ${side} ${threshold}; der regnes med ${mean}`)
  },
  heads: {
    people: 'Mennesker',
    owners: 'Hvem det koster, og hvem det gavner',
    items: 'Post for post',
    years: 'År for år',
    ceiling: 'Inden for og uden for servicerammen',
    departments: 'Afdelingerne',
    alternatives: 'Egne penge, pulje eller investor',
    tornado: 'Hvad resultatet afhænger af',
    mustBe: 'Hvad der skal være sandt',
    economic: 'Samfundsøkonomi - lægges aldrig til budgetøkonomien',
    followed: 'Hvad der blev af besparelsen',
    doubts: 'Opfundet, antaget eller ikke efterprøvet',
    signOff: 'Godkendt af',
  },
  columns: {
    owner: 'Budgetejer',
    kind: 'Art',
    item: 'Post',
    gross: 'Brutto',
    refund: 'Refusion',
    net: 'Netto',
    presentValue: 'Nutidsværdi',
    year: 'År',
    municipality: 'Kommunen',
    cumulated: 'I alt hidtil',
    inside: 'Indenfor',
    outside: 'Udenfor',
    mode: 'Måde',
    putIn: 'Lagt ud for kommunen',
    paidBack: 'Betalt tilbage',
    withoutEffect: 'Uden effekt',
    deepest: 'Mest ude',
    breakEven: 'Hjemme',
    estimate: 'Skøn',
    low: '1 af 10 under',
    high: '1 af 10 over',
    group: 'Gruppe',
    referred: 'Visiteret',
    started: 'Begyndt',
    completed: 'Gennemført',
    succeeded: 'Nået målet',
    anyway: 'Heraf alligevel',
    expected: 'Ventet',
    kept: 'Beholdt',
    toPool: 'Til puljen',
    reinvested: 'Geninvesteret',
    notFollowed: 'Ikke fulgt',
  },
  signing: 'Start',
  never: 'aldrig',
  more: 'mere',
  less: 'mindre',
  law: 'Regler',
  perThousand: (currency) => `Tabeller er i 1.000 ${currency}; minus er en udgift.`,
  compared: ({ mode, more, amount, lost }) =>
    `${mode === 'pool' ? 'Gennem puljen' : 'Med investor'} har kommunen ${amount} ${more ? 'mere' : 'mindre'} end med ${modes.self}, når det går som ventet, og ${lost}, hvis indsatsen ingen effekt har.`,
  vat: ({ charged, back, left }) => {
    const first = `I udgifterne er der ${charged} i moms, som staten får fra leverandøren.`
    if (left === undefined) return `${first} Kommunen eller regionen får den tilbage.`
    if (back === undefined) return `${first} Intet af den kommer tilbage; den bæres af den, der betaler.`
    return `${first} ${back} kommer tilbage til kommunen eller regionen, og ${left} bæres af den, der betaler.`
  },
  foundationVat: (amount) =>
    `Af de penge, som gives til kommunen, tager staten ${amount} i fondsmoms. Den bæres af kommunen.`,
  freed: (amount) =>
    `Dertil frigøres kapacitet i kommunen for ${amount}, som ikke sænker et budget og ikke er talt med.`,
  economicIs: ({ amount, factor }) =>
    `Samfundet som helhed: ${amount} i nutidsværdi og markedspriser (nettoafgiftsfaktor ${factor}). Ydelser og tilbagebetalinger skifter kun hænder og tæller ikke.`,
  economicNot: 'Kataloget har ingen nettoafgiftsfaktor for den vejledning, sagen nævner.',
  grades: {
    invented: 'opfundet',
    assumed: 'antaget',
    unverified: 'ikke efterprøvet',
    derived: 'afledt',
    published: 'offentliggjort',
  },
  noSource: 'ingen kilde',
  notSigned: (steps) => `Ingen har endnu skrevet under på: ${steps}.`,
  signedBefore: (steps) => `Ændret, siden det blev godkendt: ${steps}.`,
  steps: {
    'target-group': 'målgruppe',
    cost: 'indsatsens pris',
    'success-rate': 'succesrate',
    consequences: 'konsekvenser',
    prices: 'priser',
    result: 'resultat',
  },
  units: { months: (number) => `${number} måneder`, number: (number) => number },
  sameBothWays: 'Det brede scenarie har ikke flere poster end det smalle.',
  lawsApart: 'Samme sag under andre regler',
  curve: {
    title: (title) => `Kommunens budget, lagt sammen år for år: ${title}`,
    narrow: 'smalt',
    broad: 'bredt',
    reached: 'fulgt til dørs',
  },
  flow: { title: (title) => `Hvem betaler, og hvem vinder: ${title}`, pays: 'Betaler', gains: 'Vinder' },
  tornadoTitle: (title) => `Hvad resultatet afhænger af: ${title}`,
  noCase: (path) => `Der er ingen businesscase i »${path}«. En businesscase er en mappe med filen case.yaml.`,
  wrongCase: (path) => `»${path}« kan ikke regnes, før fejlene er rettet og spørgsmålene besvaret.`,
}
