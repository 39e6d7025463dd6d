#!/usr/bin/env node
/** The command line's start, as dist/cli.js: runs dist/cli-program.cjs, built from src/cli/main.ts. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { scriptOf } from './compiled.mjs'

const { url } = import.meta
const program = scriptOf(fileURLToPath(new URL('cli-program.cjs', url)))

// Most commands are done before it pays to optimise anything, and each function V8 takes up costs them a wait. It is put off
// for as long as such a command takes; one that is still at work then gets V8's own measure back.
// The compilation knows the flags it was made under, so they are set after it is read.
setFlagsFromString('--interrupt-budget=400000')
setTimeout(() => setFlagsFromString('--interrupt-budget=67584'), 250).unref()

program.runInThisContext()(createRequire(url), url)
