/** What a picture is for decides how it is kept and who may see it. */
export const mediaUses = ['product', 'farm', 'review', 'claim', 'proof', 'handover', 'arrival', 'news'] as const
export type MediaUse = (typeof mediaUses)[number]

/** Pictures that sell are cut to 4:3 in three widths; pictures that show what happened are kept whole. */
export const isForShelf = (use: MediaUse) => use === 'product' || use === 'farm' || use === 'news'

export const shelfWidths = [320, 640, 960] as const
export const shelfFormats = ['avif', 'webp'] as const
export type ShelfFile = `${(typeof shelfWidths)[number]}.${(typeof shelfFormats)[number]}`

/** Of a picture that shows what happened: as large as it is kept (1600 px), and small enough for a list (320 px). */
export const evidenceFiles = { 'large.webp': 1600, 'small.webp': 320 } as const
export type EvidenceFile = keyof typeof evidenceFiles

export type PictureFile = ShelfFile | EvidenceFile

const shelfFiles = shelfWidths.flatMap((width) => shelfFormats.map((format): ShelfFile => `${width}.${format}`))
const evidenceNames = Object.keys(evidenceFiles) as EvidenceFile[]

/** Any name a kept picture may have: nothing else is ever looked for in the store. */
export const pictureFiles: readonly PictureFile[] = [...shelfFiles, ...evidenceNames]

export const picturePath = (mediaId: string, file: PictureFile) => `/media/${mediaId}/${file}`
