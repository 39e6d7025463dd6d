/**
 * A command that cannot be understood or carried out, in the reader's words.
 *
 * Ends with exit code 2, or 1 where the data are at fault, or 3 where they are unsettled. `problems` are what stands in the way; with
 * `--json` they are the answer, beside the words.
 */
import { type Problem } from '../core/base/index.ts'

export class UsageFault extends Error {
  constructor(
    message: string,
    readonly code: 1 | 2 | 3 = 2,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message)
  }
}
