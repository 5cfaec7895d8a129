import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
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
    async *list(before) {
      for (const spread of await entriesOf(folder)) {
        for (const name of await entriesOf(path.join(folder, spread))) {
          const written = await stat(path.join(folder, spread, name)).catch(() => null)
          if (written && written.mtime < before && !name.endsWith('.part')) yield name
        }
      }
    },
    remove: (mediaId) => rm(home(mediaId), { recursive: true, force: true }),
  }
}

/** None where the folder is not there, or is a file. */
const entriesOf = (folder: string): Promise<string[]> =>
  readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR') return []
    throw new IntegrationError('media store', true, { cause })
  })
