import { formatName } from '../../../core/format.ts'
import type { ResourceRecord } from '../../../core/ledger.ts'
import { Chips } from './chips.tsx'
import { Facts } from './facts.tsx'
import { Findings } from './findings.tsx'
import { useWords } from './page.ts'
import { Url } from './url.tsx'

export function ResourceView({ resource }: { resource: ResourceRecord }) {
  const { say, number } = useWords()
  const { format, encoding, link, size, table } = resource
  const detected =
    encoding.detected && encoding.bom ? say('withBom', { name: encoding.detected }) : encoding.detected
  return (
    <section class="resource">
      <h4>
        {say('resource', { id: resource.id })} <bdi>{resource.description}</bdi>
      </h4>
      <Chips indicators={resource.indicators} />
      <Facts
        facts={[
          [say('url'), <Url key="url" url={resource.url} />],
          [say('linkResult'), <LinkResult key="link" link={link} />],
          [
            say('redirected', { n: number(link.hops.length) }),
            link.hops.length > 0 && <Url key="final" url={link.finalUrl} />,
          ],
          [say('size'), size !== null && say('bytes', { n: number(size) })],
          [
            say('table'),
            table && say('tableSize', { columns: number(table.columns), rows: number(table.rows) }),
          ],
          [say('header'), table?.header.join('、')],
        ]}
      />
      <table class="claims">
        <thead>
          <tr>
            <td />
            <th scope="col">{say('declared')}</th>
            <th scope="col">{say('detected')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('format')}</th>
            <td>{format.declared ?? say('nothing')}</td>
            <td>{format.detected ? formatName(format.detected) : say('nothing')}</td>
          </tr>
          <tr>
            <th scope="row">{say('encoding')}</th>
            <td>{encoding.declared ?? say('nothing')}</td>
            <td>{detected ?? say('nothing')}</td>
          </tr>
        </tbody>
      </table>
      <Findings findings={resource.findings} />
    </section>
  )
}

function LinkResult({ link: { status, failure, certificates, elapsed } }: { link: ResourceRecord['link'] }) {
  const { say, number } = useWords()
  return (
    <>
      {status !== null && `HTTP ${status}　`}
      {say('seconds', { n: number(elapsed / 1000) })}
      {failure && (
        <>
          {'　'}
          {say(certificates === 'ignored' ? 'notVerified' : 'noAnswer')}（<code>{failure.code}</code>{' '}
          <bdi>{failure.detail}</bdi>）
        </>
      )}
    </>
  )
}
