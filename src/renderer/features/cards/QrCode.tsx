import encodeQR from 'qr'
import { useMemo } from 'react'

/** Light around a code, in its own squares: without it scanners do not find the edge. */
const border = 4

/** A QR code as one path, so that it prints sharp. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => drawn(text), [text])
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}

/** Quartile correction: a quarter of the code may be worn off, and 16 letters still fit into the smallest of all. */
function drawn(text: string): { size: number; path: string } {
  const squares = encodeQR(text, 'raw', { ecc: 'quartile', border })
  const path = squares.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size: squares.length, path }
}
