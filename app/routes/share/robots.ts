import { publicUrl } from '#app/http/runtime.server.ts'

/** What is nobody's to find: one person's pages, and the back offices. A basket nobody has filled is a page like others. */
const closed = ['/orders/', '/account', '/sign-in', '/register', '/farm/', '/leader', '/alliance', '/courier', '/api/']

export const loader = () =>
  new Response(['User-agent: *', ...closed.map((path) => `Disallow: ${path}`), `Sitemap: ${publicUrl()}/sitemap.xml`, ''].join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
