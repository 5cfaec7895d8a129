/** A stop is dragged under a name of its own: a picture, a link or a selected word let go over a run is none. */
const kind = 'application/x-commonfield-stop'

export const dragStop = (transfer: DataTransfer, dropId: string) => {
  transfer.setData(kind, dropId)
  transfer.effectAllowed = 'move'
}
export const isStop = (transfer: DataTransfer) => transfer.types.includes(kind)
export const draggedStop = (transfer: DataTransfer): string | null => transfer.getData(kind) || null
