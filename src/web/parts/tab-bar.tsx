/** The row of tabs under the top of a page: of a contract, or of a business case. */
export type Tab = {
  href: string
  text: string
  /** The page itself, or one that a page below it belongs to. */
  current?: 'page' | 'true' | undefined
}

export function TabBar({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul class="wrap">
        {tabs.map(({ href, text, current }) => (
          <li key={text}>
            <a href={href} aria-current={current} data-text={text}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
