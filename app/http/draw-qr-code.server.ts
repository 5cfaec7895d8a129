import { encode } from 'uqr'

/** A QR code as one path on a square of `size` modules, its quiet zone of four included (ISO/IEC 18004). */
export type QrCode = { size: number; path: string }

export function drawQrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return { size, path }
}

/** The code as a file of its own: to be downloaded, printed, hung up. */
export const qrCodeSvg = (text: string): string => {
  const { size, path } = drawQrCode(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
}
