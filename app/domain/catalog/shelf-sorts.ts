/** `best`: the closest match of a search, else the newest on the shelf. The others: newest, freshest harvest, cheapest by weight, cheapest. */
export const shelfSorts = ['best', 'newest', 'harvest', 'unit', 'price'] as const
export type ShelfSort = (typeof shelfSorts)[number]
