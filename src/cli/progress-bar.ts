/**
 * The bar that shows how far long work has come: the three strokes again, on the error stream.
 *
 *     Læser oplysninger ━━━━━━━━━━┄┄┄┄┄┄┄┄┄┄ 52 %
 *
 * Work that takes less than half a second shows nothing, and what is shown is taken away at the end. Work here runs
 * without pause, so the bar is written at once rather than when the program next has time.
 */
import { writeSync } from 'node:fs'

const firstAfterMs = 500
const betweenMs = 60
const places = 24

export type ProgressBar = { show: (share: number | undefined, what: string) => void; done: () => void }

export function progressBar(stream: { fd: number }, isShown: boolean): ProgressBar {
  if (!isShown) return { show: () => {}, done: () => {} }
  const started = performance.now()
  let last = started + firstAfterMs - betweenMs
  let isDrawn = false
  const write = (text: string) => {
    try {
      writeSync(stream.fd, text)
    } catch {
      // A terminal that cannot take the bar just now does without it.
    }
  }
  return {
    show(share, what) {
      const now = performance.now()
      if (now - last < betweenMs) return
      last = now
      isDrawn = true
      if (share === undefined) {
        write(`\r${what} …\u001b[K`)
        return
      }
      const thick = Math.max(0, Math.min(places, Math.round(share * places)))
      const bar = '━'.repeat(thick) + '┄'.repeat(places - thick)
      write(`\r${what} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %\u001b[K`)
    },
    done() {
      if (isDrawn) write('\r\u001b[K')
      isDrawn = false
    },
  }
}
