/** A business case in English: the controller's page. */
import { type CaseWords } from '../wording/case.ts'
import { sentence } from '../numbers.ts'

const modes = { self: 'own money', pool: 'an internal pool', investor: 'an investor' } as const

export const businessCase: CaseWords = {
  scenarios: { narrow: 'Narrow scenario', broad: 'Broad scenario' },
  authorities: {
    municipality: 'Municipality',
    region: 'Region',
    state: 'State',
    citizen: 'Citizen',
    investor: 'Investor',
    donor: 'Donor',
  },
  kinds: {
    cost: 'effort',
    cashable: 'saving',
    repayment: 'repayment',
    'freed-capacity': 'freed capacity',
    citizen: 'value to the citizen',
  },
  modes: { self: 'Own money', pool: 'Internal pool', investor: 'Investor' },
  repayment: 'Repayment',
  basis: ({ year, from, years, guide, law }) =>
    `Fixed prices at the level of ${year}, ${String(years)} years from ${from}. Discounted by ${guide}. ${law}`,
  lawOfEachDay: 'The rules follow the calendar.',
  lawOf: (day) => `All rules as they were on ${day}.`,
  doubtful: (count) =>
    count === 1
      ? 'The case rests on one figure that is invented, supposed or not verified.'
      : `The case rests on ${String(count)} figures that are invented, supposed or not verified. They stand at the end.`,
  headline: ({ gains, amount, years, breakEven }) => {
    const result = gains
      ? `The municipality has ${amount} left over ${String(years)} years in present value`
      : `The municipality is ${amount} short over ${String(years)} years in present value`
    const when =
      breakEven === undefined
        ? 'the money does not come back while the case counts'
        : `the money is back in ${breakEven}, without interest`
    return `${result}; ${when}.`
  },
  mustBe: ({ gains, label, threshold, mean, between }) => {
    const whole = between && `from ${between.least} to ${between.most}`
    if (gains === 'always')
      return whole === undefined
        ? `It carries itself whatever “${label}” is.`
        : sentence(`It carries itself in the whole range of “${label}”, ${whole}`)
    if (gains === 'never')
      return whole === undefined
        ? `“${label}” alone cannot make it carry itself.`
        : sentence(`Nothing in the range of “${label}”, ${whole}, can alone make it carry itself`)
    const side = gains === 'at-least' ? 'at least' : 'at most'
    return `It carries itself when “${label}” is ${side} ${threshold}; ${mean} is reckoned with.`
  },
  heads: {
    people: 'People',
    owners: 'Whom it costs, and who gains',
    items: 'Item by item',
    years: 'Year by year',
    ceiling: 'Inside and outside the service ceiling',
    departments: 'The departments',
    alternatives: 'Own money, pool or investor',
    tornado: 'What the result depends on',
    mustBe: 'What must be true',
    economic: 'The economic view - never added to the budgets',
    followed: 'What became of the saving',
    doubts: 'Invented, supposed or not verified',
    signOff: 'Signed off by',
  },
  columns: {
    owner: 'Budget owner',
    kind: 'Kind',
    item: 'Item',
    gross: 'Gross',
    refund: 'Refund',
    net: 'Net',
    presentValue: 'Present value',
    year: 'Year',
    municipality: 'Municipality',
    cumulated: 'So far in all',
    inside: 'Inside',
    outside: 'Outside',
    mode: 'Way',
    putIn: 'Put in by others',
    paidBack: 'Paid back',
    withoutEffect: 'Without effect',
    deepest: 'Most out',
    breakEven: 'Back',
    estimate: 'Estimate',
    low: '1 in 10 below',
    high: '1 in 10 above',
    group: 'Group',
    referred: 'Referred',
    started: 'Started',
    completed: 'Completed',
    succeeded: 'Succeeded',
    anyway: 'Anyway',
    expected: 'Expected',
    kept: 'Kept',
    toPool: 'To the pool',
    reinvested: 'Reinvested',
    notFollowed: 'Not followed',
  },
  signing: 'Start',
  never: 'never',
  more: 'more',
  less: 'less',
  law: 'Rules',
  perThousand: (currency) => `Tables are in thousands of ${currency}; minus is a cost.`,
  compared: ({ mode, more, amount, lost }) =>
    `With ${modes[mode]} the municipality has ${amount} ${more ? 'more' : 'less'} than with ${modes.self} when it goes as expected, and ${lost} if the effort has no effect.`,
  vat: ({ charged, back, left }) => {
    const first = `There is ${charged} of VAT in the costs, which the state has from the provider.`
    if (left === undefined) return `${first} It comes back to the municipality or the region.`
    if (back === undefined) return `${first} None of it comes back; whoever pays bears it.`
    return `${first} ${back} comes back to the municipality or the region, and ${left} is borne by whoever pays.`
  },
  foundationVat: (amount) =>
    `Of the money that is given to the municipality the state takes ${amount} in foundation VAT. The municipality bears it.`,
  freed: (amount) =>
    `Capacity worth ${amount} is freed in the municipality besides; it lowers no budget and is not counted.`,
  economicIs: ({ amount, factor }) =>
    `Society as a whole: ${amount} in present value and market prices (net tax factor ${factor}). Benefits and repayments only change hands and do not count.`,
  economicNot: 'The catalogue has no net tax factor for the guide that the case names.',
  grades: {
    invented: 'invented',
    assumed: 'supposed',
    unverified: 'not verified',
    derived: 'derived',
    published: 'published',
  },
  noSource: 'no source',
  notSigned: (steps) => `Nobody has signed off yet: ${steps}.`,
  signedBefore: (steps) => `Changed since it was signed off: ${steps}.`,
  steps: {
    'target-group': 'target group',
    cost: 'cost of the effort',
    'success-rate': 'success rate',
    consequences: 'consequences',
    prices: 'prices',
    result: 'result',
  },
  units: { months: (number) => `${number} months`, number: (number) => number },
  sameBothWays: 'The broad scenario has no more items than the narrow one.',
  lawsApart: 'The same case under other rules',
  curve: {
    title: (title) => `The budget of the municipality, added up year by year: ${title}`,
    narrow: 'narrow',
    broad: 'broad',
    reached: 'followed',
  },
  flow: { title: (title) => `Who pays, and who gains: ${title}`, pays: 'Pays', gains: 'Gains' },
  tornadoTitle: (title) => `What the result depends on: ${title}`,
  noCase: (path) => `There is no business case in “${path}”. A business case is a folder with the file case.yaml.`,
  wrongCase: (path) => `“${path}” cannot be valued until its faults are mended and its questions answered.`,
}
