import type { ComponentChildren } from 'preact'
import { tableOf } from '../../../../core/corrections.ts'
import { formatName } from '../../../../core/format.ts'
import type { DatasetRecord, ResourceRecord } from '../../../../core/ledger.ts'
import { timeText } from '../../../words.ts'
import { usePage, useWords } from '../page.ts'
import { Scroll } from './scroll.tsx'

interface Props {
  resource: ResourceRecord
  dataset: DatasetRecord
}

/** What the catalogue declares, what the server says and what the bytes are, side by side. */
export function ThreeWays({ resource, dataset }: Props) {
  const { say, number } = useWords()
  const { language } = usePage()
  const { format, encoding, link, size } = resource
  const table = tableOf(resource)
  const bytes = (n: number | null | undefined) =>
    n === null || n === undefined ? undefined : say('bytes', { n: number(n) })
  const modified = resource.modified ?? dataset.modified
  const found =
    encoding.detected && encoding.bom ? say('withBom', { name: encoding.detected }) : encoding.detected
  const rows: readonly (readonly [string, ComponentChildren, ComponentChildren, ComponentChildren])[] = [
    [
      say('format'),
      format.declared ?? say('empty'),
      link.contentType && <code class="plain">{link.contentType}</code>,
      format.detected && formatName(format.detected, language),
    ],
    [say('encoding'), encoding.declared ?? say('empty'), charsetOf(link.contentType), found],
    [
      say('fields'),
      resource.fields ?? dataset.fields ?? say('empty'),
      undefined,
      table?.header.join(language === 'en' ? ', ' : '、'),
    ],
    [
      say('sizeOfTable'),
      undefined,
      undefined,
      table && say('tableSize', { columns: number(table.columns), rows: number(table.rows) }),
    ],
    [say('size'), undefined, bytes(link.contentLength), bytes(size)],
    [
      say('updated'),
      modified && timeText(modified, language),
      link.lastModified && timeText(link.lastModified, language),
      undefined,
    ],
  ]
  return (
    <>
      <h3>{say('threeWays')}</h3>
      <Scroll label={`${say('threeWays')} ${resource.id}`}>
        <table class="three-ways">
          <thead>
            <tr>
              <td />
              <th scope="col">{say('declared')}</th>
              <th scope="col">{say('served')}</th>
              <th scope="col">{say('detected')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, at) => (
                  <td key={at}>{value ? <bdi>{value}</bdi> : <span class="muted">–</span>}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

const charsetOf = (contentType: string | undefined): string | undefined =>
  /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType ?? '')?.[1]
