// Loaded with --import into a measured process: tells its parent on file descriptor 3 what it has cost.
import { writeSync } from 'node:fs'

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeSync(3, JSON.stringify({ rss: maxRSS / 1024, user: userCPUTime / 1e6, system: systemCPUTime / 1e6 }))
})
