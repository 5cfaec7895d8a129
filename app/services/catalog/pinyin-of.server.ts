import { pinyin } from 'pinyin-pro'

/** One syllable a character, no tones, ü as v. Needed to index, and to guess what a search that found nothing meant. */
export const pinyinOf = (chinese: string): string[] => pinyin(chinese, { toneType: 'none', type: 'array', v: true })
