/**
 * What a hand reaches in the workshop: a link goes to its field and opens what is folded about it, Enter presses the button of its own
 * line, the second click of a double click does nothing, and whoever answers by key stands in what they answered.
 */
import { isOwnerShares } from '../../workshop/field-names.ts'

/** Opens what is folded about the element, brings it into sight and goes into its first field. */
function reach(id: string): void {
  const found = document.getElementById(id)
  if (found === null) return
  for (let above: Element | null = found; above !== null; above = above.parentElement)
    if (above instanceof HTMLDetailsElement) above.open = true
  const fields = 'input:not([type=hidden]), select, textarea, button'
  const field = found.matches(fields) ? found : (found.querySelector<HTMLElement>(fields) ?? found)
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
}

/** What moves under the hand after the first click is not what the second was meant for; the bar above stays where it is. */
export function oneClickAtATime(root: HTMLElement): void {
  root.addEventListener(
    'click',
    (event) => {
      const button = (event.target as Element).closest('button')
      if (event.detail < 2 || button === null || button.closest('.workshop-bar') !== null) return
      event.preventDefault()
      event.stopPropagation()
    },
    true,
  )
}

export function keysAndLinks(root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
    if (link === null) return
    event.preventDefault()
    reach(decodeURIComponent(link.hash.slice(1)))
  })
  root.addEventListener('keydown', (event) => {
    const field = event.target
    if (event.key !== 'Enter' || !(field instanceof HTMLInputElement) || field.type !== 'text') return
    const button = field
      .closest('.add-item, .add-line, .sign-off')
      ?.querySelector<HTMLButtonElement>('button[type=submit]')
    if (button === null || button === undefined) return
    event.preventDefault()
    button.click()
  })
}

/** Whoever answered by key goes on from the same field, or where the button has gone from the answer: `paste|case.costs.course|edge-unsettled|per|1`. */
export function stayWith(does: string, before: string): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  const [verb = '', path = '', code = '', key = ''] = does.split('|')
  const added = verb === 'add' ? code : key
  const here = [before, `${path}.${added}`, `asked ${path}.${added}`, path, path.slice(0, path.lastIndexOf('.'))]
  const found = here.find((id) => document.getElementById(id) !== null)
  if (found !== undefined) reach(found)
}

/** After something has been added at a path: its first field, and of a new owner or payer that of the share. */
export function beginWith(path: string, opened: string): void {
  // What has been added is named no more: pressing again adds nothing.
  const name = document.getElementById(`name ${path}`)
  if (name instanceof HTMLInputElement || name instanceof HTMLSelectElement) name.value = ''
  const shares = isOwnerShares(path) ? document.querySelectorAll<HTMLElement>(`input[id^="${path}."]`) : []
  const first = document.getElementById(opened)?.querySelector<HTMLElement>('input[type=text]')
  const field = shares[shares.length - 1] ?? first
  field?.focus()
}
