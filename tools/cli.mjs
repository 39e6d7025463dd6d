#!/usr/bin/env node
/** The command line's start, as dist/cli.js: runs dist/cli-program.cjs, built from src/cli/main.ts. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { scriptOf } from './compiled.mjs'
import { putOffOptimising } from './put-off-optimising.ts'

const { url } = import.meta
const program = scriptOf(fileURLToPath(new URL('cli-program.cjs', url)))

// The compilation knows the flags it was made under, so they are set after it is read.
putOffOptimising()

program.runInThisContext()(createRequire(url), url)
