import type { AnyRule } from '../src/core/rule.ts'
import apiDump from './download/api-dump.ts'
import apiErrors from './download/api-errors.ts'
import apiPaging from './download/api-paging.ts'
import direct from './download/direct.ts'
import hasData from './download/has-data.ts'
import reachable from './link/reachable.ts'
import redirects from './link/redirects.ts'
import complete from './metadata/complete.ts'
import decodable from './metadata/decodable.ts'
import encodingMatches from './metadata/encoding-matches.ts'
import fieldsMatch from './metadata/fields-match.ts'
import formatMatches from './metadata/format-matches.ts'
import utf8 from './metadata/utf-8.ts'
import cleanCharacters from './structure/clean-characters.ts'
import completeShapefile from './structure/complete-shapefile.ts'
import consistentColumns from './structure/consistent-columns.ts'
import consistentKeys from './structure/consistent-keys.ts'
import consistentTypes from './structure/consistent-types.ts'
import noBlankRows from './structure/no-blank-rows.ts'
import noDuplicateRows from './structure/no-duplicate-rows.ts'
import noErrorValues from './structure/no-error-values.ts'
import noFootnotes from './structure/no-footnotes.ts'
import noFormulas from './structure/no-formulas.ts'
import noHidden from './structure/no-hidden.ts'
import noMergedCells from './structure/no-merged-cells.ts'
import noSpreadsheetTraps from './structure/no-spreadsheet-traps.ts'
import noSubtotals from './structure/no-subtotals.ts'
import oneTable from './structure/one-table.ts'
import openFormat from './structure/open-format.ts'
import parses from './structure/parses.ts'
import plainRecords from './structure/plain-records.ts'
import singleHeader from './structure/single-header.ts'
import uniqueHeader from './structure/unique-header.ts'
import validGeojson from './structure/valid-geojson.ts'
import workbookOpens from './structure/workbook-opens.ts'
import onSchedule from './timeliness/on-schedule.ts'
import recentData from './timeliness/recent-data.ts'

/** Every rule, in the order of the measure's table; a report lists findings in this order. */
export const RULES: readonly AnyRule[] = [
  reachable,
  redirects,
  direct,
  hasData,
  apiPaging,
  apiDump,
  apiErrors,
  openFormat,
  parses,
  workbookOpens,
  completeShapefile,
  singleHeader,
  consistentColumns,
  noBlankRows,
  noSubtotals,
  noFootnotes,
  noMergedCells,
  noFormulas,
  oneTable,
  uniqueHeader,
  noErrorValues,
  noSpreadsheetTraps,
  cleanCharacters,
  noDuplicateRows,
  consistentTypes,
  noHidden,
  plainRecords,
  consistentKeys,
  validGeojson,
  encodingMatches,
  decodable,
  fieldsMatch,
  utf8,
  formatMatches,
  complete,
  onSchedule,
  recentData,
]
