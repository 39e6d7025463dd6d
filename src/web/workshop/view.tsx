/**
 * The workshop: the case step by step as fields at the left, what it comes to at the right. One form, and every button in it sends
 * it; in a browser with script the same form is answered where it stands.
 */
import { Component, type ComponentChildren } from 'preact'
import { casePageWords, caseWords, checklistWords, workshopWords } from '../../../locales/index.ts'
import { type Locale } from '../../core/base/index.ts'
import { type OutlineMap } from '../../core/valuation/index.ts'
import { stepNames } from '../case/steps.tsx'
import { Checklist } from '../parts/case-checklist.tsx'
import { type DraftView } from './draft.ts'
import { DraftsKept } from './drafts-kept.tsx'
import { fieldName } from './field-names.ts'
import { MapFields, NodeFields } from './fields.tsx'
import { Item, Items, type Part, inputOf } from './items.tsx'
import { namesIn } from './named.ts'
import { Onward } from './onward.tsx'
import { PriceSearch } from './price-search.tsx'
import { Result, Sentence } from './result.tsx'
import { SignOff } from './sign-off.tsx'
import { Stops } from './stops.tsx'

export type ViewInput = { view: DraftView; locale: Locale; action: string }

export function WorkshopView({ view, locale, action }: ViewInput) {
  const { draft, live } = view
  const root = draft.outline?.root
  const shown = live === undefined ? draft.valued : { compiled: live.compiled, report: live.live }
  return (
    <form class="workshop" method="post" action={action} id="workshop-form">
      <Bar view={view} locale={locale} />
      <Onward view={view} locale={locale} action={action} />
      <DraftsKept view={view} locale={locale} />
      <Stops view={view} locale={locale} />
      <div class="workshop-columns">
        <div class="workshop-steps">
          <StepsWhenChanged view={view} locale={locale} root={root} />
        </div>
        <Result view={view} locale={locale} />
      </div>
      {shown !== undefined && (
        <div class="workshop-foot" aria-hidden="true">
          <Sentence locale={locale} compiled={shown.compiled} figures={shown.report} />
        </div>
      )}
    </form>
  )
}

function Bar({ view, locale }: { view: DraftView; locale: Locale }) {
  const words = workshopWords[locale]
  const { draft, canUndo, canRedo } = view
  return (
    <div class="workshop-bar noprint">
      <input type="hidden" name="text" value={draft.text} />
      <input type="hidden" name="scenario" value={draft.scenario} />
      <button type="submit" name="do" value="compute">
        {words.compute}
      </button>
      <button type="submit" name="do" value="undo" class="script-only" disabled={!canUndo}>
        {words.undo}
      </button>
      <button type="submit" name="do" value="redo" class="script-only" disabled={!canRedo}>
        {words.redo}
      </button>
      <button type="submit" name="do" value="save">
        {words.save}
      </button>
      <p class="script-only open-file">
        <input class="unseen" type="file" id="open-file" accept=".yaml,.yml,.xlsx,text/plain" />
        <label class="button" for="open-file">
          {words.open}
        </label>
      </p>
      <fieldset class="scenarios">
        <legend class="unseen">{words.scenario}</legend>
        {(['narrow', 'broad'] as const).map((one) => (
          <button
            key={one}
            type="submit"
            name="do"
            value={`scenario|${one}`}
            class="quiet-button"
            aria-pressed={draft.scenario === one ? 'true' : 'false'}
          >
            {caseWords[locale].scenarios[one]}
          </button>
        ))}
      </fieldset>
      <p class="small quiet script-only workshop-kept">{words.kept}</p>
    </div>
  )
}

type StepsInput = Omit<Part, 'root'> & { root: OutlineMap | undefined }

/** The fields and the text are the draft's; while a hand moves an estimate, or chances are drawn, only the result is drawn anew. */
class StepsWhenChanged extends Component<StepsInput> {
  override shouldComponentUpdate({ view, locale }: StepsInput): boolean {
    const before = this.props.view
    const isSame = view.draft === before.draft && view.opened === before.opened && view.searches === before.searches
    if (view.signing !== before.signing) return true
    return !isSame || locale !== this.props.locale
  }
  override render() {
    const { view, locale, root } = this.props
    return (
      <>
        {root === undefined ? (
          <p class="act">{workshopWords[locale].broken}</p>
        ) : (
          <Steps view={view} locale={locale} root={root} />
        )}
        <AsText view={view} locale={locale} />
      </>
    )
  }
}

/** The basis first, then the six steps of SØM in their order, each with its sign-off. */
function Steps({ view, locale, root }: Part) {
  const words = workshopWords[locale]
  const titles = casePageWords[locale].steps.titles
  const part = { view, locale, root }
  return (
    <>
      <Names {...part} />
      <Step id="basis" title={words.basis} part={part}>
        <div id="case" tabindex={-1}>
          <MapFields node={root} leftOut={notBasis(view)} {...inputOf(view, locale)} />
        </div>
        <Items {...part} of="departments" add={words.add.department} />
        <InContract {...part} />
      </Step>
      <Step id="target-group" number={1} title={titles[0]!} part={part}>
        <Items {...part} of="groups" add={words.add.group} />
      </Step>
      <Step id="cost" number={2} title={titles[1]!} part={part}>
        <Items {...part} of="costs" add={words.add.cost} ways={['money', 'minutes']} />
      </Step>
      <Step id="success-rate" number={3} title={titles[2]!} part={part}>
        <Items {...part} of="estimates" add={words.add.estimate} ways={['range', 'is']} />
      </Step>
      <Step id="consequences" number={4} title={titles[3]!} part={part}>
        <Items {...part} of="consequences" add={words.add.consequence} ways={['amount', 'units', 'years', 'use']} />
      </Step>
      <Step id="prices" number={5} title={titles[4]!} part={part}>
        <PricesUsed {...part} />
      </Step>
      <Step id="finance" title={words.finance} part={part}>
        <OwnPart {...part} of="finance" />
      </Step>
      <Step id="followed-savings" title={words.followed} part={part}>
        <OwnPart {...part} of="savings-followed" />
      </Step>
      <Step id="result-step" number={6} title={titles[5]!} part={part} signs="result">
        {null}
      </Step>
    </>
  )
}

/** Which version of the format the text is of is nothing to fill in, unless it is wrong. */
const notBasis = ({ draft }: DraftView): string[] =>
  draft.problems.some(({ home }) => home === 'case.bundlinje-case') ? ownParts : ['bundlinje-case', ...ownParts]

const ownParts = [
  'estimates',
  'groups',
  'costs',
  'consequences',
  'finance',
  'departments',
  'in-contract',
  'savings-followed',
  'signed-off',
]

/** How the case's people show in its contract: long, and closed until it is asked for. */
function InContract(part: Part) {
  const node = part.root.entries.find(({ key }) => key === 'in-contract')?.node
  if (node === undefined) return null
  return <Item {...part} item={node} name={fieldName(node.path, part.locale)} of="in-contract" />
}

/** What may be typed where somebody or something is named, each by its title. */
function Names({ root, locale }: Part) {
  const shares = ['10', '20', '25', '30', '40', '50', '60', '70', '75', '80', '90', '100']
  const lists = { 'owner-shares': shares.map((share) => ({ name: share, words: share })), ...namesIn(root, locale) }
  return (
    <>
      {Object.entries(lists).map(([id, names]) => (
        <datalist id={id} key={id}>
          {names.map(({ name, words }) => (
            <option key={name} value={words} />
          ))}
        </datalist>
      ))}
    </>
  )
}

type StepInput = { id: string; number?: number; title: string; part: Part; signs?: string; children: ComponentChildren }

function Step({ id, number, title, part, signs = id, children }: StepInput) {
  const { view, locale } = part
  const stepSigned = stepNames.find((step) => step === signs)
  const points = (view.draft.valued ?? view.lastGood)?.report.checklist.filter(({ step }) => step === signs) ?? []
  return (
    <section class="workshop-step" aria-labelledby={`step-${id}`}>
      <h2 id={`step-${id}`}>
        {number !== undefined && <span class="step-number">{number}</span>}
        {title}
      </h2>
      {stepSigned !== undefined && <p class="measure small quiet">{checklistWords[locale].steps[stepSigned]}</p>}
      {children}
      {points.length > 0 && <Checklist locale={locale} points={points} title={title} />}
      {stepSigned !== undefined && <SignOff view={view} locale={locale} step={stepSigned} title={title} />}
    </section>
  )
}

/** The prices that were looked up, gathered for whoever checks them. */
function PricesUsed({ view, locale }: Part) {
  const leaves = [...(view.draft.outline?.leaves.values() ?? [])].filter(({ path }) =>
    /^case\.consequences\.[^.]+\.price$/.test(path),
  )
  const year = Number(view.draft.outline?.leaves.get('case.price-year')?.text)
  return (
    <>
      {leaves.map(({ path, text }) => (
        <PriceSearch
          key={path}
          locale={locale}
          catalogue={view.ground.catalogue}
          path={`${path}#`}
          chosen={text}
          search=""
          priceYear={Number.isInteger(year) && year > 1900 ? year : undefined}
        />
      ))}
    </>
  )
}

function OwnPart({ view, locale, root, of }: Part & { of: string }) {
  const words = workshopWords[locale]
  const node = root.entries.find(({ key }) => key === of)?.node
  const input = inputOf(view, locale)
  if (node !== undefined && node.kind !== 'map') return <NodeFields node={node} {...input} />
  return (
    <div id={`case.${of}`} tabindex={-1}>
      {node !== undefined ? (
        <MapFields node={node} {...input} />
      ) : (
        <p>
          <button type="submit" name="do" value={`add|case|${of}`} class="quiet-button">
            {words.add.row}
            <span class="unseen">: {of === 'finance' ? words.finance : words.followed}</span>
          </button>
        </p>
      )}
    </div>
  )
}

/** In the browser the text is put into the field once the page is there: nothing is left in it of what the server wrote. */
class AsText extends Component<{ view: DraftView; locale: Locale }> {
  override componentDidMount() {
    this.forceUpdate()
  }
  override render() {
    return <TextField {...this.props} />
  }
}

function TextField({ view, locale }: { view: DraftView; locale: Locale }) {
  const words = workshopWords[locale]
  return (
    <details class="as-text" open={view.draft.outline === undefined}>
      <summary>{words.asText}</summary>
      <p class="measure small">
        <label for="new-text">{words.asTextSays}</label>
      </p>
      <textarea id="new-text" name="new-text" rows={24} spellcheck={false} value={view.draft.text} />
      <p>
        <button type="submit" name="do" value="compute|text" class="quiet-button">
          {words.compute}
        </button>
      </p>
    </details>
  )
}
