/** What each assumption alone means to each budget owner, and what they do to each other: together the whole difference. */
import { caseWords, currencyWord, followWords, followedName, thousandText, ownerText } from '../../../locales/index.ts'
import { type Reader } from '../reader.ts'
import { type ShownFollowing } from './data.ts'

export function CostsSection({ reader, data }: { reader: Reader; data: ShownFollowing }) {
  const { locale } = reader
  const words = followWords[locale]
  const { compiled, following } = data
  const { followed, together, difference } = following
  const owners = compiled.owners.flatMap(({ name }, index) => {
    const isTouched = [difference[index]!, ...followed.map(({ costs }) => costs[index]!)].some((cost) => cost !== 0)
    return isTouched ? [{ index, name: ownerText(compiled, name, locale) }] : []
  })
  const groups = [...new Set(followed.map(({ group }) => group))]
  const cells = (costs: readonly number[]) =>
    owners.map(({ index, name }) => (
      <td class={costs[index] === 0 ? 'number quiet' : 'number'} key={name} data-label={name}>
        {thousandText(costs[index]! / 100, locale)}
      </td>
    ))
  return (
    <section aria-labelledby="costs" class="case-section">
      <h2 id="costs">{words.heads.costs}</h2>
      <p class="measure">{words.costsSays}</p>
      <table class="stacked by-owner">
        <thead>
          <tr>
            <th scope="col">{words.assumptionColumns.assumption}</th>
            {owners.map(({ name }) => (
              <th scope="col" class="number" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group ?? 'all'}>
            <tr>
              <th scope="rowgroup" colSpan={owners.length + 1} class="rows-of">
                {group === undefined ? words.all : compiled.groups[group]!.label[locale]}
              </th>
            </tr>
            {followed
              .filter((one) => one.group === group)
              .map((one) => (
                <tr key={`${one.assumption} ${one.item?.name ?? ''}`}>
                  <th scope="row">{followedName(one, locale)}</th>
                  {cells(one.costs)}
                </tr>
              ))}
          </tbody>
        ))}
        <tbody>
          <tr>
            <th scope="row">{words.together}</th>
            {cells(together)}
          </tr>
          <tr class="sum">
            <th scope="row">{words.difference}</th>
            {cells(difference)}
          </tr>
        </tbody>
      </table>
      <p class="small quiet">{caseWords[locale].perThousand(currencyWord(compiled.file.currency, locale))}</p>
    </section>
  )
}
