/** What every form of days is made of: what was wrong with the days asked for, and a field to write another in. */
import { type Day } from '../../core/base/index.ts'
import { type Choices, choiceName } from '../address.ts'
import { type Reader } from '../reader.ts'
import { fieldDay } from './typed-day.ts'

/** Days that could not be read, each told by itself. */
export function DayFaults({ faults }: { faults: readonly string[] }) {
  return (
    <>
      {faults.map((fault) => (
        <p class="fault" role="alert" key={fault}>
          <span class="act">{fault}</span>
        </p>
      ))}
    </>
  )
}

type FieldOfDay = {
  reader: Reader
  choice: keyof Choices
  label: string
  day: Day | undefined
  isRequired?: boolean
  id?: string
}

/** A field for one of the address's days, with the day that is shown now. */
export function DayField({ reader: { locale }, choice, label, day, isRequired = false, id = choice }: FieldOfDay) {
  return (
    <p>
      <label class="small quiet" for={id}>
        {label}
      </label>
      <input
        type="text"
        id={id}
        name={choiceName(choice, locale)}
        value={day === undefined ? '' : fieldDay(day, locale)}
        autocomplete="off"
        required={isRequired}
      />
    </p>
  )
}
