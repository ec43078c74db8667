// node --import tsx bench/fetch.mjs: 5,000 small URLs over 40 loopback hosts that answer after 50 ms,
// against the least time that the politeness settings allow.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { Agent, request } from 'undici'
import { createFetcher } from '../src/fetch/index.ts'

const URLS = 5_000
const HOSTS = 40
const LATENCY = 50
const BODY = '年度,地區別,人數\n'.repeat(40)
const hosts = Array.from({ length: HOSTS }, (_, i) => `127.0.0.${i + 1}`)

/** In a process of its own, so that its work does not count as ours. */
async function serve() {
  const server = createServer((_, response) => {
    setTimeout(() => response.end(BODY), LATENCY)
  })
  server.listen(0, '0.0.0.0')
  await once(server, 'listening')
  process.send(server.address().port)
}

/** Least milliseconds: the busiest host's starts are a spacing apart, and so many answers at a time take their latency. */
const theory = ({ spacing, concurrency }) => {
  const each = Math.ceil(URLS / HOSTS)
  return Math.max(spacing * (each - 1) + LATENCY, Math.ceil(each / concurrency) * LATENCY)
}

/** The same work without lanes and files: what this machine can do at all. */
function bareUndici({ concurrency }) {
  const dispatcher = new Agent({ connections: concurrency, pipelining: 1 })
  return {
    async fetch(url) {
      const { body } = await request(url, { dispatcher })
      await body.arrayBuffer()
      return { exchange: {} }
    },
    statistics: () => [],
    close: () => dispatcher.close(),
  }
}

async function measure(
  name,
  port,
  lanes,
  atOnce,
  create = () => createFetcher({ allowPrivate: true, lanes }),
) {
  const fetcher = create(lanes)
  const links = Array.from({ length: URLS }, (_, i) => `http://${hosts[i % HOSTS]}:${port}/${i}.csv`).values()
  const began = performance.now()
  const cpu = process.cpuUsage()
  let failures = 0
  let rss = 0
  const sampler = setInterval(() => {
    rss = Math.max(rss, process.memoryUsage.rss())
  }, 100)
  const workers = Array.from({ length: atOnce }, async () => {
    for (const link of links) {
      const { exchange, body } = await fetcher.fetch(link)
      if (exchange.failure) failures++
      if (body) await fetcher.release(body)
    }
  })
  await Promise.all(workers)
  const took = performance.now() - began
  clearInterval(sampler)
  const { user, system } = process.cpuUsage(cpu)
  const seen = fetcher.statistics()
  await fetcher.close()
  console.log(
    JSON.stringify({
      name,
      seconds: +(took / 1000).toFixed(2),
      ofTheory: +(took / theory(lanes)).toFixed(3),
      cpuSeconds: +((user + system) / 1e6).toFixed(2),
      rssMB: Math.round(rss / 2 ** 20),
      failures,
      ...(seen.length > 0 && {
        maxConcurrent: Math.max(...seen.map((lane) => lane.maxConcurrent)),
        minSpacingMs: +Math.min(...seen.map((lane) => lane.minSpacingMs)).toFixed(2),
      }),
    }),
  )
}

if (process.send) await serve()
else {
  const server = fork(import.meta.filename)
  const [port] = await once(server, 'message')
  await measure('2 at once, 250 ms apart (default)', port, { concurrency: 2, spacing: 250 }, 200)
  await measure('2 at once, 50 ms apart', port, { concurrency: 2, spacing: 50 }, 200)
  await measure('2 at once, no spacing', port, { concurrency: 2, spacing: 0 }, 200)
  await measure('2 at once, no spacing, bare undici', port, { concurrency: 2, spacing: 0 }, 200, bareUndici)
  server.kill()
}
