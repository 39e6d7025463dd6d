/** Days, windows and schedules of every form. */
import { type Branch, type Tree } from './tree.ts'
import { type Scene, measuresAt } from './scene.ts'

const lengths = ['1 month', '2 months', '3 months', '6 months', '1 year', '30 days', '2 weeks', '45 days']
const aligns = [
  'monday on or before ',
  'friday on or after ',
  'first day of the month of ',
  'last day of the month of ',
  '31 december on or after ',
  '1 july on or before ',
]

/** A day that can be told in the scene; an occasion only where there is one. */
export const inventDay = (scene: Scene): string => moved(scene, inventBase(scene))

function inventBase(scene: Scene): string {
  const { dice } = scene
  const events = measuresAt(scene, 'event', 'spell')
  return dice.weighted<string>([
    [6, 'start'],
    [4, 'end'],
    [scene.isDated ? 5 : 0, 'occasion'],
    [scene.isDated ? 3 : 0, 'previous'],
    [2, 'agreement start'],
    [scene.row === 'group' ? 0 : 1, 'course start'],
    [1, 'agreement end'],
    [scene.row === 'group' ? 0 : 1, 'referral'],
    [scene.row === 'child' ? 2 : 0, 'birth'],
    [1, `${dice.between(2021, 2023)}-0${dice.between(1, 9)}-1${dice.between(0, 9)}`],
    [events.length > 0 ? 2 : 0, events.length > 0 ? `${dice.pick(['first', 'last'])} ${dice.pick(events).name}` : ''],
    [scene.dates.length > 0 ? 3 : 0, scene.dates.length > 0 ? dice.pick(scene.dates) : ''],
  ])
}

function moved({ dice }: Scene, base: string): string {
  const offset = dice.chance(45) ? ` ${dice.pick(['+', '+', '-'])} ${dice.pick(lengths)}` : ''
  const second = offset !== '' && dice.chance(15) ? ` - 1 day` : ''
  return `${dice.chance(12) ? dice.pick(aligns) : ''}${base}${offset}${second}`
}

/** A stretch of days that holds at least one. */
export function inventWindow(scene: Scene): Branch {
  const { dice } = scene
  const length = dice.pick(['2 months', '3 months', '6 months', '1 year'])
  const forms: [string, string][] = [
    ['start', `start + ${length}`],
    [`start - ${length}`, 'start'],
    ['start', 'end'],
    ['agreement start', 'agreement end'],
    ['end', `end + ${length}`],
  ]
  if (scene.isDated) {
    const dated: [string, string][] = [
      ['previous', 'occasion'],
      ['start', 'occasion'],
      [`occasion - ${length}`, 'occasion'],
      ['agreement start', 'occasion'],
    ]
    forms.push(...dated, ...dated)
  }
  const events = measuresAt(scene, 'event')
  if (events.length > 0) {
    const { name } = dice.pick(events)
    forms.push([`first ${name}`, `first ${name} + ${length}`])
  }
  if (scene.dates.length > 0) {
    const name = dice.pick(scene.dates)
    forms.push([name, `${name} + ${length}`])
  }
  const [from, until] = dice.pick(forms)
  return { [dice.pick(['from', 'from', 'after'])]: from, [dice.pick(['until', 'through'])]: until }
}

/** When a goal is decided, or a fee is due. */
export function inventSchedule(scene: Scene): Branch {
  const { dice } = scene
  const undated = { ...scene, isDated: false, dates: [] }
  const anchor = (): string =>
    dice.weighted<string>([
      [3, 'start'],
      [4, 'end'],
      [2, 'agreement end'],
      [scene.row === 'child' ? 2 : 0, 'birth + 6 years'],
      [1, inventBase(undated)],
    ])
  const decided = (): string => dice.pick(['each-date', 'each-date', 'all-dates', 'any-date'])
  const events = measuresAt(scene, 'event', 'spell')
  return dice.weighted<() => Branch>([
    [
      6,
      (): Branch => {
        const days = Array.from({ length: dice.between(1, 3) }, () => moved(scene, anchor()))
        return days.length === 1 ? { at: days[0]! } : { at: days, decided: decided() }
      },
    ],
    [
      4,
      () => {
        const times = dice.between(1, 5)
        const every = {
          every: dice.pick(lengths),
          from: dice.pick(['start', 'end', 'agreement start', 'start + 1 month']),
        }
        if (dice.chance(25)) return { ...every, through: dice.pick(['agreement end', 'end']), decided: decided() }
        return { ...every, times: String(times), ...(times === 1 ? {} : { decided: decided() }) }
      },
    ],
    [
      events.length > 0 ? 2 : 0,
      () =>
        inventEach(
          scene,
          events.map(({ name }) => name),
        ),
    ],
    [
      2,
      () => ({
        calendar: dice.pick(['quarter', 'half-year', 'year', 'month']),
        ...(dice.chance(30) ? { from: dice.pick(['start', '2022-04-15', 'agreement start']) } : {}),
        ...(dice.chance(30) ? { through: dice.pick(['end', 'agreement end - 6 months']) } : {}),
        decided: decided(),
      }),
    ],
  ])()
}

function inventEach({ dice }: Scene, names: readonly string[]): Branch {
  const schedule: Record<string, Tree> = { each: dice.pick(names), 'at-most': dice.pick(['1', '2', '3', 'no-limit']) }
  if (dice.chance(30)) schedule.apart = dice.pick(lengths)
  return schedule
}
