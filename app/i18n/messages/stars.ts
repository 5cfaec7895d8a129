import { defineMessages } from '../define-messages.ts'

/** Stars in words: few, for every card on the shelf carries them. */
export const starMessages = defineMessages(
  {
    rating: (stars: string, count: number) => `${stars} 分，${count} 条评价`,
    short: (stars: string, count: number) => `${stars}（${count}）`,
    starsOf: (stars: number) => `${stars} 分（满分 5 分）`,
  },
  {
    rating: (stars, count) => `${stars} of 5, ${count} ${count === 1 ? 'review' : 'reviews'}`,
    short: (stars, count) => `${stars} (${count})`,
    starsOf: (stars) => `${stars} of 5 stars`,
  },
)
