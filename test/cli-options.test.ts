/** The options of every command, as the table of commands has them: what is not in a closed set is refused with what is. */
import { expect, test } from 'vitest'
import { commands, everyCommand } from '../src/cli/commands.ts'
import { run } from './run-command.ts'

test('every option that has a closed set refuses what is not in it, and says what is', async () => {
  for (const { name, arguments: taken, options } of commands) {
    for (const { name: option, choices } of [...options, ...everyCommand]) {
      if (choices === undefined) continue
      const { code, err } = await run([name, ...taken.map(() => 'x'), `--${option}`, 'nonesuch'])
      expect([name, option, code], err).toEqual([name, option, 2])
      for (const choice of choices) expect(err, `${name} --${option}`).toContain(choice)
    }
    const unknown = await run([name, ...taken.map(() => 'x'), '--nonesuch'])
    expect([name, unknown.code], unknown.err).toEqual([name, 2])
    expect(unknown.err).toContain('--nonesuch')
  }
})
