const cuts = {
  vegetables:
    'M12 9c3.6 0 5.4 2 5.4 4.8 0 3-2.6 4.6-4.2 6.4L12 22l-1.2-1.8c-1.6-1.8-4.2-3.4-4.2-6.4C6.6 11 8.4 9 12 9zM12 9V5.5M12 7C9.5 7 7 5.8 6.5 3 9.5 2.6 11.6 4 12 7zM12 7c.4-3 2.5-4.4 5.5-4C17 5.8 14.5 7 12 7zM9.5 13h2M13 16.5h1.8',
  fruit:
    'M12 8.5c2-1.6 5-1.5 6.7.6 2.2 2.7 1.4 6.9-.8 9.6-1.5 1.9-3.4 2.6-5.9 1.4-2.5 1.2-4.4.5-5.9-1.4-2.2-2.7-3-6.9-.8-9.6C7 7 10 6.9 12 8.5zM12 8.5C12 6.5 11.5 5 10.5 3.5M12 6.5c.6-2.6 2.6-4 5.5-4 .1 2.7-2.2 4.4-5.5 4zM16.5 14.5l1.2-2.5',
  grains:
    'M12 22V9M12 2.5c1.6 1.6 1.6 4 0 5.5-1.6-1.5-1.6-3.9 0-5.5zM12 12c0-2.4 1.6-4 4.5-4 0 2.6-1.6 4-4.5 4zM12 12c0-2.4-1.6-4-4.5-4 0 2.6 1.6 4 4.5 4zM12 17c0-2.4 1.6-4 4.5-4 0 2.6-1.6 4-4.5 4zM12 17c0-2.4-1.6-4-4.5-4 0 2.6 1.6 4 4.5 4z',
  'eggs-dairy':
    'M7.5 9c2.8 0 4.8 4 4.8 7.2 0 3-2 5.3-4.8 5.3s-4.8-2.3-4.8-5.3C2.7 13 4.7 9 7.5 9zM14.5 21.5h6V11l-1.5-3.5V4h-4v3.5L13.3 10M14.5 2.5h5M15 14.5h5.5M5.5 16c0-1.5.6-2.8 1.5-3.6',
  meat: 'M4 14.5C4 8.5 8.5 4 14 4c4 0 6.5 2.3 6.5 5.5 0 4-3.5 4.5-5.5 6.5s-2.5 4.5-6 4.5c-3 0-5-2.5-5-6zM14 12a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM7 15.5c0-3 1.3-5.3 3.3-7M9 17.5l2.5-2',
  pantry:
    'M7.5 7h9c1.7 1.6 2.5 3.4 2.5 5.5V19c0 1.7-.8 2.5-2.5 2.5h-9C5.8 21.5 5 20.7 5 19v-6.5C5 10.4 5.8 8.6 7.5 7zM7 2.5h10V7H7zM12 11.5l3 3-3 3-3-3zM10.5 4.7h3',
  boxes:
    'M3 10h18v11H3zM3 13.7h18M3 17.3h18M6 10v11M18 10v11M8 10c0-3 1.5-5.5 3.5-7M11.5 10c.2-2.5 1.2-4.5 3-6M14 10c.4-2.2 2-3.4 4-3.6 0 1.4-.4 2.6-1 3.6',
  drinks: 'M6 22h6.5V12.5L11 9V5H7.5v4L6 12.5zM7 2.5h4.5M6 15h6.5M6 18.5h6.5M15 13h6l-.8 9h-4.4zM15.3 16.5h5.4M17 10V9M19.5 9.5v-2',
} as const

type CategoryGlyph = keyof typeof cuts

const categoryGlyphs = Object.keys(cuts) as readonly CategoryGlyph[]

/** A category's sign in the text's colour, 24 × 24, meant for 20 px and up. Decoration: the word stands beside it. */
const cut = (category: CategoryGlyph): string =>
  `<symbol id="${category}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" ` +
  `stroke-linecap="round" stroke-linejoin="round"><path d="${cuts[category]}"/></symbol>`

/** All of them on one sheet, each to be used by its name. */
export const drawCategoryGlyphs = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${categoryGlyphs.map(cut).join('')}</svg>`
