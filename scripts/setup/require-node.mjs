import { Stop } from './say.mjs'

export const oldest = [20, 19]

/** @throws {Stop} when this Node.js is older than the shop runs on */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const enough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
  if (!enough) {
    throw new Stop(
      `Commonfield needs Node.js ${oldest.join('.')} or newer; this is ${version}.\nInstall a newer one (https://nodejs.org) and try again.`,
    )
  }
}
