import { formatName } from '../../../../core/format.ts'
import type { PartRecord, PartRecords } from '../../../../core/ledger.ts'
import { usePage, useWords } from '../page.ts'
import { Chips } from './chips.tsx'
import { Scroll } from './scroll.tsx'

/** Sheets of a workbook or files of an archive, with those inside them below. */
export function Parts({ parts, title }: { parts: PartRecords; title: string }) {
  const { say, number } = useWords()
  const { language } = usePage()
  const { first, count, others } = parts
  const flat = flattened(first)
  return (
    <>
      <h3>{title}</h3>
      {flat.length > 0 && (
        <Scroll label={title}>
          <table class="figures parts">
            <thead>
              <tr>
                <th scope="col">{say('part')}</th>
                <th scope="col" class="words">
                  {say('format')}
                </th>
                <th scope="col" class="words">
                  {say('encoding')}
                </th>
                <th scope="col">{say('sizeOfTable')}</th>
                <th scope="col" class="words">
                  {say('result')}
                </th>
              </tr>
            </thead>
            <tbody>
              {flat.map(({ name, part }) => (
                <tr key={name}>
                  <th scope="row">
                    <bdi>{name}</bdi>
                  </th>
                  <td class="words">{part.format ? formatName(part.format, language) : '–'}</td>
                  <td class="words">{part.encoding ?? '–'}</td>
                  <td>
                    {part.table
                      ? say('tableSize', {
                          columns: number(part.table.columns),
                          rows: number(part.table.rows),
                        })
                      : '–'}
                  </td>
                  <td class="words">
                    <Chips indicators={part.indicators} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {count > first.length && <p class="note">{say('moreParts', { n: number(count - first.length) })}</p>}
      {others && others.length > 0 && (
        <p class="note">
          <bdi>{say('otherParts', { names: others })}</bdi>
        </p>
      )}
    </>
  )
}

const flattened = (parts: readonly PartRecord[], above = ''): { name: string; part: PartRecord }[] =>
  parts.flatMap((part) => {
    const name = above + part.name
    const inside = [...(part.members?.first ?? []), ...(part.sheets?.first ?? [])]
    return [{ name, part }, ...flattened(inside, `${name} › `)]
  })
