import { createServer } from 'node:net'
import { Stop } from './say.mjs'

/** @throws {Stop} when PORT is no port, or somebody listens there already */
export async function requirePort(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`PORT must be a whole number from 1 to 65535, not "${process.env.PORT}".`)
  const error = await new Promise((resolve) => {
    const probe = createServer().once('error', resolve)
    probe.listen(port, () => probe.close(() => resolve(null)))
  })
  if (error?.code === 'EADDRINUSE')
    throw new Stop(`Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`)
  if (error?.code === 'EACCES') throw new Stop(`Port ${port} may not be opened by this user. Choose one above 1023: PORT=3000 npm start`)
  if (error) throw error
}

/** A port nobody uses at this moment. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
