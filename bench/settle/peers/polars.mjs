/**
 * The settle workload by Polars, through its Node binding, from CSV to answer.
 *
 *     node polars.mjs <data folder> <answer file> <cores> <folder with the npm packages>
 *
 * The binding has no arithmetic of months and none of bits. So the few thousand days on which people may start get their
 * half-years here and are joined on, and self-supported weeks are counted in days, as shelter nights are.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [folder, answer, cores, packages] = process.argv.slice(2)
process.env.POLARS_MAX_THREADS = cores // Read when the package is loaded.
const require = createRequire(pathToFileURL(`${packages}/package.json`))
const loaded = require('nodejs-polars')
const pl = loaded.default ?? loaded
const { col, lit } = pl

const FAR = 1 << 28 // After every day there is.
const edges = ['before', 'after0', 'after6', 'after12', 'after18', 'after24', 'after30', 'after36']

const whole = (n) => lit(n).cast(pl.Int32)
const long = (n) => lit(n).cast(pl.Int64)
const dayOf = (name) => col(name).cast(pl.Int32)
const asCount = (condition) => condition.cast(pl.Int32)
const least = (...parts) => pl.minHorizontal(parts)
const greatest = (...parts) => pl.maxHorizontal(parts)
const total = (parts) => parts.reduce((sum, part) => sum.add(part))

let begun = performance.now()
const facts = pl
  .scanCSV(`${folder}/facts.csv`, {
    schema: { person_id: pl.Int32, measure: pl.String, date_from: pl.Date, date_to: pl.Date, value: pl.Int32 },
  })
  .collectSync() // Five steps use the facts, so they are read once.
  .lazy()
report('read')

const people = pl
  .scanCSV(`${folder}/people.csv`, {
    schema: { person_id: pl.Int32, contract_id: pl.Int32, start_date: pl.Date, observed_to: pl.Date },
  })
  .select(
    col('person_id'),
    col('contract_id').cast(pl.Int64),
    dayOf('start_date').alias('start'),
    dayOf('observed_to').fillNull(whole(FAR)).alias('observed_to'),
  )
  .join(halfYears().lazy(), { on: 'start' })

const outcomes = goals().collectSync()
settle(outcomes).collectSync().writeCSV(answer)
report('compute')

/** For each day on which somebody may start: the edges of the half-years, and the Monday that goal D ends on. */
function halfYears() {
  const names = ['start', ...edges, 'monday']
  const columns = Object.fromEntries(names.map((name) => [name, []]))
  const first = Date.parse('2000-01-01') / 86_400_000
  for (let start = first; start < first + 15_000; start++) {
    const days = [-6, 0, 6, 12, 18, 24, 30, 36].map((months) => monthsAfter(start, months))
    const after24 = days[5]
    const row = [start, ...days, after24 - ((after24 + 3) % 7)]
    names.forEach((name, index) => columns[name].push(row[index]))
  }
  return pl.DataFrame(columns).select(...names.map((name) => col(name).cast(pl.Int32)))
}

function monthsAfter(day, months) {
  const date = new Date(day * 86_400_000)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, 1) / 86_400_000 + Math.min(date.getUTCDate(), length) - 1
}

function goals() {
  const [after12, after24, after36, monday] = ['after12', 'after24', 'after36', 'monday'].map((name) => col(name))
  const nights = covered(
    'shelter',
    edges.map((name) => col(name)),
    'nights',
  )
  const weeks = covered('selfsupport', [monday.sub(whole(210)), monday], 'self_supported')
  const support = latest('support', after24, after36, 'support_end')
  const before = latest('wellbeing', col('after0').sub(whole(183)), col('after0').sub(whole(1)), 'wellbeing_before')
  const end = latest('wellbeing', after12, after36, 'wellbeing_end')
  let person = people
  for (const part of [nights, weeks, support, before, end]) person = person.join(part, { on: 'person_id', how: 'left' })

  const inSubgroup = col('nights0').fillNull(whole(0)).gt(whole(30))
  const halves = [1, 2, 3, 4, 5, 6].map((n) => ({
    nights: col(`nights${n}`).fillNull(whole(0)),
    end: col(edges[n + 1]),
  }))
  const observedTo = (day) => col('observed_to').gtEq(day)
  const lacksScore = col('wellbeing_end').isNull().or(col('wellbeing_before').isNull())
  const improves = col('wellbeing_end').gtEq(col('wellbeing_before').add(whole(2)))
  return person
    .withColumns(
      asCount(inSubgroup).alias('subgroup'),
      total(halves.map((half) => asCount(inSubgroup.and(half.nights.lt(whole(6))).and(observedTo(half.end))))).alias(
        'a_windows',
      ),
      total(halves.map((half) => asCount(inSubgroup.and(col('observed_to').lt(half.end))))).alias('a_missing'),
      asCount(
        inSubgroup
          .not()
          .and(col('support_end').fillNull(whole(9)).ltEq(whole(1)))
          .and(observedTo(after36)),
      ).alias('b_met'),
      asCount(lacksScore.not().and(improves).fillNull(lit(false))).alias('c_met'),
      asCount(lacksScore).alias('c_missing'),
      asCount(col('self_supported0').fillNull(whole(0)).gtEq(whole(182)).and(observedTo(monday))).alias('d_met'),
    )
    .select('contract_id', 'subgroup', 'a_windows', 'a_missing', 'b_met', 'c_met', 'c_missing', 'd_met')
}

function factsOf(measure) {
  return facts
    .filter(col('measure').eq(lit(measure)))
    .select(
      col('person_id'),
      dayOf('date_from').alias('from'),
      dayOf('date_to').fillNull(whole(FAR)).alias('to'),
      col('value').cast(pl.Int32),
    )
    .join(people, { on: 'person_id' })
}

/** The value on the person's latest day from `first` through `last`, the highest of that day. */
function latest(measure, first, last, name) {
  return factsOf(measure)
    .filter(col('from').gtEq(first).and(col('from').ltEq(last)))
    .groupBy('person_id')
    .agg(col('from').mul(whole(16)).add(col('value')).max().rem(whole(16)).alias(name))
}

/**
 * Days between each two neighbouring edges that the person's facts cover, none counted twice: a fact begins where the
 * earlier ones of the person have ended. One running maximum serves everybody, because each person's days are lifted above
 * those of all before them.
 */
function covered(measure, days, name) {
  const [low, high] = [days[0], days.at(-1)]
  const inside = (from, to) => greatest(least(col('to'), to).minus(greatest(col('from'), from)), whole(0))
  return factsOf(measure)
    .filter(col('from').lt(high).and(col('to').gt(low)))
    .withColumns(greatest(col('from'), low).alias('from'), least(col('to'), high).alias('to'))
    .sort(['person_id', 'from'])
    .withColumns(
      col('person_id')
        .cast(pl.Int64)
        .mul(long(1 << 20))
        .alias('lift'),
    )
    .withColumns(col('lift').add(col('to')).cumMax().shift(1).sub(col('lift')).alias('ended'))
    .withColumns(
      greatest(
        col('from'),
        col('ended')
          .fillNull(long(0))
          .clip(0, 1 << 20)
          .cast(pl.Int32),
      ).alias('from'),
    )
    .groupBy('person_id')
    .agg(...days.slice(1).map((to, n) => inside(days[n], to).sum().alias(`${name}${n}`)))
}

function settle(outcomes) {
  const counts = outcomes
    .lazy()
    .groupBy('contract_id')
    .agg(pl.len().cast(pl.Int64).alias('people'), col('c_missing').sum().alias('missing'))
  const halved = col('price_c')
    .sub(col('price_c').rem(long(2)))
    .div(long(2))
    .cast(pl.Int64)
  const contracts = pl
    .scanCSV(`${folder}/contracts.csv`)
    .join(counts, { on: 'contract_id' })
    .withColumns(
      pl
        .when(col('missing').mul(whole(5)).gt(col('people')))
        .then(halved)
        .otherwise(col('price_c'))
        .alias('price_c'),
    )
  const owed = { a_windows: 'price_a', b_met: 'price_b', c_met: 'price_c', d_met: 'price_d' }
  const amount = total(Object.entries(owed).map(([goal, price]) => col(goal).cast(pl.Int64).mul(col(price))))
  const sums = ['subgroup', 'a_windows', 'a_missing', 'b_met', 'c_met', 'c_missing', 'd_met']
  return outcomes
    .lazy()
    .join(contracts, { on: 'contract_id' })
    .withColumns(amount.alias('amount'))
    .withColumns(least(col('amount'), col('cap_person')).alias('capped'))
    .groupBy('contract_id')
    .agg(
      pl.len().cast(pl.Int64).alias('people'),
      ...sums.map((name) => col(name).cast(pl.Int64).sum()),
      col('amount').sum().alias('gross'),
      col('capped').sum().alias('after_person_cap'),
      col('cap_contract').first().alias('cap'),
    )
    .withColumns(least(col('after_person_cap'), col('cap')).alias('due'))
    .select('contract_id', 'people', ...sums, 'gross', 'after_person_cap', 'due')
    .sort('contract_id')
}

function report(phase) {
  console.log(JSON.stringify({ phase, seconds: (performance.now() - begun) / 1000 }))
  begun = performance.now()
}
