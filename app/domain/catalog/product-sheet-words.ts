/** The closed lists a product sheet may choose from; each word may be written as its key or as any of its names. */
export const CATEGORY_WORDS = {
  vegetables: ['蔬菜'],
  fruit: ['水果'],
  grains: ['粮食'],
  'eggs-dairy': ['蛋奶'],
  meat: ['肉类'],
  pantry: ['调味干货'],
  drinks: ['饮品'],
  boxes: ['组合'],
} as const satisfies Words

export const STORAGE_WORDS = {
  ambient: ['常温'],
  chilled: ['冷藏'],
  frozen: ['冷冻'],
} as const satisfies Words

export const CERTIFICATION_WORDS = {
  green: ['绿色', '绿色食品'],
  organic: ['有机'],
  pgs: ['参与式保障', '参与式'],
} as const satisfies Words

type Words = Record<string, readonly string[]>

export type Category = keyof typeof CATEGORY_WORDS
export type StorageClass = keyof typeof STORAGE_WORDS
export type Certification = keyof typeof CERTIFICATION_WORDS

/** The key a farmer's word stands for, in whatever case; undefined when it is none of them. */
export function keyOfWord<List extends Words>(word: string, words: List): (keyof List & string) | undefined {
  const wanted = word.normalize('NFKC').trim().toLowerCase()
  return Object.keys(words).find((key) => key === wanted || words[key]?.includes(wanted))
}
