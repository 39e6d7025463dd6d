/**
 * The text of a case as fields: a value, a name in two languages, a list, and what is still asked. Each field is called by its path,
 * so that what is typed finds its place in the text. Beside a number stands how far it may be trusted; beside a field what is wrong.
 */
import { type ComponentChildren } from 'preact'
import { caseWords, workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type OutlineLeaf, type OutlineMap, type OutlineMissing, type OutlineNode } from '../../core/valuation/index.ts'
import { isOnlyInText } from '../../operations/index.ts'
import { kindOf, shownValue } from '../parts/typed-value.ts'
import { AskedField, Problems } from './asked.tsx'
import { isStop, keyOf } from './homes.ts'
import { answerWords, namesAt } from './answer-words.ts'
import { type FieldsInput, fieldName, lastKey, typedList, unitWord } from './field-names.ts'
import { titleFor } from './named.ts'
import { AddNamed } from './owners.tsx'
import { UnreadText, isUnread } from './unread.tsx'

/** A record, named things or a list, without its own heading. Keys in `leftOut` are shown elsewhere. */
export function MapFields({
  node,
  leftOut = [],
  ...input
}: FieldsInput & { node: OutlineMap; leftOut?: readonly string[] }) {
  const asked = node.missing.filter(({ presence, key }) => presence !== 'optional' && !leftOut.includes(key))
  const isOffered = (key: string) => !leftOut.includes(key) && !isOnlyInText(`${node.path}.${key}`)
  const optional = node.missing.filter(({ presence, key }) => presence === 'optional' && isOffered(key))
  const shown = node.entries.filter(({ key }) => !leftOut.includes(key))
  // In the order of the reference, so that a question and its answer stand in the same place.
  const place = (key: string) => (node.keys.includes(key) ? node.keys.indexOf(key) : node.keys.length)
  const rows = [
    ...shown.map(({ key, node: field }) => {
      const open = openQuestion(node, field, key, input)
      return { key, row: open ?? <NodeFields key={key} node={field} isNamed={node.isNamed} {...input} /> }
    }),
    ...asked.map((missing) => ({
      key: missing.key,
      row: <AskedField key={missing.key} node={node} missing={missing} {...input} />,
    })),
  ]
  return (
    <>
      {rows.sort((one, other) => place(one.key) - place(other.key)).map(({ row }) => row)}
      <Problems of={node.path} {...input} />
      {node.isNamed && <AddNamed node={node} {...input} />}
      {optional.length + node.optional.length > 0 && <MoreFields node={node} optional={optional} {...input} />}
    </>
  )
}

/** A key that is there and says `undecided` is asked as one that is not. */
function openQuestion(node: OutlineMap, field: OutlineNode, key: string, input: FieldsInput) {
  const isOpen = input.problems.some(
    (one) => one.code === 'edge-unsettled' && one.home === node.path && keyOf(one) === key,
  )
  if (!isOpen || field.kind !== 'leaf' || field.field === undefined) return undefined
  return <AskedField key={key} node={node} missing={{ key, presence: 'edge', field: field.field }} {...input} />
}

export function NodeFields({
  node,
  isNamed = false,
  ...input
}: FieldsInput & { node: OutlineNode; isNamed?: boolean }) {
  const { locale } = input
  if (node.kind === 'leaf') return <LeafField leaf={node} isRemovable={isNamed} {...input} />
  const name = isNamed ? ownName(node.path, input) : fieldName(node.path, locale)
  if (node.kind === 'map' && isWords(node)) return <WordsField node={node} name={name} {...input} />
  return (
    <fieldset class="part" id={node.path} tabindex={-1}>
      <legend>{name}</legend>
      {node.kind === 'map' ? (
        <MapFields node={node} {...input} />
      ) : (
        <>
          {node.items.map((item) => (
            <NodeFields key={item.path} node={item} {...input} />
          ))}
          <Problems of={node.path} {...input} />
          <p>
            <button type="submit" name="do" value={`append|${node.path}`} class="quiet-button">
              {workshopWords[locale].add.row}
              <span class="unseen">: {name}</span>
            </button>
          </p>
        </>
      )}
      {!/^case\.[\w-]+$/.test(node.path) && <Remove path={node.path} what={name} locale={locale} />}
    </fieldset>
  )
}

const isWords = ({ entries, isNamed }: OutlineMap): boolean =>
  !isNamed && entries.length > 0 && entries.every(({ key }) => key === 'da' || key === 'en')

function WordsField({ node, name, ...input }: FieldsInput & { node: OutlineMap; name: string }) {
  const { locale } = input
  const words = workshopWords[locale]
  const sides = locale === 'da' ? (['da', 'en'] as const) : (['en', 'da'] as const)
  return (
    <>
      {sides.map((key) => {
        const side = node.entries.find((entry) => entry.key === key)?.node
        if (side !== undefined && side.kind !== 'leaf') return <NodeFields key={key} node={side} {...input} />
        const path = `${node.path}.${key}`
        return (
          <div key={key} id={side === undefined ? `asked ${path}` : undefined}>
            <Row id={path} label={`${name}, ${key === 'da' ? words.danish : words.english}`}>
              <input
                type="text"
                class="wide"
                id={path}
                name={side === undefined ? `+${path}|text` : `=${path}`}
                value={side?.text ?? ''}
                autocomplete="off"
                aria-invalid={side === undefined || hasFault(path, input) ? 'true' : undefined}
              />
            </Row>
            <Problems of={path} {...input} />
          </div>
        )
      })}
      <Problems of={node.path} {...input} />
    </>
  )
}

function Row({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="field-value">{children}</div>
    </div>
  )
}

function LeafField({ leaf, isRemovable, ...input }: FieldsInput & { leaf: OutlineLeaf; isRemovable: boolean }) {
  const { locale } = input
  const { path, field } = leaf
  const kind = kindOf(field?.definition, field?.choices)
  const name = isRemovable ? ownName(path, input) : fieldName(path, locale)
  const { text: shown, unit } = shownValue(leaf.text, kind, locale)
  const text = titleFor(shown, namesAt(path, kind, field?.choices ?? [], input))
  // A year or a month of the case is a choice, not a figure that has a source.
  const isNumber = !['text', 'word', 'day', 'month'].includes(kind) && field?.definition !== 'whole-number'
  // What is said of VAT is seldom printed anywhere, and says how far it may be trusted.
  const isMarked = isNumber || lastKey(path) === 'vat' || leaf.mark !== undefined
  return (
    <>
      <Row id={path} label={name}>
        {kind === 'word' ? (
          <Choice leaf={leaf} {...input} />
        ) : (
          <input
            type="text"
            id={path}
            name={`=${path}`}
            value={text}
            data-shown={text}
            class={kind === 'text' || text !== shown ? 'wide' : 'figure'}
            list={typedList(path, kind)}
            autocomplete="off"
            aria-invalid={hasFault(path, input) ? 'true' : undefined}
          />
        )}
        {unit !== '' && <span class="unit">{unitWord(unit, input.currency, locale)}</span>}
        {isMarked && !path.startsWith('case.estimates.') && <MarkField leaf={leaf} name={name} {...input} />}
        {isRemovable && <Remove path={path} what={name} locale={locale} />}
      </Row>
      {isUnread(leaf, kind, input) ? (
        <UnreadText leaf={leaf} kind={kind} {...input} />
      ) : (
        <Problems of={path} {...input} />
      )}
    </>
  )
}

/** A name that the writer has made up, or an owner's, a group's or a consequence's in the reader's language. */
function ownName(path: string, { owners, title }: FieldsInput): string {
  const key = lastKey(path)
  return title(path) ?? owners(path).find(({ name }) => name === key)?.words ?? key
}

const hasFault = (path: string, { problems }: FieldsInput): boolean =>
  problems.some((one) => isStop(one) && one.home === path)

/** One of a few words, told by what each means. */
function Choice({ leaf, ...input }: FieldsInput & { leaf: OutlineLeaf }) {
  const { path, text, field } = leaf
  const known = field?.choices ?? []
  const options = [...(known.includes(text) ? [] : [text === 'undecided' ? '' : text]), ...known]
  return (
    <select id={path} name={`=${path}`}>
      {options.map((option) => (
        <option key={option} value={option} selected={option === text}>
          {option === '' ? workshopWords[input.locale].add.choose : answerWords(path, option, input)}
        </option>
      ))}
    </select>
  )
}

const grades = ['', 'published', 'derived', 'assumed', 'invented'] as const

/** Where a number is from, in place: its grade is the word that opens it. */
function MarkField({ leaf, name, locale }: FieldsInput & { leaf: OutlineLeaf; name: string }) {
  const { path, mark } = leaf
  const words = workshopWords[locale]
  const { grades: graded } = caseWords[locale]
  return (
    <details class="mark">
      <summary class={mark?.grade === 'invented' || mark?.grade === 'assumed' ? 'act' : undefined}>
        {mark === undefined ? words.source : (graded[mark.grade] ?? mark.grade)}
        <span class="unseen">, {name}</span>
      </summary>
      <p class="mark-fields">
        <label for={`mark ${path}`}>{words.grade}</label>
        <select id={`mark ${path}`} name={`mark=${path}`}>
          {grades.map((grade) => (
            <option key={grade} value={grade} selected={grade === (mark?.grade ?? '')}>
              {grade === '' ? words.noGrade : graded[grade]}
            </option>
          ))}
        </select>
        <label for={`why ${path}`}>{words.reason}</label>
        <input
          type="text"
          class="wide"
          id={`why ${path}`}
          name={`why=${path}`}
          value={mark?.reason ?? ''}
          autocomplete="off"
        />
      </p>
    </details>
  )
}

function MoreFields({
  node,
  optional,
  locale,
  title,
}: FieldsInput & { node: OutlineMap; optional: readonly OutlineMissing[] }) {
  const { add, basis } = workshopWords[locale]
  const of = node.path === 'case' ? basis : (title(node.path) ?? fieldName(node.path, locale))
  return (
    <details class="more">
      <summary>
        {add.field}
        <span class="unseen">: {of}</span>
      </summary>
      {optional.length > 0 && (
        <p class="add-line">
          <label for={`add ${node.path}`} class="unseen">
            {add.field}
          </label>
          <select id={`add ${node.path}`} name={`add=${node.path}`}>
            <option value="">{add.choose}</option>
            {optional.map(({ key }) => (
              <option key={key} value={key}>
                {fieldName(`${node.path}.${key}`, locale)}
              </option>
            ))}
          </select>
          <button
            type="submit"
            name="do"
            value={`add|${node.path}`}
            class="quiet-button"
            aria-label={`${add.button}: ${add.field}`}
          >
            {add.button}
          </button>
        </p>
      )}
      {node.optional.map((key) => (
        <Remove
          key={key}
          path={`${node.path}.${key}`}
          what={fieldName(`${node.path}.${key}`, locale)}
          locale={locale}
        />
      ))}
    </details>
  )
}

export function Remove({ path, what, locale }: { path: string; what: string; locale: Locale }) {
  return (
    <button type="submit" name="do" value={`remove|${path}`} class="quiet-button remove">
      {workshopWords[locale].remove(what)}
    </button>
  )
}
