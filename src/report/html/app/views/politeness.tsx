import type { HostRecord, PolitenessRecord } from '../../../../core/ledger.ts'
import { timeText } from '../../../words.ts'
import { usePage, useWords } from '../page.ts'
import { Heading } from '../parts/heading.tsx'
import { WhenLoaded } from '../parts/loaded.tsx'
import { Paged } from '../parts/paged.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { useLoaded } from '../store/store.ts'

/** What was asked of each host, session by session: a resumed audit has several. */
export function PolitenessView() {
  const { say } = useWords()
  const loaded = useLoaded(usePage().store.sessions)
  return (
    <>
      <Heading>{say('view-politeness')}</Heading>
      <WhenLoaded loaded={loaded}>
        {(sessions) =>
          sessions.length === 0 ? (
            <p>{say('noPoliteness')}</p>
          ) : (
            <>
              <p class="note">{say('politenessNote')}</p>
              {sessions.map((session) => (
                <Session key={session.from} session={session} />
              ))}
            </>
          )
        }
      </WhenLoaded>
    </>
  )
}

const COLUMNS = [
  'requests',
  'failures',
  'maxConcurrent',
  'minSpacing',
  'backOffs',
  'retryAfterObeyed',
] as const

function Session({ session: { from, to, hosts } }: { session: PolitenessRecord }) {
  const { say, number } = useWords()
  const { language } = usePage()
  const cell = (host: HostRecord, column: (typeof COLUMNS)[number]): string => {
    if (column !== 'minSpacing') return number(host[column])
    return host.minSpacingMs === null ? '–' : number(Math.round(host.minSpacingMs))
  }
  const name = say('session', { from: timeText(from, language), to: timeText(to, language) })
  return (
    <>
      <h2>{name}</h2>
      <Paged items={hosts} step={100}>
        {(shown) => (
          <Scroll label={name}>
            <table class="figures">
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
                {shown.map((host) => (
                  <tr key={host.host}>
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
          </Scroll>
        )}
      </Paged>
    </>
  )
}
