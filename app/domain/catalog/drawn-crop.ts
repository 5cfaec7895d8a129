import { type Crop, cropNames } from '#app/domain/woodcut/crop-names.ts'

/** The crop if there is a woodcut of it; what has none is shown by its category's glyph. */
export const drawnCrop = (crop: string | null): Crop | null => (crop !== null && Object.hasOwn(cropNames, crop) ? (crop as Crop) : null)
