/**
 * What is called as a title says, in the letters that every file system and address takes: `Skolevægring i Årslev` is
 * `skolevaegring-i-aarslev`. Empty where the title has none of them.
 */
export function plainName(title: string): string {
  const letters = title
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'oe')
    .replace(/å/g, 'aa')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
  return letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
