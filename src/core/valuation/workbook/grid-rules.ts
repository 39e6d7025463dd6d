/**
 * The rules that look at how long somebody has used a service, as blocks of a grid; each gives the block of the share that is refunded.
 *
 * A month whose law changes within it is in pieces, and each piece goes on from where the one before it left off. A restart of the
 * ladder is looked for Monday by Monday: 52 whole weeks of self-support, not counted before, within the years that end with the week.
 * The case that surprises: where somebody supports themselves in one stretch alone, those weeks always lie together, and it is enough
 * to count them.
 */
import { assert } from '../../base/index.ts'
import { type LawMonths, mondaysMost } from './law-sheet.ts'
import { type CourseRefund, type Grid, type GridCell, type RefundSetting } from './refund-grid.ts'
import { plus } from './sheet.ts'

export function ladder(grid: Grid, { law, words }: RefundSetting, course: CourseRefund): number {
  const { heads } = words
  const pieces = law.pieces('refund-ladder').map((piece) => {
    const steps = law.shareSteps('refund-ladder', (from) => `${from}-1`, piece)
    return {
      mondays: grid.lawOf(piece.mondays, heads.mondays, 'whole'),
      steps: steps.map(({ bound, added }, step) => ({
        bound: grid.lawOf(bound, `${heads.limit} ${step + 1}`, 'number'),
        added: grid.lawOf(added, `${heads.stateShare} ${step + 1}`, 'factor'),
      })),
    }
  })
  // Weeks of self-support in several stretches may lie too far apart; a law that changes within a month is that of each Monday.
  const restarts =
    course.stretchCount > 2 || pieces.length > 1 ? mondayRestart(grid, law, words) : runRestart(grid, law, words)
  const own = grid.coming()
  const weeks = grid.block(heads.weeks, 'whole', (at) => {
    const so = at.isFirst ? course.weeksBefore : at.before(own)
    return `IF(${at.units}>0,${so}+${at.mondays},IF(${restarts(at)},0,${so}))`
  })
  return grid.block(heads.stateShare, 'factor', ({ units, own: at, mondays, law: of }) => {
    const terms = pieces.flatMap(({ mondays: inPiece, steps }, index) => {
      const later = pieces.slice(index + 1).map((one) => `-${of(one.mondays)}`)
      const end = at(weeks) + later.join('')
      return steps.map(({ bound, added }) => {
        return `${of(added)}*(MAX(0,${end}-${of(bound)})-MAX(0,${end}-${of(inPiece)}-${of(bound)}))`
      })
    })
    return `IF(${units}>0,(${terms.join('+')})/${mondays},0)`
  })
}

/** Whether the ladder starts again in a month, by the weeks of self-support since it last did. */
function runRestart(grid: Grid, law: LawMonths, { heads }: RefundSetting['words']): (at: GridCell) => string {
  const restart = grid.lawOf(
    law.figure('refund-ladder', 'restart-weeks', heads.restartWeeks),
    heads.restartWeeks,
    'number',
  )
  const own = grid.coming()
  const selfSupport = grid.block(heads.selfSupport, 'whole', ({ units, isFirst, before, mondays, law: of }) => {
    const so = isFirst ? '0' : before(own)
    return `IF(${units}>0,${so},MOD(${so}+${mondays},${of(restart)}))`
  })
  return ({ isFirst, before, mondays, law: of }) => `${isFirst ? '0' : before(selfSupport)}+${mondays}>=${of(restart)}`
}

/** The same, when only weeks within so many years count: the Monday of the month with which there are enough of them. */
function mondayRestart(grid: Grid, law: LawMonths, { heads }: RefundSetting['words']): (at: GridCell) => string {
  const mondays = law.restartMondays().map(({ enough, backTo, backMondays }, index) => ({
    enough: grid.lawOf(enough, `${heads.restartWeeks}, ${heads.monday} ${index + 1}`, 'whole'),
    backTo: grid.lawOf(backTo, `${heads.lookedBack}, ${heads.monday} ${index + 1}`, 'whole'),
    backMondays: grid.lawOf(backMondays, `${heads.mondays}, ${heads.monday} ${index + 1}`, 'whole'),
  }))
  const ownAll = grid.coming()
  const all = grid.block(heads.selfSupportAll, 'whole', ({ units, isFirst, before, mondays: inMonth }) => {
    return `${isFirst ? '0' : before(ownAll)}+IF(${units}>0,0,${inMonth})`
  })
  const used = grid.coming(1)
  const none = mondaysMost + 1
  const at = grid.block(heads.restartMonday, 'whole', ({ units, isFirst, before, rowBefore, law: of }) => {
    const [so, usedUp] = isFirst ? ['0', '0'] : [before(all), before(used)]
    const tries = mondays.map(({ enough, backTo, backMondays }, index) => {
      // The left edge of the row is no count, but nobody has more weeks before a month than at its end.
      const row = rowBefore(all)
      const back = `MIN(INDEX(${row},${of(backTo)})+${of(backMondays)},INDEX(${row},${of(backTo)}+1))`
      const tooEarly = isFirst ? '0' : `IF(${of(backTo)}=0,0,${back})`
      return `IF(${so}+${index + 1}-MAX(${usedUp},${tooEarly})>=${of(enough)},${index + 1},${none})`
    })
    return `IF(${units}>0,0,MOD(MIN(${tries.join(',')}),${none}))`
  })
  const usedUp = grid.block(heads.selfSupportUsed, 'whole', ({ isFirst, own, before }) => {
    const [so, before0] = isFirst ? ['0', '0'] : [before(all), before(used)]
    return `IF(${own(at)}>0,${so}+${own(at)},${before0})`
  })
  assert(usedUp === used, 'the block stands where it was named')
  return ({ own }) => `${own(at)}>0`
}

/** How many days of each month are used, so that other blocks can name them. */
const daysBlock = (grid: Grid, title: string): number => grid.block(title, 'whole', ({ days }) => days)

/** The days used in a piece of the month: from its first through the day before `until`; of all of the month in the block `used`. */
function daysOf(
  { starts, used }: { starts: readonly (number | undefined)[]; used: number },
  index: number,
  { from, own, law: of }: GridCell,
): { first: string; until: string } {
  const end = `${from}+${own(used)}`
  const bound = (row: number | undefined): string => (row === undefined ? from : `MIN(${end},${of(row)})`)
  return { first: bound(starts[index]), until: index + 1 < starts.length ? bound(starts[index + 1]) : end }
}

export function shelter(grid: Grid, { law, words }: RefundSetting): number {
  const { heads } = words
  const divided = law.pieces('shelter')
  const starts = grid.pieceRows(divided)
  const hasCap = law.hasFigure('shelter', 'cap-days')
  const pieces = divided.map((piece) => ({
    share: grid.lawOf(law.figure('shelter', 'state-share', heads.stateShare, piece), heads.stateShare, 'number'),
    cap: hasCap
      ? grid.lawOf(law.figure('shelter', 'cap-days', heads.capDays, piece), heads.capDays, 'whole')
      : undefined,
  }))
  const month = { starts, used: daysBlock(grid, heads.daysInMonth) }
  const tops = pieces.map((_, index) => ({ ends: grid.coming(2 * index), used: grid.coming(2 * index + 1) }))
  /** When the running year ends, or how much of it is used, before a piece. */
  const past = (of: 'ends' | 'used', index: number, { isFirst, own, before }: GridCell): string =>
    index > 0 ? own(tops[index - 1]![of]) : isFirst ? '0' : before(tops.at(-1)![of])
  /** The day on which a new year begins, if anybody is there on it or later in the piece. */
  const anew = (index: number, at: GridCell): string =>
    `MAX(${daysOf(month, index, at).first},${past('ends', index, at)})`
  for (const [index, { cap }] of pieces.entries()) {
    if (cap === undefined) continue
    grid.block(heads.yearEnds, 'day', (at) => {
      const [so, begins] = [past('ends', index, at), anew(index, at)]
      return `IF(OR(${at.law(cap)}=0,${daysOf(month, index, at).until}<=${begins}),${so},EDATE(${begins},${monthsOfYear}))`
    })
    grid.block(heads.daysUsed, 'whole', (at) => {
      const { first, until } = daysOf(month, index, at)
      const [so, begins] = [past('used', index, at), anew(index, at)]
      return `IF(${at.law(cap)}=0,${so},IF(${until}>${begins},${until}-${begins},${so}+${until}-${first}))`
    })
  }
  return grid.block(heads.stateShare, 'factor', (at) => {
    const terms = pieces.map(({ share, cap }, index) => {
      const { first, until } = daysOf(month, index, at)
      const days = `${until}-${first}`
      if (cap === undefined) return `${at.law(share)}/100*(${days})`
      const [most, so, begins] = [at.law(cap), past('used', index, at), anew(index, at)]
      const ofOldYear = `MAX(0,MIN(${most},${so}+MIN(${until},${begins})-${first})-${so})`
      const ofNewYear = `MIN(${most},MAX(0,${until}-${begins}))`
      return `${at.law(share)}/100*IF(${most}=0,${days},${ofOldYear}+${ofNewYear})`
    })
    return `IF(${at.own(month.used)}=0,0,(${plus(terms)})/${at.own(month.used)})`
  })
}

const monthsOfYear = 12

export function supportAtHome(grid: Grid, { law, words }: RefundSetting): number {
  const { heads } = words
  const divided = law.pieces('support-at-home')
  const starts = grid.pieceRows(divided)
  const pieces = divided.map((piece) => {
    const [share, years] = [
      law.figure('support-at-home', 'state-share', heads.stateShare, piece),
      law.figure('support-at-home', 'window-years', heads.windowYears, piece),
    ]
    return {
      share: grid.lawOf(share, heads.stateShare, 'number'),
      years: grid.lawOf(years, heads.windowYears, 'number'),
    }
  })
  const month = { starts, used: daysBlock(grid, heads.daysInMonth) }
  const tops = pieces.map((_, index) => grid.coming(index))
  for (const [index, { share, years }] of pieces.entries()) {
    grid.block(heads.windowEnds, 'day', (at) => {
      const so = index > 0 ? at.own(tops[index - 1]!) : at.isFirst ? '0' : at.before(tops.at(-1)!)
      const { first, until } = daysOf(month, index, at)
      const begins = `AND(${so}=0,${at.law(share)}>0,${until}>${first})`
      return `IF(${begins},EDATE(${first},${monthsOfYear}*${at.law(years)}),${so})`
    })
  }
  return grid.block(heads.stateShare, 'factor', (at) => {
    const terms = pieces.map(({ share }, index) => {
      const { first, until } = daysOf(month, index, at)
      return `${at.law(share)}/100*MAX(0,MIN(${until},${at.own(tops[index]!)})-${first})`
    })
    return `IF(${at.own(month.used)}=0,0,(${plus(terms)})/${at.own(month.used)})`
  })
}

/** The share of the days that are used, where the law changes within a month. */
export function crisisCentre(grid: Grid, { law, words }: RefundSetting): number {
  const { heads } = words
  const divided = law.pieces('crisis-centre')
  const starts = grid.pieceRows(divided)
  const shares = divided.map((piece) =>
    grid.lawOf(law.figure('crisis-centre', 'state-share', heads.stateShare, piece), heads.stateShare, 'number'),
  )
  const month = { starts, used: daysBlock(grid, heads.daysInMonth) }
  return grid.block(heads.stateShare, 'factor', (at) => {
    const terms = shares.map((share, index) => {
      const { first, until } = daysOf(month, index, at)
      return `${at.law(share)}/100*(${until}-${first})`
    })
    return `IF(${at.own(month.used)}=0,0,(${plus(terms)})/${at.own(month.used)})`
  })
}
