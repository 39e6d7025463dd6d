/** `npm run bundlinje -- check contracts/…`: the command line, built first if it is old; paths are from where you stand. */
import { runProgram } from './program.mjs'

process.chdir(process.env.INIT_CWD ?? process.cwd())
await runProgram({ built: 'cli.js', source: 'src/cli/main.ts' })
