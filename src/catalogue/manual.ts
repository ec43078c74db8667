import type { Dataset } from '../core/catalogue.ts'
import { admit, type Draft } from './admit.ts'
import type { Fault } from './row.ts'
import type { Shape } from './shapes.ts'
import { wholeText } from './texts.ts'
import { told } from './told.ts'

/** 介接說明書: what the interface manuals of the Ministry of Agriculture (formerly 農委會) say of one dataset. */
export const manual: Shape = {
  name: 'manual',
  recognises: (start) =>
    !/^[[{<]/.test(start) && /介\s*接\s*(說\s*明\s*書|使\s*用\s*說\s*明)/.test(start.normalize()),
  async *read(source) {
    const dataset = { ...manualDataset(await wholeText(source)), position: 1 }
    const fault: Fault = { position: 1, code: 'bad-record', ...told('noLabels') }
    const faults = dataset.fields === undefined ? [fault] : []
    yield* admit(source.name, only({ dataset, faults }))
  },
}

async function* only(draft: Draft): AsyncGenerator<Draft> {
  yield draft
}

/** A heading of the manual, numbered as 「(3) 更新頻率」 or 「1. 資料說明」; in the table of contents a page follows. */
const HEADING = /^\s*(?:[(（]\s*\d{1,2}\s*[)）]|\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}、)\s*(\S.*?)\s*$/
/** Numbers that a word processor makes are not in its text: these headings are known by their words. */
const KNOWN =
  /^\s*(基本資料描述|資料內容描述|更新頻率|介接格式|授權方式|資料清單|進階查詢|資料說明|介接說明)\s*$/
const CONTENTS = /[\t.…·\s]{2,}\d+$|\t\d+$/

/** A row of 輸出資料標籤說明: number, name, explanation, parted by tabs, bars or at least two blanks. */
const LABEL =
  /^(?:\s*\|?\s*(\d{1,3})\s*|(?=\t))(?:\t|\||\s{2,})\s*(\S.*?)\s*(?:(?:\t|\||\s{2,})\s*(.*?))?\s*\|?\s*$/

interface Label {
  readonly name: string
  readonly explanation: string
}

/** The dataset a manual describes; what it does not say is absent, and the caller tells what must be there. */
export function manualDataset(written: string): Dataset {
  // A page feed stands before the first line of each page of a PDF.
  // PDFs hold some characters (更, 料, 率) as their doubles of old Korean sets.
  const text = written
    .normalize()
    .replace(/\r\n?|\f/g, '\n')
    .replace(/^\ufeff/, '')
  const sections = sectionsOf(text)
  const labels = labelsOf(text)
  const url = /Resource\s+Path\s*[:：]\s*<?\s*(https?:\/\/[^\s<>]+)/i.exec(text)?.[1]
  const formats = formatsOf(text)
  const format = (/(JSON|XML|CSV)\s*Output/i.exec(text) ?? /^\s*(JSON|XML|CSV)\s*格式\s*$/im.exec(text))?.[1]
  const publisher = /資料提供(?:單位|機關)[為：:\s]*([^\s。，,；;]+)/.exec(unwrapped(text))?.[1] ?? ''
  const released = /發行日期\s*[:：]\s*(\S+)/.exec(text)?.[1]
  const number = /文件編號\s*[:：]\s*(\S+)/.exec(text)?.[1]
  const declared = formats.length === 1 ? formats[0] : formats.find((each) => each === format?.toUpperCase())
  const frequency = sections.get('更新頻率')
  const parameters = ['$top', '$skip', '$filter'].filter((name) => text.includes(name))
  return {
    id: /資訊序號[^「]{0,20}「\s*(\w+)\s*」/.exec(text)?.[1] ?? number?.split('-').at(-1) ?? '',
    title: /「\s*([^「」]+?)\s*」\s*介接使用說明/.exec(text.replace(/\n/g, ''))?.[1] ?? '',
    publisher,
    ...(labels && { fields: labels.map(fieldText).join('、') }),
    updateFrequency: frequency?.split('\n')[0]?.replace(/[。.]$/, '') ?? '',
    resources: url
      ? [
          {
            id: '1',
            url: url.replace(/[\\&?]+$/, ''),
            ...(declared ? { format: declared } : { unclear: ['format'] as const }),
          },
        ]
      : [],
    extra: filled({
      資料集描述: unwrapped(sections.get('資料內容描述') ?? ''),
      授權方式: sections.get('授權方式'),
      文件編號: number,
      // Of the manual, not of the data: it must not count as an update.
      發行日期: released,
      輸出格式: formats.join(';'),
      查詢參數: parameters.join(';'),
    }),
  }
}

/** Lines that a PDF has broken in the middle of a sentence. */
const unwrapped = (text: string): string =>
  text.replace(/(?<=[\u3001\u3400-\u9fff\uff0c])\n(?=[\u3400-\u9fff])/g, '')

/** Texts under the headings; the table of contents, which has the same names, holds none. */
function sectionsOf(text: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>()
  let name: string | undefined
  let lines: string[] = []
  const close = (): void => {
    const body = lines.join('\n').trim()
    if (name !== undefined && body !== '' && !/^\d+$/.test(body) && !sections.has(name))
      sections.set(name, body)
    lines = []
  }
  for (const line of text.split('\n')) {
    const heading = (HEADING.exec(line) ?? KNOWN.exec(line))?.[1]
    if (heading === undefined && !/^\s*[■●◆-]/.test(line)) lines.push(line.trim())
    else {
      close()
      name = heading !== undefined && !CONTENTS.test(line) ? heading.replace(/\s/g, '') : undefined
    }
  }
  close()
  return sections
}

/** The rows below 「編號 標籤名稱 標籤說明」; undefined where there is such a table, but its rows are not to be told apart. */
function labelsOf(text: string): readonly Label[] | undefined {
  const lines = text.split('\n')
  const header = lines.findIndex((line) => TABLE.test(line))
  if (header < 0) return text.includes('標籤名稱') ? undefined : []
  const below = lines.slice(header + 1).filter((line) => line.trim() !== '' && !/^[\s|:-]+$/.test(line))
  const labels: Label[] = []
  for (let at = 0; at < below.length; at++) {
    const row = rowOf(below[at] ?? '')
    if (row) labels.push(row)
    // A long explanation goes on, a page ends: the table does not.
    else if (!below.slice(at + 1, at + 1 + MAX_BETWEEN).some((line) => numberOf(line) === labels.length + 1))
      break
  }
  return labels.length > 0 ? labels : undefined
}

const TABLE = /標籤名稱.*標籤說明/
/** Lines between two rows of a table. */
const MAX_BETWEEN = 4

const numberOf = (line: string): number | undefined => {
  const number = LABEL.exec(line)?.[1]
  return number === undefined ? undefined : Number(number)
}

function rowOf(line: string): Label | undefined {
  const [, , name, explanation = ''] = LABEL.exec(line) ?? []
  if (name === undefined || TABLE.test(line)) return undefined
  // Where a name fills its column, a PDF leaves one blank behind it.
  const [first = '', second, ...more] = name.split(/\s+/)
  return explanation === '' && second !== undefined && more.length === 0
    ? { name: first, explanation: second }
    : { name: name.replace(/\s+/g, ' '), explanation }
}

/** 「名稱(說明)」 of the metadata standard; marks that would part the list are taken out of the explanation. */
function fieldText({ name, explanation }: Label): string {
  const about = explanation
    .replace(/[()（）]/g, ' ')
    .replace(/[、;；]/g, '，')
    .trim()
  return about === '' || about === name ? name : `${name}(${about})`
}

function formatsOf(text: string): readonly string[] {
  const [, list = ''] = /輸出格式(?:提供|為|：|:)?\s*((?:[A-Za-z]+[\s、，,及和與/]*)+)/.exec(text) ?? []
  return [...new Set(list.match(/[A-Za-z]+/g)?.map((name) => name.toUpperCase()))]
}

const filled = (cells: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(cells).flatMap(([name, value]) => (value ? [[name, value]] : [])))
