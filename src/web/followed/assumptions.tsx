/** What was assumed beside what was seen, group by group, with a verdict and since when. */
import { followCounts, followWords, followedTexts } from '../../../locales/index.ts'
import { monthEnd } from '../../operations/index.ts'
import { type Reader } from '../reader.ts'
import { type ShownFollowing } from './data.ts'

export function AssumptionsSection({ reader, data }: { reader: Reader; data: ShownFollowing }) {
  const { locale } = reader
  const words = followWords[locale]
  const { compiled, following, found } = data
  const groups = [...new Set(following.followed.map(({ group }) => group))]
  return (
    <section aria-labelledby="assumptions" class="case-section">
      <h2 id="assumptions">{words.heads.assumptions}</h2>
      {groups.map((group) => (
        <AssumptionsTable key={group ?? 'all'} reader={reader} data={data} group={group} />
      ))}
      {followCounts({ compiled, following, locale }, found.unplaced).map((says) => (
        <p class="small quiet" key={says}>
          {says}
        </p>
      ))}
    </section>
  )
}

function AssumptionsTable({
  reader,
  data: { compiled, following },
  group,
}: {
  reader: Reader
  data: ShownFollowing
  group: number | undefined
}) {
  const { locale } = reader
  const { all, assumptionColumns: columns } = followWords[locale]
  const name = group === undefined ? all : compiled.groups[group]!.label[locale]
  const setting = { currency: compiled.file.currency, locale, monthEnd: (month: number) => monthEnd(compiled, month) }
  const shown = following.followed.filter((one) => one.group === group)
  return (
    <table class="stacked assumptions">
      <caption>{name}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.assumption}</th>
          <th scope="col" class="number">
            {columns.assumed}
          </th>
          <th scope="col" class="number">
            {columns.seen}
          </th>
          <th scope="col" class="number">
            {columns.interval}
          </th>
          <th scope="col">{columns.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => {
          const texts = followedTexts(one, setting)
          return (
            <tr key={`${one.assumption} ${one.item?.name ?? ''}`}>
              <th scope="row">{texts.assumption}</th>
              <td class="number" data-label={columns.assumed}>
                {texts.assumed}
              </td>
              <td class="number" data-label={columns.seen}>
                {texts.seen}
              </td>
              <td class="number" data-label={columns.interval}>
                {texts.interval === '' ? '–' : texts.interval}
              </td>
              <td data-label={columns.verdict} class={one.since === undefined ? undefined : 'act'}>
                {texts.verdict}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
