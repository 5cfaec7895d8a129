/** A QR code, black on white in the dark as well: scanners want it so. */
export function FarmQrCode({
  code: { size, path },
  label,
  className,
}: {
  code: { size: number; path: string }
  label: string
  className?: string
}) {
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges" className={className}>
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}
