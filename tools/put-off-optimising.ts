/**
 * How a program that is to be quick at the start begins: with V8 putting off what it makes faster.
 *
 * Most commands are done before it pays to optimise anything, and each function V8 takes up costs them a wait. It is put off for as long as
 * such a command takes; one that is still at work then gets V8's own measure back. Figures of V8's flag `--interrupt-budget`.
 */
import { setFlagsFromString } from 'node:v8'

const atTheStart = 400_000
const ofV8 = 67_584
const startMilliseconds = 250

export function putOffOptimising(): void {
  setFlagsFromString(`--interrupt-budget=${String(atTheStart)}`)
  setTimeout(() => setFlagsFromString(`--interrupt-budget=${String(ofV8)}`), startMilliseconds).unref()
}
