/** The numbers of chance in a browser: the same bits as here, to the last. */
import chromiumFromNpm from '@sparticuz/chromium'
import { build } from 'esbuild'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Distribution, samplerOf } from '../src/core/simulation/distribution.ts'
import { Stream } from '../src/core/simulation/stream.ts'
import { projectFolder } from './sources.ts'

const distributions: Distribution[] = [
  { kind: 'within', of: { kind: 'normal', mean: 0.15, deviation: 0.1 }, low: 0, high: 0.5 },
  { kind: 'lognormal', mean: 11.6, deviation: 0.25 },
  { kind: 'beta', a: 24, b: 16 },
  { kind: 'gamma', shape: 0.4, scale: 2 },
  { kind: 'likely', low: 0.35, likely: 0.5, high: 0.65 },
  { kind: 'poisson', mean: 1.5 },
  { kind: 'geometric', chance: 0.07 },
]

/** Every draw as the sixteen hexadecimal digits of its bits. */
function bitsDrawn(sampler: typeof samplerOf, stream: Stream, all: readonly Distribution[]): string[] {
  return all.flatMap((distribution) => {
    const { draw, quantile } = sampler(distribution)
    const drawn = Array.from({ length: 50 }, (_, at) => (at % 10 === 9 ? quantile(at / 50) : draw(stream)))
    return drawn.map((number) => new BigUint64Array(Float64Array.of(number).buffer)[0]!.toString(16))
  })
}

test('Chromium draws the same bits', { timeout: 120_000 }, async () => {
  const here = bitsDrawn(samplerOf, new Stream('browser', 5), distributions)
  const source = `
    import { samplerOf } from './src/core/simulation/distribution.ts'
    import { Stream } from './src/core/simulation/stream.ts'
    globalThis.drawn = (${bitsDrawn.toString()})(samplerOf, new Stream('browser', 5), ${JSON.stringify(distributions)})`
  const stdin = { contents: source, resolveDir: projectFolder, loader: 'ts' } as const
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    format: 'iife',
    write: false,
    absWorkingDir: join(projectFolder),
  })
  const installed = '/usr/bin/chromium'
  const executablePath = existsSync(installed) ? installed : await chromiumFromNpm.executablePath()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--headless=shell', '--no-zygote'] })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: outputFiles[0]!.text })
    expect(await page.evaluate('drawn')).toEqual(here)
  } finally {
    await browser.close()
  }
})
