import { lookup as systemLookup } from 'node:dns'
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net'
import { Broken } from './failure.ts'

/** Not on the public Internet, by the special-purpose registry of IANA (RFC 6890). */
const IPV4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Public by number, yet inside Azure it answers every machine with that machine's own settings.
  ['168.63.129.16', 32],
]

const IPV6: readonly (readonly [network: string, prefix: number])[] = [
  // Unspecified, loopback, IPv4-compatible.
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  // Teredo and other tunnels.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
  // Unassigned; the upper half holds unique-local, link-local and multicast as well.
  ['4000::', 2],
  ['8000::', 1],
]

const notPublic = new BlockList()
for (const [network, prefix] of IPV4) {
  notPublic.addSubnet(network, prefix, 'ipv4')
  // The same machines behind IPv6: NAT64 and 6to4. BlockList itself sees through IPv4-mapped addresses.
  notPublic.addSubnet(`64:ff9b::${network}`, 96 + prefix, 'ipv6')
  notPublic.addSubnet(sixToFour(network), 16 + prefix, 'ipv6')
}
for (const [network, prefix] of IPV6) notPublic.addSubnet(network, prefix, 'ipv6')

function sixToFour(network: string): string {
  const hex = network.split('.').map((byte) => Number(byte).toString(16).padStart(2, '0'))
  return `2002:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}::`
}

/** True for an address anyone on the Internet could ask; what is no address is not public either. */
export function isPublic(address: string): boolean {
  return isIP(address) !== 0 && !notPublic.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

/** Which addresses may be asked, for a host by that name: nothing, or why not. */
export type Guard = (host: string, address: string) => Broken | undefined

/** @param allowed addresses that may be asked although they are not public. */
export function createGuard(allowed: (address: string) => boolean = () => false): Guard {
  return (host, address) =>
    isPublic(address) || allowed(address)
      ? undefined
      : new Broken('forbidden-address', host === address ? address : `${host} → ${address}`)
}

/** Name resolution that gives no address at all when one of them is refused. */
export function guardedLookup(guard: Guard, lookup: LookupFunction = systemLookup): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found, family) => {
      if (error) return callback(error, '', 0)
      const all = typeof found === 'string' ? [{ address: found, family: family ?? isIP(found) }] : found
      const refused = all.map(({ address }) => guard(host, address)).find((broken) => broken)
      if (refused) return callback(refused, '', 0)
      const [first] = all
      if (options.all || !first) callback(null, all)
      else callback(null, first.address, first.family)
    })
  }
}
