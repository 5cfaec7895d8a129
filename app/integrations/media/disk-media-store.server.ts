import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { MediaStore } from './media-store.ts'

/**
 * Pictures as files under one folder, a folder each, spread over the last two characters of their ids. A picture appears whole or
 * not at all: its folder is filled under another name and then renamed.
 */
export function diskMediaStore(folder: string): MediaStore {
  const home = (mediaId: string) => path.join(folder, mediaId.slice(-2), mediaId)
  return {
    async write(mediaId, files) {
      const filling = `${home(mediaId)}.part`
      try {
        await mkdir(filling, { recursive: true })
        for (const { name, bytes } of files) await writeFile(path.join(filling, name), bytes, { flush: true })
        await rm(home(mediaId), { recursive: true, force: true })
        await rename(filling, home(mediaId))
      } catch (cause) {
        await rm(filling, { recursive: true, force: true }).catch(() => undefined)
        throw new IntegrationError('media store', true, { cause })
      }
    },
    read: (mediaId, name) =>
      readFile(path.join(home(mediaId), name)).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') return null
        throw new IntegrationError('media store', true, { cause })
      }),
    remove: (mediaId) => rm(home(mediaId), { recursive: true, force: true }),
  }
}
