/**
 * The one script of the pages. Everything works without it.
 *
 * Text that is meant to be pasted somewhere gets a button that copies it. On a narrow screen the tabs begin at the
 * current one.
 */
const current = document.querySelector<HTMLElement>('.tabs [aria-current]')
const tabs = current?.closest<HTMLElement>('.tabs ul')
// Only the row of tabs is moved: scrolling the page would also move where the first key press begins.
if (current && tabs) tabs.scrollLeft = current.offsetLeft - (tabs.clientWidth - current.offsetWidth) / 2

for (const text of document.querySelectorAll<HTMLElement>('[data-copy]')) {
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
