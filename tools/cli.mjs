#!/usr/bin/env node
/** The command line's start, as dist/cli.js: runs dist/cli-program.cjs, built from src/cli/main.ts. */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { scriptOf } from './compiled.mjs'

const { url } = import.meta
scriptOf(fileURLToPath(new URL('cli-program.cjs', url))).runInThisContext()(createRequire(url), url)
