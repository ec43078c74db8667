// Loaded with --import into a measured process: tells its parent on file descriptor 3 what it has cost.
import { existsSync, readFileSync, writeSync } from 'node:fs'

/** Linux counts what the parent held before it became this process into `maxRSS`. */
function peak(fallback) {
  if (!existsSync('/proc/self/status')) return fallback
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? fallback)
}

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeSync(
    3,
    JSON.stringify({ rss: peak(maxRSS) / 1024, user: userCPUTime / 1e6, system: systemCPUTime / 1e6 }),
  )
})
