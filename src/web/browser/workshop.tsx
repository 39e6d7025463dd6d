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
import { keeperOf } from './parts/kept.ts'
import { beginWith, keysAndLinks, oneClickAtATime, stayWith } from './parts/reach.ts'
import { signingIn } from '../workshop/signing.ts'
import { WorkshopView } from '../workshop/view.tsx'

const place = document.getElementById('workshop')
const handed = document.getElementById('workshop-setting')
if (place !== null && handed !== null) start(place, JSON.parse(handed.textContent) as WorkshopSetting)

function start(root: HTMLElement, setting: WorkshopSetting): void {
  const { locale, action, saved } = setting
  const ground = startDraft(setting.setting)
  const keeper = keeperOf(setting.name)
  const past: string[] = []
  const future: string[] = []
  const known: KnownEnds = new Map()
  let view = firstView(setting, ground)
  const node = () => <WorkshopView view={view} locale={locale} action={action} />
  const show = (changed: Partial<DraftView>) => {
    view = { ...view, ...changed, canUndo: past.length > 0, canRedo: future.length > 0 }
    render(node(), root)
  }
  const put = (text: string, more: Partial<DraftView> = {}, scenario = view.draft.scenario) => {
    const { draft: before, live } = view
    const draft: Draft = text === before.text && scenario === before.scenario ? before : draftOf(text, scenario, ground)
    const isKept = keeper.write(text === saved ? undefined : text)
    show({
      isOthersToo: !isKept,
      draft,
      lastGood: draft.valued ?? before.valued ?? view.lastGood,
      live: undefined,
      ...more,
    })
    // An estimate that is let go where it was is drawn again, because it has been elsewhere.
    if (draft !== before || live !== undefined) drawAnew()
  }
  const drawAnew = drawing(setting, () => view, show)
  const change = (text: string, more: Partial<DraftView> = {}) => {
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
  /** The draft as it stands is put aside, unless it is only the case as it is saved, and another text comes in its place. */
  const replace = (text: string, others: readonly string[] = keeper.aside()) => {
    const { draft } = view
    keeper.putAside(draft.text === saved || draft.text === text ? others : [...others, draft.text])
    change(text, { isRestored: false, aside: keeper.aside(), discarding: undefined })
  }
  const actOnDrafts = (verb: string, path: string, answer: string): boolean => {
    if (verb === 'saved') replace(saved)
    else if (verb === 'fetch') {
      const others = keeper.aside()
      const [text] = others.splice(Number(path), 1)
      if (text !== undefined) replace(text, others)
    } else if (verb === 'discard') {
      if (answer === 'yes') keeper.putAside(keeper.aside().filter((_, index) => index !== Number(path)))
      const discarding = answer === 'yes' || path === '' ? undefined : Number(path)
      show({ aside: keeper.aside(), discarding })
    } else if (verb === 'other') {
      const others = keeper.settle() ?? saved
      if (path === 'take') change(others)
      else {
        // Undoing brings back what the other tab wrote.
        past.push(others)
        put(view.draft.text)
      }
    } else return false
    return true
  }
  const [undo, redo] = [() => step(past, future), () => step(future, past)]
  const act = (form: ReadonlyMap<string, string>, does: string) => {
    const [verb = '', path = ''] = does.split('|')
    const [, , answer = ''] = does.split('|')
    if (actOnDrafts(verb, path, answer)) return
    const text = applyForm(view.draft.text, form, does, ground, locale)
    if (verb === 'undo') return undo()
    if (verb === 'redo') return redo()
    const searches = searchesIn(form, verb === 'set' ? path : '')
    const signing = signingIn(form, does, text, locale)
    const opened = path.startsWith('case.') ? openedBy(does, view.draft.text, text) : view.opened
    if (verb === 'scenario') return put(text, { searches, signing }, path === 'broad' ? 'broad' : 'narrow')
    change(text, { searches, signing, opened })
    if (verb === 'save') download(view.draft.text)
    if (verb === 'item') beginWith(path, opened)
  }

  hydrate(node(), root)
  const leave = (form: ReadonlyMap<string, string>) => {
    const text = applyForm(view.draft.text, form, 'compute', ground, locale)
    if (text !== view.draft.text) keeper.write(text)
  }
  listen(root, { act, move, undo, redo, open: replace, leave })
  keeper.watch(() => show({ isOthersToo: true }))
  // What is not kept because another tab has it too is not left without a question.
  addEventListener('beforeunload', (event) => {
    if (view.isOthersToo === true) event.preventDefault()
  })
  show({ aside: keeper.aside() })
  const draft = keeper.read()
  if (draft !== undefined && draft !== setting.text && setting.text === saved) {
    past.push(setting.text)
    put(draft, { isRestored: true })
  }
  drawAnew()
  document.documentElement.dataset['workshop'] = 'ready'

  /** At most once a frame, however often the hand moves. */
  function move(name: string, range: { low: number; likely: number; high: number }): void {
    const { valued } = view.draft
    if (valued === undefined) return
    const started = performance.now()
    show({ live: moveEstimate(valued.compiled, name, range, known) })
    drawAnew({ name, range })
    document.documentElement.dataset['moved'] = (performance.now() - started).toFixed(1)
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
  open: (text: string) => void
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
    event.preventDefault()
    const { submitter } = event
    const does = submitter instanceof HTMLButtonElement ? submitter.value : 'compute'
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
    if (field.type === 'file') return void field.files?.[0]?.text().then(open)
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

function download(text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }))
  link.download = 'case.yaml'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
