/**
 * The exponential, the logarithm and powers, by + − × ÷ alone, so that every machine and browser gives the same bits.
 *
 *     exp(1) = 2.718281828459045     log(2) = 0.6931471805599453     pow(1.035, -0.5) = 0.982946374365981
 *
 * JavaScript leaves the last bits of `Math.exp`, `Math.log` and `Math.pow` to whoever builds the engine; a simulation that
 * is to be redrawn elsewhere cannot stand on them. `exp` and `log` are within one unit in the last place of the true value
 * (tested); `pow(x, y)` is exp(y × log x) and within 2 + 2 × |y × log x| such units. Floating point: nothing here decides a payment.
 */

/** ln 2 in a part of few bits, whose multiples are exact, and the rest. */
const ln2High = 6.9314718036912381649e-1
const ln2Low = 1.90821492927058770002e-10

/** ln 2 / 32 likewise. */
const stepHigh = 0.021660849390173098
const stepLow = 2.325192846878874e-12
const stepsPerUnit = 46.16624130844683

/** 2^(j/32), rounded to the nearest number there is, and what rounding left. */
const roots = Float64Array.of(
  1.0,
  1.0218971486541166,
  1.0442737824274138,
  1.0671404006768237,
  1.0905077326652577,
  1.1143867425958924,
  1.1387886347566916,
  1.1637248587775775,
  1.189207115002721,
  1.215247359980469,
  1.241857812073484,
  1.2690509571917332,
  1.2968395546510096,
  1.3252366431597413,
  1.3542555469368927,
  1.383909881963832,
  1.4142135623730951,
  1.4451808069770467,
  1.4768261459394993,
  1.5091644275934228,
  1.5422108254079407,
  1.5759808451078865,
  1.6104903319492543,
  1.645755478153965,
  1.681792830507429,
  1.718619298122478,
  1.7562521603732995,
  1.7947090750031072,
  1.8340080864093424,
  1.8741676341103,
  1.9152065613971474,
  1.9571441241754002,
)
const rootsRest = Float64Array.of(
  0.0,
  5.109225028973444e-17,
  8.551889705537965e-17,
  -7.899853966841582e-17,
  -3.046782079812471e-17,
  1.0410278456845571e-16,
  8.912812676025408e-17,
  3.8292048369240935e-17,
  3.982015231465646e-17,
  -7.712630692681488e-17,
  4.658027591836937e-17,
  2.667932131342186e-18,
  2.5382502794888315e-17,
  -2.8587312100388614e-17,
  7.70094837980299e-17,
  -6.770511658794786e-17,
  -9.667293313452913e-17,
  -3.0237581349939873e-17,
  -3.483994556892796e-17,
  -1.016455327754295e-16,
  7.949834809697621e-17,
  -1.0136916471278304e-17,
  2.4707192569797888e-17,
  -1.0125679913674773e-16,
  8.199010020581497e-17,
  -1.851380418263111e-17,
  2.960140695448873e-17,
  1.8227458427912087e-17,
  3.283107224245627e-17,
  -6.122763413004143e-17,
  -1.0619946056195963e-16,
  8.960767791036668e-17,
)

/** 2^k at k + 1022, for k from −1022 to 1023. */
const powersOfTwo = new Float64Array(2046)
for (let k = -1022, power = 2.2250738585072014e-308; k <= 1023; k++, power *= 2) powersOfTwo[k + 1022] = power

const double = new Float64Array(1)
/** The same bits as two words; which of them is the high one depends on the machine. */
const words = new Int32Array(double.buffer)
double[0] = 1
const highWord = words[1] === 0 ? 0 : 1

/** e to the power of x. Above 709.78 it is infinite, below −745.13 zero. */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return Number.isNaN(x) ? x : Infinity
  if (x < -745.1332191019412) return 0
  const steps = Math.round(x * stepsPerUnit)
  const rest = x - steps * stepHigh - steps * stepLow
  const grown = rest * (1 + rest * (1 / 2 + rest * (1 / 6 + rest * (1 / 24 + rest * (1 / 120 + rest * (1 / 720))))))
  const root = steps & 31
  const exponent = (steps - root) / 32
  const mantissa = roots[root]! + (rootsRest[root]! + roots[root]! * grown)
  if (exponent >= -1021 && exponent <= 1023) return mantissa * powersOfTwo[exponent + 1022]!
  return exponent > 1023 ? mantissa * 2 * 2 ** 1023 : mantissa * powersOfTwo[exponent + 1122]! * 2 ** -100
}

/** The natural logarithm of x; of 0 it is −∞, of a negative number not a number. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return x
  let exponent = 0
  if (x < 2.2250738585072014e-308) {
    x *= 2 ** 54
    exponent = -54
  }
  double[0] = x
  const high = words[highWord]!
  // The mantissa is brought between √½ and √2, where its logarithm is smallest.
  const binary = (high >>> 20) - 1023 + (((high & 0xfffff) + 0x95f64) >>> 20)
  exponent += binary
  const f = (binary > 1022 ? (x / 4) * powersOfTwo[1024 - binary]! : x * powersOfTwo[1022 - binary]!) - 1
  const s = f / (2 + f)
  const z = s * s
  const tail =
    z *
    (2 / 3 +
      z *
        (2 / 5 + z * (2 / 7 + z * (2 / 9 + z * (2 / 11 + z * (2 / 13 + z * (2 / 15 + z * (2 / 17 + z * (2 / 19)))))))))
  const half = 0.5 * f * f
  if (exponent === 0) return f - (half - s * (half + tail))
  return exponent * ln2High - (half - (s * (half + tail) + exponent * ln2Low) - f)
}

/** x to the power of y, for x above zero; anything to the power of 0 is 1. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1
  if (y === 1) return x
  return exp(y * log(x))
}
