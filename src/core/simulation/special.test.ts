import { expect, test } from 'vitest'
import { betaBelow, gammaAbove, gammaBelow, logGamma, normalBelow, normalQuantile } from './special.ts'

/** From scipy 1.17, which is not ours. */
const known: [name: string, found: number, expected: number][] = [
  ['below −8', normalBelow(-8), 6.22096057427174e-16],
  ['below −3', normalBelow(-3), 0.0013498980316300933],
  ['below −0.2', normalBelow(-0.2), 0.42074029056089696],
  ['below 1.96', normalBelow(1.96), 0.9750021048517795],
  ['below 5', normalBelow(5), 0.9999997133484281],
  ['normal quantile 1e-20', normalQuantile(1e-20), -9.262340089798409],
  ['normal quantile 0.00001', normalQuantile(1e-5), -4.264890793922825],
  ['normal quantile 0.02', normalQuantile(0.02), -2.053748910631823],
  ['normal quantile 0.3', normalQuantile(0.3), -0.5244005127080409],
  ['normal quantile 0.975', normalQuantile(0.975), 1.959963984540054],
  ['ln Γ(0.1)', logGamma(0.1), 2.252712651734206],
  ['ln Γ(0.5)', logGamma(0.5), 0.5723649429247],
  ['ln Γ(1.5)', logGamma(1.5), -0.12078223763524526],
  ['ln Γ(40)', logGamma(40), 106.63176026064345],
  ['ln Γ(1234.5)', logGamma(1234.5), 7550.550901077894],
  ['gamma 2 below 3', gammaBelow(2, 3), 0.8008517265285442],
  ['gamma 0.1 below 0.00001', gammaBelow(0.1, 1e-5), 0.3323984050405032],
  ['gamma 24 below 20', gammaBelow(24, 20), 0.21250718321157247],
  ['gamma 300 below 310', gammaBelow(300, 310), 0.7224887541718611],
  ['gamma 2 above 30', gammaAbove(2, 30), 2.9008631203404573e-12],
  ['beta 24, 16 below 0.6', betaBelow(24, 16, 0.6), 0.4913848334023895],
  ['beta 4, 36 below 0.05', betaBelow(4, 36, 0.05), 0.1291376239763805],
  ['beta 0.5, 0.5 below 0.1', betaBelow(0.5, 0.5, 0.1), 0.20483276469913345],
  ['beta 2, 3 below 0.99', betaBelow(2, 3, 0.99), 0.99999603],
  ['beta 200, 300 below 0.4', betaBelow(200, 300, 0.4), 0.5024286163199315],
]

test.each(known)('%s', (_, found, expected) => {
  expect(Math.abs(found / expected - 1)).toBeLessThan(1e-11)
})

test('the quantile is the way back', () => {
  for (let x = -7.5; x <= 5; x += 0.01) {
    expect(Math.abs(normalQuantile(normalBelow(x)) - x)).toBeLessThan(x < 0 ? 1e-12 : 1e-9)
  }
})

test('at the ends', () => {
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(2), normalBelow(0)]).toEqual([
    -Infinity,
    Infinity,
    NaN,
    0.5,
  ])
  expect([gammaBelow(2, 0), betaBelow(2, 3, 0), betaBelow(2, 3, 1)]).toEqual([0, 0, 1])
})
