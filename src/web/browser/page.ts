/**
 * The one script of the pages. Everything works without it.
 *
 * Text that is meant to be pasted somewhere gets a button that copies it. On a narrow screen the tabs begin at the
 * current one. A page on which something is still being worked out is fetched again until it is whole.
 */
const current = document.querySelector<HTMLElement>('.tabs [aria-current]')
const tabs = current?.closest<HTMLElement>('.tabs ul')
// Only the row of tabs is moved: scrolling the page would also move where the first key press begins.
if (current && tabs) tabs.scrollLeft = current.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2

offerCopies(document)

const lookAgainMs = 700
if (document.querySelector('[data-pending]') !== null) setTimeout(() => void lookAgain(), lookAgainMs)

/** Puts what has changed in place, so that the reader keeps theirs; a file that has come is fetched as one. */
async function lookAgain(): Promise<void> {
  const answer = await fetch(location.href).catch(() => undefined)
  if (answer?.headers.get('content-type')?.startsWith('text/html') === false) return location.reload()
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html')
  const isWhole = answer !== undefined && page.querySelector('[data-pending]') === null
  for (const place of document.querySelectorAll('[data-pending]')) {
    const [fresh] = isWhole ? [] : page.querySelectorAll('[data-pending]')
    if (fresh !== undefined) place.replaceChildren(...fresh.childNodes)
  }
  const [here, there] = [document.getElementById('content'), page.getElementById('content')]
  if (isWhole && here !== null && there !== null) {
    here.replaceChildren(...there.childNodes)
    document.title = page.title
    offerCopies(here)
  } else setTimeout(() => void lookAgain(), lookAgainMs)
}

/** What is meant to be pasted gets its button. */
function offerCopies(root: ParentNode): void {
  for (const text of root.querySelectorAll<HTMLElement>('[data-copy]')) {
    const [copy = '', copied = ''] = (text.dataset.copy ?? '').split('|')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'copy'
    button.textContent = copy
    button.setAttribute('aria-label', `${copy}: ${text.textContent}`)
    button.addEventListener('click', () => {
      void navigator.clipboard.writeText(text.textContent).then(() => {
        button.textContent = copied
        setTimeout(() => {
          button.textContent = copy
        }, 2000)
      })
    })
    text.after(button)
  }
}
