import type { Archive } from './archive.ts'
import type { Column } from './column.ts'
import type { Exchange } from './exchange.ts'
import type { Format } from './format.ts'
import type { Observed, Sample } from './observed.ts'
import type { ColumnPeriods } from './period.ts'
import type { Service } from './service.ts'
import type { SameRecords, Tree } from './tree.ts'
import type { Unclean } from './unclean.ts'
import type { Sheet, Workbook } from './workbook.ts'

export type { Records, SyntaxFault, Tree } from './tree.ts'

/** Facts about the raw bytes. */
export interface Bytes {
  readonly size: number
  /** Of all bytes read, lower-case hex. */
  readonly sha256: string
  readonly format: Format
  /** An OpenAPI description of a service, by its members; whether it is a valid one is not asked. */
  readonly apiDocument?: true
}

export type EncodingName =
  | 'ASCII'
  | 'UTF-8'
  | 'BIG5'
  | 'UTF-16LE'
  | 'UTF-16BE'
  | 'GB18030'
  | 'SHIFT_JIS'
  | 'EUC-KR'
  | 'OTHER'

/** A place in the bytes: `offset` from 0, `line` from 1, `bytes` in hex. */
export interface BytePlace {
  readonly offset: number
  /** Of a sheet, the row. */
  readonly line: number
  /** Of a sheet, in A1 notation; there are no offsets then. */
  readonly cell?: string
  readonly bytes: string
}

/** Characters that were damaged before publication, and what they once were. */
export interface Mojibake {
  /** Of a sheet, the row. */
  readonly line: number
  /** Of a sheet, in A1 notation. */
  readonly cell?: string
  readonly text: string
  readonly repaired: string
}

/** Facts about bytes read as text, and of a sheet about the texts in its first rows. Absent for binary formats. */
export interface Text {
  readonly encoding: EncodingName
  /** For `OTHER`: the best guess. */
  readonly guess?: string
  readonly bom: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | null
  /** Sequences that the encoding does not allow. */
  readonly bad: Sample<BytePlace>
  /** Big5 pairs in the user-defined areas that CP950 does not define (造字). */
  readonly userDefined: Sample<BytePlace>
  /** U+FFFD already in the content: characters lost before publication. */
  readonly replacement: Sample<BytePlace>
  readonly mojibake: Sample<Mojibake>
  /** Characters nobody sees, or only one computer knows; of other encodings than UTF-8, control characters alone. */
  readonly unclean: Unclean<BytePlace>
}

/** One record; `row` from 1 counts every record incl. blank ones. Cells are decoded and cut at 200 characters. */
export interface Row {
  readonly row: number
  readonly cells: readonly string[]
  /** Cells in the record, which may be more than were kept. */
  readonly width: number
}

export interface Width {
  readonly width: number
  readonly count: number
  /** First rows of this width. */
  readonly rows: readonly number[]
}

export interface RowRange {
  readonly from: number
  readonly to: number
}

/** A row that carries a label such as 合計, with the arithmetic that was found. */
export interface TotalRow {
  readonly row: number
  readonly label: string
  readonly column: number
  /** Columns (from 1) whose value equals the sum of the rows `sumFrom`…`row - 1`. */
  readonly sums: readonly { readonly column: number; readonly value: string }[]
  readonly sumFrom?: number
  /** Where the total stands above its rows; else they end before it. */
  readonly sumTo?: number
}

export interface QuoteFault {
  /** Record in which the quote opened. */
  readonly row: number
  readonly line: number
  readonly kind: 'unclosed' | 'stray'
  readonly text: string
}

/** A record that takes so many lines more than one, because quoted cells hold line breaks. */
export interface BrokenRow {
  readonly row: number
  readonly lines: number
}

/** A cell that holds #REF! or a formula. */
export interface CellError {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** Rows whose cells are all those of an earlier one. */
export interface SameRows extends SameRecords {
  /** Those equal to one of the first rows, any of which may be the header, by the row `of` that comes again. */
  readonly ofHead: readonly { readonly of: number; readonly row: number; readonly count: number }[]
}

/** Facts about delimited text or a sheet. Which row is the header is judged in `core/header.ts`. */
export interface Table {
  /** Of delimited text. */
  readonly delimiter?: ',' | '\t' | ';' | '|'
  /** Of delimited text: what makes a row's line differ from its number. */
  readonly broken?: Sample<BrokenRow>
  /** Records incl. header, blank and trailing ones; not the nothing after a final line end. */
  readonly rows: number
  /** All widths met, most frequent first, blank rows left out; at most 64. */
  readonly widths: readonly Width[]
  readonly head: readonly Row[]
  readonly tail: readonly Row[]
  /** All names of the first rows that could be a header, uncut. Key: row. */
  readonly names: ReadonlyMap<number, readonly string[]>
  /** Runs of rows without any value, up to the last row that has one. */
  readonly blank: Sample<RowRange>
  /** Rows in these runs. */
  readonly blankRows: number
  /** Rows without any value after the last one that has a value; `delimited` of them hold delimiters. */
  readonly trailing: { readonly rows: number; readonly delimited: number; readonly from: number }
  readonly totals: Sample<TotalRow>
  /** Rows that start like 備註／資料來源／說明 and have at most two values. */
  readonly notes: Sample<{ readonly row: number; readonly text: string; readonly alone: boolean }>
  /** Later rows equal to one of the first rows. */
  readonly repeats: Sample<{ readonly row: number; readonly of: number }>
  readonly quotes: Sample<QuoteFault>
  readonly errors: Sample<CellError>
  /** What only a sheet of a workbook has. */
  readonly sheet?: Sheet
  /** Columns (from 1) without any value below row 1. */
  readonly emptyColumns: readonly number[]
  /** Cells of delimited text that begin like a formula. */
  readonly formulas: Sample<CellError>
  readonly columns: readonly Column[]
  readonly periods: readonly ColumnPeriods[]
  readonly same: SameRows
}

/** Facts about an HTML page found where data was promised. */
export interface Page {
  readonly title: string
  readonly passwordField: boolean
  /** Address a script or meta refresh sends the browser to. */
  readonly redirect?: string
  /** What a script says in a box, at most 200 characters. */
  readonly alert?: string
  /** First visible words, at most 200 characters. */
  readonly words: string
}

/** What the content is made of, for rules that judge tables and trees alike. */
export type Shape =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'tree'; readonly tree: Tree }
  | { readonly kind: 'page'; readonly page: Page }
  /** First words of plain text, at most 200 characters; `leadsOn`: RDF whose beginning names other data. */
  | { readonly kind: 'text'; readonly words: string; readonly leadsOn?: true }
  /** Nothing inside that this program reads: an image, a document, no byte at all. */
  | { readonly kind: 'closed' }

/** What inspection leaves behind: small, capped, and all that a rule may know of the content. */
export interface Artifacts {
  readonly exchange: Exchange
  readonly bytes: Bytes
  readonly text: Text
  readonly table: Table
  readonly tree: Tree
  readonly shape: Shape
  readonly workbook: Workbook
  readonly archive: Archive
  /** Of a data service, when it was asked more than its own address. */
  readonly service: Service
}

export type ArtifactName = keyof Artifacts
export type ObservedArtifacts = { readonly [Name in ArtifactName]: Observed<Artifacts[Name]> }
/** What `inspect` adds to the exchange. */
export type Content = Omit<ObservedArtifacts, 'exchange' | 'service'>

/** What a look at content leaves; a container (workbook, archive) has parts that are judged like resources. */
export interface Inspection {
  readonly content: Content
  readonly parts?: readonly Part[]
}

/** A data sheet of a workbook, or a member of an archive, by its name there. */
export interface Part extends Inspection {
  readonly sheet?: string
  readonly member?: string
}

/** Content of which nothing is known. */
export const nothingSeen = (because: Extract<Observed<never>, { seen: false }>): Content => ({
  bytes: because,
  text: because,
  table: because,
  tree: because,
  shape: because,
  workbook: because,
  archive: because,
})
