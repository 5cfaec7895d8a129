import { z } from 'zod'
import { pictureFiles } from '#app/domain/media/picture-files.ts'
import { IdSchema } from './ids.ts'

/** A picture's file as it stands in a URL. */
export const MediaFileSchema = z.object({ mediaId: IdSchema, file: z.enum(pictureFiles) })
