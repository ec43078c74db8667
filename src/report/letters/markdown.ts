import type { Paper, PaperTable } from './paper.ts'

export function paperMarkdown({ title, ordinals, colon, facts, subject, sections, tables }: Paper): string {
  const blocks = [
    `# ${inert(title)}`,
    ...facts.map(([name, value]) => `**${inert(name)}**${colon}${inert(value)}`),
    `**${inert(subject[0])}**${colon}${inert(subject[1])}`,
    ...sections.flatMap(({ heading, items }) => [
      `## ${inert(heading)}`,
      ...items.map((item, at) => `${ordinals[at]}${inert(item)}`),
    ]),
    ...tables.flatMap(table),
  ]
  return `${blocks.join('\n\n')}\n`
}

function table({ caption, head, rows, more }: PaperTable): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(inert).join(' | ')} |`
  return [
    `## ${inert(caption)}`,
    [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n'),
    ...(more === undefined ? [] : [inert(more)]),
  ]
}

/** Text that is nothing but text: no HTML, no image, no link, not even one that GitHub would see in a bare address. */
const inert = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#|~&!$@^]|:(?=\/\/)|(?<=www)\./gi, (mark) => `\\${mark}`)
