import { BlockList, isIP } from 'node:net'

/** Addresses inside our own house: whoever gives one as a push service wants us to knock at our own doors. */
const inside = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.ipv4.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.ipv6.addSubnet(network, prefix, 'ipv6')

/** Whether an address a name leads to is out in the world. IPv4 written as IPv6 counts as inside: nobody needs it. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 0) return false
  const kind = family === 4 ? 'ipv4' : 'ipv6'
  return !inside[kind].check(address, kind)
}

const mostLetters = 1000

/** Whether a browser may be told at this address: HTTPS at the usual port of a named host, without a password in it. */
export function isPushEndpoint(text: string): boolean {
  if (text.length > mostLetters || !URL.canParse(text)) return false
  const { protocol, port, hostname, username, password } = new URL(text)
  const isNamed = isIP(hostname) === 0 && !hostname.startsWith('[') && /\.[a-z][a-z0-9-]*$/.test(hostname)
  const isLocal = /\.(local|localhost|internal|lan|home|arpa)$/.test(hostname)
  return protocol === 'https:' && port === '' && username === '' && password === '' && isNamed && !isLocal
}
