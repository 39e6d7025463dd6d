/** A quiet button of a form that is answered by what the button does; `isPressed` for one that shows which of several is on. */
import { type ComponentChildren } from 'preact'

export function Do({ does, isPressed, children }: { does: string; isPressed?: boolean; children: ComponentChildren }) {
  const pressed = isPressed === undefined ? {} : { 'aria-pressed': isPressed ? ('true' as const) : ('false' as const) }
  return (
    <button type="submit" name="do" value={does} class="quiet-button" {...pressed}>
      {children}
    </button>
  )
}
