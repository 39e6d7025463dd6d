export function checkAgreement(): import('../base/index.ts').Problem[] {
  return []
}
