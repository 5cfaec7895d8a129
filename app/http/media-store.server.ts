import path from 'node:path'
import { diskMediaStore } from '#app/integrations/media/disk-media-store.server.ts'
import type { MediaStore } from '#app/integrations/media/media-store.ts'
import { dataFolder } from './data-folder.server.ts'

let store: MediaStore | undefined

/** Where this process keeps pictures: beside its database. */
export const mediaStore = (): MediaStore => {
  store ??= diskMediaStore(path.join(dataFolder(), 'media'))
  return store
}
