import type { HostRecord, PolitenessRecord } from '../../../core/ledger.ts'
import { useWords } from './page.ts'
import { Paged } from './paged.tsx'

const COLUMNS = [
  'requests',
  'failures',
  'maxConcurrent',
  'minSpacing',
  'backOffs',
  'retryAfterObeyed',
] as const

/** What was asked of each host, session by session: a resumed audit has several. */
export function Politeness({ sessions }: { sessions: readonly PolitenessRecord[] }) {
  const { say, number } = useWords()
  const hosts = sessions.flatMap((session) => session.hosts)
  const cell = (host: HostRecord, column: (typeof COLUMNS)[number]): string => {
    if (column !== 'minSpacing') return number(host[column])
    return host.minSpacingMs === null ? '–' : number(Math.round(host.minSpacingMs))
  }
  if (hosts.length === 0) return null
  return (
    <section id="politeness" aria-labelledby="politeness-title">
      <h2 id="politeness-title">{say('politeness')}</h2>
      <p class="note">{say('politenessNote')}</p>
      <Paged items={hosts} step={10}>
        {(shown) => (
          <table class="rules">
            <thead>
              <tr>
                <th scope="col">{say('host')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {say(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((host, i) => (
                <tr key={`${i} ${host.host}`}>
                  <th scope="row">
                    <bdi>{host.host}</bdi>
                  </th>
                  {COLUMNS.map((column) => (
                    <td key={column}>{cell(host, column)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Paged>
    </section>
  )
}
