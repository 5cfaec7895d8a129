const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A file to be saved under its own name, whatever language that is in (RFC 6266, RFC 8187); kept by nobody on the way. */
export function fileResponse({ filename, bytes, type }: { filename: string; bytes: Uint8Array; type: keyof typeof types }): Response {
  const plain = `download.${type}`
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': types[type],
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
