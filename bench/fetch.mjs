// node bench/fetch.mjs (run `npm run build` first): 5,000 small URLs over 40 loopback hosts that answer after 50 ms; against the
// least time that the politeness settings allow, and, with politeness off, against linkinator.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { LinkChecker } from 'linkinator'
import { Agent, request } from 'undici'
import { createFetcher } from '../dist/src/fetch/index.js'

const URLS = 5_000
const HOSTS = 40
const LATENCY = 50
const BODY = '年度,地區別,人數\n'.repeat(40)
const RUNS = 3
const hosts = Array.from({ length: HOSTS }, (_, i) => `127.0.0.${i + 1}`)
const linksTo = (port) =>
  Array.from({ length: URLS }, (_, i) => `http://${hosts[i % HOSTS]}:${port}/${i}.csv`)

/** In a process of its own, so that its work does not count as anybody's. `/all` is a page of all links. */
async function serve() {
  const server = createServer((request, response) => {
    if (request.url !== '/all') return void setTimeout(() => response.end(BODY), LATENCY)
    response.setHeader('content-type', 'text/html')
    response.end(
      linksTo(server.address().port)
        .map((link) => `<a href="${link}">x</a>`)
        .join('\n'),
    )
  })
  server.listen({ port: 0, host: '0.0.0.0', backlog: 4096 })
  await once(server, 'listening')
  process.send(server.address().port)
}

/** Least milliseconds: the busiest host's starts are a spacing apart, and so many answers at a time take their latency. */
const theory = ({ spacing, concurrency }) => {
  const each = Math.ceil(URLS / HOSTS)
  return Math.max(spacing * (each - 1) + LATENCY, Math.ceil(each / concurrency) * LATENCY)
}

/** Each gives the number of failures and what the lanes saw. */
const TOOLS = {
  async odbadge(port, lanes, atOnce) {
    const fetcher = createFetcher({ allowPrivate: true, lanes })
    const failures = await all(port, atOnce, async (link) => {
      const { exchange, body } = await fetcher.fetch(link)
      if (body) await fetcher.release(body)
      return exchange.failure
    })
    const seen = fetcher.statistics()
    await fetcher.close()
    return {
      failures,
      maxConcurrent: Math.max(...seen.map((lane) => lane.maxConcurrent)),
      minSpacingMs: +Math.min(...seen.map((lane) => lane.minSpacingMs)).toFixed(2),
    }
  },
  /** The same work without lanes and files: what this machine can do at all. */
  async undici(port, { concurrency }, atOnce) {
    const dispatcher = new Agent({ connections: concurrency, pipelining: 1 })
    const failures = await all(port, atOnce, async (link) => {
      const { body, statusCode } = await request(link, { dispatcher })
      await body.arrayBuffer()
      return statusCode !== 200
    })
    await dispatcher.close()
    return { failures }
  },
  async linkinator(port, { total }) {
    const checker = new LinkChecker()
    const { links } = await checker.check({
      path: `http://127.0.0.1:${port}/all`,
      concurrency: total,
      timeout: 60_000,
    })
    return { failures: links.filter(({ state }) => state !== 'OK').length, checked: links.length }
  },
}

async function all(port, atOnce, ask) {
  const links = linksTo(port).values()
  let failures = 0
  const worker = async () => {
    for (const link of links) if (await ask(link)) failures++
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return failures
}

/** In a process of its own as well: memory and warmth are each tool's own. */
async function run({ tool, port, lanes, atOnce }) {
  let rss = 0
  const sampler = setInterval(() => {
    rss = Math.max(rss, process.memoryUsage.rss())
  }, 50)
  const began = performance.now()
  const found = await TOOLS[tool](port, lanes, atOnce)
  const took = performance.now() - began
  clearInterval(sampler)
  const { user, system } = process.cpuUsage()
  process.send({
    seconds: +(took / 1000).toFixed(2),
    cpuSeconds: +((user + system) / 1e6).toFixed(2),
    rssMB: Math.round(rss / 2 ** 20),
    ...found,
  })
  process.exit()
}

async function measured(name, job) {
  const child = fork(import.meta.filename, { env: { ...process.env, JOB: JSON.stringify(job) } })
  const [result] = await once(child, 'message')
  const ofTheory =
    job.lanes.spacing !== undefined && +((result.seconds * 1000) / theory(job.lanes)).toFixed(3)
  console.log(JSON.stringify({ name, ...result, ...(ofTheory && { ofTheory }) }))
  return result.seconds
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]

if (process.env.JOB) await run(JSON.parse(process.env.JOB))
else if (process.send) await serve()
else {
  const server = fork(import.meta.filename)
  const [port] = await once(server, 'message')
  const polite = (lanes) => ({ tool: 'odbadge', port, lanes, atOnce: 200 })
  await measured('2 at once, 250 ms apart (default)', polite({ concurrency: 2, spacing: 250 }))
  await measured('2 at once, 50 ms apart', polite({ concurrency: 2, spacing: 50 }))
  await measured('2 at once, no spacing', polite({ concurrency: 2, spacing: 0 }))
  await measured('2 at once, no spacing, bare undici', {
    ...polite({ concurrency: 2, spacing: 0 }),
    tool: 'undici',
  })

  const times = { odbadge: [], linkinator: [], 'linkinator, 400 at once': [] }
  for (let i = 0; i < RUNS; i++) {
    const off = { lanes: { concurrency: 10, spacing: 0 }, port }
    times.odbadge.push(await measured('politeness off', { ...off, tool: 'odbadge', atOnce: 400 }))
    times.linkinator.push(
      await measured('linkinator as it comes (100 at once)', {
        port,
        tool: 'linkinator',
        lanes: { total: 100 },
      }),
    )
    times['linkinator, 400 at once'].push(
      await measured('linkinator, 400 at once', { port, tool: 'linkinator', lanes: { total: 400 } }),
    )
  }
  const best = Math.min(median(times.linkinator), median(times['linkinator, 400 at once']))
  console.log(
    JSON.stringify({ timesAsFastAsLinkinator: +(best / median(times.odbadge)).toFixed(2), runs: RUNS }),
  )
  server.kill()
}
