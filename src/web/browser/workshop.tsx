/**
 * The workshop in the browser: the same components and the same form as the server answers, answered here.
 *
 * A change is an edit of the text; the texts before it are kept for undoing. While an estimate is moved the result is computed from
 * the case as it was compiled, once a frame at most. The draft is kept in this browser until it is saved as a file.
 */
import { hydrate, render } from 'preact'
import { type KnownEnds } from '../../core/valuation/index.ts'
import { type DraftGround, type MovedEstimate, moveEstimate, startDraft } from '../../operations/index.ts'
import { type Draft, type DraftView, applyForm, draftOf, openedBy } from '../workshop/draft.ts'
import { movingDraws } from '../workshop/chance.tsx'
import { type WorkshopSetting } from '../workshop/page.tsx'
import { drafts } from './parts/drafts-drawn.ts'
import { type Keeper, keeperOf } from './parts/kept.ts'
import { beginWith, keysAndLinks, oneClickAtATime, stayWith } from './parts/reach.ts'
import { openFile } from './parts/open-file.ts'
import { plainTitle } from '../workshop/file-names.ts'
import { isForServer } from '../workshop/onward.tsx'
import { signingIn } from '../workshop/signing.ts'
import { WorkshopView } from '../workshop/view.tsx'

const place = document.getElementById('workshop')
const handed = document.getElementById('workshop-setting')
if (place !== null && handed !== null) start(place, JSON.parse(handed.textContent) as WorkshopSetting)

function start(root: HTMLElement, setting: WorkshopSetting): void {
  const { locale, saved } = setting
  const desk = deskOf(root, setting)
  const { keeper, show, change, undo, redo, draw } = desk
  const others = othersOf(desk, saved)
  const known: KnownEnds = new Map()
  desk.hydrate()
  listen(root, {
    act: actsOf(desk, others, setting),
    // At most once a frame, however often the hand moves.
    move: (name, range) => {
      const { valued } = desk.view().draft
      if (valued === undefined) return
      const started = performance.now()
      show({ live: moveEstimate(valued.compiled, name, range, known) })
      draw({ name, range })
      document.documentElement.dataset['moved'] = (performance.now() - started).toFixed(1)
    },
    undo,
    redo,
    open: opening(setting, show, (text, more) => others.replace(text, keeper.aside(), more)),
    leave: (form) => {
      const { text } = desk.view().draft
      const left = applyForm(text, form, 'compute', desk.ground, locale)
      if (left !== text) keeper.write(left)
    },
  })
  keeper.watch(() => show({ isOthersToo: true }))
  // What is not kept because another tab has it too is not left without a question.
  addEventListener('beforeunload', (event) => {
    if (desk.view().isOthersToo === true) event.preventDefault()
  })
  show({ aside: keeper.aside() })
  const draft = keeper.read()
  if (draft !== undefined && draft !== setting.text && setting.text === saved) change(draft, { isRestored: true })
  draw()
  document.documentElement.dataset['workshop'] = 'ready'
}

/** What is written and shown, with the texts before it and after it for undoing and doing again. */
type Desk = {
  ground: DraftGround
  keeper: Keeper
  view: () => DraftView
  hydrate: () => void
  show: (changed: Partial<DraftView>) => void
  /** Puts a text in the place of the draft; `change` keeps the one before it for undoing. */
  put: (text: string, more?: Partial<DraftView>, scenario?: Draft['scenario']) => void
  change: (text: string, more?: Partial<DraftView>) => void
  /** Says what undoing brings back. */
  remember: (text: string) => void
  undo: () => void
  redo: () => void
  draw: (moved?: MovedEstimate) => void
}

function deskOf(root: HTMLElement, setting: WorkshopSetting): Desk {
  const { locale, action, saved } = setting
  const ground = startDraft(setting.setting)
  const keeper = keeperOf(setting.name)
  const past: string[] = []
  const future: string[] = []
  let view = firstView(setting, ground)
  const node = () => <WorkshopView view={view} locale={locale} action={action} />
  const show: Desk['show'] = (changed) => {
    view = { ...view, ...changed, canUndo: past.length > 0, canRedo: future.length > 0 }
    render(node(), root)
  }
  const draw = drawing(setting, () => view, show)
  const put: Desk['put'] = (text, more = {}, scenario = view.draft.scenario) => {
    const { draft: before, live } = view
    const draft: Draft = text === before.text && scenario === before.scenario ? before : draftOf(text, scenario, ground)
    const isKept = keeper.write(text === saved ? undefined : text)
    const lastGood = draft.valued ?? before.valued ?? view.lastGood
    show({ isOthersToo: !isKept, draft, lastGood, live: undefined, ...more })
    // An estimate that is let go where it was is drawn again, because it has been elsewhere.
    if (draft !== before || live !== undefined) draw()
  }
  const change: Desk['change'] = (text, more) => {
    if (text !== view.draft.text) {
      past.push(view.draft.text)
      future.length = 0
    }
    put(text, more)
  }
  const step = (from: string[], to: string[]) => {
    const text = from.pop()
    if (text === undefined) return
    to.push(view.draft.text)
    put(text)
  }
  return {
    ground,
    keeper,
    view: () => view,
    hydrate: () => hydrate(node(), root),
    show,
    put,
    change,
    remember: (text) => past.push(text),
    undo: () => step(past, future),
    redo: () => step(future, past),
    draw,
  }
}

type Others = {
  /** The draft as it stands is put aside, unless it is only the case as it is saved, and another text comes in its place. */
  replace: (text: string, aside?: readonly string[], more?: Partial<DraftView>) => void
  /** Does what is about the drafts put aside or the other tab; whether it was. */
  act: (verb: string, path: string, answer: string) => boolean
}

function othersOf({ keeper, view, show, put, change, remember }: Desk, saved: string): Others {
  const replace: Others['replace'] = (text, aside = keeper.aside(), more = {}) => {
    const { draft } = view()
    keeper.putAside(draft.text === saved || draft.text === text ? aside : [...aside, draft.text])
    change(text, { isRestored: false, aside: keeper.aside(), discarding: undefined, ...more })
  }
  const act: Others['act'] = (verb, path, answer) => {
    if (verb === 'saved') replace(saved)
    else if (verb === 'fetch') {
      const aside = keeper.aside()
      const [text] = aside.splice(Number(path), 1)
      if (text !== undefined) replace(text, aside)
    } else if (verb === 'discard') {
      if (answer === 'yes') keeper.putAside(keeper.aside().filter((_, index) => index !== Number(path)))
      const discarding = answer === 'yes' || path === '' ? undefined : Number(path)
      show({ aside: keeper.aside(), discarding })
    } else if (verb === 'other') {
      const text = keeper.settle() ?? saved
      if (path === 'take') change(text)
      else {
        // Undoing brings back what the other tab wrote.
        remember(text)
        put(view().draft.text)
      }
    } else return false
    return true
  }
  return { replace, act }
}

/** What a button of the form does. */
function actsOf(
  { ground, view, put, change, undo, redo }: Desk,
  others: Others,
  { locale }: WorkshopSetting,
): Hands['act'] {
  return (form, does) => {
    const [verb = '', path = '', answer = ''] = does.split('|')
    if (others.act(verb, path, answer)) return
    if (verb === 'undo') return undo()
    if (verb === 'redo') return redo()
    const before = view().draft.text
    const text = applyForm(before, form, does, ground, locale)
    const searches = searchesIn(form, verb === 'set' ? path : '')
    const signing = signingIn(form, does, text, locale)
    const opened = path.startsWith('case.') ? openedBy(does, before, text) : view().opened
    if (verb === 'scenario') return put(text, { searches, signing }, path === 'broad' ? 'broad' : 'narrow')
    change(text, { searches, signing, opened })
    if (verb === 'save') download(view().draft, locale)
    if (verb === 'item') beginWith(path, opened)
    if (verb === 'finance') beginWith(path, `${path}.${answer}`)
  }
}

/** What puts a file in the place of the draft, or says why it is not. */
function opening(
  { action, locale }: WorkshopSetting,
  show: (changed: Partial<DraftView>) => void,
  change: (text: string, more: Partial<DraftView>) => void,
): (chosen: File) => Promise<void> {
  return async (chosen) => {
    const { text, file } = await openFile(chosen, action, locale)
    if (text === undefined) show({ file })
    else change(text, { file })
  }
}

/** What draws the draft anew. What is known of an older draft stands until then. */
function drawing(
  { setting, locale }: WorkshopSetting,
  view: () => DraftView,
  show: (changed: Partial<DraftView>) => void,
): (moved?: MovedEstimate) => void {
  const draw = drafts(setting, locale, (told) => {
    if ('share' in told) return show({ chance: { share: told.share, isDrawing: true, found: view().chance?.found } })
    const compiled = view().draft.valued?.compiled
    const found = told.found === undefined || compiled === undefined ? undefined : { chance: told.found, compiled }
    show({ chance: { share: 1, isDrawing: told.found?.draws === movingDraws, found } })
  })
  return (moved) => {
    const { draft, chance } = view()
    if (chance?.isDrawing !== true || moved === undefined)
      show({ chance: { share: 0, isDrawing: true, found: chance?.found } })
    draw({ text: draft.text, scenario: draft.scenario, ...(moved === undefined ? {} : { moved }) })
  }
}

function firstView({ text, isNew }: WorkshopSetting, ground: DraftGround): DraftView {
  return {
    draft: draftOf(text, 'narrow', ground),
    lastGood: undefined,
    live: undefined,
    chance: undefined,
    searches: new Map(),
    opened: '',
    canUndo: false,
    canRedo: false,
    isRestored: false,
    isNew,
    ground,
  }
}

/** What is looked for in the catalogue; a price that has been found is looked for no more. */
function searchesIn(form: ReadonlyMap<string, string>, found: string): Map<string, string> {
  const searches = [...form].flatMap(([name, value]): [string, string][] =>
    name.startsWith('q=') ? [[name.slice(2), value.trim()]] : [],
  )
  return new Map(searches.filter(([path]) => path !== found))
}

type Hands = {
  act: (form: ReadonlyMap<string, string>, does: string) => void
  move: (name: string, range: { low: number; likely: number; high: number }) => void
  undo: () => void
  redo: () => void
  open: (chosen: File) => Promise<void>
  leave: (form: ReadonlyMap<string, string>) => void
}

function listen(root: HTMLElement, { act, move, undo, redo, open, leave }: Hands): void {
  /** What a hand has moved since the last frame. */
  let held: HTMLInputElement | undefined
  let isByKey = false
  root.addEventListener('click', ({ detail }) => (isByKey = detail === 0), true)
  const moveNow = () => {
    if (held === undefined) return
    const { name, range } = rangeAt(held)
    held = undefined
    move(name, range)
  }
  oneClickAtATime(root)
  keysAndLinks(root)
  root.addEventListener('submit', (event) => {
    const { submitter } = event
    const does = submitter instanceof HTMLButtonElement ? submitter.value : 'compute'
    if (isForServer(does)) return
    event.preventDefault()
    const before = document.activeElement?.id ?? ''
    act(formOf(root), does)
    if (isByKey) stayWith(does, before)
  })
  root.addEventListener('change', (event) => {
    const field = event.target as HTMLInputElement
    if (field.type === 'range') {
      moveNow()
      return act(formWith(root, field), 'compute')
    }
    if (field.type === 'file') {
      const [chosen] = field.files ?? []
      if (chosen !== undefined) void open(chosen).finally(() => (field.value = ''))
      return
    }
    if (/^(=|mark=)/.test(field.name)) act(formOf(root), `compute|${field.name.replace(/^(mark)?=/, '')}`)
  })
  // What is typed and not yet left is kept as if it were.
  addEventListener('pagehide', () => leave(formOf(root)))
  root.addEventListener('input', (event) => {
    const field = event.target as HTMLInputElement
    if (field.type !== 'range') return
    if (held === undefined) requestAnimationFrame(moveNow)
    held = field
  })
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const letter = event.key.toLowerCase()
    const isRedo = letter === 'y' || (letter === 'z' && event.shiftKey)
    if (letter !== 'z' && !isRedo) return
    const field = document.activeElement
    // What is being typed is undone by the field itself.
    if (
      field instanceof HTMLInputElement &&
      field.type === 'text' &&
      field.value !== (field.dataset['shown'] ?? field.value)
    )
      return
    if (field instanceof HTMLTextAreaElement) return
    event.preventDefault()
    if (isRedo) redo()
    else undo()
  })
}

/** The three ends as they stand, kept in order: an end that is pushed past another takes it along. */
function rangeAt(field: HTMLInputElement): { name: string; range: { low: number; likely: number; high: number } } {
  const holder = field.closest<HTMLElement>('[data-estimate]')!
  const ends = [...holder.querySelectorAll<HTMLInputElement>('input')]
  const moved = ends.indexOf(field)
  ends.forEach((end, index) => {
    const [own, hand] = [Number(end.value), Number(field.value)]
    if (index < moved && own > hand) end.value = field.value
    if (index > moved && own < hand) end.value = field.value
  })
  const scale = field.dataset['unit'] === '%' ? 100 : 1
  const [low = 0, likely = 0, high = 0] = ends.map((end) => Number(end.value) / scale)
  return { name: holder.dataset['estimate'] ?? '', range: { low, likely, high } }
}

const formOf = (root: HTMLElement): Map<string, string> => {
  const form = root.querySelector('form')
  const entries = form === null ? [] : [...new FormData(form)]
  return new Map(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
}

/** The form with the ends of a moved estimate in place of its fields. */
function formWith(root: HTMLElement, field: HTMLInputElement): Map<string, string> {
  rangeAt(field)
  const form = formOf(root)
  const ends = field.closest('[data-estimate]')?.querySelectorAll<HTMLInputElement>('input') ?? []
  const point = document.documentElement.lang === 'da' ? ',' : '.'
  for (const end of ends) form.set(`=${end.dataset['path'] ?? ''}`, end.value.replace('.', point))
  return form
}

function download({ text, outline }: Draft, locale: WorkshopSetting['locale']): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }))
  link.download = `${plainTitle(outline, locale)}.yaml`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
