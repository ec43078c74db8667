import type { ResourceRecord } from '../../../../core/ledger.ts'
import { timeText } from '../../../words.ts'
import { usePage, useWords } from '../page.ts'
import { Facts } from './facts.tsx'
import { Url } from './url.tsx'

/** Where the link led, how often it was tried, and what came. */
export function LinkReport({ resource: { url, link, sha256 } }: { resource: ResourceRecord }) {
  const { say, number } = useWords()
  const { language } = usePage()
  const { attempts, history } = link
  return (
    <Facts
      facts={[
        [say('url'), <Url key="url" url={url} />],
        [say('linkResult'), <Answer key="answer" link={link} />],
        [
          say('redirected', { n: number(link.hops.length) }),
          link.hops.length > 0 && <Url key="final" url={link.finalUrl} />,
        ],
        [
          say('attempts'),
          attempts && (
            <ul class="plain" key="attempts">
              {attempts.map(({ at, failure }) => (
                <li key={at}>
                  {timeText(at, language)}　{failure ? <code>{failure.code}</code> : say('attemptWorked')}
                </li>
              ))}
            </ul>
          ),
        ],
        [
          say('trend'),
          history &&
            [
              say('failingSince', { since: timeText(history.failingSince, language) }),
              history.lastWorked && say('lastWorked', { when: timeText(history.lastWorked, language) }),
            ]
              .filter(Boolean)
              .join(language === 'en' ? '; ' : '；'),
        ],
        [
          say('certificateExpires'),
          link.certificateExpires !== undefined && timeText(link.certificateExpires, language),
        ],
        [say('digest'), sha256 && <code key="sha256">{sha256}</code>],
      ]}
    />
  )
}

function Answer({ link }: { link: ResourceRecord['link'] }) {
  const { say, number } = useWords()
  const [open, close] = usePage().language === 'en' ? [' (', ')'] : ['（', '）']
  const { status, failure, certificates, elapsed, unchanged } = link
  return (
    <>
      {status !== null && `HTTP ${status}　`}
      {say('seconds', { n: number(elapsed / 1000) })}
      {unchanged && `　${say('unchangedSince')}`}
      {certificates === 'completed' && `　${say('completed')}`}
      {failure && (
        <>
          {'　'}
          {say(certificates === 'ignored' ? 'notVerified' : 'noAnswer')}
          {open}
          <code>{failure.code}</code> <bdi>{failure.detail}</bdi>
          {close}
        </>
      )}
    </>
  )
}
