import { z } from 'zod'

/** `card.png` is what a link is shown by, `poster.png` what people send and print. */
export const SharedFile = z.object({
  slug: z.string().min(1).max(120),
  file: z.enum(['card.png', 'poster.png']).transform((file) => (file === 'card.png' ? ('card' as const) : ('poster' as const))),
})
