// The reference of `bench -- live`: server-sent events by Node alone. Everybody who asks is kept; POST /tell sends each one event.
import { createServer } from 'node:http'

const open = new Set()
const server = createServer((request, response) => {
  if (request.url === '/healthz') return response.end('ok')
  if (request.method === 'POST') {
    for (const listener of open) listener.write('event: change\ndata: now\n\n')
    return response.end()
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform' })
  response.write('retry: 4000\n\n')
  open.add(response)
  response.on('close', () => open.delete(response))
})
server.listen(Number(process.env.PORT))
process.on('SIGTERM', () => process.exit(0))
