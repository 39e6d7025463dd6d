/** What is still asked of the case, with its answers; and what is wrong at a field, with its remedies. Each is one press. */
import { caseProblemParts, openCaseQuestion, workshopWords } from '../../../locales/index.ts'
import { type OutlineMap, type OutlineMissing } from '../../core/valuation/index.ts'
import { kindOf } from '../parts/typed-value.ts'
import { isQuestion, keyOf } from './homes.ts'
import { answerWords, remedyWords } from './answer-words.ts'
import { type FieldsInput, fieldName, isOwnerShares, typedList } from './field-names.ts'

/** A question the case leaves open, with its answers to put in by one press, and a field where it can be another. */
export function AskedField({ node, missing, ...input }: FieldsInput & { node: OutlineMap; missing: OutlineMissing }) {
  const { locale, problems } = input
  const { key, field } = missing
  const path = `${node.path}.${key}`
  const found = problems.find((one) => one.home === node.path && keyOf(one) === key && isQuestion(one))
  const question = found === undefined ? undefined : openCaseQuestion(found, locale)
  const name = fieldName(path, locale)
  return (
    <div class="asked" id={`asked ${path}`}>
      <p>
        <b>{name}.</b> {question?.question ?? ''} <span class="quiet small">{question?.money}</span>
      </p>
      <p class="asked-answers">
        {question?.answers.map(({ paste }, index) => {
          const says = answerWords(path, paste.replace(/^[a-z-]+: /, ''), input)
          return (
            <button
              key={paste}
              type="submit"
              name="do"
              value={`paste|${node.path}|${found!.code}|${key}|${index}`}
              class="quiet-button"
              aria-label={`${name}: ${says}`}
              data-writes={paste}
            >
              {says}
            </button>
          )
        })}
        {path === 'case.finance.chosen' && <OtherFinance offered={question?.answers ?? []} path={path} input={input} />}
        <OwnAnswer path={path} name={name} field={field} locale={locale} node={node} fieldKey={key} />
      </p>
    </div>
  )
}

/** A pool or an investor that is not in the case yet: choosing it begins it, and the hand goes there. */
function OtherFinance({
  offered,
  path,
  input,
}: {
  offered: readonly { paste: string }[]
  path: string
  input: FieldsInput
}) {
  return (
    <>
      {(['pool', 'investor'] as const)
        .filter((mode) => !offered.some(({ paste }) => paste.endsWith(`: ${mode}`)))
        .map((mode) => (
          <button
            key={mode}
            type="submit"
            name="do"
            value={`finance|case.finance|${mode}`}
            class="quiet-button"
            aria-label={`${fieldName(path, input.locale)}: ${answerWords(path, mode, input)}`}
          >
            {answerWords(path, mode, input)}
          </button>
        ))}
    </>
  )
}

type OwnAnswerInput = {
  path: string
  name: string
  field: OutlineMissing['field']
  locale: FieldsInput['locale']
  node: OutlineMap
  fieldKey: string
}

/** Where the answer can be another: a field for it, or what belongs there to be filled in. */
function OwnAnswer({ path, name, field, locale, node, fieldKey: key }: OwnAnswerInput) {
  const words = workshopWords[locale]
  const isShares = isOwnerShares(path)
  const isPlain = field.definition !== undefined && !isShares
  return (
    <>
      {isPlain ? (
        <>
          <label class="unseen" for={path}>
            {name}
          </label>
          <input
            type="text"
            class="figure"
            id={path}
            name={`+${path}|${field.definition}`}
            list={typedList(path, kindOf(field.definition))}
            autocomplete="off"
          />
          <button
            type="submit"
            name="do"
            value={`compute|${path}`}
            class="quiet-button"
            aria-label={`${words.write}: ${name}`}
          >
            {words.write}
          </button>
        </>
      ) : (
        (isShares || field.choices.length === 0) && (
          <button
            type="submit"
            name="do"
            value={`add|${node.path}|${key}`}
            class="quiet-button"
            aria-label={isShares ? `${name}: ${words.add.shares}` : `${words.add.button}: ${name}`}
          >
            {isShares ? words.add.shares : words.add.button}
          </button>
        )
      )}
    </>
  )
}

/** What is wrong at a field, and what can be put there instead; what no press can mend is only told. Questions stand where they are asked. */
export function Problems({ of, ...input }: FieldsInput & { of: string }) {
  const { problems, locale } = input
  const here = problems.filter((one) => one.home === of && !isQuestion(one))
  return (
    <>
      {here.map((problem) => {
        const { says, choices } = caseProblemParts(problem, locale)
        const isNotice = problem.severity === 'notice'
        return (
          <div class={isNotice ? 'field-problem notice' : 'field-problem'} key={`${problem.code} ${says}`}>
            <p class="small">
              {!isNotice && <span class="act">{workshopWords[locale].fault}. </span>}
              {says}
            </p>
            {choices.length > 0 && (
              <p class="asked-answers">
                {choices.map(({ paste }, index) =>
                  problem.choices[index]?.edit === undefined ? (
                    <code key={paste}>{paste}</code>
                  ) : (
                    <button
                      key={paste}
                      type="submit"
                      name="do"
                      value={`paste|${of}|${problem.code}|${keyOf(problem)}|${index}`}
                      class="quiet-button"
                      data-writes={paste}
                    >
                      {remedyWords(of, paste, input) ?? <code>{paste}</code>}
                    </button>
                  ),
                )}
              </p>
            )}
          </div>
        )
      })}
    </>
  )
}
