/** A command that cannot be understood or carried out, in the reader's words. Ends with exit code 2, or 1 where the data are at fault. */
export class UsageFault extends Error {
  constructor(
    message: string,
    readonly code: 1 | 2 = 2,
  ) {
    super(message)
  }
}
