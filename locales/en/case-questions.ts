/** The questions that a business case may leave open, as a controller would ask them, and what each answer means. */
import { type CaseQuestions } from '../wording/case.ts'

export const caseQuestions: CaseQuestions = {
  prices: {
    question: 'Are the amounts in fixed or in current prices?',
    money: 'The rate is real, so amounts in current prices cannot be discounted by it.',
    answers: { fixed: 'the level of the price year in all years', current: "each year's own prices" },
  },
  when: {
    question: 'When in the year do the amounts of a year fall?',
    money: 'The later in the year, the less the amounts are worth now.',
    answers: {
      'year-end': 'at the end of the year',
      'mid-year': 'in the middle of the year',
      'year-start': 'at the beginning of the year',
    },
  },
  confidence: {
    question: 'How far does the source carry?',
    money: 'The page shows which estimates rest on weak sources.',
    answers: {
      A: 'the authority itself or the law',
      B: 'second hand or one provider',
      C: 'a weak source',
      U: 'no source',
    },
  },
  grade: {
    question: 'Where does the figure come from?',
    money: 'Invented and supposed figures stand on every page and print.',
    answers: {
      published: 'the source says it',
      derived: 'reckoned from the source',
      assumed: 'supposed by those who reckon',
      invented: 'invented for the example',
      unverified: 'not verified',
    },
  },
  unit: {
    question: 'What do the numbers of the file count?',
    money: 'The unit decides where the estimate can be used.',
    answers: { money: 'kroner', share: 'shares', months: 'months', number: 'a plain number' },
  },
  'not-started': {
    question: 'What share of those referred never start?',
    money: 'They cost referral but no course, and do not reach the goal.',
    answers: { '0 %': 'all start' },
  },
  delay: {
    question: 'How long is it from referral to start?',
    money: 'Waiting moves both costs and gains further out.',
    answers: { none: 'they start in the same month', poisson: 'a random number of months with this mean' },
  },
  dropout: {
    question: 'How many drop out on the way?',
    money: 'Whoever drops out costs until then and does not complete.',
    answers: { none: 'nobody', share: 'this share of those who start' },
  },
  spread: {
    question: 'How is it spread over the months?',
    money: 'With the same risk for those who are left, most of it happens early.',
    answers: { 'constant-risk': 'the same risk each month for those who are left', even: 'the same number each month' },
  },
  of: {
    question: 'Of whom is the success rate a share?',
    money: 'A rate measured on those who completed is too high for all who were referred.',
    answers: {
      completed: 'those who complete; time runs from the end',
      started: 'those who start; time runs from the start',
      referred: 'all referred; time runs from the referral',
    },
  },
  without: {
    question: 'What share of the same people would reach the goal without the effort?',
    money: 'Only the difference is a gain; without an answer all of it would be credited to the effort.',
    answers: { '0 %': 'nobody would have reached it' },
  },
  'counts-through': {
    question: 'Through which month do starts, courses and results count?',
    money: 'What happens later neither costs nor helps in the case.',
    answers: { 'whole-case': 'for as long as the case counts' },
  },
  'costs.kind': {
    question: 'What kind of cost is it?',
    money: 'The kind groups the items on the page; it moves no amount.',
    answers: {
      'start-up': 'start-up',
      running: 'running',
      administration: 'administration',
      measurement: 'measurement',
    },
  },
  hourly: {
    question: 'What does an hour cost?',
    money: 'The minutes are multiplied by the price of an hour.',
    answers: {},
  },
  'costs.per': {
    question: 'How often is the amount paid?',
    money: 'The same amount per person and per month are very different sums.',
    answers: {
      once: 'once',
      month: 'every month',
      year: 'every year',
      referral: 'for each person referred',
      start: 'for each who starts',
      'person-month': 'for each person in service in each month, the month of dropping out too',
      completion: 'for each who completes',
      success: 'for each who reaches the goal',
    },
  },
  month: {
    question: 'In which month is it paid?',
    money: 'Month 0 is the signing; an early amount weighs more in present value.',
    answers: { '0': 'at the signing' },
  },
  from: {
    question: 'From which month is it paid?',
    money: 'Month 1 is the first of the case.',
    answers: { '1': 'from the first' },
  },
  through: { question: 'Through which month is it paid?', money: 'Every month counts.', answers: {} },
  'borne-by': {
    question: 'Who pays the cost?',
    money: 'Whoever pays also bears the loss if the effort does not work.',
    answers: { financier: 'the investor or the pool, or the municipality itself', municipality: 'the municipality' },
  },
  ceiling: {
    question: 'Is it inside the service ceiling?',
    money: 'A gain outside the ceiling gives money but no room under it.',
    answers: { inside: 'inside the service ceiling', outside: 'outside, such as transfer incomes' },
  },
  economic: {
    question: 'Is it use of resources, or do the money only change hands?',
    money: 'Only resources count in the economic view, and they are multiplied by the net tax factor.',
    answers: { resource: 'work, places and things', transfer: 'a benefit or payment' },
  },
  refund: {
    question: 'Does the state refund some of it?',
    money: 'The refund that is saved away is lost to the municipality and stays with the state.',
    answers: {
      none: 'no',
      'support-at-home': 'half of support at home for two years',
      'refund-ladder': 'by the refund ladder',
      shelter: 'by the rules for shelters',
    },
  },
  vat: {
    question: 'Is there VAT in the amount?',
    money:
      'The municipality gets VAT back, an investor or a foundation does not. Of an exempt provider the municipality gets a share of the amount by the positive list.',
    answers: {
      none: 'no, neither in the amount nor on top of it',
      included: 'yes, the amount is with VAT',
      added: 'no, VAT comes on top',
      share: 'the provider is exempt, and so much of the amount comes back',
    },
  },
  grant: {
    question: 'Is it money that is given to the municipality?',
    money:
      'Of money that a foundation or an association gives the municipality the state takes foundation VAT. Of money that goes straight to the provider it does not.',
    answers: {
      none: 'no, the money goes to whoever does the work',
      giver: 'yes, a foundation gives it to the municipality',
    },
  },
  giver: {
    question: 'Who gives the money?',
    money: 'No foundation VAT is taken of what a body on a public-law basis gives.',
    answers: {
      foundation: 'a foundation',
      association: 'an association',
      'public-body': 'a body on a public-law basis',
    },
  },
  purpose: {
    question: 'What is the money given for?',
    money: 'No foundation VAT is taken for purposes that are liable to VAT, or that lie outside the VAT refund.',
    answers: {
      ordinary: 'a purpose within the VAT refund',
      'liable-to-vat': 'a purpose that is liable to VAT',
      'outside-the-scheme': 'a purpose outside the VAT refund',
    },
  },
  household: {
    question: 'Are there siblings in the household who have costs too?',
    money:
      'The costs of siblings are added up month by month before they are held against the limits. An adult is a case alone.',
    answers: { alone: 'no, the case is reckoned alone', child: 'yes, and they are added up' },
  },
  as: {
    question: 'Is it a child, a young person in aftercare or an adult?',
    money: 'Only children and the young in aftercare are added up.',
    answers: { child: 'a child', aftercare: 'a young person in aftercare', adult: 'an adult' },
  },
  service: {
    question: 'Which service of the health service is it?',
    money: "The municipality's share differed from service to service.",
    answers: {
      'psychiatry-admission': 'a psychiatric admission',
      'psychiatry-outpatient': 'outpatient psychiatry',
      practice: 'general practice and others in practice',
      specialist: 'a specialist',
      somatic: 'a somatic hospital',
    },
  },
  'paid-by': {
    question: "Which of the municipality's budgets pays the co-financing?",
    money: 'The gain follows the budget.',
    answers: { municipality: "the municipality's common one" },
  },
  'consequences.per': {
    question: 'To whom is the change tied?',
    money: 'A saving for all who start is certain; one for those who succeed is not.',
    answers: { success: 'those who succeed, beyond those who would anyway', start: 'all who start' },
  },
  scenario: {
    question: 'Does the change belong to the narrow scenario?',
    money: 'The narrow one has only the nearest budget effect; the broad one has the rest too.',
    answers: { narrow: 'yes, and then to the broad one too', broad: 'only to the broad one' },
  },
  'consequences.kind': {
    question: 'Can the saving be taken out of a budget?',
    money: 'Freed capacity and value to the citizen are never added to budget money.',
    answers: {
      cashable: 'yes, wholly or partly',
      'freed-capacity': 'no, there is room for others',
      citizen: 'it is value to the citizen',
    },
  },
  with: {
    question: 'What do those who succeed use?',
    money: 'The saving is the use without the effort less the use with it.',
    answers: {},
  },
  'with.share': {
    question: 'What share follows this course?',
    money: 'The shares must together be everybody.',
    answers: { rest: 'the rest', '100 %': 'all' },
  },
  owners: {
    question: 'Whose budget is it?',
    money: 'The gain follows the budget; it may not fall to whoever pays for the effort.',
    answers: { municipality: "the municipality's alone" },
  },
  cashable: {
    question: 'How much can be taken out of the budget, and from when?',
    money: "An empty place in one's own institution does not save its average cost.",
    answers: {},
  },
  'cashable.share': {
    question: 'What share can be taken out of the budget?',
    money: 'The rest is freed capacity and does not count as money.',
    answers: { '100 %': 'all of it' },
  },
  'from-month': {
    question: 'From which month after the result?',
    money: 'Until then it is freed capacity.',
    answers: { '1': 'from the month after' },
  },
  fade: {
    question: 'How much of the change is lost a year?',
    money: 'Ten years without loss may be twice ten years with.',
    answers: { '0 %': 'none', '15 %': 'this much every year' },
  },
  'weeks-before': {
    question: 'How many weeks on public support are behind them?',
    money: 'After 53 weeks the state refunds only 20%.',
    answers: { '200': 'long-term unemployed', '0': 'new to support' },
  },
  cost: {
    question: 'Is the price an average or that of one more unit?',
    money: 'An average cost is seldom saved in full.',
    answers: { average: 'an average with fixed costs', marginal: 'one unit more or less', unknown: 'not stated' },
  },
  'prices.per': {
    question: 'What triggers the payment?',
    money: 'Payment for a start costs even when nothing works.',
    answers: { success: 'the goal reached', start: 'the course begun', completion: 'the course completed' },
  },
  counts: {
    question: 'Do all who succeed count, or only those beyond what would have happened anyway?',
    money: 'If all count, those who would have managed themselves are paid for too.',
    answers: { all: 'all', net: 'only the difference' },
  },
  premium: {
    question: 'How large is the risk premium?',
    money:
      'The premium is added to every payment for a result, but neither to a share of the saving nor to instalments.',
    answers: { '0 %': 'none' },
  },
  every: {
    question: 'How often is it settled?',
    money: 'More frequent payment gives the investor the money earlier.',
    answers: { '6 months': 'every half-year', '12 months': 'every year' },
  },
  cap: {
    question: 'Is there a cap on the payments?',
    money: "Without a cap a great success may take the municipality's gain.",
    answers: { none: 'no' },
  },
  floor: {
    question: 'Is the investor assured a least amount?',
    money: 'A floor moves the loss to the municipality.',
    answers: { none: 'no' },
  },
  who: {
    question: 'Who in the contract is this group?',
    money:
      'They are counted when the case is followed. Otherwise write the name of a group, track, cohort or authority.',
    answers: { everybody: 'all whom the contract is about' },
  },
  dropouts: {
    question: 'Which ways of leaving the course are dropouts?',
    money: 'The others leave the course too, but are not counted as dropouts.',
    answers: { '[]': 'none of them' },
  },
  completes: {
    question: 'When is the course completed?',
    money: 'Until then it costs, and only after it can the goal be reached.',
    answers: {
      end: 'on the end day of the facts',
      course: 'when the months of the case have passed since the start',
      spell: 'on the last day of the spells that are the effort',
    },
  },
  time: {
    question: 'Is the service used in the spells, or outside them?',
    money: 'It decides what is counted as used, and with it what is saved.',
    answers: { in: 'in the spells, such as nights in a shelter', out: 'outside them, such as a benefit outside work' },
  },
  'lasts.time': {
    question: 'Is the change there in the spells, or outside them?',
    money: 'It decides how long it has lasted, and with it what is saved.',
    answers: { in: 'in the spells, such as pay while in work', out: 'outside them, such as a saving while not placed' },
  },
  spell: {
    question: 'Which measure of the contract has the spells that are the effort?',
    money: 'Its last day is when the course is completed.',
    answers: {},
  },
  payers: {
    question: 'Who pays, and what share each?',
    money: 'The shares must together be all of it.',
    answers: { municipality: 'the municipality alone' },
  },
  chosen: {
    question: 'Who puts in the money?',
    money: 'The other ways are shown beside it.',
    answers: { self: 'the municipality itself', pool: 'an internal pool', investor: 'an investor' },
  },
  'self-bears': {
    question: 'Who would bear the cost if the municipality paid itself?',
    money: 'It is the department that the comparison is set up for.',
    answers: { municipality: 'the municipality' },
  },
  went: {
    question: 'Where did the saving go?',
    money: 'What nobody has followed stands by itself.',
    answers: { kept: 'kept in the budget', 'to-pool': 'back to the pool', reinvested: 'spent on a new effort' },
  },
  in: {
    question: 'How many are in when the stretch begins?',
    money: 'The more who already are in work, in a shelter or placed, the more the goal turns on them.',
    answers: { '0 %': 'nobody', '5 %': 'one in twenty' },
  },
  leave: {
    question: 'How many of those who are in leave in a month (or week)?',
    money: 'It decides how long it lasts, and so if a goal of lasting is met.',
    answers: { '0 %': 'nobody: who is in stays in', '5 %': 'one in twenty' },
  },
  enter: {
    question: 'How many of those who are out come in in a month (or week)?',
    money: 'It decides how many come back after a break.',
    answers: { '0 %': 'nobody: who is out stays out', '5 %': 'one in twenty' },
  },
  missing: {
    question: 'How many measurements are not taken?',
    money: 'The contract says what becomes of whoever nobody measured; it can cost or save a payment.',
    answers: { '0 %': 'everybody is measured', '5 %': 'one in twenty is missing' },
  },
  chance: {
    question: 'How likely is it to happen?',
    money: 'It happens in that share of the draws, and the contract says what it does to the payment.',
    answers: { '100 %': 'it happens', '10 %': 'in one draw of ten' },
  },
  amendments: {
    question: 'Is it the contract as it was made, or as it has been amended since?',
    money: 'An amendment can move the last day of the agreement, its prices and its cap.',
    answers: { 'left-out': 'as it was made', included: 'with the amendments in force' },
  },
  never: {
    question: 'Do those who never succeed come and go as the others do before success?',
    money: 'They may be placed or out of work more often than those who succeed later, and the goal looks at both.',
    answers: { 'as-before': 'yes, as the others before success' },
  },
  unjudged: {
    question: 'How many goals of the plan are never judged?',
    money: 'The contract says what becomes of a goal nobody has judged; it can put off a payment or cost it.',
    answers: { '0 %': 'all are judged', '5 %': 'one in twenty is missing' },
  },
  changed: {
    question: 'How many goals of the plan are changed on the way?',
    money: 'The contract says whether the first wording counts or the latest.',
    answers: { '0 %': 'none', '5 %': 'one in twenty' },
  },
  withdrawn: {
    question: 'How many goals of the plan are withdrawn?',
    money: 'The contract says whether a goal that is withdrawn counts.',
    answers: { '0 %': 'none', '5 %': 'one in twenty' },
  },
}
