import type { Format } from './format.ts'
import { parameters } from './parameters.ts'

/** A Content-Type: `type` in lower case without parameters. */
export interface MediaType {
  readonly type: string
  readonly charset?: string
}

export function mediaType(contentType: string): MediaType {
  const charset = parameters(contentType).get('charset')?.replace(/'/g, '').trim()
  return {
    type: contentType.split(/[;,]/, 1)[0]!.trim().toLowerCase(),
    ...(charset && { charset }),
  }
}

const FORMATS: Readonly<Record<string, Format>> = {
  'text/csv': 'csv',
  'text/x-csv': 'csv',
  'text/comma-separated-values': 'csv',
  'application/csv': 'csv',
  'text/tab-separated-values': 'tsv',
  'application/json': 'json',
  'text/json': 'json',
  'application/geo+json': 'geojson',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/rss+xml': 'rss',
  'application/atom+xml': 'rss',
  'application/gml+xml': 'gml',
  'application/vnd.google-earth.kml+xml': 'kml',
  'application/vnd.google-earth.kmz': 'kmz',
  'text/turtle': 'turtle',
  'application/n-triples': 'ntriples',
  'application/n-quads': 'nquads',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/zip': 'zip',
  'application/x-zip-compressed': 'zip',
  'application/pdf': 'pdf',
  'application/msword': 'ole',
  'image/png': 'png',
  'image/jpeg': 'jpeg',
}

/** The format a media type names; undefined for those that promise nothing (`application/octet-stream`). */
export const formatOfType = (type: string): Format | undefined =>
  Object.hasOwn(FORMATS, type) ? FORMATS[type] : undefined
