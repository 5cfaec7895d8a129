import type { PictureFile } from '#app/domain/media/picture-files.ts'

export type StoredFile = { name: PictureFile; bytes: Uint8Array }

/** Where the bytes of pictures lie; what they are stands in the table `media`. A disk here, an object store elsewhere. */
export type MediaStore = {
  /** Keeps all files of a picture before it answers. Written twice, the last counts. */
  write(mediaId: string, files: readonly StoredFile[]): Promise<void>
  /** @returns null when there is no such file */
  read(mediaId: string, name: PictureFile): Promise<Uint8Array | null>
  /** The ids of all pictures written before then, in no order. */
  list(before: Date): AsyncIterable<string>
  /** Forgets all files of a picture; one that is not there is no error. */
  remove(mediaId: string): Promise<void>
}
