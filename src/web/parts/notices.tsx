/** What a case tells of that is odd and no fault, each once. */
import { problemParts } from '../../../locales/index.ts'
import { type Problem } from '../../core/base/index.ts'
import { type Reader } from '../reader.ts'

export function NoticeList({ reader, problems }: { reader: Reader; problems: readonly Problem[] }) {
  const notices = problems.filter(({ severity }) => severity === 'notice')
  const said = [...new Set(notices.map((notice) => problemParts(notice, reader.locale).says))]
  return (
    <ul class="must-be">
      {said.map((one) => (
        <li class="measure" key={one}>
          {one}
        </li>
      ))}
    </ul>
  )
}
