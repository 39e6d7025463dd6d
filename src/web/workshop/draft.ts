/**
 * The state of the workshop, and what a form does to it. The same on the server and in the browser.
 *
 *     text + form + button → text          text → fields, problems, result
 *
 * A field is called `=` and its path, a key that is not there yet `+` and its path; a button says what it does in words parted
 * by `|`. Fields that are as they were change nothing.
 */
import {
  type DraftChange,
  type DraftGround,
  type DraftOutline,
  type OpenDraft,
  type Scenario,
  type ValuedScenario,
  editDraft,
  openDraft,
  outlineDraft,
  valueCase,
} from '../../operations/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type CompiledCase, type LiveReport, type OutlineMap, type OutlineNode } from '../../core/valuation/index.ts'
import { type ChanceShown } from './chance.tsx'
import { namesAt } from './answer-words.ts'
import { type Names } from './field-names.ts'
import { type HomedProblem, keyOf, withHomes } from './homes.ts'
import { keyFor, namesIn, titleFor } from './named.ts'
import { type OpenedFile } from './file-names.ts'
import { kindOf, shownValue, typedValue } from '../parts/typed-value.ts'
import { type Signing, unfilled } from './signing.ts'

export type Draft = {
  text: string
  scenario: Scenario
  outline: DraftOutline | undefined
  open: OpenDraft
  problems: readonly HomedProblem[]
  valued: ValuedScenario | undefined
}

/** What the page shows besides the draft itself. */
export type DraftView = {
  draft: Draft
  /** The last that could be computed, while the draft cannot. */
  lastGood: ValuedScenario | undefined
  /** While a hand moves an estimate. */
  live: { compiled: CompiledCase; live: LiveReport } | undefined
  /** How certain the draft is; nothing where no script draws it. */
  chance: ChanceShown | undefined
  /** What is looked for in the catalogue, by the path of the price. */
  searches: ReadonlyMap<string, string>
  /** What is written to sign a step off, and is not in the text yet. */
  signing?: Signing
  /** The item that was touched last stands open. */
  opened: string
  canUndo: boolean
  canRedo: boolean
  isRestored: boolean
  /** Of a case that lies in no folder yet. */
  isNew?: boolean
  /** Another tab has written the same draft since this one did. */
  isOthersToo?: boolean
  /** The drafts that were put aside for another, and the one that is asked about before it is thrown away. */
  aside?: readonly string[]
  discarding?: number | undefined
  /** The file that was opened last. */
  file?: OpenedFile
  /** The year whose prices the catalogue is shown in, and the case's own texts are of. */
  ground: DraftGround
}

export function draftOf(text: string, scenario: Scenario, ground: DraftGround): Draft {
  const open = openDraft(text, ground)
  const valued = valueCase(open, { scenario })
  const outline = outlineDraft(text)
  return {
    text,
    scenario,
    outline,
    open,
    problems: withHomes([...open.problems, ...valued.problems], outline?.root, ground.file),
    valued: valued.scenarios[0],
  }
}

export type DraftForm = ReadonlyMap<string, string>

/** The text after the fields of the form, and then its button, have done what they say. */
export function applyForm(text: string, form: DraftForm, action: string, ground: DraftGround, locale: Locale): string {
  const pasted = plainLines(form.get('new-text') ?? '')
  if (pasted !== '' && pasted !== text.trimEnd()) return `${pasted}\n`
  const outline = outlineDraft(text)
  if (outline === undefined) return text
  const named = { locale, names: namesIn(outline.root, locale) }
  const changes = [...form].flatMap(([name, value]) => fieldChanges(outline, form, { name, value }, named))
  return applyAction(changes.reduce(editDraft, text), form, action, ground, locale)
}

export const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd()

function fieldChanges(
  { root, leaves }: DraftOutline,
  form: DraftForm,
  { name, value }: { name: string; value: string },
  named: { locale: Locale; names: Names },
): DraftChange[] {
  const { locale } = named
  if (name.startsWith('=')) {
    const path = name.slice(1)
    const leaf = leaves.get(path)
    if (leaf === undefined) return []
    const kind = kindOf(leaf.field?.definition, leaf.field?.choices)
    const shown = shownValue(leaf.text, kind, locale)
    const names = namesAt(path, kind, leaf.field?.choices ?? [], named)
    if (value.trim() === titleFor(shown.text.trim(), names)) return []
    const typed = keyFor(value, names) ?? typedValue(value, kind, shown.unit || unitBeside(root, path), locale)
    const set = { is: 'set', path, value: typed, isYaml: kind === 'word' && typed.startsWith('{') } as const
    return path === 'case.finance.chosen' ? [set, ...begunBy(typed)] : [set]
  }
  if (name.startsWith('+') && value.trim() !== '') {
    const [path = '', definition = ''] = name.slice(1).split('|')
    const kind = kindOf(definition === '' ? undefined : definition)
    const names = namesAt(path, kind, [], named)
    const typed = keyFor(value, names) ?? typedValue(value, kind, shownValue('undecided', kind, locale).unit, locale)
    return [{ is: 'set', path, value: typed }]
  }
  if (name.startsWith('mark=')) {
    const path = name.slice(5)
    const mark = leaves.get(path)?.mark
    const reason = form.get(`why=${path}`) ?? ''
    if (value === (mark?.grade ?? '') && (value === '' || reason === mark?.reason)) return []
    return [{ is: 'mark', path, grade: value, reason }]
  }
  return []
}

/** A pool or an investor that is chosen and not there yet begins with it; one that is there stays as it is. */
const begunBy = (mode: string): DraftChange[] =>
  mode === 'pool' || mode === 'investor' ? [{ is: 'add', path: 'case.finance', key: mode }] : []

/** The likely and the high of an estimate are of the unit of its low. */
function unitBeside(root: OutlineMap, path: string): string {
  const above = nodeOf(root, path.slice(0, path.lastIndexOf('.')))
  if (above?.kind !== 'map') return ''
  const units = above.entries.map(({ node }) =>
    node.kind === 'leaf' && node.field?.definition === 'figure' ? shownValue(node.text, 'figure', 'en').unit : '',
  )
  return units.find((unit) => unit !== '') ?? ''
}

function nodeOf(root: OutlineMap, path: string): OutlineNode | undefined {
  if (root.path === path) return root
  const within = (node: OutlineNode): OutlineNode | undefined => {
    if (node.path === path) return node
    const inside =
      node.kind === 'map' ? node.entries.map((entry) => entry.node) : node.kind === 'list' ? node.items : []
    return inside.map(within).find((found) => found !== undefined)
  }
  return within(root)
}

function applyAction(text: string, form: DraftForm, action: string, ground: DraftGround, locale: Locale): string {
  const [verb = '', path = '', ...rest] = action.split('|')
  switch (verb) {
    case 'item': {
      const name = (form.get(`name=${path}`) ?? '').trim()
      return name === '' ? text : editDraft(text, { is: 'item', path, name, as: form.get(`as=${path}`) ?? '' })
    }
    case 'add': {
      const key = rest[0] ?? form.get(`add=${path}`) ?? ''
      return key === '' ? text : editDraft(text, { is: 'add', path, key })
    }
    case 'append':
      return editDraft(text, { is: 'append', path })
    case 'remove':
      return editDraft(text, { is: 'remove', path })
    case 'set':
      return editDraft(text, { is: 'set', path, value: rest.join('|') })
    case 'finance': {
      const [mode = ''] = rest
      const chosen: DraftChange = { is: 'set', path: `${path}.chosen`, value: mode }
      return [chosen, ...begunBy(mode)].reduce(editDraft, text)
    }
    case 'paste':
      return pasted(text, path, rest, ground)
    case 'sign': {
      const of = (what: string) => (form.get(`${what}=${path}`) ?? '').trim()
      if (unfilled(form, path).length > 0) return text
      const on = typedValue(of('on'), 'day', '', locale)
      const note = { da: of('note-da'), en: of('note-en') }
      return editDraft(text, { is: 'sign', step: path, by: of('by'), on, note })
    }
    case 'withdraw': {
      const of = (what: string) => (form.get(`withdraw-${what}=${path}`) ?? '').trim()
      if (unfilled(form, path, 'withdraw-').length > 0) return text
      const note = { da: of('note'), en: of('note') }
      return editDraft(text, {
        is: 'withdraw',
        step: path,
        by: of('by'),
        on: typedValue(of('on'), 'day', '', locale),
        note,
      })
    }
    default:
      return text
  }
}

/** The remedy of a problem, found again in the text as the fields have left it. */
function pasted(text: string, path: string, [code, key, choice]: string[], ground: DraftGround): string {
  const { problems } = draftOf(text, 'broad', ground)
  const found = problems.find((one) => one.code === code && one.home === path && keyOf(one) === key)
  return found === undefined ? text : editDraft(text, { is: 'paste', problem: found, choice: Number(choice) })
}

/** The item a button or a field belongs to: `case.costs.course`. */
const itemOf = (path: string): string => path.split('.').slice(0, 3).join('.')

/** The item that a button has touched; of a new one, the one that has come. */
export function openedBy(action: string, before: string, after: string): string {
  const [verb = '', path = ''] = action.split('|')
  if (verb !== 'item') return itemOf(path.replace(/#$/, ''))
  const keys = (text: string): string[] => {
    const root = outlineDraft(text)?.root
    const node = root === undefined ? undefined : nodeOf(root, path)
    return node?.kind === 'map' ? node.entries.map(({ key }) => key) : []
  }
  const earlier = keys(before)
  const added = keys(after).find((key) => !earlier.includes(key))
  return itemOf(added === undefined ? path : `${path}.${added}`)
}
