/**
 * Text as somebody wrote it, marked with its language when that is not the page's, so that it is read aloud as it should be.
 *
 * Reasons and evidence carry no language of their own. The commonest words of Danish and English tell them apart; where
 * they do not, the text is taken to be in the page's language.
 */
import { type Locale } from '../../core/base/index.ts'

const common: Record<Locale, RegExp> = {
  da: /(^|[\s(»])(og|er|ikke|det|den|der|som|af|for|til|på|en|et|med|har|om|fra|ved|kun|efter|hvor)(?=[\s,.;:)«]|$)|[æøå]/gi,
  en: /(^|[\s(“])(and|is|are|not|the|that|of|to|on|a|an|with|has|about|from|by|only|after|where|was)(?=[\s,.;:)”]|$)/gi,
}

export function languageOf(text: string, otherwise: Locale): Locale {
  const count = (locale: Locale) => text.match(common[locale])?.length ?? 0
  const [danish, english] = [count('da'), count('en')]
  return danish === english ? otherwise : danish > english ? 'da' : 'en'
}

export function Foreign({ text, locale }: { text: string; locale: Locale }) {
  const language = languageOf(text, locale)
  return language === locale ? <>{text}</> : <span lang={language}>{text}</span>
}
